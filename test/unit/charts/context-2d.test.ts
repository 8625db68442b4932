import { describe, expect, it } from 'vitest';
import { createRecorder, type Recorder } from '../../../src/charts/context-2d.ts';
import type { LabelMeasure } from '../../../src/charts/label-measure.ts';
import { InternalError, type PathOp } from '../../../src/core/index.ts';
import { extentOf } from './drawn.ts';

/** Half an em a character; capitals of 0.7 em. */
const measure: LabelMeasure = {
  width: (text, _font, size) => text.length * size * 0.5,
  extent: () => ({ ascent: 0.9, descent: 0.3, capHeight: 0.7 }),
};

function recorder(pixelRatio = 1): Recorder {
  const paints = new Set(['ink', 'white']);
  return createRecorder({ width: 100, height: 50, measure, hasPaint: (name) => paints.has(name), pixelRatio });
}

describe('the recording context', () => {
  it('resolves transforms into the coordinates, the widths and the dashes', () => {
    const { context, drawing } = recorder();
    context.strokeStyle = 'ink';
    context.lineWidth = 2;
    context.setLineDash([3, 1]);
    context.translate(10, 5);
    context.scale(2, 2);
    context.beginPath();
    context.moveTo(1, 1);
    context.lineTo(3, 1);
    context.stroke();
    expect(drawing().ops).toEqual([
      {
        op: 'path',
        segments: [
          ['M', 12, 7],
          ['L', 16, 7],
        ],
        stroke: { paint: 'ink', width: 4, dash: [6, 2] },
      },
    ]);
  });

  it('undoes the pixel ratio of whoever draws, so that snapping does not move lines', () => {
    const { context, drawing } = recorder(1000);
    context.setTransform(1000, 0, 0, 1000, 0, 0);
    context.fillStyle = 'ink';
    context.fillRect(1.2345, 2, 3, 4);
    expect(extentOf(drawing().ops[0] as PathOp)).toEqual({ x: 1.235, y: 2, width: 3, height: 4 });
  });

  it('brings back colours, dashes, fonts and transforms on restore', () => {
    const { context, drawing } = recorder();
    context.fillStyle = 'ink';
    context.save();
    context.fillStyle = 'white';
    context.font = '600 20px serif-zh';
    context.translate(50, 0);
    context.restore();
    context.font = '400 8px sans-en';
    context.fillText('a', 1, 2);
    expect(drawing().ops).toEqual([
      {
        op: 'text',
        text: 'a',
        x: 1,
        y: 2,
        size: 8,
        font: { family: 'sans', weight: 400 },
        paint: 'ink',
        lang: 'en',
        align: 'start',
      },
    ]);
  });

  it('joins a fill and a stroke of one path', () => {
    const { context, drawing } = recorder();
    context.fillStyle = 'white';
    context.strokeStyle = 'ink';
    context.lineWidth = 0.5;
    context.beginPath();
    context.rect(0, 0, 4, 4);
    context.fill();
    context.stroke();
    expect(drawing().ops).toHaveLength(1);
    expect(drawing().ops[0]).toMatchObject({ fill: 'white', stroke: { paint: 'ink', width: 0.5 } });
  });

  it('closes every clip with a restore, and drops a clip around nothing', () => {
    const { context, drawing } = recorder();
    context.fillStyle = 'ink';
    context.save();
    context.beginPath();
    context.rect(0, 0, 4, 4);
    context.clip();
    context.fillRect(0, 0, 9, 9);
    context.restore();
    context.save();
    context.clip();
    context.restore();
    expect(drawing().ops.map(({ op }) => op)).toEqual(['clip', 'path', 'restore']);
  });

  it('turns arcs into curves that stay on the circle', () => {
    const { context, drawing } = recorder();
    context.fillStyle = 'ink';
    context.beginPath();
    context.arc(20, 20, 10, -Math.PI / 2, Math.PI);
    context.fill();
    const { segments } = drawing().ops[0] as PathOp;
    const ends = segments.map((segment) => segment.slice(-2) as unknown as [number, number]);
    expect(ends).toHaveLength(4);
    for (const [x, y] of ends) expect(Math.hypot(x - 20, y - 20)).toBeCloseTo(10, 2);
    expect(ends[0]).toEqual([20, 10]);
    expect(ends[3]).toEqual([10, 20]);
  });

  it('rounds corners inside the rectangle', () => {
    const { context, drawing } = recorder();
    context.fillStyle = 'ink';
    context.beginPath();
    context.roundRect(10, 10, 20, 10, 3);
    context.fill();
    const op = drawing().ops[0] as PathOp;
    expect(extentOf(op)).toEqual({ x: 10, y: 10, width: 20, height: 10 });
    expect(op.segments.filter(([kind]) => kind === 'C')).toHaveLength(4);
    expect(op.segments.some((segment) => segment[1] === 10 && segment[2] === 10)).toBe(false);
  });

  it('sets text on its baseline from each vertical anchor', () => {
    const { context, drawing } = recorder();
    context.fillStyle = 'ink';
    context.font = '400 10px sans-en';
    for (const baseline of ['alphabetic', 'middle', 'top', 'bottom']) {
      context.textBaseline = baseline;
      context.fillText('0', 0, 20);
    }
    expect(drawing().ops.map((op) => (op.op === 'text' ? op.y : undefined))).toEqual([20, 23.5, 29, 17]);
  });

  it('tells the angle of turned text', () => {
    const { context, drawing } = recorder();
    context.fillStyle = 'ink';
    context.translate(5, 40);
    context.rotate(-Math.PI / 2);
    context.fillText('up', 0, 0);
    expect(drawing().ops[0]).toMatchObject({ x: 5, y: 40, rotate: -90 });
  });

  it('measures with the fonts of the report', () => {
    const { context } = recorder();
    context.font = 'italic 600 10px serif-zh';
    expect(context.measureText('abcd').width).toBe(20);
  });

  it.each([
    ['transparency', (context: Recorder['context']) => (context.globalAlpha = 0.5)],
    ['a colour that is no paint', (context: Recorder['context']) => (context.fillStyle = '#ff0000')],
  ])('refuses %s', (_, spoil) => {
    const { context } = recorder();
    context.fillStyle = 'ink';
    spoil(context);
    expect(() => context.fillRect(0, 0, 1, 1)).toThrow(InternalError);
  });

  it('refuses outlined text, pictures and fonts that are not the theme’s', () => {
    const { context } = recorder();
    context.fillStyle = 'ink';
    expect(() => context.strokeText('a')).toThrow(InternalError);
    expect(() => context.drawImage()).toThrow(InternalError);
    context.font = '12px Helvetica';
    expect(() => context.fillText('a', 0, 0)).toThrow(InternalError);
  });
});
