import { nearest, type OriginId } from '../core/index.ts';
import { gridOf, type MasterShape, readLength } from '../theme/index.ts';
import type { PageMaster } from './block.ts';
import { report, type Session } from './scope.ts';

/** Where the flow and the notes of a kind of page stand. */
export interface MasterArea {
  readonly flow: PageMaster['flow'];
  readonly notes: PageMaster['notes'];
  readonly ground: string | undefined;
  readonly divider: boolean;
}

/**
 * The session on pages of a master. A landscape page is the theme's page on its side, with the twelve columns of the grid
 * drawn out over its length and the margins as they are.
 */
export function sessionOn(session: Session, name: string): Session {
  const { theme } = session.input;
  const masters = theme.tokens['masters'] as unknown as Readonly<Record<string, MasterShape>>;
  const landscape = Object.hasOwn(masters, name) && masters[name]?.orientation === 'landscape';
  const { width, height } = theme.page;
  const grid = gridOf(theme);
  if (!landscape || width >= height) return session.theme === theme ? session : { ...session, theme, grid };
  const page = { ...theme.page, width: height, height: width };
  const longer = height - width;
  const column = (grid.textWidth + longer + grid.gutter) / COLUMNS - grid.gutter;
  return {
    ...session,
    theme: { ...theme, page },
    grid: { ...grid, column, textWidth: grid.textWidth + longer },
  };
}

const COLUMNS = 12;

/**
 * The areas of a master, with what the edition changes. What the theme leaves open: the whole text block, and notes as
 * wide as the flow, in one column.
 * Emits B006 for a master that the theme does not have.
 */
export function areaOf(session: Session, name: string, origin: OriginId): MasterArea {
  const masters = session.theme.tokens['masters'] as unknown as Readonly<Record<string, MasterShape>>;
  const base = Object.hasOwn(masters, name) ? masters[name] : undefined;
  if (base === undefined) {
    const near = nearest(name, Object.keys(masters));
    report(session, 'B006', origin, `the theme has no page master \`${name}\``, [
      near === undefined ? `one of ${Object.keys(masters).join(', ')}` : `did you mean \`${near}\`?`,
    ]);
  }
  const variant = session.edition === 'zh-Hans' ? '@zh' : session.edition === 'en' ? '@en' : '@bilingual';
  const own = base?.[variant];
  const merged = { ...base, ...own, notes: { ...base?.notes, ...own?.notes } };
  const { grid } = session;
  const length = (written: number | string | undefined, fallback: number): number =>
    written === undefined ? fallback : (readLength(written, grid)?.value ?? fallback);
  const x = length(merged.x, grid.left);
  const width = length(merged.width, grid.textWidth);
  return {
    flow: { x, width, top: merged.top ?? 72, bottom: merged.bottom ?? 777 },
    notes: {
      x: length(merged.notes.x, x),
      width: length(merged.notes.width, width),
      columns: merged.notes.columns ?? 1,
      columnGap: merged.notes.gap ?? grid.gutter,
    },
    ground: merged.ground,
    divider: merged.divider ?? false,
  };
}
