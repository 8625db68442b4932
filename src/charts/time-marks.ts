import { type ChartLook, line, run, wordStack } from './chart-look.ts';
import type { ChartModel } from './chart-model.ts';
import type { LabelPlaces } from './label-place.ts';
import { drawStack, type LabelStack, stackSize } from './label-stack.ts';
import type { Box, Pen } from './pen.ts';
import { yearsShown } from './time-slots.ts';
import { AXIS_LABEL_DROP, type VerticalFrame } from './vertical-frame.ts';

/** Labels of the periods under the axis, and ticks of the years up to the goal. */
export function drawTimeAxis(pen: Pen, frame: VerticalFrame, model: ChartModel, look: ChartLook): void {
  const years = yearsShown(model);
  frame.slots.forEach(({ slot, label }, index) => {
    const x = frame.x(index);
    if (slot.kind === 'future' && years) {
      pen.line(x, frame.bottom, x, frame.bottom + 3, { paint: 'ink3', width: 0.5 });
    }
    drawStack(pen, label, { x, y: frame.bottom + AXIS_LABEL_DROP, align: 'middle' }, look.measure);
  });
  drawStack(pen, frame.caption, { x: 0, y: 0, align: 'start' }, look.measure);
}

/** The double slash of a series break on the axis, its words over it, clear of the level of a goal. */
export function drawBreaks(
  pen: Pen,
  frame: VerticalFrame,
  places: LabelPlaces,
  model: ChartModel,
  look: ChartLook,
): void {
  const { tokens, measure, words } = look;
  const base = frame.y(Math.max(frame.scale.min, Math.min(0, frame.scale.max)));
  const small = { size: tokens.text.mini, paint: 'ink3' };
  const stack: LabelStack = wordStack(
    model.langs.map((lang) => ({ lang, text: halved(words('series_break', lang)) })),
    small,
    tokens.text.mini,
  );
  const size = stackSize(stack, measure);
  const { target } = model;
  const level =
    target === undefined || target.value === null || target.target.path === 'linear'
      ? undefined
      : frame.y(target.value);
  frame.slots.forEach(({ slot }, index) => {
    if (slot.kind !== 'break') return;
    const x = frame.x(index);
    for (const dx of [-4, 0]) pen.line(x + dx, base + 4, x + dx + 4, base - 4, tokens.seriesBreak.line);
    const usual = Math.max(frame.top + 2, base - 48 - size.height);
    const crossed = level !== undefined && level > usual - 3 && level < usual + size.height + 3;
    const top = crossed ? level - size.height - 4 : usual;
    const ground = { x: x - size.width / 2 - 2, y: top - 1, width: size.width + 4, height: size.height + 2 };
    pen.rect(ground, { fill: 'white' });
    places.occupy(ground);
    drawStack(pen, stack, { x, y: top, align: 'middle' }, measure);
    pen.line(x, top + size.height + 3, x, base - 8, { ...tokens.notDisclosed, width: 0.5 });
  });
}

/** Words at periods over the plot, each with a hairline down to what it speaks of. */
export function drawPeriodMarks(
  pen: Pen,
  frame: VerticalFrame,
  places: LabelPlaces,
  look: ChartLook,
  topOf: (slot: number) => number,
): void {
  for (const { slot, stack, y } of frame.marks) {
    const size = stackSize(stack, look.measure);
    const x = Math.max(0, Math.min(frame.x(slot) - size.width / 2, frame.width - size.width));
    const box = places.take([{ x, y, width: size.width, height: size.height }]);
    drawStack(pen, stack, { x: box.x + box.width / 2, y: box.y, align: 'middle' }, look.measure);
    const from = box.y + box.height + 1;
    const to = topOf(slot) - 2;
    if (to - from > 3) pen.line(frame.x(slot), from, frame.x(slot), to, { paint: 'ink2', width: 0.5 });
  }
}

/** The ring of a goal. */
function drawRing(pen: Pen, x: number, y: number, look: ChartLook): void {
  const { ring, ringStroke, dot } = look.tokens.target;
  pen.circle(x, y, ring, { fill: 'white', stroke: { paint: 'ink', width: ringStroke } });
  pen.circle(x, y, dot, { fill: 'ink' });
}

/** Heading, goal and date of a target. */
export function targetStack(model: ChartModel, look: ChartLook): LabelStack {
  const { target } = model;
  if (target === undefined) return [];
  const { tokens, words } = look;
  const heading = line(
    model.langs.map((lang, index) =>
      run(`${index === 0 ? '' : ' '}${words('target', lang)}`, lang, {
        size: tokens.text.annotation + 0.2,
        paint: 'ink',
        weight: 600,
      }),
    ),
  );
  const style = { size: tokens.text.annotation, paint: 'ink2' };
  const by = model.langs.map((lang) => ({
    lang,
    text: words('chart_by', lang, (target.by.find((label) => label.lang === lang) ?? target.by[0])?.text ?? ''),
  }));
  return [heading, ...wordStack(target.goal, style, tokens.text.second), ...wordStack(by, style, tokens.text.second)];
}

