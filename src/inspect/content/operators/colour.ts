import { dictOf, isName, isReference, isStream, type Name, type Value } from '../../objects/index.ts';
import type { ColourSpace, Device } from '../colour.ts';
import { initialParts } from '../graphics-state.ts';
import { type Machine, number, type OperatorTable, resource } from '../machine.ts';
import type { Box } from '../matrix.ts';
import { runForm } from '../run.ts';

/** Colours and shadings. Source: ISO 32000-1 8.6.8, 8.7. */
export const COLOUR_OPERATORS: OperatorTable = {
  g: (machine, operands) => setDevice(machine, true, 'DeviceGray', operands),
  G: (machine, operands) => setDevice(machine, false, 'DeviceGray', operands),
  rg: (machine, operands) => setDevice(machine, true, 'DeviceRGB', operands),
  RG: (machine, operands) => setDevice(machine, false, 'DeviceRGB', operands),
  k: (machine, operands) => setDevice(machine, true, 'DeviceCMYK', operands),
  K: (machine, operands) => setDevice(machine, false, 'DeviceCMYK', operands),
  cs: (machine, operands) => setNamed(machine, true, operands[0]),
  CS: (machine, operands) => setNamed(machine, false, operands[0]),
  sc: (machine, operands) => setParts(machine, true, operands),
  scn: (machine, operands) => setParts(machine, true, operands),
  SC: (machine, operands) => setParts(machine, false, operands),
  SCN: (machine, operands) => setParts(machine, false, operands),
  sh(machine, operands) {
    const { out, frame } = machine;
    const shading = dictOf(out.file.resolve(resource(machine, 'Shading', operands[0])));
    const space = out.space(shading?.entries.get('ColorSpace'), frame.resources);
    const { mark, state } = machine;
    const { page, part } = frame;
    out.items.push({ kind: 'shading', page, mark, part, box: NO_BOX, transparent: state.transparent, space });
  },
};

const NO_BOX: Box = [0, 0, 0, 0];

function setDevice(machine: Machine, fills: boolean, name: Device, operands: readonly Value[]): void {
  const space = machine.out.space(DEVICE_NAMES[name], machine.frame.resources);
  setColour(
    machine,
    fills,
    space,
    operands.map((_, i) => number(operands, i)),
  );
}

const DEVICE_NAMES: Readonly<Record<Device, Name>> = {
  DeviceGray: { name: 'DeviceGray' },
  DeviceRGB: { name: 'DeviceRGB' },
  DeviceCMYK: { name: 'DeviceCMYK' },
};

function setNamed(machine: Machine, fills: boolean, name: Value | undefined): void {
  const space = machine.out.space(name, machine.frame.resources);
  setColour(machine, fills, space, initialParts(space));
}

function setColour(machine: Machine, fills: boolean, space: ColourSpace, parts: readonly number[]): void {
  const { state } = machine;
  if (fills) state.fill = { ...state.fill, space, parts };
  else state.stroke = { ...state.stroke, space, parts };
}

function setParts(machine: Machine, fills: boolean, operands: readonly Value[]): void {
  const parts = operands.filter((item) => typeof item === 'number');
  const { state } = machine;
  setColour(machine, fills, fills ? state.fill.space : state.stroke.space, parts);
  const last = operands.at(-1);
  if (isName(last)) setPattern(machine, resource(machine, 'Pattern', last), fills);
}

function setPattern(machine: Machine, value: Value | undefined, fills: boolean): void {
  const { out, frame } = machine;
  const found = out.file.resolve(value);
  const shading = dictOf(out.file.get(dictOf(found), 'Shading'));
  if (shading !== undefined) {
    const base = out.space(shading.entries.get('ColorSpace'), frame.resources);
    const { device, profile } = base;
    setColour(machine, fills, { family: 'Pattern', components: 0, device, profile, colorants: [], base }, []);
  }
  if (!isStream(found) || out.patterns.has(found)) return;
  out.patterns.add(found);
  runForm(machine, found, isReference(value) ? value.ref : undefined, 'pattern');
}
