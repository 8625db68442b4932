import { InternalError, type Lang } from '../../../core/index.ts';
import type { PlacedDocument } from '../../placed.ts';
import type { ObjectId } from '../file/object-file.ts';
import { dict, rectangle } from '../file/syntax.ts';
import { type Element, elementOfTag, plainElement, secondFigure } from './element.ts';

/** Gathers what belongs to which structure element while the pages are painted. */
export interface Tagger {
  /** The element of a structure node. */
  node(id: number): Element;
  /** The figure that says the same in a second language, beside that of a node; undefined where there is none. */
  second(node: number): Element | undefined;
  /** The language in force in a node, before its inlines. */
  langOf(id: number): Lang;
  /** Opens a marked-content sequence of an element on a page; gives its number on that page. */
  mark(element: Element, page: number): number;
  /** The inline element that `key` names within a node, made at its first use under `parent`. */
  inline(node: number, key: string, parent: Element, make: () => Element): Element;
  /** Ties an annotation to its element; gives the annotation's number in the parent tree. */
  annotate(element: Element, page: number, annotation: ObjectId): number;
  /** Says where a figure stands on its first page, in default user space. */
  bound(element: Element, page: number, box: readonly [number, number, number, number]): void;
  readonly root: Element;
  /** For each page, the owners of its marked-content sequences, by their numbers. */
  readonly owners: readonly (readonly Element[])[];
  /** Owners of annotations, numbered on from the pages. */
  readonly annotated: readonly Element[];
}

/** Makes the elements of all structure nodes, under one Document element. Source: ISO 32000-1 14.7, 14.8. */
export function createTagger(document: PlacedDocument): Tagger {
  const nodes = document.structure.map((node) => elementOfTag(node.tag));
  const langs: Lang[] = [];
  const tops: Element[] = [];
  document.structure.forEach(({ id, parent, tag }) => {
    const element = nodes[id];
    if (element === undefined) throw new InternalError(`structure node ${id} is out of order`);
    langs[id] = tag.lang ?? (parent === undefined ? document.lang : (langs[parent] ?? document.lang));
    if (parent === undefined) tops.push(element);
    else nodes[parent]?.children.push(element);
  });
  const [only, second] = tops;
  const root =
    only?.type === 'Document' && second === undefined ? only : { ...plainElement('Document'), children: tops };

  const owners: Element[][] = document.pages.map(() => []);
  const annotated: Element[] = [];
  const inlines = new Map<string, Element>();
  const seconds = new Map<Element, Element>();
  const bounds = new Map<Element, { readonly page: number; box: readonly [number, number, number, number] }>();
  let stamp = 0;
  const tick = (): number => {
    stamp += 1;
    return stamp;
  };
  const inline: Tagger['inline'] = (node, key, parent, make) => {
    const path = `${node}/${key}`;
    const known = inlines.get(path);
    if (known !== undefined) return known;
    const element = make();
    parent.content.push({ stamp: tick(), kid: element });
    inlines.set(path, element);
    return element;
  };
  return {
    root,
    owners,
    annotated,
    inline,
    second(id) {
      const { parent, tag } = document.structure[id] ?? {};
      const first = nodes[id];
      if (tag?.altSecond === undefined || first === undefined) return undefined;
      const known = seconds.get(first);
      if (known !== undefined) return known;
      // A child, not an inline: what is read after the figure may be painted before it.
      const second = secondFigure(tag);
      const { children } = parent === undefined ? root : (nodes[parent] ?? root);
      children.splice(children.indexOf(first) + 1, 0, second);
      seconds.set(first, second);
      return second;
    },
    node(id) {
      const element = nodes[id];
      if (element === undefined) throw new InternalError(`an item belongs to structure node ${id}, which is not there`);
      return element;
    },
    langOf: (id) => langs[id] ?? document.lang,
    mark(element, page) {
      const onPage = owners[page] ?? [];
      const mcid = onPage.length;
      onPage.push(element);
      element.content.push({ stamp: tick(), kid: { page, mcid } });
      return mcid;
    },
    annotate(element, page, annotation) {
      element.content.push({ stamp: tick(), kid: { page, annotation } });
      annotated.push(element);
      return document.pages.length + annotated.length - 1;
    },
    bound(element, page, box) {
      const known = bounds.get(element);
      if (known !== undefined && known.page !== page) return;
      const [left, bottom, right, top] = known?.box ?? box;
      const union = [
        Math.min(left, box[0]),
        Math.min(bottom, box[1]),
        Math.max(right, box[2]),
        Math.max(top, box[3]),
      ] as const;
      bounds.set(element, { page, box: union });
      const others = element.attributes.filter((attribute) => !attribute.includes('/BBox'));
      element.attributes.splice(
        0,
        element.attributes.length,
        ...others,
        dict({ O: '/Layout', BBox: rectangle(union) }),
      );
    },
  };
}
