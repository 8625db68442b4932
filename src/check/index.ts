export type { CheckFacts, Rule } from './facts.ts';
export { runChecks } from './run-checks.ts';
