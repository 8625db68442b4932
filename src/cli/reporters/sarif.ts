import { CODES, type Diagnostic, type DiagnosticCode, docsPage } from '../../core/index.ts';

const LEVEL = { error: 'error', warning: 'warning', info: 'note' } as const;

/** A SARIF 2.1.0 log with one run. */
export function sarifReport(diagnostics: readonly Diagnostic[]): string {
  const codes = [...new Set(diagnostics.map((one) => one.code))].sort();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'petalpress', rules: codes.map(rule) } },
        columnKind: 'utf16CodeUnits',
        results: diagnostics.map(result),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function rule(code: string): object {
  const entry = code in CODES ? CODES[code as DiagnosticCode] : undefined;
  const help = { text: `See ${docsPage(code)}` };
  return { id: code, name: entry?.slug ?? code, shortDescription: { text: entry?.why ?? code }, help };
}

function result(one: Diagnostic): object {
  return {
    ruleId: one.code,
    level: LEVEL[one.severity],
    message: { text: [one.message, ...one.hints].join('. ') },
    ...(one.span
      ? {
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: one.span.file },
                region: {
                  startLine: one.span.start.line,
                  startColumn: one.span.start.column,
                  endLine: one.span.end.line,
                  endColumn: one.span.end.column,
                },
              },
            },
          ],
        }
      : {}),
  };
}
