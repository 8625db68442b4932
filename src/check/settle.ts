import type { Waiver } from '../content/index.ts';
import { CODES, type Diagnostic, diagnose, nearest, type Severity } from '../core/index.ts';
import type { CheckFacts } from './facts.ts';

/**
 * Codes that a disputed value is expected to fail: what the dispute is about. A waiver for its V1 covers them too: who accepts
 * a disputed value accepts that it does not add up.
 */
const FIGURE_CHECKS = new Set(['N1', 'N2', 'N3', 'N10', 'N13', 'S1', 'S2']);

/**
 * Judges what was found.
 * 1. Each code has a level for drafts and one for releases.
 * 2. A figure check that a disputed value fails is *acknowledged* (info) in a draft.
 * 3. A waiver that has not expired turns what it names to info in any mode.
 * 4. A waiver past its date is V5, one that covers nothing or is given twice is V6.
 */
export function settle(facts: CheckFacts, found: readonly Diagnostic[]): readonly Diagnostic[] {
  const { waivers } = facts.report;
  const used = new Set<Waiver>();
  const settled = found.map((diagnostic) => {
    const covering = waivers.filter((waiver) => covers(facts, waiver, diagnostic));
    for (const waiver of covering) used.add(waiver);
    const holding = covering.find((waiver) => waiver.expires >= facts.asOf);
    const level = levelOf(diagnostic, facts.mode);
    if (holding !== undefined) return waived(diagnostic, holding);
    if (FIGURE_CHECKS.has(diagnostic.code) && facts.mode === 'draft' && isDisputed(facts, diagnostic.item)) {
      return acknowledged(diagnostic);
    }
    return { ...diagnostic, severity: level };
  });
  return [...settled, ...waivers.flatMap((waiver) => waiverFaults(facts, waiver, used.has(waiver)))];
}

function covers(facts: CheckFacts, waiver: Waiver, { item, code }: Diagnostic): boolean {
  if (item !== waiver.item) return false;
  if (waiver.check === code) return true;
  // Who lets an estimate or a reported value pass has not said that it may fail to add up.
  return waiver.check === 'V1' && FIGURE_CHECKS.has(code) && isDisputed(facts, item);
}

const LEVELS = new Map(Object.entries(CODES));

function levelOf(diagnostic: Diagnostic, mode: 'draft' | 'release'): Severity {
  const entry = LEVELS.get(diagnostic.code);
  return entry === undefined || entry.draft === entry.release ? diagnostic.severity : entry[mode];
}

/** Whether the item is a value, a metric or a target with a disputed status. */
function isDisputed(facts: CheckFacts, item: string | undefined): boolean {
  if (item === undefined) return false;
  const [id = '', period] = item.split('@');
  const values = facts.report.metrics.get(id)?.values ?? [];
  const value = values.find((v) => v.period === period);
  return value?.status === 'disputed' || facts.report.targets.get(id)?.status === 'disputed';
}

function acknowledged(diagnostic: Diagnostic): Diagnostic {
  return {
    ...diagnostic,
    severity: 'info',
    message: `acknowledged: ${diagnostic.message}`,
    hints: [...diagnostic.hints, 'the value is marked as disputed, so this fails no draft'],
  };
}

function waived(diagnostic: Diagnostic, waiver: Waiver): Diagnostic {
  return {
    ...diagnostic,
    severity: 'info',
    message: `acknowledged: ${diagnostic.message}`,
    hints: [`waived until ${waiver.expires} by ${waiver.by}: ${waiver.reason}`],
  };
}

function waiverFaults(facts: CheckFacts, waiver: Waiver, isUsed: boolean): readonly Diagnostic[] {
  const place = (key: string) => {
    const span = facts.report.origins.spanOf(`${waiver.origin}/${key}`);
    return span === undefined ? {} : { span };
  };
  if (!(waiver.check in CODES)) {
    const near = nearest(waiver.check, Object.keys(CODES));
    return [
      diagnose('C019', `no check has the code \`${waiver.check}\``, {
        ...place('check'),
        hints: near === undefined ? [] : [`did you mean \`${near}\`?`],
      }),
    ];
  }
  const twin = facts.report.waivers.find(({ check, item }) => check === waiver.check && item === waiver.item);
  if (twin !== undefined && twin !== waiver) {
    const first = facts.report.origins.spanOf(`${twin.origin}/item`);
    return [
      diagnose('V6', `${waiver.item} has a waiver for ${waiver.check} already`, {
        ...place('item'),
        related: first === undefined ? [] : [{ span: first, note: 'the first one' }],
        hints: ['keep one of them, with the reason and the date that hold'],
      }),
    ];
  }
  if (!isUsed) {
    return [
      diagnose('V6', `nothing of \`${waiver.item}\` needs a waiver for ${waiver.check}`, {
        ...place('item'),
        hints: ['remove the waiver, or correct its item'],
      }),
    ];
  }
  if (waiver.expires >= facts.asOf) return [];
  return [
    diagnose('V5', `the waiver for ${waiver.item} expired on ${waiver.expires}`, {
      ...place('expires'),
      severity: CODES.V5[facts.mode],
      expected: `a date from ${facts.asOf} on`,
      found: waiver.expires,
      hints: ['settle what was waived, or renew the waiver with its reason'],
    }),
  ];
}
