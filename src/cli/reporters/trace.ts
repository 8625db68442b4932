import type { Span } from '../../core/index.ts';
import type { FigureChain, PrintedPlace, TracedFigure, TracedPage } from '../../pipeline/index.ts';
import type { Entry } from '../git/git-blame.ts';

/** Who entered what a span shows; undefined where nobody can say. */
export type EntryOf = (span: Span | undefined) => Entry | undefined;

/** For people: what stands behind a figure, a line each, then every place where it is printed. */
export function figureText({ chain, places }: TracedFigure, entryOf: EntryOf): string {
  const printed =
    places === undefined
      ? [row('printed', 'unknown: there is no build here')]
      : [row('printed', count(places.length, 'time')), ...places.map((one) => `    ${placeText(one, true)}`)];
  return `${[...chainText(chain, entryOf), ...printed].join('\n')}\n`;
}

/** For people: the figures of a page, from its top down. */
export function pageText({ edition, page, places }: TracedPage): string {
  const lines = places.map((one) => `  ${placeText(one, false)}`);
  return `${[`${edition} page ${page}  ${count(places.length, 'figure')}`, ...lines].join('\n')}\n`;
}

function chainText(chain: FigureChain, entryOf: EntryOf): readonly string[] {
  const { label, scope, period, given, span, derived, restated, note, assurance } = chain;
  return [
    `${chain.metric}@${period.id}  ${label.zh} / ${label.en}`,
    row('value', `${amount(chain.value, chain.unit)}  ${chain.status}`),
    row('prints', `${chain.printed.zh} / ${chain.printed.en}`),
    row('period', `${period.label.zh} / ${period.label.en}, ${period.start} to ${period.end}`),
    row('scope', `${scope.key}  ${scope.zh} / ${scope.en}`),
    row('given', `${amount(given.value, given.unit)}  ${where(span)}`),
    ...(chain.factor === undefined ? [] : [row('scaled', `1 ${given.unit} is ${chain.factor} ${chain.unit}`)]),
    row('entered', entryText(entryOf(span))),
    ...chain.sources.map(({ key, id, title, where: place, kind, date }) =>
      row('source', `${key} ${id}, ${kind}: ${title.en}${date === undefined ? '' : `, ${date}`}; ${place}`),
    ),
    ...(derived === undefined ? [] : [row('derived', derived.formula.en)]),
    ...(derived?.from ?? []).flatMap((one) => chainText(one, entryOf).map((line) => `    ${line}`)),
    ...chain.statedChanges.map((one) => row('stated', `${amount(one.value, one.unit)} from ${one.from}${cited(one)}`)),
    ...chain.alternatives.map((one) => row('other', `${amount(one.value, one.unit)}${cited(one)}`)),
    ...(restated === undefined
      ? []
      : [row('restated', `from ${amount(restated.value, restated.unit)}: ${restated.reason.en}${cited(restated)}`)]),
    ...(note === undefined ? [] : [row('note', note.en)]),
    row('assurance', `${assurance.level.replace('_', ' ')}${assurance.by === undefined ? '' : `, by ${assurance.by}`}`),
    ...chain.waivers.map(({ check, by, expires, holds, reason, span: place }) =>
      row('waiver', `${check} by ${by}, ${holds ? 'until' : 'expired'} ${expires}: ${reason}  ${where(place)}`),
    ),
    ...(chain.disclosures.length === 0 ? [] : [row('answers', chain.disclosures.join(', '))]),
  ];
}

function row(name: string, text: string): string {
  return `  ${name.padEnd(11)}${text}`;
}

function amount(value: string | null, unit: string): string {
  return value === null ? 'not disclosed' : `${value} ${unit}`;
}

function cited({ sources }: { readonly sources: readonly string[] }): string {
  return sources.length === 0 ? '' : `, by ${sources.join(', ')}`;
}

function entryText(entry: Entry | undefined): string {
  if (entry === undefined) return 'unknown: no git history here';
  if (entry.commit === undefined) return 'not committed yet';
  return `${entry.by}, ${entry.date}, ${entry.commit} ${entry.summary}`;
}

function where(span: Span | undefined): string {
  return span === undefined ? '' : `${span.file}:${span.start.line}:${span.start.column}`;
}

function placeText(
  { edition, page, box, text, sentence, kind, key, status, sources, span, spoken }: PrintedPlace,
  own: boolean,
): string {
  const at = box === undefined ? (spoken ? 'spoken' : 'no box') : `${box.x} ${box.y} ${box.width} ${box.height}`;
  const place = own ? `${edition} page ${page}  [${at}]` : `[${at}]`;
  const what = key === undefined ? 'nothing accounts for it' : `${kind ?? ''} ${key}`;
  const facts = own
    ? `: ${sentence}`
    : [status, sources.join(', '), where(span)].map((one) => (one ? `  ${one}` : '')).join('');
  return `${place}  “${text}”  ${what}${facts}`;
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}

/** For programs: one figure. */
export function figureJson({ chain, places }: TracedFigure, entryOf: EntryOf): string {
  return json({ schema: 'trace/1', figure: chainJson(chain, entryOf), places: places?.map(placeJson) ?? null });
}

/** For programs: one page. */
export function pageJson({ edition, page, places }: TracedPage): string {
  return json({ schema: 'trace/1', edition, page, places: places.map(placeJson) });
}

function chainJson(chain: FigureChain, entryOf: EntryOf): unknown {
  const { span, derived, sources, waivers, ...facts } = chain;
  return {
    ...facts,
    place: where(span),
    entered: entryOf(span) ?? null,
    sources: sources.map(({ span: place, ...source }) => ({ ...source, place: where(place) })),
    derived: derived && { formula: derived.formula, from: derived.from.map((one) => chainJson(one, entryOf)) },
    waivers: waivers.map(({ span: place, ...waiver }) => ({ ...waiver, place: where(place) })),
  };
}

function placeJson({ span, ...place }: PrintedPlace): unknown {
  return { ...place, place: where(span) };
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
