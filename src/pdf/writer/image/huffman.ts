/** Canonical prefix codes by length. Source: ITU-T T.81 Annex C and F.2.2.3. */
export interface HuffmanTable {
  /** By length: the largest code, -1 when there is none; and what to add to a code to get its place among the values. */
  readonly largest: Int32Array;
  readonly shift: Int32Array;
  readonly values: Uint8Array;
}

/** Builds the table from the number of codes of each length, 1 to 16, and the values in the order of their codes. */
export function huffmanTable(counts: Uint8Array, values: Uint8Array): HuffmanTable {
  const largest = new Int32Array(17).fill(-1);
  const shift = new Int32Array(17);
  let code = 0;
  let place = 0;
  for (let length = 1; length <= 16; length += 1) {
    const count = counts[length - 1] ?? 0;
    shift[length] = place - code;
    place += count;
    code += count;
    if (count > 0) largest[length] = code - 1;
    code <<= 1;
  }
  return { largest, shift, values };
}

/** Bits of one scan; stuffed zeros are skipped, and a marker ends the data. */
export interface BitReader {
  bit(): number;
  bits(count: number): number;
  /** A number of so many bits, in the form that makes room for negative ones. */
  signed(count: number): number;
  symbol(table: HuffmanTable): number;
  /** Goes on behind the next restart marker. */
  restart(): void;
  /** Where the marker after the scan stands. */
  end(): number;
}

export function bitReader(data: Buffer, from: number): BitReader {
  let at = from;
  let byte = 0;
  let left = 0;
  const bit = (): number => {
    if (left === 0) {
      byte = data.readUInt8(at);
      at += 1;
      if (byte === 0xff) {
        if (data.readUInt8(at) !== 0) throw new RangeError('a scan ends before its data');
        at += 1;
      }
      left = 8;
    }
    left -= 1;
    return (byte >> left) & 1;
  };
  const bits = (count: number): number => {
    let value = 0;
    for (let i = 0; i < count; i += 1) value = (value << 1) | bit();
    return value;
  };
  const nextMarker = (): number => {
    while (at + 1 < data.length && !(data[at] === 0xff && (data[at + 1] ?? 0) !== 0)) at += 1;
    return at;
  };
  return {
    bit,
    bits,
    signed(count) {
      const value = bits(count);
      return count > 0 && value < 1 << (count - 1) ? value - (1 << count) + 1 : value;
    },
    symbol(table) {
      let code = 0;
      for (let length = 1; length <= 16; length += 1) {
        code = (code << 1) | bit();
        if (code <= (table.largest[length] ?? -1)) return table.values[code + (table.shift[length] ?? 0)] ?? 0;
      }
      throw new RangeError('a scan holds a code that no table has');
    },
    restart() {
      left = 0;
      at = nextMarker() + 2;
    },
    end() {
      left = 0;
      return nextMarker();
    },
  };
}
