import { expect, it } from 'vitest';
import { BUILT_IN_UNITS as IDS } from '../../../src/content/index.ts';
import { BUILT_IN_UNITS as UNITS } from '../../../src/metrics/built-in-units.ts';

it('the units that content may name are those that figures can be computed in', () => {
  expect([...IDS].sort()).toEqual(UNITS.map((unit) => unit.id).sort());
});
