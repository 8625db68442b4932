import type { ChartLook } from './chart-look.ts';
import { line, run } from './chart-look.ts';
import type { ChartModel, Phrases } from './chart-model.ts';
import { type LabelStack, stackSize } from './label-stack.ts';
import { wrapLabel } from './label-wrap.ts';
import type { Box, Pen } from './pen.ts';
import { needsParting, periodLabel } from './period-label.ts';
import type { Slot } from './time-slots.ts';
import { tickText, type ValueScale } from './value-scale.ts';

/** Where everything of a chart with upright values stands. Lengths in pt. */
export interface VerticalFrame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly slotWidth: number;
  readonly scale: ValueScale;
  readonly slots: readonly { readonly slot: Slot; readonly label: LabelStack }[];
  /** Texts of the value axis, by tick; one a language. */
  readonly tickTexts: readonly (readonly string[])[];
  readonly caption: LabelStack;
  /** Top of the key. */
  readonly headTop: number;
  /** Words at periods, over the plot. */
  readonly marks: readonly { readonly slot: number; readonly stack: LabelStack; readonly y: number }[];
  /** Centre of a slot. */
  x(slot: number): number;
  y(value: number): number;
  /** The slot of a period of the model. */
  slotOf(index: number): number;
}

/** What the frame is laid out for. */
export interface FrameInput {
  readonly width: number;
  readonly height: number;
  readonly slots: readonly Slot[];
  readonly scale: ValueScale;
  readonly unit: Phrases;
  /** Room at the right for the names of series. */
  readonly rightRoom: number;
  /** Room over the plot for a key. */
  readonly head: number;
  /** Labels that stand over values: their heights, so that none leaves the drawing. */
  readonly labels: readonly { readonly value: number; readonly height: number }[];
}

/** Least room left of the plot, and right of it. Source: the look's climate chart. */
const LEFT = 26;
const RIGHT = 4;
const CAPTION_ROOM = 18;
/** Between plot and labels under it. */
const LABEL_DROP = 4.5;
const GAP = 3;

/** Lays out axis, slots, key and words at periods, so that no label over a value leaves the drawing. */
export function verticalFrame(model: ChartModel, input: FrameInput, look: ChartLook): VerticalFrame {
  const { width, height, slots, scale } = input;
  const { measure, tokens } = look;
  const tickTexts = axisTexts(model, scale);
  const widest = Math.max(
    ...tickTexts
      .flat()
      .map((text) => measure.width(text, { family: 'sans', weight: 400 }, tokens.text.axis, model.lead)),
  );
  const left = Math.max(LEFT, widest + 7);
  const right = width - RIGHT - input.rightRoom;
  const slotWidth = (right - left) / slots.length;
  const x = (slot: number): number => left + slotWidth * (slot + 0.5);

  const parted = slots.some((slot) => 'label' in slot && needsParting(slot.label, slotWidth - 2, look));
  const labelled = slots.map((slot) => ({ slot, label: slotLabel(model, slot, { slotWidth, parted }, look) }));
  const labelRoom = Math.max(...labelled.map(({ label }) => stackSize(label, measure).height));
  const bottom = height - LABEL_DROP - Math.max(labelRoom, 9);

  const caption = axisCaption(input.unit, look);
  const captionHeight = stackSize(caption, measure).height;
  const slotOf = (index: number): number =>
    Math.max(
      0,
      slots.findIndex((slot) => slot.kind === 'value' && slot.index === index),
    );
  const marks = model.marks.map(({ period, words }) => {
    const slot = slotOf(model.periods.findIndex(({ id }) => id === period));
    return { slot, stack: markStack(words, slotWidth * 1.9, look) };
  });
  const marksHeight = Math.max(0, ...marks.map(({ stack }) => stackSize(stack, measure).height));
  const above = captionHeight + (input.head > 0 ? input.head + GAP : 0);
  const strip = marks.length === 0 ? above : above + marksHeight + GAP;
  const tickLines = Math.max(...tickTexts.map(({ length }) => length));
  let top = Math.max(CAPTION_ROOM + ((tickLines - 1) * tokens.text.axis) / 2, strip + GAP);
  for (let i = 0; i < 3; i += 1) {
    const yOf = (value: number): number => bottom - ((value - scale.min) / (scale.max - scale.min)) * (bottom - top);
    const highest = Math.min(
      ...input.labels.map(({ value, height: tall }) => yOf(Math.max(value, 0)) - GAP - tall),
      top,
    );
    top = Math.max(top, top + (strip - highest));
  }
  const y = (value: number): number => bottom - ((value - scale.min) / (scale.max - scale.min)) * (bottom - top);
  return {
    width,
    height,
    left,
    right,
    top,
    bottom,
    slotWidth,
    scale,
    slots: labelled,
    tickTexts,
    caption,
    headTop: captionHeight + 1,
    marks: marks.map(({ slot, stack }) => ({ slot, stack, y: above })),
    x,
    y,
    slotOf,
  };
}

