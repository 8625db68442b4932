import { describe, expect, it } from 'vitest';
import { type Diagnostic, FileMissing } from '../../../src/core/index.ts';
import { installedFonts } from '../../../src/fonts/index.ts';
import { type BuildPlan, buildProject, callProject, outputFiles } from '../../../src/pipeline/index.ts';
import { memoryWorkspace } from '../../support/memory-workspace.ts';
import { baseProject, filesOf, type ProjectFiles } from '../../support/project-files.ts';

const plan: BuildPlan = {
  editions: ['zh-Hans', 'en'],
  variant: 'screen',
  mode: 'draft',
  only: undefined,
  asOf: undefined,
  rasters: false,
};

/** A slip on the finished pages: the files are built from an edited copy, and called against the project as it should be. */
interface Slip {
  readonly what: string;
  readonly edits: readonly (readonly [file: string, find: string, replace: string])[];
  /** The wrong figure as the pages print it. */
  readonly prints: string;
}

const water = 'content/metrics/water.yaml';
const chapter = 'content/chapters/01-water.yaml';
const unstated = [water, '        stated_change: {from: FY2023, value: "-10.8", in: percent}\n', ''] as const;
const SLIPS: readonly Slip[] = [
  {
    what: 'a digit in a template',
    edits: [['templates/partials/paragraph.hbs', '</p>', ' 4,711 t</p>']],
    prints: '4,711 t',
  },
  {
    what: 'a label of a chart',
    edits: [unstated, [water, '208900', '209800'], ['content/targets.yaml', '208900', '209800']],
    prints: '20.98',
  },
  { what: 'two digits of a value', edits: [unstated, [water, '186400', '184600']], prints: '18.46' },
  {
    what: 'a magnitude in Chinese',
    edits: [['content/metrics/energy.yaml', 'unit: 万千瓦时, dp: 1', 'unit: 千瓦时, dp: 0']],
    prints: '3,980,000',
  },
  {
    what: 'a figure in a caption',
    edits: [
      [chapter, 'zh: 水厂码头, en: The pier', 'zh: "水厂码头{{lit:38|a slip}}", en: "The pier {{lit:38|a slip}}"'],
    ],
    prints: '38',
  },
  {
    what: 'a figure in a sentence',
    edits: [
      [chapter, 'zh: 按水表读数计。', 'zh: "按水表读数计{{lit:88|a slip}}次。"'],
      [chapter, 'en: Read from the meters.', 'en: "Read from the meters {{lit:88|a slip}} times."'],
    ],
    prints: '88',
  },
];

async function built(files: ProjectFiles): Promise<ReadonlyMap<string, Uint8Array>> {
  const project = {
    folder: '.',
    workspace: memoryWorkspace(files),
    shipped: memoryWorkspace(await filesOf('templates', 'templates/')),
    fonts: installedFonts(),
  };
  const result = await buildProject(project, plan, () => undefined);
  const output = outputFiles(result, plan);
  if (output.length === 0) throw new Error(result.diagnostics.map(({ message }) => message).join('\n'));
  return new Map(output.map(({ path, bytes }) => [path, bytes]));
}

async function faults(pages: ReadonlyMap<string, Uint8Array>): Promise<readonly Diagnostic[]> {
  const called = await callProject({
    workspace: memoryWorkspace(await baseProject()),
    shipped: memoryWorkspace(await filesOf('templates', 'templates/')),
    built: async (path) => {
      const bytes = pages.get(path);
      if (bytes === undefined) throw new FileMissing(path);
      return bytes;
    },
    signOff: undefined,
    paint: undefined,
    entries: undefined,
  });
  if (!called.ok) throw new Error(called.diagnostics.map(({ message }) => message).join('\n'));
  expect(called.value.ledger.rows.length).toBeGreaterThan(10);
  return called.value.diagnostics.filter(({ severity }) => severity === 'error');
}

describe('calling finished pages', () => {
  it('accounts for every figure of a good project', async () => {
    expect(await faults(await built(await baseProject()))).toEqual([]);
  });

  it.each(SLIPS)('finds $what, and names the page', async ({ edits, prints }) => {
    const files: Record<string, string | Uint8Array> = { ...(await baseProject()) };
    for (const [file, find, replace] of edits) {
      const data = files[file];
      const before = typeof data === 'string' ? data : new TextDecoder().decode(data);
      expect(before.split(find).length, find).toBe(2);
      files[file] = before.replace(find, () => replace);
    }
    const told = await faults(await built(files));
    const naming = told.filter(({ message }) => message.includes(`“${prints}`));
    expect(naming.length, told.map(({ message }) => message).join('\n')).toBeGreaterThan(0);
    for (const { page } of naming) expect(page).toMatch(/\d/);
  });
});
