import {
  type Drawing,
  type DrawingOp,
  IDENTITY,
  InternalError,
  type Matrix,
  multiply,
  type Segment,
  type Stroke,
} from '../core/index.ts';
import type { Canvas2D } from './canvas.ts';
import { createPath, round } from './canvas-path.ts';
import type { LabelMeasure } from './label-measure.ts';
import { alignOf, baselineDrop, fontOf } from './recorded-font.ts';

/** What the recorder is made with. Lengths in pt. */
export interface RecorderInput {
  readonly width: number;
  readonly height: number;
  readonly measure: LabelMeasure;
  /** Whether the theme has a paint of this name; any other colour is a fault of the chart code. */
  readonly hasPaint: (name: string) => boolean;
  /** Pixels a pt of whoever draws; a high number keeps a library that snaps lines to pixels from moving them. */
  readonly pixelRatio?: number;
}

/** A context that draws nothing: it writes down what was drawn, transforms resolved, colours as theme names. */
export interface Recorder {
  readonly context: Recording2D;
  /** The picture so far. */
  drawing(): Drawing;
}

/** The whole context that Chart.js may call. */
export interface Recording2D extends Canvas2D {
  readonly canvas: { width: number; height: number; readonly style: object; getContext(kind: string): Recording2D };
  setTransform(a: number, b: number, c: number, d: number, e: number, f: number): void;
  resetTransform(): void;
  transform(a: number, b: number, c: number, d: number, e: number, f: number): void;
  scale(x: number, y: number): void;
  getLineDash(): readonly number[];
  fillRect(x: number, y: number, width: number, height: number): void;
  strokeRect(x: number, y: number, width: number, height: number): void;
  /** Erases everything: nobody clears a part of a chart. */
  clearRect(): void;
  strokeText(text: string): void;
  drawImage(): void;
  arcTo(x1: number, y1: number, x2: number, y2: number, radius: number): void;
  ellipse(
    x: number,
    y: number,
    rx: number,
    ry: number,
    rotation: number,
    start: number,
    end: number,
    counterclockwise?: boolean,
  ): void;
  roundRect(x: number, y: number, width: number, height: number, radii?: number | readonly number[]): void;
}

/** Drawing state that a context shows as plain properties. */
type Attributes = Pick<
  Canvas2D,
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'lineCap'
  | 'lineJoin'
  | 'miterLimit'
  | 'lineDashOffset'
  | 'font'
  | 'textAlign'
  | 'textBaseline'
  | 'globalAlpha'
>;

const FRESH: Attributes = {
  fillStyle: 'transparent',
  strokeStyle: 'transparent',
  lineWidth: 1,
  lineCap: 'butt',
  lineJoin: 'miter',
  miterLimit: 10,
  lineDashOffset: 0,
  font: '400 10px sans-en',
  textAlign: 'start',
  textBaseline: 'alphabetic',
  globalAlpha: 1,
};

interface SavedState {
  readonly attributes: Attributes;
  readonly dash: readonly number[];
  readonly matrix: Matrix;
  /** Clips to undo when this state is left. */
  readonly clips: number;
}

/**
 * Makes a recorder. It refuses what the look does not have (transparency, gradients, pictures, outlined text) with an
 * InternalError: those are faults of the chart code, never of the content.
 * Source: HTML Living Standard, CanvasRenderingContext2D (states, paths, text baselines).
 */
