import { execFile } from 'node:child_process';

/** What git said: its output, or why there is none. */
export type GitAnswer =
  | { readonly ok: true; readonly output: Buffer }
  | { readonly ok: false; readonly missing: boolean; readonly reason: string };

/** Largest answer that is read: more than any file that a report may hold. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * Runs git in a folder, reading only. Nothing passes through a shell, and no program that a repository names in its
 * settings is run.
 */
export function runGit(folder: string, args: readonly string[]): Promise<GitAnswer> {
  const safe = ['-c', 'core.fsmonitor=false', '-c', 'core.quotePath=false', '--no-pager', '--literal-pathspecs'];
  const env = { ...process.env, GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };
  return new Promise((resolve) => {
    execFile(
      'git',
      [...safe, ...args],
      { cwd: folder, env, encoding: 'buffer', maxBuffer: MOST_BYTES },
      (fault, output, told) => {
        if (fault === null) resolve({ ok: true, output });
        else resolve({ ok: false, missing: fault.code === 'ENOENT', reason: firstLine(told) || fault.message });
      },
    );
  });
}

function firstLine(told: Buffer): string {
  return told.toString('utf8').trim().split('\n')[0] ?? '';
}
