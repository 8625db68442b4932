import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { chapterSchema } from '../../../src/content/schema/chapter.ts';
import { metricsSchema } from '../../../src/content/schema/metrics.ts';
import { reportSchema } from '../../../src/content/schema/report.ts';
import { targetsSchema } from '../../../src/content/schema/targets.ts';
import { termbaseSchema } from '../../../src/content/schema/termbase.ts';
import { lineMap } from '../../../src/source/line-map.ts';
import { parseTree } from '../../../src/source/parse-tree.ts';
import { plainValue } from '../../../src/source/plain-word.ts';
import { quickReader, REFUSED } from '../../../src/source/quick-read.ts';
import type { SourceNode } from '../../../src/source/tree.ts';
import { filesOf } from '../../support/project-files.ts';

const SCHEMAS: readonly (readonly [RegExp, z.ZodType])[] = [
  [/chapters\//, chapterSchema],
  [/metrics\//, metricsSchema],
  [/report\.yaml/, reportSchema],
  [/targets\.yaml/, targetsSchema],
  [/termbase\.yaml/, termbaseSchema],
];
const files = { ...(await filesOf('test/fixtures/sample-report/content')), ...(await filesOf('content', 'own/')) };
const trees = Object.entries(files).flatMap(([path, data]) => {
  const schema = SCHEMAS.find(([pattern]) => pattern.test(path))?.[1];
  const text = typeof data === 'string' ? data : new TextDecoder().decode(data);
  const root = schema === undefined ? undefined : parseTree(text, lineMap(path, text)).root;
  return schema === undefined || root === undefined ? [] : [{ schema, root }];
});

/** Both readings of a tree are the same, value for value, or refuse it together. */
function agree(schema: z.ZodType, root: SourceNode): void {
  const slow = schema.safeParse(plainValue(root));
  const quick = quickReader(schema)(root);
  expect(quick === REFUSED).toBe(!slow.success);
  if (slow.success) expect(JSON.stringify(quick)).toBe(JSON.stringify(slow.data));
}

const AT = { start: 0, end: 0 };
const scalar = (text: string, style: 'plain' | 'double'): SourceNode => ({ kind: 'scalar', ...AT, text, style });
const other: fc.Arbitrary<SourceNode> = fc.oneof(
  fc
    .constantFrom('', 'null', '~', 'true', '5', '1.50', '2024-05-02', 'x', ' ', 'percent', 'chart')
    .map((text) => scalar(text, 'plain')),
  fc
    .constantFrom('', '1.50', '-3', '2024-05-02', '2023-02-29', 'a.b', 'A b', 'line')
    .map((text) => scalar(text, 'double')),
  fc.constant<SourceNode>({ kind: 'seq', ...AT, items: [] }),
  fc.constant<SourceNode>({ kind: 'map', ...AT, entries: [] }),
  fc.constant<SourceNode>({ kind: 'seq', ...AT, items: [scalar('a', 'double'), scalar('b', 'double')] }),
  fc.constant<SourceNode>({
    kind: 'map',
    ...AT,
    entries: ['zh', 'en'].map((key) => ({ key, keyStart: 0, keyEnd: 0, value: scalar('x', 'double') })),
  }),
);
type Slip = {
  readonly turns: readonly number[];
  readonly how: 'put' | 'drop' | 'add' | 'rename';
  readonly node: SourceNode;
};
const slip: fc.Arbitrary<Slip> = fc.record({
  turns: fc.array(fc.nat(), { minLength: 2, maxLength: 7 }),
  how: fc.constantFrom('put', 'drop', 'add', 'rename'),
  node: other,
});

/** The tree with one node changed, found by turning off at random on the way down. */
function slipped(node: SourceNode, { turns: [turn = 0, ...turns], how, node: instead }: Slip): SourceNode {
  if (node.kind === 'scalar') return instead;
  const children = node.kind === 'map' ? node.entries : node.items;
  const at = children.length === 0 ? 0 : turn % children.length;
  const below = { turns, how, node: instead };
  const isHere = turns.length === 0 || children.length === 0;
  if (node.kind === 'seq') {
    if (isHere && how === 'drop') return { ...node, items: node.items.filter((_, i) => i !== at) };
    if (isHere && how !== 'put') return { ...node, items: [...node.items, instead] };
    return { ...node, items: node.items.map((one, i) => (i !== at ? one : isHere ? instead : slipped(one, below))) };
  }
  if (isHere && how === 'drop') return { ...node, entries: node.entries.filter((_, i) => i !== at) };
  if (isHere && how === 'add') {
    return { ...node, entries: [...node.entries, { key: 'extra', keyStart: 0, keyEnd: 0, value: instead }] };
  }
  const entries = node.entries.map((one, i) => {
    if (i !== at) return one;
    if (!isHere) return { ...one, value: slipped(one.value, below) };
    return how === 'rename' ? { ...one, key: `${one.key}s` } : { ...one, value: instead };
  });
  return { ...node, entries };
}

describe('the quick reading of a schema', () => {
  it('makes of good content what the schema makes', () => {
    expect(trees.length).toBeGreaterThan(20);
    for (const { schema, root } of trees) {
      agree(schema, root);
      expect(quickReader(schema)(root)).not.toBe(REFUSED);
    }
  });

  it('refuses what the schema refuses, and nothing else', () => {
    fc.assert(
      fc.property(fc.nat(), slip, (index, change) => {
        const { schema, root } = trees[index % trees.length] ?? { schema: chapterSchema, root: scalar('', 'plain') };
        agree(schema, slipped(root, change));
      }),
      { numRuns: 300 },
    );
  });
});
