import { readCharacterMap } from './cmap.ts';
import { COMBINING, shapeComplex } from './complex-shaping.ts';
import { type Lookup, lookupsOf } from './layout-table.ts';
import { adjustSingle, kerning } from './positioning.ts';
import { readAdvances, readMetrics, readSfnt } from './sfnt.ts';
import { findLigature, substituteSingle } from './substitution.ts';
import type { Face, FaceId, ShapedRun, ShapeOptions } from './types.ts';

type Alternate = ReturnType<Face['alternate']>;

const CACHED_WORDS = 20_000;
const SCRIPT = { han: 'hani', latin: 'latn' } as const;
/** Simplified Chinese, as language systems name it. */
const LANGUAGE = 'ZHS ';

/**
 * Opens a TrueType file. Character map, advances and layout lookups are read when first asked for.
 * @param serif whether the manifest counts the face among the serif ones
 */
export function openFace(id: FaceId, bytes: Uint8Array, serif: boolean): Face {
  const sfnt = readSfnt(bytes);
  const { view } = sfnt;
  const metrics = readMetrics(sfnt);
  const characterMap = lazy(() => readCharacterMap(sfnt));
  const advances = lazy(() => readAdvances(sfnt, metrics.glyphCount));
  const ligatures = lazy(() => lookupsOf(sfnt, 'GSUB', 'liga', SCRIPT.latin));
  const kernings = lazy(() => lookupsOf(sfnt, 'GPOS', 'kern', SCRIPT.latin));
  const substitutes = new Map<string, readonly Lookup[]>();
  const adjustments = new Map<string, readonly Lookup[]>();
  const alternates = new Map<string, Map<number, Alternate>>();
  const words = new Map<string, Map<string, ShapedRun>>();

  const advanceOf = (glyph: number): number => advances()[glyph] ?? 0;

  function alternate(glyph: number, feature: string): Alternate {
    const known = getOrMake(alternates, feature, () => new Map<number, Alternate>());
    if (known.has(glyph)) return known.get(glyph);
    const found = findAlternate(glyph, feature);
    known.set(glyph, found);
    return found;
  }

  function findAlternate(glyph: number, feature: string): Alternate {
    const singles = getOrMake(substitutes, feature, () => lookupsOf(sfnt, 'GSUB', feature, SCRIPT.han, LANGUAGE));
    const other = substituteSingle(view, singles, glyph);
    if (other !== undefined) return { glyph: other, advance: advanceOf(other), xOffset: 0 };
    const moves = getOrMake(adjustments, feature, () => lookupsOf(sfnt, 'GPOS', feature, SCRIPT.han, LANGUAGE));
    const move = adjustSingle(view, moves, glyph);
    if (move === undefined) return undefined;
    return { glyph, advance: advanceOf(glyph) + move.advance, xOffset: move.xOffset };
  }

  function shape(text: string, options: ShapeOptions): ShapedRun {
    const features = options.features ?? [];
    const known = getOrMake(words, features.join(), () => new Map<string, ShapedRun>());
    const cached = known.get(text);
    if (cached !== undefined) return cached;
    if (known.size >= CACHED_WORDS) known.clear();
    const shaped = COMBINING.test(text) ? shapeComplex(bytes, text, wanted(features)) : shapePlain(text, features);
    known.set(text, shaped);
    return shaped;
  }

  function shapePlain(text: string, features: readonly string[]): ShapedRun {
    const source = Array.from(text);
    const mapped = source.map((character) => {
      let glyph = characterMap()(character.codePointAt(0) ?? 0);
      for (const feature of wanted(features)) glyph = alternate(glyph, feature)?.glyph ?? glyph;
      return glyph;
    });
    const glyphs: number[] = [];
    const clusters: string[] = [];
    const joins = !features.includes('-liga');
    for (let i = 0; i < mapped.length; ) {
      const ligature = joins ? findLigature(view, ligatures(), mapped, i) : undefined;
      const count = ligature?.count ?? 1;
      glyphs.push(ligature?.glyph ?? mapped[i] ?? 0);
      clusters.push(source.slice(i, i + count).join(''));
      i += count;
    }
    const spaces = glyphs.map(advanceOf);
    if (!features.includes('-kern')) {
      for (let i = 0; i + 1 < glyphs.length; i += 1) {
        spaces[i] = (spaces[i] ?? 0) + kerning(view, kernings(), glyphs[i] ?? 0, glyphs[i + 1] ?? 0);
      }
    }
    return { glyphs, advances: spaces, xOffsets: glyphs.map(() => 0), clusters };
  }

  return {
    id,
    postscriptName: metrics.postscriptName,
    unitsPerEm: metrics.unitsPerEm,
    ascent: metrics.ascent,
    descent: metrics.descent,
    capHeight: metrics.capHeight,
    xHeight: metrics.xHeight,
    bbox: metrics.bbox,
    italicAngle: metrics.italicAngle,
    weight: metrics.weight,
    serif,
    glyphCount: metrics.glyphCount,
    glyphOf: (codePoint) => characterMap()(codePoint),
    advanceOf,
    alternate,
    shape,
    bytes,
  };
}

function wanted(features: readonly string[]): readonly string[] {
  return features.filter((feature) => !feature.startsWith('-'));
}

function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function getOrMake<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
