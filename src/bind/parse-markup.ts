import { type DefaultTreeAdapterMap, defaultTreeAdapter, parseFragment } from 'parse5';
import type { OriginId } from '../core/index.ts';
import type { MarkupElement, MarkupNode } from './markup.ts';

type Element = DefaultTreeAdapterMap['element'];
type ChildNode = DefaultTreeAdapterMap['childNode'];

/**
 * Reads what templates wrote as a tree. HTML's own parser does it, so that what a designer knows of HTML holds;
 * white space between blocks is left out, and inside text it is one space.
 * @param origin where elements come from that name no origin themselves
 */
export function parseMarkup(html: string, origin: OriginId): readonly MarkupNode[] {
  return parseFragment(html).childNodes.flatMap((node) => convert(node, origin));
}

function convert(node: ChildNode, origin: OriginId): readonly MarkupNode[] {
  if (defaultTreeAdapter.isTextNode(node)) {
    const text = node.value.replace(/[\t\n\f\r ]+/g, ' ');
    return text === '' ? [] : [{ kind: 'text', text }];
  }
  return defaultTreeAdapter.isElementNode(node) ? [element(node, origin)] : [];
}

function element(node: Element, inherited: OriginId): MarkupElement {
  const attributes: Record<string, string> = {};
  let classes: readonly string[] = [];
  let origin = inherited;
  for (const { name, value } of node.attrs) {
    if (name === 'class') classes = value.split(/\s+/).filter(Boolean);
    else if (name === 'origin') origin = value || inherited;
    else attributes[name] = value;
  }
  const children = node.childNodes.flatMap((child) => convert(child, origin));
  return { kind: 'element', tag: node.tagName, attributes, classes, children: tidy(children), origin };
}

const INLINE = new Set([
  'span',
  'strong',
  'em',
  'sup',
  'sub',
  's',
  'quantity',
  'mark',
  'tag',
  'a',
  'ref',
  'page-of',
  'noteref',
  'srcref',
  'icon',
  'fill',
  'br',
  'abbr',
]);

/** Drops the space that stands beside a block or at the ends. Only what HTML calls white space: an ideographic space is text. */
function tidy(children: readonly MarkupNode[]): readonly MarkupNode[] {
  const isSpace = (node: MarkupNode): boolean => node.kind === 'text' && node.text === ' ';
  const isInline = (node: MarkupNode | undefined): boolean =>
    node !== undefined && (node.kind === 'text' ? !isSpace(node) : INLINE.has(node.tag));
  return children.filter(
    (node, index) => !isSpace(node) || (isInline(children[index - 1]) && isInline(children[index + 1])),
  );
}
