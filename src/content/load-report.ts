import { type Diagnostic, diagnose, failed, type Outcome, outcome, type Workspace } from '../core/index.ts';
import type { Located } from '../source/index.ts';
import { checkBlocks } from './cross/block-ids.ts';
import { byId } from './cross/duplicate-ids.ts';
import { knownIds } from './cross/known-ids.ts';
import { checkNoteMarks } from './cross/note-marks.ts';
import { checkParity } from './cross/parity.ts';
import { checkRegisters } from './cross/register-ids.ts';
import { checkTextReferences } from './cross/text-references.ts';
import { checkTypedDigits } from './cross/typed-digits.ts';
import { checkValueShapes } from './cross/value-shape.ts';
import { type ContentFiles, loadFiles } from './load-files.ts';
import { originIndex } from './origins.ts';
import { readAssets } from './read/assets.ts';
import { readBlocks } from './read/blocks.ts';
import { type FileReader, fileReader } from './read/file-reader.ts';
import { readFramework } from './read/framework.ts';
import { readMetrics } from './read/metrics-file.ts';
import { readContentIndex, readMateriality, readTargets, readTerms, readUnits, readWaivers } from './read/registers.ts';
import { readPages, readReportFile } from './read/report-file.ts';
import { readSources } from './read/sources.ts';
import { readStrings, type StringFiles } from './read/strings.ts';
import type { RawChapter } from './schema/chapter.ts';
import type { RawReport } from './schema/report.ts';
import { reportLabels, reportTexts } from './texts.ts';
import type { Block, Chapter, ContentIndex, Framework, Report } from './types.ts';

/**
 * Loads a whole report project: every file, every text with its references, every id.
 * All faults of all files are gathered; what depends on a file that could not be read is not reported as unknown.
 * @param shipped the package's own files; the project itself by default
 * Emits C001–C023, P1–P3, D1, D3, F1, A1, B008, U002.
 */
export async function loadReport(ws: Workspace, shipped: Workspace = ws): Promise<Outcome<Report>> {
  if (!(await ws.has('content/report.yaml'))) {
    return failed([
      diagnose('U002', 'there is no content/report.yaml here', {
        hints: ['run in the folder of a report, or make one with `petalpress init`'],
      }),
    ]);
  }
  const files = await loadFiles(ws);
  const diagnostics = [...files.diagnostics];
  const main = files.of('report')[0];
  if (main === undefined) return failed(diagnostics);
  const report = await assemble({ project: ws, shipped }, files, main, diagnostics);
  const ids = knownIds(report, files.incomplete);
  const texts = reportTexts(report);
  diagnostics.push(
    ...checkValueShapes(report),
    ...checkRegisters(report, ids),
    ...checkBlocks(report, ids),
    ...checkTextReferences(report, texts, ids),
    ...checkParity([...texts, ...reportLabels(report)], report.origins),
    ...checkTypedDigits(report, texts),
    ...(ids.isComplete('block') ? checkNoteMarks(report, texts) : []),
  );
  return outcome(report, diagnostics);
}

