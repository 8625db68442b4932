import type { Font } from '../../font/font.ts';
import { isArray, isText, nameOf, type Value } from '../../objects/index.ts';
import { fillOf, strokeOf } from '../graphics-state.ts';
import type { Mark } from '../item.ts';
import { type Machine, number, type OperatorTable, resource, standing, tell } from '../machine.ts';
import { boxAround, IDENTITY, multiply } from '../matrix.ts';

/** Height and depth of text for its box, em. */
const ASCENT = 0.8;
const DESCENT = 0.2;
/** Modes that leave no mark on the page. Source: ISO 32000-1 table 106. */
const UNSEEN: ReadonlySet<number> = new Set([3, 7]);

/** Text state, positions and showing. Source: ISO 32000-1 9.3, 9.4. */
export const TEXT_OPERATORS: OperatorTable = {
  BT(machine) {
    machine.textMatrix = IDENTITY;
    machine.lineMatrix = IDENTITY;
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
  Tm(machine, operands) {
    const at = (i: number): number => number(operands, i);
    machine.lineMatrix = [at(0), at(1), at(2), at(3), at(4), at(5)];
    machine.textMatrix = machine.lineMatrix;
  },
  'T*': (machine) => nextLine(machine, 0, -machine.state.leading),
  Tj: (machine, operands) => show(machine, operands.slice(0, 1)),
  "'"(machine, operands) {
    nextLine(machine, 0, -machine.state.leading);
    show(machine, operands.slice(0, 1));
  },
  '"'(machine, operands) {
    machine.state.wordSpace = number(operands, 0);
    machine.state.characterSpace = number(operands, 1);
    nextLine(machine, 0, -machine.state.leading);
    show(machine, operands.slice(2, 3));
  },
  TJ(machine, operands) {
    const pieces = operands[0];
    show(machine, isArray(pieces) ? pieces : []);
  },
};

function nextLine(machine: Machine, x: number, y: number): void {
  machine.lineMatrix = multiply([1, 0, 0, 1, x, y], machine.lineMatrix);
  machine.textMatrix = machine.lineMatrix;
}

function advance(machine: Machine, width: number): void {
  machine.textMatrix = multiply([1, 0, 0, 1, width, 0], machine.textMatrix);
}

/** Strings are shown, numbers between them move to the left by thousandths of the size. */
function show(machine: Machine, pieces: readonly Value[]): void {
  const { state, out } = machine;
  const { font, size, scale } = state;
  if (font === undefined) {
    tell(machine, 'resource', 'text is shown without a font');
    return;
  }
  const seen: Shown = { text: '', codes: 0, width: 0 };
  const bare = !isReplaced(machine.mark);
  for (const piece of pieces) {
    if (typeof piece === 'number') seen.width -= (piece / 1000) * size * scale;
    else if (isText(piece)) showCodes(machine, font, piece.bytes, bare, seen);
  }
  if (seen.codes > 0) {
    if (!UNSEEN.has(state.mode)) font.visible = true;
    const whole = multiply(machine.textMatrix, state.matrix);
    const box = boxAround(whole, 0, state.rise - DESCENT * size, seen.width, state.rise + ASCENT * size);
    const painted = state.mode % 4;
    out.items.push({
      kind: 'text',
      ...standing(machine, box),
      font,
      text: seen.text,
      codes: seen.codes,
      size: Math.abs(size) * Math.hypot(whole[2], whole[3]),
      fill: painted === 0 || painted === 2 ? fillOf(state) : undefined,
      stroke: painted === 1 || painted === 2 ? strokeOf(state) : undefined,
    });
  }
  advance(machine, seen.width);
}

/** What one operator has shown so far. */
interface Shown {
  text: string;
  codes: number;
  width: number;
}

function showCodes(machine: Machine, font: Font, bytes: string, bare: boolean, seen: Shown): void {
  const { state, frame } = machine;
  const { codeLength } = font;
  for (let i = 0; i + codeLength <= bytes.length; i += codeLength) {
    const code = codeLength === 1 ? bytes.charCodeAt(i) : (bytes.charCodeAt(i) << 8) | bytes.charCodeAt(i + 1);
    const use = font.used.get(code);
    if (use === undefined) font.used.set(code, { count: 1, bare, page: frame.page });
    else {
      use.count += 1;
      use.bare ||= bare;
    }
    seen.text += font.textOf(code);
    seen.codes += 1;
    const space = codeLength === 1 && code === 32 ? state.wordSpace : 0;
    seen.width += ((font.widthOf(code) / 1000) * state.size + state.characterSpace + space) * state.scale;
  }
}

function isReplaced(mark: Mark | undefined): boolean {
  for (let at = mark; at !== undefined; at = at.outer) if (at.actualText !== undefined) return true;
  return false;
}
