import Handlebars from 'handlebars';
import { type Diagnostic, diagnose, failed, good, type Outcome, type Span, type Workspace } from '../core/index.ts';
import { findCycles, readTemplate, type TemplateFile } from './template-check.ts';

/** All templates of a project, parsed and checked: the project's own over the package's. */
export interface TemplateSet {
  readonly layouts: ReadonlyMap<string, TemplateFile>;
  readonly partials: ReadonlyMap<string, TemplateFile>;
}

const FOLDERS = { layouts: 'templates/layouts', partials: 'templates/partials' } as const;

/**
 * Reads and parses every template. Emits B001 for a template that does not parse, B002 for a partial that is not there,
 * B003 for partials that call each other for ever, B004 and B005 for names and helpers that nothing defines.
 */
export async function loadTemplates(workspace: Workspace): Promise<Outcome<TemplateSet>> {
  const layouts = new Map<string, TemplateFile>();
  const partials = new Map<string, TemplateFile>();
  const diagnostics: Diagnostic[] = [];
  for (const [kind, folder] of Object.entries(FOLDERS)) {
    const files = (await workspace.list(folder)).filter((path) => path.endsWith('.hbs'));
    for (const path of files) {
      const name = path.slice(folder.length + 1, -'.hbs'.length);
      const source = new TextDecoder('utf-8').decode(await workspace.read(path));
      try {
        const ast = Handlebars.parse(source);
        (kind === 'layouts' ? layouts : partials).set(name, { name, path, source, ast });
      } catch (fault) {
        diagnostics.push(syntaxFault(path, source, fault));
      }
    }
  }
  const all = [...layouts.values(), ...partials.values()];
  for (const file of all) diagnostics.push(...readTemplate(file, partials));
  diagnostics.push(...findCycles(partials));
  if (diagnostics.some((one) => one.severity === 'error')) return failed(diagnostics);
  return good({ layouts, partials }, diagnostics);
}

/** Handlebars names the line in its message, and counts columns from 0 in a drawing of dashes and a caret. */
function syntaxFault(path: string, source: string, fault: unknown): Diagnostic {
  const text = fault instanceof Error ? fault.message : String(fault);
  const line = Number(/on line (\d+)/.exec(text)?.[1] ?? /(\d+):\d+/.exec(text)?.[1] ?? 1);
  const column = (/\n(-*)\^/.exec(text)?.[1]?.length ?? Number(/\d+:(\d+)/.exec(text)?.[1] ?? 0)) + 1;
  const expecting = /Expecting (.*?), got '(.*?)'/s.exec(text);
  const lineStart = source
    .split('\n')
    .slice(0, line - 1)
    .reduce((sum, one) => sum + one.length + 1, 0);
  const start = { line, column, offset: Math.min(source.length, lineStart + column - 1) };
  const span: Span = { file: path, start, end: { ...start, column: column + 1, offset: start.offset + 1 } };
  return diagnose('B001', 'the template does not parse', {
    span,
    found: expecting?.[2] ?? text.split('\n')[0] ?? text,
    ...(expecting?.[1] ? { expected: expecting[1] } : {}),
    hints: ['check that each {{#block}} has its {{/block}} and each {{ its }}'],
  });
}
