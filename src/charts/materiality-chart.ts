import type { Materiality, Report, Topic } from '../content/types.ts';
import type { Drawing, Lang, Paint, Stroke } from '../core/index.ts';
import { accentPillar, PILLARS, type Pillar } from './accent-pillar.ts';
import { type ChartLook, line, run } from './chart-look.ts';
import { labelPhrases, phrases } from './chart-model.ts';
import { both } from './chart-table.ts';
import { createRecorder } from './context-2d.ts';
import { createLabelPlaces } from './label-place.ts';
import { drawStack, type LabelStack, lineWidth, stackSize } from './label-stack.ts';
import { acrossLine, freeParts } from './line-parts.ts';
import { type Box, createPen, type Pen } from './pen.ts';
import { placePointLabels } from './point-labels.ts';
import { drawTopic, topicLabel } from './topic-label.ts';
import type { ChartTable } from './types.ts';
import { tickText } from './value-scale.ts';

/** What the plot of topics is drawn from. `width` in pt. */
export interface MaterialityInput {
  readonly report: Report;
  readonly materiality: Materiality;
  readonly langs: readonly Lang[];
  readonly width: number;
  readonly look: ChartLook;
  readonly hasPaint: (name: string) => boolean;
}

/** Left of the plot for ticks and the upright axis name, over it, and under it. Source: the look's materiality page. */
const LEFT = 22;
const TOP = 8;
const THRESHOLD: Stroke = { paint: 'ink2', width: 0.6, dash: [3, 2] };
const FRAME: Stroke = { paint: 'ink', width: 0.7 };

interface Plot {
  readonly side: number;
  readonly from: number;
  readonly to: number;
  x(value: number): number;
  y(value: number): number;
}

/**
 * Square plot of the material topics: two axes with one scale, the threshold dashed, the corner above it tinted, every
 * topic named beside its marker. Shape is the pillar, colour the accent; a topic of a status other than reported is tagged.
 */
export function materialityChart(input: MaterialityInput): Drawing {
  const { report, materiality, langs, width, look, hasPaint } = input;
  const { tokens, measure } = look;
  const [low, high] = materiality.axes.scale;
  const side = Math.min(tokens.matrix.size, width - LEFT - 10);
  const [from, to] = [Number(low), Number(high)];
  const unit = (value: number): number => ((value - from) / (to - from)) * side;
  const plot: Plot = { side, from, to, x: (value) => LEFT + unit(value), y: (value) => TOP + side - unit(value) };
  const acrossName = axisName(labelPhrases(langs, materiality.axes.x), look);
  const key = pillarKey(report, materiality, langs, look);
  const keyTop = TOP + side + 14 + stackSize(acrossName, measure).height + 5;
  const keyHeight = 11;
  const height = keyTop + (key.length > 0 ? keyHeight : 0);
  const recorder = createRecorder({ width, height, measure, hasPaint });
  const pen = createPen(recorder.context, look.surface);

  const labels = materiality.topics.map((topic) =>
    topicLabel(topic, { x: plot.x(Number(topic.x)), y: plot.y(Number(topic.y)) }, langs, look),
  );
  // The plot has no line at its head, over which a name may reach.
  const inner = { x: LEFT + 2, y: 1, width: side - 4, height: TOP + side - 3 };
  const boxes = placePointLabels(labels, thresholdLines(plot, look), inner);
  drawPlot(pen, plot, boxes, input);
  drawStack(pen, acrossName, { x: LEFT + side / 2, y: TOP + side + 14, align: 'middle' }, measure);
  const upName = axisName(labelPhrases(langs, materiality.axes.y), look)[0];
  if (upName !== undefined) {
    let y = TOP + side / 2 + lineWidth(upName, measure) / 2;
    for (const part of upName.runs) {
      pen.text(part, 6, y, 'start', -90);
      y -= measure.width(part.text, part.font, part.size, part.lang);
    }
  }
  drawThreshold(
    pen,
    plot,
    [
      ...boxes,
      ...labels.map(({ x, y, reach }) => ({ x: x - reach, y: y - reach, width: 2 * reach, height: 2 * reach })),
    ],
    langs,
    look,
  );
  for (const topic of materiality.topics) drawMarker(pen, plot, topic, report, look);
  labels.forEach((label, index) => {
    const box = boxes[index];
    if (box !== undefined) drawTopic(pen, label, box, look);
  });
  drawKey(pen, key, keyTop, look);
  return recorder.drawing();
}

