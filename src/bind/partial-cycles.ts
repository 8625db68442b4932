import { type Diagnostic, diagnose } from '../core/index.ts';
import { type TemplateFile, templateSpan } from './template-file.ts';
import { walkTemplate } from './template-walk.ts';

interface PartialCall {
  readonly name: string;
  readonly loc: hbs.AST.SourceLocation;
}

/** Partials that reach themselves without any condition on the way would never end. Emits B003. */
export function findCycles(partials: ReadonlyMap<string, TemplateFile>): readonly Diagnostic[] {
  const calls = new Map([...partials].map(([name, file]) => [name, unconditionalCalls(file)]));
  const done = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  const visit = (name: string, path: readonly string[]): void => {
    for (const call of calls.get(name) ?? []) {
      const at = path.indexOf(call.name);
      const file = partials.get(name);
      if (at >= 0 && file) diagnostics.push(cycleFault(file, call, path.slice(at)));
      else if (at < 0 && !done.has(call.name)) visit(call.name, [...path, call.name]);
    }
    done.add(name);
  };
  for (const name of partials.keys()) if (!done.has(name)) visit(name, [name]);
  return diagnostics;
}

function unconditionalCalls(file: TemplateFile): readonly PartialCall[] {
  const found: PartialCall[] = [];
  walkTemplate(file.ast, { partial: (name, loc) => found.push({ name, loc }) }, true);
  return found;
}

function cycleFault(file: TemplateFile, { name, loc }: PartialCall, path: readonly string[]): Diagnostic {
  const ring = [...path, name].join(' → ');
  return diagnose('B003', `the partial "${name}" calls itself: ${ring}`, {
    span: templateSpan(file, loc),
    found: ring,
    hints: ['put the call under a condition that ends, or take it out'],
  });
}
