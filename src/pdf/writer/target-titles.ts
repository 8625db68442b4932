import type { Lang } from '../../core/index.ts';
import type { PlacedDocument, PlacedItem, PlacedLine } from '../placed.ts';

/** What stands at the targets of links, in words. */
export interface TargetTitles {
  /** The heading or caption of a block, else its first words; in the language asked for, where the block has it. */
  of(target: string, lang: Lang): string | undefined;
}

/** Words are taken until there are this many characters, and cut beyond that many; those of Chinese say twice as much. */
const ENOUGH = 6;
const MOST: Readonly<Record<Lang, number>> = { zh: 48, en: 96 };
/** Texts looked at before a block is taken as it begins. */
const REACH = 40;

/** One paragraph or heading in a block. */
interface Passage {
  readonly text: string;
  readonly lang: Lang;
  readonly heading: boolean;
}

/** Indexes the text of a document when the first title is asked for. */
export function createTargetTitles(document: PlacedDocument): TargetTitles {
  let index: TextIndex | undefined;
  const known = new Map<string, readonly Passage[]>();
  const passagesAt = (target: string): readonly Passage[] => {
    index ??= indexText(document);
    const found = known.get(target) ?? passagesOf(document, index, target);
    known.set(target, found);
    return found;
  };
  return {
    of(target, lang) {
      const passages = passagesAt(target);
      const headings = passages.filter((passage) => passage.heading);
      const words = joinWords(inLanguage(headings.slice(0, 2), lang, 1) ?? inLanguage(passages, lang) ?? []);
      return words === '' ? undefined : words;
    },
  };
}

/** The passages in a language; where there are none, those in the other. */
function inLanguage(passages: readonly Passage[], lang: Lang, most = REACH): readonly Passage[] | undefined {
  const own = passages.filter((passage) => passage.lang === lang);
  const chosen = own.length === 0 ? passages : own;
  return chosen.length === 0 ? undefined : chosen.slice(0, most);
}

function joinWords(passages: readonly Passage[]): string {
  let words = '';
  for (const { text } of passages) {
    if (words.length >= ENOUGH) break;
    words = words === '' ? text : `${words} ${text}`;
  }
  const most = MOST[passages[0]?.lang ?? 'en'];
  if (words.length <= most) return words;
  const cut = words.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2)).trimEnd()}…`;
}

interface TextIndex {
  /** Lines of each structure node, in reading order. */
  readonly lines: ReadonlyMap<number, readonly PlacedLine[]>;
  readonly langs: readonly Lang[];
  /** The node that opens each block. */
  readonly nodes: ReadonlyMap<string, number>;
}

function indexText(document: PlacedDocument): TextIndex {
  const lines = new Map<number, PlacedLine[]>();
  for (const page of document.pages) {
    for (const item of page.items) {
      if (item.kind !== 'line' || !('node' in item.role)) continue;
      const known = lines.get(item.role.node);
      if (known === undefined) lines.set(item.role.node, [item]);
      else known.push(item);
    }
  }
  const langs: Lang[] = [];
  const nodes = new Map<string, number>();
  for (const { id, parent, tag, block } of document.structure) {
    langs[id] = tag.lang ?? (parent === undefined ? document.lang : (langs[parent] ?? document.lang));
    if (block !== undefined && !nodes.has(block)) nodes.set(block, id);
  }
  return { lines, langs, nodes };
}

function passagesOf(document: PlacedDocument, index: TextIndex, target: string): readonly Passage[] {
  const node = index.nodes.get(target);
  const nodes = node === undefined ? nodesInBox(document, target) : nodesUnder(document, node);
  return nodes.flatMap((id): readonly Passage[] => {
    const text = readLines(index.lines.get(id) ?? []);
    return text === '' ? [] : [{ text, lang: index.langs[id] ?? document.lang, heading: isHeading(document, id) }];
  });
}

/** A node and those below it: ids count on in reading order. After a heading may stand the same in the other language. */
function nodesUnder(document: PlacedDocument, from: number): readonly number[] {
  const { structure } = document;
  if (isHeading(document, from))
    return structure[from + 1]?.tag.type === structure[from]?.tag.type ? [from, from + 1] : [from];
  const ids = [from];
  for (let id = from + 1; id < structure.length && ids.length < REACH; id += 1) {
    const parent = structure[id]?.parent;
    if (parent === undefined || parent < from) break;
    ids.push(id);
  }
  return ids;
}

/** A block without an element of its own is known by its place. */
function nodesInBox(document: PlacedDocument, target: string): readonly number[] {
  const box = document.placements.get(target)?.boxes[0];
  if (box === undefined) return [];
  const ids = new Set<number>();
  for (const item of document.pages[box.page]?.items ?? []) {
    if (!('node' in item.role) || !standsIn(item, box)) continue;
    ids.add(item.role.node);
    if (ids.size >= REACH) break;
  }
  return [...ids];
}

function standsIn({ x, y }: PlacedItem, box: { x: number; y: number; width: number; height: number }): boolean {
  return x >= box.x - 1 && x < box.x + box.width && y >= box.y && y <= box.y + box.height + 1;
}

function isHeading({ structure }: PlacedDocument, id: number): boolean {
  for (let node: number | undefined = id; node !== undefined; node = structure[node]?.parent) {
    const type = structure[node]?.tag.type ?? 'P';
    if (type === 'Caption' || /^H[1-6]$/.test(type)) return true;
  }
  return false;
}

/** Lines as one text, a word that was divided at a line's end joined again. */
function readLines(lines: readonly PlacedLine[]): string {
  let text = '';
  for (const { line } of lines) {
    const divided = text.endsWith('\u00ad');
    const apart = text !== '' && !divided && /[\x21-\x7e]$/.test(text) && /^[\x21-\x7e]/.test(line.text);
    text = `${divided ? text.slice(0, -1) : text}${apart ? ' ' : ''}${line.text.trim()}`;
  }
  return text.replace(/[\u00ad\u2060\u200b]/gu, '');
}
