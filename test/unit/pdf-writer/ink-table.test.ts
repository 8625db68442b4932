import { describe, expect, it } from 'vitest';
import { readInkTable } from '../../../src/pdf/writer/icc/ink-table.ts';
import { labOfRgb } from '../../../src/pdf/writer/icc/lab.ts';
import { printedLab } from '../../../src/pdf/writer/icc/offset-press.ts';
import { pressProfile } from '../../../src/pdf/writer/icc/press-profile.ts';
import { serialiseProfile } from '../../../src/pdf/writer/icc/profile-file.ts';
import { readPrintCondition } from '../../../src/pdf/writer/index.ts';
import { createSeparation } from '../../../src/pdf/writer/paint/separation.ts';

function profileOf(table: Buffer): Buffer {
  return serialiseProfile({
    deviceClass: 'prtr',
    colourSpace: 'CMYK',
    connectionSpace: 'Lab ',
    tags: new Map([
      ['A2B0', Buffer.alloc(8)],
      ['B2A0', table],
    ]),
  });
}

/** Cyan, magenta and yellow are the three encoded values, and black is full: over two points along each axis. */
function cornerInks(most: number): readonly number[] {
  return Array.from({ length: 8 }, (_, i) => [(i >> 2) & 1, (i >> 1) & 1, i & 1, 1]).flatMap((inks) =>
    inks.map((ink) => ink * most),
  );
}

function words(numbers: readonly number[]): Buffer {
  const out = Buffer.alloc(numbers.length * 2);
  numbers.forEach((number, i) => {
    out.writeUInt16BE(number, i * 2);
  });
  return out;
}

/** Curves of two entries that do nothing. */
function twoBytes(): Buffer {
  const head = Buffer.alloc(52);
  head.write('mft2', 0, 'latin1');
  head.set([3, 4, 2], 8);
  head.writeUInt16BE(2, 48);
  head.writeUInt16BE(2, 50);
  const straight = (count: number): Buffer => words(Array.from({ length: count }, () => [0, 65535]).flat());
  return Buffer.concat([head, straight(3), words(cornerInks(65535)), straight(4)]);
}

/** Version 4: lightness is squared, the matrix halves and shifts, and black is half of itself. */
function curved(): Buffer {
  const curve = (gamma: number): Buffer =>
    Buffer.concat([Buffer.from('curv\0\0\0\0\0\0\0\u0001', 'latin1'), words([gamma * 256, 0])]);
  const half = Buffer.alloc(16);
  half.write('para', 0, 'latin1');
  half.writeInt32BE(65536, 12);
  const matrix = Buffer.alloc(48);
  [0.5, 0, 0, 0, 0.5, 0, 0, 0, 0.5, 0.25, 0.25, 0.25].forEach((number, i) => {
    matrix.writeInt32BE(number * 65536, i * 4);
  });
  const grid = Buffer.alloc(20);
  grid.set([2, 2, 2], 0);
  grid[16] = 1;
  const parts = [
    Buffer.concat([curve(2), curve(1), curve(1)]),
    matrix,
    Buffer.concat([half, half, half]),
    Buffer.concat([grid, Buffer.from(cornerInks(255))]),
    Buffer.concat([half, half, half, curve(0.5)]),
  ];
  const head = Buffer.alloc(32);
  head.write('mBA ', 0, 'latin1');
  head.set([3, 4], 8);
  let at = head.length;
  parts.forEach((part, i) => {
    head.writeUInt32BE(at, 12 + i * 4);
    at += part.length;
  });
  return Buffer.concat([head, ...parts]);
}

function close(found: readonly number[] | undefined, expected: readonly number[]): void {
  expected.forEach((ink, i) => {
    expect(found?.[i]).toBeCloseTo(ink, 4);
  });
}

describe('the table of a profile from colour to inks', () => {
  it('is read in one byte, as the generic press has it', () => {
    const table = readInkTable(pressProfile());
    for (const rgb of [
      [200, 150, 100],
      [30, 90, 120],
      [240, 240, 230],
    ] as const) {
      const lab = labOfRgb(rgb);
      const miss = printedLab(table?.(lab) ?? [0, 0, 0, 0]).map((value, i) => value - (lab[i] ?? 0));
      expect(Math.hypot(...miss)).toBeLessThan(6);
    }
  });

  it('is read in two bytes, with colours as version 2 held them', () => {
    close(readInkTable(profileOf(twoBytes()))?.([50, 0, -64]), [32640 / 65535, 32768 / 65535, 16384 / 65535, 1]);
  });

  it('is read with curves and a matrix, as version 4 has it', () => {
    close(readInkTable(profileOf(curved()))?.([50, 127, -128]), [0.25 / 2 + 0.25, 0.75, 0.25, 1]);
  });

  it('is not read where a length leads out of it, or its kind is unknown', () => {
    for (const spoil of [
      (table: Buffer) => table.writeUInt16BE(60000, 48),
      (table: Buffer) => table.write('mft9', 0, 'latin1'),
      (table: Buffer) => table.writeUInt8(3, 9),
      (table: Buffer) => table.writeUInt8(255, 10),
    ]) {
      const table = twoBytes();
      spoil(table);
      expect(readInkTable(profileOf(table))).toBeUndefined();
      const known = { identifier: 'x', info: '', registry: '' };
      expect(
        readPrintCondition(profileOf(table), known).diagnostics.map(({ code, message }) => [code, message]),
      ).toEqual([['W002', 'the print profile has a table from colour to inks that cannot be read']]);
    }
  });
});

describe('separating for a condition', () => {
  const condition = (table: Buffer) => ({ profile: profileOf(table), identifier: 'x', info: '', registry: '' });

  it('follows its own profile, for pictures and for colours of drawings', () => {
    const own = createSeparation(condition(curved()));
    const generic = createSeparation(undefined);
    const rgb = Uint8Array.from([40, 120, 200]);
    expect([...own.pixels(rgb)]).not.toEqual([...generic.pixels(rgb)]);
    expect(own.pixels(rgb)[3]).toBeGreaterThan(250);
    expect(own.colour([40, 120, 200])[3]).toBe(100);
    expect(generic.colour([40, 120, 200])[3]).toBeLessThan(60);
  });

  it('never puts more ink on a spot than paper holds, whatever the profile says', () => {
    const full = Buffer.from(twoBytes());
    full.fill(0xff, 52 + 12, 52 + 12 + 64);
    const inks = createSeparation(condition(full)).pixels(Uint8Array.from([10, 20, 30, 200, 100, 40]));
    for (const at of [0, 4]) {
      const sum = [0, 1, 2, 3].reduce((all, i) => all + (inks[at + i] ?? 0), 0);
      expect(sum).toBeLessThanOrEqual(3.2 * 255);
      expect(sum).toBeGreaterThan(3.1 * 255);
    }
  });

  it('leaves paper white and greys to black alone', () => {
    for (const separation of [createSeparation(undefined), createSeparation(condition(curved()))]) {
      expect([...separation.pixels(Uint8Array.from([255, 255, 255]))]).toEqual([0, 0, 0, 0]);
      expect(separation.colour([90, 90, 92]).slice(0, 3)).toEqual([0, 0, 0]);
    }
  });
});
