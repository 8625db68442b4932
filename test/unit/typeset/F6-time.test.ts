import { describe, expect, it } from 'vitest';
import type { Lang } from '../../../src/core/index.ts';
import { breakPart } from '../../../src/typeset/break-paragraph.ts';
import type { LineModel } from '../../../src/typeset/line-model.ts';
import { prepare } from '../../../src/typeset/prepare.ts';
import { context, EM, paragraph, set } from './setting.ts';

const SENTENCE = '报告期内，公司自身运营温室气体净排放总量为12.5万吨，较2023财年下降63.5%，其中范围1排放2.32万吨。';

/** How often the search looks up the stretch inside a line: once for each line that it weighs. */
function linesWeighed(text: string, lang: Lang = 'zh'): number {
  const setting = paragraph(text, { lang });
  const prepared = prepare(setting, context());
  let reads = 0;
  const stretch = new Proxy(prepared.model.stretch, {
    get: (target, key) => {
      reads += 1;
      return Reflect.get(target, key);
    },
  });
  const model: LineModel = { ...prepared.model, stretch };
  breakPart({
    prepared: { ...prepared, model },
    paragraph: setting,
    policy: context().policy,
    wishes: {},
    first: 0,
    end: prepared.text.count,
    firstRoom: 20 * EM,
    room: 20 * EM,
    linesBefore: 0,
  });
  return reads;
}

describe('F6: work grows with the length of the text', () => {
  it.each([
    ['text', 'zh', SENTENCE.repeat(20)],
    ['a word that no line holds', 'en', 'w'.repeat(2000)],
  ] as const)('twice the text is about twice the work: %s', (_, lang, text) => {
    const once = linesWeighed(text, lang);
    const twice = linesWeighed(text.repeat(2), lang);
    expect(once).toBeGreaterThan(0);
    expect(twice / once).toBeGreaterThan(1.8);
    expect(twice / once).toBeLessThan(2.2);
  });

  it('sets 200,000 characters', () => {
    const text = SENTENCE.repeat(Math.ceil(200_000 / SENTENCE.length));
    const result = set(text, 40);
    expect(result.lines.reduce((sum, line) => sum + line.text.length, 0)).toBe(text.length);
  });

  it('sets 20,000 letters without a space, each of them once', () => {
    const result = set('w'.repeat(20_000), 40, { lang: 'en' });
    expect(result.lines.reduce((sum, line) => sum + line.text.length, 0)).toBe(20_000);
    expect(result.diagnostics.every(({ code }) => code === 'L001')).toBe(true);
  });
});
