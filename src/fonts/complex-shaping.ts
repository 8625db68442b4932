import { createRequire } from 'node:module';
import type { ShapedRun } from './types.ts';

interface LayoutEngine {
  layout(
    text: string,
    features: readonly string[],
  ): {
    readonly glyphs: readonly { readonly id: number; readonly codePoints: readonly number[] }[];
    readonly positions: readonly { readonly xAdvance: number; readonly xOffset: number }[];
  };
}

const requireHere = createRequire(import.meta.url);
const engines = new WeakMap<Uint8Array, LayoutEngine>();

/** Combining marks: their place on a letter needs mark positioning, which the plain shaper leaves out. */
export const COMBINING = /\p{M}/u;

/**
 * Shapes text that holds combining marks. The engine loads on first use, since few reports need it.
 * A cluster is a letter with its marks: its text stands at the first of its glyphs, the others hold ''.
 */
export function shapeComplex(bytes: Uint8Array, text: string, features: readonly string[]): ShapedRun {
  const laid = engineOf(bytes).layout(text, features);
  const glyphs = laid.glyphs.map((glyph) => glyph.id);
  const clusters: string[] = [];
  for (const glyph of laid.glyphs) {
    const own = String.fromCodePoint(...glyph.codePoints);
    const base = clusters.findLastIndex((cluster) => cluster !== '');
    const mark = glyph.codePoints.every((code) => COMBINING.test(String.fromCodePoint(code)));
    if (mark && base >= 0) {
      clusters[base] += own;
      clusters.push('');
    } else clusters.push(own);
  }
  return {
    glyphs,
    advances: laid.positions.map((position) => position.xAdvance),
    xOffsets: laid.positions.map((position) => position.xOffset),
    clusters,
  };
}

function engineOf(bytes: Uint8Array): LayoutEngine {
  const known = engines.get(bytes);
  if (known !== undefined) return known;
  const fontkit = requireHere('fontkit') as { create(bytes: Uint8Array): LayoutEngine };
  const engine = fontkit.create(bytes);
  engines.set(bytes, engine);
  return engine;
}
