import type { Span } from '../core/index.ts';
import type { Entry, EntryOf } from './entry.ts';
import type { ChainSource, FigureChain } from './figure-chain.ts';

/** One fact of a chain in words, with the figures that it rests on. */
export interface ChainRow {
  readonly name: string;
  readonly text: string;
  readonly from: readonly FigureChain[];
}

/** A chain in words, one fact a row, as `trace` prints it. */
export function chainRows(chain: FigureChain, entryOf: EntryOf): readonly ChainRow[] {
  const { scope, period, given, span, derived, restated, note, assurance } = chain;
  const row = (name: string, text: string, from: readonly FigureChain[] = []): ChainRow => ({ name, text, from });
  return [
    row('value', `${amount(chain.value, chain.unit)}  ${chain.status}`),
    row('prints', `${chain.printed.zh} / ${chain.printed.en}`),
    row('period', `${period.label.zh} / ${period.label.en}, ${period.start} to ${period.end}`),
    row('scope', `${scope.key}  ${scope.zh} / ${scope.en}`),
    row('given', `${amount(given.value, given.unit)}  ${spanText(span)}`),
    ...(chain.factor === undefined ? [] : [row('scaled', `1 ${given.unit} is ${chain.factor} ${chain.unit}`)]),
    row('entered', entryText(entryOf(span))),
    ...chain.sources.map((source) => row('source', sourceText(source))),
    ...(derived === undefined ? [] : [row('derived', derived.formula.en, derived.from)]),
    ...chain.statedChanges.map((one) => row('stated', `${amount(one.value, one.unit)} from ${one.from}${cited(one)}`)),
    ...chain.alternatives.map((one) => row('other', `${amount(one.value, one.unit)}${cited(one)}`)),
    ...(restated === undefined
      ? []
      : [row('restated', `from ${amount(restated.value, restated.unit)}: ${restated.reason.en}${cited(restated)}`)]),
    ...(note === undefined ? [] : [row('note', note.en)]),
    row('assurance', `${assurance.level.replace('_', ' ')}${assurance.by === undefined ? '' : `, by ${assurance.by}`}`),
    ...chain.waivers.map(({ check, by, expires, holds, reason, span: place }) =>
      row('waiver', `${check} by ${by}, ${holds ? 'until' : 'expired'} ${expires}: ${reason}  ${spanText(place)}`),
    ),
    ...(chain.disclosures.length === 0 ? [] : [row('answers', chain.disclosures.join(', '))]),
  ];
}

function amount(value: string | null, unit: string): string {
  return value === null ? 'not disclosed' : `${value} ${unit}`;
}

function cited({ sources }: { readonly sources: readonly string[] }): string {
  return sources.length === 0 ? '' : `, by ${sources.join(', ')}`;
}

/** A source document, and the place in it. */
export function sourceText({ key, id, kind, title, date, where }: Omit<ChainSource, 'span'>): string {
  return `${key} ${id}, ${kind}: ${title.en}${date === undefined ? '' : `, ${date}`}; ${where}`;
}

/** Who entered a line of the content. */
export function entryText(entry: Entry | undefined): string {
  if (entry === undefined) return 'unknown: no git history here';
  if (entry.commit === undefined) return 'not committed yet';
  return `${entry.by}, ${entry.date}, ${entry.commit} ${entry.summary}`;
}

/** File, line and column; an empty text where there is no place. */
export function spanText(span: Span | undefined): string {
  return span === undefined ? '' : `${span.file}:${span.start.line}:${span.start.column}`;
}
