import type Handlebars from 'handlebars';
import type { Point, Span } from '../core/index.ts';

/** One template file and its syntax tree. */
export interface TemplateFile {
  readonly name: string;
  readonly path: string;
  readonly source: string;
  readonly ast: hbs.AST.Program;
  /** Compiled when it first runs, for all editions; takes its helpers and partials along with the view. */
  readonly run: Handlebars.TemplateDelegate;
}

/**
 * A place in a template's source.
 * @param line   from 1
 * @param column from 0, as Handlebars counts
 */
export function templatePoint(source: string, line: number, column: number): Point {
  const before = source.split('\n').slice(0, line - 1);
  const offset = before.reduce((sum, one) => sum + one.length + 1, column);
  return { line, column: column + 1, offset: Math.min(source.length, offset) };
}

/** The span of a node of a template. */
export function templateSpan(file: TemplateFile, loc: hbs.AST.SourceLocation): Span {
  return {
    file: file.path,
    start: templatePoint(file.source, loc.start.line, loc.start.column),
    end: templatePoint(file.source, loc.end.line, loc.end.column),
  };
}
