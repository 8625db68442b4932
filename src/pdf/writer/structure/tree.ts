import { type Lang, langTag } from '../../../core/index.ts';
import { type ObjectFile, type ObjectId, reference } from '../file/object-file.ts';
import { array, dict, name, type Syntax, textString } from '../file/syntax.ts';
import { type AnnotationKid, type Element, isElement, type MarkedContent, type StampedKid } from './element.ts';
import type { Tagger } from './tagger.ts';

/** What the rest of the file refers to. */
export interface WrittenTree {
  readonly root: ObjectId;
  readonly elements: number;
  /** The object of an element, unless it was left out as empty. */
  idOf(element: Element): ObjectId | undefined;
}

/** Types that PDF 1.7 does not know, by the nearest one that it knows. */
const ROLES: Readonly<Record<string, string>> = { Aside: 'Div', Em: 'Span', Strong: 'Span' };
/** An empty cell or picture is a statement; any other element without content is left out. */
const KEPT_EMPTY = new Set(['TD', 'TH', 'Figure']);

/**
 * Writes the structure tree, its parent tree and its identifiers. Figures that draw data name the attached files that hold
 * them. Source: ISO 32000-1 14.7.2, 14.7.4.4; ISO 19005-3 annex E (AF).
 */
export function writeTree(
  file: ObjectFile,
  tagger: Tagger,
  pages: readonly ObjectId[],
  about: { readonly lang: Lang; readonly dataFiles: Syntax | undefined },
): WrittenTree {
  const root = file.reserve();
  const nodes = orderedNodes(tagger.root, about.lang);
  const ids = reserveByType(file, nodes);
  const identifiers: (readonly [string, ObjectId])[] = [];
  const idOf = (element: Element | undefined): ObjectId => (element === undefined ? root : (ids.get(element) ?? root));
  for (const { element, parent, inherited, lang, kids } of nodes) {
    const id = idOf(element);
    if (element.id !== undefined) identifiers.push([element.id, id]);
    const first = kids.find((kid) => !isElement(kid) && 'mcid' in kid);
    const page = first === undefined || isElement(first) ? undefined : first.page;
    const parts = kids.map((kid): Syntax => {
      if (isElement(kid)) return reference(idOf(kid));
      return 'mcid' in kid ? contentKid(kid, page, pages) : objectKid(kid, pages);
    });
    // Most objects of a file are elements, so their entries are joined by hand.
    let body = `<</S${name(element.type)}/P ${reference(idOf(parent))}`;
    if (page !== undefined) body += `/Pg ${pageReference(pages, page)}`;
    if (parts.length > 0) body += entry('K', parts.length === 1 ? (parts[0] ?? '') : array(parts));
    if (lang !== inherited) body += `/Lang${textString(langTag(lang))}`;
    if (hasWords(element)) body += words(element);
    if (element.drawsData === true && about.dataFiles !== undefined) body += `/AF${about.dataFiles}`;
    file.put(id, `${body}>>`);
  }

  const types = new Set(nodes.map(({ element }) => element.type));
  const roles = Object.entries(ROLES).filter(([type]) => types.has(type));
  file.put(
    root,
    dict({
      Type: '/StructTreeRoot',
      K: reference(idOf(tagger.root)),
      ParentTree: reference(writeParentTree(file, tagger, ids)),
      ParentTreeNextKey: pages.length + tagger.annotated.length,
      RoleMap: roles.length === 0 ? undefined : dict(Object.fromEntries(roles.map(([from, to]) => [from, name(to)]))),
      IDTree: identifiers.length === 0 ? undefined : reference(writeIdentifiers(file, identifiers)),
    }),
  );
  return { root, elements: ids.size, idOf: (element) => ids.get(element) };
}

/** An element that is written, with what it holds in reading order. */
interface TreeNode {
  readonly element: Element;
  readonly parent: Element | undefined;
  readonly inherited: Lang;
  readonly lang: Lang;
  readonly kids: readonly StampedKid['kid'][];
}

/** Level by level. */
function orderedNodes(root: Element, lang: Lang): readonly TreeNode[] {
  const full = fullElements(root);
  full.add(root);
  const nodes: TreeNode[] = [];
  const add = (element: Element, parent: Element | undefined, inherited: Lang): void => {
    const kids = orderedKids(element, full);
    nodes.push({ element, parent, inherited, lang: element.lang ?? inherited, kids });
  };
  add(root, undefined, lang);
  // The list grows while it is gone through.
  for (const node of nodes) {
    for (const kid of node.kids) if (isElement(kid)) add(kid, node.element, node.lang);
  }
  return nodes;
}

