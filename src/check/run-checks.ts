import type { Diagnostic } from '../core/index.ts';
import type { CheckFacts, Rule } from './facts.ts';
import { headingOrder } from './rules/a3-heading-order.ts';
import { orphans } from './rules/d2-orphan.ts';
import { indexCoverage } from './rules/f1-index-coverage.ts';
import { indexVersion } from './rules/f2-index-version.ts';
import { scale } from './rules/n10-scale.ts';
import { staleTranslation } from './rules/p4-stale-translation.ts';
import { punctuation } from './rules/t2-punctuation.ts';
import { unverified } from './rules/v1-unverified.ts';
import { disputedNote } from './rules/v4-missing-note.ts';
import { settle } from './settle.ts';

const RULES: readonly Rule[] = [
  staleTranslation,
  unverified,
  disputedNote,
  orphans,
  indexCoverage,
  indexVersion,
  scale,
  punctuation,
  headingOrder,
];

/**
 * Runs every rule over the facts, then judges what they found: by mode, by waivers, and by what is disputed anyway.
 * @param facts  whatever stages have run
 * @param found  diagnostics of other stages that waivers may cover, as the figures' own
 * Emits P4, V1, V4, V5, V6, D2, F1, F2, N10, T2, A3, and what it was given.
 */
export function runChecks(facts: CheckFacts, found: readonly Diagnostic[] = []): readonly Diagnostic[] {
  return settle(facts, [...found, ...RULES.flatMap((rule) => rule(facts))]);
}
