import type { ExitCode, Host } from '../../src/cli/host.ts';
import { main } from '../../src/cli/main.ts';

/** What a command printed, and how it ended. */
export interface CommandRun {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
}

/** Runs one command line in a folder, in this process. */
export async function runCommandLine(cwd: string, ...argv: readonly string[]): Promise<CommandRun> {
  let out = '';
  let err = '';
  const host: Host = {
    cwd,
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    terminal: false,
    clock: () => 0,
    signal: new AbortController().signal,
  };
  return { code: await main(argv, host), out, err };
}
