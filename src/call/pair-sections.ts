import { Decimal, type Lang } from '../core/index.ts';
import type { AlignedGroup } from './align-sections.ts';
import { type FigureView, type PairedFigures, pairSound, pairUnsound } from './compare-figures.ts';
import type { FoundFigure } from './figure.ts';
import { isSound, likenessOf } from './likeness.ts';
import { isLoneNumber, isRepeated } from './repeated-figures.ts';
import type { SetFigure, SetSection } from './set-figures.ts';
import { swappedCells } from './swapped-cells.ts';

/** Two sections side by side: figures that go together, and those of one language alone. */
export interface Compared {
  readonly title: string;
  readonly pairs: readonly PairedFigures<SetFigure>[];
  readonly onlyZh: readonly SetFigure[];
  readonly onlyEn: readonly SetFigure[];
}

/** The figures of a group of sections that go together. */
export function soundly(group: AlignedGroup<SetSection>): Compared {
  const zh = group.zh.flatMap(({ set }) => set);
  const en = group.en.flatMap(({ set }) => set);
  const title = [group.zh[0]?.title, group.en[0]?.title]
    .filter((text) => text !== undefined && text !== '')
    .join(' / ');
  return { title, ...pairSound(zh, en, VIEW) };
}

/** What is left of a group: figures that differ, and figures that one language alone has. */
export function unsoundly({ title, pairs, onlyZh, onlyEn }: Compared): Compared {
  const rest = pairUnsound(onlyZh, onlyEn, VIEW);
  const all = [...pairs, ...rest.pairs];
  const sides = { zh: all.map(({ zh }) => zh), en: all.map(({ en }) => en) };
  const told = (list: readonly SetFigure[], own: Lang, other: Lang): readonly SetFigure[] =>
    list.filter((one) => !isLoneNumber(one) && !isRepeated(one, sides[own], sides[other]));
  return { title, pairs: all, onlyZh: told(rest.onlyZh, 'zh', 'en'), onlyEn: told(rest.onlyEn, 'en', 'zh') };
}

/** Tells of cells that agree with a figure of their row, and not with the one that stands where they do. */
export function inOrder(compared: Compared): Compared {
  const cells = compared.pairs.filter(
    ({ zh, en, likeness }) => isSound(likeness) && zh.plain !== undefined && en.plain !== undefined,
  );
  const swapped = swappedCells(
    cells.map((item) => ({ item, zh: item.zh.free, en: item.en.free, value: item.en.figure.value })),
  );
  const pairs = compared.pairs.map((pair) => (swapped.has(pair) ? { ...pair, likeness: 'order' as const } : pair));
  return { ...compared, pairs };
}

/** How many sections away a partner may stand. */
const NEAR = 3;

/** A figure without a partner in its section may have it near by: a heading that only one file has moves a border. */
export function settle(compared: readonly Compared[]): readonly Compared[] {
  const open = compared.map(({ onlyZh, onlyEn }) => ({ zh: new Set(onlyZh), en: new Set(onlyEn) }));
  const moved: PairedFigures<SetFigure>[][] = compared.map(() => []);
  for (let step = 1; step <= NEAR; step += 1) {
    for (const [index, { zh }] of open.entries()) {
      for (const one of zh) {
        for (const near of [open[index - step], open[index + step]]) {
          const match = [...(near?.en ?? [])].find((en) => mayHaveMoved(one.figure, en.figure));
          if (match === undefined) continue;
          near?.en.delete(match);
          zh.delete(one);
          moved[index]?.push({ zh: one, en: match, likeness: 'same' });
          break;
        }
      }
    }
  }
  return compared.map((one, index) => ({
    ...one,
    pairs: [...one.pairs, ...(moved[index] ?? [])],
    onlyZh: [...(open[index]?.zh ?? [])],
    onlyEn: [...(open[index]?.en ?? [])],
  }));
}

/** Small counts of different things are alike everywhere: 十一个小时 is not the “eleven” of another section, nor 8.9 its 9. */
function mayHaveMoved(a: FoundFigure, b: FoundFigure): boolean {
  const likeness = likenessOf(a, b) ?? 'value';
  return isSound(likeness) && likeness !== 'rounded' && (a.unit === b.unit || (a.number ?? '').length > 2);
}

const VIEW: FigureView<SetFigure> = {
  figureOf: ({ figure }) => figure,
  cellOf: ({ figure, plain, sure = false }) =>
    plain !== undefined ? { plain, sure } : isUnscaled(figure) ? { plain: figure, sure: false } : undefined,
};

/** A figure of a note or label that has neither unit nor magnitude: both languages may count it in units of their own. */
function isUnscaled({ kind, unit, number, value }: FoundFigure): boolean {
  const digits = (number ?? '').replace(/[-.]/g, '').replace(/^0+|0+$/g, '');
  return kind === 'amount' && unit === '' && number !== undefined && digits.length > 1 && new Decimal(number).eq(value);
}
