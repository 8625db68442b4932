import { Decimal } from '../core/index.ts';

/** A formula as a tree. `T` is what a reference in it stands for. */
export type Formula<T> =
  | { readonly kind: 'number'; readonly value: Decimal }
  | { readonly kind: 'operand'; readonly operand: T }
  | { readonly kind: 'negative'; readonly of: Formula<T> }
  | {
      readonly kind: 'operation';
      readonly sign: '+' | '-' | '*' | '/' | '^';
      readonly left: Formula<T>;
      readonly right: Formula<T>;
    };

type Sign = Extract<Formula<never>, { kind: 'operation' }>['sign'] | '(' | ')';
type Token<T> =
  | { readonly kind: 'number'; readonly value: Decimal }
  | { readonly kind: 'operand'; readonly operand: T }
  | { readonly kind: 'sign'; readonly sign: Sign };

const SIGNS: Readonly<Record<string, Sign>> = {
  '+': '+',
  '＋': '+',
  '-': '-',
  '−': '-',
  '×': '*',
  '*': '*',
  '÷': '/',
  '/': '/',
  '^': '^',
  '(': '(',
  '（': '(',
  ')': ')',
  '）': ')',
};

/**
 * Reads a formula of numbers, references, + − × ÷ ^ and brackets, with the usual precedence. A percent sign divides the
 * number before it by a hundred.
 * @param pieces  typed text, and what references stand for, in reading order
 * @returns undefined for what is no such formula: then it is a description for readers
 */
export function parseFormula<T extends object>(pieces: readonly (T | string)[]): Formula<T> | undefined {
  const tokens = tokenize(pieces);
  if (tokens === undefined || tokens.length === 0) return undefined;
  const parser = { tokens, at: 0 };
  const result = readSum(parser);
  return parser.at === tokens.length ? result : undefined;
}

/** What stands for the references of a formula, in reading order. */
export function operandsOf<T>(formula: Formula<T>): readonly T[] {
  switch (formula.kind) {
    case 'number':
      return [];
    case 'operand':
      return [formula.operand];
    case 'negative':
      return operandsOf(formula.of);
    case 'operation':
      return [...operandsOf(formula.left), ...operandsOf(formula.right)];
  }
}

function tokenize<T extends object>(pieces: readonly (T | string)[]): readonly Token<T>[] | undefined {
  const tokens: Token<T>[] = [];
  for (const piece of pieces) {
    if (typeof piece !== 'string') {
      tokens.push({ kind: 'operand', operand: piece });
      continue;
    }
    for (let rest = piece.trimStart(); rest !== ''; rest = rest.trimStart()) {
      const number = /^(\d[\d,]*(?:\.\d+)?)(%?)/.exec(rest);
      const sign = SIGNS[rest.charAt(0)];
      if (number !== null) {
        const value = new Decimal((number[1] ?? '').replaceAll(',', '')).div(number[2] === '%' ? 100 : 1);
        tokens.push({ kind: 'number', value });
        rest = rest.slice(number[0].length);
      } else if (sign !== undefined) {
        tokens.push({ kind: 'sign', sign });
        rest = rest.slice(1);
      } else {
        return undefined;
      }
    }
  }
  return tokens;
}

interface Parser<T> {
  readonly tokens: readonly Token<T>[];
  at: number;
}

function takeSign<T, S extends Sign>(parser: Parser<T>, ...signs: readonly S[]): S | undefined {
  const token = parser.tokens[parser.at];
  const sign = token?.kind === 'sign' ? signs.find((one) => one === token.sign) : undefined;
  if (sign !== undefined) parser.at += 1;
  return sign;
}

function readSum<T>(parser: Parser<T>): Formula<T> | undefined {
  let left = readProduct(parser);
  for (let sign = takeSign(parser, '+', '-'); sign !== undefined; sign = takeSign(parser, '+', '-')) {
    left = operation(sign, left, readProduct(parser));
  }
  return left;
}

function readProduct<T>(parser: Parser<T>): Formula<T> | undefined {
  let left = readPower(parser);
  for (let sign = takeSign(parser, '*', '/'); sign !== undefined; sign = takeSign(parser, '*', '/')) {
    left = operation(sign, left, readPower(parser));
  }
  return left;
}

/** A power binds to its right: 2 ^ 3 ^ 2 is 2 ^ 9. */
function readPower<T>(parser: Parser<T>): Formula<T> | undefined {
  const base = readFactor(parser);
  return takeSign(parser, '^') === undefined ? base : operation('^', base, readPower(parser));
}

function readFactor<T>(parser: Parser<T>): Formula<T> | undefined {
  if (takeSign(parser, '-') !== undefined) {
    const of = readFactor(parser);
    return of === undefined ? undefined : { kind: 'negative', of };
  }
  if (takeSign(parser, '(') !== undefined) {
    const inner = readSum(parser);
    return takeSign(parser, ')') === undefined ? undefined : inner;
  }
  const token = parser.tokens[parser.at];
  if (token === undefined || token.kind === 'sign') return undefined;
  parser.at += 1;
  return token;
}

function operation<T>(
  sign: Extract<Formula<T>, { kind: 'operation' }>['sign'],
  left: Formula<T> | undefined,
  right: Formula<T> | undefined,
): Formula<T> | undefined {
  return left === undefined || right === undefined ? undefined : { kind: 'operation', sign, left, right };
}
