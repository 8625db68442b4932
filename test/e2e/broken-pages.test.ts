import { beforeAll, describe, expect, inject, it } from 'vitest';
import type { Edition } from '../../src/core/index.ts';
import type { FinishedPages, PlacedText } from '../../src/inspect/index.ts';
import { HOME } from '../support/project-files.ts';
import { type ReadEditions, readEditions } from '../support/read-editions.ts';

/** A slip in the text of a finished page: what it is looked for by, and what it becomes. */
interface Slip {
  readonly what: string;
  readonly edition: Edition;
  readonly find: RegExp;
  readonly become: (found: string) => string;
  /** Kind of place that the text stands in. */
  readonly kind?: 'text' | 'drawing';
  /** Part of the origin of that place. */
  readonly within?: RegExp;
}

const digit = (text: string): string => text.replace(/\d(?!.*\d)/, (last) => String((Number(last) + 3) % 10));
const SLIPS: readonly Slip[] = [
  { what: 'a sign turned', edition: 'zh-Hans', find: /[\u2212-]\d[\d,.]*\d/, become: (text) => text.slice(1) },
  { what: 'a sign turned', edition: 'en', find: /\u2212\d[\d,.]*\d/, become: (text) => text.slice(1) },
  {
    what: 'a year changed',
    edition: 'zh-Hans',
    find: /20[12]\d(?=财年|年)/,
    become: digit,
    kind: 'text',
    within: /chapters/,
  },
  {
    what: 'a year changed',
    edition: 'en',
    find: /(?<=FY|in )20[12]\d/,
    become: digit,
    kind: 'text',
    within: /chapters/,
  },
  { what: 'a cell of a table changed', edition: 'zh-Hans', find: /^\d[\d,.]*\d$/, become: digit, within: /rows\/\d+$/ },
  { what: 'a cell of a table changed', edition: 'en', find: /^\d[\d,.]*\d$/, become: digit, within: /rows\/\d+$/ },
  { what: '万 for 亿', edition: 'zh-Hans', find: /(?<=\d ?)亿/, become: () => '万' },
  { what: '亿 for 万', edition: 'zh-Hans', find: /(?<=\d ?)万/, become: () => '亿', kind: 'text' },
  { what: 'billion for million', edition: 'en', find: /(?<=\d.?)million/, become: () => 'billion', kind: 'text' },
  {
    what: 'up for down',
    edition: 'zh-Hans',
    find: /下降(?=[^，。；]{0,4}(?:\d|$))/,
    become: () => '上升',
    within: /blocks\/\d+\/zh$/,
  },
  {
    what: 'up for down',
    edition: 'en',
    find: /\bdown(?= ?[^.,;]{0,4}(?:\d|$))/,
    become: () => 'up',
    within: /blocks\/\d+\/en$/,
  },
  { what: 'a label of a chart', edition: 'zh-Hans', find: /^\d[\d,]*\.\d+$/, become: digit, kind: 'drawing' },
  { what: 'a label of a chart', edition: 'en', find: /^\d[\d,]*\.\d+$/, become: digit, kind: 'drawing' },
  {
    what: 'a digit of a sentence',
    edition: 'zh-Hans',
    find: /\d[\d,]*\.\d(?=%|万|亿)/,
    become: digit,
    within: /\/zh$/,
  },
  { what: 'a digit of a sentence', edition: 'en', find: /\d[\d,]*\.\d(?=%| m)/, become: digit, within: /\/en$/ },
];
/** Places of each slip that are tried, spread over the report. */
const PLACES = 3;

const PROJECTS = [
  ['showcase', HOME],
  ['ferry', `${HOME}test/fixtures/sample-report`],
] as const;

describe.each(PROJECTS)('finished pages of %s', (name, folder) => {
  let read: ReadEditions;
  beforeAll(async () => {
    read = await readEditions(folder, inject(name));
  });

  it('are at fault nowhere as they are', () => {
    expect(read.faults().filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it.each(SLIPS)('$what ($edition) is found on its page', (slip) => {
    const spots = spotsOf(read, slip);
    const missed = spread(spots, PLACES).filter(({ page, item }) => {
      const pages = read.pages(slip.edition);
      const label = pages.pages[page]?.label;
      const told = read.faults(slip.edition, altered(pages, page, item, slip));
      return !told.some((one) => one.severity === 'error' && one.message.includes(`page ${label} `));
    });
    expect(missed.map(({ page, text }) => `page ${page + 1}: ${text}`)).toEqual([]);
  });
});

interface Spot {
  readonly page: number;
  readonly item: number;
  readonly text: string;
}

function spotsOf(read: ReadEditions, { edition, find, kind, within }: Slip): readonly Spot[] {
  const { boxes } = read.places(edition);
  return read.pages(edition).pages.flatMap(({ items, height, index }) =>
    items.flatMap((item, at): Spot[] => {
      if (!find.test(item.text)) return [];
      const [x, y] = [item.x + 1, height - item.y - item.size * 0.3];
      const box = boxes
        .filter(
          (one) =>
            one.page === index &&
            x > one.x - 1 &&
            x < one.x + one.width + 1 &&
            y > one.y - 1 &&
            y < one.y + one.height + 1,
        )
        .sort((a, b) => a.width * a.height - b.width * b.height)[0];
      const fits = (kind === undefined || box?.kind === kind) && (within?.test(box?.origin ?? '') ?? true);
      return fits && box !== undefined && box.kind !== 'artifact' ? [{ page: index, item: at, text: item.text }] : [];
    }),
  );
}

function spread<T>(list: readonly T[], count: number): readonly T[] {
  const step = Math.max(1, list.length / count);
  return Array.from({ length: Math.min(count, list.length) }, (_, i) => list[Math.floor(i * step)] as T);
}

function altered(pages: FinishedPages, page: number, item: number, { find, become }: Slip): FinishedPages {
  return {
    ...pages,
    pages: pages.pages.map((one) =>
      one.index === page
        ? {
            ...one,
            items: one.items.map(
              (text, at): PlacedText => (at === item ? { ...text, text: text.text.replace(find, become) } : text),
            ),
          }
        : one,
    ),
  };
}
