import { describe, expect, it } from 'vitest';
import type { InlineItem } from '../../../src/compose/paragraph.ts';
import { run, STYLE, set } from './setting.ts';

const box = { stroke: { paint: 'mark', width: 0.6 }, pad: [1.6, 3, 1.6, 3], margin: [2, 2] } as const;
const boxed: InlineItem = { kind: 'boxed', text: '争议', lang: 'zh', style: STYLE, box, origin: 'o' };
const icon: InlineItem = {
  kind: 'drawing',
  drawing: { width: 6, height: 6, ops: [] },
  ascent: 6,
  alt: 'up',
  origin: 'o',
};

describe('objects on a line', () => {
  it('a boxed word has its frame round its glyphs', () => {
    const [, frame, word] = set([run('国'), boxed, run('家')], 20).lines[0]?.items ?? [];
    expect(frame).toMatchObject({ kind: 'box', x: 12, width: 26, descent: 1.6 });
    expect(word).toMatchObject({ kind: 'glyphs', x: 15, clusters: ['争', '议'] });
  });

  it('a boxed word is never parted, and may start a line after Han', () => {
    const result = set([run('国家国家'), boxed, run('国家')], 6, { align: 'start' });
    expect(result.lines.map((line) => line.text)).toEqual(['国家国家', '争议国家']);
  });

  it('a small picture keeps to what it marks', () => {
    const result = set([run('国家国家'), icon, run('12%')], 5, { align: 'start' });
    expect(result.lines[1]?.items[0]).toMatchObject({ kind: 'drawing', x: 0, ascent: 6, alt: 'up' });
    expect(result.lines[1]?.text).toBe('12%');
  });

  it('a fixed space keeps its width and never breaks', () => {
    const result = set([run('国家'), { kind: 'space', width: 7 }, run('国家')], 20);
    expect(result.lines[0]?.width).toBeCloseTo(47);
  });

  it('a fill pushes what follows to the end, with or without dots', () => {
    const plain = set([run('目录'), { kind: 'fill' }, run('12', 'en')], 20, { align: 'start' }).lines[0];
    expect(plain?.width).toBeCloseTo(200);
    expect(plain?.items.at(-1)).toMatchObject({ x: 190 });
    const leader = { paint: 'ink3', size: 8 };
    const dotted = set([run('目录'), { kind: 'fill', leader }, run('12', 'en')], 20, { align: 'start' }).lines[0];
    expect(dotted?.items.map((item) => item.kind)).toEqual(['glyphs', 'drawing', 'glyphs']);
    expect(dotted?.text).toBe('目录12');
  });

  it('a page label is filled in when it is known, and holds its place before', () => {
    const page: InlineItem = { kind: 'page', target: 'b.one', lang: 'zh', style: STYLE, origin: 'o' };
    expect(set([page], 20).lines[0]?.text).toBe('00');
    expect(set([page], 20, { pageLabel: () => '48' }).lines[0]?.text).toBe('48');
  });

  it('a further page of a list comes after a comma, and not at all when it is the same', () => {
    const page = (target: string, after: readonly string[]): InlineItem => {
      return { kind: 'page', target, after, lang: 'en', style: STYLE, origin: 'o' };
    };
    const labels: Readonly<Record<string, string>> = { a: '7', b: '9', c: '9' };
    const items = [page('a', []), page('b', ['a']), page('c', ['a', 'b'])];
    expect(set(items, 20, { pageLabel: (block) => labels[block] }).lines[0]?.text).toBe('7, 9');
  });
});
