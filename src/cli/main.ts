import { resolve } from 'node:path';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { EDITIONS, type Edition, WriteFailed } from '../core/index.ts';
import { startBuildThread } from './build-thread.ts';
import type { ExitCode, Host } from './host.ts';
import { addInspect } from './inspect-command.ts';
import { addCall } from './ledger-commands.ts';
import { addDiff, addTrace } from './provenance-commands.ts';

export { processHost } from './host.ts';

declare const PETALPRESS_VERSION: string;

const EDITION_CHOICES = [...EDITIONS, 'all'] as const;
const FORMATS = ['pretty', 'json', 'github', 'sarif'] as const;

/**
 * Runs one command line and answers with its exit code; it never ends the process.
 * Commands load when they are called, so that `--help` and a usage error answer at once.
 */
export async function main(argv: readonly string[], host: Host): Promise<ExitCode> {
  let code: ExitCode = 0;
  const run = (command: () => Promise<ExitCode>) => async (): Promise<void> => {
    code = await command();
  };
  const program = createProgram(host, run);
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (fault) {
    if (fault instanceof CommanderError) return fault.exitCode === 0 ? 0 : 2;
    if (host.signal.aborted) return 130;
    if (fault instanceof WriteFailed) {
      host.err(`W001 write-failed  error  ${fault.message}\n  hint  name another folder with --out, or make room\n`);
      return 1;
    }
    const message = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
    host.err(
      `X001 internal  error  petalpress is at fault\n${message}\n  hint  please report this with the command you ran\n`,
    );
    return 3;
  }
}

type Run = (command: () => Promise<ExitCode>) => () => Promise<void>;

function createProgram(host: Host, run: Run): Command {
  const program = new Command('petalpress')
    .description('Bilingual Chinese/English ESG reports as code: YAML in, typeset PDF out.')
    .version(PETALPRESS_VERSION, '-V, --version')
    .exitOverride()
    .showHelpAfterError('(petalpress --help shows what there is)')
    .configureOutput({
      writeOut: host.out,
      writeErr: host.err,
      outputError: (text, write) => write(`U001 usage  error  ${text.replace(/^error: /, '')}`),
    })
    .addHelpText(
      'after',
      `
A report project is a folder with content/, and templates/ or fonts/ of its own where it differs from the package.

  petalpress init my-report      start one
  petalpress check my-report     find what is wrong, file and line
  petalpress build my-report     set it: my-report/output/report.zh-Hans.pdf, report.en.pdf, report.bilingual.pdf

Exit codes: 0 good, 1 the content is at fault, 2 the command line is, 3 petalpress is, 130 interrupted.`,
    );
  addBuild(program, host, run);
  addCheck(program, host, run);
  addCall(program, host, run, FORMATS);
  addInspect(program, host, run);
  addTrace(program, host, run);
  addDiff(program, host, run);
  addInit(program, host, run);
  addSet(program, host, run);
  return program;
}

interface CheckFlags {
  readonly draft?: true;
  readonly release?: true;
  readonly asOf?: string;
  readonly against?: string;
  readonly format: (typeof FORMATS)[number];
  readonly json?: true;
}

interface BuildFlags extends CheckFlags {
  readonly edition: (typeof EDITION_CHOICES)[number];
  readonly variant: 'screen' | 'print';
  readonly impose?: 'saddle';
  readonly out?: string;
  readonly only?: string;
  readonly charts: boolean;
}

function withChecks(command: Command): Command {
  return command
    .addOption(new Option('--draft', 'mark what is not settled (the default)').conflicts('release'))
    .addOption(new Option('--release', 'refuse what is not settled, unless it is waived'))
    .addOption(new Option('--as-of <date>', 'judge waivers against this date').argParser(isoDate))
    .addOption(
      new Option('--against <file>', 'the data.json of the last report: what it published stands, or is restated'),
    )
    .addOption(new Option('--format <format>', 'how to print what is wrong').choices(FORMATS).default('pretty'))
    .addOption(new Option('--json', 'the same as --format json'));
}

