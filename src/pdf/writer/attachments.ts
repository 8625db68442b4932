import { createHash } from 'node:crypto';
import { type ObjectFile, type ObjectId, reference } from './file/object-file.ts';
import { array, bytesString, dict, name, type Syntax, textString } from './file/syntax.ts';
import type { Attachment } from './input.ts';
import type { DocumentDate } from './metadata/document-dates.ts';

/** Entries of the catalog that attached files need. */
export interface AttachmentEntries {
  readonly names: Syntax;
  readonly associated: Syntax;
  /** Those of them that hold the document's data. */
  readonly data: Syntax | undefined;
}

/** Embeds files, each bound to the whole document. Source: ISO 32000-1 7.11.4; ISO 19005-3 6.8 and annex E. */
export function writeAttachments(
  file: ObjectFile,
  attachments: readonly Attachment[],
  date: DocumentDate | undefined,
): AttachmentEntries | undefined {
  if (attachments.length === 0) return undefined;
  const specs = [...attachments]
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    .map((attachment) => ({
      key: textString(attachment.name),
      id: writeAttachment(file, attachment, date),
      isData: attachment.relationship === 'Data',
    }));
  const data = specs.filter(({ isData }) => isData).map(({ id }) => reference(id));
  return {
    names: dict({ Names: array(specs.flatMap(({ key, id }) => [key, reference(id)])) }),
    associated: array(specs.map(({ id }) => reference(id))),
    data: data.length === 0 ? undefined : array(data),
  };
}

function writeAttachment(file: ObjectFile, attachment: Attachment, date: DocumentDate | undefined): ObjectId {
  const moment = date === undefined ? undefined : bytesString(date.pdf);
  const embedded = file.addStream(
    {
      Type: '/EmbeddedFile',
      Subtype: name(attachment.mime),
      Params: dict({
        Size: attachment.bytes.length,
        CreationDate: moment,
        ModDate: moment,
        CheckSum: `<${createHash('md5').update(attachment.bytes).digest('hex')}>`,
      }),
    },
    attachment.bytes,
  );
  return file.add(
    dict({
      Type: '/Filespec',
      F: textString(attachment.name),
      UF: textString(attachment.name),
      Desc: textString(attachment.description),
      AFRelationship: `/${attachment.relationship}`,
      EF: `<</F ${reference(embedded)}/UF ${reference(embedded)}>>`,
    }),
  );
}
