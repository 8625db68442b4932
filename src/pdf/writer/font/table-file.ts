/** Puts tables into a TrueType file, with its directory and check sums. Source: ISO/IEC 14496-22 4.3 to 4.5. */
export function serialiseTables(tables: ReadonlyMap<string, Buffer>): Buffer {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const power = 2 ** Math.floor(Math.log2(sorted.length));
  const directory = Buffer.alloc(12 + sorted.length * 16);
  directory.writeUInt32BE(0x00010000, 0);
  directory.writeUInt16BE(sorted.length, 4);
  directory.writeUInt16BE(power * 16, 6);
  directory.writeUInt16BE(Math.log2(power), 8);
  directory.writeUInt16BE(sorted.length * 16 - power * 16, 10);

  const parts: Buffer[] = [directory];
  let offset = directory.length;
  let headOffset = 0;
  let whole = 0;
  sorted.forEach(([tag, table], i) => {
    const padded = Buffer.alloc((table.length + 3) & ~3);
    table.copy(padded);
    if (tag === 'head') {
      headOffset = offset;
      padded.writeUInt32BE(0, 8);
    }
    const at = 12 + i * 16;
    const sum = checkSum(padded);
    whole += sum;
    directory.write(tag, at, 'latin1');
    directory.writeUInt32BE(sum, at + 4);
    directory.writeUInt32BE(offset, at + 8);
    directory.writeUInt32BE(table.length, at + 12);
    parts.push(padded);
    offset += padded.length;
  });
  const file = Buffer.concat(parts, offset);
  // The constant that all words of a font add up to.
  file.writeUInt32BE((0xb1b0afba - (whole + checkSum(directory))) >>> 0, headOffset + 8);
  return file;
}

function checkSum(data: Buffer): number {
  const words = new DataView(data.buffer, data.byteOffset, data.byteLength);
  let sum = 0;
  for (let at = 0; at < data.length; at += 4) sum = (sum + words.getUint32(at)) | 0;
  return sum >>> 0;
}
