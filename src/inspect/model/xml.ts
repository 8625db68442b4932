/** An element of an XML document, names resolved to their namespaces. */
export interface XmlElement {
  readonly namespace: string;
  readonly prefix: string;
  readonly name: string;
  /** By `{namespace}name`. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Character data directly inside. */
  readonly text: string;
}

/** Why a text is no well-formed XML. */
export class XmlFault extends Error {
  override readonly name = 'XmlFault';
}

const NAME = /^[A-Za-z_\u00c0-\uffff][\w.\u00b7-\uffff-]*$/;
const DEEPEST = 60;
const ENTITIES: ReadonlyMap<string, string> = new Map(
  Object.entries({ lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }),
);
/** Characters that XML cannot hold. Source: XML 1.0 (fifth edition) 2.2. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
export const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';

/**
 * Reads well-formed XML without a document type. Throws XmlFault.
 * Source: XML 1.0 (fifth edition); Namespaces in XML 1.0.
 */
export function readXml(source: string): XmlElement {
  if (FORBIDDEN.test(source)) throw new XmlFault('a control character stands in it');
  const open: OpenElement[] = [];
  let root: XmlElement | undefined;
  for (let at = 0; at < source.length; ) {
    const next = source.indexOf('<', at);
    const text = source.slice(at, next < 0 ? source.length : next);
    const holder = open.at(-1);
    if (holder !== undefined) holder.text += unescaped(text);
    else if (text.trim() !== '' && text.trim() !== '\ufeff') throw new XmlFault('text stands outside the root');
    if (next < 0) break;
    at = next;
    const special = skipSpecial(source, at);
    if (special !== undefined) {
      if (special.text !== undefined && holder !== undefined) holder.text += special.text;
      at = special.end;
      continue;
    }
    const end = tagEnd(source, at);
    const tag = source.slice(at + 1, end);
    at = end + 1;
    if (tag.startsWith('/')) {
      const closed = open.pop();
      if (closed === undefined || closed.qname !== tag.slice(1).trim())
        throw new XmlFault(`</${tag.slice(1)}> closes nothing`);
      const made = finish(closed);
      const outer = open.at(-1);
      if (outer === undefined) root = made;
      else outer.children.push(made);
      continue;
    }
    if (root !== undefined) throw new XmlFault('there is a second root');
    const begun = begin(tag, open.at(-1)?.namespaces ?? new Map([['xml', XML_NAMESPACE]]));
    if (open.length >= DEEPEST) throw new XmlFault('elements are nested too deep');
    if (tag.endsWith('/')) {
      const made = finish(begun);
      const outer = open.at(-1);
      if (outer === undefined) root = made;
      else outer.children.push(made);
    } else open.push(begun);
  }
  if (open.length > 0) throw new XmlFault(`<${open.at(-1)?.qname}> is not closed`);
  if (root === undefined) throw new XmlFault('there is no element');
  return root;
}

interface OpenElement {
  readonly qname: string;
  readonly written: ReadonlyMap<string, string>;
  readonly namespaces: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  text: string;
}

function skipSpecial(source: string, at: number): { readonly end: number; readonly text?: string } | undefined {
  const until = (mark: string, from: number): number => {
    const found = source.indexOf(mark, from);
    if (found < 0) throw new XmlFault(`${mark} is missing`);
    return found;
  };
  if (source.startsWith('<!--', at)) return { end: until('-->', at + 4) + 3 };
  if (source.startsWith('<?', at)) return { end: until('?>', at + 2) + 2 };
  if (source.startsWith('<![CDATA[', at)) {
    const end = until(']]>', at + 9);
    return { end: end + 3, text: source.slice(at + 9, end) };
  }
  if (source.startsWith('<!', at)) throw new XmlFault('a declaration stands in it');
  return undefined;
}

function tagEnd(source: string, at: number): number {
  let quote = '';
  for (let i = at + 1; i < source.length; i += 1) {
    const character = source[i] ?? '';
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return i;
    else if (character === '<') break;
  }
  throw new XmlFault('a tag does not end');
}

const ATTRIBUTE = /\s+([^\s=]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;

function begin(tag: string, outer: ReadonlyMap<string, string>): OpenElement {
  const body = tag.endsWith('/') ? tag.slice(0, -1) : tag;
  const qname = /^[^\s]+/.exec(body)?.[0] ?? '';
  const written = new Map<string, string>();
  const namespaces = new Map(outer);
  ATTRIBUTE.lastIndex = qname.length;
  let end = qname.length;
  for (let found = ATTRIBUTE.exec(body); found !== null; found = ATTRIBUTE.exec(body)) {
    const [, name = '', double, single] = found;
    if (written.has(name)) throw new XmlFault(`${name} stands twice in one tag`);
    const value = unescaped(double ?? single ?? '');
    written.set(name, value);
    if (name === 'xmlns') namespaces.set('', value);
    else if (name.startsWith('xmlns:')) namespaces.set(name.slice(6), value);
    end = ATTRIBUTE.lastIndex;
  }
  if (body.slice(end).trim() !== '') throw new XmlFault(`<${qname}> has something that is no attribute`);
  return { qname, written, namespaces, children: [], text: '' };
}

function finish({ qname, written, namespaces, children, text }: OpenElement): XmlElement {
  const [prefix, name] = parts(qname);
  const namespace = namespaceOf(prefix, namespaces);
  const attributes = new Map<string, string>();
  for (const [key, value] of written) {
    if (key === 'xmlns' || key.startsWith('xmlns:')) continue;
    const [before, local] = parts(key);
    attributes.set(before === '' ? local : `{${namespaceOf(before, namespaces)}}${local}`, value);
  }
  return { namespace, prefix, name, attributes, children, text };
}

function parts(qname: string): readonly [string, string] {
  const at = qname.indexOf(':');
  const [prefix, name] = at < 0 ? ['', qname] : [qname.slice(0, at), qname.slice(at + 1)];
  if (!NAME.test(name) || (at >= 0 && !NAME.test(prefix))) throw new XmlFault(`\`${qname}\` is no name`);
  return [prefix, name];
}

function namespaceOf(prefix: string, namespaces: ReadonlyMap<string, string>): string {
  const found = namespaces.get(prefix);
  if (found === undefined && prefix !== '') throw new XmlFault(`the prefix \`${prefix}\` is not declared`);
  return found ?? '';
}

function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&([^;&\s]*;?)/g, (whole, name: string) => {
    if (!name.endsWith(';')) throw new XmlFault('an `&` stands alone');
    const entity = name.slice(0, -1);
    const code = /^#(?:x([0-9a-fA-F]+)|(\d+))$/.exec(entity);
    if (code !== null) {
      const point = code[1] === undefined ? Number(code[2]) : Number.parseInt(code[1], 16);
      if (point === 0 || point > 0x10ffff) throw new XmlFault(`${whole} is no character`);
      return String.fromCodePoint(point);
    }
    const known = ENTITIES.get(entity);
    if (known === undefined) throw new XmlFault(`${whole} is not known`);
    return known;
  });
}
