import { describe, expect, it } from 'vitest';
import { preflight, readAloud, type Spoken } from '../../../src/inspect/index.ts';
import type { Value } from '../../../src/inspect/objects/value.ts';
import { goodScreenFile } from '../../inspect-mutations/good-files.ts';
import { dict, name, operate, type Patient, text } from '../../inspect-mutations/surgery.ts';
import { documentOf, lineOf, setRuns, structureBuilder, testFonts, written } from '../pdf-writer/placed.ts';

const good = await goodScreenFile();

function heard(bytes: Uint8Array): readonly Spoken[] {
  const read = readAloud(bytes);
  if (!read.ok) throw new Error(read.diagnostics.map(({ message }) => message).join());
  return read.value.pages.flatMap(({ spoken }) => spoken);
}

const textOf = ({ parts }: Spoken): string => parts.map((part) => part.text).join('');
const rolesWith = (words: string, bytes = good): readonly string[] =>
  heard(bytes)
    .filter((one) => textOf(one) === words)
    .map(({ role }) => role);

describe('what a screen reader says', () => {
  it('says headings with their levels, in the order of the document', () => {
    const headings = heard(good).filter(({ role }) => role.startsWith('heading'));
    expect(headings.map((one) => `${one.role} ${textOf(one)}`)).toEqual([
      'heading 1 能源与排放',
      'heading 2 用电量',
      'heading 2 排放',
    ]);
  });

  it('says what a table holds, and each cell with the heads of its column and row', () => {
    expect(heard(good).map(({ role }) => role)).toContain('table, 3 rows, 2 columns');
    expect(rolesWith('34')).toEqual(['cell of 2023年, 船上']);
    expect(rolesWith('岸上')).toEqual(['header of 项目']);
  });

  it('takes the heads of a cell from the ids that it names, where it names some', () => {
    const bytes = operate(good, (p) => {
      const own = { O: name('Table'), Headers: [text('h.12')] };
      p.set(p.element('TD', 1), 'A', { entries: new Map(Object.entries(own)) });
    });
    expect(rolesWith('34', bytes)).toEqual(['cell of 岸上']);
  });

  it('keeps the words of two paragraphs of a cell apart', async () => {
    const fonts = await testFonts();
    const s = structureBuilder();
    const row = s.node(s.node(undefined, { type: 'Table' }), { type: 'TR' });
    const cell = s.node(row, { type: 'TH', scope: 'Row', id: 'h' });
    const lines = ['Share of electricity, Group', '%'].map((words, i) =>
      lineOf(setRuns(fonts, [{ text: words, lang: 'en' }], 'en'), {
        x: 60,
        y: 100 + 12 * i,
        role: { node: s.node(cell, { type: 'P' }) },
      }),
    );
    const { bytes } = await written(documentOf({ lang: 'en', pages: [lines], structure: s.nodes }));
    expect(rolesWith('Share of electricity, Group %', bytes)).toEqual(['header']);
  });

  it('says where a link goes and where the words change their language', () => {
    const paragraph = heard(good).find((one) => textOf(one).startsWith('全年用电量'));
    expect(paragraph?.parts.map(({ role, lang, more }) => [role, lang, more])).toEqual([
      ['', 'zh-Hans', ''],
      ['link', 'zh-Hans', expect.stringContaining('注1')],
      ['', 'zh-Hans', ''],
      ['link', 'zh-Hans', expect.stringContaining('https://example.org/')],
      ['', 'en-GB', ''],
    ]);
  });

  it('says the alternative text of a picture in place of what it shows', () => {
    expect(rolesWith('两年的排放：12与34吨')).toEqual(['figure']);
    expect(heard(good).filter((one) => textOf(one) === '34')).toHaveLength(1);
  });

  it('says an expansion with its abbreviation, and a replacement text once for all that it replaces', () => {
    const bytes = operate(good, (p) => {
      p.set(p.element('Link', 1), 'S', name('Span'));
      p.set(p.element('Link'), 'S', name('Span'));
      for (let nth = 0; nth < 2; nth += 1) p.set(p.element('Span', nth), 'E', text(`words ${nth}`));
      p.set(p.element('H2'), 'ActualText', text('power'));
    });
    expect(heard(bytes).flatMap(({ parts }) => parts.map(({ more }) => more))).toContain('words 0');
    expect(rolesWith('power', bytes)).toEqual(['heading 2']);
  });

  it('hears through groupings that mean nothing', () => {
    const bytes = operate(good, (p) => {
      const heading = p.element('H1');
      const [page, held] = [heading.entries.get('Pg') ?? null, p.get(heading, 'K')];
      const grouping = { S: name('NonStruct'), P: p.add({ entries: heading.entries }), Pg: page, K: held };
      p.set(heading, 'K', p.add({ entries: new Map(Object.entries(grouping)) }));
    });
    expect(rolesWith('能源与排放', bytes)).toEqual(['heading 1']);
  });

  it('counts what it skips, and says none of it', () => {
    const read = readAloud(good);
    const [first] = read.ok ? read.value.pages : [];
    expect([...(first?.skipped ?? [])]).toEqual([
      ['Background', 1],
      ['Footer', 1],
    ]);
  });

  it('tells a paragraph that goes on over the page on both pages', () => {
    const bytes = operate(good, (p) => {
      const [from, to] = [p.element('H1'), p.element('H2', 1)];
      const moved = p.get(to, 'K');
      const page = to.entries.get('Pg') ?? null;
      p.set(to, 'K', []);
      const far = {
        entries: new Map<string, typeof moved>([
          ['Type', name('MCR')],
          ['Pg', page],
          ['MCID', moved],
        ]),
      };
      p.set(from, 'K', [p.get(from, 'K'), far]);
    });
    const parts = heard(bytes).filter(({ role }) => role === 'heading 1');
    expect(parts.map((one) => [one.page, one.continued, textOf(one)])).toEqual([
      [0, false, '能源与排放'],
      [1, true, '排放'],
    ]);
  });

  it.each([
    ['no structure tree', (p: Patient) => p.remove(p.catalog, 'StructTreeRoot')],
    ['an empty one', (p: Patient) => p.remove(p.dict(p.catalog, 'StructTreeRoot'), 'K')],
  ])('says nothing of a file with %s', (_, change) => {
    expect(heard(operate(good, change))).toEqual([]);
  });
});

