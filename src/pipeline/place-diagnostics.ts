import type { Diagnostic, OriginIndex } from '../core/index.ts';

/** Gives each diagnostic that carries only an origin the place of that origin; late stages know ids, not lines. */
export function placeDiagnostics(
  diagnostics: readonly Diagnostic[],
  origins: OriginIndex | undefined,
): readonly Diagnostic[] {
  return diagnostics.map((one) => {
    if (one.span || one.origin === undefined) return one;
    const span = origins?.spanOf(one.origin);
    return span ? { ...one, span } : one;
  });
}
