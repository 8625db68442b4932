import { inflateSync } from 'node:zlib';

/** The parts of a PNG file. Source: ISO/IEC 15948 5, 11. */
export interface PngFile {
  readonly width: number;
  readonly height: number;
  readonly bitDepth: number;
  /** 0 grey, 2 RGB, 3 palette, 4 grey with alpha, 6 RGB with alpha. */
  readonly colourType: 0 | 2 | 3 | 4 | 6;
  readonly interlaced: boolean;
  /** RGB triples. */
  readonly palette: Buffer;
  /** Alpha by palette entry, or the one transparent colour. */
  readonly transparency: Buffer | undefined;
  /** Filtered rows in one zlib stream. */
  readonly data: Buffer;
}

/** 8-bit samples: 1 or 3 colour channels, and alpha when a pixel is not opaque. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  readonly colour: Buffer;
  readonly alpha: Buffer | undefined;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const COLOUR_TYPES = [0, 2, 3, 4, 6] as const;

/** Reads a PNG file; undefined when it is none, or is cut short. */
export function readPng(bytes: Uint8Array): PngFile | undefined {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (data.length < 33 || !data.subarray(0, 8).equals(SIGNATURE)) return undefined;
  const parts: Buffer[] = [];
  let palette: Buffer = Buffer.alloc(0);
  let transparency: Buffer | undefined;
  let ended = false;
  for (let at = 8; at + 12 <= data.length && !ended; ) {
    const length = data.readUInt32BE(at);
    const kind = data.toString('latin1', at + 4, at + 8);
    const body = data.subarray(at + 8, at + 8 + length);
    if (body.length < length) return undefined;
    if (kind === 'IDAT') parts.push(body);
    else if (kind === 'PLTE') palette = body;
    else if (kind === 'tRNS') transparency = body;
    ended = kind === 'IEND';
    at += 12 + length;
  }
  const colourType = COLOUR_TYPES.find((type) => type === data[25]);
  if (!ended || colourType === undefined || parts.length === 0) return undefined;
  return {
    width: data.readUInt32BE(16),
    height: data.readUInt32BE(20),
    bitDepth: data[24] ?? 8,
    colourType,
    interlaced: data[28] === 1,
    palette,
    transparency,
    data: Buffer.concat(parts),
  };
}

/** Whether a file that is not interlaced holds all its rows. */
export function isWhole(png: PngFile): boolean {
  const stride = Math.ceil((png.width * samplesPerPixel(png) * png.bitDepth) / 8);
  const rows = inflated(png);
  return rows !== undefined && rows.length >= (stride + 1) * png.height;
}

function inflated(png: PngFile): Buffer | undefined {
  try {
    return inflateSync(png.data);
  } catch {
    return undefined;
  }
}

/** Decodes to 8-bit samples; undefined when the data do not fit the header. */
export function decodePng(png: PngFile): Pixels | undefined {
  const rows = inflated(png);
  if (rows === undefined) return undefined;
  const samples = samplesPerPixel(png);
  const raw = Buffer.alloc(png.width * png.height * samples * (png.bitDepth === 16 ? 2 : 1));
  let from = 0;
  for (const pass of png.interlaced ? ADAM7 : [WHOLE]) {
    const width = Math.ceil((png.width - pass.x) / pass.dx);
    const height = Math.ceil((png.height - pass.y) / pass.dy);
    if (width <= 0 || height <= 0) continue;
    const stride = Math.ceil((width * samples * png.bitDepth) / 8);
    if (rows.length < from + (stride + 1) * height) return undefined;
    unfilter(rows, from, stride, height, Math.max(1, (samples * png.bitDepth) >> 3));
    placePass(png, rows, from, { width, height, stride, samples, ...pass }, raw);
    from += (stride + 1) * height;
  }
  return toPixels(png, raw);
}

function samplesPerPixel(png: PngFile): number {
  return { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }[png.colourType];
}

interface Pass {
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
}

const WHOLE: Pass = { x: 0, y: 0, dx: 1, dy: 1 };
/** The seven passes of an interlaced file. Source: ISO/IEC 15948 8.2. */
const ADAM7: readonly Pass[] = [
  { x: 0, y: 0, dx: 8, dy: 8 },
  { x: 4, y: 0, dx: 8, dy: 8 },
  { x: 0, y: 4, dx: 4, dy: 8 },
  { x: 2, y: 0, dx: 4, dy: 4 },
  { x: 0, y: 2, dx: 2, dy: 4 },
  { x: 1, y: 0, dx: 2, dy: 2 },
  { x: 0, y: 1, dx: 1, dy: 2 },
];

