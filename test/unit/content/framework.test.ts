import { describe, expect, it } from 'vitest';
import { type Framework, loadReport } from '../../../src/content/index.ts';
import { memoryWorkspace } from '../../support/memory-workspace.ts';
import { baseProject } from '../../support/project-files.ts';

const RULES = `schema: framework/1
framework: Exchange Rules
names:
  - {until: "2024-12-31", en: Guide, zh: 指引}
  - {from: "2025-01-01", en: Code, zh: 守则}
part_B_mandatory:
  - {id: x.B.board, en: Board, zh: 董事会, paragraph: 13}
part_C:
  - {id: x.A, code: A, level: subject_area, en: Environmental, zh: 环境}
  - {id: x.A1, code: A1, level: aspect, en: Emissions, zh: 排放物}
  - {id: x.A1.GD, code: A1.GD, level: general_disclosure, en: General, zh: 一般披露}
  - id: x.A1.2
    code: A1.2
    level: kpi
    en: Greenhouse gas
    zh: 温室气体
    versions: {in_force: until 2024-12-31, from_2025: repealed; content moved to Part D (paragraphs 28-29)}
part_D:
  - {id: x.D.19, paragraphs: "19", pillar: {en: Governance, zh: 管治}, en: Bodies, zh: 机构}
`;

/** The framework for a report whose period begins on a day. */
async function framework(source: string, start = '2023-04-01'): Promise<Framework> {
  const files = await baseProject({ 'content/frameworks/mini.yaml': source });
  const report = new TextDecoder()
    .decode(files['content/report.yaml'] as Uint8Array)
    .replace('2023-04-01', start)
    .replace('2024-03-31', '2031-03-31');
  const shared = {
    ...files,
    'content/report.yaml': report,
    'content/index/mini.yaml': 'schema: index/1\nframework: mini\nentries: []\n',
  };
  const result = await loadReport(memoryWorkspace({ ...shared, ...withoutDisclosures(shared) }));
  const found = result.ok ? result.value.frameworks.get('mini') : undefined;
  if (found === undefined)
    throw new Error(result.diagnostics.map((d) => `${d.span?.file} ${d.code} ${d.message}`).join('\n'));
  return found;
}

function withoutDisclosures(files: Readonly<Record<string, string | Uint8Array>>): Record<string, string> {
  const edited: Record<string, string> = {};
  for (const [path, data] of Object.entries(files)) {
    if (!path.startsWith('content/') || !path.endsWith('.yaml') || path.includes('frameworks/')) continue;
    const text = typeof data === 'string' ? data : new TextDecoder().decode(data);
    edited[path] = text.replaceAll(/^ *frameworks: \[mini\.\d\]\n/gm, '');
  }
  return edited;
}

describe('readFramework', () => {
  it('makes subject areas and aspects headings, and takes what is in force on the first day of the period', async () => {
    const rules = await framework(RULES);
    expect(rules.title).toEqual({ zh: '指引', en: 'Guide' });
    expect(rules.disclosures.map((d) => [d.id, d.code, d.group.title.en, d.inForce])).toEqual([
      ['x.B.board', '13', 'Part B', true],
      ['x.A1.GD', 'A1.GD', 'A1: Emissions', true],
      ['x.A1.2', 'A1.2', 'A1: Emissions', true],
      ['x.D.19', '19', 'Part D: Governance', false],
    ]);
  });

  it('changes name and content when the period begins later', async () => {
    const rules = await framework(RULES, '2025-04-01');
    expect(rules.title.zh).toBe('守则');
    expect(rules.disclosures.filter((d) => d.inForce).map((d) => d.id)).toEqual(['x.B.board', 'x.A1.GD', 'x.D.19']);
  });

  it('reads standards with their disclosures, and lists by pillar', async () => {
    const both = await framework(
      'schema: framework/1\ntcfd:\n  - {id: t.a, letter: "a", pillar: {en: Strategy, zh: 战略}, en: Risks, zh: 风险}\n' +
        'standards:\n  - {standard: GRI 2, title: {en: General, zh: 一般披露}, disclosures: [{id: gri.2-1, code: "2-1", en: Details, zh: 详情}]}\n',
    );
    expect(both.title.en).toBe('MINI');
    expect(both.disclosures.map((d) => [d.code, d.group.title.en, d.group.title.zh])).toEqual([
      ['2-1', 'GRI 2: General', 'GRI 2：一般披露'],
      ['a', 'Strategy', '战略'],
    ]);
  });
});
