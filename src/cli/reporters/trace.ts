import {
  chainRows,
  type EntryOf,
  type FigureChain,
  type PrintedPlace,
  type TracedFigure,
  type TracedPage,
  spanText as where,
} from '../../pipeline/index.ts';

/** For people: what stands behind a figure, a line each, then every place where it is printed. */
export function figureText({ chain, places }: TracedFigure, entryOf: EntryOf): string {
  const printed =
    places === undefined
      ? [row('printed', 'unknown: there is no build here')]
      : [row('printed', count(places.length, 'time')), ...places.map((one) => `    ${placeText(one, true)}`)];
  return `${[...chainText(chain, entryOf), ...printed].join('\n')}\n`;
}

function chainText(chain: FigureChain, entryOf: EntryOf): readonly string[] {
  return [
    `${chain.metric}@${chain.period.id}  ${chain.label.zh} / ${chain.label.en}`,
    ...chainRows(chain, entryOf).flatMap(({ name, text, from }) => [
      row(name, text),
      ...from.flatMap((one) => chainText(one, entryOf).map((line) => `    ${line}`)),
    ]),
  ];
}

function row(name: string, text: string): string {
  return `  ${name.padEnd(11)}${text}`;
}

/** For people: the figures of a page, from its top down. */
export function pageText({ edition, page, places }: TracedPage): string {
  const lines = places.map((one) => `  ${placeText(one, false)}`);
  return `${[`${edition} page ${page}  ${count(places.length, 'figure')}`, ...lines].join('\n')}\n`;
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
