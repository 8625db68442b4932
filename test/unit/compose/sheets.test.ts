import { describe, expect, test } from 'vitest';
import type { Block, BlockTree, PageMaster } from '../../../src/compose/index.ts';
import { composed, tree } from './composing.ts';

const FURNITURE = '<furniture><p class="foot-folio"><page-of to="@self"></page-of></p></furniture>';

const page = (inner: string): string =>
  `<section master="text">${FURNITURE}<p class="body">Before</p>${inner}</section>`;

/** The sheets of a tree, in order. */
function sheetsIn(blocks: readonly Block[]): readonly Extract<Block, { kind: 'sheet' }>[] {
  return blocks.flatMap((block) =>
    block.kind === 'sheet' ? [block] : block.kind === 'stack' ? sheetsIn(block.children) : [],
  );
}

function masterOf(made: BlockTree, name: string): PageMaster {
  const found = [...made.masters.values()].find((master) => master.id.startsWith(name));
  if (found === undefined) throw new Error(`no master ${name}`);
  return found;
}

describe('a sheet', () => {
  test('is a landscape page with the grid drawn out over its length, between the same margins', () => {
    const made = tree(page('<sheet master="landscape"><p class="body">Wide</p></sheet>'));
    const [sheet] = sheetsIn(made.children);
    const master = masterOf(made, 'landscape');
    expect(sheet?.master).toBe(master.id);
    expect([master.width, master.height]).toEqual([841.89, 595.28]);
    expect(master.flow.x).toBeCloseTo(51.02, 2);
    expect(master.flow.width).toBeCloseTo(841.89 - (595.28 - 493.2), 2);
  });

  test('has the furniture of its section, at the foot of the landscape page and over its whole width', () => {
    const made = tree(page('<sheet master="landscape"><p class="body">Wide</p></sheet>'));
    const [folio] = masterOf(made, 'landscape').recto;
    const [upright] = masterOf(made, 'text').recto;
    expect([upright?.y, upright?.width]).toEqual([796, 493.2]);
    expect(folio?.y).toBeLessThan(595.28 - 30);
    expect(folio?.width).toBeCloseTo(739.81, 2);
    expect(folio?.tag).toBe('artifact');
  });

  test('may have furniture of its own', () => {
    const made = tree(page('<sheet master="landscape"><furniture></furniture><p class="body">Wide</p></sheet>'));
    expect(masterOf(made, 'landscape').recto).toEqual([]);
  });

  test('does not take what the theme says of the page around', () => {
    const styles = { '.text .narrow': { width: 10 }, '.narrow': { width: 20 } };
    const made = tree(page('<sheet master="landscape"><div class="narrow"><p class="body">Wide</p></div></sheet>'), {
      styles,
    });
    const [sheet] = sheetsIn(made.children);
    expect(sheet?.block.kind === 'stack' && sheet.block.children[0]).toMatchObject({ width: 20 });
  });

  test('parts nothing: two paragraphs around it keep the space of neighbours', () => {
    const gapOf = (inner: string): number | undefined => {
      const { children } = tree(page(inner));
      const section = children.find((block) => block.kind === 'stack');
      return section?.kind === 'stack' ? section.children.at(-1)?.before : undefined;
    };
    const plain = gapOf('<p class="body">After</p>');
    expect(plain).toBeGreaterThan(0);
    expect(gapOf('<sheet master="landscape"><p class="body">Wide</p></sheet><p class="body">After</p>')).toBe(plain);
  });

  test('is only a box inside another', () => {
    const made = tree(page('<div class="note"><sheet master="landscape"><p class="body">Wide</p></sheet></div>'));
    expect(sheetsIn(made.children)).toEqual([]);
    expect([...made.masters.keys()]).toEqual(['text.1']);
  });

  test('of a master that there is not is reported', () => {
    const { diagnostics } = composed(page('<sheet master="sideways"><p class="body">Wide</p></sheet>'));
    expect(diagnostics.map((one) => one.message)).toEqual(['the theme has no page master `sideways`']);
  });

  test('may be a whole section', () => {
    const made = tree('<section master="landscape"><p class="body">Wide</p></section>');
    expect(masterOf(made, 'landscape').width).toBe(841.89);
  });
});
