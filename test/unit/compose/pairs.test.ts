import { expect, test } from 'vitest';
import type { Block } from '../../../src/compose/index.ts';
import { block, everyBlock, read, tree } from './composing.ts';

const pair = (zh: string, en: string, attributes = ''): string =>
  `<pair ${attributes}><p lang="zh">${zh}</p><p lang="en">${en}</p></pair>`;

const tokens = { masters: { parallel: { divider: true }, wide: {} } };
const styles = { '.n': { number: true, after: 15 } };
const page = (html: string, master = 'parallel'): readonly Block[] => {
  const { children } = tree(`<section master="${master}">${html}</section>`, { edition: 'bilingual', tokens, styles });
  const section = children[1];
  return section?.kind === 'stack' ? section.children : [];
};

test('in an edition of one language a pair is what it holds', () => {
  expect(block('text', '<pair id="a" class="n"><p lang="en">x</p></pair>', { styles })).toMatchObject({
    id: 'a',
    after: 15,
  });
});

test('two languages stand side by side, level, in the columns of the look', () => {
  const row = block('row', pair('字', 'x', 'id="a"'), { edition: 'bilingual' });
  expect(row).toMatchObject({ id: 'a', level: true });
  expect(row.cells.map(({ x, width }) => [x, width])).toEqual([
    [0, 234.6],
    [258.6, 234.6],
  ]);
  expect(row.cells[1]?.block.tag).toEqual({ type: 'P', lang: 'en' });
});

test('the space after a pair is that of its longer-spaced side', () => {
  expect(block('row', pair('字', 'x'), { edition: 'bilingual' }).after).toBe(7.5);
});

test('on parallel pages one rule runs along consecutive pairs, midway between the languages', () => {
  const [run, chart, second] = page(`${pair('一', 'a')}${pair('二', 'b')}<chart block="c"></chart>${pair('三', 'c')}`);
  expect(run).toMatchObject({ kind: 'stack', width: 246.6, box: { right: { paint: 'rule', width: 0.5 } } });
  expect(run?.kind === 'stack' && run.children.map((child) => child.kind)).toEqual(['row', 'row']);
  expect(chart?.kind).toBe('drawing');
  expect(second?.kind === 'stack' && second.children).toHaveLength(1);
});

test('on other pages nothing parts the languages', () => {
  expect(page(pair('一', 'a'), 'wide').map((child) => child.kind)).toEqual(['row']);
});

test('numbered pairs are counted from the last heading, between the columns', () => {
  const heading = '<pair><h2 lang="zh">题</h2><h2 lang="en">Title</h2></pair>';
  const n = 'class="n"';
  const blocks = page(`${heading}${pair('一', 'a', n)}${pair('二', 'b', n)}${heading}${pair('三', 'c', n)}`);
  const numbers = everyBlock(blocks).flatMap((one) =>
    one.kind === 'text' && one.tag === 'artifact' ? [read(one)] : [],
  );
  expect(numbers).toEqual(['1', '2', '1']);
  const numbered = everyBlock(blocks).find((one) => one.kind === 'row' && one.cells.length === 3);
  expect(numbered?.kind === 'row' && numbered.cells[2]).toMatchObject({ x: 240.6, width: 12 });
});

test('headings in a pair keep together, and with what follows', () => {
  expect(block('row', '<pair><h2 lang="zh">题</h2><h2 lang="en">T</h2></pair>', { edition: 'bilingual' }).keep).toEqual(
    {
      withNext: true,
      together: true,
    },
  );
});

test('boxes beside each other are equally high', () => {
  const html =
    '<pair><div lang="zh" class="callout"><p>字</p></div><div lang="en" class="callout"><p>x</p></div></pair>';
  const row = block('row', html, { edition: 'bilingual' });
  expect(row.cells.map((cell) => cell.stretch)).toEqual([true, true]);
});
