import type { Document, Node, Pair } from 'yaml';
import { type Diagnostic, diagnose } from '../core/index.ts';
import type { LineMap } from './line-map.ts';
import { checkNesting, MAX_DEPTH, tooDeep } from './nesting.ts';
import type { MapEntry, Range, ScalarNode, ScalarStyle, SourceNode } from './tree.ts';
import { yamlPackage } from './yaml-package.ts';
import { syntaxDiagnostic } from './yaml-syntax.ts';

/** Nodes that aliases may add to a file. Content has little use for aliases; an honest one repeats a label. */
const MAX_ALIAS_NODES = 10_000;

interface Walk {
  readonly text: string;
  readonly lines: LineMap;
  readonly diagnostics: Diagnostic[];
  aliasNodes: number;
  exhausted: boolean;
  reported: boolean;
  /** Whether a part of the file was left out of the tree. */
  cut: boolean;
}

/** A tree, whole or not at all, and what was wrong on the way. */
export interface ParsedTree {
  /** Undefined when what stands in the file cannot be known; a key that stands twice or a folded text leave a tree. */
  readonly root: SourceNode | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Parses the text of one file to a tree of maps, lists and scalars that are all text.
 * Emits C001 (syntax), C005 (duplicate key), C010 (NUL or lone surrogate by escape), C012 (alias bomb),
 * C013 (too deep), C020 (folded Chinese).
 */
export function parseTree(text: string, lines: LineMap): ParsedTree {
  const deep = checkNesting(text, lines);
  if (deep !== undefined) return { root: undefined, diagnostics: [deep] };
  const documents = yamlPackage().parseAllDocuments(text, {
    schema: 'failsafe',
    stringKeys: true,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const [document, second]: readonly (Document | undefined)[] = Array.isArray(documents) ? documents : [];
  const faults = firstOfEachLine(
    [document, second]
      .flatMap((d) => [...(d?.errors ?? []), ...(d?.warnings ?? [])])
      .map((e) => syntaxDiagnostic(e, text, lines)),
  );
  if (second !== undefined) faults.push(secondDocument(second.range?.[0] ?? 0, lines));
  if (faults.length > 0) return { root: undefined, diagnostics: faults };
  if (document?.contents == null) return { root: undefined, diagnostics: [emptyFile(lines)] };
  const walk: Walk = { text, lines, diagnostics: [], aliasNodes: 0, exhausted: false, reported: false, cut: false };
  const root = convert(document.contents, document, walk, { depth: 0, inAlias: false });
  return { root: walk.cut ? undefined : root, diagnostics: walk.diagnostics };
}

function emptyFile(lines: LineMap): Diagnostic {
  return diagnose('C001', 'the file is empty', {
    span: lines.span(0, 0),
    hints: ['begin it with `schema: NAME/1`'],
  });
}

function secondDocument(start: number, lines: LineMap): Diagnostic {
  return diagnose('C001', 'a second document begins here', {
    span: lines.span(start, start + 1),
    hints: ['a file holds one document: remove the `---` or move the rest to its own file'],
  });
}

/** A fault that stops the parser makes it stumble over the rest of the line, which tells the author nothing new. */
function firstOfEachLine(faults: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Set<number | undefined>();
  return faults.filter((fault) => {
    const line = fault.span?.start.line;
    if (seen.has(line)) return false;
    seen.add(line);
    return true;
  });
}

interface Where {
  readonly depth: number;
  readonly inAlias: boolean;
}

function convert(node: unknown, document: Document, walk: Walk, where: Where): SourceNode {
  const { isAlias, isMap, isScalar, isSeq } = yamlPackage();
  if (isAlias(node)) return resolveAlias(node, document, walk, where);
  const range = rangeOf(node as Node | null);
  if (where.depth > MAX_DEPTH) {
    walk.cut = true;
    walk.diagnostics.push(tooDeep(walk.lines, range.start, `more than ${MAX_DEPTH} levels`));
    return blank(range);
  }
  if (where.inAlias) {
    walk.aliasNodes += 1;
    if (walk.aliasNodes > MAX_ALIAS_NODES) {
      walk.exhausted = true;
      walk.cut = true;
    }
    if (walk.exhausted) return blank(range);
  }
  const below = { depth: where.depth + 1, inAlias: where.inAlias };
  if (isMap(node)) {
    return {
      kind: 'map',
      ...range,
      entries: mapEntries(node.items, walk, (value) => convert(value, document, walk, below)),
    };
  }
  if (isSeq(node))
    return { kind: 'seq', ...range, items: node.items.map((item) => convert(item, document, walk, below)) };
  if (isScalar(node)) return convertScalar(String(node.value ?? ''), styleOf(node.type), range, walk);
  return blank(range);
}

function resolveAlias(
  node: { source: string; resolve(d: Document): unknown; range?: unknown },
  document: Document,
  walk: Walk,
  where: Where,
): SourceNode {
  const range = rangeOf(node as unknown as Node);
  const target = node.resolve(document);
  const span = walk.lines.span(range.start, range.end);
  if (target === undefined) {
    walk.cut = true;
    walk.diagnostics.push(diagnose('C001', `no anchor &${node.source} stands before this alias`, { span }));
    return blank(range);
  }
  const resolved = convert(target, document, walk, { depth: where.depth + 1, inAlias: true });
  if (walk.exhausted && !where.inAlias && !walk.reported) {
    walk.reported = true;
    walk.diagnostics.push(
      diagnose('C012', `the alias *${node.source} makes the aliases of this file more than ${MAX_ALIAS_NODES} values`, {
        span,
        hints: ['write the values out, or refer to them by id'],
      }),
    );
  }
  return resolved;
}

function mapEntries(pairs: readonly Pair[], walk: Walk, toNode: (value: unknown) => SourceNode): readonly MapEntry[] {
  const entries = new Map<string, MapEntry>();
  for (const pair of pairs) {
    const keyRange = rangeOf(pair.key as Node | null);
    const key = yamlPackage().isScalar(pair.key) ? String(pair.key.value ?? '') : '';
    const value = pair.value == null ? blank({ start: keyRange.end, end: keyRange.end }) : toNode(pair.value);
    const first = entries.get(key);
    if (first === undefined) {
      entries.set(key, { key, keyStart: keyRange.start, keyEnd: keyRange.end, value });
      continue;
    }
    walk.diagnostics.push(
      diagnose('C005', `the key \`${key}\` stands twice`, {
        span: walk.lines.span(keyRange.start, keyRange.end),
        related: [{ span: walk.lines.span(first.keyStart, first.keyEnd), note: 'the first stands here' }],
        hints: ['remove one of them: YAML would silently keep the last'],
      }),
    );
  }
  return [...entries.values()];
}

function convertScalar(text: string, style: ScalarStyle, range: Range, walk: Walk): ScalarNode {
  const span = walk.lines.span(range.start, range.end);
  if (text.includes('\0') || LONE_SURROGATE.test(text)) {
    const what = text.includes('\0') ? 'a NUL' : 'a lone surrogate';
    const inside = /\\(?:0|x00|u0000|u[dD][89a-fA-F]..)/.exec(walk.text.slice(range.start, range.end));
    const at = range.start + (inside?.index ?? 0);
    const byte = new TextEncoder().encode(walk.text.slice(0, at)).length;
    walk.diagnostics.push(
      diagnose('C010', `an escape makes ${what}, at byte ${byte}`, {
        span: inside === null ? span : walk.lines.span(at, at + inside[0].length),
        hints: ['write the character itself instead of an escape'],
      }),
    );
  }
  const source = walk.text.slice(range.start, range.end);
  if (foldsChinese(text, source, style)) {
    walk.diagnostics.push(
      diagnose('C020', 'a line end in this text would become a space between Chinese characters', {
        span,
        hints: ['put the text on one line, or use `|-`: its line ends are closed up between Chinese characters'],
      }),
    );
  }
  return { kind: 'scalar', ...range, text, style };
}

const HAN = /\p{Script=Han}/u;
/** In a pattern with `u`, a surrogate that is half of a pair is not a surrogate. */
const LONE_SURROGATE = /\p{Cs}/u;

function foldsChinese(text: string, source: string, style: ScalarStyle): boolean {
  if (style === 'literal' || !HAN.test(text)) return false;
  if (style === 'folded') return true;
  return /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF][ \t]*\n[ \t\n]*[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]/u.test(
    source,
  );
}

function blank(range: Range): ScalarNode {
  return { kind: 'scalar', ...range, text: '', style: 'plain' };
}

function rangeOf(node: Node | null): Range {
  const range = node?.range;
  return range ? { start: range[0], end: range[1] } : { start: 0, end: 0 };
}

function styleOf(type: string | undefined): ScalarStyle {
  if (type === 'QUOTE_SINGLE') return 'single';
  if (type === 'QUOTE_DOUBLE') return 'double';
  if (type === 'BLOCK_LITERAL') return 'literal';
  return type === 'BLOCK_FOLDED' ? 'folded' : 'plain';
}
