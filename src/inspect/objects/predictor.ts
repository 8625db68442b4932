import type { FilterParameters } from './filter.ts';
import { Malformed } from './limits.ts';

/** Undoes a predictor: TIFF's 2, or PNG's from 10 on, whose rows each name their own. Source: ISO 32000-1 7.4.4.4; PNG 9. */
export function undoPredictor(data: Uint8Array, parameters: FilterParameters): Uint8Array {
  const { predictor, colours, bits, columns } = parameters;
  if (predictor < 2) return data;
  const bytes = Math.max(1, (colours * bits) >> 3);
  const row = Math.ceil((colours * bits * columns) / 8);
  if (row <= 0 || row > 1_000_000) throw new Malformed(`rows of ${row} bytes cannot be`);
  return predictor === 2 ? undoTiff(data, row, bytes, bits) : undoPng(data, row, bytes);
}

function undoTiff(data: Uint8Array, row: number, bytes: number, bits: number): Uint8Array {
  if (bits !== 8) return data;
  const out = Uint8Array.from(data);
  for (let start = 0; start < out.length; start += row) {
    const end = Math.min(start + row, out.length);
    for (let i = start + bytes; i < end; i += 1) out[i] = ((out[i] ?? 0) + (out[i - bytes] ?? 0)) & 0xff;
  }
  return out;
}

/** The row’s predictor that cross-references are mostly packed with. */
const UP = 2;

function undoPng(data: Uint8Array, row: number, bytes: number): Uint8Array {
  const rows = Math.ceil(data.length / (row + 1));
  const out = new Uint8Array(rows * row);
  for (let r = 0; r < rows; r += 1) {
    const from = r * (row + 1);
    const kind = data[from] ?? 0;
    const to = r * row;
    const length = Math.min(row, data.length - from - 1);
    if (kind === UP && r > 0) {
      for (let i = 0; i < length; i += 1) out[to + i] = (data[from + 1 + i] as number) + (out[to + i - row] as number);
      continue;
    }
    for (let i = 0; i < length; i += 1) {
      const left = i < bytes ? 0 : (out[to + i - bytes] as number);
      const up = r === 0 ? 0 : (out[to + i - row] as number);
      const corner = i < bytes || r === 0 ? 0 : (out[to + i - row - bytes] as number);
      out[to + i] = ((data[from + 1 + i] as number) + predicted(kind, left, up, corner)) & 0xff;
    }
  }
  return out;
}

function predicted(kind: number, left: number, up: number, corner: number): number {
  switch (kind) {
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4: {
      const guess = left + up - corner;
      const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
      return a <= b && a <= c ? left : b <= c ? up : corner;
    }
    default:
      return 0;
  }
}
