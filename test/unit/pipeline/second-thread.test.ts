import { describe, expect, it } from 'vitest';
import { EDITIONS, sha256 } from '../../../src/core/index.ts';
import { installedFonts } from '../../../src/fonts/index.ts';
import { buildProject, buildShare } from '../../../src/pipeline/build-project.ts';
import type { BuildPlan, ProjectBuild } from '../../../src/pipeline/index.ts';
import { readTools } from '../../../src/pipeline/prepare-report.ts';
import { arrivedReport, type BuiltShare, type SecondThread } from '../../../src/pipeline/second-thread.ts';
import { memoryWorkspace } from '../../support/memory-workspace.ts';
import { baseProject, filesOf } from '../../support/project-files.ts';

const templates = await filesOf('templates', 'templates/');
const fonts = installedFonts();
const plan: BuildPlan = {
  editions: EDITIONS,
  variant: 'screen',
  mode: 'draft',
  only: undefined,
  asOf: undefined,
  rasters: true,
};
const progress = (): void => undefined;

function filesOfBuild({ editions, rasters }: ProjectBuild) {
  return [
    ...editions.map(({ bytes, ...rest }) => [sha256(bytes), rest]),
    ...rasters.map(({ path, bytes }) => [sha256(bytes), path]),
  ];
}

async function projectWith(edit: (chapter: string) => string) {
  const files = await baseProject({});
  const path = 'content/chapters/01-water.yaml';
  const chapter = new TextDecoder().decode(files[path] as Uint8Array);
  const workspace = memoryWorkspace({ ...files, [path]: edit(chapter) });
  return { folder: '/', workspace, shipped: memoryWorkspace(templates), fonts };
}

type Project = Awaited<ReturnType<typeof projectWith>>;

/** What crosses between threads is copied, as it is here: what is no plain data would be refused. */
function threadOf(project: Project, taken: string[]): SecondThread {
  return {
    take: async (order) => {
      const { plan: share, report } = structuredClone(order);
      taken.push(...share.editions);
      const tools = await readTools({ ...project, plan: share, progress });
      const made = await buildShare({ ...project, plan: share, progress, report: arrivedReport(report), tools });
      const { editions, diagnostics, rasters } = made;
      return structuredClone<BuiltShare>({ editions, diagnostics, rasters });
    },
  };
}

describe('a build on two threads', () => {
  it('makes the same files as on one', async () => {
    const project = await projectWith((chapter) => chapter);
    const taken: string[] = [];
    const alone = await buildProject(project, plan, progress);
    const shared = await buildProject(project, plan, progress, threadOf(project, taken));
    expect(taken).toEqual(['bilingual']);
    expect(alone.editions.map(({ edition }) => edition)).toEqual(EDITIONS);
    expect(filesOfBuild(shared)).toEqual(filesOfBuild(alone));
    expect(filesOfBuild(shared).length).toBeGreaterThan(EDITIONS.length);
    expect(shared.diagnostics).toEqual(alone.diagnostics);
  });

  it('tells at its line what only the other thread met', async () => {
    const long = 'WXZ'.repeat(17);
    const project = await projectWith((chapter) => chapter.replace('We drew', long));
    const single = await buildProject(project, { ...plan, editions: ['zh-Hans', 'en'] }, progress);
    expect(single.diagnostics.filter(({ code }) => code === 'L001')).toEqual([]);
    const alone = await buildProject(project, plan, progress);
    const shared = await buildProject(project, plan, progress, threadOf(project, []));
    expect(
      alone.diagnostics.filter(({ severity }) => severity !== 'info').map(({ code, span }) => [code, span?.start.line]),
    ).toEqual([['L001', 12]]);
    expect(shared.diagnostics).toEqual(alone.diagnostics);
  });

  it('asks nothing of the other when the content is at fault', async () => {
    const project = await projectWith((chapter) => chapter.replace('en: "', 'en: "{{m:nothing.here@FY2024}} '));
    const taken: string[] = [];
    const built = await buildProject(project, plan, progress, threadOf(project, taken));
    expect(taken).toEqual([]);
    expect(built.editions).toEqual([]);
    expect(built.diagnostics.map(({ code }) => code)).toContain('D1');
  });
});
