import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leanTree } from '../../../src/source/lean-tree.ts';
import { lineMap } from '../../../src/source/line-map.ts';
import { parseTree } from '../../../src/source/parse-tree.ts';
import type { SourceNode } from '../../../src/source/tree.ts';
import { baseProject, filesOf } from '../../support/project-files.ts';

/** A lean tree with the ends that it leaves open taken from the other; undefined for a text that it does not read. */
function closed(lean: SourceNode, full: SourceNode | undefined): SourceNode {
  const end = lean.end < 0 ? (full?.end ?? lean.end) : lean.end;
  if (lean.kind === 'map') {
    const others = full?.kind === 'map' ? full.entries : [];
    const entries = lean.entries.map((entry, i) => ({ ...entry, value: closed(entry.value, others[i]?.value) }));
    return { ...lean, end, entries };
  }
  if (lean.kind === 'seq') {
    const others = full?.kind === 'seq' ? full.items : [];
    return { ...lean, end, items: lean.items.map((item, i) => closed(item, others[i])) };
  }
  return { ...lean, end };
}

/** Holds what is read in one pass against the full reader. False for a text that is left to it. */
function agrees(text: string): boolean {
  const lean = leanTree(text);
  if (lean === undefined) return false;
  const full = parseTree(text, lineMap('x.yaml', text));
  expect({ text, told: full.diagnostics }).toEqual({ text, told: [] });
  expect({ text, tree: closed(lean, full.root) }).toEqual({ text, tree: full.root });
  return true;
}

const FOLDERS = ['content', 'scaffold/content', 'test/fixtures/sample-report/content', 'test/fixtures/dairy-report'];
const sets = await Promise.all([baseProject(), filesOf('templates'), ...FOLDERS.map((folder) => filesOf(folder))]);
const texts = sets
  .flatMap((files) => Object.entries(files))
  .filter(([path]) => path.endsWith('.yaml'))
  .map(([, data]) => (typeof data === 'string' ? data : new TextDecoder().decode(data)));

const plain = fc.constantFrom('a', 'two words', '水务', 'x:y', 'a#b', '-5', 'null', "it's", 'https://a.b/c?d', '1.50');
const quoted = fc.constantFrom(
  '""',
  '"a: b"',
  '"{{m:a@b|pct}}，水"',
  "'it''s'",
  '"a \\"b\\" \\n"',
  '"\\u00a0x"',
  "'- #'",
);
const KEYS = ['k', "'@one'", 'two words'];
const flow = fc.letrec<{ readonly node: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small' },
    plain.filter((word) => !word.includes('?')),
    quoted,
    fc.array(tie('node'), { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
    fc.array(tie('node'), { maxLength: 3 }).map((all) => `{${all.map((one, i) => `${KEYS[i]}: ${one}`).join(',  ')}}`),
  ),
})).node;
const trail = fc.constantFrom('', '', '', ' ', '  # said', '\n', '\n\n', '\n    # below', '\n# at the edge');
const lines = fc.constantFrom(
  '|-\n~one\n~  two',
  '|\n~水\n\n~two',
  'one\n~two\n\n~three',
  '"one\n~two"',
  "'one\n\n~two'",
);

/** Ways to write the key of an entry. */
const key = fc.constantFrom<(i: number) => string>(
  (i) => `k${i}`,
  (i) => `.two words${i}`,
  (i) => `'@in ${i}: quotes'`,
  (i) => `"水 #${i}"`,
);

/** Lines of a block at an indentation; `~` stands for the indentation of further lines of a text. */
function block(indent: number): fc.Arbitrary<string> {
  const pad = ' '.repeat(indent);
  const below = indent > 4 ? fc.constant('') : fc.oneof(block(indent + 2), block(indent + 1));
  const value = fc.oneof(
    { weight: 4, arbitrary: fc.oneof(plain, quoted, flow).map((one) => ` ${one}`) },
    { weight: 1, arbitrary: lines.map((one) => ` ${one.replaceAll('~', `${pad}   `)}`) },
    { weight: 2, arbitrary: below.map((one) => (one === '' ? ' end' : `\n${one}`)) },
  );
  const entry = fc.tuple(value, trail, key);
  return fc.oneof(
    fc
      .array(entry, { minLength: 1, maxLength: 4 })
      .map((all) => all.map(([one, rest, name], i) => `${pad}${name(i)}:${one}${rest}`).join('\n')),
    fc
      .array(fc.tuple(fc.oneof(plain, quoted, flow), trail), { minLength: 1, maxLength: 3 })
      .map((all) => all.map(([one, rest]) => `${pad}- ${one}${rest}`).join('\n')),
    fc
      .array(fc.tuple(plain, flow, trail), { minLength: 1, maxLength: 3 })
      .map((all) => all.map(([one, two, rest]) => `${pad}- id: ${one}\n${pad}  of: ${two}${rest}`).join('\n')),
  );
}

const junk = fc.constantFrom(
  ...[
    'null',
    '[',
    ']',
    '{',
    '}',
    ',',
    '"',
    "'",
    ': ',
    ':',
    '- ',
    '? y',
    '&a',
    '*a',
    '!!int',
    '|',
    '>-\n',
    '\t',
    ' #',
    '#',
  ],
  ...['---\n', '...', '%', '@', '\\', '\n', '\n  ', ' ', '水', '\ufeff', '\u0007', '<<: ', 'e.f: [a, b]\n', '\\ud800'],
);
const slip = fc.record({
  text: fc.nat(),
  line: fc.nat(),
  count: fc.nat({ max: 14 }),
  at: fc.nat(),
  cut: fc.nat({ max: 4 }),
  junk,
});

describe('YAML in one pass', () => {
  it('is read as by the full reader in every file of the projects here, with few left to it', () => {
    const left = texts.filter((text) => !agrees(text));
    expect(left.length).toBeLessThanOrEqual(texts.length / 20);
  });

  it('is read as by the full reader whatever it is made of', () => {
    let read = 0;
    fc.assert(
      fc.property(
        fc.oneof(
          block(0),
          block(0).map((text) => `# above\n\n${text}\n`),
        ),
        (text) => {
          if (agrees(text)) read += 1;
        },
      ),
      { numRuns: 400 },
    );
    expect(read).toBeGreaterThan(100);
  });

  it('is left to the full reader where anything is at fault', () => {
    fc.assert(
      fc.property(slip, ({ text, line, count, at, cut, junk: word }) => {
        const source = (texts[text % texts.length] ?? '').split('\n');
        const from = line % source.length;
        const part = source.slice(from, from + count + 1);
        const indent = /^ */.exec(part[0] ?? '')?.[0] ?? '';
        const piece = part.map((one) => (one.startsWith(indent) ? one.slice(indent.length) : one)).join('\n');
        const start = at % (piece.length + 1);
        agrees(`${piece.slice(0, start)}${word}${piece.slice(start + cut)}\n`);
      }),
      { numRuns: 600 },
    );
  });

  it.each([
    ['a tab', 'a:\tb\n'],
    ['an anchor', 'a: &x b\nc: *x\n'],
    ['a tag', 'a: !!str b\n'],
    ['a second document', 'a: b\n---\nc: d\n'],
    ['a key that stands twice', 'a: b\na: c\n'],
    ['an escape that makes half a character', 'a: "\\ud800"\n'],
    ['Chinese over two lines', 'a: 水\n  务\n'],
    ['a key without a value', 'a:\nb: c\n'],
    ['nesting without end', `a: ${'['.repeat(60)}${']'.repeat(60)}\n`],
  ])('leaves %s to the full reader', (_name, text) => {
    expect(leanTree(text)).toBeUndefined();
  });
});
