import type { Span } from '../../core/index.ts';
import { runGit } from './git-command.ts';

/** Who wrote a line, when, and in which commit; `commit` is undefined while it is in none. */
export interface Entry {
  readonly by: string;
  /** `YYYY-MM-DD`, where the author was. */
  readonly date: string;
  readonly commit: string | undefined;
  readonly summary: string;
}

/**
 * Asks git who entered the line that a span begins on.
 * @param folder  of the project; spans are relative to it
 * @returns undefined where there is no git, no repository, or the file is in none
 */
export async function blameLine(folder: string, { file, start }: Span): Promise<Entry | undefined> {
  const range = `${start.line},${start.line}`;
  const answer = await runGit(folder, ['blame', '--porcelain', '--no-textconv', '-L', range, '--', file]);
  return answer.ok ? readBlame(answer.output.toString('utf8')) : undefined;
}

/** Reads the answer of `git blame --porcelain` for one line. */
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
