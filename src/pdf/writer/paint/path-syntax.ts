import type { Segment } from '../../../core/index.ts';
import { num, type Syntax } from '../file/syntax.ts';

/** Path construction operators; a rectangle that stands straight takes one operator. Source: ISO 32000-1 8.5.2. */
export function pathSyntax(segments: readonly Segment[]): Syntax {
  const box = straightRectangle(segments);
  if (box !== undefined) return `${box.map((edge) => num(edge)).join(' ')} re\n`;
  let out = '';
  for (const segment of segments) {
    if (segment[0] === 'Z') out += 'h\n';
    else if (segment[0] === 'M') out += `${num(segment[1])} ${num(segment[2])} m\n`;
    else if (segment[0] === 'L') out += `${num(segment[1])} ${num(segment[2])} l\n`;
    else {
      const [, x1, y1, x2, y2, x3, y3] = segment;
      out += `${num(x1)} ${num(y1)} ${num(x2)} ${num(y2)} ${num(x3)} ${num(y3)} c\n`;
    }
  }
  return out;
}

/** x, y, width and height, when the path is a closed rectangle along the axes. */
function straightRectangle(segments: readonly Segment[]): readonly [number, number, number, number] | undefined {
  if (segments.length !== 5) return undefined;
  const [a, b, c, d, end] = segments;
  if (a?.[0] !== 'M' || b?.[0] !== 'L' || c?.[0] !== 'L' || d?.[0] !== 'L' || end?.[0] !== 'Z') return undefined;
  const across = a[2] === b[2] && b[1] === c[1] && c[2] === d[2] && d[1] === a[1];
  const upright = a[1] === b[1] && b[2] === c[2] && c[1] === d[1] && d[2] === a[2];
  return across || upright ? [a[1], a[2], c[1] - a[1], c[2] - a[2]] : undefined;
}
