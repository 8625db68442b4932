import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Segment } from '../../../src/core/index.ts';
import { arcSegments } from '../../../src/pdf/writer/svg/arc.ts';
import { readPathData } from '../../../src/pdf/writer/svg/path-data.ts';
import { svgDrawing } from '../../../src/pdf/writer/svg/svg-drawing.ts';
import { readTransform } from '../../../src/pdf/writer/svg/transform.ts';
import { readXml } from '../../../src/pdf/writer/svg/xml.ts';

const svg = (inner: string, attributes = 'viewBox="0 0 100 50"'): string =>
  `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inner}</svg>`;

const opsOf = (inner: string) => svgDrawing(svg(inner), 'zh').drawing?.ops;
const problemsOf = (inner: string) => svgDrawing(svg(inner), 'zh').problems;

describe('path data', () => {
  it('goes from relative and short commands to absolute ones', () => {
    expect(readPathData('m10 10h5v5H10z l1,1')).toEqual([
      ['M', 10, 10],
      ['L', 15, 10],
      ['L', 15, 15],
      ['L', 10, 15],
      ['Z'],
      ['L', 11, 11],
    ]);
  });

  it('repeats commands and reads numbers without separators', () => {
    expect(readPathData('M0 0 1-1.5.5')).toBeUndefined();
    expect(readPathData('M0 0 1-1.5.5.5')).toEqual([
      ['M', 0, 0],
      ['L', 1, -1.5],
      ['L', 0.5, 0.5],
    ]);
  });

  it('mirrors the control point of a smooth curve', () => {
    expect(readPathData('M0 0C1 1 2 2 3 0S5-2 6 0')?.[2]).toEqual(['C', 4, -2, 5, -2, 6, 0]);
    expect(readPathData('M0 0S5-2 6 0')?.[1]).toEqual(['C', 0, 0, 5, -2, 6, 0]);
  });

  it('lifts quadratic curves', () => {
    expect(readPathData('M0 0Q3 3 6 0T12 0')).toEqual([
      ['M', 0, 0],
      ['C', 2, 2, 4, 2, 6, 0],
      ['C', 8, -2, 10, -2, 12, 0],
    ]);
  });

  it('reads arc flags that are written together', () => {
    const apart = readPathData('M0 0A5 5 0 0 1 5 5');
    expect(readPathData('M0 0a5 5 0 015 5')).toEqual(apart);
    expect(apart).toHaveLength(2);
  });

  it('is refused when it breaks the grammar', () => {
    for (const data of ['L1 1', 'M0', 'M0 0 C1 1', 'M0 0 x', 'M0 0 Z 1']) expect(readPathData(data)).toBeUndefined();
    expect(readPathData('')).toEqual([]);
  });
});

describe('arcs', () => {
  it('stay on their ellipse and end where they should', () => {
    const coordinate = fc.double({ min: -100, max: 100, noNaN: true });
    const radius = fc.double({ min: 1, max: 80, noNaN: true });
    const input = fc.record({
      from: fc.tuple(coordinate, coordinate),
      to: fc.tuple(coordinate, coordinate),
      rx: radius,
      ry: radius,
      turn: fc.constantFrom(0, 30, 90),
      large: fc.boolean(),
      sweep: fc.boolean(),
    });
    fc.assert(
      fc.property(input, (arc) => {
        const segments = arcSegments(arc);
        fc.pre(segments.length > 0);
        const end = segments.at(-1) as Extract<Segment, readonly ['C', ...number[]]>;
        expect([end[5], end[6]]).toEqual([...arc.to]);
        if (arc.rx !== arc.ry) return;
        // On a circle, every joint has the same distance from the middle of the first two radii.
        const chord = Math.hypot(arc.to[0] - arc.from[0], arc.to[1] - arc.from[1]);
        const r = Math.max(arc.rx, chord / 2);
        for (const segment of segments) {
          if (segment[0] !== 'C') continue;
          const reach = Math.hypot(segment[5] - arc.from[0], segment[6] - arc.from[1]);
          expect(reach).toBeLessThanOrEqual(2 * r + 1e-6);
        }
      }),
    );
  });

  it('draw a half circle through its top', () => {
    const [first] = arcSegments({ from: [0, 0], to: [10, 0], rx: 5, ry: 5, turn: 0, large: false, sweep: true });
    expect(first?.[5]).toBeCloseTo(5);
    expect(first?.[6]).toBeCloseTo(-5);
  });
});

