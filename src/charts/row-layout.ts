import { type BarState, barState } from './bar-marks.ts';
import { type ChartLook, wordStack } from './chart-look.ts';
import { type ChartModel, labelPhrases, type ModelPoint } from './chart-model.ts';
import { type LabelStack, stackSize } from './label-stack.ts';
import { nameStack } from './series-names.ts';
import { targetStack } from './time-marks.ts';
import { valueLabel } from './value-label.ts';
import { type ValueScale, zeroScale } from './value-scale.ts';
import { axisCaption, axisTexts } from './vertical-frame.ts';

/** One bar with its words. Lengths in pt. */
export interface Row {
  readonly point: ModelPoint;
  readonly state: BarState;
  readonly label: LabelStack;
  readonly value: LabelStack;
  /** Name of the group that begins here. */
  readonly heading: LabelStack;
  readonly headingTop: number;
  readonly top: number;
}

/** Where everything of a row chart stands. */
export interface RowLayout {
  readonly rows: readonly Row[];
  readonly bar: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Room of the axis under the rows. */
  readonly axis: number;
  /** Texts of the ticks, one a language where the units differ. */
  readonly tickTexts: readonly (readonly string[])[];
  readonly scale: ValueScale;
  readonly caption: LabelStack;
  readonly targetWords: LabelStack;
  /** The unit that stands with the figures: per cent and per mille. */
  readonly share: string | undefined;
}

/** Above the first bar; from the last bar to the end of the gridlines; under them for the axis. Source: the look's parallel page. */
const HEAD = 12;
const TAIL = 16;
const AXIS = 14;
/** Widest share of the drawing that names take; least room for them on a wide chart. */
const NAMES = 0.34;
const WIDE = 400;
const WIDE_NAMES = 92;
const GROUP_GAP = 8;

/** Lays out rows: one a period for a single series, one a series for a single period, groups of periods otherwise. */
export function rowLayout(model: ChartModel, width: number, look: ChartLook): RowLayout {
  const { tokens, measure } = look;
  const onePeriod = model.periods.length === 1;
  const bySeries = onePeriod && model.series.length > 1;
  const grouped = !onePeriod && model.series.length > 1;
  const unit = model.series[0]?.unit ?? [];
  const share = unit[0]?.text === '%' || unit[0]?.text === '‰' ? unit[0].text : undefined;
  const caption = share === undefined ? axisCaption(unit, look) : [];
  const bar = grouped ? tokens.rows.bar * 0.7 : tokens.rows.bar;
  const head = caption.length > 0 ? HEAD + 6 : HEAD;

  let y = head;
  const rows = model.series.flatMap((series, group) =>
    series.points.map((point, index): Row => {
      const current = point.period.id === model.current;
      const label = bySeries
        ? nameStack(series.name, width * NAMES, look)
        : wordStack(
            labelPhrases(model.langs, point.period.label),
            { size: tokens.text.value, paint: 'ink', weight: current && !bySeries ? 600 : 400 },
            tokens.text.second,
          );
      const heading = grouped && index === 0 ? nameStack(series.name, width * 0.9, look, true) : [];
      if (grouped && index === 0 && group > 0) y += GROUP_GAP;
      const headingTop = y - (grouped ? 4 : 0);
      if (heading.length > 0) y += stackSize(heading, measure).height;
      const pitch = Math.max(grouped ? bar + 7 : tokens.rows.pitch, stackSize(label, measure).height + 6);
      const top = y;
      y += pitch;
      const value = valueLabel(
        point,
        { size: tokens.text.value + (grouped ? 0 : 1), current, unit, tagged: true, langs: model.langs },
        look,
      );
      return { point, state: barState(point, bySeries ? '' : model.current), label, value, heading, headingTop, top };
    }),
  );
  const bottom = (rows.at(-1)?.top ?? head) + bar + TAIL;

  const goal = model.target?.value ?? null;
  const values = rows.flatMap(({ point }) => point.value ?? []);
  const scale = zeroScale(goal === null ? values : [...values, goal]);
  const targetWords = goal === null ? [] : targetStack(model, look);
  const valueWidth = (row: Row): number => stackSize(row.value, measure).width + 8;
  const names = Math.max(...rows.map(({ label }) => stackSize(label, measure).width)) + 10;
  const negative = Math.max(0, ...rows.map((row) => ((row.point.value ?? 0) < 0 ? valueWidth(row) : 0)));
  const left = Math.max(names, width > WIDE && !grouped ? WIDE_NAMES : 0) + negative;
  /** Words that stand right of a value need room as far as the plot does not give it. */
  const overhang = (value: number, room: number): number => {
    const part = (value - scale.min) / (scale.max - scale.min);
    return (room - (1 - part) * (width - left)) / part;
  };
  const right =
    width -
    Math.max(
      8,
      goal === null ? 0 : overhang(goal, stackSize(targetWords, measure).width + 7),
      ...rows.flatMap((row) => ((row.point.value ?? 0) > 0 ? overhang(row.point.value ?? 0, valueWidth(row)) : [])),
    );
  const tickTexts = axisTexts(model, scale).map((texts, index) =>
    share !== undefined && index === scale.ticks.length - 1 ? texts.map((text) => `${text}${share}`) : texts,
  );
  const axis = AXIS + (Math.max(...tickTexts.map(({ length }) => length)) - 1) * (tokens.text.axis * 1.1);
  return {
    rows,
    bar,
    height: bottom + axis,
    left,
    right,
    top: caption.length > 0 ? HEAD : 4,
    bottom,
    axis,
    tickTexts,
    scale,
    caption,
    targetWords,
    share,
  };
}
