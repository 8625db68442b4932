/** The outside world as a command sees it, so that a test can stand in for it. */
export interface Host {
  readonly cwd: string;
  /** Results: JSON, ids, paths. */
  readonly out: (text: string) => void;
  /** Everything for people. */
  readonly err: (text: string) => void;
  /** Whether `err` is a terminal: progress is drawn on one line there, and not at all elsewhere. */
  readonly terminal: boolean;
  /** Milliseconds since some moment, for the time that a stage took; never part of any output file. */
  readonly clock: () => number;
  readonly signal: AbortSignal;
}

/** 0 good, 1 content at fault, 2 usage, 3 our fault, 130 interrupted. */
export type ExitCode = 0 | 1 | 2 | 3 | 130;

/** The host of a real process. An interrupt ends the run between two files, never within one. */
export function processHost(): Host {
  const controller = new AbortController();
  process.once('SIGINT', () => controller.abort());
  return {
    cwd: process.cwd(),
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    terminal: process.stderr.isTTY === true && process.env['CI'] === undefined,
    clock: () => performance.now(),
    signal: controller.signal,
  };
}
