import type { Box } from './content/matrix.ts';
import type { Facts } from './model/facts.ts';
import type { Lie } from './model/place.ts';

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
  /** For what is painted nowhere: the content that is nearest in the structure tree. */
  readonly near?: () => Lie | undefined;
}

/** A rule of one or more profiles, under the id that it has in each. */
export interface Rule {
  /** `UA-`, `A-` and `X4-` before clause and test of the standard, `H-` for rules of the house. */
  readonly ids: Partial<Readonly<Record<Profile, string>>>;
  readonly severity: RuleSeverity;
  /** What must hold, in one line. */
  readonly asks: string;
  check(facts: Facts): Iterable<Found>;
}

export interface Finding extends Omit<Found, 'near'> {
  readonly near: Lie | undefined;
  readonly rule: string;
  readonly severity: RuleSeverity;
  readonly profile: Profile;
}

/** Where to look for the content of a finding: where it lies, or next to it. */
export function lieOf({ page, box, near }: Finding): Lie | undefined {
  return page === undefined || box === undefined ? near : { page, box };
}

/** The same fault at more places than this is told with its number alone. */
const MOST_PLACES = 200;

/** Runs each rule once; findings stand in the order of the profiles, then of the rules, then of the file. */
export function runRules(rules: readonly Rule[], facts: Facts, profiles: readonly Profile[]): readonly Finding[] {
  const broken = rules
    .filter(({ ids }) => profiles.some((profile) => ids[profile] !== undefined))
    .map((rule) => ({ rule, places: placesOf(rule, facts) }))
    .filter(({ places }) => places.length > 0);
  return profiles.flatMap((profile) =>
    broken.flatMap(({ rule, places }): readonly Finding[] => {
      const id = rule.ids[profile];
      return id === undefined
        ? []
        : places.map((found) => ({ ...found, near: found.near?.(), rule: id, severity: rule.severity, profile }));
    }),
  );
}

function placesOf(rule: Rule, facts: Facts): readonly Found[] {
  const places: Found[] = [];
  let more = 0;
  for (const found of rule.check(facts)) {
    if (places.length < MOST_PLACES) places.push(found);
    else more += 1;
  }
  const [first] = places;
  if (more > 0 && first !== undefined) places.push({ message: `${first.message}, and ${more} more` });
  return places;
}
