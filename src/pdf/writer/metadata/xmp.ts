import { type Lang, langTag, type Variant } from '../../../core/index.ts';
import type { DocumentDate } from './document-dates.ts';

export interface MetadataInput {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly keywords: string;
  readonly creator: string;
  readonly producer: string;
  readonly date: DocumentDate | undefined;
  readonly lang: Lang;
  readonly variant: Variant;
  /** State the standards that the file keeps. */
  readonly claim: boolean;
  /** Two hexadecimal digests: of the content, and of this version of it. */
  readonly identifiers: readonly [string, string];
}

/**
 * The XMP packet, equal to the information dictionary. It is written without padding, since it is not meant to be edited
 * in place. Source: ISO 16684-1 7; ISO 19005-3 6.6.2; ISO 14289-1 5; ISO 15930-7 6.7.
 */
export function xmpPacket(input: MetadataInput): Buffer {
  const parts = [
    alternatives('dc:title', input.title),
    list('dc:creator', 'Seq', [input.author]),
    alternatives('dc:description', input.subject),
    list('dc:language', 'Bag', [langTag(input.lang)]),
    '<dc:format>application/pdf</dc:format>',
    simple('pdf:Keywords', input.keywords),
    simple('pdf:Producer', input.producer),
    simple('xmp:CreatorTool', input.creator),
    ...dates(input),
    ...(input.variant === 'print' ? printParts(input) : screenParts(input)),
  ];
  const packet = `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""${namespaces(input)}>
${parts.filter((part) => part !== '').join('\n')}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`;
  return Buffer.from(packet, 'utf8');
}

function namespaces({ variant, claim }: MetadataInput): string {
  const used: Record<string, string> = {
    dc: 'http://purl.org/dc/elements/1.1/',
    pdf: 'http://ns.adobe.com/pdf/1.3/',
    xmp: 'http://ns.adobe.com/xap/1.0/',
  };
  if (variant === 'print') {
    used['xmpMM'] = 'http://ns.adobe.com/xap/1.0/mm/';
    if (claim) used['pdfxid'] = 'http://www.npes.org/pdfx/ns/id/';
  } else if (claim) {
    used['pdfaid'] = 'http://www.aiim.org/pdfa/ns/id/';
    used['pdfuaid'] = PDF_UA;
    used['pdfaExtension'] = 'http://www.aiim.org/pdfa/ns/extension/';
    used['pdfaSchema'] = 'http://www.aiim.org/pdfa/ns/schema#';
    used['pdfaProperty'] = 'http://www.aiim.org/pdfa/ns/property#';
  }
  return Object.entries(used)
    .map(([prefix, uri]) => `\n xmlns:${prefix}="${uri}"`)
    .join('');
}

const PDF_UA = 'http://www.aiim.org/pdfua/ns/id/';

function dates({ date }: MetadataInput): readonly string[] {
  if (date === undefined) return [];
  return ['xmp:CreateDate', 'xmp:ModifyDate', 'xmp:MetadataDate'].map((key) => simple(key, date.iso));
}

/** PDF/A knows the namespace of PDF/UA only by a description of it in the file. */
function screenParts({ claim }: MetadataInput): readonly string[] {
  if (!claim) return [];
  return [
    '<pdfaid:part>3</pdfaid:part>',
    '<pdfaid:conformance>A</pdfaid:conformance>',
    '<pdfuaid:part>1</pdfuaid:part>',
    `<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>${PDF_UA}</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>`,
  ];
}

function printParts({ claim, identifiers }: MetadataInput): readonly string[] {
  const [document, version] = identifiers.map(uuid);
  return [
    simple('xmpMM:DocumentID', document ?? ''),
    simple('xmpMM:InstanceID', version ?? ''),
    '<xmpMM:VersionID>1</xmpMM:VersionID>',
    '<xmpMM:RenditionClass>default</xmpMM:RenditionClass>',
    '<pdf:Trapped>False</pdf:Trapped>',
    claim ? '<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>' : '',
  ];
}

function uuid(digest: string): string {
  const parts = [digest.slice(0, 8), digest.slice(8, 12), `5${digest.slice(13, 16)}`, `8${digest.slice(17, 20)}`];
  return `uuid:${[...parts, digest.slice(20, 32)].join('-')}`;
}

function alternatives(key: string, value: string): string {
  if (value === '') return '';
  return `<${key}><rdf:Alt><rdf:li xml:lang="x-default">${escaped(value)}</rdf:li></rdf:Alt></${key}>`;
}

function list(key: string, kind: 'Seq' | 'Bag', values: readonly string[]): string {
  const items = values.filter((value) => value !== '').map((value) => `<rdf:li>${escaped(value)}</rdf:li>`);
  return items.length === 0 ? '' : `<${key}><rdf:${kind}>${items.join('')}</rdf:${kind}></${key}>`;
}

function simple(key: string, value: string): string {
  return value === '' ? '' : `<${key}>${escaped(value)}</${key}>`;
}

/**
 * A text that both places of metadata hold alike: characters that XML 1.0 cannot hold in any form are left out, and line ends
 * and tabs are spaces. Source: ISO 19005-3 6.6.3 (Info and XMP agree).
 */
export function metadataText(text: string): string {
  return text.replace(/[\t\n\r]+/g, ' ').replace(/[\u0000-\u001f\ufffe\uffff]/g, '');
}

function escaped(text: string): string {
  return metadataText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
