import { describe, expect, it } from 'vitest';
import type { PlacedRun } from '../../../src/typeset/types.ts';
import {
  documentOf,
  lineOf,
  readBack,
  SANS,
  SERIF,
  type Stretch,
  setRuns,
  structureBuilder,
  testFonts,
} from './placed.ts';

/** The text that a reader finds on a page with one line. */
async function extracted(
  stretches: readonly Stretch[],
  change = (runs: readonly PlacedRun[]) => runs,
): Promise<string> {
  const fonts = await testFonts();
  const structure = structureBuilder();
  const node = structure.node(undefined, { type: 'P' });
  const line = lineOf(change(setRuns(fonts, stretches, 'zh')), { x: 60, y: 100, role: { node } });
  const facts = await readBack(documentOf({ pages: [[line]], structure: structure.nodes }));
  return (facts.pages[0]?.text ?? '').trimEnd();
}

describe('the text layer', () => {
  it('has no space where a gap parts Han from Latin', async () => {
    expect(await extracted([{ text: '范围一与GHG之和，见ESG报告A卷' }])).toBe('范围一与GHG之和，见ESG报告A卷');
  });

  it('has exactly the spaces that were written', async () => {
    expect(await extracted([{ text: 'The office of AVAILABLE words', lang: 'en' }])).toBe(
      'The office of AVAILABLE words',
    );
  });

  it('has no space after marks that were closed up', async () => {
    const text = '他说：“好。”（见《报告》），随后——走了';
    expect(await extracted([{ text }])).toBe(text);
  });

  it.each(['SO₂与NOₓ的排放', 'CO₂e——不是CO2', 'km² 和 m³'])(
    'has sub- and superscripts, and dashes, as a reader would search for them: %s',
    async (text) => {
      expect(await extracted([{ text }])).toBe(text.replace('CO2', 'CO₂'));
    },
  );

  it('has nothing of the dots under emphasised Han', async () => {
    expect(await extracted([{ text: '一律' }, { text: '禁止', dots: [5, 15] }, { text: '，无例外' }])).toBe(
      '一律禁止，无例外',
    );
  });

  it('keeps tracked words whole', async () => {
    expect(await extracted([{ text: 'ANNUAL REPORT 年度报告', tracking: 1.4, size: 9 }])).toBe(
      'ANNUAL REPORT 年度报告',
    );
  });

  it('keeps words whole that justification has spread', async () => {
    const spread = (runs: readonly PlacedRun[]): readonly PlacedRun[] => {
      let shift = 0;
      return runs.map((run) => {
        const x = run.x + shift;
        const advances = run.advances.map((advance) => advance + 0.11 * run.size);
        shift += 0.11 * run.size * run.advances.length;
        return { ...run, x, advances };
      });
    };
    expect(await extracted([{ text: '温室气体排放CO2降低' }], spread)).toBe('温室气体排放CO₂降低');
  });

  it('gives one glyph the text of each place it stands at', async () => {
    expect(await extracted([{ text: 'CO2 2', font: SERIF }])).toBe('CO₂ 2');
  });

  it('gives ligatures their letters', async () => {
    expect(await extracted([{ text: 'efficient offices', lang: 'en', font: SERIF }])).toBe('efficient offices');
  });

  it('gives the characters of a cluster once when it takes several glyphs', async () => {
    const split = (runs: readonly PlacedRun[]): readonly PlacedRun[] =>
      runs.map((run) => ({ ...run, clusters: run.clusters.map((text, i) => (i === 0 ? 'Å' : i === 1 ? '' : text)) }));
    expect(await extracted([{ text: 'A˚ngstrom', lang: 'en' }], split)).toBe('Ångstrom');
  });

  it('marks a hyphen at the line’s end so that readers drop it', async () => {
    const soft = (runs: readonly PlacedRun[]): readonly PlacedRun[] =>
      runs.map((run) => ({ ...run, clusters: run.clusters.map((text) => (text === '-' ? '\u00ad' : text)) }));
    expect(await extracted([{ text: 'sustain-', lang: 'en' }], soft)).toBe('sustain');
  });

  it('keeps brackets, backslashes and characters beyond the basic plane', async () => {
    const text = String.raw`(a\b) ) 𠮷`;
    expect(await extracted([{ text, font: SANS }])).toBe(text);
  });

  it('keeps runs of one line together when their sizes differ', async () => {
    const stretches = [{ text: '升温' }, { text: '1.5', size: 16 }, { text: '摄氏度' }];
    expect(await extracted(stretches)).toBe('升温1.5摄氏度');
  });

  /** Two stretches with a gap between them that no space makes, em of the second. */
  const apart = (left: Stretch, right: Stretch, gap: number): Promise<string> =>
    extracted([left, right], (runs) => {
      const to = runs.length - (right.text === '' ? 0 : 1);
      return runs.map((run, i) => (i < to ? run : { ...run, x: run.x + gap * run.size }));
    });

  it.each([
    ['130', 'RMB billion', 'en', 'en', 0.5, '130 RMB billion'],
    ['1.1', 'Restoring', 'en', 'en', 0.4, '1.1 Restoring'],
    ['(Scope 3+)', 'Disputed', 'en', 'en', 12, '(Scope 3+) Disputed'],
    ['CO₂e', '4.45', 'zh', 'en', 0.7, 'CO₂e 4.45'],
    ['1300亿元', '130', 'zh', 'en', 0.7, '1300亿元 130'],
    ['1300', '亿元', 'zh', 'zh', 0.7, '1300亿元'],
    ['ESG', '报告', 'en', 'zh', 0.33, 'ESG报告'],
    ['8.1', 'S1', 'en', 'en', 0.2, '8.1S1'],
    ['8.1 ', 'Mt', 'en', 'en', 0.5, '8.1 Mt'],
    ['3', '”', 'en', 'en', 0.5, '3”'],
  ] as const)('parts words that only a gap parts: %s and %s', async (left, right, one, other, gap, read) => {
    expect(await apart({ text: left, lang: one }, { text: right, lang: other, size: 9.5 }, gap)).toBe(read);
  });
});
