import type { Diagnostic } from '../../core/index.ts';

const LEVEL = { error: 'error', warning: 'warning', info: 'notice' } as const;

/** Workflow commands that GitHub turns into annotations on the lines at fault. */
export function githubReport(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map((one) => `${command(one)}\n`).join('');
}

function command(one: Diagnostic): string {
  const place = one.span
    ? [
        `file=${property(one.span.file)}`,
        `line=${one.span.start.line}`,
        `col=${one.span.start.column}`,
        `endLine=${one.span.end.line}`,
      ]
    : [];
  const title = `title=${property(`${one.code} ${one.slug}`)}`;
  const details = [
    one.message,
    ...(one.expected === undefined ? [] : [`expected ${one.expected}`]),
    ...(one.found === undefined ? [] : [`found ${one.found}`]),
    ...one.hints.map((hint) => `hint: ${hint}`),
  ];
  return `::${LEVEL[one.severity]} ${[...place, title].join(',')}::${text(details.join('\n'))}`;
}

function text(value: string): string {
  return value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(value: string): string {
  return text(value).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
