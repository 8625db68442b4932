import { describe, expect, it } from 'vitest';
import {
  decimal,
  decimalOrNull,
  either,
  flag,
  integer,
  isoDate,
  list,
  mapping,
  number,
  oneOf,
  oneOrMany,
  readYaml,
  text,
} from '../../../src/source/index.ts';
import { memoryWorkspace } from '../../support/memory-workspace.ts';

const schema = mapping({
  name: text(),
  value: decimalOrNull().optional(),
  on: isoDate().optional(),
  level: integer(2, 4).optional(),
  share: number(0, 1).optional(),
  open: flag().optional(),
  kind: oneOf('bar', 'stacked_bar').optional(),
  parts: oneOrMany(mapping({ id: text(), factor: decimal() })).optional(),
  rows: list(
    either<string | { readonly id: string }>(
      ({ kind }) => (kind === 'text' ? text() : mapping({ id: text() })),
      () => [text(), mapping({ id: text() })],
    ),
  ).optional(),
});

const read = (source: string) => readYaml(memoryWorkspace({ 'a.yaml': source }), 'a.yaml', schema);

async function told(source: string): Promise<readonly string[]> {
  const result = await read(source);
  return result.diagnostics
    .map((d) => `${d.span?.start.line}:${d.span?.start.column} ${d.code} ${d.hints.join(' ')}`.trim())
    .sort();
}

describe('readYaml', () => {
  it('keeps what was written: zeros, words, underscores', async () => {
    const result = await read('name: no\nvalue: "1.200"\nlevel: 3\nopen: true\nkind: bar\nshare: .5\n');
    expect(result.ok && result.value.value).toMatchObject({
      name: 'no',
      value: '1.200',
      level: 3,
      open: true,
      share: 0.5,
    });
  });

  it.each(['1.200', '39.0', '1_419', '12:30', '1e3', '0x1F', '-4.5', '.5', 'yes'])(
    'refuses %s where a decimal stands in quotes',
    async (plain) => {
      expect((await told(`name: a\nvalue: ${plain}\n`))[0]).toMatch(/^2:8 C006/);
    },
  );

  it('takes a plain null as nothing, and the word in quotes as a text', async () => {
    const nothing = await read('name: "null"\nvalue: ~\n');
    expect(nothing.ok && nothing.value.value).toMatchObject({ name: 'null', value: null });
    expect(await told('name:\n')).toEqual(['1:6 C003 give a text, or remove the key']);
  });

  it.each([
    ['"1,419.50"', 'write "1419.50": no grouping commas'],
    ['"63.5%"', 'leave the unit out: it belongs in `in:`'],
    ['"+4"', 'leave the + out'],
    ['"−4"', 'write the minus as a hyphen'],
  ])('says how to write the decimal %s', async (written, hint) => {
    expect(await told(`name: a\nvalue: ${written}\n`)).toEqual([`2:8 C019 ${hint}`]);
  });

  it('tells all faults of a file, each at its own place', async () => {
    expect(await told('nmae: a\nlevel: 7\nkind: stacked-bar\nparts: {id: x, facter: "1"}\n')).toEqual(
      [
        '4:1 C004 add `factor:`',
        '4:16 C002 did you mean `factor`?',
        '2:8 C019',
        '3:7 C019 did you mean `stacked_bar`?',
        '1:1 C004 add `name:`',
        '1:1 C002 did you mean `name`?',
      ].sort(),
    );
  });

  it('goes on to the schema after a key that stands twice', async () => {
    expect(await told('name: a\nname: b\nlevel: 7\n')).toEqual([
      '2:1 C005 remove one of them: YAML would silently keep the last',
      '3:8 C019',
    ]);
  });

  it('finds the place of a single thing by the index of a list of one', async () => {
    const result = await read('name: a\nparts: {id: x, factor: "10"}\n');
    if (!result.ok) throw new Error('not read');
    expect(result.value.value.parts).toEqual([{ id: 'x', factor: '10' }]);
    expect(result.value.spanOf(['parts', 0, 'factor']).start).toMatchObject({ line: 2, column: 24 });
    expect(result.value.keySpanOf(['parts', 0, 'id']).start).toMatchObject({ line: 2, column: 9 });
  });

  it('reports the schema that was chosen, not all that might have been', async () => {
    expect(await told('name: a\nrows: [x, {idd: y}]\n')).toEqual(
      ['2:12 C004 add `id:`', '2:12 C002 did you mean `id`?'].sort(),
    );
  });

  it('refuses a day that does not exist', async () => {
    expect(await told('name: a\non: "2023-02-29"\n')).toEqual(['2:5 C019']);
    expect(await told('name: a\non: "2024-02-29"\n')).toEqual([]);
  });
});
