import { type BitReader, bitReader, type HuffmanTable } from './huffman.ts';
import { type JpegComponent, type JpegFrame, ZIGZAG } from './jpeg-frame.ts';

export interface ScanInput {
  readonly data: Buffer;
  /** Where the entropy-coded data begin. */
  readonly at: number;
  readonly frame: JpegFrame;
  /** Of the scan, without marker and length. */
  readonly header: Buffer;
  readonly tables: ReadonlyMap<number, HuffmanTable>;
  /** Blocks or groups of blocks between restart markers; 0: none. */
  readonly restart: number;
}

interface ScanPart {
  readonly component: JpegComponent;
  readonly dc: HuffmanTable | undefined;
  readonly ac: HuffmanTable | undefined;
  /** Last value of the first coefficient. */
  last: number;
}

interface Band {
  readonly from: number;
  readonly to: number;
  /** Bits known from earlier scans are refined. */
  readonly refine: boolean;
  readonly low: number;
}

/** Adds what a scan holds to the coefficients; gives the place of the marker behind it. Source: ITU-T T.81 F.2, G.2. */
export function decodeScan({ data, at, frame, header, tables, restart }: ScanInput): number {
  const count = header.readUInt8(0);
  const parts: ScanPart[] = [];
  for (let i = 0; i < count; i += 1) {
    const component = frame.components.find(({ id }) => id === header.readUInt8(1 + i * 2));
    const choice = header.readUInt8(2 + i * 2);
    if (component === undefined) throw new RangeError('a scan names a component that the frame does not have');
    parts.push({ component, dc: tables.get(choice >> 4), ac: tables.get(16 + (choice & 15)), last: 0 });
  }
  const precision = header.readUInt8(3 + count * 2);
  const band: Band = frame.progressive
    ? {
        from: header.readUInt8(1 + count * 2),
        to: header.readUInt8(2 + count * 2),
        refine: precision >> 4 !== 0,
        low: precision & 15,
      }
    : { from: 0, to: 63, refine: false, low: 0 };
  const bits = bitReader(data, at);
  const state = { zeros: 0 };
  const [only, second] = parts;
  let units = 0;
  const step = (): void => {
    if (restart > 0 && units > 0 && units % restart === 0) {
      bits.restart();
      state.zeros = 0;
      for (const part of parts) part.last = 0;
    }
    units += 1;
  };
  if (only !== undefined && second === undefined) {
    // A scan of one component holds no blocks beyond the picture's edge.
    const { component } = only;
    const across = Math.ceil((Math.ceil(frame.width / 8) * component.h) / frame.hMax);
    const down = Math.ceil((Math.ceil(frame.height / 8) * component.v) / frame.vMax);
    for (let i = 0; i < across * down; i += 1) {
      step();
      decodeBlock(bits, only, Math.floor(i / across) * component.across + (i % across), band, state);
    }
    return bits.end();
  }
  const across = Math.ceil(frame.width / 8 / frame.hMax);
  const down = Math.ceil(frame.height / 8 / frame.vMax);
  for (let i = 0; i < across * down; i += 1) {
    step();
    for (const part of parts) {
      const { h, v, across: width } = part.component;
      for (let y = 0; y < v; y += 1) {
        for (let x = 0; x < h; x += 1) {
          const block = (Math.floor(i / across) * v + y) * width + (i % across) * h + x;
          decodeBlock(bits, part, block, band, state);
        }
      }
    }
  }
  return bits.end();
}

/** `zeros`: blocks still to come whose band is empty. */
function decodeBlock(bits: BitReader, part: ScanPart, block: number, band: Band, state: { zeros: number }): void {
  const out = part.component.coefficients.subarray(block * 64, block * 64 + 64);
  let from = band.from;
  if (from === 0) {
    if (band.refine) {
      out[0] = (out[0] ?? 0) | (bits.bit() << band.low);
    } else {
      part.last += bits.signed(bits.symbol(needed(part.dc)));
      out[0] = part.last << band.low;
    }
    from = 1;
  }
  if (from > band.to) return;
  if (band.refine) refineBlock(bits, needed(part.ac), out, { ...band, from }, state);
  else firstBlock(bits, needed(part.ac), out, { ...band, from }, state);
}

function needed(table: HuffmanTable | undefined): HuffmanTable {
  if (table === undefined) throw new RangeError('a scan names a table that is not there');
  return table;
}

function firstBlock(bits: BitReader, table: HuffmanTable, out: Int16Array, band: Band, state: { zeros: number }): void {
  if (state.zeros > 0) {
    state.zeros -= 1;
    return;
  }
  for (let k = band.from; k <= band.to; k += 1) {
    const symbol = bits.symbol(table);
    const run = symbol >> 4;
    const size = symbol & 15;
    if (size > 0) {
      k += run;
      out[ZIGZAG[k] ?? 0] = bits.signed(size) << band.low;
    } else if (run === 15) {
      k += 15;
    } else {
      state.zeros = (1 << run) + bits.bits(run) - 1;
      return;
    }
  }
}

/** Adds one bit to each coefficient that is known, and places new ones among them. Source: ITU-T T.81 G.1.2.3. */
function refineBlock(
  bits: BitReader,
  table: HuffmanTable,
  out: Int16Array,
  band: Band,
  state: { zeros: number },
): void {
  const one = 1 << band.low;
  const sharpen = (place: number): void => {
    const value = out[place] ?? 0;
    if (bits.bit() === 1 && (value & one) === 0) out[place] = value + (value > 0 ? one : -one);
  };
  let k = band.from;
  if (state.zeros === 0) {
    for (; k <= band.to; k += 1) {
      const symbol = bits.symbol(table);
      let run = symbol >> 4;
      let fresh = 0;
      if ((symbol & 15) > 0) {
        fresh = bits.bit() === 1 ? one : -one;
      } else if (run < 15) {
        state.zeros = (1 << run) + bits.bits(run);
        break;
      }
      for (; k <= band.to; k += 1) {
        const place = ZIGZAG[k] ?? 0;
        if (out[place] !== 0) sharpen(place);
        else if (run === 0) {
          if (fresh !== 0) out[place] = fresh;
          break;
        } else run -= 1;
      }
    }
  }
  if (state.zeros === 0) return;
  for (; k <= band.to; k += 1) {
    const place = ZIGZAG[k] ?? 0;
    if (out[place] !== 0) sharpen(place);
  }
  state.zeros -= 1;
}
