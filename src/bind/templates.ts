import Handlebars from 'handlebars';
import { type Diagnostic, failed, good, type Outcome, type Workspace } from '../core/index.ts';
import { findCycles } from './partial-cycles.ts';
import { checkTemplates } from './template-check.ts';
import type { TemplateFile } from './template-file.ts';
import { syntaxFault } from './template-syntax.ts';

/** All templates of a project, parsed and checked: the project's own over the package's. */
export interface TemplateSet {
  readonly layouts: ReadonlyMap<string, TemplateFile>;
  readonly partials: ReadonlyMap<string, TemplateFile>;
}

/** Of its own, so that nothing that others register can reach a template. */
const ENGINE = Handlebars.create();

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
        const ast = ENGINE.parse(source);
        (kind === 'layouts' ? layouts : partials).set(name, { name, path, source, ast, run: ENGINE.compile(ast) });
      } catch (fault) {
        diagnostics.push(syntaxFault(path, source, fault));
      }
    }
  }
  diagnostics.push(...checkTemplates([...layouts.values(), ...partials.values()], partials));
  diagnostics.push(...findCycles(partials));
  if (diagnostics.some((one) => one.severity === 'error')) return failed(diagnostics);
  return good({ layouts, partials }, diagnostics);
}
