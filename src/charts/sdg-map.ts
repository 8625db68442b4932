import type { Report } from '../content/types.ts';
import type { Drawing, Lang } from '../core/index.ts';
import { petalMark } from '../motif/index.ts';
import type { Theme } from '../theme/types.ts';
import { type ChartLook, line, run } from './chart-look.ts';
import { labelPhrases, phrases } from './chart-model.ts';
import { both } from './chart-table.ts';
import { createRecorder } from './context-2d.ts';
import { drawStack, stackSize } from './label-stack.ts';
import { createPen } from './pen.ts';
import { nameStack } from './series-names.ts';
import type { ChartTable } from './types.ts';

/** A Sustainable Development Goal: its number and short names. */
export interface Goal {
  readonly number: number;
  readonly zh: string;
  readonly en: string;
}

/** What the map of goals is drawn from. `width` in pt. */
export interface SdgMapInput {
  readonly report: Report;
  readonly theme: Theme;
  readonly goals: readonly Goal[];
  readonly langs: readonly Lang[];
  readonly width: number;
  readonly look: ChartLook;
  readonly hasPaint: (name: string) => boolean;
}

/** Share of the width that the names of accents take, height of a row, and length of a petal. Source: the look's goal map. */
const NAMES = 0.28;
const ROW = 18;
const PETAL = 11;
const TILE_GAP = 0.8;
/** WCAG 2 contrast that texts need. */
const CONTRAST = 4.5;

/**
 * A row an accent, a column a goal, a petal where the accent serves the goal. Tiles are number on colour, which stand in
 * for the icons of the United Nations.
 */
export function sdgMap(input: SdgMapInput): Drawing {
  const { report, theme, goals, langs, width, look, hasPaint } = input;
  const { tokens, measure } = look;
  const left = width * NAMES;
  const step = (width - left) / goals.length;
  const tile = tokens.sdgTile.height;
  const stacks = report.accents.map(({ label }) => nameStack(labelPhrases(langs, label), left - 16, look));
  const heights = stacks.map((stack) => Math.max(ROW, stackSize(stack, measure).height + 5));
  const height = tile + 4 + heights.reduce((sum, row) => sum + row, 0);
  const recorder = createRecorder({ width, height, measure, hasPaint });
  const pen = createPen(recorder.context, look.surface);
  const centre = (index: number): number => left + step * (index + 0.5);

  goals.forEach(({ number }, index) => {
    const paint = `sdg.${number}`;
    pen.rect({ x: left + index * step + TILE_GAP, y: 0, width: step - 2 * TILE_GAP, height: tile }, { fill: paint });
    const text = run(String(number), 'en', { size: tokens.sdgTile.number, paint: textOn(paint, theme), weight: 600 });
    pen.text(text, centre(index), tile / 2 + 3.6, 'middle');
  });
  let y = tile + 4;
  const petals = report.accents.flatMap((accent, row) => {
    const rowHeight = heights[row] ?? ROW;
    const stack = stacks[row] ?? [];
    if (row % 2 === 0) pen.rect({ x: 0, y, width, height: rowHeight }, { fill: 'band' });
    const middle = y + rowHeight / 2;
    const top = middle - stackSize(stack, measure).height / 2;
    const number = run(String(accent.order), 'en', {
      size: tokens.text.value,
      paint: `accent.${accent.order}.deep`,
      weight: 600,
    });
    drawStack(
      pen,
      [line([{ ...number, font: { family: 'serif', weight: 600 } }])],
      { x: 2, y: top, align: 'start' },
      measure,
    );
    drawStack(pen, stack, { x: 12, y: top, align: 'start' }, measure);
    y += rowHeight;
    return goals.flatMap(({ number: goal }, index) =>
      accent.sdgs.includes(goal)
        ? petalMark(theme, {
            count: report.accents.length,
            accent: accent.order,
            length: PETAL,
            x: centre(index),
            y: middle + PETAL / 2,
            degrees: -90,
          })
        : [],
    );
  });
  const drawing = recorder.drawing();
  return { ...drawing, ops: [...drawing.ops, ...petals] };
}

/** Accents with the goals that they serve. */
export function sdgTable(input: Pick<SdgMapInput, 'report' | 'goals' | 'langs' | 'look'>): ChartTable {
  const { report, goals, langs, look } = input;
  const nameOf = (number: number): string => {
    const goal = goals.find((candidate) => candidate.number === number);
    return goal === undefined ? String(number) : `${number} ${both(labelPhrases(langs, goal))}`;
  };
  return {
    columns: [
      both(phrases(langs, (lang) => look.words('sdg_accent', lang))),
      both(phrases(langs, (lang) => look.words('sdg_goals', lang))),
    ],
    rows: report.accents.map(({ label, sdgs }) => [
      both(labelPhrases(langs, label)),
      sdgs.map(nameOf).join(langs[0] === 'zh' ? '、' : ', '),
    ]),
  };
}

/** White where it can be read on a colour, black elsewhere. */
function textOn(paint: string, theme: Theme): 'white' | 'black' {
  const rgb = theme.colours.get(paint)?.rgb ?? [0, 0, 0];
  const [r, g, b] = rgb.map((channel) => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  const luminance = 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
  return 1.05 / (luminance + 0.05) >= CONTRAST ? 'white' : 'black';
}
