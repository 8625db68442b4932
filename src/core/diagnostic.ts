import type { Lang } from './locale.ts';
import type { OriginId, Span } from './span.ts';

export type Severity = 'error' | 'warning' | 'info';

/** One thing to tell the author. `code` is registered in `codes.ts`; `message` says what is wrong, `hints` what to do. */
export interface Diagnostic {
  readonly code: string;
  readonly slug: string;
  readonly severity: Severity;
  readonly message: string;
  readonly span?: Span;
  /** Where the fault comes from, for stages that know no positions; the pipeline turns it into `span`. */
  readonly origin?: OriginId;
  readonly expected?: string;
  readonly found?: string;
  readonly related: readonly { readonly span: Span; readonly note: string }[];
  readonly hints: readonly string[];
  readonly lang?: Lang;
  readonly block?: string;
  readonly page?: string;
  /** What a waiver may name: `metric@period`, a target, topic or block id. */
  readonly item?: string;
  /** What `check --fix` writes instead, where that is certain. Never a figure. */
  readonly fix?: readonly Edit[];
}

/** One change of a file: what stands at the span gives way to the text. An empty span inserts. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** The result of a stage: faults of the author are values, gathered, never thrown. `ok: false` holds at least one error. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T; readonly diagnostics: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

export function good<T>(value: T, diagnostics: readonly Diagnostic[] = []): Outcome<T> {
  return { ok: true, value, diagnostics };
}

export function failed<T>(diagnostics: readonly Diagnostic[]): Outcome<T> {
  return { ok: false, diagnostics };
}

/** Good unless one of the diagnostics is an error. */
export function outcome<T>(value: T, diagnostics: readonly Diagnostic[]): Outcome<T> {
  return diagnostics.some((d) => d.severity === 'error') ? failed(diagnostics) : good(value, diagnostics);
}

/** A fault of ours, not of the author: exit code 3. */
export class InternalError extends Error {
  override readonly name = 'InternalError';
}

/** By file, line, column, code, message, so that two runs print the same. Diagnostics without a place come first. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const key = (d: Diagnostic): readonly [string, number, number, string, string] => [
    d.span?.file ?? '',
    d.span?.start.line ?? 0,
    d.span?.start.column ?? 0,
    d.code,
    d.message,
  ];
  return [...diagnostics].sort((a, b) => {
    const ka = key(a);
    const kb = key(b);
    for (let i = 0; i < ka.length; i += 1) {
      const x = ka[i] as string | number;
      const y = kb[i] as string | number;
      if (x !== y) return x < y ? -1 : 1;
    }
    return 0;
  });
}
