import type { Span } from '../../core/index.ts';
import type { Entry, EntryOf } from '../../pipeline/index.ts';
import { runGit } from './git-command.ts';

/**
 * Asks git who entered the lines that spans begin on, once for each file.
 * @param folder  of the project; spans are relative to it
 * @returns says undefined where there is no git, no repository, or the file is in none
 */
export async function blamedLines(folder: string, spans: readonly Span[]): Promise<EntryOf> {
  const lines = new Map<string, Set<number>>();
  for (const { file, start } of spans) lines.set(file, (lines.get(file) ?? new Set()).add(start.line));
  const entries = new Map(
    await Promise.all([...lines].map(async ([file, own]) => [file, await blameFile(folder, file, own)] as const)),
  );
  return (span) => (span === undefined ? undefined : entries.get(span.file)?.get(span.start.line));
}

async function blameFile(
  folder: string,
  file: string,
  lines: ReadonlySet<number>,
): Promise<ReadonlyMap<number, Entry>> {
  const ranges = [...lines].flatMap((line) => ['-L', `${line},${line}`]);
  const answer = await runGit(folder, ['blame', '--line-porcelain', '--no-textconv', ...ranges, '--', file]);
  const blocks = answer.ok ? answer.output.toString('utf8').split(/(?<=^\t.*\n)/m) : [];
  return new Map(
    blocks.flatMap((block) => {
      const [, line] = /^[0-9a-f]{40,64} \d+ (\d+)/.exec(block) ?? [];
      const entry = readBlame(block);
      return line === undefined || entry === undefined ? [] : [[Number(line), entry] as const];
    }),
  );
}

/** Reads what `git blame --line-porcelain` answers for one line. */
export function readBlame(porcelain: string): Entry | undefined {
  const lines = porcelain.split('\n');
  const commit = /^([0-9a-f]{40,64}) /.exec(lines[0] ?? '')?.[1];
  if (commit === undefined) return undefined;
  const field = (name: string): string =>
    lines.find((line) => line.startsWith(`${name} `))?.slice(name.length + 1) ?? '';
  if (/^0+$/.test(commit)) return { by: '', date: '', commit: undefined, summary: '' };
  return {
    by: field('author'),
    date: dateOf(Number(field('author-time')), field('author-tz')),
    commit: commit.slice(0, 10),
    summary: field('summary'),
  };
}

/** The day that a clock on the author’s wall showed. */
function dateOf(seconds: number, zone: string): string {
  const [, sign, hours = '0', minutes = '0'] = /^([+-])(\d\d)(\d\d)$/.exec(zone) ?? [];
  const offset = (Number(hours) * 60 + Number(minutes)) * 60 * (sign === '-' ? -1 : 1);
  return new Date((seconds + offset) * 1000).toISOString().slice(0, 10);
}