export function createRecorder(input: RecorderInput): Recorder {
  const ratio = input.pixelRatio ?? 1;
  const base: Matrix = ratio === 1 ? IDENTITY : [1 / ratio, 0, 0, 1 / ratio, 0, 0];
  const ops: DrawingOp[] = [];
  const path = createPath();
  const stack: SavedState[] = [];
  let matrix = base;
  let dash: readonly number[] = [];
  let clips = 0;

  const opaque = (): void => {
    if (context.globalAlpha !== 1) throw new InternalError(`a chart drew with alpha ${context.globalAlpha}`);
  };
  const paintOf = (style: unknown): string | undefined => {
    if (style === 'transparent' || style === 'rgba(0,0,0,0)') return undefined;
    if (typeof style !== 'string' || !input.hasPaint(style)) {
      throw new InternalError(`a chart drew with ${String(style)}, which is no paint of the theme`);
    }
    opaque();
    return style;
  };
  const strokeOf = (): Stroke | undefined => {
    const paint = paintOf(context.strokeStyle);
    const [a, b, c, d] = matrix;
    const scale = Math.sqrt(Math.abs(a * d - b * c));
    if (paint === undefined || context.lineWidth <= 0) return undefined;
    return {
      paint,
      width: round(context.lineWidth * scale),
      ...(dash.length > 0 ? { dash: dash.map((length) => round(length * scale)) } : {}),
      ...(context.lineCap === 'round' || context.lineCap === 'square' ? { cap: context.lineCap } : {}),
      ...(context.lineJoin === 'round' || context.lineJoin === 'bevel' ? { join: context.lineJoin } : {}),
    };
  };
  const fillPath = (segments: readonly Segment[], rule?: string): void => {
    const fill = paintOf(context.fillStyle);
    if (fill === undefined || segments.length < 3) return;
    ops.push({ op: 'path', segments: [...segments], fill, ...(rule === 'evenodd' ? { evenOdd: true } : {}) });
  };
  const strokePath = (segments: readonly Segment[]): void => {
    const stroke = strokeOf();
    if (stroke === undefined || segments.length < 2) return;
    const last = ops.at(-1);
    if (last?.op === 'path' && last.stroke === undefined && sameSegments(last.segments, segments)) {
      ops[ops.length - 1] = { ...last, stroke };
    } else {
      ops.push({ op: 'path', segments: [...segments], stroke });
    }
  };
  const boxed = (x: number, y: number, width: number, height: number): readonly Segment[] => {
    const box = createPath();
    box.rect(matrix, x, y, width, height);
    return box.segments;
  };

  const context: Recording2D = {
    ...FRESH,
    canvas: {
      width: input.width,
      height: input.height,
      style: {},
      getContext: () => context,
    },
    save() {
      stack.push({ attributes: attributesOf(context), dash, matrix, clips });
      clips = 0;
    },
    restore() {
      const before = stack.pop();
      if (before === undefined) return;
      for (let i = 0; i < clips; i += 1) {
        if (ops.at(-1)?.op === 'clip') ops.pop();
        else ops.push({ op: 'restore' });
      }
      ({ dash, matrix, clips } = before);
      Object.assign(context, before.attributes);
    },
    setTransform(a, b, c, d, e, f) {
      matrix = multiply([a, b, c, d, e, f], base);
    },
    resetTransform() {
      matrix = base;
    },
    transform(a, b, c, d, e, f) {
      matrix = multiply([a, b, c, d, e, f], matrix);
    },
    translate(x, y) {
      context.transform(1, 0, 0, 1, x, y);
    },
    scale(x, y) {
      context.transform(x, 0, 0, y, 0, 0);
    },
    rotate(angle) {
      const cos = Math.cos(angle);
      const sin = Math.sin(angle);
      context.transform(cos, sin, -sin, cos, 0, 0);
    },
    setLineDash(segments) {
      dash = segments.length % 2 === 1 ? [...segments, ...segments] : [...segments];
    },
    getLineDash: () => dash,
    beginPath: () => path.begin(),
    closePath: () => path.close(),
    moveTo: (x, y) => path.move(matrix, x, y),
    lineTo: (x, y) => path.line(matrix, x, y),
    bezierCurveTo: (x1, y1, x2, y2, x, y) => path.cubic(matrix, x1, y1, x2, y2, x, y),
    quadraticCurveTo: (x1, y1, x, y) => path.quadratic(matrix, x1, y1, x, y),
    arc: (x, y, radius, start, end, counterclockwise = false) =>
      path.ellipse(matrix, { x, y, rx: radius, ry: radius, rotation: 0, start, end, counterclockwise }),
    ellipse: (x, y, rx, ry, rotation, start, end, counterclockwise = false) =>
      path.ellipse(matrix, { x, y, rx, ry, rotation, start, end, counterclockwise }),
    arcTo: (x1, y1, x2, y2, radius) => path.arcTo(matrix, x1, y1, x2, y2, radius),
    rect: (x, y, width, height) => path.rect(matrix, x, y, width, height),
    roundRect: (x, y, width, height, radii = 0) =>
      path.roundRect(matrix, x, y, width, height, typeof radii === 'number' ? [radii] : radii),
    fill: (rule) => fillPath(path.segments, rule),
    stroke: () => strokePath(path.segments),
    clip() {
      ops.push({ op: 'clip', segments: [...path.segments] });
      clips += 1;
    },
    fillRect: (x, y, width, height) => fillPath(boxed(x, y, width, height)),
    strokeRect: (x, y, width, height) => strokePath(boxed(x, y, width, height)),
    clearRect() {
      ops.length = 0;
    },
    fillText(text, x, y) {
      const paint = paintOf(context.fillStyle);
      if (paint === undefined || text === '') return;
      const font = fontOf(context.font);
      const [a, b, c, d, e, f] = matrix;
      const scale = Math.sqrt(Math.abs(a * d - b * c));
      const drop = baselineDrop(context.textBaseline, font, input.measure);
      const rotate = round((Math.atan2(b, a) * 180) / Math.PI);
      ops.push({
        op: 'text',
        text,
        x: round(a * x + c * (y + drop) + e),
        y: round(b * x + d * (y + drop) + f),
        size: round(font.size * scale),
        font: font.style,
        paint,
        lang: font.lang,
        align: alignOf(context.textAlign),
        ...(rotate === 0 ? {} : { rotate }),
      });
    },
    strokeText(text) {
      throw new InternalError(`a chart outlined the text ${text}`);
    },
    drawImage() {
      throw new InternalError('a chart drew a picture');
    },
    measureText(text) {
      const { style, lang, size } = fontOf(context.font);
      const width = input.measure.width(text, style, size, lang);
      const extent = input.measure.extent(style, lang);
      return {
        width,
        actualBoundingBoxAscent: extent.capHeight * size,
        actualBoundingBoxDescent: 0,
        actualBoundingBoxLeft: 0,
        actualBoundingBoxRight: width,
        fontBoundingBoxAscent: extent.ascent * size,
        fontBoundingBoxDescent: extent.descent * size,
      };
    },
  };

  return {
    context,
    drawing: () => ({ width: input.width, height: input.height, ops: [...ops] }),
  };
}

function attributesOf(context: Canvas2D): Attributes {
  const { fillStyle, strokeStyle, lineWidth, lineCap, lineJoin, miterLimit, lineDashOffset, font } = context;
  const { textAlign, textBaseline, globalAlpha } = context;
  return {
    fillStyle,
    strokeStyle,
    lineWidth,
    lineCap,
    lineJoin,
    miterLimit,
    lineDashOffset,
    font,
    textAlign,
    textBaseline,
    globalAlpha,
  };
}

function sameSegments(a: readonly Segment[], b: readonly Segment[]): boolean {
  return (
    a.length === b.length &&
    a.every((segment, i) => {
      const other = b[i];
      return other !== undefined && segment.length === other.length && segment.every((part, k) => part === other[k]);
    })
  );
}
