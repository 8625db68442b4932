import type { Accent } from '../content/types.ts';

/** The three pillars that a topic may belong to; each has its marker. */
export type Pillar = 'environment' | 'society' | 'governance';

/** The pillars in the order of a key. */
export const PILLARS: readonly Pillar[] = ['environment', 'society', 'governance'];

/** Goals that are mainly about the environment, and about institutions; the others are about people. */
const ENVIRONMENT: ReadonlySet<number> = new Set([6, 7, 12, 13, 14, 15]);
const GOVERNANCE: ReadonlySet<number> = new Set([16, 17]);

/**
 * The pillar of an accent: the one to which most of its goals belong; at a tie environment comes before society before
 * governance. Content names no pillar, and the shape must not depend on the colour alone.
 */
export function accentPillar(accent: Accent | undefined): Pillar {
  const goals = accent?.sdgs ?? [];
  const counts: Readonly<Record<Pillar, number>> = {
    environment: goals.filter((goal) => ENVIRONMENT.has(goal)).length,
    society: goals.filter((goal) => !ENVIRONMENT.has(goal) && !GOVERNANCE.has(goal)).length,
    governance: goals.filter((goal) => GOVERNANCE.has(goal)).length,
  };
  return PILLARS.reduce((best, pillar) => (counts[pillar] > counts[best] ? pillar : best));
}
