import type { FoundFigure } from './figure.ts';
import { foldText } from './fold.ts';
import { readHanNumeral } from './han-numeral.ts';

/** A section of one file as far as aligning looks at it. */
export interface AlignableSection {
  readonly title: string;
  readonly level: number;
  readonly figures: readonly FoundFigure[];
}

/** Sections of two files that say the same: mostly one and one, more where one file has further headings. */
export interface AlignedGroup<T> {
  readonly zh: readonly T[];
  readonly en: readonly T[];
}

/** Two sections that share less than this are no pair. Tuned on reports set by a browser. */
const LEAST = 0.25;

/**
 * Puts the sections of two files side by side, in order, by the figures that they share, the numbers of their headings and
 * their level. Sections without a partner go with the pair before them.
 * Source: Needleman & Wunsch 1970, with free gaps.
 */
export function alignSections<T extends AlignableSection>(
  zh: readonly T[],
  en: readonly T[],
): readonly AlignedGroup<T>[] {
  const facts = [zh.map(factsOf), en.map(factsOf)] as const;
  const width = en.length + 1;
  const best = new Float64Array((zh.length + 1) * width);
  const score = (i: number, j: number): number => {
    const [a, b] = [facts[0][i], facts[1][j]];
    if (a === undefined || b === undefined) return 0;
    const drift = Math.abs(i / zh.length - j / en.length);
    return likeness(a, b) - drift;
  };
  for (let i = zh.length - 1; i >= 0; i -= 1) {
    for (let j = en.length - 1; j >= 0; j -= 1) {
      const pair = score(i, j);
      const paired = pair < LEAST ? 0 : pair + (best[(i + 1) * width + j + 1] ?? 0);
      best[i * width + j] = Math.max(paired, best[(i + 1) * width + j] ?? 0, best[i * width + j + 1] ?? 0);
    }
  }
  return groupsOf(
    zh,
    en,
    (i, j) => {
      const pair = score(i, j);
      return pair >= LEAST && pair + (best[(i + 1) * width + j + 1] ?? 0) >= (best[i * width + j] ?? 0) - 1e-9;
    },
    (i, j) => (best[(i + 1) * width + j] ?? 0) >= (best[i * width + j + 1] ?? 0),
  );
}

function groupsOf<T>(
  zh: readonly T[],
  en: readonly T[],
  isPair: (i: number, j: number) => boolean,
  skipsZh: (i: number, j: number) => boolean,
): readonly AlignedGroup<T>[] {
  const groups: { zh: T[]; en: T[] }[] = [{ zh: [], en: [] }];
  let i = 0;
  let j = 0;
  while (i < zh.length || j < en.length) {
    const [a, b] = [zh[i], en[j]];
    if (a !== undefined && b !== undefined && isPair(i, j)) {
      groups.push({ zh: [a], en: [b] });
      i += 1;
      j += 1;
    } else if (a !== undefined && (b === undefined || skipsZh(i, j))) {
      groups.at(-1)?.zh.push(a);
      i += 1;
    } else if (b !== undefined) {
      groups.at(-1)?.en.push(b);
      j += 1;
    }
  }
  return groups.filter((group) => group.zh.length + group.en.length > 0);
}

interface SectionFacts {
  readonly counts: ReadonlyMap<string, number>;
  readonly total: number;
  readonly number: string | undefined;
  readonly level: number;
}

function factsOf({ title, level, figures }: AlignableSection): SectionFacts {
  const counts = new Map<string, number>();
  for (const figure of figures) {
    if (figure.loose) continue;
    const key = `${figure.kind === 'period' || figure.kind === 'date' || figure.kind === 'name' ? figure.kind : 'size'} ${figure.value.replace(/^-/, '')}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return { counts, total, number: headingNumber(title), level };
}

function likeness(a: SectionFacts, b: SectionFacts): number {
  let shared = 0;
  for (const [key, count] of a.counts) shared += Math.min(count, b.counts.get(key) ?? 0);
  const most = Math.max(a.total, b.total);
  const share = most === 0 ? 0 : shared / most;
  // Three figures in common say more than one.
  const weight = Math.min(2, Math.log2(1 + shared));
  const numbered = a.number !== undefined && a.number === b.number ? 1 : 0;
  const level = a.level === b.level ? 0.15 : 0;
  const bare = most === 0 && a.level === b.level ? 0.2 : 0;
  return share * weight + numbered + level + bare;
}

/** `1.2` of “1.2 Energy”, `2` of 第二章, 二、 and “Chapter 2”. */
export function headingNumber(title: string): string | undefined {
  const text = foldText(title.trim());
  const digits = /^(?:Chapter |Section |Part |第 ?)?(\d{1,2}(?:\.\d{1,2})*)(?:[章节.、．\s]|$)/i.exec(text)?.[1];
  if (digits !== undefined) return digits;
  const han = /^[（(]?第?([一二三四五六七八九十]{1,3})(?:[章节、）)]|部分)/.exec(text)?.[1];
  return han === undefined ? undefined : readHanNumeral(han)?.toFixed();
}
