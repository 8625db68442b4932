/** The header's variable parts, and the tags by signature. */
export interface ProfileParts {
  readonly deviceClass: 'mntr' | 'prtr';
  readonly colourSpace: 'RGB ' | 'CMYK';
  readonly connectionSpace: 'XYZ ' | 'Lab ';
  readonly tags: ReadonlyMap<string, Buffer>;
}

/** D50 in s15Fixed16. */
const WHITE: readonly [number, number, number] = [0.9642, 1, 0.8249];

/** Puts a version 4 profile together; tags with the same data share it. Source: ICC.1:2010 (ISO 15076-1) 7. */
export function serialiseProfile({ deviceClass, colourSpace, connectionSpace, tags }: ProfileParts): Buffer {
  const head = Buffer.alloc(128 + 4 + tags.size * 12);
  const parts: Buffer[] = [head];
  const offsets = new Map<Buffer, number>();
  let length = head.length;
  let at = 132;
  head.writeUInt32BE(tags.size, 128);
  for (const [signature, data] of tags) {
    const offset = offsets.get(data) ?? length;
    if (!offsets.has(data)) {
      const padded = Buffer.alloc((data.length + 3) & ~3);
      data.copy(padded);
      parts.push(padded);
      offsets.set(data, offset);
      length += padded.length;
    }
    head.write(signature, at, 'latin1');
    head.writeUInt32BE(offset, at + 4);
    head.writeUInt32BE(data.length, at + 8);
    at += 12;
  }
  head.writeUInt32BE(length, 0);
  head.writeUInt32BE(0x04200000, 8);
  head.write(deviceClass, 12, 'latin1');
  head.write(colourSpace, 16, 'latin1');
  head.write(connectionSpace, 20, 'latin1');
  // A fixed date: the profile is the same whenever it is made.
  [2024, 1, 1, 0, 0, 0].forEach((part, i) => {
    head.writeUInt16BE(part, 24 + i * 2);
  });
  head.write('acsp', 36, 'latin1');
  WHITE.forEach((part, i) => {
    head.writeInt32BE(fixed(part), 68 + i * 4);
  });
  return Buffer.concat(parts, length);
}

/** A text in one language, as `mluc`. */
export function textTag(text: string): Buffer {
  const utf16 = Buffer.from(text, 'utf16le').swap16();
  const data = Buffer.alloc(28 + utf16.length);
  data.write('mluc', 0, 'latin1');
  data.writeUInt32BE(1, 8);
  data.writeUInt32BE(12, 12);
  data.write('enUS', 16, 'latin1');
  data.writeUInt32BE(utf16.length, 20);
  data.writeUInt32BE(28, 24);
  utf16.copy(data, 28);
  return data;
}

export function xyzTag(xyz: readonly [number, number, number]): Buffer {
  const data = Buffer.alloc(20);
  data.write('XYZ ', 0, 'latin1');
  xyz.forEach((part, i) => {
    data.writeInt32BE(fixed(part), 8 + i * 4);
  });
  return data;
}

export function whiteTag(): Buffer {
  return xyzTag(WHITE);
}

function fixed(value: number): number {
  return Math.round(value * 65536);
}

/** A parametric curve of type 3. Source: ICC.1:2010 10.16. */
export function parametricTag(parameters: readonly [number, number, number, number, number]): Buffer {
  const data = Buffer.alloc(12 + parameters.length * 4);
  data.write('para', 0, 'latin1');
  data.writeUInt16BE(3, 8);
  parameters.forEach((parameter, i) => {
    data.writeInt32BE(fixed(parameter), 12 + i * 4);
  });
  return data;
}

/** Adaptation from the standard's white to D50, as `sf32`. */
export function adaptationTag(matrix: readonly number[]): Buffer {
  const data = Buffer.alloc(8 + matrix.length * 4);
  data.write('sf32', 0, 'latin1');
  matrix.forEach((part, i) => {
    data.writeInt32BE(fixed(part), 8 + i * 4);
  });
  return data;
}