/** Under how much room the labels of the axis stand below the plot, pt. */
export const AXIS_LABEL_DROP = LABEL_DROP;

/** Clears the gridlines behind a label that stands on one. */
export function clearGrid(pen: Pen, frame: VerticalFrame, box: Box): void {
  const crossed = frame.scale.ticks.some((tick) => {
    const y = frame.y(tick);
    return tick !== 0 && y > box.y + 0.5 && y < box.y + box.height - 0.5;
  });
  if (crossed)
    pen.rect({ x: box.x - 1.5, y: box.y + 0.8, width: box.width + 3, height: box.height - 1.6 }, { fill: 'white' });
}

/** Texts of ticks in each language whose unit differs; the second in its own scale where that is a power of ten. */
export function axisTexts(model: ChartModel, scale: ValueScale): readonly (readonly string[])[] {
  const factor = model.secondScale;
  return scale.ticks.map((tick) => {
    const first = tickText(tick, scale.places);
    if (factor === undefined || factor === 1) return [first];
    const places = Math.max(0, scale.places - Math.round(Math.log10(factor)));
    const second = tickText(tick * factor, shortest(scale, factor, places));
    return first === second ? [first] : [first, second];
  });
}

/** Decimals that the ticks need in the second unit. */
function shortest(scale: ValueScale, factor: number, most: number): number {
  for (let places = 0; places < most; places += 1) {
    if (scale.ticks.every((tick) => Math.abs(Number((tick * factor).toFixed(places)) - tick * factor) < 1e-9))
      return places;
  }
  return most;
}

/** The unit over the axis, one language after the other. */
export function axisCaption(unit: Phrases, look: ChartLook): LabelStack {
  if (unit.length === 0) return [];
  const style = { size: look.tokens.text.axis, paint: 'ink3' };
  return [line(unit.map(({ lang, text }, index) => run(`${index === 0 ? '' : ' · '}${text}`, lang, style)))];
}

function markStack(words: Phrases, width: number, look: ChartLook): LabelStack {
  return words.flatMap(({ lang, text }, index) => {
    const size =
      index === 0 ? look.tokens.text.annotation : Math.min(look.tokens.text.annotation, look.tokens.text.second);
    const widthOf = (part: string): number => look.measure.width(part, { family: 'sans', weight: 400 }, size, lang);
    return wrapLabel(text, lang, Math.max(width, 60), widthOf).map((part) =>
      line([run(part, lang, { size, paint: 'ink2' })]),
    );
  });
}

function slotLabel(
  model: ChartModel,
  slot: Slot,
  room: { readonly slotWidth: number; readonly parted: boolean },
  look: ChartLook,
): LabelStack {
  if (slot.kind === 'break' || slot.kind === 'future') return [];
  const current = slot.kind === 'value' && slot.current;
  const calendar = slot.kind === 'value' && slot.calendar;
  const label = periodLabel(slot.label, { width: room.slotWidth - 2, current, calendar, parted: room.parted }, look);
  const base = slot.kind === 'value' && model.kind === 'target' ? model.target?.base?.period : undefined;
  if (base === undefined || slot.kind !== 'value' || model.periods[slot.index]?.id !== base) return label;
  const small = { size: look.tokens.text.mini, paint: 'ink3' };
  return [...label, ...model.langs.map((lang) => line([run(look.words('chart_base', lang), lang, small)]))];
}
