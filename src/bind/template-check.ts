import { type Diagnostic, diagnose, nearest, type Span } from '../core/index.ts';
import { BLOCK_HELPERS, HELPER_VALUES } from './helpers.ts';
import { type TemplateFile, templateSpan } from './template-file.ts';
import { type HelperCall, walkTemplate } from './template-walk.ts';
import { BLOCK_PARTIALS, VIEW_NAMES } from './view-names.ts';

/** `@root`, and what `{{#each}}` tells of its round. */
const DATA_NAMES: ReadonlySet<string> = new Set(['root', 'index', 'key', 'first', 'last']);

/** Names that templates give each other, beside those of the view: parameters of partials, names after `as |…|`. */
interface GivenNames {
  readonly values: ReadonlySet<string>;
  readonly partials: ReadonlySet<string>;
}

/**
 * Checks the partials, helpers and names of all templates against what there is. Emits B002, B004, B005.
 * @param files    layouts and partials
 * @param partials the partials by name
 */
export function checkTemplates(
  files: readonly TemplateFile[],
  partials: ReadonlyMap<string, TemplateFile>,
): readonly Diagnostic[] {
  const given = givenNames(files);
  return files.flatMap((file) => checkTemplate(file, partials, given));
}

function givenNames(files: readonly TemplateFile[]): GivenNames {
  const values = new Set<string>();
  const partials = new Set<string>();
  for (const file of files) {
    walkTemplate(file.ast, { given: (name) => values.add(name), inlinePartial: (name) => partials.add(name) });
  }
  return { values, partials };
}

function checkTemplate(
  file: TemplateFile,
  partials: ReadonlyMap<string, TemplateFile>,
  given: GivenNames,
): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const names = new Set([...VIEW_NAMES, ...given.values]);
  const tell = (told: Diagnostic | undefined): void => {
    if (told) diagnostics.push(told);
  };
  const partial = (name: string, loc: hbs.AST.SourceLocation): void => {
    if (partials.has(name) || given.partials.has(name)) return;
    tell(unknown('B002', 'partial', name, partials.keys(), templateSpan(file, loc)));
  };
  walkTemplate(file.ast, {
    partial,
    computedPartial: (helper, loc) => {
      if (helper === 'block-partial') for (const name of BLOCK_PARTIALS) partial(name, loc);
      else tell(computedFault(helper, templateSpan(file, loc)));
    },
    helper: (call, loc) => tell(helperFault(call, templateSpan(file, loc))),
    name: (name, loc) => {
      if (!names.has(name)) tell(unknown('B004', 'name', name, names, templateSpan(file, loc)));
    },
    data: (name, loc) => {
      if (!DATA_NAMES.has(name)) tell(unknown('B004', 'name', `@${name}`, atNames(), templateSpan(file, loc)));
    },
    bare: (name, loc) => {
      if (name in HELPER_VALUES) tell(bareFault(name, templateSpan(file, loc)));
    },
  });
  return diagnostics;
}

function atNames(): readonly string[] {
  return [...DATA_NAMES].map((name) => `@${name}`);
}

function helperFault({ name, block, values }: HelperCall, span: Span): Diagnostic | undefined {
  const wanted = HELPER_VALUES[name];
  if (wanted === undefined) return unknown('B005', 'helper', name, Object.keys(HELPER_VALUES), span);
  if (block && !BLOCK_HELPERS.has(name)) {
    const hints = [`print what it gives, as {{${name} …}}, or go through it, as {{#each (${name} …)}}`];
    return diagnose('B005', `the helper "${name}" opens no block`, { span, found: `{{#${name}}}`, hints });
  }
  const [least, most] = wanted;
  if (values >= least && values <= most) return undefined;
  const expected = most === 1 ? 'one value' : least === most ? `${most} values` : `${least} to ${most} values`;
  const hints = [`give it ${expected}, as {{${block ? '#' : ''}${name} ${least === 1 ? 'x' : 'x y'}}}`];
  return diagnose('B005', `the helper "${name}" takes ${expected}`, { span, expected, found: String(values), hints });
}

function bareFault(name: string, span: Span): Diagnostic {
  return diagnose('B005', `the helper "${name}" is given nothing to work on`, {
    span,
    found: `{{${name}}}`,
    hints: [`write {{this.${name}}} for a name of the view, or {{${name} …}} for the helper`],
  });
}

function computedFault(helper: string, span: Span): Diagnostic {
  return diagnose('B005', `"${helper}" cannot name a partial`, {
    span,
    found: `{{> (${helper} …)}}`,
    hints: ['name the partial itself, or use {{> (block-partial type)}} for a block'],
  });
}

function unknown(
  code: 'B002' | 'B004' | 'B005',
  what: string,
  name: string,
  known: Iterable<string>,
  span: Span,
): Diagnostic {
  const near = nearest(name, known);
  return diagnose(code, `no ${what} is called "${name}"`, {
    span,
    found: name,
    hints: near ? [`did you mean "${near}"?`] : [`see templates/README.md for the ${what}s there are`],
  });
}
