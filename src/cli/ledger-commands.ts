import { type Command, Option } from 'commander';
import type { ExitCode, Host } from './host.ts';
import { startPictureThreads } from './picture-threads.ts';

type Run = (command: () => Promise<ExitCode>) => () => Promise<void>;

interface CallFlags {
  readonly out?: string;
  readonly zh?: string;
  readonly en?: string;
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
    .option('--zh <pdf>', 'instead of a project: the Chinese one of two PDFs by any maker')
    .option('--en <pdf>', 'and the English one')
    .option('--sign <file>', 'add the signatures of a sign-off that the ledger saved')
    .option('--no-pictures', 'leave the page pictures out of the ledger')
    .addOption(new Option('--format <format>', 'how to print what is wrong').choices(formats).default('pretty'))
    .addOption(new Option('--json', 'the same as --format json'))
    .addHelpText(
      'after',
      '\n  petalpress build && petalpress call      every figure of all editions; output/ledger.html to work in\n  petalpress call --zh a.pdf --en b.pdf    two PDFs of one report, section by section; --out DIR for a ledger',
    )
    .action((dir: string, flags: CallFlags) =>
      run(async () => {
        const { out, sign, pictures, zh, en } = flags;
        const format = flags.json ? 'json' : flags.format;
        if ((zh === undefined) !== (en === undefined)) {
          host.err('U001 usage  error  --zh and --en go together\n  hint  name both PDFs of the report\n');
          return 2;
        }
        const files = zh === undefined || en === undefined ? undefined : { zh, en };
        // Before anything else is loaded: threads load the reader of PDFs at the same time.
        const threads = pictures && (files === undefined || out !== undefined) ? startPictureThreads() : undefined;
        try {
          const { paintHere } = await import('../pipeline/index.ts');
          const paint = pictures ? (threads?.paint ?? paintHere) : undefined;
          if (files !== undefined) {
            const { callTwoFiles } = await import('./commands/call-files.ts');
            return await callTwoFiles(host, { ...files, out, paint, format });
          }
          const { call } = await import('./commands/call.ts');
          return await call(host, { dir, out, sign, paint, format });
        } finally {
          await threads?.end();
        }
      })(),
    );
}
