import type { StructureTag } from '../../../compose/block.ts';
import type { Lang } from '../../../core/index.ts';
import type { ObjectId } from '../file/object-file.ts';
import { array, dict, type Syntax, textString } from '../file/syntax.ts';

/** A structure element while the tree grows. */
export interface Element {
  /** Structure type; `Em`, `Strong` and `Aside` are mapped to standard types by the role map. */
  readonly type: string;
  readonly lang?: Lang;
  readonly alt?: string;
  readonly actualText?: string;
  readonly expansion?: string;
  readonly title?: string;
  readonly id?: string;
  /** The attached data belong to it. */
  readonly drawsData?: boolean;
  /** Attribute dictionaries. Source: ISO 32000-1 14.8.5. */
  readonly attributes: Syntax[];
  /** Elements that the layout made, in reading order. */
  readonly children: Element[];
  /** Content, annotations and inline elements, as they were painted. */
  readonly content: StampedKid[];
}

/** What an element holds itself, and when it was painted. */
export interface StampedKid {
  readonly stamp: number;
  readonly kid: Element | MarkedContent | AnnotationKid;
}

export interface MarkedContent {
  readonly page: number;
  readonly mcid: number;
}

export interface AnnotationKid {
  readonly page: number;
  readonly annotation: ObjectId;
}

export function isElement(kid: Element | MarkedContent | AnnotationKid): kid is Element {
  return 'type' in kid;
}

/** An element of the layout's structure, without content yet. */
export function elementOfTag(tag: StructureTag): Element {
  return {
    ...plainElement(tag.type),
    attributes: tagAttributes(tag),
    ...(tag.lang === undefined ? {} : { lang: tag.lang }),
    ...(tag.alt === undefined ? {} : { alt: tag.alt }),
    ...(tag.actualText === undefined ? {} : { actualText: tag.actualText }),
    ...(tag.title === undefined ? {} : { title: tag.title }),
    ...(tag.id === undefined ? {} : { id: tag.id }),
    ...(tag.drawsData === true ? { drawsData: true } : {}),
  };
}

/** What says in another language what a figure shows. Source: ISO 32000-1 14.9.2, 14.9.3: one element has one language. */
export function secondFigure({ altSecond, drawsData }: StructureTag): Element {
  return {
    ...plainElement('Figure'),
    ...(altSecond === undefined ? {} : { lang: altSecond.lang, alt: altSecond.text }),
    ...(drawsData === true ? { drawsData } : {}),
  };
}

export function plainElement(type: string): Element {
  return { type, attributes: [], children: [], content: [] };
}

/** Attributes of table cells and lists. Source: ISO 32000-1 tables 347 and 349. */
function tagAttributes(tag: StructureTag): Syntax[] {
  const attributes: Syntax[] = [];
  const table: Record<string, Syntax | number | undefined> = {
    Scope: tag.scope === undefined ? undefined : `/${tag.scope}`,
    ColSpan: tag.colSpan !== undefined && tag.colSpan > 1 ? tag.colSpan : undefined,
    RowSpan: tag.rowSpan !== undefined && tag.rowSpan > 1 ? tag.rowSpan : undefined,
    Headers: tag.headers === undefined || tag.headers.length === 0 ? undefined : array(tag.headers.map(textString)),
  };
  if (Object.values(table).some((value) => value !== undefined)) attributes.push(dict({ O: '/Table', ...table }));
  if (tag.listNumbering !== undefined) {
    attributes.push(dict({ O: '/List', ListNumbering: `/${tag.listNumbering}` }));
  }
  return attributes;
}
