import { type Command, Option } from 'commander';
import type { ExitCode, Host } from './host.ts';

type Run = (command: () => Promise<ExitCode>) => () => Promise<void>;

interface InspectFlags {
  readonly profile?: string;
  readonly format: 'pretty' | 'json';
  readonly json?: true;
  readonly read?: true;
  readonly html?: string;
  readonly pages?: string;
}

/** `inspect`: what finished files keep, and what is heard of them. */
export function addInspect(program: Command, host: Host, run: Run): void {
  program
    .command('inspect')
    .description('hold finished PDFs to PDF/UA-1, PDF/A-3a, PDF/X-4; say or draw what a screen reader finds')
    .argument('<files...>', 'PDF files by any maker')
    .option('--profile <names>', 'ua1, a3a, x4, parted by commas (default: what the file claims)')
    .addOption(new Option('--read', 'print what a screen reader would say, page by page').conflicts('html'))
    .option('--html <file>', 'write a page that shows tags and reading order over the pages')
    .option('--pages <range>', 'with --read or --html: these alone, as 3-5,8, counted from the first')
    .addOption(new Option('--format <format>', 'how to print').choices(['pretty', 'json']).default('pretty'))
    .addOption(new Option('--json', 'the same as --format json'))
    .addHelpText(
      'after',
      '\n  petalpress inspect output/*.pdf                         what each file claims, and whether it keeps it\n  petalpress inspect --profile x4 output/print/*.pdf      held to PDF/X-4\n  petalpress inspect --read --pages 12 report.pdf         what is heard on page 12\n  petalpress inspect --html tags.html report.pdf          tags and order, drawn',
    )
    .action((files: readonly string[], flags: InspectFlags) =>
      run(async () => {
        const { inspect } = await import('./commands/inspect.ts');
        const { profile, html, pages } = flags;
        const format = flags.json ? 'json' : flags.format;
        return inspect(host, { files, profile, format, read: flags.read === true, html, pages });
      })(),
    );
}
