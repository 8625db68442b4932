import { describe, expect, it } from 'vitest';
import { setFormulas } from '../../../src/fonts/index.ts';

describe('formulas typed plain', () => {
  it.each([
    ['tCO2e', 'tCO₂e'],
    ['以吨计为37,290tCO2e。', '以吨计为37,290tCO₂e。'],
    ['37,290 tCO2e in full', '37,290 tCO₂e in full'],
    ['380gCO2/kWh', '380gCO₂/kWh'],
    ['CH4和N2O', 'CH₄和N₂O'],
    ['NOx', 'NOₓ'],
    ['186,400m3', '186,400m³'],
    ['12 km2', '12 km²'],
  ])('%s reads %s', (typed, set) => {
    expect(setFormulas(typed)).toBe(set);
  });

  it.each(['C2C', 'O2O', 'S2', 'XCO2', '37,290CO2x', 'ISO 14064-1', 'https://example.com/CO2', 'm34'])(
    '%s stays as typed',
    (typed) => {
      expect(setFormulas(typed)).toBe(typed);
    },
  );
});
