import {
  createScanner,
  isKeyword,
  isName,
  isWhite,
  Malformed,
  type Scanner,
  type Stream,
  type Value,
} from '../objects/index.ts';

/**
 * Told of one operator with what stands before it; the operands hold only until it returns.
 * An inline image is the operator `BI` with its dictionary and data.
 */
export type OnOperator = (operator: string, operands: readonly Value[]) => void;

/** Operands before one operator at most; more are junk. */
const MOST_OPERANDS = 512;
const SPACE = 32;

/**
 * Reads a content stream operator by operator. What cannot be read ends it: `fault` says why.
 * Source: ISO 32000-1 7.8.2, 8.9.7.
 */
export function readContent(
  data: Uint8Array,
  nesting: number,
  act: OnOperator,
  fault: (message: string) => void,
): void {
  try {
    readOperators(data, createScanner(data, 0, data.length, nesting), act);
  } catch (cause) {
    if (!(cause instanceof Malformed)) throw cause;
    fault(cause.message);
  }
}

/** Throws Malformed. */
function readOperators(data: Uint8Array, scanner: Scanner, act: OnOperator): void {
  const operands: Value[] = [];
  for (let token = scanner.next(); token !== undefined; token = scanner.next()) {
    if (typeof token === 'number' || !isKeyword(token)) {
      if (operands.length < MOST_OPERANDS) operands.push(token);
      continue;
    }
    if (token.keyword === 'BI') act('BI', [inlineImage(data, scanner)]);
    else act(token.keyword, operands);
    // One by one, since a list whose length is set gives its room away, and there are as many operators as lists.
    while (operands.length > 0) operands.pop();
  }
  if (operands.length > 0) throw new Malformed('the content ends with operands and no operator');
}

function inlineImage(data: Uint8Array, scanner: Scanner): Stream {
  const entries = new Map<string, Value>();
  for (;;) {
    const key = scanner.next();
    if (isKeyword(key) && key.keyword === 'ID') break;
    const value = scanner.next();
    if (isKeyword(key) || !isName(key) || value === undefined || isKeyword(value))
      throw new Malformed('an inline image is damaged');
    entries.set(key.name, value);
  }
  const start = scanner.position + 1;
  const view = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  for (let at = view.indexOf('EI', start, 'latin1'); at >= 0; at = view.indexOf('EI', at + 1, 'latin1')) {
    if (!isWhite(data[at - 1] ?? SPACE) || !isWhite(data[at + 2] ?? SPACE)) continue;
    scanner.position = at + 2;
    return { dict: { entries }, raw: data.subarray(start, at - 1) };
  }
  throw new Malformed('an inline image does not end');
}
