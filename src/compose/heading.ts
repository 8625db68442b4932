import type { MarkupElement } from '../bind/index.ts';

/** Levels of the headings of a document, for structure and for the outline. */
export interface HeadingLevels {
  readonly structure: ReadonlyMap<MarkupElement, number>;
  readonly outline: ReadonlyMap<MarkupElement, number>;
}

/**
 * Normalises the levels of all headings in reading order: the first is 1, and none is more than one below the one before,
 * whatever numbers the templates wrote. Headings of one number under the same parent stay level.
 * Source: ISO 14289-1 7.4.2.
 */
export function headingLevels(root: MarkupElement): HeadingLevels {
  const headings = findHeadings(root);
  return {
    structure: levels(headings),
    outline: levels(headings.filter((heading) => outlineText(heading) !== undefined)),
  };
}

/** The heading's number, 1 to 6; undefined for other elements. */
export function headingNumber(element: MarkupElement): number | undefined {
  const match = /^h([1-6])$/.exec(element.tag);
  return match === null ? undefined : Number(match[1]);
}

/** What the outline prints of a heading. */
export function outlineText(element: MarkupElement): string | undefined {
  const text = element.attributes['outline']?.trim();
  return text === undefined || text === '' ? undefined : text;
}

function findHeadings(element: MarkupElement): readonly MarkupElement[] {
  const own = headingNumber(element) === undefined ? [] : [element];
  const below = element.children.flatMap((child) => (child.kind === 'element' ? findHeadings(child) : []));
  return [...own, ...below];
}

function levels(headings: readonly MarkupElement[]): ReadonlyMap<MarkupElement, number> {
  const open: number[] = [];
  const result = new Map<MarkupElement, number>();
  for (const heading of headings) {
    const number = headingNumber(heading) ?? 1;
    while (open.length > 0 && (open.at(-1) ?? 0) >= number) open.pop();
    open.push(number);
    result.set(heading, open.length);
  }
  return result;
}
