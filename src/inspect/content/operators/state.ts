import { type Dict, dictOf, isArray, isDict, isStream, nameOf, numberOf, type Value } from '../../objects/index.ts';
import type { Paint } from '../item.ts';
import { type Machine, matrixFrom, type OperatorTable, resource, tell } from '../machine.ts';
import { multiply } from '../matrix.ts';
import { runForm } from '../run.ts';

/** The graphics state. Source: ISO 32000-1 8.4. */
export const STATE_OPERATORS: OperatorTable = {
  q(machine) {
    machine.saved.push({ ...machine.state });
    machine.out.deepest = Math.max(machine.out.deepest, machine.saved.length + machine.frame.depth);
  },
  Q(machine) {
    const before = machine.saved.pop();
    if (before === undefined) tell(machine, 'nesting', 'a graphics state is restored that was not saved');
    else machine.state = before;
  },
  cm(machine, operands) {
    machine.state.matrix = multiply(matrixFrom(operands), machine.state.matrix);
  },
  gs: (machine, operands) => setState(machine, resource(machine, 'ExtGState', operands[0])),
  ri(machine, operands) {
    machine.out.intents.add(nameOf(operands[0]) ?? '');
  },
  w: () => undefined,
  J: () => undefined,
  j: () => undefined,
  M: () => undefined,
  d: () => undefined,
  i: () => undefined,
  BX: () => undefined,
  EX: () => undefined,
  d0: () => undefined,
  d1: () => undefined,
};

function setState(machine: Machine, value: Value | undefined): void {
  const { out, state, frame } = machine;
  const { file } = out;
  const dict = dictOf(file.resolve(value));
  if (dict === undefined) {
    tell(machine, 'resource', 'a graphics state is not there');
    return;
  }
  if (!out.states.has(dict)) out.states.set(dict, frame.page);
  setTransparency(machine, dict);
  setOverprint(machine, dict);
  const font = file.get(dict, 'Font');
  if (!isArray(font)) return;
  state.font = out.font(font[0]);
  state.size = numberOf(file.resolve(font[1])) ?? 0;
}

/** Source: ISO 32000-1 8.6.7. */
function setOverprint({ out: { file }, state }: Machine, dict: Dict): void {
  const both = file.get(dict, 'OP');
  const fill = file.get(dict, 'op');
  const mode = numberOf(file.get(dict, 'OPM'));
  if (typeof both !== 'boolean' && typeof fill !== 'boolean' && mode === undefined) return;
  const set = (paint: Paint, overprint: Value): Paint => ({
    ...paint,
    overprint: typeof overprint === 'boolean' ? overprint : paint.overprint,
    overprintMode: mode ?? paint.overprintMode,
  });
  state.fill = set(state.fill, typeof fill === 'boolean' ? fill : both);
  state.stroke = set(state.stroke, both);
}

/** Source: ISO 32000-1 11.6.4, 11.3.5. */
function setTransparency(machine: Machine, dict: Dict): void {
  const { file } = machine.out;
  const alpha = (key: string): boolean => (numberOf(file.get(dict, key)) ?? 1) < 1;
  const mode = file.get(dict, 'BM');
  const blend = nameOf(isArray(mode) ? file.resolve(mode[0]) : mode);
  const mask = file.get(dict, 'SMask');
  const blends = blend !== undefined && blend !== 'Normal' && blend !== 'Compatible';
  if (alpha('ca') || alpha('CA') || isDict(mask) || blends) machine.state.transparent = true;
  const group = isDict(mask) ? file.get(mask, 'G') : undefined;
  if (isStream(group)) runForm(machine, group, undefined, 'mask');
}
