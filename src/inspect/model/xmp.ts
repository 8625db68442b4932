import { isStream, type PdfFile, type Stream } from '../objects/index.ts';
import { readXml, XML_NAMESPACE, type XmlElement, XmlFault } from './xml.ts';

export const NAMESPACES = {
  dc: 'http://purl.org/dc/elements/1.1/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
  xmpMM: 'http://ns.adobe.com/xap/1.0/mm/',
  pdf: 'http://ns.adobe.com/pdf/1.3/',
  pdfaid: 'http://www.aiim.org/pdfa/ns/id/',
  pdfuaid: 'http://www.aiim.org/pdfua/ns/id/',
  pdfxid: 'http://www.npes.org/pdfx/ns/id/',
} as const;

export type Prefix = keyof typeof NAMESPACES;

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const EXTENSION = 'http://www.aiim.org/pdfa/ns/extension/';
const SCHEMA = 'http://www.aiim.org/pdfa/ns/schema#';
const PROPERTY = 'http://www.aiim.org/pdfa/ns/property#';

export interface XmpProperty {
  readonly namespace: string;
  readonly name: string;
  /** One for a simple property; those of its list otherwise. */
  readonly values: readonly string[];
  readonly kind: 'Text' | 'Alt' | 'Seq' | 'Bag' | 'Struct';
  /** Languages of alternatives, in the order of the values. */
  readonly langs: readonly string[];
}

/** The metadata of a file. `fault` says why they cannot be read; then nothing else is there. */
export interface Xmp {
  readonly stream: Stream | undefined;
  readonly fault: string | undefined;
  readonly properties: readonly XmpProperty[];
  /** The processing instruction at the head of the packet. */
  readonly packet: string | undefined;
  /** Extension schemas: namespaces, and the properties that each describes. */
  readonly schemas: ReadonlyMap<string, ReadonlySet<string>>;
  /** How often extension schemas are given. */
  readonly extensions: number;
  get(prefix: Prefix, name: string): string | undefined;
}

/** Reads the metadata stream of the catalog. Source: ISO 16684-1; ISO 19005-3 6.6.2. */
export function readXmp(file: PdfFile): Xmp {
  const found = file.get(file.catalog, 'Metadata');
  if (!isStream(found)) return emptyXmp(undefined, 'the catalog has no metadata stream');
  const data = file.data(found);
  if (data === undefined) return emptyXmp(found, 'the metadata stream cannot be unpacked');
  let source: string;
  try {
    source = new TextDecoder('utf-8', { fatal: true }).decode(data);
  } catch {
    return emptyXmp(found, 'the metadata are not UTF-8');
  }
  try {
    const root = readXml(source);
    const rdf =
      root.name === 'RDF' ? root : root.children.find((child) => child.name === 'RDF' && child.namespace === RDF);
    const descriptions = (rdf?.children ?? []).filter((child) => child.name === 'Description');
    const properties = descriptions.flatMap(propertiesOf);
    const schemas = schemasOf(descriptions);
    const packet = /<\?xpacket([^?]*)\?>/.exec(source)?.[1];
    const extensions = descriptions
      .flatMap((one) => one.children)
      .filter((child) => child.namespace === EXTENSION && child.name === 'schemas').length;
    return {
      stream: found,
      fault: undefined,
      properties,
      packet,
      schemas,
      extensions,
      get: (prefix, name) =>
        properties.find((one) => one.namespace === NAMESPACES[prefix] && one.name === name)?.values[0],
    };
  } catch (cause) {
    if (!(cause instanceof XmlFault)) throw cause;
    return emptyXmp(found, `the metadata are no well-formed XML: ${cause.message}`);
  }
}

function emptyXmp(stream: Stream | undefined, fault: string): Xmp {
  return { stream, fault, properties: [], packet: undefined, schemas: new Map(), extensions: 0, get: () => undefined };
}

function propertiesOf(description: XmlElement): readonly XmpProperty[] {
  const written = [...description.attributes].flatMap(([key, value]): readonly XmpProperty[] => {
    const match = /^\{(.*)\}(.*)$/.exec(key);
    if (match === null || match[1] === RDF || match[1] === XML_NAMESPACE) return [];
    return [{ namespace: match[1] ?? '', name: match[2] ?? '', values: [value], kind: 'Text', langs: [] }];
  });
  const nested = description.children.map((child): XmpProperty => {
    const { namespace, name } = child;
    const list = child.children.find((one) => one.namespace === RDF && /^(?:Alt|Seq|Bag)$/.test(one.name));
    if (list !== undefined) {
      const items = list.children.filter((one) => one.name === 'li');
      return {
        namespace,
        name,
        values: items.map((item) => item.text.trim()),
        kind: list.name as 'Alt' | 'Seq' | 'Bag',
        langs: items.map((item) => item.attributes.get(`{${XML_NAMESPACE}}lang`) ?? ''),
      };
    }
    const kind = child.children.length > 0 ? 'Struct' : 'Text';
    return { namespace, name, values: [child.text.trim()], kind, langs: [] };
  });
  return [...written, ...nested];
}

function schemasOf(descriptions: readonly XmlElement[]): ReadonlyMap<string, ReadonlySet<string>> {
  const schemas = new Map<string, Set<string>>();
  const extension = descriptions
    .flatMap((one) => one.children)
    .filter((child) => child.namespace === EXTENSION && child.name === 'schemas');
  for (const item of extension.flatMap((one) => deep(one, (e) => e.name === 'li' || e.name === 'Description'))) {
    const namespace = fieldOf(item, SCHEMA, 'namespaceURI');
    if (namespace === undefined) continue;
    const names = deep(item, (e) => fieldOf(e, PROPERTY, 'name') !== undefined).map(
      (e) => fieldOf(e, PROPERTY, 'name') ?? '',
    );
    schemas.set(namespace, new Set([...(schemas.get(namespace) ?? []), ...names]));
  }
  return schemas;
}

function deep(element: XmlElement, wanted: (element: XmlElement) => boolean): readonly XmlElement[] {
  return element.children.flatMap((child) => [...(wanted(child) ? [child] : []), ...deep(child, wanted)]);
}

/** A field of a structure, as an element or as an attribute. */
function fieldOf(element: XmlElement, namespace: string, name: string): string | undefined {
  const child = element.children.find((one) => one.namespace === namespace && one.name === name);
  return child?.text.trim() ?? element.attributes.get(`{${namespace}}${name}`);
}