function addBuild(program: Command, host: Host, run: Run): void {
  withChecks(program.command('build'))
    .description('set the report as PDF')
    .argument('[dir]', 'the report project', '.')
    .addOption(new Option('--edition <edition>', 'which edition').choices(EDITION_CHOICES).default('all'))
    .addOption(new Option('--variant <variant>', 'what the file is for').choices(['screen', 'print']).default('screen'))
    .addOption(
      new Option('--impose <scheme>', 'in print: two pages side by side, to fold and stitch').choices(['saddle']),
    )
    .option('--out <dir>', 'where to write (default: output/ in the project)')
    .option('--only <chapter>', 'this chapter alone, for a quick look')
    .option('--no-charts', 'leave out the raster copies of the charts')
    .addHelpText(
      'after',
      '\n  petalpress build                         all three editions of the project in this folder\n  petalpress build report --edition en     English alone\n  petalpress build --only ch.climate       one chapter',
    )
    .action((dir: string, flags: BuildFlags) =>
      run(async () => {
        const editions: readonly Edition[] = flags.edition === 'all' ? EDITIONS : [flags.edition];
        const variant = flags.impose === undefined ? flags.variant : 'print';
        const folder = resolve(host.cwd, dir);
        const thread = editions.length < 2 ? undefined : startBuildThread({ folder, variant });
        const { build } = await import('./commands/build.ts');
        return build(host, {
          dir,
          out: flags.out,
          format: flags.json ? 'json' : flags.format,
          plan: {
            editions,
            variant,
            ...(flags.impose === undefined ? {} : { impose: flags.impose }),
            mode: flags.release ? 'release' : 'draft',
            only: flags.only,
            asOf: flags.asOf,
            rasters: flags.charts,
          },
          against: flags.against,
          thread,
        });
      })(),
    );
}

interface OnlyCheckFlags extends CheckFlags {
  readonly fix?: true;
  readonly gaps?: true;
}

function addCheck(program: Command, host: Host, run: Run): void {
  withChecks(program.command('check'))
    .description('find what is wrong, without setting anything')
    .argument('[dir]', 'the report project', '.')
    .addOption(
      new Option('--fix', 'mend what has one certain cure: punctuation, digests, index entries; never a figure'),
    )
    .addOption(new Option('--gaps', 'list what each framework still asks for').conflicts('fix'))
    .action((dir: string, flags: OnlyCheckFlags) =>
      run(async () => {
        const format = flags.json ? 'json' : flags.format;
        if (flags.gaps) {
          const { gaps } = await import('./commands/gaps.ts');
          return gaps(host, { dir, format });
        }
        const { check } = await import('./commands/check.ts');
        return check(host, {
          dir,
          format,
          mode: flags.release ? 'release' : 'draft',
          asOf: flags.asOf,
          against: flags.against,
          fix: flags.fix === true,
        });
      })(),
    );
}

function addInit(program: Command, host: Host, run: Run): void {
  program
    .command('init')
    .description('start a report project: small, complete, taught by its comments')
    .argument('<dir>', 'a new or empty folder')
    .action((dir: string) =>
      run(async () => {
        const { init } = await import('./commands/init.ts');
        return init(host, dir);
      })(),
    );
}

function addSet(program: Command, host: Host, run: Run): void {
  program
    .command('set')
    .description('set plain paragraphs in one justified column, to compare lines with another setter')
    .argument('<text>', 'YAML: {zh: [{id, text}], en: […], mixed: […]}')
    .requiredOption('--measure <mm>', 'length of the lines in millimetres', millimetres)
    .requiredOption('--out <file>', 'the PDF to write')
    .action((text: string, flags: { measure: number; out: string }) =>
      run(async () => {
        const { set } = await import('./commands/set.ts');
        return set(host, { text, measure: flags.measure, out: flags.out });
      })(),
    );
}

function isoDate(value: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return value;
  throw new InvalidArgumentError('a date looks like 2024-07-22.');
}

function millimetres(value: string): number {
  const length = Number(value);
  if (Number.isFinite(length) && length > 0) return length;
  throw new InvalidArgumentError('a measure is a length above 0, in millimetres.');
}
