import { type Diagnostic, failed, good, type Lang, type Outcome } from '../core/index.ts';
import type { PdfText } from '../inspect/index.ts';
import { type AlignedGroup, alignSections } from './align-sections.ts';
import { isWeak } from './compare-figures.ts';
import type { LedgerRow } from './ledger.ts';
import { isSound } from './likeness.ts';
import { type MissingSection, missingFault, missingSections } from './missing-sections.ts';
import { faultOf, notAligned, textFaults } from './pair-faults.ts';
import { rowsOf, rowsOfMissing } from './pair-rows.ts';
import { type Compared, inOrder, settle, soundly, unsoundly } from './pair-sections.ts';
import { type SetFigure, type SetSection, sectionsWithFigures } from './set-figures.ts';

/** Two files of one report, by any maker. */
export interface PairInput {
  readonly zh: PdfText;
  readonly en: PdfText;
}

/** What calling two files against each other found. */
export interface CalledPair {
  readonly rows: readonly LedgerRow[];
  readonly sections: number;
  readonly found: Readonly<Record<Lang, number>>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Below this share of figures in common, two files are not two languages of one report. */
const COMMON = 0.3;

/**
 * Calls the figures of two files against each other, section by section.
 * Emits I003 (pages without text), I004 (files that do not go together), P6 (figures that differ), each with its pages.
 */
export function callPair({ zh, en }: PairInput): Outcome<CalledPair> {
  const told = [...textFaults(zh, 'zh'), ...textFaults(en, 'en')];
  if (told.some(({ severity }) => severity === 'error')) return failed(told);
  const sides = { zh: sectionsWithFigures(zh, 'zh'), en: sectionsWithFigures(en, 'en') };
  const groups = alignSections(sides.zh, sides.en);
  const settled = settle(groups.map((group) => soundly(group)));
  const missing = settled.flatMap((one, index) => missingOf(groups[index], one));
  const gone = new Set(missing.flatMap(({ figures }) => figures));
  const compared = settled.map((one) => inOrder(unsoundly(without(one, gone))));
  const found = { zh: countOf(sides.zh), en: countOf(sides.en) };
  const sound = compared.flatMap(({ pairs }) => pairs.filter(({ likeness }) => isSound(likeness))).length;
  const most = Math.max(found.zh, found.en);
  if (most > 0 && sound / most < COMMON) return failed([...told, notAligned(sound, found)]);
  const rows = compared.flatMap((one, index) => rowsOf(one, index));
  const goneRows = missing.flatMap((one, index) => rowsOfMissing(one, groups.length + index));
  return good({
    rows: [...rows, ...goneRows],
    sections: groups.length,
    found,
    diagnostics: [...told, ...missing.map(missingFault), ...rows.flatMap((row) => faultOf(row))],
  });
}

/** Of a group, the sections that one file alone has. */
function missingOf(
  group: AlignedGroup<SetSection> | undefined,
  { onlyZh, onlyEn }: Compared,
): readonly MissingSection<SetFigure>[] {
  const sections = (list: readonly SetSection[]) =>
    list.map(({ title, set }) => ({ title, figures: set.filter(({ figure }) => !isWeak(figure)) }));
  return [
    ...missingSections(sections(group?.zh ?? []), new Set(onlyZh), 'zh'),
    ...missingSections(sections(group?.en ?? []), new Set(onlyEn), 'en'),
  ];
}

function without(compared: Compared, gone: ReadonlySet<SetFigure>): Compared {
  const kept = (list: readonly SetFigure[]): readonly SetFigure[] => list.filter((one) => !gone.has(one));
  return { ...compared, onlyZh: kept(compared.onlyZh), onlyEn: kept(compared.onlyEn) };
}

function countOf(sections: readonly SetSection[]): number {
  return sections.reduce((sum, { figures }) => sum + figures.filter((figure) => !isWeak(figure)).length, 0);
}
