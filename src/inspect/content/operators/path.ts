import type { PathStep } from '../drawn-shape.ts';
import { type Machine, number, type OperatorTable } from '../machine.ts';

/** Building and painting paths. Source: ISO 32000-1 8.5. */
export const PATH_OPERATORS: OperatorTable = {
  m: (machine, operands) => points(machine, 'm', operands, 2),
  l: (machine, operands) => points(machine, 'l', operands, 2),
  c: (machine, operands) => points(machine, 'c', operands, 6),
  v: (machine, operands) => points(machine, 'v', operands, 4),
  y: (machine, operands) => points(machine, 'y', operands, 4),
  h: (machine) => step(machine, 'h', []),
  re(machine, operands) {
    const x = number(operands, 0);
    const y = number(operands, 1);
    const width = number(operands, 2);
    const height = number(operands, 3);
    extend(machine, x, y);
    extend(machine, x + width, y);
    extend(machine, x, y + height);
    extend(machine, x + width, y + height);
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

function points(machine: Machine, op: PathStep['op'], operands: readonly unknown[], count: number): void {
  if (machine.out.shapes !== undefined) step(machine, op, operands.slice(0, count));
  for (let i = 0; i + 1 < count; i += 2) {
    const x = operands[i];
    const y = operands[i + 1];
    if (typeof x === 'number' && typeof y === 'number') extend(machine, x, y);
  }
}

function extend(machine: Machine, x: number, y: number): void {
  const { matrix } = machine.state;
  const px = matrix[0] * x + matrix[2] * y + matrix[4];
  const py = matrix[1] * x + matrix[3] * y + matrix[5];
  const { path } = machine;
  if (path === undefined) {
    machine.path = [px, py, px, py];
    return;
  }
  if (px < path[0]) path[0] = px;
  if (py < path[1]) path[1] = py;
  if (px > path[2]) path[2] = px;
  if (py > path[3]) path[3] = py;
}

/** Kept only where a reader asks for shapes. */
function step(machine: Machine, op: PathStep['op'], at: readonly unknown[]): void {
  if (machine.out.shapes === undefined) return;
  const { matrix } = machine.state;
  const points: number[] = [];
  for (let i = 0; i + 1 < at.length; i += 2) {
    const [x, y] = [at[i], at[i + 1]];
    if (typeof x !== 'number' || typeof y !== 'number') return;
    points.push(matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]);
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