describe('types in namespaces of their own', () => {
  const PDF_2 = 'http://iso.org/pdf2/ssn';
  /** The first heading is `Kapitel` of a namespace whose map the test writes. */
  const named = (map: (p: Patient, own: Value) => Readonly<Record<string, Value>>) =>
    operate(good, (p) => {
      const heading = p.element('H1');
      const space = dict({ Type: name('Namespace'), NS: text('https://example.org/report') });
      const own = p.add(space);
      p.set(space, 'RoleMapNS', dict(map(p, own)));
      p.set(heading, 'S', name('Kapitel'));
      p.set(heading, 'NS', own);
    });
  const second = (p: Patient, uri = PDF_2): Value => p.add(dict({ Type: name('Namespace'), NS: text(uri) }));
  const rulesOf = (bytes: Uint8Array): readonly string[] => {
    const verdict = preflight(bytes, ['ua1']);
    return verdict.ok ? verdict.value.findings.map(({ rule }) => rule) : ['unread'];
  };

  it.each([
    ['by a name, to a type of PDF 1.7', () => ({ Kapitel: name('H1') }), 'heading 1'],
    ['into the namespace of PDF 2.0', (p: Patient) => ({ Kapitel: [name('H1'), second(p)] }), 'heading 1'],
    ['to a heading deeper than PDF 1.7 has', (p: Patient) => ({ Kapitel: [name('H8'), second(p)] }), 'heading 6'],
    ['to a type that came with PDF 2.0', (p: Patient) => ({ Kapitel: [name('Title'), second(p)] }), ''],
    [
      'over another type',
      (_: Patient, own: Value) => ({ Kapitel: [name('Teil'), own], Teil: name('H1') }),
      'heading 1',
    ],
  ])('are heard as what their map leads to: %s', (_, map, role) => {
    const bytes = named(map);
    expect(rolesWith('能源与排放', bytes)).toEqual([role]);
    expect(rulesOf(bytes)).not.toContain('UA-7.1-5');
  });

  it.each([
    ['no map', () => ({}), 'UA-7.1-5'],
    ['a type that no standard has', () => ({ Kapitel: name('Teil') }), 'UA-7.1-5'],
    ['a type that PDF 2.0 has not', (p: Patient) => ({ Kapitel: [name('Teil'), second(p)] }), 'UA-7.1-5'],
    ['itself', (_: Patient, own: Value) => ({ Kapitel: [name('Kapitel'), own] }), 'UA-7.1-6'],
  ])('break a rule where they lead to %s', (_, map, rule) => {
    expect(rulesOf(named(map))).toContain(rule);
  });

  it('are no standard types by their names alone', () => {
    const bytes = operate(good, (p) => p.set(p.element('H1'), 'NS', second(p, 'https://example.org/report')));
    expect(rulesOf(bytes)).toContain('UA-7.1-5');
  });
});
