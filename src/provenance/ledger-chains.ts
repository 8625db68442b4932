import type { Account } from '../call/index.ts';
import type { Report } from '../content/types.ts';
import type { Span } from '../core/index.ts';
import type { MetricBook } from '../metrics/types.ts';
import { chainRows, entryText, sourceText, spanText } from './chain-text.ts';
import { citedValues } from './cited-values.ts';
import type { EntryOf } from './entry.ts';
import { type ChainSource, chainSource, type FigureChain, figureChain } from './figure-chain.ts';

/** The chains of the figures of a ledger. */
export interface LedgerChains {
  /** Every place in the content that a chain of one of the accounts names as entered. */
  readonly spansOf: (accounts: readonly Account[]) => readonly Span[];
  /** The chain of an account in words, a line for each value that it is made of; see {@link ledgerChains}. */
  readonly textOf: (account: Account, entryOf: EntryOf) => string;
}

/** Facts of `trace` that make the chain, from the document to the assurance of the figure. */
const LINKS: readonly string[] = [
  'source',
  'given',
  'scaled',
  'derived',
  'stated',
  'other',
  'restated',
  'entered',
  'value',
  'assurance',
  'waiver',
];

/**
 * Chains of the figures that a ledger lists. A value has one line: source, how it was given and scaled or derived, who entered
 * it, value with status, assurance, waivers. A change, share or sum has a line for each value in it, and a derived value one
 * more for each value that its formula cites. What is no metric tells its sources, its place and who entered it.
 */
export function ledgerChains(report: Report, book: MetricBook): LedgerChains {
  const known = new Map<string, readonly FigureChain[]>();
  const chainsOf = (account: Account): readonly FigureChain[] => {
    const { key, metric, period } = account;
    // Other readings of one value are numbered behind its key.
    const cited = citedValues(key.replace(/#\d+$/, ''), report);
    const items = cited.length > 0 || metric === undefined || period === undefined ? cited : [`${metric}@${period}`];
    const name = items.join(' ');
    const before = known.get(name);
    if (before !== undefined) return before;
    const chains = items.flatMap((item) => {
      const [id = '', time = ''] = item.split('@');
      return withGrounds(figureChain(report, book, id, time));
    });
    const own = [...new Map(chains.map((chain) => [`${chain.metric}@${chain.period.id}`, chain])).values()];
    known.set(name, own);
    return own;
  };
  const placeOf = ({ origin }: Account): Span | undefined => report.origins.spanOf(origin);
  return {
    spansOf: (accounts) =>
      accounts.flatMap((account) =>
        [...chainsOf(account), { span: placeOf(account) }].flatMap(({ span }) => span ?? []),
      ),
    textOf: (account, entryOf) => {
      const chains = chainsOf(account);
      if (chains.length > 0) return chains.map((chain) => lineOf(chain, entryOf)).join('\n');
      const sources = account.sources.flatMap((id) => chainSource(id, report));
      return plainLine(account, sources, placeOf(account), entryOf);
    },
  };
}

/** A chain, and those of the figures that it is derived from. */
function withGrounds(chain: FigureChain | undefined): readonly FigureChain[] {
  return chain === undefined ? [] : [chain, ...(chain.derived?.from ?? []).flatMap(withGrounds)];
}

function lineOf(chain: FigureChain, entryOf: EntryOf): string {
  const rows = chainRows(chain, entryOf);
  return lineOfLinks(
    `${chain.metric}@${chain.period.id}`,
    LINKS.map((link) => [link, rows.filter(({ name }) => name === link).map(({ text }) => text)]),
  );
}

function plainLine(
  { key, status }: Account,
  sources: readonly ChainSource[],
  span: Span | undefined,
  entryOf: EntryOf,
): string {
  return lineOfLinks(key, [
    ['source', sources.map(sourceText)],
    ['given', span === undefined ? [] : [spanText(span)]],
    ['entered', span === undefined ? [] : [entryText(entryOf(span))]],
    ['value', status === undefined ? [] : [status]],
  ]);
}

function lineOfLinks(name: string, links: readonly (readonly [name: string, texts: readonly string[]])[]): string {
  const told = links.filter(([, texts]) => texts.length > 0);
  return told.length === 0 ? '' : `${name}: ${told.map(([link, texts]) => `${link} ${texts.join(' + ')}`).join(' → ')}`;
}
