import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inject } from 'vitest';
import { type Edition, type Lang, langsOf } from '../../src/core/index.ts';
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

/** Running text: Chinese without any space, English with its line breaks. */
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
  const read = langsOf(edition).length > 1 ? readingApart : readingOf;
  return {
    facts,
    pageOf,
    reading: (block) => read(facts.pages.slice(pageOf(block), pageOf(block) + 2)),
    whole: read(facts.pages),
  };
}

/** The text of pages without heads and feet. */
export function readingOf(pages: readonly PageFacts[]): Reading {
  const lines = pages.flatMap((page) => flowLines(page).map((line) => line.text));
  return { zh: joinCharacters(lines), en: lines.map(joinWords).join('\n') };
}

/** The same where two languages stand side by side: a paragraph that runs on over a page has its other half in between. */
function readingApart(pages: readonly PageFacts[]): Reading {
  const lines = pages.flatMap((page) => flowLines(page).map((line) => line.text));
  const chinese = lines.filter((line) => HAN.test(line) || !/[A-Za-z]{2}/.test(line));
  const english = lines.filter((line) => !HAN.test(line));
  return { zh: joinCharacters(chinese), en: english.map(joinWords).join('\n') };
}

const HAN = /\p{Script=Han}|[，。；：、]/u;

/** The lines of a page that are read out, in the order of the file. */
export function flowLines(page: PageFacts): readonly LineFacts[] {
  return linesOf(page.items.filter((item) => !item.artifact));
}

/** Text of a structure element and of what it holds, spaces joined to one. */
export function textOf(tag: TagFacts): string {
  return joinWords(ownText(tag)).trim();
}

/** Structure elements of a type, in reading order, those inside others included. */
export function tagsOf(tags: readonly TagFacts[], type: string): readonly TagFacts[] {
  return tags.flatMap((tag) => [...(tag.type === type ? [tag] : []), ...tagsOf(tag.children, type)]);
}

/** A text without what its language does not need to be told apart. */
export function formOf(text: string, lang: Lang): string {
  return lang === 'zh' ? text.replace(/\s+/gu, '') : text;
}

/** Matches a text in the reading of its language: an English line may break at each space, and inside a word at a hyphen that was added. */
export function said(text: string, lang: Lang): RegExp {
  const characters = [...formOf(text, lang)].map((one) => one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (lang === 'zh') return new RegExp(characters.join(''), 'u');
  const pattern = characters.map((one, i) => {
    if (one === ' ') return '[ \\n]';
    return LETTER.test(one) && LETTER.test(characters[i + 1] ?? '') ? `${one}\\n?` : one;
  });
  return new RegExp(pattern.join(''), 'u');
}

const LETTER = /^\p{L}$/u;

function ownText(tag: TagFacts): string {
  return [tag.text, ...tag.children.map(ownText)].join('');
}

function joinCharacters(lines: readonly string[]): string {
  return lines.join('').replace(/\s+/gu, '');
}

/** White space joined to one space; the gaps beside a mark and after a tag are none. */
function joinWords(text: string): string {
  return text
    .replace(/[\s\u00a0]+/gu, ' ')
    .replace(/◇ /g, '◇')
    .replace(/ (?=[.,;])/g, '');
}

/** A line of text and the room it takes; pt, y upwards. */
export interface LineFacts {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

/**
 * Lines from items in the order of the file: a line ends where the next item stands further left, across a gap, or higher
 * or lower than a mark may.
 */
export function linesOf(items: readonly TextFacts[]): readonly LineFacts[] {
  const lines: LineFacts[] = [];
  let line: LineFacts | undefined;
  for (const { text, x, y, width, size } of items) {
    if (text.trim() === '' && width > WIDEST_SPACE) continue;
    const goesOn = line !== undefined && x >= line.right - size && x <= line.right + WIDEST_SPACE;
    if (line !== undefined && goesOn && Math.abs(y - line.y) < HIGHEST_MARK) {
      line = { ...line, text: line.text + text, right: x + width };
      continue;
    }
    if (line !== undefined) lines.push(line);
    line = { text, left: x, right: x + width, y };
  }
  return line === undefined ? lines : [...lines, line];
}

/** pt over or under its line. */
const HIGHEST_MARK = 6;
/** Of a justified line, pt. */
const WIDEST_SPACE = 12;