/** Topics with their scores, for readers who cannot see the plot. */
export function materialityTable(materiality: Materiality, langs: readonly Lang[], look: ChartLook): ChartTable {
  return {
    columns: [
      both(phrases(langs, (lang) => look.words('topic', lang))),
      both(labelPhrases(langs, materiality.axes.x)),
      both(labelPhrases(langs, materiality.axes.y)),
    ],
    rows: materiality.topics.map(({ label, x, y, status }) => {
      const tag =
        status === 'sample' || status === 'disputed'
          ? ` (${both(phrases(langs, (lang) => look.words(status, lang)))})`
          : '';
      return [`${both(labelPhrases(langs, label))}${tag}`, x, y];
    }),
  };
}

/** @param names  where names stand: the threshold's lines leave them out */
function drawPlot(pen: Pen, plot: Plot, names: readonly Box[], { look, langs }: MaterialityInput): void {
  const { tokens } = look;
  const { side, from, to, x, y } = plot;
  const lead = langs[0] ?? 'en';
  const { threshold } = tokens.matrix;
  pen.rect({ x: LEFT, y: TOP, width: side, height: side }, { fill: 'plot' });
  if (threshold > from && threshold < to) {
    pen.rect(
      { x: x(threshold), y: TOP, width: x(to) - x(threshold), height: y(threshold) - TOP },
      { fill: 'accent.1.tint' },
    );
  }
  const ticks = Array.from({ length: Math.floor(to - from) + 1 }, (_, index) => from + index);
  for (const tick of ticks.slice(1, -1)) {
    pen.line(x(tick), TOP, x(tick), TOP + side, tokens.axis.grid);
    pen.line(LEFT, y(tick), LEFT + side, y(tick), tokens.axis.grid);
  }
  if (threshold > from && threshold < to) {
    for (const [top, foot] of freeParts([TOP, y(threshold)], acrossLine(names, 'x', x(threshold)), 'y')) {
      pen.line(x(threshold), top, x(threshold), foot, THRESHOLD);
    }
    for (const [start, end] of freeParts([x(threshold), LEFT + side], acrossLine(names, 'y', y(threshold)), 'x')) {
      pen.line(start, y(threshold), end, y(threshold), THRESHOLD);
    }
  }
  pen.line(LEFT, TOP, LEFT, TOP + side, FRAME);
  pen.line(LEFT, TOP + side, LEFT + side, TOP + side, FRAME);
  for (const tick of ticks) {
    const text = run(tickText(tick, 0), lead, { size: tokens.text.axis, paint: 'ink3' });
    pen.text(text, x(tick), TOP + side + 11, 'middle');
    pen.text(text, LEFT - 6, y(tick) + 2.5, 'end');
  }
}

/** The dashed lines of the threshold as ground that names should not cross. */
function thresholdLines({ side, from, to, x, y }: Plot, look: ChartLook): readonly Box[] {
  const { threshold } = look.tokens.matrix;
  if (threshold <= from || threshold >= to) return [];
  return [
    { x: x(threshold) - 0.5, y: TOP, width: 1, height: y(threshold) - TOP },
    { x: x(threshold), y: y(threshold) - 0.5, width: LEFT + side - x(threshold), height: 1 },
  ];
}

