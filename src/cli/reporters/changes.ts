import type { PlacedChange } from '../../pipeline/index.ts';

/** The two states that were compared, as they were named. */
export interface Compared {
  readonly before: string;
  readonly after: string;
}

/** For people: what was, what is, and where it prints, a paragraph a change. */
export function changesText(changes: readonly PlacedChange[], { before, after }: Compared): string {
  if (changes.length === 0) return `${before} and ${after} have the same figures and sentences\n`;
  return changes.map((change) => `${paragraph(change).join('\n')}\n`).join('');
}

function paragraph({ kind, item, before, after, blocks, pages }: PlacedChange): readonly string[] {
  const printed = pages?.map((one) => `${one.edition} ${one.pages.join(', ')}`) ?? [];
  return [
    `${kind.padEnd(9)} ${item}`,
    ...(before === null ? [] : [`  - ${before}`]),
    ...(after === null ? [] : [`  + ${after}`]),
    ...(blocks.length === 0 ? [] : [`  in ${blocks.join(', ')}`]),
    ...(printed.length === 0 ? [] : [`  on pages ${printed.join('; ')}`]),
  ];
}

/** For programs. */
export function changesJson(changes: readonly PlacedChange[], { before, after }: Compared): string {
  const list = changes.map(({ pages, ...change }) => ({ ...change, pages: pages ?? null }));
  return `${JSON.stringify({ schema: 'diff/1', before, after, changes: list }, null, 2)}\n`;
}
