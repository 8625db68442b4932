import type { InlineItem } from './paragraph.ts';

/** Han, kana and full-width forms: between two of them, or at one, a line end of a template is no space. */
const WIDE = /[\u2e80-\u303f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]/;

const BLANK = /[ \t\r\n\f]+/g;
const SOFT = '\n';

/**
 * Collapses white space over all items of a paragraph as HTML does: runs become one space, none stands at the start or the
 * end or beside a forced end of line. A run that holds a line end of the template vanishes beside Chinese, where it is
 * layout of the source and no word space. Source: CSS Text 3, white space processing and segment break transformation.
 */
export function collapseSpace(items: readonly InlineItem[]): readonly InlineItem[] {
  const normal = items.map((item) =>
    item.kind === 'text'
      ? { ...item, text: item.text.replace(BLANK, (run) => (run.includes('\n') ? SOFT : ' ')) }
      : item,
  );
  let before = '';
  const result: InlineItem[] = [];
  for (const [index, item] of normal.entries()) {
    if (item.kind !== 'text') {
      before = edgeOf(item);
      result.push(item);
      continue;
    }
    let text = '';
    for (let i = 0; i < item.text.length; i += 1) {
      const char = item.text.charAt(i);
      if (char !== ' ' && char !== SOFT) {
        text += char;
        before = char;
        continue;
      }
      const after = nextVisible(item.text, i + 1) ?? edgeAfter(normal, index + 1);
      const atEdge = before === '' || after === '' || before === ' ';
      const soft = char === SOFT && (WIDE.test(before) || WIDE.test(after));
      if (atEdge || soft) continue;
      text += ' ';
      before = ' ';
    }
    if (text !== '') result.push({ ...item, text });
  }
  return mergeRuns(result);
}

/** What stands at a non-text item for the purpose of spaces: nothing at forced ends of lines, an object elsewhere. */
function edgeOf(item: InlineItem): string {
  return item.kind === 'newline' || item.kind === 'fill' ? '' : '\ufffc';
}

function nextVisible(text: string, from: number): string | undefined {
  for (let i = from; i < text.length; i += 1) {
    const char = text.charAt(i);
    if (char !== ' ' && char !== SOFT) return char;
  }
  return undefined;
}

function edgeAfter(items: readonly InlineItem[], from: number): string {
  for (let i = from; i < items.length; i += 1) {
    const item = items[i];
    if (item === undefined) break;
    if (item.kind !== 'text') return edgeOf(item);
    const char = nextVisible(item.text, 0);
    if (char !== undefined) return char;
  }
  return '';
}

/** Joins neighbouring runs that differ in nothing but their text. */
function mergeRuns(items: readonly InlineItem[]): readonly InlineItem[] {
  const merged: InlineItem[] = [];
  for (const item of items) {
    const last = merged.at(-1);
    if (last?.kind === 'text' && item.kind === 'text' && sameRun(last, item)) {
      merged[merged.length - 1] = { ...last, text: last.text + item.text };
    } else merged.push(item);
  }
  return merged;
}

type TextItem = Extract<InlineItem, { kind: 'text' }>;

function sameRun(a: TextItem, b: TextItem): boolean {
  return (
    a.lang === b.lang &&
    a.keep === b.keep &&
    a.note === undefined &&
    b.note === undefined &&
    a.tag?.key === b.tag?.key &&
    JSON.stringify(a.style) === JSON.stringify(b.style)
  );
}
