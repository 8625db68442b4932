import { numberOf, type PdfFile, type Stream } from '../objects/index.ts';

/** What the head of an ICC profile says. */
export interface IccHead {
  readonly deviceClass: string;
  readonly space: string;
  readonly version: number;
  /** Components that its colour space has. */
  readonly components: number;
  /** Components that the PDF file says it has. */
  readonly stated: number;
  /** Length that the head states, and what is there. */
  readonly length: number;
  readonly found: number;
}

const COMPONENTS: Readonly<Record<string, number>> = { GRAY: 1, 'RGB ': 3, 'Lab ': 3, CMYK: 4 };

/** Undefined for data that are no profile. Source: ICC.1:2010 7.2. */
export function readIccHead(file: PdfFile, stream: Stream): IccHead | undefined {
  const data = file.data(stream);
  if (data === undefined || data.length < 132) return undefined;
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  if (bytes.toString('latin1', 36, 40) !== 'acsp') return undefined;
  const space = bytes.toString('latin1', 16, 20);
  return {
    deviceClass: bytes.toString('latin1', 12, 16),
    space,
    version: bytes[8] ?? 0,
    components: COMPONENTS[space] ?? 0,
    stated: numberOf(file.get(stream.dict, 'N')) ?? 0,
    length: bytes.readUInt32BE(0),
    found: data.length,
  };
}
