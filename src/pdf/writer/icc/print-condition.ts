import { type Diagnostic, diagnose, failed, good, type Outcome } from '../../../core/index.ts';
import type { PrintCondition } from '../input.ts';
import { readInkTable } from './ink-table.ts';

/** Header, tag count, and one tag. */
const LEAST_LENGTH = 128 + 4 + 12;
/** Largest profile that a press has: dense tables in both directions for every intent. */
const MOST_LENGTH = 16 * 1024 * 1024;
/** From colour to inks and from inks to colour: what a profile of an output device has to hold. */
const TABLES = ['A2B0', 'B2A0'] as const;

/**
 * Takes an ICC profile as the condition that the print edition is made for.
 * @param bytes the file, however it came
 * @param known how the condition is called, and in which registry
 * Emits W002 for a file that is no whole profile of a CMYK output device.
 * Source: ICC.1:2010 7.2, 7.3, 8.4; ISO 15930-7 6.2.2.
 */
export function readPrintCondition(
  bytes: Uint8Array,
  known: Pick<PrintCondition, 'identifier' | 'info' | 'registry'>,
): Outcome<PrintCondition> {
  const fault = faultOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  return fault === undefined ? good({ ...known, profile: bytes }) : failed([fault]);
}

function faultOf(data: Buffer): Diagnostic | undefined {
  const refuse = (message: string, hint: string): Diagnostic => diagnose('W002', message, { hints: [hint] });
  const again = 'take the file again from where it is published';
  if (data.length < LEAST_LENGTH || data.toString('latin1', 36, 40) !== 'acsp') {
    return refuse('the print profile is no ICC profile', 'name an .icc file of the press');
  }
  if (data.length > MOST_LENGTH) return refuse('the print profile is larger than profiles are', again);
  const length = data.readUInt32BE(0);
  if (length > data.length) {
    return refuse(`the print profile is cut off: ${data.length} of ${length} bytes are there`, again);
  }
  const deviceClass = data.toString('latin1', 12, 16);
  if (deviceClass !== 'prtr') {
    return refuse(
      `the print profile is of class '${deviceClass.trim()}'`,
      'name a profile of class prtr, an output device',
    );
  }
  const space = data.toString('latin1', 16, 20);
  if (space !== 'CMYK') {
    return refuse(`the print profile is for ${space.trim()}`, 'name a profile for CMYK');
  }
  const tags = tagsOf(data, length);
  if (tags === undefined) return refuse('the print profile is damaged: a tag leads out of it', again);
  const missing = TABLES.filter((table) => !tags.has(table));
  if (missing.length > 0) return refuse(`the print profile has no ${missing.join(' and no ')}`, again);
  return readInkTable(data) === undefined
    ? refuse('the print profile has a table from colour to inks that cannot be read', again)
    : undefined;
}

function tagsOf(data: Buffer, length: number): ReadonlySet<string> | undefined {
  const count = data.readUInt32BE(128);
  if (132 + count * 12 > length) return undefined;
  const names = new Set<string>();
  for (let at = 132; at < 132 + count * 12; at += 12) {
    if (data.readUInt32BE(at + 4) + data.readUInt32BE(at + 8) > length) return undefined;
    names.add(data.toString('latin1', at, at + 4));
  }
  return names;
}
