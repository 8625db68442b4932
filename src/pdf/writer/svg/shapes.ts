import { ellipse, QUARTER_ARM, rectangle, type Segment } from '../../../core/index.ts';
import { readPathData } from './path-data.ts';
import type { XmlElement } from './xml.ts';

/** Shape elements that can be read. */
export const SHAPES: ReadonlySet<string> = new Set([
  'path',
  'rect',
  'circle',
  'ellipse',
  'line',
  'polyline',
  'polygon',
]);

/** The outline of a basic shape; undefined when an attribute cannot be read. Source: SVG 1.1 9. */
export function shapeSegments({ name, attributes }: XmlElement): readonly Segment[] | undefined {
  const length = (key: string, other = 0): number => readLength(attributes.get(key)) ?? other;
  if (name === 'path') return readPathData(attributes.get('d') ?? '');
  if (name === 'line')
    return [
      ['M', length('x1'), length('y1')],
      ['L', length('x2'), length('y2')],
    ];
  if (name === 'circle') return rounded(length('cx'), length('cy'), length('r'), length('r'));
  if (name === 'ellipse') return rounded(length('cx'), length('cy'), length('rx'), length('ry'));
  if (name === 'rect') {
    const [width, height] = [length('width'), length('height')];
    const rx = Math.min(length('rx', length('ry')), width / 2);
    const ry = Math.min(length('ry', length('rx')), height / 2);
    return roundedRectangle([length('x'), length('y'), width, height], rx, ry);
  }
  const numbers = readNumbers(attributes.get('points') ?? '');
  if (numbers === undefined || numbers.length % 2 !== 0) return undefined;
  const points: Segment[] = [];
  for (let i = 0; i < numbers.length; i += 2) {
    points.push([i === 0 ? 'M' : 'L', numbers[i] ?? 0, numbers[i + 1] ?? 0]);
  }
  return name === 'polygon' && points.length > 0 ? [...points, ['Z']] : points;
}

/** A circle or ellipse; one without extent is not drawn. Source: SVG 1.1 9.3, 9.4. */
function rounded(x: number, y: number, rx: number, ry: number): readonly Segment[] {
  return rx <= 0 || ry <= 0 ? [] : ellipse(x, y, rx, ry);
}

function roundedRectangle(
  [x, y, width, height]: readonly [number, number, number, number],
  rx: number,
  ry: number,
): readonly Segment[] {
  const [right, bottom] = [x + width, y + height];
  if (width <= 0 || height <= 0) return [];
  if (rx <= 0 || ry <= 0) return rectangle(x, y, width, height);
  const [kx, ky] = [rx * (1 - QUARTER_ARM), ry * (1 - QUARTER_ARM)];
  return [
    ['M', x + rx, y],
    ['L', right - rx, y],
    ['C', right - kx, y, right, y + ky, right, y + ry],
    ['L', right, bottom - ry],
    ['C', right, bottom - ky, right - kx, bottom, right - rx, bottom],
    ['L', x + rx, bottom],
    ['C', x + kx, bottom, x, bottom - ky, x, bottom - ry],
    ['L', x, y + ry],
    ['C', x, y + ky, x + kx, y, x + rx, y],
    ['Z'],
  ];
}

const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  mm: 96 / 25.4,
  cm: 960 / 25.4,
  in: 96,
};

/** A length in user units; undefined for anything else, percentages too. */
export function readLength(text: string | undefined): number | undefined {
  const match = /^\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(px|pt|pc|mm|cm|in)?\s*$/i.exec(text ?? '');
  return match === null ? undefined : Number(match[1]) * (UNITS[match[2]?.toLowerCase() ?? ''] ?? 1);
}

/** Numbers parted by spaces or commas; undefined when something else stands among them. */
export function readNumbers(text: string): readonly number[] | undefined {
  const found = text.match(/[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/gi) ?? [];
  const rest = text.replace(/[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/gi, '').replace(/[\s,]/g, '');
  return rest === '' ? found.map(Number) : undefined;
}
