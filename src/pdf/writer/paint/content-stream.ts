import type { Matrix, Paint, Segment, Stroke } from '../../../core/index.ts';
import { InternalError } from '../../../core/index.ts';
import { num, type Syntax } from '../file/syntax.ts';
import type { Palette } from './palette.ts';
import { pathSyntax } from './path-syntax.ts';

/** Text of one font on one line, ready to be shown. Strings hold codes; numbers move left by thousandths of the size. */
export interface ShownText {
  readonly font: Syntax;
  readonly size: number;
  /** pt added after each code. */
  readonly spacing: number;
  readonly paint: Paint;
  readonly pieces: readonly (Syntax | number)[];
}

/** `ofText`: it belongs to text of this size, pt, as an underline does, and takes its inks. */
export interface PathPaint {
  readonly ofText?: number;
  readonly segments: readonly Segment[];
  readonly fill?: Paint;
  readonly stroke?: Stroke;
  readonly evenOdd?: boolean;
}

/** Operators of one content stream, y upwards. What is set already is not set again. */
export interface ContentStream {
  /** `at`: the text's origin, or a whole text matrix. */
  showText(text: ShownText, at: readonly [number, number] | Matrix): void;
  drawPath(path: PathPaint): void;
  /** Everything until the matching `restore` is clipped. */
  saveAndClip(segments: readonly Segment[]): void;
  saveAndTransform(matrix: Matrix): void;
  save(): void;
  restore(): void;
  /** Paints a form or image by its name in the resources, or operators made elsewhere for an inherited state. */
  paintObject(resource: Syntax): void;
  paintSyntax(operators: Syntax): void;
  /**
   * Opens marked content: the operands before `BDC` or `BMC`, with the operator. `holds: 'text'`: nothing else will be painted
   * in it, so that the text object goes on through this mark and the next. Source: ISO 32000-1 14.6.1.
   */
  openMark(operator: Syntax, holds?: 'text'): void;
  closeMark(): void;
  readonly syntax: Syntax;
}

/** Names of the graphics states that switch overprinting on and off. */
export interface OverprintStates {
  readonly on: Syntax;
  readonly off: Syntax;
}

/** `overprint`: without it the file does not overprint. `inherits`: the state at the start is that of another stream. */
export interface StreamStart {
  readonly overprint?: OverprintStates | undefined;
  readonly inherits?: boolean;
}

const CAPS = { butt: '0 J', round: '1 J', square: '2 J' } as const;
const JOINS = { miter: '0 j', round: '1 j', bevel: '2 j' } as const;

interface GraphicsState {
  fill: Syntax;
  stroke: Syntax;
  width: number;
  dash: string;
  cap: string;
  join: string;
  /** Undefined: not known. */
  overprint: boolean | undefined;
  font: string;
  spacing: number;
  /** How much larger than its size text comes out. */
  scale: number;
}

const PAGE_STATE: GraphicsState = {
  fill: '0 g',
  stroke: '0 G',
  width: 1,
  dash: '',
  cap: CAPS.butt,
  join: JOINS.miter,
  overprint: false,
  font: '',
  spacing: 0,
  scale: 1,
};
/** A picture begins in whatever colours, overprint and text state hold where it is painted; pages leave the rest as it was. */
const INHERITED_STATE: GraphicsState = {
  ...PAGE_STATE,
  fill: '',
  stroke: '',
  overprint: undefined,
  spacing: Number.NaN,
};

