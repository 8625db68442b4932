import { beforeAll, describe, expect, it } from 'vitest';
import { type CalledFigure, callEdition, placeBoxes } from '../../../src/call/index.ts';
import { loadReport } from '../../../src/content/index.ts';
import { EDITIONS, type Edition } from '../../../src/core/index.ts';
import { preflight, readText, type TagFacts } from '../../../src/inspect/index.ts';
import { resolveMetrics } from '../../../src/metrics/index.ts';
import type { PlacedLine, PlacedPage } from '../../../src/pdf/placed.ts';
import { callGround, labelsOf } from '../../../src/pipeline/built-editions.ts';
import { memoryWorkspace } from '../../support/memory-workspace.ts';
import { filesOf } from '../../support/project-files.ts';
import { makeEdition, type QuarryEdition } from '../../support/quarry-edition.ts';

const THEME = 'templates/theme/base.yaml';
const CHAPTER = 'content/chapters/01-stone.yaml';

/** The quarry's first chapter with two more notes in each of its plain paragraphs, cited in both languages. */
async function manyNotes(): Promise<string> {
  const source = String((await filesOf('test/fixtures/quarry-report'))[CHAPTER]);
  return source.replace(
    /^ {2}- id: (p\.\w+)\n {4}type: paragraph\n {4}zh: "(.*)"\n {4}en: "(.*)"$/gm,
    (_, id, zh, en) => {
      const marks = [1, 2].map((count) => `{{note:x.${id}.${count}}}`);
      const cite = (text: string, end: string): string => {
        const [first = '', second = '', ...rest] = text.split(end);
        return [`${first}${marks[0]}`, `${second}${marks[1]}`, ...rest].join(end);
      };
      return [
        `  - id: ${id}`,
        '    type: paragraph',
        `    zh: "${cite(zh, '。')}"`,
        `    en: "${cite(en, '. ')}"`,
        `  - {id: x.${id}.1, type: note, zh: 台账首条所记。, en: So the first entry of the book says.}`,
        `  - {id: x.${id}.2, type: note, zh: 台账次条所记。, en: So the second entry of the book says.}`,
      ].join('\n');
    },
  );
}

const editions = new Map<Edition, QuarryEdition>();
const over: Record<string, string> = {};
beforeAll(async () => {
  const theme = String((await filesOf('templates', 'templates/'))[THEME]);
  over[CHAPTER] = await manyNotes();
  over[THEME] = theme.replace(/^setting:$/m, 'setting:\n  note_numbers: page');
  for (const edition of EDITIONS) editions.set(edition, await makeEdition(edition, 'screen', over));
}, 120_000);

/** The figures of an edition's finished pages, each with what accounts for it. */
async function calledFigures(edition: Edition, { document, bytes }: QuarryEdition): Promise<readonly CalledFigure[]> {
  const templates = await filesOf('templates', 'templates/');
  const workspace = memoryWorkspace({ ...templates, ...(await filesOf('test/fixtures/quarry-report')), ...over });
  const report = await loadReport(workspace);
  const book = report.ok ? resolveMetrics(report.value) : report;
  const pages = readText(bytes);
  if (!report.ok || !book.ok || !pages.ok) throw new Error('the edition cannot be called');
  const ground = await callGround({ workspace, shipped: memoryWorkspace(templates) }, report.value, book.value);
  const labels = document.pages.map(({ label }) => label);
  const places = { edition, file: '', sha256: '', labels, boxes: placeBoxes(document) };
  const context = { ...ground.context, labelOf: labelsOf(report.value, places) };
  return callEdition(pages.value, places, context, ground.fixed).figures;
}

const linesOf = (page: PlacedPage): readonly PlacedLine[] => page.items.filter((item) => item.kind === 'line');

/** The note that a line is part of, as the structure has it. */
function noteOf({ document }: QuarryEdition, { role }: PlacedLine): string | undefined {
  let at = 'node' in role ? role.node : undefined;
  while (at !== undefined) {
    const node = document.structure[at];
    if (node?.tag.type === 'Note') return node.tag.id;
    at = node?.parent;
  }
  return undefined;
}

interface Numbered {
  readonly note: string | undefined;
  readonly number: string;
}

/** The marks of a page's text, and the numbers that the notes at its foot begin with; letters are left out. */
function numbersOf(
  built: QuarryEdition,
  page: PlacedPage,
): { marks: readonly Numbered[]; labels: readonly Numbered[] } {
  const marks: Numbered[] = [];
  const labels: Numbered[] = [];
  for (const line of linesOf(page)) {
    for (const item of line.line.items) {
      if (item.kind !== 'glyphs') continue;
      const number = item.clusters.join('').trim();
      if (!/^\d+$/.test(number)) continue;
      if (item.note !== undefined) marks.push({ note: item.note, number });
      else if (item.tag?.type === 'Lbl' && item.rise > 0) labels.push({ note: noteOf(built, line), number });
    }
  }
  return { marks, labels };
}

