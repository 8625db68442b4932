import type { z } from 'zod';

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'a mapping',
  record: 'a mapping',
};

/** What a place of a theme takes, in the words of YAML, as far as one issue of its shape tells. */
export function kindExpected(issue: z.core.$ZodIssue | undefined): { readonly expected?: string } {
  if (issue?.code === 'invalid_type') return { expected: KINDS[issue.expected] ?? issue.expected };
  if (issue?.code === 'invalid_value') return { expected: issue.values.map(String).join(', ') };
  if (issue?.code === 'too_small') return { expected: `at least ${String(issue.minimum)}` };
  if (issue?.code === 'too_big') return { expected: `at most ${String(issue.maximum)}` };
  if (issue?.code === 'invalid_union') {
    const kinds = issue.errors.flatMap(([first]) => kindExpected(first).expected ?? []);
    return kinds.length === 0 ? {} : { expected: [...new Set(kinds)].join(' or ') };
  }
  return issue === undefined ? {} : { expected: issue.message };
}
