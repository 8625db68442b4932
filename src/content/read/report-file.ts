import { diagnose, nearest } from '../../core/index.ts';
import type { Located, PathKey } from '../../source/index.ts';
import type { RawPart, RawReport } from '../schema/report.ts';
import type { Accent, PageEntry, Part, PartKind, Period, SeriesBreak } from '../types.ts';
import { readBlocks } from './blocks.ts';
import type { FileReader } from './file-reader.ts';

const PARTS: readonly PartKind[] = ['about', 'highlights', 'strategy', 'data', 'feedback'];
const PLAIN_PAGES = ['cover', 'contents', 'glossary', 'sources'] as const;

/** What `report.yaml` alone holds. `front`, `body` and `back` need the chapters, and are read by `readPages`. */
export function readReportFile(read: FileReader, located: Located<RawReport>) {
  const raw = located.value;
  const parts: Partial<Record<PartKind, Part>> = {};
  for (const kind of PARTS) {
    const part = raw[kind];
    if (part !== undefined) parts[kind] = readPart(read, kind, part);
  }
  return {
    id: raw.id,
    origin: read.origin(),
    title: read.text(raw.title, 'title'),
    shortTitle: read.text(raw.short_title, 'short_title'),
    subject: read.text(raw.subject, 'subject'),
    notice: read.maybeText(raw.notice, 'notice'),
    period: raw.period,
    prior: raw.prior,
    periods: raw.periods.map(
      (period, i): Period => ({
        id: period.id,
        kind: period.kind,
        start: period.start,
        end: period.end,
        label: read.label(period.label, 'periods', i, 'label'),
        long: read.label(period.long, 'periods', i, 'long'),
        origin: read.origin('periods', i),
      }),
    ),
    breaks: readSeriesBreaks(read, raw.breaks ?? [], ['breaks']),
    published: raw.published,
    accents: raw.accents.map(
      (accent, i): Accent => ({
        id: accent.id,
        order: i + 1,
        label: read.label(accent.label, 'accents', i, 'label'),
        sdgs: accent.sdgs,
        editorial: accent.editorial ?? false,
      }),
    ),
    parts,
  };
}

/** The breaks of the report or of one metric. */
export function readSeriesBreaks(
  read: FileReader,
  raw: NonNullable<RawReport['breaks']>,
  path: readonly PathKey[],
): readonly SeriesBreak[] {
  return raw.map((gap, i) => ({ between: gap.between, reason: read.label(gap.reason, ...path, i, 'reason') }));
}

function readPart(read: FileReader, kind: PartKind, raw: RawPart): Part {
  return {
    kind,
    title: read.text(raw.title, kind, 'title'),
    lede: read.maybeText(raw.lede, kind, 'lede'),
    blocks: readBlocks(read, raw.blocks, [kind, 'blocks']),
    origin: read.origin(kind),
  };
}

/**
 * The pages of front, body or back. Emits C019 for a name that is no kind of page and no chapter,
 * C004 for a part that has no section, D1 for an index of a framework that the report does not use.
 */
export function readPages(
  read: FileReader,
  raw: RawReport,
  place: 'front' | 'body' | 'back',
  chapters: { readonly ids: ReadonlySet<string>; readonly complete: boolean },
): readonly PageEntry[] {
  return raw[place].flatMap((name, i): readonly PageEntry[] => {
    const span = read.span(place, i);
    const plain = PLAIN_PAGES.find((p) => p === name);
    if (plain !== undefined) return [{ kind: plain }];
    const part = PARTS.find((p) => p === name);
    if (part !== undefined) {
      if (raw[part] !== undefined) return [{ kind: 'part', part }];
      read.report(
        diagnose('C004', `\`${part}\` is listed, but the report has no section of this name`, {
          span,
          hints: [`add \`${part}:\` with a title and blocks, or remove it from \`${place}:\``],
        }),
      );
      return [];
    }
    if (chapters.ids.has(name)) return [{ kind: 'chapter', chapter: name }];
    if (name.startsWith('index.')) {
      const framework = name.slice('index.'.length);
      if (raw.frameworks.includes(framework)) return [{ kind: 'index', framework }];
      const near = nearest(framework, raw.frameworks);
      read.report(
        diagnose('D1', `the report uses no framework \`${framework}\``, {
          span,
          hints: [near === undefined ? 'list it under `frameworks:`' : `did you mean \`index.${near}\`?`],
        }),
      );
      return [];
    }
    if (!chapters.complete) return [];
    const known = [...PLAIN_PAGES, ...PARTS, ...raw.frameworks.map((f) => `index.${f}`), ...chapters.ids];
    const near = nearest(name, known);
    read.report(
      diagnose('C019', `\`${name}\` is no kind of page and no chapter`, {
        span,
        expected: known.join(', '),
        found: name,
        hints: near === undefined ? [] : [`did you mean \`${near}\`?`],
      }),
    );
    return [];
  });
}
