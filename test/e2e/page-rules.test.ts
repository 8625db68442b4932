import { describe, expect, it } from 'vitest';
import { EDITIONS } from '../../src/core/index.ts';
import type { PlacedDocument, PlacedItem } from '../../src/pdf/placed.ts';
import { elementOf, inkOf, placedEdition, type ReadLine, readLines } from '../support/placed-editions.ts';

const HEADING = /^H[1-6]$/;
const NOTE = /^Note$/;
/** Drawings of charts are as wide as this, those of tiles are not, pt. */
const WIDE = 150;

describe.each(['showcase', 'ferry'] as const)('pages of the %s', (project) => {
  it.each(EDITIONS)(
    '%s: every note begins on a page that marks it, and every mark has its note there',
    async (edition) => {
      const document = await placedEdition(project, edition);
      const begun = new Set<number>();
      const wrong: string[] = [];
      let marks = 0;
      for (const page of document.pages) {
        const lines = readLines(document, page);
        const cited = new Set(page.items.flatMap((item) => (item.kind === 'line' ? item.line.notes : [])));
        const printed = new Set<string>();
        for (const line of lines) {
          const note = elementOf(line, NOTE);
          if (note === undefined || begun.has(note.id)) continue;
          printed.add(idOf(note.tag.id));
          begun.add(note.id);
        }
        marks += cited.size;
        for (const id of cited) if (!printed.has(id)) wrong.push(`page ${page.label} marks ${id} without its note`);
        for (const id of printed) if (!cited.has(id)) wrong.push(`page ${page.label} prints ${id} without a mark`);
      }
      expect(wrong).toEqual([]);
      expect(marks).toBeGreaterThan(5);
    },
  );

  it.each(EDITIONS)('%s: no heading is the last thing on its page or column', async (edition) => {
    const document = await placedEdition(project, edition);
    const alone: string[] = [];
    let headings = 0;
    for (const page of document.pages) {
      const lines = readLines(document, page).filter((line) => elementOf(line, NOTE) === undefined);
      const bodies = lines.filter((line) => elementOf(line, HEADING) === undefined);
      const pictures = page.items.filter((item) => item.kind !== 'line' && 'node' in item.role);
      for (const line of lines.filter((each) => elementOf(each, HEADING) !== undefined)) {
        headings += 1;
        const right = line.x + line.measure;
        const under = bodies.some((body) => body.y > line.y && body.x < right && body.x + body.measure > line.x);
        const picture = pictures.some((each) => each.y > line.y - 1);
        if (!under && !picture) alone.push(`page ${page.label}: ${line.line.text}`);
      }
    }
    expect(alone).toEqual([]);
    expect(headings).toBeGreaterThan(15);
  });

  it.each(EDITIONS)(
    '%s: no line of a paragraph stands alone at the head or foot of a page or column',
    async (edition) => {
      const document = await placedEdition(project, edition);
      const paragraphs = partsOf(document);
      const broken = paragraphs.filter((parts) => parts.length > 1);
      const single = broken.flatMap((parts) => parts.filter((part) => part.length < 2));
      expect(single.map(([line]) => line?.line.text)).toEqual([]);
      expect(paragraphs.length).toBeGreaterThan(300);
    },
  );

  it.each(EDITIONS)('%s: no chart of a chapter is on a page before a paragraph written before it', async (edition) => {
    const document = await placedEdition(project, edition);
    const chapters = document.pages.filter((page) => /^(text|parallel)\./.test(page.master));
    const pageOf = new Map<number, number>();
    const charts = new Set<number>();
    chapters.forEach((page, index) => {
      for (const line of readLines(document, page)) {
        const node = elementOf(line, NOTE) === undefined ? elementOf(line, /^(P|H[1-6])$/) : undefined;
        if (node !== undefined && !pageOf.has(node.id)) pageOf.set(node.id, index);
      }
      for (const item of page.items) {
        if (item.kind !== 'drawing' || !('node' in item.role) || item.drawing.width < WIDE) continue;
        charts.add(item.role.node);
        pageOf.set(item.role.node, index);
      }
    });
    const early: number[] = [];
    let reached = 0;
    for (const [node, page] of [...pageOf].toSorted(([a], [b]) => a - b)) {
      if (!charts.has(node)) reached = Math.max(reached, page);
      else if (page < reached) early.push(page);
    }
    expect(early).toEqual([]);
    expect(charts.size).toBeGreaterThan(5);
  });

  it.each(EDITIONS)('%s: no heading breaks over a page or column', async (edition) => {
    const document = await placedEdition(project, edition);
    const headings = partsOf(document).filter((parts) => {
      const line = parts[0]?.[0];
      return line !== undefined && elementOf(line, HEADING) !== undefined;
    });
    const broken = headings.filter((parts) => parts.length > 1);
    expect(broken.map((parts) => parts[0]?.[0]?.line.text)).toEqual([]);
    expect(headings.length).toBeGreaterThan(15);
  });

  it.each(EDITIONS)('%s: no word is hyphenated over a page or column', async (edition) => {
    const document = await placedEdition(project, edition);
    const cut = partsOf(document).flatMap((parts) => parts.slice(0, -1).flatMap((part) => part.at(-1) ?? []));
    expect(cut.filter((line) => line.line.end === 'hyphen').map((line) => line.line.text)).toEqual([]);
  });

  it.each(EDITIONS)('%s: nothing that is read out leaves the trim, nor any text of furniture', async (edition) => {
    const document = await placedEdition(project, edition);
    const outside = document.pages.flatMap((page) =>
      page.items.flatMap((item) => {
        const [left, top, right, bottom] = boxOf(item);
        const inside = left > -0.5 && top > -0.5 && right < page.width + 0.5 && bottom < page.height + 0.5;
        const said = item.kind === 'line' ? item.line.text : item.kind;
        return inside || (item.kind !== 'line' && !('node' in item.role)) ? [] : [`page ${page.label}: ${said}`];
      }),
    );
    expect(outside).toEqual([]);
  });

  it.each(EDITIONS)('%s: no text stands over other text', async (edition) => {
    const document = await placedEdition(project, edition);
    expect(document.pages.flatMap((page) => overlapsOf(page))).toEqual([]);
  });

  it('bilingual: both languages of a paragraph start level', async () => {
    const document = await placedEdition(project, 'bilingual');
    const { pairs, uneven } = levelStarts(document);
    expect(uneven).toEqual([]);
    expect(pairs).toBeGreaterThan(30);
  });
});