describe('SVG', () => {
  it('keeps shapes with their paint, dashes and rules', () => {
    expect(opsOf('<path d="M0 0L9 9" fill="none" stroke="#1b5e7a" stroke-width="5" stroke-dasharray="14 9"/>')).toEqual(
      [
        {
          op: 'path',
          segments: [
            ['M', 0, 0],
            ['L', 9, 9],
          ],
          stroke: { paint: '#1b5e7a', width: 5, cap: 'butt', join: 'miter', dash: [14, 9] },
        },
      ],
    );
    expect(opsOf('<polygon points="0,0 4,0 4,4" fill="red" fill-rule="evenodd"/>')).toMatchObject([
      { fill: '#ff0000', evenOdd: true, segments: [['M', 0, 0], ['L', 4, 0], ['L', 4, 4], ['Z']] },
    ]);
    expect(opsOf('<circle cx="5" cy="5" r="2"/>')).toMatchObject([{ fill: '#000000' }]);
  });

  it('hands style down through groups, `style` over attributes', () => {
    const ops = opsOf(
      '<g fill="#f00" stroke="blue"><rect width="4" height="4" fill="#0f0" style="fill:rgb(0, 0, 255)"/></g>',
    );
    expect(ops).toMatchObject([{ fill: '#0000ff', stroke: { paint: '#0000ff' } }]);
  });

  it('keeps transforms around what they move', () => {
    expect(
      opsOf('<g transform="translate(3 4) scale(2)"><rect width="1" height="1"/></g>')?.map(({ op }) => op),
    ).toEqual(['transform', 'path', 'restore']);
    expect(readTransform('translate(3 4) scale(2)')).toEqual([2, 0, 0, 2, 3, 4]);
    expect(readTransform('rotate(90 5 5)')?.map((part) => Math.round(part))).toEqual([0, 1, -1, 0, 10, 0]);
    expect(readTransform('spin(3)')).toBeUndefined();
  });

  it('moves a view box to the origin', () => {
    const { drawing } = svgDrawing(svg('<rect width="1" height="1"/>', 'viewBox="10 20 30 40"'), 'zh');
    expect(drawing).toMatchObject({ width: 30, height: 40 });
    expect(drawing?.ops[0]).toEqual({ op: 'transform', matrix: [1, 0, 0, 1, -10, -20] });
  });

  it('keeps lines of text in the fonts of the report', () => {
    expect(
      opsOf(
        '<text x="5" y="9" font-family="Georgia, serif" font-weight="bold" text-anchor="middle">港湾 A&amp;B</text>',
      ),
    ).toEqual([
      {
        op: 'text',
        text: '港湾 A&B',
        x: 5,
        y: 9,
        size: 16,
        font: { family: 'serif', weight: 600 },
        paint: '#000000',
        lang: 'zh',
        align: 'middle',
      },
    ]);
  });

  it('names what it cannot set instead of losing it', () => {
    expect(problemsOf('<rect width="4" height="4" fill="url(#g)"/>')).toEqual(['fill="url(#g)" cannot be read']);
    expect(problemsOf('<rect width="4" height="4" opacity="0.5"/>')).toEqual(['opacity="0.5" cannot be set']);
    expect(problemsOf('<defs><linearGradient id="g"/></defs>')).toEqual(['the element <defs> cannot be set']);
    expect(problemsOf('<image href="x.png"/>')).toEqual(['the element <image> cannot be set']);
    expect(problemsOf('<path d="M0 0 L"/>')).toEqual(['the shape of a <path> cannot be read']);
    expect(problemsOf('<text>a<tspan dx="3">b</tspan></text>')).toHaveLength(1);
    expect(problemsOf('<title>x</title><defs/><rect width="4" height="4" opacity="1.0"/>')).toEqual([]);
  });

  it('refuses what is no drawing', () => {
    expect(svgDrawing('not xml', 'zh').drawing).toBeUndefined();
    expect(svgDrawing('<svg><g></svg>', 'zh').drawing).toBeUndefined();
    expect(svgDrawing(svg('', ''), 'zh').problems).toEqual(['it has neither a viewBox nor a width and height']);
  });

  it('expands no entities', () => {
    expect(readXml('<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>')).toBeUndefined();
    expect(readXml('<svg>&a;&#x4e2d;</svg>')?.children.join('')).toBe('&a;中');
  });
});
