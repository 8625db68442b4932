import type { PageMaster } from '../../compose/block.ts';
import { define, type Node } from './definition.ts';
import { type Desk, fixedPlace } from './desk.ts';
import type { Plan } from './document.ts';
import { type Galley, NO_EXTRAS, type PictureGalley } from './galley.ts';
import type { NoteBook } from './note-book.ts';
import { noteColumns, noteWidth } from './note-ledger.ts';
import { detached, type SectionNode } from './page-builder.ts';
import type { PagePlan } from './pagination.ts';
import { setBlock } from './setting.ts';
import { stackOf } from './stacking.ts';
import type { Role } from './structure.ts';

/** Target of a page item that prints the label of the page it stands on. */
export const SELF = '@self';

/**
 * Makes the pdfmake definition of all pages: one section a page, with its ground behind, its furniture, its flow and the
 * notes at its foot. Prints each note into the structure on the way, in page order.
 */
export function sectionsOf(plan: Plan, pageLabel: (block: string) => string | undefined): readonly SectionNode[] {
  const { desk, notes } = plan;
  return plan.pages.map((page, index) => {
    const memo = desk.memo.withLabels((block) => (block === SELF ? page.label : pageLabel(block)));
    return sectionOf(page, furnitureOf(page, index, { ...desk, memo }), notesOf(page, desk, notes));
  });
}

function sectionOf(page: PagePlan, furniture: readonly Node[], notes: readonly Node[]): SectionNode {
  const { master } = page;
  const notesTop = footOf(page);
  const flow = page.flow ?? stackOf({ children: [], width: master.flow.width });
  return {
    section: define({ ...flow, before: 0 }),
    master,
    behind: [...groundOf(master), ...furniture],
    over: notes,
    marginFoot: (x, width) => {
      const over = page.notes.length > 0 && x < master.notes.x + master.notes.width && master.notes.x < x + width;
      return over ? notesTop : master.flow.bottom;
    },
  };
}

function groundOf(master: PageMaster): readonly Node[] {
  if (master.ground === undefined) return [];
  const { width, height } = master.ground;
  const picture: PictureGalley = {
    ...NO_EXTRAS,
    kind: 'picture',
    width,
    height,
    picture: { kind: 'drawing', drawing: master.ground },
    role: { artifact: 'Background' },
    origin: '',
  };
  return [detached(picture, 0, 0)];
}

/** Furniture of a right or left page, set anew for each page since it prints the page's own label. */
function furnitureOf(page: PagePlan, index: number, desk: Desk): readonly Node[] {
  const { master } = page;
  const blocks = index % 2 === 0 ? master.recto : master.verso;
  return blocks.map((block) => {
    const subtype = block.y < (master.turned === true ? master.width : master.height) / 2 ? 'Header' : 'Footer';
    const role: Role = { artifact: 'Pagination', subtype };
    return define(setBlock(block, fixedPlace(block.width, role), desk));
  });
}

/** Where the flow of a page ends and its notes begin, pt from the trim's top. */
function footOf(page: PagePlan): number {
  return page.master.flow.bottom - page.notesHeight;
}

/** Rule and notes at the foot of a page. */
function notesOf(page: PagePlan, desk: Desk, notes: NoteBook): readonly Node[] {
  const { master } = page;
  if (page.notes.length === 0) return [];
  const area = desk.tree.noteArea;
  const width = noteWidth(master);
  for (const entry of page.notes) if (!entry.continued) notes.print(entry.citation, width);
  const rule = stackOf({
    children: [],
    width: area.ruleWidth,
    box: {
      style: { height: area.rule.width, top: area.rule },
      openTop: false,
      openBottom: false,
      artifact: { artifact: 'Layout' },
    },
  });
  const head = footOf(page) + area.before;
  const columns = noteColumns(page.notes, { area, columns: master.notes.columns }).map((column, i) => {
    const galleys: Galley[] = column.map((entry, j) => ({ ...entry.galley, before: j === 0 ? 0 : area.gap }));
    const x = master.notes.x + i * (width + master.notes.columnGap);
    return detached(stackOf({ children: galleys, width }), x, head + area.rule.width + area.after);
  });
  return [detached(rule, master.notes.x, head), ...columns];
}
