import type { Font } from '../../font/font.ts';
import { isArray, isText, nameOf, type Value } from '../../objects/index.ts';
import { drawnGlyphs } from '../drawn-glyph.ts';
import type { Mark } from '../item.ts';
import { type Machine, matrixFrom, number, type OperatorTable, resource, tell } from '../machine.ts';
import { IDENTITY, type Matrix } from '../matrix.ts';
import { type ShownCodes, ShownText } from '../shown-text.ts';

/** Modes that leave no mark on the page. Source: ISO 32000-1 table 106. */
const UNSEEN: ReadonlySet<number> = new Set([3, 7]);

/** Text state, positions and showing. Source: ISO 32000-1 9.3, 9.4. */
export const TEXT_OPERATORS: OperatorTable = {
  BT(machine) {
    setMatrix(machine, IDENTITY);
  },
  ET: () => undefined,
  Tf(machine, operands) {
    machine.state.font = machine.out.font(resource(machine, 'Font', operands[0]));
    machine.state.size = number(operands, 1);
    if (machine.state.font === undefined)
      tell(machine, 'resource', `there is no font \`${nameOf(operands[0]) ?? ''}\``);
  },
  Tc(machine, operands) {
    machine.state.characterSpace = number(operands, 0);
  },
  Tw(machine, operands) {
    machine.state.wordSpace = number(operands, 0);
  },
  Tz(machine, operands) {
    machine.state.scale = number(operands, 0) / 100;
  },
  TL(machine, operands) {
    machine.state.leading = number(operands, 0);
  },
  Ts(machine, operands) {
    machine.state.rise = number(operands, 0);
  },
  Tr(machine, operands) {
    machine.state.mode = number(operands, 0);
  },
  Td: (machine, operands) => nextLine(machine, number(operands, 0), number(operands, 1)),
  TD(machine, operands) {
    machine.state.leading = -number(operands, 1);
    nextLine(machine, number(operands, 0), number(operands, 1));
  },
  Tm: (machine, operands) => setMatrix(machine, matrixFrom(operands)),
  'T*': (machine) => nextLine(machine, 0, -machine.state.leading),
  Tj: (machine, operands) => show(machine, operands),
  "'"(machine, operands) {
    nextLine(machine, 0, -machine.state.leading);
    show(machine, operands);
  },
  '"'(machine, operands) {
    machine.state.wordSpace = number(operands, 0);
    machine.state.characterSpace = number(operands, 1);
    nextLine(machine, 0, -machine.state.leading);
    show(machine, operands.slice(2));
  },
  TJ(machine, operands) {
    const pieces = operands[0];
    show(machine, isArray(pieces) ? pieces : []);
  },
};

function nextLine(machine: Machine, x: number, y: number): void {
  machine.lineX += x;
  machine.lineY += y;
  machine.shown = 0;
}

function setMatrix(machine: Machine, matrix: Matrix): void {
  machine.textMatrix = matrix;
  machine.lineX = 0;
  machine.lineY = 0;
  machine.shown = 0;
}

/** Strings are shown, numbers between them move to the left by thousandths of the size. */
function show(machine: Machine, pieces: readonly Value[]): void {
  const { state, out } = machine;
  const { font, size, scale } = state;
  if (font === undefined) {
    tell(machine, 'resource', 'text is shown without a font');
    return;
  }
  const seen: ShownCodes = { text: '', codes: 0, width: 0 };
  const bare = !isReplaced(machine.mark);
  for (let i = 0; i < pieces.length; i += 1) {
    const piece = pieces[i];
    if (typeof piece === 'number') seen.width -= (piece / 1000) * size * scale;
    else if (isText(piece)) showCodes(machine, font, piece.bytes, bare, seen);
  }
  if (seen.codes > 0) {
    if (!UNSEEN.has(state.mode)) font.visible = true;
    out.items.push(new ShownText(machine, font, seen));
  }
  machine.shown += seen.width;
}

function showCodes(machine: Machine, font: Font, bytes: string, bare: boolean, seen: ShownCodes): void {
  const { state, frame, out } = machine;
  const { codeLength } = font;
  let text = '';
  let width = 0;
  let spaces = 0;
  for (let i = 0; i + codeLength <= bytes.length; i += codeLength) {
    const code = codeLength === 1 ? bytes.charCodeAt(i) : (bytes.charCodeAt(i) << 8) | bytes.charCodeAt(i + 1);
    let use = font.used.get(code);
    if (use === undefined) {
      use = { text: font.textOf(code), width: font.widthOf(code), bare, page: frame.page };
      font.used.set(code, use);
    } else if (bare) use.bare = true;
    text += use.text;
    width += use.width;
    if (code === 32) spaces += 1;
  }
  out.glyphs?.push(...drawnGlyphs(machine, font, bytes, machine.shown + seen.width));
  const codes = Math.floor(bytes.length / codeLength);
  // Space between words is for the code of a space in fonts of single bytes alone.
  const words = codeLength === 1 ? spaces * state.wordSpace : 0;
  seen.text += text;
  seen.codes += codes;
  seen.width += ((width / 1000) * state.size + codes * state.characterSpace + words) * state.scale;
}

function isReplaced(mark: Mark | undefined): boolean {
  for (let at = mark; at !== undefined; at = at.outer) if (at.actualText !== undefined) return true;
  return false;
}
