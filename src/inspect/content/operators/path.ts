import { takeInCurve, takeInPoint } from '../curve-box.ts';
import type { PathStep } from '../drawn-shape.ts';
import { type Machine, number, type OperatorTable } from '../machine.ts';
import type { Matrix } from '../matrix.ts';

/** Building and painting paths. Source: ISO 32000-1 8.5. */
export const PATH_OPERATORS: OperatorTable = {
  m: (machine, operands) => point(machine, 'm', operands),
  l: (machine, operands) => point(machine, 'l', operands),
  c: (machine, operands) => curve(machine, 'c', operands, [0, 2, 4]),
  // The first handle is the start, or the second one the end.
  v: (machine, operands) => curve(machine, 'v', operands, [undefined, 0, 2]),
  y: (machine, operands) => curve(machine, 'y', operands, [0, 2, 2]),
  h(machine) {
    machine.at = machine.start;
    step(machine, 'h', []);
  },
  re(machine, operands) {
    const x = number(operands, 0);
    const y = number(operands, 1);
    const width = number(operands, 2);
    const height = number(operands, 3);
    extend(machine, x + width, y);
    extend(machine, x, y + height);
    extend(machine, x + width, y + height);
    extend(machine, x, y);
    machine.start = machine.at;
    step(machine, 'm', [x, y]);
    step(machine, 'l', [x + width, y]);
    step(machine, 'l', [x + width, y + height]);
    step(machine, 'l', [x, y + height]);
    step(machine, 'h', []);
  },
  W: () => undefined,
  'W*': () => undefined,
  n(machine) {
    machine.path = undefined;
    machine.steps = [];
  },
  f: (machine) => paint(machine, true, false),
  F: (machine) => paint(machine, true, false),
  'f*': (machine) => paint(machine, true, false),
  S: (machine) => paint(machine, false, true),
  s: (machine) => paint(machine, false, true),
  B: (machine) => paint(machine, true, true),
  'B*': (machine) => paint(machine, true, true),
  b: (machine) => paint(machine, true, true),
  'b*': (machine) => paint(machine, true, true),
};

function point(machine: Machine, op: 'm' | 'l', operands: readonly unknown[]): void {
  const [x, y] = operands;
  if (machine.out.shapes !== undefined) step(machine, op, operands.slice(0, 2));
  if (typeof x !== 'number' || typeof y !== 'number') return;
  extend(machine, x, y);
  if (op === 'm') machine.start = machine.at;
}

/** @param places  of the two handles and the end among the operands; a handle without one is the start */
function curve(
  machine: Machine,
  op: 'c' | 'v' | 'y',
  operands: readonly unknown[],
  places: readonly [number | undefined, number, number],
): void {
  if (machine.out.shapes !== undefined) step(machine, op, operands.slice(0, op === 'c' ? 6 : 4));
  const { matrix } = machine.state;
  const { at, path } = machine;
  const points = [...at];
  for (const place of places) {
    const [x, y] = place === undefined ? [] : [operands[place], operands[place + 1]];
    if (place === undefined) points.push(...at);
    else if (typeof x !== 'number' || typeof y !== 'number') return;
    else points.push(...moved(matrix, x, y));
  }
  if (path === undefined) return;
  takeInCurve(path, points);
  machine.at = [points[6] ?? 0, points[7] ?? 0];
}

function extend(machine: Machine, x: number, y: number): void {
  const at = moved(machine.state.matrix, x, y);
  machine.at = at;
  if (machine.path === undefined) machine.path = [at[0], at[1], at[0], at[1]];
  else takeInPoint(machine.path, at[0], at[1]);
}

function moved(matrix: Matrix, x: number, y: number): readonly [number, number] {
  return [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]];
}

/** Kept only where a reader asks for shapes. */
function step(machine: Machine, op: PathStep['op'], at: readonly unknown[]): void {
  if (machine.out.shapes === undefined) return;
  const { matrix } = machine.state;
  const points: number[] = [];
  for (let i = 0; i + 1 < at.length; i += 2) {
    const [x, y] = [at[i], at[i + 1]];
    if (typeof x !== 'number' || typeof y !== 'number') return;
    points.push(...moved(matrix, x, y));
  }
  machine.steps.push({ op, points });
}

function paint(machine: Machine, fills: boolean, strokes: boolean): void {
  const { path: box, steps, state, mark, frame } = machine;
  machine.path = undefined;
  if (box === undefined) return;
  if (machine.out.shapes !== undefined) {
    machine.steps = [];
    machine.out.shapes.push({
      page: frame.page,
      steps,
      box,
      filled: fills,
      stroked: strokes,
      paint: state[fills ? 'fill' : 'stroke'],
    });
  }
  machine.out.items.push({
    kind: 'path',
    page: frame.page,
    mark,
    part: frame.part,
    box,
    transparent: state.transparent,
    fill: fills ? state.fill : undefined,
    stroke: strokes ? state.stroke : undefined,
  });
}