async function assemble(
  places: StringFiles,
  files: ContentFiles,
  main: Located<RawReport>,
  diagnostics: Diagnostic[],
): Promise<Report> {
  const { project: ws } = places;
  const origins = originIndex(files.all);
  const reader = (located: Located<unknown>): FileReader => fileReader(located, diagnostics);
  const each = <L extends Located<unknown>, T>(located: readonly L[], read: (r: FileReader, l: L) => readonly T[]) =>
    located.flatMap((one) => read(reader(one), one));
  const mainReader = reader(main);
  const head = readReportFile(mainReader, main);
  const chapters = byId(
    'chapter',
    each(files.of('chapters'), (r, l) => [readChapter(r, l)]),
    origins,
    diagnostics,
  );
  const blocks = [...Object.values(head.parts), ...chapters.values()].flatMap((part): readonly Block[] => part.blocks);
  const known = { ids: new Set(chapters.keys()), complete: !files.incomplete.has('chapters') };
  const assetFile = files.of('assets')[0];
  const sourceFile = files.of('sources')[0];
  const start = head.periods.find((period) => period.id === head.period)?.start ?? head.published;
  const report: Report = {
    ...head,
    front: readPages(mainReader, main.value, 'front', known),
    body: readPages(mainReader, main.value, 'body', known),
    back: readPages(mainReader, main.value, 'back', known),
    chapters,
    blocks: byId('block', blocks, origins, diagnostics),
    metrics: byId(
      'metric',
      each(files.of('metrics'), (r, l) => readMetrics(r, l.value.metrics)),
      origins,
      diagnostics,
    ),
    targets: byId(
      'target',
      each(files.of('targets'), (r, l) => readTargets(r, l.value)),
      origins,
      diagnostics,
    ),
    sources: byId(
      'source',
      sourceFile === undefined ? [] : await readSources(ws, reader(sourceFile), sourceFile.value),
      origins,
      diagnostics,
    ),
    units: each(files.of('units'), (r, l) => readUnits(r, l.value)),
    materiality: each(files.of('materiality'), (r, l) => [readMateriality(r, l.value)])[0],
    frameworks: frameworksOf(
      main,
      mainReader,
      files,
      each(files.of('frameworks'), (r, l) => [readFramework(r, fileId(l.file), l.value, start)]),
    ),
    indices: indicesOf(each(files.of('index'), (r, l) => [{ index: readContentIndex(r, l.value), read: r }])),
    terms: byId(
      'term',
      each(files.of('termbase'), (r, l) => readTerms(r, l.value)),
      origins,
      diagnostics,
    ),
    assets: byId(
      'asset',
      assetFile === undefined ? [] : await readAssets(ws, reader(assetFile), assetFile.value),
      origins,
      diagnostics,
    ),
    waivers: each(files.of('waivers'), (r, l) => readWaivers(r, l.value)),
    strings: await readStrings(places, files, diagnostics),
    origins,
  };
  byId(
    'accent',
    report.accents.map((a, i) => ({ ...a, origin: `${report.origin}/accents/${i}` })),
    origins,
    diagnostics,
  );
  byId('period', report.periods, origins, diagnostics);
  byId('topic', report.materiality?.topics ?? [], origins, diagnostics);
  return report;
}

function readChapter(read: FileReader, { value: raw }: Located<RawChapter>): Chapter {
  return {
    id: raw.id,
    accent: raw.accent,
    number: raw.number,
    title: read.text(raw.title, 'title'),
    lede: read.maybeText(raw.lede, 'lede'),
    opener: raw.opener ?? false,
    blocks: readBlocks(read, raw.blocks, ['blocks']),
    origin: read.origin(),
  };
}

/** The frameworks that the report uses, in its own order. Emits D1 for one that has no file. */
function frameworksOf(
  main: Located<RawReport>,
  read: FileReader,
  files: ContentFiles,
  found: readonly Framework[],
): ReadonlyMap<string, Framework> {
  const used = new Map<string, Framework>();
  main.value.frameworks.forEach((id, i) => {
    const framework = found.find((f) => f.id === id);
    if (framework !== undefined) used.set(id, framework);
    else if (!files.incomplete.has('frameworks')) {
      read.report(
        diagnose('D1', `no framework \`${id}\` is defined`, {
          span: read.span('frameworks', i),
          hints: [`add content/frameworks/${id}.yaml`],
        }),
      );
    }
  });
  return used;
}

/** One index for each framework. Emits C007 for a second one. */
function indicesOf(
  found: readonly { readonly index: ContentIndex; readonly read: FileReader }[],
): ReadonlyMap<string, ContentIndex> {
  const indices = new Map<string, ContentIndex>();
  for (const { index, read } of found) {
    if (!indices.has(index.framework)) {
      indices.set(index.framework, index);
      continue;
    }
    read.report(
      diagnose('C007', `the framework \`${index.framework}\` has a second index`, {
        span: read.span('framework'),
        hints: ['put all entries into one file'],
      }),
    );
  }
  return indices;
}

function fileId(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.yaml$/, '');
}