/** Undoes the row filters in place. Source: ISO/IEC 15948 9.2. */
function unfilter(rows: Buffer, from: number, stride: number, height: number, step: number): void {
  for (let y = 0; y < height; y += 1) {
    const at = from + y * (stride + 1);
    const kind = rows[at] ?? 0;
    for (let i = 0; i < stride; i += 1) {
      const here = at + 1 + i;
      const left = i >= step ? (rows[here - step] ?? 0) : 0;
      const up = y > 0 ? (rows[here - stride - 1] ?? 0) : 0;
      const upLeft = i >= step && y > 0 ? (rows[here - stride - 1 - step] ?? 0) : 0;
      const predicted =
        kind === 1 ? left : kind === 2 ? up : kind === 3 ? (left + up) >> 1 : kind === 4 ? paeth(left, up, upLeft) : 0;
      rows[here] = ((rows[here] ?? 0) + predicted) & 0xff;
    }
  }
}

function paeth(left: number, up: number, upLeft: number): number {
  const estimate = left + up - upLeft;
  const byLeft = Math.abs(estimate - left);
  const byUp = Math.abs(estimate - up);
  const byUpLeft = Math.abs(estimate - upLeft);
  return byLeft <= byUp && byLeft <= byUpLeft ? left : byUp <= byUpLeft ? up : upLeft;
}

/** Spreads the samples of one pass over the whole picture: one byte a sample, two at 16 bits. */
function placePass(
  png: PngFile,
  rows: Buffer,
  from: number,
  pass: Pass & { readonly width: number; readonly height: number; readonly stride: number; readonly samples: number },
  raw: Buffer,
): void {
  const { bitDepth } = png;
  const wide = bitDepth === 16;
  for (let y = 0; y < pass.height; y += 1) {
    const row = from + y * (pass.stride + 1) + 1;
    for (let x = 0; x < pass.width; x += 1) {
      const target = ((pass.y + y * pass.dy) * png.width + pass.x + x * pass.dx) * pass.samples;
      for (let s = 0; s < pass.samples; s += 1) {
        const index = x * pass.samples + s;
        if (wide) {
          raw[(target + s) * 2] = rows[row + index * 2] ?? 0;
          raw[(target + s) * 2 + 1] = rows[row + index * 2 + 1] ?? 0;
        } else if (bitDepth === 8) {
          raw[target + s] = rows[row + index] ?? 0;
        } else {
          const bit = index * bitDepth;
          const byte = rows[row + (bit >> 3)] ?? 0;
          raw[target + s] = (byte >> (8 - bitDepth - (bit & 7))) & ((1 << bitDepth) - 1);
        }
      }
    }
  }
}

function toPixels(png: PngFile, raw: Buffer): Pixels {
  const { width, height, colourType, transparency } = png;
  const count = width * height;
  const samples = samplesPerPixel(png);
  const channels = colourType === 0 || colourType === 4 ? 1 : 3;
  const wide = png.bitDepth === 16;
  const sample = (pixel: number, s: number): number =>
    wide ? raw.readUInt16BE((pixel * samples + s) * 2) : (raw[pixel * samples + s] ?? 0);
  const scale = wide ? 1 / 257 : colourType === 3 ? 1 : 255 / ((1 << png.bitDepth) - 1);
  const colour = Buffer.alloc(count * channels);
  const alpha = Buffer.alloc(count, 255);
  for (let i = 0; i < count; i += 1) {
    if (colourType === 3) {
      const entry = sample(i, 0);
      for (let c = 0; c < 3; c += 1) colour[i * 3 + c] = png.palette[entry * 3 + c] ?? 0;
      alpha[i] = transparency?.[entry] ?? 255;
      continue;
    }
    for (let c = 0; c < channels; c += 1) colour[i * channels + c] = Math.round(sample(i, c) * scale);
    if (samples > channels) {
      alpha[i] = Math.round(sample(i, channels) * scale);
    } else if (transparency !== undefined) {
      let same = true;
      for (let c = 0; c < channels; c += 1) same &&= sample(i, c) === transparency.readUInt16BE(c * 2);
      if (same) alpha[i] = 0;
    }
  }
  return { width, height, channels, colour, alpha: alpha.every((value) => value === 255) ? undefined : alpha };
}
