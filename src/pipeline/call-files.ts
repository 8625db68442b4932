import { type CalledPair, callPair, ledgerFiles, sectionFacts } from '../call/index.ts';
import { type Diagnostic, type Edition, failed, good, type Outcome } from '../core/index.ts';
import { type PagePicture, readPages } from '../inspect/index.ts';
import { openProject } from './open-project.ts';
import { type PagePainter, paintEditions } from './page-painter.ts';
import type { OutputFile } from './write-output.ts';

/** Two PDFs of one report, by any maker. */
export interface CallFilesInput {
  readonly zh: Uint8Array;
  readonly en: Uint8Array;
  /** What the ledger calls the two: the names of the files. */
  readonly name: string;
  /** Whether a ledger is wanted. */
  readonly ledger: boolean;
  /** Makes its page pictures; it has none without it. */
  readonly paint: PagePainter | undefined;
}

/** Two files, called against each other. */
export interface CalledFiles extends CalledPair {
  readonly files: readonly OutputFile[];
}

/**
 * Calls the figures of two finished PDFs against each other; no project is needed.
 * Emits I001, I002, I003, I004, P6.
 */
export async function callFiles(input: CallFilesInput): Promise<Outcome<CalledFiles>> {
  const wanted = input.ledger ? input.paint : undefined;
  const painting =
    wanted &&
    paintEditions(wanted, [
      ['zh-Hans', input.zh],
      ['en', input.en],
    ]);
  painting?.catch(() => undefined);
  const [zh, en] = [await read(input.zh, 'Chinese'), await read(input.en, 'English')];
  if (!zh.ok || !en.ok) return failed([...zh.diagnostics, ...en.diagnostics]);
  const called = callPair({ zh: zh.value, en: en.value });
  if (!called.ok) return called;
  if (!input.ledger) return good({ ...called.value, files: [] });
  const template = new TextDecoder().decode(await openProject('.').shipped.read('templates/ledger.html'));
  const table = { report: input.name, rows: called.value.rows, factsOf: sectionFacts, signOff: undefined };
  const pictures = (await painting) ?? new Map<Edition, readonly PagePicture[]>();
  const files = ledgerFiles({ ...table, title: input.name, template, pictures });
  return good({ ...called.value, files });
}

/** Says of which file a fault is told. */
async function read(bytes: Uint8Array, name: string): ReturnType<typeof readPages> {
  const result = await readPages(bytes, { links: true, alts: false });
  const named = (one: Diagnostic): Diagnostic => ({ ...one, message: `${name} file: ${one.message}` });
  return result.ok ? result : failed(result.diagnostics.map(named));
}
