/** What the header of a JPEG file says. Source: ITU-T T.81 B.2.2; T.872 6.5.3 for the Adobe marker. */
export interface JpegHeader {
  readonly width: number;
  readonly height: number;
  /** 1 grey, 3 RGB, 4 CMYK. */
  readonly components: 1 | 3 | 4;
  /** Inks are stored as their complement. */
  readonly inverted: boolean;
}

const NO_LENGTH = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);

/** Reads the frame header; undefined when the file is no JPEG that viewers must support (8-bit baseline or progressive). */
export function readJpeg(bytes: Uint8Array): JpegHeader | undefined {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (data.length < 4 || data.readUInt16BE(0) !== 0xffd8) return undefined;
  let adobe = false;
  for (let at = 2; at + 4 <= data.length; ) {
    if (data[at] !== 0xff) return undefined;
    const marker = data[at + 1] ?? 0;
    if (marker === 0xff || NO_LENGTH(marker)) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    const length = data.readUInt16BE(at + 2);
    if (marker === 0xee && data.toString('latin1', at + 4, at + 9) === 'Adobe') adobe = true;
    if (marker >= 0xc0 && marker <= 0xc2 && at + 10 <= data.length) {
      const components = [1, 3, 4].find((count) => count === data[at + 9]);
      if (data[at + 4] !== 8 || components === undefined) return undefined;
      return {
        height: data.readUInt16BE(at + 5),
        width: data.readUInt16BE(at + 7),
        components: components === 1 ? 1 : components === 3 ? 3 : 4,
        inverted: adobe && components === 4,
      };
    }
    at += 2 + length;
  }
  return undefined;
}
