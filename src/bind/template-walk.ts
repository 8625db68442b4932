/** A call of a helper: as a block, inside an expression or by itself. */
export interface HelperCall {
  readonly name: string;
  readonly block: boolean;
  /** How many values it is given, the named ones not counted. */
  readonly values: number;
}

type Loc = hbs.AST.SourceLocation;

/** What a walk through a template's tree meets. */
export interface TemplateVisitor {
  /** A partial by its name. */
  readonly partial?: (name: string, loc: Loc) => void;
  /** A partial whose name a helper computes. */
  readonly computedPartial?: (helper: string, loc: Loc) => void;
  readonly helper?: (call: HelperCall, loc: Loc) => void;
  /** A name that is looked up in the view. */
  readonly name?: (name: string, loc: Loc) => void;
  /** `@index` and the like, without the mark. */
  readonly data?: (name: string, loc: Loc) => void;
  /** A name that is printed by itself: a helper of that name would be called in its stead. */
  readonly bare?: (name: string, loc: Loc) => void;
  /** A name that the template gives itself: a parameter of a partial, or one after `as |…|`. */
  readonly given?: (name: string) => void;
  /** A partial that the template defines inside itself. */
  readonly inlinePartial?: (name: string) => void;
}

/**
 * Visits every expression of a template in the order of the file.
 * @param unconditional leaves out what stands inside a block helper
 */
export function walkTemplate(program: hbs.AST.Program, visitor: TemplateVisitor, unconditional = false): void {
  for (const name of program.blockParams ?? []) visitor.given?.(name);
  for (const statement of program.body) visitStatement(statement, visitor, unconditional);
}

function visitStatement(statement: hbs.AST.Statement, visitor: TemplateVisitor, unconditional: boolean): void {
  const inside = (program: hbs.AST.Program | undefined): void => {
    if (program) walkTemplate(program, visitor, unconditional);
  };
  switch (statement.type) {
    case 'MustacheStatement':
      visitMustache(statement as hbs.AST.MustacheStatement, visitor);
      return;
    case 'BlockStatement': {
      const one = statement as hbs.AST.BlockStatement;
      visitCall(one, visitor, true);
      if (unconditional) return;
      inside(one.program);
      inside(one.inverse);
      return;
    }
    case 'PartialStatement':
    case 'PartialBlockStatement': {
      const one = statement as hbs.AST.PartialStatement & { readonly program?: hbs.AST.Program };
      visitPartial(one, visitor);
      inside(one.program);
      return;
    }
    case 'DecoratorBlock': {
      const one = statement as hbs.AST.DecoratorBlock;
      const [name] = one.params;
      if (one.path.original !== 'inline')
        visitor.helper?.({ name: `*${one.path.original}`, block: true, values: 1 }, one.loc);
      if (name?.type === 'StringLiteral') visitor.inlinePartial?.((name as hbs.AST.StringLiteral).value);
      inside(one.program);
      return;
    }
    case 'Decorator': {
      const { path, params, loc } = statement as hbs.AST.Decorator;
      const { original } = path as hbs.AST.PathExpression;
      visitor.helper?.({ name: `*${original}`, block: false, values: params.length }, loc);
      return;
    }
    default:
      return;
  }
}

function visitMustache(one: hbs.AST.MustacheStatement, visitor: TemplateVisitor): void {
  if (one.params.length > 0 || (one.hash?.pairs.length ?? 0) > 0) {
    visitCall(one, visitor, false);
    return;
  }
  visitValue(one.path as hbs.AST.Expression, visitor);
  if (one.path.type !== 'PathExpression') return;
  const { original, loc } = one.path as hbs.AST.PathExpression;
  visitor.bare?.(original, loc);
}

function visitPartial(one: hbs.AST.PartialStatement, visitor: TemplateVisitor): void {
  if (one.name.type === 'SubExpression') {
    const sub = one.name as hbs.AST.SubExpression;
    visitor.computedPartial?.((sub.path as hbs.AST.PathExpression).original, one.loc);
    visitCall(sub, visitor, false);
  } else {
    const { original } = one.name as hbs.AST.PathExpression;
    if (original !== '@partial-block') visitor.partial?.(String(original), one.loc);
  }
  for (const pair of one.hash?.pairs ?? []) visitor.given?.(pair.key);
  visitValues(one, visitor);
}

type Call = Pick<hbs.AST.SubExpression, 'path' | 'params' | 'hash' | 'loc'>;

function visitCall(
  call: hbs.AST.MustacheStatement | hbs.AST.BlockStatement | hbs.AST.SubExpression,
  visitor: TemplateVisitor,
  block: boolean,
): void {
  const path = call.path as hbs.AST.PathExpression;
  visitor.helper?.({ name: String(path.original), block, values: call.params.length }, path.loc);
  visitValues(call, visitor);
}

function visitValues(call: Pick<Call, 'params' | 'hash'>, visitor: TemplateVisitor): void {
  for (const one of call.params) visitValue(one, visitor);
  for (const pair of call.hash?.pairs ?? []) visitValue(pair.value, visitor);
}

function visitValue(expression: hbs.AST.Expression, visitor: TemplateVisitor): void {
  if (expression.type === 'SubExpression') {
    visitCall(expression as hbs.AST.SubExpression, visitor, false);
    return;
  }
  if (expression.type !== 'PathExpression') return;
  const found = expression as hbs.AST.PathExpression;
  const parts = found.parts.filter((part): part is string => typeof part === 'string');
  const names = found.data ? parts.slice(1) : parts;
  if (found.data) visitor.data?.(parts[0] ?? '', found.loc);
  for (const name of names) visitor.name?.(name, found.loc);
}
