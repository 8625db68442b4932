import { describe, expect, it } from 'vitest';
import { type BreakRules, cut } from '../../../src/pdf/engine/cut.ts';
import { childrenOf, type Galley, NO_EXTRAS } from '../../../src/pdf/engine/galley.ts';
import { EMPTY_LEDGER } from '../../../src/pdf/engine/note-ledger.ts';
import { stackOf } from '../../../src/pdf/engine/stacking.ts';

const HEIGHT = 100;
const rules: BreakRules = {
  widows: 2,
  orphans: 2,
  height: HEIGHT,
  foot: {
    area: { ruleWidth: 0, rule: { paint: '', width: 0 }, before: 0, after: 0, gap: 0 },
    columns: 1,
    source: () => undefined,
    split: () => undefined,
  },
};

/** So many blocks of 10 pt that cannot break, each 2 pt below the other. */
function blocks(count: number): readonly Galley[] {
  const picture = { kind: 'drawing', drawing: { width: 10, height: 10, ops: [] } } as const;
  const role = { artifact: 'Layout' } as const;
  return Array.from({ length: count }, () => ({
    ...NO_EXTRAS,
    kind: 'picture',
    width: 10,
    height: 10,
    before: 2,
    picture,
    role,
    origin: '',
  }));
}

describe('a long stack', () => {
  it('carries no more children along at a break than stand at it, however many are left', () => {
    const all = blocks(20_000);
    let rest: Galley | undefined = stackOf({ children: all, width: 10 });
    const taken: Galley[] = [];
    let most = 0;
    while (rest !== undefined) {
      const result = cut({ ...rest, before: 0 }, { height: HEIGHT, ledger: EMPTY_LEDGER, force: true }, rules);
      if (result?.head?.kind === 'stack') taken.push(...childrenOf(result.head));
      rest = result?.rest;
      if (rest?.kind === 'stack') most = Math.max(most, rest.children.length);
    }
    expect(taken).toHaveLength(all.length);
    expect(most).toBe(1);
  });

  it('has the height of what is left after every break', () => {
    let rest: Galley | undefined = stackOf({ children: blocks(100), width: 10 });
    while (rest !== undefined) {
      const result = cut({ ...rest, before: 0 }, { height: HEIGHT, ledger: EMPTY_LEDGER, force: true }, rules);
      rest = result?.rest;
      if (rest?.kind !== 'stack') break;
      expect(rest.height).toBeCloseTo(stackOf({ children: childrenOf(rest), width: 10 }).height, 9);
    }
  });
});
