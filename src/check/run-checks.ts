import type { Diagnostic } from '../core/index.ts';
import type { CheckFacts, Rule } from './facts.ts';
import { textContrast } from './rules/a2-contrast.ts';
import { headingOrder } from './rules/a3-heading-order.ts';
import { orphans } from './rules/d2-orphan.ts';
import { duplicateEntry } from './rules/d4-duplicate-entry.ts';
import { indexCoverage } from './rules/f1-index-coverage.ts';
import { indexVersion } from './rules/f2-index-version.ts';
import { indexAssured } from './rules/f4-index-assured.ts';
import { figuresInText } from './rules/n0-figures-in-text.ts';
import { changeInterval } from './rules/n1-change-interval.ts';
import { targetChange } from './rules/n1-target-change.ts';
import { forwardChange } from './rules/n2-forward-change.ts';
import { derivedFormula } from './rules/n3-derived.ts';
import { total } from './rules/n3-total.ts';
import { sumPrecision } from './rules/n4-sum-precision.ts';
import { magnitudeWords } from './rules/n5-magnitude-words.ts';
import { typedUnit } from './rules/n5-typed-unit.ts';
import { unitRoundtrip } from './rules/n5-unit-roundtrip.ts';
import { droppedDigit } from './rules/n6-dropped-digit.ts';
import { percentPoint } from './rules/n7-percent-point.ts';
import { levelVersusChange } from './rules/n8-level-vs-change.ts';
import { lossOrProfit } from './rules/n9-loss.ts';
import { polarity } from './rules/n9-polarity.ts';
import { bounds } from './rules/n10-bounds.ts';
import { dates } from './rules/n10-dates.ts';
import { scale } from './rules/n10-scale.ts';
import { duplicateFact } from './rules/n11-duplicate-fact.ts';
import { unstatedRestatement } from './rules/n15-unstated-restatement.ts';
import { targetSense } from './rules/n16-target-sense.ts';
import { magnitude } from './rules/n17-magnitude.ts';
import { otherPeriod } from './rules/n18-other-period.ts';
import { periodOrder } from './rules/n19-period-order.ts';
import { staleTranslation } from './rules/p4-stale-translation.ts';
import { parityLength } from './rules/p5-parity-length.ts';
import { scopeMix } from './rules/s1-scope-mix.ts';
import { seriesBreak } from './rules/s2-series-break.ts';
import { glossary } from './rules/t1-glossary.ts';
import { punctuation } from './rules/t2-punctuation.ts';
import { fiscalYear } from './rules/t3-fiscal-year.ts';
import { unverified } from './rules/v1-unverified.ts';
import { sourceMatch } from './rules/v2-source-match.ts';
import { claimSupport } from './rules/v3-claim-support.ts';
import { disputedNote } from './rules/v4-missing-note.ts';
import { settle } from './settle.ts';

const RULES: readonly Rule[] = [
  staleTranslation,
  parityLength,
  unverified,
  disputedNote,
  orphans,
  duplicateEntry,
  indexCoverage,
  indexVersion,
  indexAssured,
  figuresInText,
  changeInterval,
  targetChange,
  forwardChange,
  total,
  derivedFormula,
  sumPrecision,
  unitRoundtrip,
  magnitudeWords,
  typedUnit,
  droppedDigit,
  percentPoint,
  levelVersusChange,
  polarity,
  lossOrProfit,
  bounds,
  scale,
  dates,
  duplicateFact,
  unstatedRestatement,
  targetSense,
  magnitude,
  otherPeriod,
  periodOrder,
  scopeMix,
  seriesBreak,
  sourceMatch,
  claimSupport,
  glossary,
  punctuation,
  fiscalYear,
  textContrast,
  headingOrder,
];

/**
 * Runs every rule over the facts, then judges what they found: by mode, by waivers, and by what is disputed anyway.
 * @param facts  whatever stages have run
 * @param found  diagnostics of other stages that waivers may cover, as the figures' own
 * Emits P4, P5, V1 to V6, D2, D4, F1, F2, F4, N0 to N19, S1, S2, T1 to T3, A2, A3, and what it was given.
 */
export function runChecks(facts: CheckFacts, found: readonly Diagnostic[] = []): readonly Diagnostic[] {
  return settle(facts, [...found, ...RULES.flatMap((rule) => rule(facts))]);
}
