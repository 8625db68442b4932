import type { Sfnt } from './sfnt.ts';

/** A lookup of `GSUB` or `GPOS`: its type with extensions resolved, and where its subtables stand in the file. */
export interface Lookup {
  readonly type: number;
  readonly subtables: readonly number[];
}

const EXTENSION = { GSUB: 7, GPOS: 9 } as const;

/**
 * Lists the lookups that a feature names for a script and language, in the order they apply.
 * `language` falls back to the script's default, the script to `DFLT`. Empty when the face has no such feature.
 * Source: ISO/IEC 14496-22, 6.2 (layout common table formats).
 */
export function lookupsOf(
  sfnt: Sfnt,
  table: 'GSUB' | 'GPOS',
  feature: string,
  script: string,
  language?: string,
): readonly Lookup[] {
  const base = sfnt.offsetOf(table);
  if (base === undefined) return [];
  const { view } = sfnt;
  const langSys = languageSystem(view, base + view.getUint16(base + 4), script, language);
  if (langSys === undefined) return [];
  const features = base + view.getUint16(base + 6);
  const indices = new Set<number>();
  for (let i = 0; i < view.getUint16(langSys + 4); i += 1) {
    const record = features + 2 + 6 * view.getUint16(langSys + 6 + 2 * i);
    if (tagAt(view, record) !== feature) continue;
    const at = features + view.getUint16(record + 4);
    for (let k = 0; k < view.getUint16(at + 2); k += 1) indices.add(view.getUint16(at + 4 + 2 * k));
  }
  const list = base + view.getUint16(base + 8);
  return [...indices].sort((a, b) => a - b).map((index) => readLookup(view, list, index, EXTENSION[table]));
}

function readLookup(view: DataView, list: number, index: number, extension: number): Lookup {
  const lookup = list + view.getUint16(list + 2 + 2 * index);
  let type = view.getUint16(lookup);
  const wrapped = type === extension;
  const subtables: number[] = [];
  for (let i = 0; i < view.getUint16(lookup + 4); i += 1) {
    let subtable = lookup + view.getUint16(lookup + 6 + 2 * i);
    if (wrapped) {
      type = view.getUint16(subtable + 2);
      subtable += view.getUint32(subtable + 4);
    }
    subtables.push(subtable);
  }
  return { type, subtables };
}

function languageSystem(view: DataView, scripts: number, script: string, language?: string): number | undefined {
  const at = taggedOffset(view, scripts, script) ?? taggedOffset(view, scripts, 'DFLT');
  if (at === undefined) return undefined;
  const own = language === undefined ? undefined : taggedOffset(view, at + 2, language, at);
  if (own !== undefined) return own;
  const standard = view.getUint16(at);
  return standard === 0 ? undefined : at + standard;
}

function taggedOffset(view: DataView, list: number, tag: string, base = list): number | undefined {
  for (let i = 0; i < view.getUint16(list); i += 1) {
    const record = list + 2 + 6 * i;
    if (tagAt(view, record) === tag) return base + view.getUint16(record + 4);
  }
  return undefined;
}

function tagAt(view: DataView, at: number): string {
  return String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3));
}

/** Place of a glyph in a coverage table, -1 when it is not covered. */
export function coverageIndex(view: DataView, coverage: number, glyph: number): number {
  const ranges = view.getUint16(coverage) === 2;
  let low = 0;
  let high = view.getUint16(coverage + 2) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = coverage + 4 + middle * (ranges ? 6 : 2);
    const start = view.getUint16(at);
    const end = ranges ? view.getUint16(at + 2) : start;
    if (glyph < start) high = middle - 1;
    else if (glyph > end) low = middle + 1;
    else return ranges ? view.getUint16(at + 4) + glyph - start : middle;
  }
  return -1;
}

/** Class of a glyph in a class definition, 0 when none is given. */
export function glyphClass(view: DataView, definition: number, glyph: number): number {
  if (view.getUint16(definition) === 1) {
    const start = view.getUint16(definition + 2);
    const inside = glyph >= start && glyph < start + view.getUint16(definition + 4);
    return inside ? view.getUint16(definition + 6 + 2 * (glyph - start)) : 0;
  }
  let low = 0;
  let high = view.getUint16(definition + 2) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = definition + 4 + 6 * middle;
    if (glyph < view.getUint16(at)) high = middle - 1;
    else if (glyph > view.getUint16(at + 2)) low = middle + 1;
    else return view.getUint16(at + 4);
  }
  return 0;
}
