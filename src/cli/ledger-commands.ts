import { type Command, Option } from 'commander';
import type { ExitCode, Host } from './host.ts';

type Run = (command: () => Promise<ExitCode>) => () => Promise<void>;

interface CallFlags {
  readonly out?: string;
  readonly sign?: string;
  readonly pictures: boolean;
  readonly format: 'pretty' | 'json' | 'github' | 'sarif';
  readonly json?: true;
}

/** `call`: figures on finished pages. */
export function addCall(program: Command, host: Host, run: Run, formats: readonly string[]): void {
  program
    .command('call')
    .description('read the finished pages back and call every figure on them')
    .argument('[dir]', 'the report project', '.')
    .option('--out <dir>', 'where the build is (default: output/ in the project)')
    .option('--sign <file>', 'add the signatures of a sign-off that the ledger saved')
    .option('--no-pictures', 'leave the page pictures out of the ledger')
    .addOption(new Option('--format <format>', 'how to print what is wrong').choices(formats).default('pretty'))
    .addOption(new Option('--json', 'the same as --format json'))
    .addHelpText(
      'after',
      '\n  petalpress build && petalpress call      every figure of all editions; output/ledger.html to work in',
    )
    .action((dir: string, flags: CallFlags) =>
      run(async () => {
        const { call } = await import('./commands/call.ts');
        const { out, sign, pictures, json, format } = flags;
        return call(host, { dir, out, sign, pictures, format: json ? 'json' : format });
      })(),
    );
}
