import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { Edition, Lang } from '../../src/core/index.ts';
import type { PageFacts, PdfFacts, TagFacts, TextFacts } from '../../src/inspect/index.ts';
import { editionFacts } from './built-editions.ts';

/** An edition of the ferry company's report: what its file holds, and where its blocks stand by its own account. */
export interface FerryEdition {
  readonly facts: PdfFacts;
  /** Index of the page on which a block begins. */
  pageOf(block: string): number;
  /** The page on which a block begins, and the next, to which it may run on. */
  reading(block: string): Reading;
  readonly whole: Reading;
}

/** Running text as each language joins its lines: Chinese without any space, English with one. */
export interface Reading {
  readonly zh: string;
  readonly en: string;
}

interface ReportFile {
  readonly editions: readonly {
    readonly edition: Edition;
    readonly anchors: Readonly<Record<string, { readonly page: number }>>;
  }[];
}

/** Reads one edition of the ferry company's report back. */
export async function ferryEdition(edition: Edition): Promise<FerryEdition> {
  const facts = await editionFacts('ferry', edition);
  const report = JSON.parse(await readFile(join(inject('ferry'), 'report.json'), 'utf8')) as ReportFile;
  const anchors = report.editions.find((one) => one.edition === edition)?.anchors ?? {};
  const pageOf = (block: string): number => {
    const anchor = anchors[block];
    if (anchor === undefined) throw new Error(`${block} stands nowhere in the ${edition} edition`);
    return anchor.page - 1;
  };
  return {
    facts,
    pageOf,
    reading: (block) => readingOf(facts.pages.slice(pageOf(block), pageOf(block) + 2)),
    whole: readingOf(facts.pages),
  };
}

/** The text of pages without heads and feet. */
export function readingOf(pages: readonly PageFacts[]): Reading {
  const lines = pages.map((page) => linesOf(page.items.filter((item) => !item.artifact)).join('\n')).join('\n');
  return { zh: lines.replace(/\s+/gu, ''), en: joinWords(lines) };
}

/** Text of a structure element and of what it holds, spaces joined to one. */
export function textOf(tag: TagFacts): string {
  return joinWords(ownText(tag)).trim();
}

/** Structure elements of a type, in reading order, those inside others included. */
export function tagsOf(tags: readonly TagFacts[], type: string): readonly TagFacts[] {
  return tags.flatMap((tag) => [...(tag.type === type ? [tag] : []), ...tagsOf(tag.children, type)]);
}

/** A text as the reading of its language has it. */
export function formOf(text: string, lang: Lang): string {
  return lang === 'zh' ? text.replace(/\s+/gu, '') : text;
}

function ownText(tag: TagFacts): string {
  return [tag.text, ...tag.children.map(ownText)].join('');
}

/** White space joined to one space; the gaps beside a mark and after a tag are none. */
function joinWords(lines: string): string {
  return lines
    .replace(/\u00ad\s*/gu, '')
    .replace(/[\s\u00a0]+/gu, ' ')
    .replace(/◇ /g, '◇')
    .replace(/ (?=[.,;])/g, '');
}

/** Lines from items in the order of the file: a line ends where the next item stands further left. */
export function linesOf(items: readonly TextFacts[]): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let end = Number.NEGATIVE_INFINITY;
  for (const item of items) {
    if (item.x < end - item.size) {
      lines.push(line);
      line = '';
    }
    line += item.text;
    end = item.x + item.width;
  }
  return [...lines, line];
}
