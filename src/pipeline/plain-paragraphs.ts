import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml';
import { type Diagnostic, diagnose, type Lang, type Outcome, outcome, type Span } from '../core/index.ts';
import { guessLanguage } from '../typeset/index.ts';

/** A paragraph of plain text, with its language and its place in the file. */
export interface PlainParagraph {
  readonly id: string;
  readonly text: string;
  readonly lang: Lang;
  readonly span: Span;
}

const GROUPS = ['zh', 'en', 'mixed'] as const;

/**
 * Reads a file of plain paragraphs, `{zh: [{id, text}], en: […], mixed: […]}`. Texts are taken as they are: no references,
 * no normalization, since what is set is compared with what was written, code point by code point.
 * Emits C001 for a file that is not YAML, C003 for one of another shape.
 */
export function readPlainParagraphs(file: string, source: string): Outcome<readonly PlainParagraph[]> {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, schema: 'failsafe' });
  const place = (node: Node | null | undefined): Span => spanOf(file, lines, node);
  const faults: Diagnostic[] = document.errors.map((error) =>
    diagnose('C001', error.message.split('\n')[0] ?? 'the file is not YAML', {
      span: spanOfRange(file, lines, error.pos[0], error.pos[1]),
    }),
  );
  const root = document.contents;
  const paragraphs: PlainParagraph[] = [];
  if (faults.length === 0 && !isMap(root)) faults.push(wrongShape(place(root)));
  for (const group of faults.length === 0 && isMap(root) ? GROUPS : []) {
    const list = (root as YAMLMap).get(group, true);
    if (list === undefined) continue;
    if (!isSeq(list)) {
      faults.push(wrongShape(place(list)));
      continue;
    }
    for (const entry of list.items) {
      const read = isMap(entry) ? readEntry(entry, group, place) : undefined;
      if (read === undefined) faults.push(wrongShape(place(entry as Node)));
      else paragraphs.push(read);
    }
  }
  return outcome(paragraphs, faults);
}

function readEntry(
  entry: YAMLMap,
  group: (typeof GROUPS)[number],
  place: (node: Node) => Span,
): PlainParagraph | undefined {
  const id = entry.get('id', true);
  const text = entry.get('text', true);
  if (!isScalar(id) || !isScalar(text)) return undefined;
  const content = String(text.value ?? '');
  const lang = group === 'mixed' ? guessLanguage(content) : group;
  return { id: String(id.value), text: content, lang, span: place(text) };
}

function wrongShape(span: Span): Diagnostic {
  return diagnose('C003', 'the file holds something else than plain paragraphs', {
    span,
    expected: '{zh: [{id, text}], en: [{id, text}], mixed: [{id, text}]}',
    hints: ['list paragraphs under zh, en or mixed, each with an id and a text'],
  });
}

function spanOf(file: string, lines: LineCounter, node: Node | null | undefined): Span {
  const [start, end] = node?.range ?? [0, 0];
  return spanOfRange(file, lines, start, end);
}

function spanOfRange(file: string, lines: LineCounter, start: number, end: number): Span {
  const point = (offset: number): Span['start'] => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col), offset };
  };
  return { file, start: point(start), end: point(end) };
}
