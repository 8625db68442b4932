import { createScanner, isKeyword, type Keyword, Malformed, type Value } from '../objects/index.ts';

/** One operator with what stands before it. An inline image is the operator `BI` with its dictionary and data. */
export interface Operation {
  readonly operator: string;
  readonly operands: readonly Value[];
}

/** Operands before one operator at most; more are junk. */
const MOST_OPERANDS = 512;
const SPACES = /[\s\0]/;

/**
 * Reads a content stream operator by operator. What cannot be read ends it: `fault` says why.
 * Source: ISO 32000-1 7.8.2, 8.9.7.
 */
export function* readContent(
  data: Uint8Array,
  nesting: number,
  fault: (message: string) => void,
): Generator<Operation, void, undefined> {
  const scanner = createScanner(data, 0, data.length, nesting);
  let operands: Value[] = [];
  for (;;) {
    let token: Value | Keyword | undefined;
    try {
      token = scanner.next();
    } catch (cause) {
      if (!(cause instanceof Malformed)) throw cause;
      fault(cause.message);
      return;
    }
    if (token === undefined) break;
    if (!isKeyword(token)) {
      if (operands.length < MOST_OPERANDS) operands.push(token);
      continue;
    }
    if (token.keyword === 'BI') {
      const end = inlineImage(data, scanner, fault);
      if (end === undefined) return;
      yield end;
    } else yield { operator: token.keyword, operands };
    operands = [];
  }
  if (operands.length > 0) fault('the content ends with operands and no operator');
}

function inlineImage(
  data: Uint8Array,
  scanner: ReturnType<typeof createScanner>,
  fault: (message: string) => void,
): Operation | undefined {
  const entries = new Map<string, Value>();
  try {
    for (;;) {
      const key = scanner.next();
      if (isKeyword(key) && key.keyword === 'ID') break;
      const value = scanner.next();
      if (typeof key !== 'object' || key === null || !('name' in key) || value === undefined || isKeyword(value)) {
        fault('an inline image is damaged');
        return undefined;
      }
      entries.set(key.name, value);
    }
  } catch (cause) {
    if (!(cause instanceof Malformed)) throw cause;
    fault(cause.message);
    return undefined;
  }
  const start = scanner.position + 1;
  const view = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  for (let at = view.indexOf('EI', start, 'latin1'); at >= 0; at = view.indexOf('EI', at + 1, 'latin1')) {
    const before = String.fromCharCode(data[at - 1] ?? 32);
    const after = String.fromCharCode(data[at + 2] ?? 32);
    if (!SPACES.test(before) || !SPACES.test(after)) continue;
    scanner.position = at + 2;
    return { operator: 'BI', operands: [{ dict: { entries }, raw: data.subarray(start, at - 1) }] };
  }
  fault('an inline image does not end');
  return undefined;
}
