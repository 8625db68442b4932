import { type Machine, number, type OperatorTable } from '../machine.ts';

/** Building and painting paths. Source: ISO 32000-1 8.5. */
export const PATH_OPERATORS: OperatorTable = {
  m: (machine, operands) => points(machine, operands, 2),
  l: (machine, operands) => points(machine, operands, 2),
  c: (machine, operands) => points(machine, operands, 6),
  v: (machine, operands) => points(machine, operands, 4),
  y: (machine, operands) => points(machine, operands, 4),
  h: () => undefined,
  re(machine, operands) {
    const x = number(operands, 0);
    const y = number(operands, 1);
    const width = number(operands, 2);
    const height = number(operands, 3);
    extend(machine, x, y);
    extend(machine, x + width, y);
    extend(machine, x, y + height);
    extend(machine, x + width, y + height);
  },
  W: () => undefined,
  'W*': () => undefined,
  n(machine) {
    machine.path = undefined;
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

function points(machine: Machine, operands: readonly unknown[], count: number): void {
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

function paint(machine: Machine, fills: boolean, strokes: boolean): void {
  const { path: box, state, mark, frame } = machine;
  machine.path = undefined;
  if (box === undefined) return;
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