/** Words of the threshold in its corner, or wherever along its lines the topics leave room. */
function drawThreshold(pen: Pen, plot: Plot, taken: readonly Box[], langs: readonly Lang[], look: ChartLook): void {
  const { threshold } = look.tokens.matrix;
  if (threshold <= plot.from || threshold >= plot.to) return;
  const style = { size: look.tokens.text.mini, paint: 'ink2' };
  const words = phrases(langs, (lang) => look.words('matrix_threshold', lang, tickText(threshold, 1)));
  const stack = words.map(({ lang, text }) => line([run(text, lang, style)]));
  const extent = stackSize(stack, look.measure);
  const places = createLabelPlaces({ x: LEFT, y: TOP, width: plot.side, height: plot.side });
  for (const { x, y, width, height } of taken)
    places.occupy({ x: x - 2, y: y - 2, width: width + 4, height: height + 4 });
  for (const box of thresholdLines(plot, look)) places.occupy(box);
  const x = LEFT + plot.side - 5 - extent.width;
  const y = plot.y(threshold);
  const box = places.take([
    { x, y: y - extent.height - 2.5, ...extent },
    { x, y: y + 2, ...extent },
    { x: plot.x(threshold) - 5 - extent.width, y: TOP + 3, ...extent },
    { x: plot.x(threshold) + 5, y: TOP + 3, ...extent },
    { x, y: TOP + 3, ...extent },
  ]);
  drawStack(pen, stack, { x: box.x + box.width, y: box.y, align: 'end' }, look.measure);
}

function drawMarker(pen: Pen, plot: Plot, topic: Topic, report: Report, look: ChartLook): void {
  const accent = report.accents.find(({ id }) => id === topic.accent);
  const paint = accent === undefined ? 'ink2' : `accent.${accent.order}.deep`;
  drawShape(pen, accentPillar(accent), plot.x(Number(topic.x)), plot.y(Number(topic.y)), paint, look);
}

function drawShape(pen: Pen, pillar: Pillar, x: number, y: number, paint: Paint, look: ChartLook): void {
  const half = look.tokens.matrix.marker / 2;
  const ink = { fill: paint };
  if (pillar === 'environment') pen.circle(x, y, half * 1.08, ink);
  if (pillar === 'society') pen.rect({ x: x - half, y: y - half, width: 2 * half, height: 2 * half }, ink);
  if (pillar === 'governance') {
    const reach = half * 1.35;
    pen.polygon(
      [
        [x, y - reach],
        [x + reach, y],
        [x, y + reach],
        [x - reach, y],
      ],
      ink,
    );
  }
}

interface KeyItem {
  readonly pillar: Pillar;
  readonly stack: LabelStack;
}

/** The pillars that occur. */
function pillarKey(
  report: Report,
  materiality: Materiality,
  langs: readonly Lang[],
  look: ChartLook,
): readonly KeyItem[] {
  const used = new Set(
    materiality.topics.map(({ accent }) => accentPillar(report.accents.find(({ id }) => id === accent))),
  );
  const style = { size: look.tokens.matrix.label, paint: 'ink2' };
  return PILLARS.filter((pillar) => used.has(pillar)).map((pillar) => ({
    pillar,
    stack: [
      line(
        phrases(langs, (lang) => look.words(`matrix_${pillar}`, lang)).map(({ lang, text }, index) =>
          run(`${index === 0 ? '' : ' '}${text}`, lang, style),
        ),
      ),
    ],
  }));
}

function drawKey(pen: Pen, key: readonly KeyItem[], top: number, look: ChartLook): void {
  let x = LEFT;
  for (const { pillar, stack } of key) {
    const extent = stackSize(stack, look.measure);
    drawShape(pen, pillar, x + 5, top + extent.height / 2, 'ink2', look);
    drawStack(pen, stack, { x: x + 13, y: top, align: 'start' }, look.measure);
    x += extent.width + 28;
  }
}

function axisName(names: ReturnType<typeof labelPhrases>, look: ChartLook): LabelStack {
  const style = { size: look.tokens.matrix.label, paint: 'ink2' };
  const runs = names.map(({ lang, text }, index) =>
    run(`${index === 0 ? '' : ' · '}${text}${index === names.length - 1 ? ' →' : ''}`, lang, style),
  );
  return [line(runs)];
}
