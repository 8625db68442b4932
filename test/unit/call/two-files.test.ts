import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type CalledPair, callPair } from '../../../src/call/index.ts';
import { type PdfText, readPages } from '../../../src/inspect/index.ts';
import { callFiles } from '../../../src/pipeline/index.ts';

/** A fault of a report that a browser typeset; `beside` is the right figure of the other language, where that is told of. */
interface Fault {
  readonly id: string;
  readonly shows: string;
  readonly beside?: string;
}

const folder = new URL('../../fixtures/', import.meta.url);
const bytes = (path: string): Uint8Array => readFileSync(new URL(path, folder));

async function called(zh: string, en: string): Promise<CalledPair> {
  const result = await callFiles({ zh: bytes(zh), en: bytes(en), name: 'pair', ledger: false, paint: undefined });
  if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message).join('\n'));
  return result.value;
}

const messages = ({ diagnostics }: CalledPair): readonly string[] => diagnostics.map(({ message }) => message);

/** Reports by other makers; `told` is what is told of their right editions. */
const REPORTS = [
  { folder: 'unseen', of: 'a waterworks', rows: 400, told: ['Chinese prints “二十四小时” on page 10'] },
  { folder: 'pairs/hospital', of: 'a hospital group', rows: 550, told: [] },
  { folder: 'pairs/airline', of: 'an airline, on landscape pages', rows: 550, told: [] },
  {
    folder: 'pairs/port',
    of: 'a port and its mines, set by Typst in two columns',
    rows: 470,
    // Its hyphens are lost in the file, and a unit is broken over two lines of a cell.
    told: ['“5.12”', '“5.86”', '“7.03”', '“XC-2025-0317”', '“2025”', '“0317”'],
  },
] as const;

describe.each(REPORTS)(
  'a report of $of, with pairs that look wrong and are right',
  async ({ folder: at, rows, told }) => {
    const right = await called(`${at}/zh.pdf`, `${at}/en.pdf`);
    const wrong = messages(await called(`${at}/zh-faulty.pdf`, `${at}/en-faulty.pdf`));
    const faults = parse(readFileSync(new URL(`${at}/faults.yaml`, folder), 'utf8')) as readonly Fault[];

    it('finds its figures', () => {
      expect(right.found.zh).toBeGreaterThan(350);
      expect(right.rows.length).toBeGreaterThan(rows);
    });

    it('tells of nothing that is right', () => {
      expect(messages(right)).toEqual(told.map((text) => expect.stringContaining(text)));
    });

    it.each(faults.map((fault) => [fault.id, fault] as const))(
      'finds the fault %s and names its page',
      (_id, fault) => {
        const { shows, beside = shows } = fault;
        const found = wrong.filter((message) =>
          quotes(message).some((one) => one.includes(shows) || one.includes(beside) || shows.includes(one)),
        );
        expect(found.filter((message) => !messages(right).includes(message))).not.toEqual([]);
        expect(found[0]).toMatch(/” on page \d+/);
      },
    );
  },
);

describe('a report of a glassworks', async () => {
  const right = await called('foreign/zh.pdf', 'foreign/en.pdf');
  const wrong = await called('foreign/zh.pdf', 'foreign/en-faulty.pdf');
  const { faults } = parse(readFileSync(new URL('foreign/report.yaml', folder), 'utf8')) as {
    readonly faults: readonly { readonly id: string; readonly find: string; readonly put: string }[];
  };

  it('raises no false alarm', () => {
    expect(messages(right)).toEqual([]);
  });

  it('tells of every fault once', () => {
    expect(faults.length).toBeGreaterThanOrEqual(20);
    expect(messages(wrong).length).toBe(faults.length);
  });
});

function quotes(message: string): readonly string[] {
  const [figures = ''] = message.split(' in “');
  return [...figures.matchAll(/“([^”]{2,})”/g)].map((match) => match[1] ?? '');
}

describe('a section that one language lacks', () => {
  const pagesOf = async (path: string): Promise<PdfText> => {
    const read = await readPages(bytes(path), { links: true, alts: false });
    if (!read.ok) throw new Error(`${path} cannot be read`);
    return read.value;
  };

  it('is told of once, by its title and page', async () => {
    const [zh, en] = [await pagesOf('pairs/hospital/zh.pdf'), await pagesOf('pairs/hospital/en.pdf')];
    const pages = en.pages.map((page) => (page.label === '7' ? { ...page, items: [] } : page));
    const result = callPair({ zh, en: { ...en, pages } });
    if (!result.ok) throw new Error('the files cannot be called');
    const told = result.value.diagnostics.map(({ message }) => message);
    expect(told[0]).toMatch(
      /^English prints nothing like the Chinese section “可及与可负担” on pages? 7.*: \d+ figures$/,
    );
    expect(told.length).toBeLessThan(6);
    expect(result.value.rows.filter(({ status }) => status === 'one language').length).toBeGreaterThan(20);
  });

  it('makes a clear error of two reports that do not belong together', async () => {
    const [zh, en] = [await pagesOf('pairs/hospital/zh.pdf'), await pagesOf('pairs/port/en.pdf')];
    const result = callPair({ zh, en });
    expect(result.ok).toBe(false);
    expect(result.diagnostics.map(({ code }) => code)).toEqual(['I004']);
  });
});
