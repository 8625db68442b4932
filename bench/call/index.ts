import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { packageHome } from '../../src/pipeline/index.ts';
import { generatedReport } from '../check/generated-report.ts';
import { type BenchPart, tableLines } from '../part.ts';

/** Sections of the generated reports, and figures to a section: about 25, 50 and 100 pages in each of three editions. */
const SIZES = [110, 220, 440] as const;
const FIGURES_PER_SECTION = 10;
const BIN = join(packageHome(), 'bin/petalpress.mjs');

/** `petalpress call` as a reader runs it, by size. Linear means: the same time for each page in every row. */
export const part: BenchPart = {
  title: 'petalpress call on three editions of one report, with and without page pictures; CPU of all threads',
  async run(print) {
    const rows: (readonly string[])[] = [
      ['pages', 'figures', 'pictures', 'wall, s', 'CPU, s', 'CPU for each page, ms'],
    ];
    const folder = await mkdtemp(join(tmpdir(), 'petalpress-bench-'));
    try {
      for (const sections of SIZES) {
        const project = join(folder, String(sections));
        await build(project, sections);
        for (const pictures of [false, true]) rows.push(await measured(project, pictures));
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
    for (const line of tableLines(rows)) print(line);
  },
};

async function build(folder: string, sections: number): Promise<void> {
  for (const [path, text] of Object.entries(generatedReport(sections * FIGURES_PER_SECTION, sections))) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  await output([BIN, 'build', folder]);
}

/** Tells the CPU of a whole process, its threads with it, when it ends. */
const TELLING = `import { isMainThread } from 'node:worker_threads';
if (isMainThread) process.on('exit', () => process.stderr.write('CPU ' + JSON.stringify(process.cpuUsage()) + '\\n'));`;

async function measured(project: string, pictures: boolean): Promise<readonly string[]> {
  const flags = pictures ? [] : ['--no-pictures'];
  const start = performance.now();
  const told = await output([
    `--import=data:text/javascript,${encodeURIComponent(TELLING)}`,
    BIN,
    'call',
    project,
    ...flags,
  ]);
  const wall = (performance.now() - start) / 1000;
  const pages = [...told.matchAll(/ (\d+) pages, (\d+) figures found/g)];
  const sum = (group: number): number => pages.reduce((total, match) => total + Number(match[group]), 0);
  const usage = JSON.parse(/^CPU (.*)$/m.exec(told)?.[1] ?? '{"user":0,"system":0}') as NodeJS.CpuUsage;
  const cpu = (usage.user + usage.system) / 1e6;
  const each = ((cpu * 1000) / sum(1)).toFixed(0);
  return [String(sum(1)), String(sum(2)), pictures ? 'yes' : 'no', wall.toFixed(1), cpu.toFixed(1), each];
}

/** What a run tells; a fault of the generated report ends the bench. */
async function output(args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let told = '';
  child.stderr.on('data', (chunk: Buffer) => {
    told += chunk.toString();
  });
  const code = await new Promise<number | null>((done) => child.once('close', done));
  if (code !== 0) throw new Error(told);
  return told;
}
