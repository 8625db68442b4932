import type { ItemRole, PlacedItem } from '../../placed.ts';
import { dict, name, rectangle, type Syntax } from '../file/syntax.ts';
import type { Element } from './element.ts';

/** Opens content that belongs to an element. Source: ISO 32000-1 14.7.4.2. */
export function elementMark(element: Element, mcid: number): Syntax {
  return `${name(element.type)}<</MCID ${mcid}>>BDC`;
}

/**
 * Opens content that is not part of the document's text. Heads and feet say which edge they hold to, backgrounds where
 * they stand. Source: ISO 32000-1 14.8.2.2.
 */
export function artifactMark(
  role: Extract<ItemRole, { readonly artifact: string }>,
  items: readonly PlacedItem[] = [],
  frame: { readonly left: number; readonly top: number } = { left: 0, top: 0 },
): Syntax {
  const edge = role.subtype === 'Header' ? '[/Top]' : role.subtype === 'Footer' ? '[/Bottom]' : undefined;
  const properties = dict({
    Type: `/${role.artifact}`,
    Subtype: role.subtype === undefined ? undefined : `/${role.subtype}`,
    Attached: edge,
    BBox: role.artifact === 'Background' ? rectangle(bounds(items, frame)) : undefined,
  });
  return `/Artifact${properties}BDC`;
}

function bounds(
  items: readonly PlacedItem[],
  frame: { readonly left: number; readonly top: number },
): readonly [number, number, number, number] {
  const boxes = items.map((item) => {
    const { width, height } =
      item.kind === 'line' ? { width: item.measure, height: 0 } : item.kind === 'drawing' ? item.drawing : item;
    return { left: item.x, right: item.x + width, top: item.y, bottom: item.y + height };
  });
  return [
    frame.left + Math.min(...boxes.map((box) => box.left)),
    frame.top - Math.max(...boxes.map((box) => box.bottom)),
    frame.left + Math.max(...boxes.map((box) => box.right)),
    frame.top - Math.min(...boxes.map((box) => box.top)),
  ];
}