/**
 * The goal at its year: words, a hairline, the ring. Without a stated path a dashed level leads to it across the plot,
 * unless it is the zero line;
 * with one a straight dashed line from the last value, which says that it is an illustration.
 */
export function drawTarget(
  pen: Pen,
  frame: VerticalFrame,
  places: LabelPlaces,
  model: ChartModel,
  look: ChartLook,
  from: { readonly x: number; readonly y: number } | undefined,
): void {
  const { target } = model;
  const slot = frame.slots.findIndex(({ slot: { kind } }) => kind === 'goal');
  if (target === undefined || target.value === null || slot < 0) return;
  const { measure, tokens } = look;
  const x = frame.x(slot);
  const y = frame.y(target.value);
  const linear = target.target.path === 'linear' && from !== undefined;
  const start = linear ? from : { x: frame.left, y };
  const onBase = !linear && Math.abs(y - frame.y(0)) < 1;
  if (!onBase) pen.line(start.x, start.y, x, y, tokens.target.line);
  drawRing(pen, x, y, look);
  places.occupy({ x: x - 6, y: y - 6, width: 12, height: 12 });
  occupyLine(places, start, { x, y });

  const words = targetStack(model, look);
  const size = stackSize(words, measure);
  const right = Math.min(x + frame.slotWidth * 0.45, frame.width);
  const left = right - size.width;
  const at = (top: number): Box => ({ x: left, y: top, width: size.width, height: size.height });
  const above = [74, 60, 48, 38, 30, 22, 14]
    .map((distance) => at(y - distance))
    .filter((box) => box.y + box.height < y - 6);
  const below = [14, 20, 30].map((distance) => at(y + distance));
  const box = places.take([...above, ...below]);
  pen.rect({ x: box.x - 2, y: box.y, width: box.width + 2, height: box.height }, { fill: 'white' });
  drawStack(pen, words, { x: right, y: box.y, align: 'end' }, measure);
  const under = box.y > y;
  const [near, far] = under ? [box.y - 1, y + 7] : [box.y + box.height + 2, y - 7];
  if (Math.abs(near - far) > 4 && (under ? near > far : far > near)) {
    pen.line(x, near, x, far, { paint: 'ink2', width: 0.5 });
    occupyLine(places, { x, y: near }, { x, y: far });
  }
  if (linear)
    drawPathWords(pen, { x: (start.x + x) / 2, y: (start.y + y) / 2, falling: y > start.y }, places, model, look);
}

function drawPathWords(
  pen: Pen,
  middle: { readonly x: number; readonly y: number; readonly falling: boolean },
  places: LabelPlaces,
  model: ChartModel,
  look: ChartLook,
): void {
  const style = { size: look.tokens.text.annotation, paint: 'ink2' };
  const stack = model.langs.flatMap((lang, index) => {
    const manner = index === 0 ? style : { ...style, size: Math.min(style.size, look.tokens.text.second) };
    return [
      line([run(look.words('chart_path', lang), lang, manner)]),
      line([run(look.words('chart_path_note', lang), lang, manner)]),
    ];
  });
  const size = stackSize(stack, look.measure);
  const candidates: Box[] = [];
  for (const dx of [4, 14, 24, -10, -24]) {
    for (const dy of [-size.height - 3, -size.height - 12, 5, 14]) {
      candidates.push({ x: middle.x + dx, y: middle.y + dy, width: size.width, height: size.height });
    }
  }
  const box = places.take(candidates);
  pen.rect({ x: box.x - 1, y: box.y, width: box.width + 2, height: box.height }, { fill: 'white' });
  drawStack(pen, stack, { x: box.x, y: box.y, align: 'start' }, look.measure);
}

/** Marks the ground of a straight line, piece by piece. */
export function occupyLine(
  places: LabelPlaces,
  from: { readonly x: number; readonly y: number },
  to: { readonly x: number; readonly y: number },
): void {
  const pieces = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 4));
  for (let i = 0; i <= pieces; i += 1) {
    const x = from.x + ((to.x - from.x) * i) / pieces;
    const y = from.y + ((to.y - from.y) * i) / pieces;
    places.occupy({ x: x - 1, y: y - 1, width: 2, height: 2 });
  }
}

/** A word of Han characters in two lines, the second no shorter; others at their spaces. */
function halved(word: string): string {
  const characters = [...word];
  if (word.includes(' ')) return word.replaceAll(' ', '\n');
  const half = Math.floor(characters.length / 2);
  return `${characters.slice(0, half).join('')}\n${characters.slice(half).join('')}`;
}
