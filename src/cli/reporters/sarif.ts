import { CODES, type Diagnostic, type DiagnosticCode, docsPage, type Span } from '../../core/index.ts';

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
    ...(one.span === undefined ? {} : { locations: [{ physicalLocation: physical(one.span) }] }),
    ...(one.related.length === 0
      ? {}
      : {
          relatedLocations: one.related.map(({ span, note }) => ({
            physicalLocation: physical(span),
            message: { text: note },
          })),
        }),
  };
}

/** A place in a file. Its name is a URI reference, in which Chinese and spaces are escaped. Source: SARIF 2.1.0, 3.4.3. */
function physical({ file, start, end }: Span): object {
  return {
    artifactLocation: { uri: file.split('/').map(encodeURIComponent).join('/') },
    region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
  };
}
