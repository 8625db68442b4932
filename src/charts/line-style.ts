import type { ChartDataset } from 'chart.js';
import type { Paint } from '../core/index.ts';
import type { ChartLook } from './chart-look.ts';
import type { ChartModel, ModelPoint, ModelSeries } from './chart-model.ts';
import type { PlanKind } from './chart-plan.ts';
import { accentPaints, type SeriesStyle, seriesStyle } from './palette.ts';
import type { Pen } from './pen.ts';
import { drawSwatch } from './series-names.ts';
import type { VerticalFrame } from './vertical-frame.ts';

/** Width of lines, pt. */
const STROKE = 1.4;
/** Radius of the points of a line, pt. */
export const POINT = 2.6;

/** How a line and its points look. A colour of little contrast stays on points and areas; its line is ink. */
export interface LineStyle {
  readonly stroke: Paint;
  /** Of the area under the line. */
  readonly fill: Paint;
  /** Of the point of the period reported on. */
  readonly point: Paint;
  readonly dash: readonly number[];
  readonly marker: SeriesStyle['marker'];
  readonly outlined: boolean;
}

/** Accent for a single series, the palette for several. */
export function lineStyle(model: ChartModel, index: number, look: ChartLook): LineStyle {
  if (model.series.length === 1) {
    const accent = accentPaints(model.accent);
    return { stroke: accent.deep, fill: accent.tint, point: accent.deep, dash: [], marker: 'circle', outlined: false };
  }
  const { paint, dash, marker, outlined } = seriesStyle(look.tokens.series, index);
  return { stroke: outlined ? 'ink2' : paint, fill: paint, point: paint, dash, marker, outlined };
}

/** The dataset of a line or area: gaps at breaks and at what is not disclosed, dashes before a break. */
export function lineDataset(
  series: ModelSeries,
  index: number,
  input: {
    readonly model: ChartModel;
    readonly frame: VerticalFrame;
    readonly style: LineStyle | undefined;
    readonly stacked: boolean;
  },
  look: ChartLook,
): ChartDataset<PlanKind> {
  const { model, frame, style, stacked } = input;
  const paint = look.surface.paint;
  const area = model.kind === 'area';
  const points = frame.slots.map(({ slot }) => (slot.kind === 'value' ? series.points[slot.index] : undefined));
  const early = look.tokens.notLikeForLike.dash ?? [];
  const stroke = style?.stroke ?? 'ink';
  return {
    type: 'line',
    data: points.map((point) => point?.value ?? null),
    spanGaps: false,
    clip: false,
    tension: 0,
    borderColor: paint(stroke),
    borderWidth: STROKE,
    borderDash: area ? [] : [...(style?.dash ?? [])],
    borderCapStyle: 'butt',
    borderJoinStyle: 'round',
    backgroundColor: paint(style?.fill ?? 'white'),
    fill: area ? (stacked && index > 0 ? '-1' : 'origin') : false,
    ...(model.breaks.size > 0 && !area
      ? {
          segment: {
            borderDash: ({ p0DataIndex }: { p0DataIndex: number }) =>
              points[p0DataIndex]?.comparable === false ? [...early] : undefined,
          },
        }
      : {}),
    pointStyle: style?.marker === 'cross' ? 'crossRot' : (style?.marker ?? 'circle'),
    pointRadius: points.map((point) => (point === undefined || stacked ? 0 : POINT)),
    pointBackgroundColor: points.map((point) => paint(pointFill(point, model, style?.point ?? 'ink'))),
    pointBorderColor: points.map((point) =>
      paint(point?.status === 'disputed' ? look.tokens.disputed.outline.paint : stroke),
    ),
    pointBorderWidth: 0.9,
  } as ChartDataset<PlanKind>;
}

/** The value reported on is solid; earlier ones and doubtful ones are rings. */
export function pointFill(point: ModelPoint | undefined, model: ChartModel, fill: Paint): Paint {
  if (point === undefined || point.status === 'disputed' || point.status === 'sample') return 'white';
  return point.period.id === model.current ? fill : 'white';
}

/** The sample of a line or area beside its name. */
export function drawNameMark(
  pen: Pen,
  style: LineStyle | undefined,
  place: { readonly x: number; readonly y: number; readonly area: boolean },
  index: number,
  look: ChartLook,
): void {
  if (style === undefined) return;
  if (place.area) {
    drawSwatch(pen, seriesStyle(look.tokens.series, index), place.x, place.y);
    return;
  }
  const y = place.y + 3;
  pen.line(place.x - 2, y, place.x + 6, y, {
    paint: style.stroke,
    width: STROKE,
    ...(style.dash.length > 0 ? { dash: style.dash } : {}),
  });
  drawMarker(pen, style, place.x + 2, y, look);
}

function drawMarker(pen: Pen, style: LineStyle, x: number, y: number, look: ChartLook): void {
  const r = look.tokens.target.ring * 0.5;
  const ink = { fill: style.point, stroke: { paint: style.stroke, width: 0.6 } };
  if (style.marker === 'circle') pen.circle(x, y, r, ink);
  if (style.marker === 'rect') pen.rect({ x: x - r * 0.85, y: y - r * 0.85, width: r * 1.7, height: r * 1.7 }, ink);
  if (style.marker === 'rectRot')
    pen.polygon(
      [
        [x, y - r * 1.2],
        [x + r * 1.2, y],
        [x, y + r * 1.2],
        [x - r * 1.2, y],
      ],
      ink,
    );
  if (style.marker === 'triangle')
    pen.polygon(
      [
        [x, y - r * 1.1],
        [x + r, y + r * 0.8],
        [x - r, y + r * 0.8],
      ],
      ink,
    );
  if (style.marker === 'cross') {
    pen.line(x - r, y - r, x + r, y + r, ink.stroke);
    pen.line(x - r, y + r, x + r, y - r, ink.stroke);
  }
}
