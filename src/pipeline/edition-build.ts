import { bindMarkup, type Goal, type TemplateSet } from '../bind/index.ts';
import type { ChartBook } from '../charts/index.ts';
import { indexTargets } from '../check/index.ts';
import { type Abbreviations, composeBlocks, type ImageFacts } from '../compose/index.ts';
import type { Report } from '../content/index.ts';
import { type Diagnostic, type Edition, failed, type Lang, langsOf, type Outcome, outcome } from '../core/index.ts';
import { type FontBook, measureText } from '../fonts/index.ts';
import type { MetricBook } from '../metrics/index.ts';
import {
  layoutDocument,
  type PlacedDocument,
  type PrintCondition,
  pressPages,
  type WrittenPdf,
  writePdf,
} from '../pdf/index.ts';
import type { Theme } from '../theme/index.ts';
import { measureParagraph, typesetParagraph } from '../typeset/index.ts';
import { writeProved } from './conformance.ts';
import { type DataFile, dataAttachments } from './data-files.ts';
import type { BuildPlan, Progress } from './plan.ts';
import { typesetContext } from './typeset-context.ts';

/** Everything that the editions of one report share. */
export interface PreparedReport {
  readonly report: Report;
  readonly book: MetricBook;
  readonly theme: Theme;
  readonly fonts: FontBook;
  readonly templates: TemplateSet;
  readonly charts: ChartBook;
  readonly goals: readonly Goal[];
  readonly images: ReadonlyMap<string, ImageFacts>;
  /** What the print edition is made for, where the theme says so. */
  readonly printCondition: PrintCondition | undefined;
  /** The report’s data for other programs; none where no edition is made. */
  readonly dataFiles: readonly DataFile[];
}

/** A finished edition: its bytes, and what stands where in it. */
export interface BuiltEdition {
  readonly edition: Edition;
  readonly bytes: Uint8Array;
  readonly document: PlacedDocument;
  readonly fonts: readonly string[];
}

/** Sets one edition: markup, blocks, pages, bytes. Faults of a stage end the edition before the next stage. */
export function buildEdition(
  prepared: PreparedReport,
  edition: Edition,
  plan: Pick<BuildPlan, 'variant' | 'only' | 'impose' | 'mode'>,
  progress: Progress,
): Outcome<BuiltEdition> {
  const told: Diagnostic[] = [];
  const { report, theme, fonts } = prepared;

  progress('bind', edition);
  const markup = bindMarkup({ ...prepared, edition });
  told.push(...markup.diagnostics);
  if (!markup.ok) return failed(told);

  progress('compose', edition);
  const lead = langsOf(edition)[0] ?? 'zh';
  const tree = composeBlocks({
    markup: markup.value,
    theme,
    charts: prepared.charts,
    accents: report.accents.length,
    images: prepared.images,
    abbreviations: abbreviationsOf(report),
    origins: report.origins,
    measureText: (text, style, lang) => measureText(text, { ...style, lang }, fonts),
    info: {
      title: editionTitle(report, edition),
      author: report.subject[lead].source,
      subject: report.shortTitle[lead].source,
      keywords: 'ESG',
      created: report.published,
    },
  });
  told.push(...tree.diagnostics);
  if (!tree.ok) return failed(told);

  progress('typeset', edition);
  const placed = layoutDocument({
    tree: tree.value,
    typeset: { typesetParagraph, measureParagraph },
    context: typesetContext(report, theme, fonts),
    partial: plan.only !== undefined,
  });
  told.push(...placed.diagnostics);
  if (!placed.ok) return failed(told);
  const targets = indexTargets(report, placed.value);
  told.push(...targets);
  if (targets.length > 0) return failed(told);

  progress('pdf', edition);
  const print = plan.variant === 'print';
  const document = print ? pressPages(placed.value, theme.page.binding ?? 0) : placed.value;
  const write = (claim: boolean): Outcome<WrittenPdf> =>
    writePdf({
      document,
      fonts,
      theme,
      variant: plan.variant,
      assets: report.assets,
      attachments: dataAttachments(prepared.dataFiles, edition, report),
      conformance: { claim },
      ...(plan.impose === undefined ? {} : { impose: plan.impose }),
      ...(prepared.printCondition === undefined ? {} : { printCondition: prepared.printCondition }),
    });
  const written = writeProved(write, document, plan);
  told.push(...written.diagnostics);
  if (!written.ok) return failed(told);
  return outcome(
    {
      edition,
      bytes: written.value.bytes,
      document,
      fonts: written.value.fonts.map((font) => font.name),
    },
    told,
  );
}

/** Short forms of the termbase with their long forms, in each language; a short form may be that of the other one. */
function abbreviationsOf(report: Report): Abbreviations {
  const forms = (lang: Lang, other: Lang): ReadonlyMap<string, string> =>
    new Map(
      [...report.terms.values()].flatMap((term): readonly (readonly [string, string])[] => {
        const short = term.abbr[lang] ?? term.abbr[other];
        const long = term.expansion?.[lang] ?? term[lang];
        return short === undefined || short === '' || short === long ? [] : [[short, long]];
      }),
    );
  return { zh: forms('zh', 'en'), en: forms('en', 'zh') };
}

function editionTitle(report: Report, edition: Edition): string {
  return langsOf(edition)
    .map((lang) => report.title[lang].source)
    .join(' / ');
}
