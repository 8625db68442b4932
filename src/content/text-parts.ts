import type { Inline, Reference, Text } from './types.ts';

/** The references of a text, in reading order, also inside strong, emphasis and links. */
export function textReferences(text: Text): readonly Reference[] {
  if (!text.source.includes('{{')) return NONE;
  const known = REFERENCES.get(text);
  if (known !== undefined) return known;
  const found = referencesOf(text.inlines);
  REFERENCES.set(text, found);
  return found;
}

const NONE: readonly Reference[] = [];

/** A text never changes, and each check asks for its references. */
const REFERENCES = new WeakMap<Text, readonly Reference[]>();

function referencesOf(inlines: readonly Inline[]): readonly Reference[] {
  return inlines.flatMap((inline): readonly Reference[] => {
    if (inline.kind === 'ref') return [inline.ref];
    return inline.kind === 'chars' ? [] : referencesOf(inline.children);
  });
}

/** Whether every reference of the text could be parsed, so that it can be compared with the other language. */
export function hasWholeReferences(text: Text): boolean {
  const { source } = text;
  let count = 0;
  for (let at = source.indexOf('{{'); at >= 0; at = source.indexOf('{{', at + 2)) {
    // Behind a backslash the braces mean nothing, but a third may begin a reference.
    if (source.charAt(at - 1) !== '\\') count += 1;
    else at -= 1;
  }
  return count === textReferences(text).length;
}

/** Stands for a reference in a masked text: no letter, no digit, no mark. */
export const REFERENCE_SIGN = '\ufffc';

/** The source with references and link addresses blanked out by as many signs, so that offsets hold. */
export function maskedSource(text: Text): string {
  if (!text.source.includes('{{') && !text.source.includes('](')) return text.source;
  const known = MASKED.get(text);
  if (known !== undefined) return known;
  const masked = mask(text);
  MASKED.set(text, masked);
  return masked;
}

const MASKED = new WeakMap<Text, string>();

function mask(text: Text): string {
  let source = withoutReferences(text);
  // A reference that does not parse was reported as such: what stands in it is no text.
  for (const broken of !source.includes('{{') ? [] : source.matchAll(/(?<!\\)\{\{(?:[^{}]*\}\}|[\w.:@|<+/=,-]*)/g)) {
    source = blanked(source, broken.index, broken.index + broken[0].length);
  }
  for (const link of !source.includes('](') ? [] : source.matchAll(/\]\([^)]*\)/g)) {
    source = blanked(source, link.index + 1, link.index + link[0].length);
  }
  return source;
}

/** Put together once: a text of many references would be copied for each of them. */
function withoutReferences(text: Text): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end } of textReferences(text)) {
    pieces.push(text.source.slice(from, start), REFERENCE_SIGN.repeat(end - start));
    from = end;
  }
  return from === 0 ? text.source : [...pieces, text.source.slice(from)].join('');
}

function blanked(source: string, start: number, end: number): string {
  return source.slice(0, start) + REFERENCE_SIGN.repeat(end - start) + source.slice(end);
}
