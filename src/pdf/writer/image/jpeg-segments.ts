import { type HuffmanTable, huffmanTable } from './huffman.ts';
import { type JpegComponent, type JpegFrame, type JpegImage, ZIGZAG } from './jpeg-frame.ts';
import { decodeScan } from './jpeg-scan.ts';

/** Reads all scans of a baseline or progressive file. Throws RangeError when the data end early, before the end marker too. Source: ITU-T T.81 B. */
export function readFrame(data: Buffer): JpegImage | undefined {
  const quantisation = new Map<number, Uint16Array>();
  const tables = new Map<number, HuffmanTable>();
  let frame: JpegFrame | undefined;
  let transform: number | undefined;
  let restart = 0;
  let at = 2;
  for (;;) {
    const marker = data.readUInt16BE(at);
    if (marker === 0xffd9) return frame === undefined ? undefined : { frame, quantisation, transform };
    if (marker === 0xffff || marker < 0xff01 || (marker >= 0xffd0 && marker <= 0xffd8)) {
      at += 1;
      continue;
    }
    const body = data.subarray(at + 4, at + 2 + data.readUInt16BE(at + 2));
    at += 2 + data.readUInt16BE(at + 2);
    if (marker === 0xffdb) readQuantisation(body, quantisation);
    else if (marker === 0xffc4) readHuffman(body, tables);
    else if (marker >= 0xffc0 && marker <= 0xffc2) frame = startFrame(body, marker === 0xffc2);
    else if (marker === 0xffdd) restart = body.readUInt16BE(0);
    else if (marker === 0xffee && body.toString('latin1', 0, 5) === 'Adobe') transform = body[11];
    else if (marker === 0xffda && frame !== undefined) {
      at = decodeScan({ data, at, frame, header: body, tables, restart });
    }
  }
}

function readQuantisation(body: Buffer, into: Map<number, Uint16Array>): void {
  for (let at = 0; at < body.length; ) {
    const wide = (body.readUInt8(at) >> 4) * 64;
    const table = new Uint16Array(64);
    const id = body.readUInt8(at) & 15;
    at += 1;
    for (let i = 0; i < 64; i += 1) {
      table[ZIGZAG[i] ?? 0] = wide > 0 ? body.readUInt16BE(at + i * 2) : body.readUInt8(at + i);
    }
    at += 64 + wide;
    into.set(id, table);
  }
}

/** Tables by class (16 for coefficients after the first) and number. */
function readHuffman(body: Buffer, into: Map<number, HuffmanTable>): void {
  for (let at = 0; at + 17 <= body.length; ) {
    const counts = body.subarray(at + 1, at + 17);
    const total = counts.reduce((sum, count) => sum + count, 0);
    into.set(body.readUInt8(at), huffmanTable(counts, body.subarray(at + 17, at + 17 + total)));
    at += 17 + total;
  }
}

function startFrame(body: Buffer, progressive: boolean): JpegFrame {
  const [height, width] = [body.readUInt16BE(1), body.readUInt16BE(3)];
  const parts = Array.from({ length: body.readUInt8(5) }, (_, i) => {
    const at = 6 + i * 3;
    const sampling = body.readUInt8(at + 1);
    return { id: body.readUInt8(at), h: sampling >> 4, v: sampling & 15, quantisation: body.readUInt8(at + 2) };
  });
  const hMax = Math.max(1, ...parts.map((part) => part.h));
  const vMax = Math.max(1, ...parts.map((part) => part.v));
  const components = parts.map((part): JpegComponent => {
    const across = Math.ceil(width / 8 / hMax) * part.h;
    const down = Math.ceil(height / 8 / vMax) * part.v;
    return { ...part, across, down, coefficients: new Int16Array(across * down * 64) };
  });
  return { width, height, progressive, hMax, vMax, components };
}
