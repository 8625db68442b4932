import { type Dict, dictOf, isName, type Value } from '../objects/index.ts';
import type { Collector } from './collector.ts';
import type { PathBox } from './curve-box.ts';
import type { PathStep } from './drawn-shape.ts';
import type { GraphicsState } from './graphics-state.ts';
import type { ContentFault, Mark, Part } from './item.ts';
import { IDENTITY, type Matrix } from './matrix.ts';

/** What does not change while one content stream runs. */
export interface Frame {
  /** From 0. */
  readonly page: number;
  readonly part: Part;
  readonly resources: Dict | undefined;
  /** Object number of the page or form. */
  readonly stream: number | undefined;
  /** Its key in the parent tree. */
  readonly parents: number | undefined;
  readonly depth: number;
}

/** One content stream on its way. */
export interface Machine {
  readonly out: Collector;
  readonly frame: Frame;
  state: GraphicsState;
  readonly saved: GraphicsState[];
  mark: Mark | undefined;
  /** Sequences of this stream that are open. */
  opened: number;
  /** Box of the path that is being built. */
  path: PathBox | undefined;
  /** Where it has got to, and where its present part began; pt in default user space. */
  at: readonly [number, number];
  start: readonly [number, number];
  /** And its steps, where a reader asks for shapes. */
  steps: PathStep[];
  /** Of the text object. */
  textMatrix: Matrix;
  /** Where the line begins, and how far text has got on it, both within the text matrix. */
  lineX: number;
  lineY: number;
  shown: number;
}

const ORIGIN = [0, 0] as const;

/** Does what one operator says. */
export type Operator = (machine: Machine, operands: readonly Value[]) => void;
export type OperatorTable = Readonly<Record<string, Operator>>;

export function createMachine(out: Collector, frame: Frame, state: GraphicsState, mark: Mark | undefined): Machine {
  return {
    out,
    frame,
    state,
    saved: [],
    mark,
    opened: 0,
    path: undefined,
    at: ORIGIN,
    start: ORIGIN,
    steps: [],
    textMatrix: IDENTITY,
    lineX: 0,
    lineY: 0,
    shown: 0,
  };
}

export function tell(machine: Machine, kind: ContentFault['kind'], message: string): void {
  machine.out.faults.push({ kind, message, page: machine.frame.page });
}

/** A resource by its name, not yet looked up. */
export function resource(machine: Machine, kind: string, name: Value | undefined): Value | undefined {
  if (!isName(name)) return undefined;
  return dictOf(machine.out.file.get(machine.frame.resources, kind))?.entries.get(name.name);
}

/** An operand as a number; 0 when it is none. */
export function number(operands: readonly Value[], index: number): number {
  const value = operands[index];
  return typeof value === 'number' ? value : 0;
}

/** Six operands as a matrix. */
export function matrixFrom(operands: readonly Value[]): Matrix {
  return [
    number(operands, 0),
    number(operands, 1),
    number(operands, 2),
    number(operands, 3),
    number(operands, 4),
    number(operands, 5),
  ];
}
