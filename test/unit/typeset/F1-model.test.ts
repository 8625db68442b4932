import { describe, expect, it } from 'vitest';
import { breakPart } from '../../../src/typeset/break-paragraph.ts';
import type { Candidate } from '../../../src/typeset/candidate.ts';
import { justifiedCost, TOLERANCES } from '../../../src/typeset/line-cost.ts';
import { insideLine, naturalWidth } from '../../../src/typeset/line-model.ts';
import { HAIR } from '../../../src/typeset/opening.ts';
import { DEFAULT_POLICY } from '../../../src/typeset/policy.ts';
import { type Prepared, prepare } from '../../../src/typeset/prepare.ts';
import { context, EM, paragraph } from './setting.ts';

const SYLLABLES = ['国', '家，', '国家', '（国）', '。国', 'AB', '12', '国·家', '“国”', '家'];

/** Short paragraphs without end, the same on every run. */
function sample(seed: number): string {
  let state = seed * 2654435761 + 1;
  let text = '';
  const length = 8 + (seed % 9);
  for (let i = 0; i < length; i += 1) {
    state = (state * 1103515245 + 12345) % 2147483648;
    text += SYLLABLES[Math.floor((state / 2147483648) * SYLLABLES.length)];
  }
  return `国${text}`;
}

/** Least demerits of any way to break, by trying all of them; infinite when none passes. */
function leastDemerits(prepared: Prepared, measure: number): number {
  const cost = justifiedCost(TOLERANCES.plain, () => 0, DEFAULT_POLICY);
  const { text, model, breaks } = prepared;
  const least = new Map<number, number>();
  const from = (start: number): number => {
    if (start === text.count) return 0;
    const known = least.get(start);
    if (known !== undefined) return known;
    let best = Number.POSITIVE_INFINITY;
    for (let end = start + 1; end <= text.count; end += 1) {
      if (end < text.count && breaks.rank[end] !== 0) continue;
      const line = candidate(prepared, start, end, measure);
      const ratio = cost.ratio(line);
      if (ratio !== undefined) best = Math.min(best, cost.demerits(line, ratio) + from(end));
    }
    least.set(start, best);
    return best;
  };
  expect(model.boxes.length).toBe(text.count + 1);
  return from(0);
}

function candidate({ text, model, breaks }: Prepared, from: number, to: number, room: number): Candidate {
  const last = to === text.count;
  return {
    from,
    to,
    natural: naturalWidth(model, from, to),
    stretch: insideLine(model.stretch, from, to),
    hanStretch: insideLine(model.hanStretch, from, to),
    addressStretch: 0,
    reserve: insideLine(model.reserve, from, to),
    han: insideLine(model.han, from, to),
    english: insideLine(model.english, from, to),
    tight: 0,
    shrink: insideLine(model.shrink, from, to),
    hair: HAIR * insideLine(model.han, from, to),
    room,
    last,
    penalty: last ? 0 : (breaks.cost[to] ?? 0),
    opened: 0,
    ending: 0,
    hyphen: false,
  };
}

describe('F1: the breaks of least demerits', () => {
  it('are those that trying every way finds, on 500 paragraphs', () => {
    let compared = 0;
    for (let seed = 1; seed <= 500; seed += 1) {
      const setting = paragraph(sample(seed));
      const measure = (6 + (seed % 5)) * EM;
      const prepared = prepare(setting, context());
      const least = leastDemerits(prepared, measure);
      if (!Number.isFinite(least)) continue;
      const chosen = breakPart({
        prepared,
        paragraph: setting,
        policy: context().policy,
        wishes: {},
        first: 0,
        end: prepared.text.count,
        firstRoom: measure,
        room: measure,
        linesBefore: 0,
      });
      const cost = justifiedCost(TOLERANCES.plain, () => 0, DEFAULT_POLICY);
      let from = 0;
      let total = 0;
      for (const { at } of chosen) {
        const line = candidate(prepared, from, at, measure);
        const ratio = cost.ratio(line);
        total += ratio === undefined ? Number.POSITIVE_INFINITY : cost.demerits(line, ratio);
        from = at;
      }
      // A last line of a single character is refused by another rule, at a price that this search does not know.
      if (total > least) expect(chosen.at(-2)?.at).toBeLessThan(prepared.text.count - 1);
      else compared += 1;
      expect(total).toBeGreaterThanOrEqual(least - 1e-6);
    }
    expect(compared).toBeGreaterThan(200);
  });
});
