/** From 0 to 1, to 0 to 1. */
export type Curve = (value: number) => number;

/** A curve through evenly spaced values of one or two bytes. */
export function tableCurve(data: Buffer, at: number, count: number, bytes: 1 | 2): Curve {
  const most = bytes === 1 ? 255 : 65535;
  const values = Float64Array.from(
    { length: count },
    (_, i) => (bytes === 1 ? data.readUInt8(at + i) : data.readUInt16BE(at + i * 2)) / most,
  );
  return (value) => {
    const place = value * (count - 1);
    const low = Math.min(Math.floor(place), Math.max(0, count - 2));
    const [left = 0, right = left] = [values[low], values[low + 1]];
    return left + (right - left) * (place - low);
  };
}

/** A curve as the tag at a place holds it, and how long that is. Source: ICC.1:2010 10.5 (`curv`), 10.16 (`para`). */
export function readCurve(data: Buffer, at: number): { readonly curve: Curve; readonly length: number } {
  const kind = data.toString('latin1', at, at + 4);
  if (kind === 'para') return parametricCurve(data, at);
  if (kind !== 'curv') throw new RangeError('a curve of no known kind');
  const count = data.readUInt32BE(at + 8);
  const length = 12 + count * 2;
  if (count === 0) return { curve: (value) => value, length };
  if (count === 1) {
    const gamma = data.readUInt16BE(at + 12) / 256;
    return { curve: (value) => value ** gamma, length };
  }
  return { curve: tableCurve(data, at + 12, count, 2), length };
}

/** Numbers that each type of function takes. */
const PARAMETERS = [1, 3, 4, 5, 7];

function parametricCurve(data: Buffer, at: number): { readonly curve: Curve; readonly length: number } {
  const type = data.readUInt16BE(at + 8);
  const count = PARAMETERS[type];
  if (count === undefined) throw new RangeError('a curve of no known type');
  const [g = 1, a = 1, b = 0, c = 0, d = 0, e = 0, f = 0] = Array.from(
    { length: count },
    (_, i) => data.readInt32BE(at + 12 + i * 4) / 65536,
  );
  const length = 12 + count * 4;
  const power = (value: number): number => Math.max(0, a * value + b) ** g;
  switch (type) {
    case 0:
      return { curve: (value) => value ** g, length };
    case 1:
      return { curve: (value) => (value >= -b / a ? power(value) : 0), length };
    case 2:
      return { curve: (value) => (value >= -b / a ? power(value) + c : c), length };
    default:
      return { curve: (value) => (value >= d ? power(value) + e : c * value + f), length };
  }
}
