import { describe, expect, it } from 'vitest';
import { labOfRgb } from '../../../src/pdf/writer/icc/lab.ts';
import { type Inks, printedLab, separate } from '../../../src/pdf/writer/icc/offset-press.ts';
import { pressProfile } from '../../../src/pdf/writer/icc/press-profile.ts';
import { srgbProfile } from '../../../src/pdf/writer/icc/srgb.ts';

function tagsOf(profile: Buffer): ReadonlyMap<string, Buffer> {
  const tags = new Map<string, Buffer>();
  for (let i = 0; i < profile.readUInt32BE(128); i += 1) {
    const at = 132 + i * 12;
    const start = profile.readUInt32BE(at + 4);
    tags.set(profile.toString('latin1', at, at + 4), profile.subarray(start, start + profile.readUInt32BE(at + 8)));
  }
  return tags;
}

function distance(a: readonly number[], b: readonly number[]): number {
  return Math.hypot(...a.map((value, i) => value - (b[i] ?? 0)));
}

describe('the sRGB profile', () => {
  it('is a whole display profile whose primaries add up to white', () => {
    const profile = srgbProfile();
    expect(profile.readUInt32BE(0)).toBe(profile.length);
    expect(profile.toString('latin1', 12, 24)).toBe('mntrRGB XYZ ');
    const tags = tagsOf(profile);
    const sum = [0, 1, 2].map((i) =>
      ['rXYZ', 'gXYZ', 'bXYZ'].reduce((all, key) => all + (tags.get(key)?.readInt32BE(8 + i * 4) ?? 0) / 65536, 0),
    );
    expect(distance(sum, [0.9642, 1, 0.8249])).toBeLessThan(0.001);
  });
});

describe('the press profile', () => {
  it('has the tables that an output profile needs', () => {
    const profile = pressProfile();
    expect(profile.readUInt32BE(0)).toBe(profile.length);
    expect(profile.toString('latin1', 12, 24)).toBe('prtrCMYKLab ');
    const tags = tagsOf(profile);
    for (const key of ['A2B0', 'A2B1', 'A2B2', 'B2A0', 'B2A1', 'B2A2']) {
      const [inputs = 0, outputs = 0, points = 0] = [...(tags.get(key)?.subarray(8, 11) ?? [])];
      expect(tags.get(key)).toHaveLength(48 + 256 * (inputs + outputs) + points ** inputs * outputs);
    }
    expect([...tags.keys()]).toEqual(expect.arrayContaining(['desc', 'cprt', 'wtpt', 'gamt']));
  });

  it('has the paper as white and black as the darkest single ink', () => {
    expect(distance(printedLab([0, 0, 0, 0]), [100, 0, 0])).toBeLessThan(0.5);
    const solid = (i: number): number => printedLab([0, 1, 2, 3].map((j) => (i === j ? 1 : 0)) as unknown as Inks)[0];
    expect(solid(3)).toBeLessThan(Math.min(solid(0), solid(1), solid(2)));
  });

  it('separates colours that can be printed so that they come back', () => {
    for (const inks of [
      [0.4, 0.1, 0, 0],
      [0.1, 0.6, 0.5, 0],
      [0.3, 0.2, 0.2, 0.4],
      [0, 0, 0, 0.5],
      [0.7, 0.3, 0.6, 0],
    ] as const) {
      const wanted = printedLab(inks);
      expect(distance(printedLab(separate(wanted)), wanted)).toBeLessThan(1.5);
    }
  });

  it('never asks for more ink than paper holds', () => {
    for (const rgb of [
      [0, 0, 0],
      [0, 0, 80],
      [60, 20, 0],
      [20, 60, 40],
      [255, 255, 255],
    ] as const) {
      const inks = separate(labOfRgb(rgb));
      expect(inks.reduce((sum, ink) => sum + ink, 0)).toBeLessThanOrEqual(3.001);
      for (const ink of inks) expect(ink).toBeGreaterThanOrEqual(0);
    }
  });
});