const distinct = (all: readonly Numbered[]): readonly string[] =>
  [...new Set(all.map(({ number }) => number))].sort((a, b) => Number(a) - Number(b));

const pairs = (all: readonly Numbered[]): readonly string[] =>
  [...new Set(all.flatMap(({ note, number }) => (note === undefined ? [] : [`${note} ${number}`])))].sort();

const allTags = (tags: readonly TagFacts[]): readonly TagFacts[] =>
  tags.flatMap((tag) => [tag, ...allTags(tag.children)]);

const textIn = (tag: TagFacts): string => (tag.text + tag.children.map(textIn).join('')).trim();

describe.each(EDITIONS)('notes counted by the page, %s', (edition) => {
  const built = (): QuarryEdition => editions.get(edition) ?? never();

  it('begin with 1 on each page and leave no number out, but for one that keeps its own', () => {
    const pages = built().document.pages.map((page) => numbersOf(built(), page).marks);
    const cited = pages.filter((marks) => marks.length > 0);
    expect(cited.length).toBeGreaterThan(4);
    expect(Math.max(...cited.map((marks) => distinct(marks).length))).toBeGreaterThan(3);
    const met = new Set<string>();
    for (const marks of cited) {
      const fresh = marks.filter(({ note }) => !met.has(note ?? ''));
      const held = new Set(marks.filter(({ note }) => met.has(note ?? '')).map(({ number }) => number));
      const free = Array.from({ length: 99 }, (_, i) => String(i + 1)).filter((number) => !held.has(number));
      expect(distinct(fresh)).toEqual(free.slice(0, distinct(fresh).length));
      for (const { note } of marks) met.add(note ?? '');
    }
  });

  it('have one number a note on all its pages, and one note a number on each page', () => {
    const numbers = new Map<string, string>();
    for (const page of built().document.pages) {
      const byNumber = new Map<string, string>();
      for (const { note = '', number } of numbersOf(built(), page).marks) {
        expect(numbers.get(note) ?? number).toBe(number);
        expect(byNumber.get(number) ?? note).toBe(note);
        numbers.set(note, number);
        byNumber.set(number, note);
      }
    }
    expect(numbers.size).toBeGreaterThan(20);
  });

  it('stand at the foot of the page that marks them, with the number of the mark', () => {
    const structured = new Set<string>();
    for (const page of built().document.pages) {
      const { marks, labels } = numbersOf(built(), page);
      expect(distinct(labels)).toEqual(distinct(marks));
      const marked = pairs(marks);
      for (const label of pairs(labels)) {
        expect(marked).toContain(label);
        structured.add(label);
      }
    }
    expect(structured.size).toBeGreaterThan(20);
  });

  it('are read back as they are printed: the same numbers, a Note each, and no fault of tagging', () => {
    const { facts, document, bytes } = built();
    document.pages.forEach((page, index) => {
      const { marks, labels } = numbersOf(built(), page);
      const tags = allTags(facts.pages[index]?.tags ?? []);
      const heads = tags.filter(({ type }) => type === 'Note').flatMap((note) => allTags(note.children));
      const read = heads.filter(({ type }) => type === 'Lbl').map((tag) => textIn(tag));
      const own = labels.filter(({ note }) => note !== undefined);
      expect(read.filter((text) => /^\d+$/.test(text)).sort()).toEqual(own.map(({ number }) => number).sort());
      const cited = tags.filter(({ type }) => type === 'Reference').map((tag) => textIn(tag));
      for (const number of distinct(marks.filter(({ note }) => own.some((one) => one.note === note))))
        expect(cited).toContain(number);
    });
    const verdict = preflight(bytes, ['ua1']);
    expect(verdict.ok && verdict.value.findings.filter(({ severity }) => severity === 'fail')).toEqual([]);
    const notes = document.structure.filter((node) => node.tag.type === 'Note');
    expect(new Set(notes.map((node) => node.tag.id)).size).toBe(notes.length);
  });

  it('are no figures of the report when it is called, nor hide the numbers that pairs are counted by', async () => {
    const figures = await calledFigures(edition, built());
    const bare = figures.filter(
      ({ figure, piece }) => piece.text.trim() === figure.text && /^\d{1,2}$/.test(figure.text),
    );
    expect(bare.filter(({ account }) => account === undefined)).toEqual([]);
    expect(figures.length).toBeGreaterThan(500);
    if (edition === 'bilingual') expect(bare.length).toBeGreaterThan(5);
  });
});

function never(): never {
  throw new Error('no such edition');
}
