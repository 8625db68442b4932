import type { Diagnostic } from '../../core/index.ts';

/** One JSON document: a list of diagnostics. */
export function jsonReport(diagnostics: readonly Diagnostic[]): string {
  const list = diagnostics.map(
    ({ code, slug, severity, message, span, expected, found, related, hints, lang, block, page, item }) => ({
      code,
      slug,
      severity,
      message,
      span,
      expected,
      found,
      related,
      hints,
      lang,
      block,
      page,
      item,
    }),
  );
  return `${JSON.stringify({ schema: 'diagnostics/1', diagnostics: list }, null, 2)}\n`;
}
