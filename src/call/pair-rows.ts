import { sha256 } from '../core/index.ts';
import type { PairedFigures } from './compare-figures.ts';
import type { FoundFigure } from './figure.ts';
import type { LedgerRow, Printing, RowStatus } from './ledger.ts';
import { isSound } from './likeness.ts';
import type { MissingSection } from './missing-sections.ts';
import { boxesOf } from './page-piece.ts';
import type { Compared } from './pair-sections.ts';
import { sentenceAround } from './sentence.ts';
import type { SetFigure } from './set-figures.ts';

/** The rows of the ledger for two sections side by side. */
export function rowsOf({ title, pairs, onlyZh, onlyEn }: Compared, index: number): readonly LedgerRow[] {
  const counts = new Map<string, number>();
  const idOf = (figure: FoundFigure): string => {
    const key = `section ${index + 1}|${figure.kind} ${figure.value} ${figure.unit}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return `${key}|${count}`;
  };
  return [
    ...pairs.map((pair) => {
      const status: RowStatus = isSound(pair.likeness) ? 'matched' : 'differs';
      return rowOf(idOf(pair.zh.figure), title, status, pair.zh, pair.en, pair);
    }),
    ...onlyZh.map((one) => ({
      ...rowOf(idOf(one.figure), title, 'one language', one, undefined, undefined),
      ...missedOn(
        one,
        pairs.map(({ zh, en }) => ({ own: zh, other: en })),
      ),
    })),
    ...onlyEn.map((one) => ({
      ...rowOf(idOf(one.figure), title, 'one language', undefined, one, undefined),
      ...missedOn(
        one,
        pairs.map(({ zh, en }) => ({ own: en, other: zh })),
      ),
    })),
  ];
}

/** The page of the other file on which the figure nearest to this one has its partner. */
function missedOn(
  one: SetFigure,
  pairs: readonly { readonly own: SetFigure; readonly other: SetFigure }[],
): Pick<LedgerRow, 'missedOn'> {
  const gap = ({ own }: { readonly own: SetFigure }): number =>
    Math.abs(own.piece.page - one.piece.page) * PAGE + Math.abs(own.free.top - one.free.top);
  const [first, ...more] = pairs;
  if (first === undefined) return {};
  const nearest = more.reduce((best, pair) => (gap(pair) < gap(best) ? pair : best), first);
  return { missedOn: nearest.other.page };
}

/** More than any page is high, pt. */
const PAGE = 10_000;

/** The rows of a section that one file alone has. */
export function rowsOfMissing(
  { lang, title, figures }: MissingSection<SetFigure>,
  index: number,
): readonly LedgerRow[] {
  const [onlyZh, onlyEn] = lang === 'zh' ? [figures, []] : [[], figures];
  return rowsOf({ title, pairs: [], onlyZh, onlyEn }, index);
}

function rowOf(
  id: string,
  title: string,
  status: RowStatus,
  zh: SetFigure | undefined,
  en: SetFigure | undefined,
  pair: PairedFigures<SetFigure> | undefined,
): LedgerRow {
  const printings = { zh: zh === undefined ? [] : [printingOf(zh)], en: en === undefined ? [] : [printingOf(en)] };
  const signed = [...printings.zh, ...printings.en].flatMap(({ text, sentence }) => [text, sentence]);
  const hash = sha256(signed.join('\n')).slice(0, 16);
  return { id, hash, status, section: title, account: undefined, likeness: pair?.likeness, printings, bilingual: [] };
}

function printingOf({ figure, piece, lang, page }: SetFigure): Printing {
  const { text, at } = sentenceAround(piece.text, figure.start, figure.end);
  const boxes = boxesOf(piece, figure.start, figure.end);
  const edition = lang === 'zh' ? 'zh-Hans' : 'en';
  return { edition, page, sheet: boxes[0]?.page ?? piece.page, text: figure.text, sentence: text, at, boxes };
}