/** Opens an empty stream. Source: ISO 32000-1 8.2, 8.4, 9.2, and Annex A for the operators. */
export function createContentStream(palette: Palette, options: StreamStart = {}): ContentStream {
  const { overprint } = options;
  let out = '';
  let state: GraphicsState = { ...(options.inherits === true ? INHERITED_STATE : PAGE_STATE) };
  const saved: GraphicsState[] = [];
  /** Where the current line of the open text object starts; undefined outside a text object. */
  let lineStart: { x: number; y: number } | undefined;

  const emit = (operator: Syntax): void => {
    out += `${operator}\n`;
  };
  /** What the open marks hold. */
  const marks: ('text' | undefined)[] = [];

  const leaveText = (): void => {
    if (lineStart === undefined) return;
    if (marks.includes('text')) throw new InternalError('a mark that holds text is to hold something else');
    emit('ET');
    lineStart = undefined;
  };
  const enterText = (): void => {
    leaveText();
    emit('BT');
    leaveAfterMatrix = false;
    lineStart = { x: 0, y: 0 };
  };
  const setFill = (operator: Syntax): void => {
    if (operator !== state.fill) emit(operator);
    state.fill = operator;
  };
  const setOverprint = (wanted: boolean): void => {
    if (overprint === undefined || wanted === state.overprint) return;
    emit(`${wanted ? overprint.on : overprint.off} gs`);
    state.overprint = wanted;
  };
  const setStroke = (stroke: Stroke, operator: Syntax): void => {
    if (operator !== state.stroke) emit(operator);
    state.stroke = operator;
    if (stroke.width !== state.width) emit(`${num(stroke.width, 3)} w`);
    state.width = stroke.width;
    const dash = (stroke.dash ?? []).map((length) => num(length)).join(' ');
    if (dash !== state.dash) emit(`[${dash}]0 d`);
    state.dash = dash;
    const cap = CAPS[stroke.cap ?? 'butt'];
    if (cap !== state.cap) emit(cap);
    state.cap = cap;
    const join = JOINS[stroke.join ?? 'miter'];
    if (join !== state.join) emit(join);
    state.join = join;
  };
  const moveTo = (at: readonly [number, number] | Matrix): void => {
    if (at.length === 6) {
      if (lineStart === undefined) emit('BT');
      const [a, b, c, d, e, f] = at;
      emit(`${[a, b, c, d].map((part) => num(part, 5)).join(' ')} ${num(e)} ${num(f)} Tm`);
      leaveAfterMatrix = true;
      lineStart = { x: e, y: f };
      return;
    }
    if (leaveAfterMatrix) leaveText();
    leaveAfterMatrix = false;
    const x = Math.round(at[0] * 100) / 100;
    const y = Math.round(at[1] * 100) / 100;
    if (lineStart === undefined) emit('BT');
    const from = lineStart ?? { x: 0, y: 0 };
    if (x !== from.x || y !== from.y) emit(`${num(x - from.x)} ${num(y - from.y)} Td`);
    lineStart = { x, y };
  };
  /** A text matrix stays until the text object ends. */
  let leaveAfterMatrix = false;

  return {
    showText(text, at) {
      const ink = palette.text(text.paint, text.size * state.scale);
      setOverprint(ink.overprints);
      setFill(ink.fill);
      moveTo(at);
      const font = `${text.font} ${num(text.size, 3)} Tf`;
      if (font !== state.font) emit(font);
      state.font = font;
      if (text.spacing !== state.spacing) emit(`${num(text.spacing, 3)} Tc`);
      state.spacing = text.spacing;
      const [only, more] = text.pieces;
      if (more === undefined && typeof only === 'string') emit(`${only}Tj`);
      else emit(`[${text.pieces.join('')}]TJ`);
    },
    drawPath({ segments, fill, stroke, evenOdd, ofText }) {
      const paint = fill ?? stroke?.paint;
      if (paint === undefined) return;
      leaveText();
      const ink = ofText === undefined ? undefined : palette.text(paint, ofText * state.scale);
      setOverprint(ink?.overprints ?? (fill === undefined && palette.overprints(paint)));
      if (fill !== undefined) setFill(ink?.fill ?? palette.fill(fill));
      if (stroke !== undefined) setStroke(stroke, ink?.stroke ?? palette.stroke(stroke.paint));
      const rule = evenOdd === true ? '*' : '';
      out += pathSyntax(segments);
      emit(fill === undefined ? 'S' : stroke === undefined ? `f${rule}` : `B${rule}`);
    },
    saveAndClip(segments) {
      this.save();
      out += pathSyntax(segments);
      emit('W n');
    },
    saveAndTransform(matrix) {
      this.save();
      const [a, b, c, d, e, f] = matrix;
      emit(`${[a, b, c, d].map((part) => num(part, 5)).join(' ')} ${num(e, 3)} ${num(f, 3)} cm`);
      state.scale *= Math.sqrt(Math.abs(a * d - b * c));
    },
    save() {
      leaveText();
      saved.push({ ...state });
      emit('q');
    },
    restore() {
      leaveText();
      const before = saved.pop();
      if (before === undefined) throw new InternalError('a graphics state is restored that was not saved');
      state = before;
      emit('Q');
    },
    paintObject(resource) {
      leaveText();
      setOverprint(false);
      emit(`${resource} Do`);
    },
    paintSyntax(operators) {
      leaveText();
      out += operators;
    },
    openMark(operator, holds) {
      if (holds !== 'text') leaveText();
      else if (lineStart === undefined || leaveAfterMatrix) enterText();
      marks.push(holds);
      emit(operator);
    },
    closeMark() {
      if (marks.pop() !== 'text') leaveText();
      emit('EMC');
    },
    get syntax() {
      leaveText();
      return out;
    },
  };
}
