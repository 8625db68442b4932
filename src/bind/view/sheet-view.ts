import type { BlockView } from './block-view.ts';

/** What a chapter or part prints, and on which kind of page: where all of it would stand on a sheet, its pages are landscape. */
export function pagesOf(
  views: readonly BlockView[],
  master: string,
): { readonly master: string; readonly blocks: readonly BlockView[] } {
  const [sheet] = views;
  if (views.length !== 1 || sheet?.type !== 'sheet') return { master, blocks: views };
  return { master: sheet['master'] as string, blocks: sheet['blocks'] as readonly BlockView[] };
}

/**
 * Puts wide tables on landscape sheets, those that follow one another on one. A sheet stands behind the page of its place while
 * the text goes on before it: a heading that has nothing else to stand over goes along.
 */
export function onSheets(views: readonly BlockView[], landscape: ReadonlySet<string>): readonly BlockView[] {
  if (landscape.size === 0) return views;
  const placed: BlockView[] = [];
  let sheet: BlockView[] = [];
  const endSheet = (next: BlockView | undefined): void => {
    const [first] = sheet;
    if (first === undefined) return;
    const alone = next === undefined || next.type === 'heading';
    const from = alone ? placed.findLastIndex((view) => view.type !== 'heading') + 1 : placed.length;
    // A petal beside a heading stands in the margin of a text page, which a sheet has not.
    const heads = placed.splice(from).map((view) => (view['petal'] === true ? { ...view, petal: false } : view));
    const blocks = [...heads, ...sheet];
    placed.push({ type: 'sheet', id: first.id, master: 'landscape', blocks });
    sheet = [];
  };
  for (const view of views) {
    if (landscape.has(view.id)) {
      sheet.push(view);
      continue;
    }
    endSheet(view);
    placed.push(view);
  }
  endSheet(undefined);
  return placed;
}
