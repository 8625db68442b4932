import { CODES, type DiagnosticCode } from './code-register.ts';
import type { Diagnostic, Severity } from './diagnostic.ts';

/** What a caller states; slug and default severity come from the register. */
export interface DiagnosticInput extends Partial<Omit<Diagnostic, 'code' | 'slug' | 'message'>> {
  readonly severity?: Severity;
}

/** Makes a diagnostic of a registered code. */
export function diagnose(code: DiagnosticCode, message: string, input: DiagnosticInput = {}): Diagnostic {
  const entry = CODES[code];
  return { related: [], hints: [], severity: entry.draft, ...input, code, slug: entry.slug, message };
}
