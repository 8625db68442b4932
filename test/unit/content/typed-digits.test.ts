import { describe, expect, it } from 'vitest';
import { checkTypedDigits } from '../../../src/content/cross/typed-digits.ts';
import { loadReport, reportTexts } from '../../../src/content/index.ts';
import { memoryWorkspace } from '../../support/memory-workspace.ts';
import { baseProject } from '../../support/project-files.ts';

/** What is told of a sentence beside a termbase whose names hold digits. */
async function told(zh: string, en: string): Promise<readonly string[]> {
  const terms =
    'schema: termbase/1\nterms:\n  - {id: term.reuse, zh: 回用, en: reuse}\n  - {id: term.line, zh: 7号管线, en: Line 7}\n';
  const files = await baseProject({ 'content/termbase.yaml': terms });
  const loaded = await loadReport(memoryWorkspace(files));
  if (!loaded.ok) throw new Error(loaded.diagnostics[0]?.message ?? 'the base does not load');
  const report = loaded.value;
  const found = [...reportTexts(report)].find(({ text }) => text.zh.source.startsWith('全年取水'));
  if (found === undefined) throw new Error('the base has another text');
  const { text } = found;
  const plain = { zh: { ...text.zh, source: zh, inlines: [] }, en: { ...text.en, source: en, inlines: [] } };
  return checkTypedDigits(report, [{ ...found, text: plain }]).map(
    ({ code, message, lang }) => `${code} ${lang} ${message}`,
  );
}

describe('P3: digits typed into a text', () => {
  it('lets the names of the termbase and formulas stand', async () => {
    expect(await told('7号管线按范围1计。', 'Line 7 counts as Scope 1.')).toEqual([]);
  });

  it('knows a name with what nobody sees in it, which T2 tells of', async () => {
    expect(await told('7\u200b号管\u2060线按范围\u200b1计。', 'Line\u00a07 counts as Sco\u00adpe\u202f1.')).toEqual([]);
  });

  it('tells the digits beside such a name, at their place', async () => {
    expect(await told('7\u200b号管线与8\u200b号管线，共12条。', 'Line\u00a07 and Line 8.')).toEqual([
      'P3 zh the digits 8 are typed into the text',
      'P3 zh the digits 12 are typed into the text',
      'P3 en the digits 8 are typed into the text',
    ]);
  });
});
