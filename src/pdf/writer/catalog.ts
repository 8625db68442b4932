import { langTag, sha256, type Variant } from '../../core/index.ts';
import type { PlacedDocument } from '../placed.ts';
import type { AttachmentEntries } from './attachments.ts';
import { type ObjectFile, type ObjectId, reference } from './file/object-file.ts';
import { bytesString, dict, type Syntax, textString } from './file/syntax.ts';
import { writeOutputIntent } from './icc/output-intent.ts';
import type { WriteInput } from './input.ts';
import { type DocumentDate, documentDate } from './metadata/document-dates.ts';
import { metadataText, xmpPacket } from './metadata/xmp.ts';
import { writeOutline } from './outline.ts';
import { pageLabels } from './page-labels.ts';
import type { Tagging } from './paint/page-painter.ts';
import type { WrittenTree } from './structure/tree.ts';

/** What the catalog refers to. */
export interface CatalogParts {
  readonly pages: readonly ObjectId[];
  /** Of the pages, as readers see them. */
  readonly labels: readonly string[];
  readonly pageTree: ObjectId;
  readonly tops: readonly number[];
  readonly tree: WrittenTree | undefined;
  readonly tagging: Tagging | undefined;
  readonly attached: AttachmentEntries | undefined;
}

const PRODUCER = 'Petalpress';

/** Writes everything that belongs to the document as a whole. Source: ISO 32000-1 7.7.2, 14.3.3. */
export function writeCatalog(
  file: ObjectFile,
  input: WriteInput,
  parts: CatalogParts,
): { readonly root: ObjectId; readonly info: ObjectId } {
  const { document, variant } = input;
  const screen = variant === 'screen';
  const date = documentDate(document.info.created);
  const outline = screen
    ? writeOutline(file, document.outline, {
        pages: parts.pages,
        tops: parts.tops,
        elementOf: blockElements(input, parts),
      })
    : undefined;
  const root = file.add(
    dict({
      Type: '/Catalog',
      Pages: reference(parts.pageTree),
      Lang: textString(langTag(document.lang)),
      PageLabels: pageLabels(parts.labels),
      ViewerPreferences: '<</DisplayDocTitle true>>',
      Metadata: reference(writeMetadata(file, input, date)),
      OutputIntents: `[${reference(writeOutputIntent(file, variant, input.printCondition))}]`,
      ...(parts.tree === undefined ? {} : { MarkInfo: '<</Marked true>>', StructTreeRoot: reference(parts.tree.root) }),
      ...(outline === undefined ? {} : { Outlines: reference(outline), PageMode: '/UseOutlines' }),
      ...attachmentEntries(parts.attached),
    }),
  );
  return { root, info: file.add(infoDictionary(input, date, variant)) };
}

function attachmentEntries(attached: AttachmentEntries | undefined): Readonly<Record<string, Syntax>> {
  return attached === undefined ? {} : { Names: dict({ EmbeddedFiles: attached.names }), AF: attached.associated };
}

function blockElements({ document }: WriteInput, { tree, tagging }: CatalogParts) {
  const nodes = new Map<string, number>();
  for (const { id, block } of document.structure) if (block !== undefined && !nodes.has(block)) nodes.set(block, id);
  return (block: string): ObjectId | undefined => {
    const node = nodes.get(block);
    return node === undefined || tagging === undefined ? undefined : tree?.idOf(tagging.tagger.node(node));
  };
}

function infoDictionary({ document: { info } }: WriteInput, date: DocumentDate | undefined, variant: Variant): Syntax {
  const moment = date === undefined ? undefined : bytesString(date.pdf);
  const text = (value: string): Syntax | undefined => (value === '' ? undefined : textString(metadataText(value)));
  return dict({
    Title: text(info.title),
    Author: text(info.author),
    Subject: text(info.subject),
    Keywords: text(info.keywords),
    Creator: textString(PRODUCER),
    Producer: textString(PRODUCER),
    CreationDate: moment,
    ModDate: moment,
    Trapped: variant === 'print' ? '/False' : undefined,
  });
}

/** Stored plain, so that programs which know nothing of PDF can find it. */
function writeMetadata(file: ObjectFile, input: WriteInput, date: DocumentDate | undefined): ObjectId {
  const { document, variant, conformance } = input;
  const packet = xmpPacket({
    ...document.info,
    creator: PRODUCER,
    producer: PRODUCER,
    date,
    lang: document.lang,
    variant,
    claim: conformance?.claim ?? true,
    identifiers: documentIdentifiers(document),
  });
  return file.addStream({ Type: '/Metadata', Subtype: '/XML' }, packet, { raw: true });
}

/** Of the document, by what it says of itself, and of this version of it, by its text. */
function documentIdentifiers({ info, pages }: PlacedDocument): readonly [string, string] {
  const text = pages.flatMap((page) => page.items.map((item) => (item.kind === 'line' ? item.line.text : '')));
  const known = Object.values(info).join('\n');
  return [sha256(known), sha256(`${known}\n${text.join('\n')}`)];
}
