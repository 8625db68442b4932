import type { JpegComponent, JpegFrame, JpegImage } from './jpeg-frame.ts';
import { readFrame } from './jpeg-segments.ts';

/** Three inks are stored as a colour and two differences, and black apart. Source: ITU-T T.872 6.5.3. */
const INKS_AS_COLOUR = 2;

/**
 * Decodes a JPEG file of three colours to RGB, three bytes a pixel, or of four inks to what it stores of them, four bytes a
 * pixel; undefined when its data are broken.
 */
export function decodeJpeg(bytes: Uint8Array): Buffer | undefined {
  try {
    const image = readFrame(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    return image === undefined ? undefined : toPixels(image);
  } catch (cause) {
    // Whatever is missing or wrong in the data shows as reading beyond their end.
    if (cause instanceof RangeError) return undefined;
    throw cause;
  }
}

function toPixels({ frame, quantisation, transform }: JpegImage): Buffer {
  const { width, height, components } = frame;
  const planes = components.map((component) => {
    const table = quantisation.get(component.quantisation);
    if (table === undefined) throw new RangeError('a component names a quantisation that is not there');
    return { ...component, samples: samplesOf(component, table) };
  });
  const [first, second, third, fourth] = planes;
  if (first === undefined || second === undefined || third === undefined) throw new RangeError('not three colours');
  const plain =
    fourth === undefined
      ? transform === 0 || (transform === undefined && first.id === 0x52 && second.id === 0x47)
      : transform !== INKS_AS_COLOUR;
  const out = Buffer.alloc(width * height * planes.length);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [a, b, c] = [sampleAt(first, frame, x, y), sampleAt(second, frame, x, y), sampleAt(third, frame, x, y)];
      const at = (y * width + x) * planes.length;
      if (plain) out.set([a, b, c], at);
      else {
        // Source: ITU-T T.871 7.
        out[at] = clamp(a + 1.402 * (c - 128));
        out[at + 1] = clamp(a - 0.344136 * (b - 128) - 0.714136 * (c - 128));
        out[at + 2] = clamp(a + 1.772 * (b - 128));
      }
      if (fourth !== undefined) out[at + 3] = sampleAt(fourth, frame, x, y);
    }
  }
  return out;
}

/** A sample at a pixel of the picture; coarser components are spread over it linearly. */
function sampleAt(
  { h, v, across, samples }: JpegComponent & { readonly samples: Uint8Array },
  { width, height, hMax, vMax }: JpegFrame,
  x: number,
  y: number,
): number {
  const stride = across * 8;
  if (h === hMax && v === vMax) return samples[y * stride + x] ?? 0;
  const column = ((x + 0.5) * h) / hMax - 0.5;
  const row = ((y + 0.5) * v) / vMax - 0.5;
  const lastColumn = Math.ceil((width * h) / hMax) - 1;
  const lastRow = Math.ceil((height * v) / vMax) - 1;
  const [left, top] = [Math.max(0, Math.floor(column)), Math.max(0, Math.floor(row))];
  const [right, bottom] = [Math.min(lastColumn, left + 1), Math.min(lastRow, top + 1)];
  const [u, w] = [Math.max(0, column - left), Math.max(0, row - top)];
  const at = (i: number, j: number): number => samples[j * stride + i] ?? 0;
  const upper = at(left, top) * (1 - u) + at(right, top) * u;
  const lower = at(left, bottom) * (1 - u) + at(right, bottom) * u;
  return upper * (1 - w) + lower * w;
}

function clamp(value: number): number {
  return value < 0 ? 0 : value > 255 ? 255 : Math.round(value);
}

/** Cosines of the transform with their scale, by place and frequency. Source: ITU-T T.81 A.3.3. */
const COSINES = Float64Array.from({ length: 64 }, (_, i) => {
  const [place, frequency] = [i >> 3, i & 7];
  return (Math.cos(((2 * place + 1) * frequency * Math.PI) / 16) * (frequency === 0 ? Math.SQRT1_2 : 1)) / 2;
});

/** Turns coefficients into samples, row by row over the whole component. */
function samplesOf({ across, down, coefficients }: JpegComponent, table: Uint16Array): Uint8Array {
  const samples = new Uint8Array(across * down * 64);
  const rows = new Float64Array(64);
  for (let block = 0; block < across * down; block += 1) {
    const from = block * 64;
    for (let y = 0; y < 8; y += 1) {
      for (let x = 0; x < 8; x += 1) {
        let sum = 0;
        for (let u = 0; u < 8; u += 1) {
          const value = coefficients[from + y * 8 + u] ?? 0;
          if (value !== 0) sum += value * (table[y * 8 + u] ?? 0) * (COSINES[x * 8 + u] ?? 0);
        }
        rows[y * 8 + x] = sum;
      }
    }
    const left = (block % across) * 8;
    const top = Math.floor(block / across) * 8;
    for (let x = 0; x < 8; x += 1) {
      for (let y = 0; y < 8; y += 1) {
        let sum = 128;
        for (let v = 0; v < 8; v += 1) sum += (rows[v * 8 + x] ?? 0) * (COSINES[y * 8 + v] ?? 0);
        samples[(top + y) * across * 8 + left + x] = clamp(sum);
      }
    }
  }
  return samples;
}
