import { execFileSync, spawnSync } from 'node:child_process';

/** Whether git can be run here; tests of history are skipped where it cannot. */
export const HAS_GIT = spawnSync('git', ['--version']).status === 0;

/** Runs git in a folder, with an author of its own and without the settings of this machine. */
export function git(folder: string, ...args: readonly string[]): string {
  const who = { NAME: 'Ada Chen', EMAIL: 'ada@example.org', DATE: '2024-05-03T23:30:00+08:00' };
  const env = Object.fromEntries(
    ['AUTHOR', 'COMMITTER'].flatMap((role) =>
      Object.entries(who).map(([name, value]) => [`GIT_${role}_${name}`, value]),
    ),
  );
  return execFileSync('git', ['-c', 'init.defaultBranch=main', '-c', 'commit.gpgsign=false', ...args], {
    cwd: folder,
    env: { ...process.env, ...env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Makes a folder a repository whose first commit holds all that is in it. */
export function commitAll(folder: string, message: string): void {
  git(folder, 'init', '--quiet');
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--allow-empty', '-m', message);
}
