import { type Diagnostic, diagnose, nearest, type Span } from '../core/index.ts';
import { HELPER_NAMES } from './helpers.ts';
import { BLOCK_PARTIALS, VIEW_NAMES } from './view-names.ts';

/** One template file and its syntax tree. */
export interface TemplateFile {
  readonly name: string;
  readonly path: string;
  readonly source: string;
  readonly ast: hbs.AST.Program;
}

/** Checks the partials, helpers and names of one template against what there is. */
export function readTemplate(file: TemplateFile, partials: ReadonlyMap<string, TemplateFile>): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  walkTemplate(file.ast, {
    partial: (name, loc) => {
      if (partials.has(name)) return;
      diagnostics.push(unknown('B002', 'partial', name, [...partials.keys()], spanOf(file, loc)));
    },
    helper: (name, loc) => {
      if (HELPER_NAMES.has(name)) return;
      diagnostics.push(unknown('B005', 'helper', name, [...HELPER_NAMES], spanOf(file, loc)));
    },
    name: (name, loc) => {
      if (VIEW_NAMES.has(name)) return;
      diagnostics.push(unknown('B004', 'name', name, [...VIEW_NAMES], spanOf(file, loc)));
    },
    bare: (name, loc) => {
      if (!HELPER_NAMES.has(name)) return;
      diagnostics.push(
        diagnose('B005', `the helper "${name}" is given nothing to work on`, {
          span: spanOf(file, loc),
          found: `{{${name}}}`,
          hints: [`write {{this.${name}}} for a name of the view, or {{${name} …}} for the helper`],
        }),
      );
    },
  });
  return diagnostics;
}

/** Partials that reach themselves without any condition on the way would never end. */
export function findCycles(partials: ReadonlyMap<string, TemplateFile>): readonly Diagnostic[] {
  const calls = new Map<string, readonly { name: string; loc: hbs.AST.SourceLocation }[]>();
  for (const [name, file] of partials) {
    const found: { name: string; loc: hbs.AST.SourceLocation }[] = [];
    walkTemplate(file.ast, { partial: (called, loc) => found.push({ name: called, loc }) }, true);
    calls.set(name, found);
  }
  const done = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  const visit = (name: string, path: readonly string[]): void => {
    for (const call of calls.get(name) ?? []) {
      const at = path.indexOf(call.name);
      const file = partials.get(name);
      if (at >= 0 && file) {
        const ring = [...path.slice(at), call.name].join(' → ');
        diagnostics.push(
          diagnose('B003', `the partial "${call.name}" calls itself: ${ring}`, {
            span: spanOf(file, call.loc),
            found: ring,
            hints: ['put the call under a condition that ends, or take it out'],
          }),
        );
      } else if (at < 0 && !done.has(call.name)) visit(call.name, [...path, call.name]);
    }
    done.add(name);
  };
  for (const name of partials.keys()) if (!done.has(name)) visit(name, [name]);
  return diagnostics;
}

interface Visitor {
  readonly partial?: (name: string, loc: hbs.AST.SourceLocation) => void;
  readonly helper?: (name: string, loc: hbs.AST.SourceLocation) => void;
  readonly name?: (name: string, loc: hbs.AST.SourceLocation) => void;
  /** A name that is printed by itself: a helper of that name would be called in its stead. */
  readonly bare?: (name: string, loc: hbs.AST.SourceLocation) => void;
}

/** @param unconditional leaves out what stands inside a block helper */
function walkTemplate(program: hbs.AST.Program, visitor: Visitor, unconditional = false): void {
  const path = (expression: hbs.AST.Expression, called: boolean): void => {
    if (expression.type === 'SubExpression') {
      const sub = expression as hbs.AST.SubExpression;
      path(sub.path, true);
      params(sub.params, sub.hash);
      return;
    }
    if (expression.type !== 'PathExpression') return;
    const found = expression as hbs.AST.PathExpression;
    if (found.data) return;
    const parts = found.parts.filter((part): part is string => typeof part === 'string');
    if (called && parts.length === 1 && found.depth === 0) {
      visitor.helper?.(parts[0] ?? '', found.loc);
      return;
    }
    for (const part of parts) visitor.name?.(part, found.loc);
  };
  const params = (list: readonly hbs.AST.Expression[], hash: hbs.AST.Hash | undefined): void => {
    for (const one of list) path(one, false);
    for (const pair of hash?.pairs ?? []) path(pair.value, false);
  };
  for (const statement of program.body) {
    if (statement.type === 'MustacheStatement') {
      const one = statement as hbs.AST.MustacheStatement;
      const called = one.params.length > 0 || (one.hash?.pairs.length ?? 0) > 0;
      path(one.path as hbs.AST.Expression, called);
      if (!called && one.path.type === 'PathExpression') {
        const { original, loc } = one.path as hbs.AST.PathExpression;
        visitor.bare?.(original, loc);
      }
      params(one.params, one.hash);
    } else if (statement.type === 'BlockStatement') {
      const one = statement as hbs.AST.BlockStatement;
      path(one.path as hbs.AST.Expression, true);
      params(one.params, one.hash);
      if (unconditional) continue;
      walkTemplate(one.program, visitor);
      if (one.inverse) walkTemplate(one.inverse, visitor);
    } else if (statement.type === 'PartialStatement') {
      const one = statement as hbs.AST.PartialStatement;
      if (one.name.type === 'SubExpression') {
        path(one.name, true);
        for (const name of BLOCK_PARTIALS) visitor.partial?.(name, one.loc);
      } else visitor.partial?.((one.name as hbs.AST.PathExpression).original, one.loc);
      params(one.params, one.hash);
    }
  }
}

/** Handlebars counts columns from 0. */
function spanOf(file: TemplateFile, loc: hbs.AST.SourceLocation): Span {
  const point = (at: hbs.AST.Position) => {
    const before = file.source.split('\n').slice(0, at.line - 1);
    return {
      line: at.line,
      column: at.column + 1,
      offset: before.reduce((sum, one) => sum + one.length + 1, at.column),
    };
  };
  return { file: file.path, start: point(loc.start), end: point(loc.end) };
}

function unknown(
  code: 'B002' | 'B004' | 'B005',
  what: string,
  name: string,
  known: readonly string[],
  span: Span,
): Diagnostic {
  const near = nearest(name, known);
  return diagnose(code, `no ${what} is called "${name}"`, {
    span,
    found: name,
    hints: near ? [`did you mean "${near}"?`] : [`see templates/README.md for the ${what}s there are`],
  });
}