/** Left, top, right and bottom, pt. */
function boxOf(item: PlacedItem): readonly [number, number, number, number] {
  if (item.kind === 'line') {
    const [left, right] = item.line.items.length === 0 ? [item.x, item.x] : inkOf(item);
    return [left, item.y, right, item.y];
  }
  const { width, height } = item.kind === 'image' ? item : item.drawing;
  return [item.x, item.y, item.x + width, item.y + height];
}

/** A note that is printed again on another page has a suffix to its id. */
function idOf(id: string | undefined): string {
  return (id ?? '').replace(/-\d+$/, '');
}

/** The lines of each paragraph, part by part as pages and columns hold them. */
function partsOf(document: PlacedDocument): readonly (readonly (readonly ReadLine[])[])[] {
  const paragraphs: ReadLine[][][] = [];
  const open = new Map<number, { readonly place: string; readonly parts: ReadLine[][] }>();
  document.pages.forEach((page, index) => {
    for (const line of readLines(document, page)) {
      const id = line.within[0]?.id ?? -1;
      const place = `${index} ${line.x.toFixed(1)}`;
      const last = open.get(id);
      const parts = last?.parts ?? [];
      if (last === undefined) paragraphs.push(parts);
      if (last?.place === place) parts.at(-1)?.push(line);
      else parts.push([line]);
      if (line.line.end === 'last') open.delete(id);
      else open.set(id, { place, parts });
    }
  });
  return paragraphs;
}

interface Box {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Heights of letters over and under the baseline, in parts of the size. */
const ASCENT = 0.66;
const DESCENT = 0.1;

/** Pairs of lines whose letters touch. */
function overlapsOf(page: PlacedDocument['pages'][number]): readonly string[] {
  const boxes = page.items.flatMap((item): readonly Box[] => {
    if (item.kind !== 'line') return [];
    const sizes = item.line.items.map((one) => (one.kind === 'glyphs' ? one.size : 0));
    const size = Math.max(0, ...sizes);
    if (size === 0) return [];
    const [left, right] = inkOf(item);
    return [{ text: item.line.text, left, right, top: item.y - ASCENT * size, bottom: item.y + DESCENT * size }];
  });
  const sorted = [...boxes].sort((a, b) => a.top - b.top);
  const found: string[] = [];
  sorted.forEach((a, i) => {
    for (const b of sorted.slice(i + 1)) {
      if (b.top >= a.bottom) break;
      if (a.left < b.right - 0.5 && b.left < a.right - 0.5) found.push(`page ${page.label}: ${a.text} / ${b.text}`);
    }
  });
  return found;
}

const SIDE = /\/(zh|en)(?=$|#)/;

/** First lines of the two languages of one text that stand side by side on a page. */
function levelStarts(document: PlacedDocument): { readonly pairs: number; readonly uneven: readonly string[] } {
  const uneven: string[] = [];
  let pairs = 0;
  for (const page of document.pages) {
    const firsts = new Map<string, ReadLine>();
    for (const line of readLines(document, page)) {
      if (elementOf(line, NOTE) === undefined && !firsts.has(line.origin)) firsts.set(line.origin, line);
    }
    for (const [origin, zh] of firsts) {
      if (SIDE.exec(origin)?.[1] !== 'zh') continue;
      const en = firsts.get(origin.replace(SIDE, '/en'));
      if (en === undefined || en.x < zh.x + zh.measure) continue;
      pairs += 1;
      if (Math.abs(en.y - zh.y) >= 0.1) uneven.push(`page ${page.label}: ${zh.line.text} / ${en.line.text}`);
    }
  }
  return { pairs, uneven };
}
