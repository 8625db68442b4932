import { describe, expect, it } from 'vitest';
import { characters, set } from './setting.ts';

describe('N3: sub- and superscripts', () => {
  it('one that the face has is drawn as it is', () => {
    expect(characters(set('CO₂', 20).lines[0])[2]).toMatchObject({ text: '₂', size: 1, rise: 0 });
  });

  it('one that no face has is the plain sign, small and shifted, with the true character in the text', () => {
    const placed = characters(set('NOₓ', 20).lines[0])[2];
    expect(placed).toMatchObject({ text: 'ₓ', size: 0.62 });
    expect(placed?.rise).toBeCloseTo(-0.14);
    const minus = characters(set('10⁻', 20).lines[0])[2];
    expect(minus?.rise).toBeCloseTo(0.33);
  });

  it('plain formulas are set with real subscripts', () => {
    expect(set('37吨CO2e与NOx，12 m3', 40).lines[0]?.text).toBe('37吨CO₂e与NOₓ，12 m³');
  });

  it('a character that no face has is told once, with its place', () => {
    const result = set('国☃家☃', 20);
    expect(result.diagnostics).toMatchObject([{ code: 'H003', origin: 'test.yaml#/text' }]);
    expect(result.diagnostics[0]?.message).toBe('no font has "☃" (U+2603)');
  });
});
