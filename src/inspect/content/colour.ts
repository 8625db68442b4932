import {
  type Dict,
  dictOf,
  isArray,
  isName,
  isReference,
  isStream,
  nameOf,
  numberOf,
  type PdfFile,
  type Stream,
  type Value,
} from '../objects/index.ts';

export type Device = 'DeviceGray' | 'DeviceRGB' | 'DeviceCMYK';

/** A colour space, as far as inspection asks: what its values are in the end, and how many there are. */
export interface ColourSpace {
  readonly family: string;
  readonly components: number;
  /** The device space that values come down to without a profile between; none for what is defined by itself. */
  readonly device: Device | undefined;
  /** Profile of an ICC space. */
  readonly profile: Stream | undefined;
  /** Names of colorants. */
  readonly colorants: readonly string[];
  /** Under Indexed, Pattern, Separation, DeviceN. */
  readonly base: ColourSpace | undefined;
}

export const GRAY = deviceSpace('DeviceGray', 1);
const RGB = deviceSpace('DeviceRGB', 3);
const CMYK = deviceSpace('DeviceCMYK', 4);
const DEVICES: ReadonlyMap<string, ColourSpace> = new Map([
  ['DeviceGray', GRAY],
  ['G', GRAY],
  ['DeviceRGB', RGB],
  ['RGB', RGB],
  ['DeviceCMYK', CMYK],
  ['CMYK', CMYK],
]);
const DEEPEST = 8;

function deviceSpace(family: Device, components: number): ColourSpace {
  return { family, components, device: family, profile: undefined, colorants: [], base: undefined };
}

/** Looks colour spaces up, each object once. Source: ISO 32000-1 8.6. */
export function createColourSpaces(
  file: PdfFile,
): (value: Value | undefined, resources: Dict | undefined) => ColourSpace {
  const known = new Map<number, ColourSpace>();
  const read = (value: Value | undefined, resources: Dict | undefined, depth: number): ColourSpace => {
    if (depth > DEEPEST) return GRAY;
    const id = isReference(value) ? value.ref : undefined;
    const cached = id === undefined ? undefined : known.get(id);
    if (cached !== undefined) return cached;
    const made = make(file.resolve(value), resources, depth);
    if (id !== undefined) known.set(id, made);
    return made;
  };
  const make = (value: Value, resources: Dict | undefined, depth: number): ColourSpace => {
    if (isName(value)) return named(value.name, resources, depth);
    if (!isArray(value) || value.length === 0) return GRAY;
    const family = nameOf(file.resolve(value[0])) ?? '';
    const under = (): ColourSpace =>
      read(value[family === 'Separation' || family === 'DeviceN' ? 2 : 1], resources, depth + 1);
    switch (family) {
      case 'ICCBased': {
        const profile = file.resolve(value[1]);
        const stream = isStream(profile) ? profile : undefined;
        const components = numberOf(file.get(stream?.dict, 'N')) ?? 1;
        return { family, components, device: undefined, profile: stream, colorants: [], base: undefined };
      }
      case 'Indexed':
      case 'I': {
        const base = under();
        return { family: 'Indexed', components: 1, device: base.device, profile: base.profile, colorants: [], base };
      }
      case 'Separation':
      case 'DeviceN': {
        const base = under();
        const written = file.resolve(value[1]);
        const colorants = isArray(written)
          ? written.map((item) => nameOf(file.resolve(item)) ?? '')
          : [nameOf(written) ?? ''];
        return { family, components: colorants.length, device: base.device, profile: base.profile, colorants, base };
      }
      case 'Pattern': {
        const base = value.length > 1 ? under() : undefined;
        return {
          family,
          components: base?.components ?? 0,
          device: base?.device,
          profile: undefined,
          colorants: [],
          base,
        };
      }
      case 'Lab':
      case 'CalRGB':
        return { family, components: 3, device: undefined, profile: undefined, colorants: [], base: undefined };
      case 'CalGray':
        return { family, components: 1, device: undefined, profile: undefined, colorants: [], base: undefined };
      default:
        return value.length === 1 ? named(family, resources, depth) : GRAY;
    }
  };
  const named = (name: string, resources: Dict | undefined, depth: number): ColourSpace => {
    const device = DEVICES.get(name);
    if (device !== undefined) {
      // A default of the resources stands in for the device.
      const spaces = dictOf(file.get(resources, 'ColorSpace'));
      const stand = spaces?.entries.get(`Default${device.family.slice(6)}`);
      if (stand !== undefined && depth === 0) return read(stand, resources, depth + 1);
      return device;
    }
    if (name === 'Pattern') {
      return {
        family: 'Pattern',
        components: 0,
        device: undefined,
        profile: undefined,
        colorants: [],
        base: undefined,
      };
    }
    const spaces = dictOf(file.get(resources, 'ColorSpace'));
    const found = spaces?.entries.get(name);
    return found === undefined ? GRAY : read(found, resources, depth + 1);
  };
  return (value, resources) => read(value, resources, 0);
}
