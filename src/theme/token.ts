import { InternalError } from '../core/index.ts';
import type { Theme, ThemeValue } from './types.ts';

/**
 * Looks up a token by its path of keys, `motif.cover.length`. The theme schema has made sure that what a component
 * needs is there, so that a missing token is a fault of the component.
 */
export function token(theme: Theme, path: string): ThemeValue | undefined {
  let value: ThemeValue | undefined = theme.tokens;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || Array.isArray(value)) return undefined;
    value = (value as Readonly<Record<string, ThemeValue>>)[key];
  }
  return value;
}

/** A token that is a number: pt, degrees or a ratio. */
export function tokenNumber(theme: Theme, path: string): number {
  const value = token(theme, path);
  if (typeof value !== 'number') throw new InternalError(`theme token ${path} is no number`);
  return value;
}

/** A token that is a list of numbers. */
export function tokenNumbers(theme: Theme, path: string): readonly number[] {
  const value = token(theme, path);
  if (!Array.isArray(value)) throw new InternalError(`theme token ${path} is no list`);
  return value.map((item: ThemeValue) => {
    if (typeof item !== 'number') throw new InternalError(`theme token ${path} holds something other than numbers`);
    return item;
  });
}

/** A token that is a word or a paint. */
export function tokenText(theme: Theme, path: string): string {
  const value = token(theme, path);
  if (typeof value !== 'string') throw new InternalError(`theme token ${path} is no text`);
  return value;
}
