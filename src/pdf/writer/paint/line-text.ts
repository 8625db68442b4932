import type { LineItem, PlacedRun } from '../../../typeset/types.ts';
import { codeSyntax } from '../file/syntax.ts';
import type { FontTable } from '../font/glyph-codes.ts';
import { bridgeGaps, type Clusters, clustersOf, STEP } from './clusters.ts';
import type { ShownText } from './content-stream.ts';
import { partedRun } from './parted-run.ts';

/** One run of a line as text to show. `origin` is where the text begins, pt from the left end of the measure. */
export interface RunText {
  readonly run: PlacedRun;
  readonly origin: number;
  readonly shown: ShownText;
}

/** Turns the glyph runs of a line into codes and positions. */
export function lineTexts(items: readonly LineItem[], fonts: FontTable): readonly RunText[] {
  const placed = items.filter((item) => item.kind === 'glyphs' && item.glyphs.length > 0) as readonly PlacedRun[];
  const runs = placed.map((run, i) => {
    const font = fonts.font(run.face);
    return clustersOf(partedRun(run, placed[i + 1], font.face), font);
  });
  bridgeGaps(runs);
  return runs.map((clusters, i) => showRun(placed[i] ?? clusters.run, clusters));
}

/** Width of a run as set, pt. */
export function runWidth(run: PlacedRun): number {
  let width = 0;
  for (const advance of run.advances) width += advance;
  return width;
}

/** A correction this small is made only before the last glyph of a run, thousandths of the size. */
const NEGLIGIBLE = 1;

/** Codes and the numbers between them; the pen is followed as a viewer moves it, so that rounding never adds up. */
function showRun(placed: PlacedRun, clusters: Clusters): RunText {
  const { run, font, x, texts } = clusters;
  const { size } = run;
  const points = size / font.face.unitsPerEm;
  const count = texts.length;
  const codes: number[] = [];
  const origins: number[] = [];
  const advances: number[] = [];
  for (let i = 0; i < count; i += 1) {
    const before = (clusters.before[i] ?? 0) * STEP * size;
    codes.push(codeOf(clusters, i));
    origins.push((x[i] ?? 0) - before);
    advances.push((font.coded[codes[i] ?? 0]?.advance ?? 0) * points);
  }
  const spacing = usualSpacing(origins, advances);
  const pieces: (string | number)[] = [];
  const start = origins[0] ?? run.x;
  let shown = '';
  let pen = start;
  for (let i = 0; i < count; i += 1) {
    const correction = Math.round(((pen - (origins[i] ?? 0)) * 1000) / size);
    if (correction !== 0 && (correction > NEGLIGIBLE || correction < -NEGLIGIBLE || i === count - 1)) {
      if (shown !== '') pieces.push(`(${shown})`);
      shown = '';
      pieces.push(correction);
      pen -= (correction * size) / 1000;
    }
    const code = codes[i] ?? 0;
    shown += codeSyntax(code);
    pen += (advances[i] ?? 0) + spacing;
  }
  pieces.push(`(${shown})`);
  return { run: placed, origin: start, shown: { font: `/${font.resource}`, size, spacing, paint: run.paint, pieces } };
}

/** The code of a cluster: the face's own glyph where that is all, and otherwise one composed for the place. */
function codeOf(clusters: Clusters, i: number): number {
  const { run, font, texts, first } = clusters;
  const from = first[i] ?? 0;
  const to = first[i + 1] ?? run.glyphs.length;
  const before = clusters.before[i] ?? 0;
  const after = clusters.after[i] ?? 0;
  const text = texts[i] ?? '';
  const offset = run.xOffsets?.[from] ?? 0;
  if (to - from === 1 && before === 0 && after === 0 && offset === 0) return font.plain(run.glyphs[from] ?? 0, text);

  const units = font.face.unitsPerEm;
  const points = run.size / units;
  const lead = before * STEP * units;
  const components: { readonly glyph: number; readonly dx: number }[] = [];
  let pen = 0;
  for (let k = from; k < to; k += 1) {
    const dx = Math.round((pen + (run.xOffsets?.[k] ?? 0)) / points + lead);
    components.push({ glyph: run.glyphs[k] ?? 0, dx });
    pen += run.advances[k] ?? 0;
  }
  const advance = Math.round((clusters.nominal[i] ?? 0) / points + lead + after * STEP * units);
  return font.composed({ components, advance: Math.max(0, advance), text });
}

/** The space after each code that most codes of the run have, if most have one; one voice may cancel another. */
function usualSpacing(origins: readonly number[], advances: readonly number[]): number {
  const gaps = origins.length - 1;
  if (gaps < 3) return 0;
  const extra = (i: number): number =>
    Math.round(((origins[i + 1] ?? 0) - (origins[i] ?? 0) - (advances[i] ?? 0)) * 1000);
  let usual = 0;
  let votes = 0;
  for (let i = 0; i < gaps; i += 1) {
    if (votes === 0) usual = extra(i);
    votes += extra(i) === usual ? 1 : -1;
  }
  if (votes <= 0) return 0;
  let count = 0;
  for (let i = 0; i < gaps; i += 1) if (extra(i) === usual) count += 1;
  return count * 2 > gaps ? usual / 1000 : 0;
}
