import { type Ground, rawOf } from './ground.ts';
import { metricsOf } from './metrics-of.ts';
import type { Kind } from './seed.ts';
import type { Sown } from './sow.ts';

/** A fault that was sown, and what came of it. */
export interface Tally {
  readonly kind: Kind;
  readonly result: Sown;
}

/** A good project: how many figures it holds, and what the checks say of it. */
export interface CleanCount {
  readonly name: string;
  readonly figures: number;
  /** Errors and warnings, each of them false. */
  readonly alarms: number;
  readonly notes: number;
}

/** Figures that a project prints or keeps: values, and the citations of figures in both languages. */
export function countFigures(ground: Ground): number {
  const values = metricsOf(ground).reduce((sum, metric) => sum + metric.values.length, 0);
  return ground.prose
    .flatMap(({ zh, en }) => [zh, en])
    .reduce(
      (sum, field) => sum + (rawOf(ground, field).match(/\{\{(?:m|yoy|diff|share|sum|target):/g)?.length ?? 0),
      values,
    );
}

/** The table as a page of the documentation. */
export function mutationTable(tallies: readonly Tally[], clean: readonly CleanCount[]): string {
  const ids = [...new Set(tallies.map(({ kind }) => kind.id))].sort(byFamily);
  const rows = ids.map((id) =>
    row(
      id,
      tallies.filter(({ kind }) => kind.id === id),
    ),
  );
  const figures = clean.reduce((sum, one) => sum + one.figures, 0);
  const alarms = clean.reduce((sum, one) => sum + one.alarms, 0);
  return `${[
    '# What the checks catch',
    '',
    'Faults of every kind are sown in three good reports, one at a time, at places that a seeded generator picks; the checks',
    'then have to name each by its code, at its line. `test/mutations` holds the kinds, which were written from the table of',
    'checks and from what goes wrong in reports, and runs with the unit tests. `MUTATIONS=8 npx vitest run test/mutations` sows',
    'more of them; `DOCS=write` writes this page.',
    '',
    '| check | kinds | sown | caught | right code | right line |',
    '|---|---|---|---|---|---|',
    ...rows,
    row('all', tallies),
    '',
    '| good report | figures | false alarms | notes |',
    '|---|---|---|---|',
    ...clean.map((one) => `| ${one.name} | ${one.figures} | ${one.alarms} | ${one.notes} |`),
    '',
    `False alarms for 1,000 figures: ${((alarms * 1000) / figures).toFixed(1)}. A note is no alarm: it says what a waiver or a`,
    'disputed status acknowledges, or that a term stands in one language only.',
    '',
    'F3 is not sown here: it looks at finished pages, and `test/faults` and the end-to-end tests hold it.',
  ].join('\n')}\n`;
}

function row(id: string, own: readonly Tally[]): string {
  const count = (of: (one: Sown) => boolean): number => own.filter(({ result }) => of(result)).length;
  const kinds = new Set(own.map(({ kind }) => kind)).size;
  const cells = [id, kinds, own.length, count((o) => o.caught), count((o) => o.rightId), count((o) => o.rightLine)];
  return `| ${cells.join(' | ')} |`;
}

const FAMILIES = 'PNSVDFTA';

function byFamily(a: string, b: string): number {
  const family = (id: string): number => FAMILIES.indexOf(id.charAt(0));
  return family(a) - family(b) || Number(a.slice(1)) - Number(b.slice(1));
}
