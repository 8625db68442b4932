import type { ChartLook } from './chart-look.ts';
import type { ChartModel } from './chart-model.ts';
import { patternOver } from './hatch.ts';
import { seriesStyle } from './palette.ts';
import type { Pen } from './pen.ts';
import type { VerticalFrame } from './vertical-frame.ts';

/** Heights of series by period; null where nothing is disclosed. */
export type Levels = readonly (readonly (number | null)[])[];

/** The height at which each value is drawn: its own, or on top of those below it. */
export function levelsOf(model: ChartModel, stacked: boolean): Levels {
  const sums = model.periods.map(() => 0);
  return model.series.map(({ points }) =>
    points.map(({ value }, index) => {
      if (value === null || !stacked) return value;
      sums[index] = (sums[index] ?? 0) + value;
      return sums[index] ?? null;
    }),
  );
}

/** The height at which the name of a series stands: its last value, or the middle of its band. */
export function nameLevel(levels: Levels, series: number, stacked: boolean, frame: VerticalFrame): number {
  const last = levels[series]?.findLast((value) => value !== null) ?? 0;
  if (!stacked) return frame.y(last);
  const under = series === 0 ? 0 : (levels[series - 1]?.findLast((value) => value !== null) ?? 0);
  return frame.y((last + under) / 2);
}

/** Patterns of stacked areas, over their colours. */
export function drawBands(pen: Pen, frame: VerticalFrame, levels: Levels, look: ChartLook): void {
  levels.forEach((level, series) => {
    const under = levels[series - 1] ?? level.map(() => 0);
    const top = level.flatMap((value, index): (readonly [number, number])[] =>
      value === null ? [] : [[frame.x(frame.slotOf(index)), frame.y(value)]],
    );
    const bottom = under.flatMap((value, index): (readonly [number, number])[] =>
      value === null ? [] : [[frame.x(frame.slotOf(index)), frame.y(value)]],
    );
    const [first, last] = [top[0], top.at(-1)];
    if (first === undefined || last === undefined || first === last) return;
    const outline = [...top, ...bottom.toReversed()];
    const heights = outline.map(([, y]) => y);
    const y = Math.min(...heights);
    const box = { x: first[0], y, width: last[0] - first[0], height: Math.max(...heights) - y };
    pen.within(
      (canvas) => {
        outline.forEach(([px, py], index) => {
          if (index === 0) canvas.moveTo(px, py);
          else canvas.lineTo(px, py);
        });
        canvas.closePath();
      },
      () => patternOver(pen, box, seriesStyle(look.tokens.series, series)),
    );
  });
}
