import type { Font } from '../font/font.ts';
import type { Mark, Paint, Part, TextItem } from './item.ts';
import type { Machine } from './machine.ts';
import { type Box, boxAround, type Matrix, multiply, shifted } from './matrix.ts';

/** What one operator has shown so far; the width in the space of the text. */
export interface ShownCodes {
  text: string;
  codes: number;
  width: number;
}

/** Height and depth of text for its box, em. */
const ASCENT = 0.8;
const DESCENT = 0.2;

/** Text as it was shown. Few rules ask where it stands, so that its place is worked out only then. */
export class ShownText implements TextItem {
  readonly kind = 'text';
  readonly page: number;
  readonly part: Part;
  readonly mark: Mark | undefined;
  readonly transparent: boolean;
  readonly font: Font;
  readonly text: string;
  readonly codes: number;
  readonly fill: Paint | undefined;
  readonly stroke: Paint | undefined;
  readonly #textMatrix: Matrix;
  readonly #matrix: Matrix;
  readonly #x: number;
  readonly #y: number;
  readonly #width: number;
  readonly #size: number;
  readonly #rise: number;

  constructor(machine: Machine, font: Font, { text, codes, width }: ShownCodes) {
    const { state, frame } = machine;
    const painted = state.mode % 4;
    this.page = frame.page;
    this.part = frame.part;
    this.mark = machine.mark;
    this.transparent = state.transparent;
    this.font = font;
    this.text = text;
    this.codes = codes;
    this.fill = painted === 0 || painted === 2 ? state.fill : undefined;
    this.stroke = painted === 1 || painted === 2 ? state.stroke : undefined;
    this.#textMatrix = machine.textMatrix;
    this.#matrix = state.matrix;
    this.#x = machine.lineX + machine.shown;
    this.#y = machine.lineY;
    this.#width = width;
    this.#size = state.size;
    this.#rise = state.rise;
  }

  get box(): Box {
    const low = this.#rise - DESCENT * this.#size;
    const high = this.#rise + ASCENT * this.#size;
    return boxAround(this.#place(), 0, low, this.#width, high);
  }

  get size(): number {
    const place = this.#place();
    return Math.abs(this.#size) * Math.hypot(place[2], place[3]);
  }

  /** Where its baseline begins, how far it goes, and its angle against the page’s horizontal in degrees. */
  get baseline(): { readonly x: number; readonly y: number; readonly width: number; readonly angle: number } {
    const [a, b, c, d, e, f] = this.#place();
    return {
      x: c * this.#rise + e,
      y: d * this.#rise + f,
      width: this.#width * Math.hypot(a, b),
      angle: (Math.atan2(b, a) * 180) / Math.PI,
    };
  }

  #place(): Matrix {
    return multiply(shifted(this.#textMatrix, this.#x, this.#y), this.#matrix);
  }
}
