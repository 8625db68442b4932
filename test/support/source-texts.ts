import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Lang } from '../../src/core/index.ts';

const root = join(import.meta.dirname, '../..');

/** Both projects, by where their content lies. */
const PROJECTS = { showcase: root, ferry: join(root, 'test/fixtures/sample-report') } as const;

export type Project = keyof typeof PROJECTS;

/** Anything in a content file. */
type Node = string | number | boolean | null | readonly Node[] | { readonly [key: string]: Node };

/** A block as its author wrote it. */
export interface SourceBlock {
  readonly id?: string;
  readonly type: string;
  readonly zh?: string;
  readonly en?: string;
  readonly alt?: Readonly<Record<Lang, string>>;
}

/** A chapter, or a part of the report such as its highlights. */
export interface SourceChapter {
  readonly id: string;
  readonly title: Readonly<Record<Lang, string>>;
  readonly blocks: readonly SourceBlock[];
}

/** One file of the content, straight from the disk: nothing that sets pages has seen it. */
export function sourceFile<T>(project: Project, path: string): T {
  return parse(readFileSync(join(PROJECTS[project], 'content', path), 'utf8')) as T;
}

/** All files of a folder of the content, by their names. */
export function sourceFiles<T>(project: Project, folder: string): readonly T[] {
  return readdirSync(join(PROJECTS[project], 'content', folder))
    .sort()
    .map((name) => sourceFile<T>(project, `${folder}/${name}`));
}

/** The chapters in the order of the report. */
export function sourceChapters(project: Project): readonly SourceChapter[] {
  const { body } = sourceFile<{ readonly body: readonly string[] }>(project, 'report.yaml');
  const all = sourceFiles<SourceChapter>(project, 'chapters');
  return body.flatMap((id) => all.find((chapter) => chapter.id === id) ?? []);
}

/** Chapters and parts, each named, in the order of the report. */
export function sourceSections(project: Project): readonly SourceChapter[] {
  const report = sourceFile<Readonly<Record<string, Node>>>(project, 'report.yaml');
  const chapters = sourceFiles<SourceChapter>(project, 'chapters');
  const names = [report['front'], report['body'], report['back']].flatMap((part) => part as readonly string[]);
  return names.flatMap((id) => {
    const part = report[id] as unknown as Partial<SourceChapter> | undefined;
    if (part?.title !== undefined) return [{ id, title: part.title, blocks: part.blocks ?? [] }];
    return chapters.find((chapter) => chapter.id === id) ?? [];
  });
}

/** Keys of what is not heard as text of its own: pictures are heard by their alternative texts, which have a test. */
const UNHEARD: ReadonlySet<string> = new Set(['alt', 'marks', 'series', 'translated_from']);

/** Every text of a block that its author wrote in both languages, in the order of the file. */
export function textsOf(block: SourceBlock, lang: Lang): readonly string[] {
  const texts: string[] = [];
  const visit = (node: Node): void => {
    if (typeof node !== 'object' || node === null) return;
    if (Array.isArray(node)) {
      for (const item of node as readonly Node[]) visit(item);
      return;
    }
    const entries = node as Readonly<Record<string, Node>>;
    const { zh, en, text, title, ...rest } = entries;
    // A title stands above what it names, wherever the author put it.
    if (title !== undefined) visit(title);
    if (typeof zh === 'string' && typeof en === 'string') texts.push(lang === 'zh' ? zh : en);
    if (text !== undefined) visit(text);
    for (const [key, value] of Object.entries(rest)) if (!UNHEARD.has(key)) visit(value);
  };
  visit(block as unknown as Node);
  return texts;
}

/** The text that each block with an id begins with, of chapters and parts. */
export function firstTexts(project: Project, lang: Lang): ReadonlyMap<string, string> {
  const blocks = sourceSections(project).flatMap((section) => section.blocks);
  return new Map(
    blocks.flatMap((block) => (block.id === undefined ? [] : [[block.id, textsOf(block, lang)[0] ?? '']])),
  );
}

/** The longest stretch near the beginning of a text that cites nothing, as long as one line holds. */
export function beginning(text: string): string {
  const pieces = text.slice(0, 160).split(/\{\{[^}]*(?:\}\}|\}?$)|\*\*|[[\]]/);
  return (
    [...pieces]
      .sort((a, b) => b.length - a.length)[0]
      ?.slice(0, 24)
      .trim() ?? ''
  );
}

/**
 * What a text says whatever its figures are: its words in order, with anything where it cites, and no spaces.
 * @param whole nothing else is said beside it, but for marks at its ends
 */
export function wordsOf(source: string, whole = true): RegExp {
  const pieces = source
    .split(/\{\{[^}]*\}\}/)
    .map((piece) => piece.replace(/\*\*|\[|\]\([^)]*\)|[\s*]/g, ''))
    .map((piece) =>
      piece
        .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
        .replace(/['’]/g, "[’']")
        .replace(/["“”]/g, '["“”]')
        // Plain formulas are set with real subscripts.
        .replace(/(?<=[NS]O)x/g, '[xₓ]')
        .replace(/[0-9]/g, (digit) => `[${digit}${SUBSCRIPTS[Number(digit)] ?? ''}]`),
    );
  const words = pieces.join('[^]{0,120}?');
  return new RegExp(whole ? `^[^]{0,12}?${words}[^]{0,12}$` : words, 'u');
}

const SUBSCRIPTS = [...'₀₁₂₃₄₅₆₇₈₉'];
