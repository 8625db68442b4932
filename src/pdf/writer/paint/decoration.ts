import { circle, type Paint, type Stroke } from '../../../core/index.ts';
import type { PlacedBox, PlacedRun } from '../../../typeset/types.ts';
import type { PlacedLine } from '../../placed.ts';
import type { ContentStream } from './content-stream.ts';
import type { Frame } from './frame.ts';
import { runWidth } from './line-text.ts';

/** Boxes round inlines of a line. */
export function boxesOf(line: PlacedLine): readonly PlacedBox[] {
  return line.line.items.filter((item) => item.kind === 'box');
}

/** Paints a box; its border runs inside its edges. */
export function paintBox(content: ContentStream, part: PlacedBox, line: PlacedLine, frame: Frame): void {
  const inset = part.box.stroke.width / 2;
  const left = frame.left + line.x + part.x + inset;
  const right = frame.left + line.x + part.x + part.width - inset;
  const top = frame.top - line.y + part.ascent - inset;
  const bottom = frame.top - line.y - part.descent + inset;
  content.save();
  content.drawPath({
    segments: [['M', left, bottom], ['L', right, bottom], ['L', right, top], ['L', left, top], ['Z']],
    stroke: part.box.stroke,
    ...(part.box.fill === undefined ? {} : { fill: part.box.fill }),
  });
  content.restore();
}

/** Paints the underlines, strikes and dots of lines; undefined where they have none. */
export function decorationOf(
  lines: readonly PlacedLine[],
): ((content: ContentStream, frame: Frame) => void) | undefined {
  const rules = lines.flatMap(rulesOf);
  const dots = lines.flatMap(dotsOf);
  if (rules.length + dots.length === 0) return undefined;
  return (content, frame) => {
    for (const rule of rules) paintRule(content, rule, frame);
    for (const dot of dots) paintDot(content, dot, frame);
  };
}

/** A straight line along text, pt from the trim's top left, y down. */
interface Rule {
  readonly stroke: Stroke;
  /** Of the text, pt. */
  readonly size: number;
  readonly from: number;
  to: number;
  readonly y: number;
}

/** Below the baseline, in the size of the text; and above it, where it crosses figures and capitals in their middle. */
const UNDERLINE = 0.13;
const STRIKE = 0.33;

/** Underlines and strikes of a line, joined over the runs that they go through. */
function rulesOf(line: PlacedLine): readonly Rule[] {
  const rules: Rule[] = [];
  const add = (run: PlacedRun, stroke: Stroke, lift: number): void => {
    const from = line.x + run.x;
    const to = from + runWidth(run);
    const y = line.y - run.rise - lift * run.size;
    const last = rules.at(-1);
    const goesOn = last !== undefined && last.y === y && Math.abs(last.to - from) < 0.01;
    if (goesOn && last.stroke.paint === stroke.paint && last.stroke.width === stroke.width) last.to = to;
    else rules.push({ stroke, size: run.size, from, to, y });
  };
  for (const item of line.line.items) {
    if (item.kind !== 'glyphs') continue;
    if (item.underline !== undefined) add(item, item.underline, -UNDERLINE);
    if (item.strike !== undefined) add(item, item.strike, STRIKE);
  }
  return rules;
}

/** A filled dot, pt from the trim's top left, y down. */
interface Dot {
  readonly paint: Paint;
  /** Of the text, pt. */
  readonly size: number;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** Middle of a dot below the baseline and its radius, in the size of the text: between the body of the Han and the next line. */
const DOT_DROP = 0.25;
const DOT_RADIUS = 0.07;

/** Dots of emphasis under the Han of a line. Source: CLREQ, emphasis dots; GB/T 15834-2011 5.1.8. */
function dotsOf(line: PlacedLine): readonly Dot[] {
  return line.line.items.flatMap((run) => {
    if (run.kind !== 'glyphs' || run.dots === undefined) return [];
    const y = line.y - run.rise + DOT_DROP * run.size;
    return run.dots.map((x) => ({
      paint: run.paint,
      size: run.size,
      x: line.x + run.x + x,
      y,
      radius: DOT_RADIUS * run.size,
    }));
  });
}

function paintRule(content: ContentStream, { stroke, size, from, to, y }: Rule, frame: Frame): void {
  content.save();
  content.drawPath({
    segments: [
      ['M', frame.left + from, frame.top - y],
      ['L', frame.left + to, frame.top - y],
    ],
    stroke,
    ofText: size,
  });
  content.restore();
}

function paintDot(content: ContentStream, { paint, size, x, y, radius }: Dot, frame: Frame): void {
  content.drawPath({ segments: circle(frame.left + x, frame.top - y, radius), fill: paint, ofText: size });
}
