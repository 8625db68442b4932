import { IDENTITY, type Matrix, multiply } from '../../../core/index.ts';
import { readNumbers } from './shapes.ts';

const FUNCTION = /(matrix|translate|scale|rotate|skewX|skewY)\s*\(([^)]*)\)/g;

/** Reads a transform list into one matrix; undefined when it breaks the grammar. Source: SVG 1.1 7.6. */
export function readTransform(text: string): Matrix | undefined {
  if (text.replace(FUNCTION, '').replace(/[\s,]/g, '') !== '') return undefined;
  let all = IDENTITY;
  for (const [, name = '', list = ''] of text.matchAll(FUNCTION)) {
    const values = readNumbers(list);
    const one = values === undefined ? undefined : matrixOf(name, values);
    if (one === undefined) return undefined;
    all = multiply(one, all);
  }
  return all;
}

function matrixOf(name: string, values: readonly number[]): Matrix | undefined {
  const [a = 0, b, c, d = 0, e = 0, f = 0] = values;
  if (name === 'matrix') return values.length === 6 ? [a, b ?? 0, c ?? 0, d, e, f] : undefined;
  if (values.length === 0) return undefined;
  if (name === 'translate') return [1, 0, 0, 1, a, b ?? 0];
  if (name === 'scale') return [a, 0, 0, b ?? a, 0, 0];
  const angle = (a * Math.PI) / 180;
  if (name === 'skewX') return [1, 0, Math.tan(angle), 1, 0, 0];
  if (name === 'skewY') return [1, Math.tan(angle), 0, 1, 0, 0];
  const turn: Matrix = [Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), 0, 0];
  const [x, y] = [b ?? 0, c ?? 0];
  return multiply(multiply([1, 0, 0, 1, -x, -y], turn), [1, 0, 0, 1, x, y]);
}
