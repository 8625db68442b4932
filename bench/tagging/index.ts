import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { EDITIONS } from '../../src/core/index.ts';
import { preflight } from '../../src/inspect/index.ts';
import type { PlacedDocument } from '../../src/pdf/placed.ts';
import { writePdf } from '../../src/pdf/writer/index.ts';

import { type BuildPlan, buildReport, openProject, packageHome } from '../../src/pipeline/index.ts';
import { prepareReport } from '../../src/pipeline/prepare-report.ts';
import { type BenchPart, tableLines } from '../part.ts';

/** What a thread of its own is to do: machine code is made anew there, as in a build. */
interface Order {
  readonly bench: 'tagging';
  readonly documents: readonly PlacedDocument[];
  readonly tagged: boolean;
}

/** ms of CPU and of the clock, and bytes of all editions. */
interface Spent {
  readonly write: number;
  readonly check: number;
  readonly wall: number;
  readonly bytes: number;
}

const PLAN: BuildPlan = {
  editions: EDITIONS,
  variant: 'screen',
  mode: 'draft',
  only: undefined,
  asOf: undefined,
  rasters: false,
};

export const part: BenchPart = {
  title:
    'what structure, links and the check of the finished bytes cost a build of the showcase on one thread, once, cold',
  async run(print) {
    const { workspace, shipped, fonts } = openProject(packageHome());
    const input = { workspace, shipped, fonts, plan: PLAN, progress: () => undefined };
    const before = process.cpuUsage();
    const start = performance.now();
    const { editions } = await buildReport(input);
    const whole = { cpu: spentSince(before), wall: performance.now() - start };
    const documents = editions.map((edition) => edition.document);
    const tagged = await inThread({ bench: 'tagging', documents, tagged: true });
    const plain = await inThread({ bench: 'tagging', documents: documents.map(withoutStructure), tagged: false });
    const without = {
      cpu: whole.cpu - tagged.write - tagged.check + plain.write,
      wall: whole.wall - tagged.wall + plain.wall,
    };
    const ms = (value: number): string => value.toFixed(0);
    const more = (a: number, b: number): string => `${((a / b - 1) * 100).toFixed(1)} %`;
    const rows = [
      ['', 'with', 'without', 'more'],
      ['build, ms of CPU', ms(whole.cpu), ms(without.cpu), more(whole.cpu, without.cpu)],
      ['build, ms', ms(whole.wall), ms(without.wall), more(whole.wall, without.wall)],
      ['write, ms of CPU', ms(tagged.write), ms(plain.write), more(tagged.write, plain.write)],
      ['check, ms of CPU', ms(tagged.check), '0', ''],
      ['bytes', String(tagged.bytes), String(plain.bytes), more(tagged.bytes, plain.bytes)],
    ];
    for (const line of tableLines(rows)) print(line);
  },
};

function spentSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The same pages with everything taken out of the structure. */
function withoutStructure(document: PlacedDocument): PlacedDocument {
  const role = { artifact: 'Layout' } as const;
  const pages = document.pages.map((page) => ({ ...page, items: page.items.map((item) => ({ ...item, role })) }));
  return { ...document, pages, structure: [] };
}

function inThread(order: Order): Promise<Spent> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL(import.meta.url), { workerData: order });
    thread.once('message', resolve);
    thread.once('error', reject);
  });
}

async function measure({ documents, tagged }: Order): Promise<Spent> {
  const { workspace, shipped, fonts } = openProject(packageHome());
  const made = await prepareReport({ workspace, shipped, fonts, plan: PLAN, progress: () => undefined });
  if (!made.ok) throw new Error('the showcase does not load');
  const { theme, report } = made.value;
  const sum = { write: 0, check: 0, wall: 0, bytes: 0 };
  const start = performance.now();
  for (const document of documents) {
    const before = process.cpuUsage();
    const written = writePdf({
      document,
      fonts: made.value.fonts,
      theme,
      variant: 'screen',
      assets: report.assets,
      conformance: { claim: tagged },
    });
    sum.write += spentSince(before);
    if (!written.ok) throw new Error('the showcase cannot be written');
    sum.bytes += written.value.bytes.length;
    if (!tagged) continue;
    const read = process.cpuUsage();
    preflight(written.value.bytes, ['ua1', 'a3a']);
    sum.check += spentSince(read);
  }
  return { ...sum, wall: performance.now() - start };
}

if (!isMainThread && workerData !== null && (workerData as Partial<Order>).bench === 'tagging') {
  parentPort?.postMessage(await measure(workerData as Order));
}
