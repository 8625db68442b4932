import type { Box } from './content/matrix.ts';
import type { Facts } from './model/facts.ts';

/** What a file may be held to: PDF/UA-1, PDF/A-3a, PDF/X-4. */
export const PROFILES = ['ua1', 'a3a', 'x4'] as const;
export type Profile = (typeof PROFILES)[number];

/** `fail` voids a claim, `warn` only asks for a look. */
export type RuleSeverity = 'fail' | 'warn';

/** One place that breaks a rule. */
export interface Found {
  readonly message: string;
  /** Object number. */
  readonly object?: number | undefined;
  /** From 0. */
  readonly page?: number | undefined;
  /** pt in default user space of the page. */
  readonly box?: Box | undefined;
}

/** A rule of one or more profiles, under the id that it has in each. */
export interface Rule {
  /** `UA-`, `A-` and `X4-` before clause and test of the standard, `H-` for rules of the house. */
  readonly ids: Partial<Readonly<Record<Profile, string>>>;
  readonly severity: RuleSeverity;
  /** What must hold, in one line. */
  readonly asks: string;
  check(facts: Facts, profile: Profile): Iterable<Found>;
}

export interface Finding extends Found {
  readonly rule: string;
  readonly severity: RuleSeverity;
  readonly profile: Profile;
}

/** The same fault at more places than this is told with its number alone. */
const MOST_PLACES = 200;

/** Runs the rules of one profile; findings stand in the order of the rules, then of the file. */
export function runRules(rules: readonly Rule[], facts: Facts, profile: Profile): readonly Finding[] {
  return rules.flatMap((rule): readonly Finding[] => {
    const id = rule.ids[profile];
    if (id === undefined) return [];
    const findings: Finding[] = [];
    let more = 0;
    for (const found of rule.check(facts, profile)) {
      if (findings.length < MOST_PLACES) findings.push({ ...found, rule: id, severity: rule.severity, profile });
      else more += 1;
    }
    const first = findings[0];
    if (more > 0 && first !== undefined) {
      findings.push({ rule: id, severity: rule.severity, profile, message: `${first.message}, and ${more} more` });
    }
    return findings;
  });
}
