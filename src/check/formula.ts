import { Decimal } from '../core/index.ts';
import type { Range } from './stated-change.ts';

/** A piece of a formula: a range that a reference stands for, or typed characters. */
export type FormulaPiece = Range | string;

type Token = { readonly kind: 'range'; readonly range: Range } | { readonly kind: 'sign'; readonly sign: string };

/**
 * Computes a formula of numbers, references, + − × ÷ and brackets, in intervals. Typed numbers are exact; a percent sign
 * divides by a hundred.
 * @returns undefined for what is no such formula: then it is a description for readers
 */
export function evaluateFormula(pieces: readonly FormulaPiece[]): Range | undefined {
  const tokens = tokenize(pieces);
  if (tokens === undefined || tokens.length === 0) return undefined;
  const parser = { tokens, at: 0 };
  const result = readSum(parser);
  return parser.at === tokens.length ? result : undefined;
}

const SIGNS: Readonly<Record<string, string>> = {
  '+': '+',
  '＋': '+',
  '-': '-',
  '−': '-',
  '×': '*',
  '*': '*',
  '÷': '/',
  '/': '/',
  '(': '(',
  '（': '(',
  ')': ')',
  '）': ')',
};

function tokenize(pieces: readonly FormulaPiece[]): readonly Token[] | undefined {
  const tokens: Token[] = [];
  for (const piece of pieces) {
    if (typeof piece !== 'string') {
      tokens.push({ kind: 'range', range: piece });
      continue;
    }
    for (let rest = piece.trimStart(); rest !== ''; rest = rest.trimStart()) {
      const number = /^(\d[\d,]*(?:\.\d+)?)(%?)/.exec(rest);
      const sign = SIGNS[rest.charAt(0)];
      if (number !== null) {
        const value = new Decimal((number[1] ?? '').replaceAll(',', '')).div(number[2] === '%' ? 100 : 1);
        tokens.push({ kind: 'range', range: { low: value, high: value } });
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

interface Parser {
  readonly tokens: readonly Token[];
  at: number;
}

function takeSign(parser: Parser, signs: string): string | undefined {
  const token = parser.tokens[parser.at];
  if (token?.kind !== 'sign' || !signs.includes(token.sign)) return undefined;
  parser.at += 1;
  return token.sign;
}

function readSum(parser: Parser): Range | undefined {
  let left = readProduct(parser);
  for (let sign = takeSign(parser, '+-'); sign !== undefined && left !== undefined; sign = takeSign(parser, '+-')) {
    const right = readProduct(parser);
    left = right === undefined ? undefined : add(left, sign === '+' ? right : negative(right));
  }
  return left;
}

function readProduct(parser: Parser): Range | undefined {
  let left = readFactor(parser);
  for (let sign = takeSign(parser, '*/'); sign !== undefined && left !== undefined; sign = takeSign(parser, '*/')) {
    const right = readFactor(parser);
    const factor = right !== undefined && sign === '/' ? inverse(right) : right;
    left = factor === undefined ? undefined : multiply(left, factor);
  }
  return left;
}

function readFactor(parser: Parser): Range | undefined {
  if (takeSign(parser, '-') !== undefined) {
    const operand = readFactor(parser);
    return operand === undefined ? undefined : negative(operand);
  }
  if (takeSign(parser, '(') !== undefined) {
    const inner = readSum(parser);
    return takeSign(parser, ')') === undefined ? undefined : inner;
  }
  const token = parser.tokens[parser.at];
  if (token?.kind !== 'range') return undefined;
  parser.at += 1;
  return token.range;
}

function add(a: Range, b: Range): Range {
  return { low: a.low.plus(b.low), high: a.high.plus(b.high) };
}

function negative({ low, high }: Range): Range {
  return { low: high.neg(), high: low.neg() };
}

function multiply(a: Range, b: Range): Range {
  const corners = [a.low, a.high].flatMap((x) => [b.low, b.high].map((y) => x.times(y)));
  return { low: Decimal.min(...corners), high: Decimal.max(...corners) };
}

/** Undefined when zero lies within. */
function inverse({ low, high }: Range): Range | undefined {
  if (low.lte(0) && high.gte(0)) return undefined;
  return { low: new Decimal(1).div(high), high: new Decimal(1).div(low) };
}