/**
 * Elements of one type that stand on one level are written one after the other, with numbers that count on: so each object
 * repeats most of the one before it, and the tree packs to nine tenths of what it takes in reading order.
 */
function reserveByType(file: ObjectFile, nodes: readonly TreeNode[]): ReadonlyMap<Element, ObjectId> {
  const byType = new Map<string, Element[]>();
  for (const { element } of nodes) {
    const alike = byType.get(element.type);
    if (alike === undefined) byType.set(element.type, [element]);
    else alike.push(element);
  }
  const ids = new Map<Element, ObjectId>();
  for (const alike of byType.values()) for (const element of alike) ids.set(element, file.reserve());
  return ids;
}

function hasWords({ attributes, alt, actualText, expansion, title, id }: Element): boolean {
  return attributes.length > 0 || (alt ?? actualText ?? expansion ?? title ?? id) !== undefined;
}

/** Attributes, and what is said of an element beside its content. */
function words(element: Element): Syntax {
  const [attribute, more] = element.attributes;
  let out = attribute === undefined ? '' : entry('A', more === undefined ? attribute : array(element.attributes));
  const { alt: Alt, actualText: ActualText, expansion: E, title: T, id: ID } = element;
  for (const [key, value] of Object.entries({ Alt, ActualText, E, T, ID })) {
    if (value !== undefined) out += `/${key}${textString(value)}`;
  }
  return out;
}

function entry(key: string, value: Syntax): Syntax {
  return value.startsWith('[') || value.startsWith('<') ? `/${key}${value}` : `/${key} ${value}`;
}

function pageReference(pages: readonly ObjectId[], page: number): Syntax {
  return reference(pages[page] ?? 0);
}

function contentKid(kid: MarkedContent, page: number | undefined, pages: readonly ObjectId[]): Syntax {
  if (kid.page === page) return String(kid.mcid);
  return dict({ Type: '/MCR', Pg: pageReference(pages, kid.page), MCID: kid.mcid });
}

function objectKid(kid: AnnotationKid, pages: readonly ObjectId[]): Syntax {
  return dict({ Type: '/OBJR', Pg: pageReference(pages, kid.page), Obj: reference(kid.annotation) });
}

/** All elements that hold content, directly or in a descendant, or that may be empty. */
function fullElements(root: Element): Set<Element> {
  const full = new Set<Element>();
  const visit = (element: Element): boolean => {
    let holds = KEPT_EMPTY.has(element.type) || element.actualText !== undefined;
    for (const child of element.children) holds = visit(child) || holds;
    for (const { kid } of element.content) holds = (isElement(kid) ? visit(kid) : true) || holds;
    if (holds) full.add(element);
    return holds;
  };
  visit(root);
  return full;
}

/**
 * Children of the layout keep their order; content of the element's own comes after every child that was painted before it.
 */
function orderedKids(element: Element, full: ReadonlySet<Element>): readonly StampedKid['kid'][] {
  const children = element.children.filter((child) => full.has(child));
  if (element.content.length === 0) return children;
  const own = element.content.filter(({ kid }) => !isElement(kid) || full.has(kid));
  const kids: StampedKid['kid'][] = [];
  let next = 0;
  for (const { stamp, kid } of own) {
    let until = next;
    children.forEach((child, i) => {
      if (i >= next && firstStamp(child) < stamp) until = i + 1;
    });
    kids.push(...children.slice(next, until), kid);
    next = until;
  }
  return [...kids, ...children.slice(next)];
}

function firstStamp(element: Element): number {
  const own = element.content[0]?.stamp ?? Number.POSITIVE_INFINITY;
  return element.children.reduce((least, child) => Math.min(least, firstStamp(child)), own);
}

/** From marked content and annotations back to their elements. */
function writeParentTree(file: ObjectFile, tagger: Tagger, ids: ReadonlyMap<Element, ObjectId>): ObjectId {
  const owner = (element: Element): Syntax => reference(ids.get(element) ?? 0);
  const numbers: Syntax[] = [];
  tagger.owners.forEach((elements, page) => {
    if (elements.length > 0) numbers.push(`${page}`, reference(file.add(array(elements.map(owner)))));
  });
  tagger.annotated.forEach((element, i) => {
    numbers.push(`${tagger.owners.length + i}`, owner(element));
  });
  return file.add(dict({ Nums: array(numbers) }));
}

function writeIdentifiers(file: ObjectFile, identifiers: readonly (readonly [string, ObjectId])[]): ObjectId {
  const sorted = identifiers
    .map(([id, object]) => ({ key: textString(id), object }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return file.add(dict({ Names: array(sorted.flatMap(({ key, object }) => [key, reference(object)])) }));
}
