import { describe, expect, it } from 'vitest';
import { installedFonts } from '../../../src/fonts/index.ts';
import { inspectPdf } from '../../../src/inspect/index.ts';
import { diskWorkspace, setText } from '../../../src/pipeline/index.ts';
import { HOME } from '../../support/project-files.ts';

async function set(source: string, measure: number) {
  return setText({ file: 'text.yaml', source, measure, shipped: diskWorkspace(HOME, HOME), fonts: installedFonts() });
}

describe('setting plain text', () => {
  it('makes a PDF of the text, character by character', async () => {
    const result = await set(
      'zh:\n  - {id: a, text: 排放12.5万吨CO₂e（“净”）。}\nen:\n  - {id: b, text: CO2e stays as typed.}\n',
      80,
    );
    expect(result.diagnostics).toEqual([]);
    const facts = await inspectPdf(result.bytes ?? new Uint8Array());
    const text = facts.ok ? JSON.stringify(facts.value).replaceAll(/\s/g, '') : '';
    expect(text).toContain('排放12.5万吨CO₂e（“净”）。');
    expect(text).toContain('CO2estaysastyped.');
  });

  it('tells what it had to break by force, at its place, and makes the PDF all the same', async () => {
    const result = await set(`zh:\n  - id: long\n    text: 圆周率${'1234567890'.repeat(6)}\n`, 50);
    expect(result.bytes?.length).toBeGreaterThan(0);
    expect(result.diagnostics[0]).toMatchObject({
      code: 'L001',
      severity: 'warning',
      block: 'long',
      span: { file: 'text.yaml', start: { line: 3 } },
    });
  });

  it('makes the same bytes twice', async () => {
    const source = 'en:\n  - {id: a, text: Net emissions fell by 63.5% in the year.}\n';
    expect((await set(source, 50)).bytes).toEqual((await set(source, 50)).bytes);
  });

  it('makes nothing of a file that is no text', async () => {
    const result = await set('zh: [', 50);
    expect(result.bytes).toBeUndefined();
    expect(result.diagnostics[0]?.code).toBe('C001');
  });
});
