import type { Segment } from '../../../core/index.ts';
import { arcSegments } from './arc.ts';

const TOKEN = /([MmLlHhVvCcSsQqTtAaZz])|([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)/g;
const ARGUMENTS: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 };

/** Reads path data into absolute segments; undefined when it breaks the grammar. Source: SVG 1.1 8.3. */
export function readPathData(data: string): readonly Segment[] | undefined {
  const commands = readCommands(data);
  if (commands === undefined) return undefined;
  const out: Segment[] = [];
  let x = 0;
  let y = 0;
  let start = [0, 0] as readonly [number, number];
  /** Last control point of a curve, reflected by the smooth commands. */
  let control: { readonly kind: 'C' | 'Q'; readonly x: number; readonly y: number } | undefined;
  const cubic = (x1: number, y1: number, x2: number, y2: number, x3: number, y3: number): void => {
    out.push(['C', x1, y1, x2, y2, x3, y3]);
    control = { kind: 'C', x: x2, y: y2 };
    x = x3;
    y = y3;
  };
  const quadratic = (cx: number, cy: number, x3: number, y3: number): void => {
    const third = (from: number, to: number): number => from + ((to - from) * 2) / 3;
    cubic(third(x, cx), third(y, cy), third(x3, cx), third(y3, cy), x3, y3);
    control = { kind: 'Q', x: cx, y: cy };
  };
  for (const { letter, values } of commands) {
    const relative = letter !== letter.toUpperCase();
    const kind = letter.toUpperCase();
    const at = (i: number, base: number): number => (values[i] ?? 0) + (relative ? base : 0);
    const before = control;
    control = undefined;
    const mirror = (curve: 'C' | 'Q'): readonly [number, number] =>
      before?.kind === curve ? [2 * x - before.x, 2 * y - before.y] : [x, y];
    if (kind === 'Z') {
      out.push(['Z']);
      [x, y] = start;
    } else if (kind === 'M' || kind === 'L' || kind === 'H' || kind === 'V') {
      const [fromX, fromY] = [x, y];
      x = kind === 'V' ? fromX : at(0, fromX);
      y = kind === 'H' ? fromY : at(kind === 'V' ? 0 : 1, fromY);
      out.push([kind === 'M' ? 'M' : 'L', x, y]);
      if (kind === 'M') start = [x, y];
    } else if (kind === 'C') {
      cubic(at(0, x), at(1, y), at(2, x), at(3, y), at(4, x), at(5, y));
    } else if (kind === 'S') {
      const [x1, y1] = mirror('C');
      cubic(x1, y1, at(0, x), at(1, y), at(2, x), at(3, y));
    } else if (kind === 'Q') {
      quadratic(at(0, x), at(1, y), at(2, x), at(3, y));
    } else if (kind === 'T') {
      const [cx, cy] = mirror('Q');
      quadratic(cx, cy, at(0, x), at(1, y));
    } else {
      const [rx = 0, ry = 0, turn = 0, large = 0, sweep = 0] = values;
      const to = [at(5, x), at(6, y)] as const;
      out.push(...arcSegments({ from: [x, y], to, rx, ry, turn, large: large !== 0, sweep: sweep !== 0 }));
      [x, y] = to;
    }
  }
  return out;
}

interface Command {
  readonly letter: string;
  readonly values: readonly number[];
}

/** Splits into single commands: further arguments repeat the command, after a move as lines. */
function readCommands(data: string): readonly Command[] | undefined {
  if (data.replace(TOKEN, '').replace(/[\s,]/g, '') !== '') return undefined;
  const commands: Command[] = [];
  let letter = '';
  let numbers: number[] = [];
  const flush = (): boolean => {
    if (letter === '') return numbers.length === 0;
    const size = ARGUMENTS[letter.toUpperCase()] ?? 0;
    if (size === 0 ? numbers.length > 0 : numbers.length === 0 || numbers.length % size !== 0) return false;
    if (size === 0) commands.push({ letter, values: [] });
    for (let i = 0; size > 0 && i < numbers.length; i += size) {
      const repeated = i > 0 && letter.toUpperCase() === 'M' ? (letter === 'm' ? 'l' : 'L') : letter;
      commands.push({ letter: repeated, values: numbers.slice(i, i + size) });
    }
    return true;
  };
  for (const [, command, number] of separated(data).matchAll(TOKEN)) {
    if (command === undefined) {
      numbers.push(Number(number));
    } else {
      if (!flush()) return undefined;
      letter = command;
      numbers = [];
    }
  }
  const first = commands[0]?.letter ?? letter;
  return flush() && (first === '' || first.toUpperCase() === 'M') ? commands : undefined;
}

/** Arc flags may be written without separators (`a1 1 0 01 5 5`); they are parted here, so that numbers read alike. */
function separated(data: string): string {
  return data.replace(/[Aa][^A-Za-df-z]*/g, (command) => {
    const number = '[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?';
    const gap = '[\\s,]*';
    const arc = new RegExp(
      `(${number})${gap}(${number})${gap}(${number})${gap}([01])${gap}([01])${gap}(${number})${gap}(${number})`,
      'g',
    );
    return command.replace(arc, '$1 $2 $3 $4 $5 $6 $7 ');
  });
}
