/** An element of an XML document. Children are elements and stretches of text. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<!DOCTYPE[^>[]*>|<(\/?)([^\s/>]+)([^<]*?)(\/?)>|([^<]+)|</g;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * Reads well-formed XML without entities of its own; names lose their prefix. Undefined when tags do not match, or the text
 * declares entities. Source: XML 1.0 (fifth edition) 2.
 */
export function readXml(source: string): XmlElement | undefined {
  const top: { name: string; attributes: Map<string, string>; children: (XmlElement | string)[] } = {
    name: '',
    attributes: new Map(),
    children: [],
  };
  const open = [top];
  for (const match of source.replace(/^\ufeff/, '').matchAll(TOKEN)) {
    const [whole, cdata, closing, name, attributes, empty, text] = match;
    const current = open.at(-1);
    if (current === undefined || whole === '<') return undefined;
    if (text !== undefined) current.children.push(decoded(text));
    else if (cdata !== undefined) current.children.push(cdata);
    else if (name === undefined) continue;
    else if (name.startsWith('!')) return undefined;
    else if (closing === '/') {
      if (current.name !== localName(name) || open.length === 1) return undefined;
      open.pop();
    } else {
      const element = { name: localName(name), attributes: readAttributes(attributes ?? ''), children: [] };
      current.children.push(element);
      if (empty !== '/') open.push(element);
    }
  }
  const root = top.children.find((child) => typeof child !== 'string');
  return open.length === 1 && typeof root === 'object' ? root : undefined;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** `xml:lang` keeps its prefix, which tells it from an attribute of the same name. */
function readAttributes(source: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single] of source.matchAll(ATTRIBUTE)) {
    attributes.set(name, decoded(double ?? single ?? ''));
  }
  return attributes;
}

function decoded(text: string): string {
  return text.replace(/&(#x?[0-9a-f]+|\w+);/gi, (whole, entity: string) => {
    if (!entity.startsWith('#')) return NAMED[entity] ?? whole;
    const code = /^#x/i.test(entity) ? Number.parseInt(entity.slice(2), 16) : Number.parseInt(entity.slice(1), 10);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
