import { type Command, Option } from 'commander';
import type { ExitCode, Host } from './host.ts';

type Run = (command: () => Promise<ExitCode>) => () => Promise<void>;

interface TraceFlags {
  readonly page?: string;
  readonly out?: string;
  readonly json?: true;
}

/** `trace`: what stands behind a figure, and where it is printed. */
export function addTrace(program: Command, host: Host, run: Run): void {
  program
    .command('trace')
    .description('tell where a figure comes from and where it is printed')
    .argument('[figure]', 'metric and period: ghg.total@FY2024; left out with --page')
    .argument('[dir]', 'the report project (default: this folder)')
    .option('--page <page>', 'instead: every figure of a page, by edition and printed number: en:12')
    .option('--out <dir>', 'where the build is (default: output/ in the project)')
    .addOption(new Option('--json', 'print JSON'))
    .addHelpText(
      'after',
      '\n  petalpress trace ghg.total@FY2024            source, entry, formula, status, and every page\n  petalpress trace --page en:12 my-report      the figures of a page, and what stands behind each',
    )
    .action((figure: string | undefined, dir: string | undefined, flags: TraceFlags) =>
      run(async () => {
        const { trace } = await import('./commands/trace.ts');
        const { page, out } = flags;
        const asked = page === undefined ? { figure: figure ?? '' } : { page };
        const folder = page === undefined ? dir : (figure ?? dir);
        return trace(host, { dir: folder ?? '.', out, asked, json: flags.json === true });
      })(),
    );
}

interface DiffFlags {
  readonly dir: string;
  readonly out?: string;
  readonly json?: true;
}

/** `diff`: what changed between two states of a report. */
export function addDiff(program: Command, host: Host, run: Run): void {
  program
    .command('diff')
    .description('tell which figures changed, and where they print')
    .argument('<old>', 'a data.json, or a git revision')
    .argument('[new]', 'the same (default: the content as it stands)')
    .option('--dir <dir>', 'the report project', '.')
    .option('--out <dir>', 'where the build is (default: output/ in the project)')
    .addOption(new Option('--json', 'print JSON'))
    .addHelpText(
      'after',
      '\n  petalpress diff HEAD                         what is not committed yet\n  petalpress diff HEAD~1 HEAD                  the last commit\n  petalpress diff last-year.json output/data.json',
    )
    .action((before: string, after: string | undefined, { dir, out, json }: DiffFlags) =>
      run(async () => {
        const { diff } = await import('./commands/diff.ts');
        return diff(host, { before, after, dir, out, json: json === true });
      })(),
    );
}
