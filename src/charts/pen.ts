import type { FontStyle, Lang, Paint, Stroke } from '../core/index.ts';
import { type Canvas2D, fontValue, type Surface } from './canvas.ts';

/** A rectangle; x and y of its upper left corner. pt. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Text of one look and language. */
export interface Run {
  readonly text: string;
  readonly lang: Lang;
  readonly font: FontStyle;
  readonly size: number;
  readonly paint: Paint;
}

/** Fill and stroke of a shape, fill first. */
export interface Ink {
  readonly fill?: Paint;
  readonly stroke?: Stroke;
}

/** Draws marks and words on a canvas, whatever stands behind it. Lengths in pt, y down, text on its baseline. */
export interface Pen {
  text(run: Run, x: number, y: number, align?: 'start' | 'middle' | 'end', degrees?: number): void;
  line(x1: number, y1: number, x2: number, y2: number, stroke: Stroke): void;
  rect(box: Box, ink: Ink): void;
  circle(x: number, y: number, radius: number, ink: Ink): void;
  polygon(points: readonly (readonly [number, number])[], ink: Ink): void;
  /** A shape of the canvas's own path calls. */
  shape(shape: (canvas: Canvas2D) => void, ink: Ink): void;
  /** Draws within a shape. */
  within(shape: (canvas: Canvas2D) => void, draw: () => void): void;
}

/** A pen on a canvas. */
export function createPen(canvas: Canvas2D, surface: Surface): Pen {
  const apply = (ink: Ink): void => {
    if (ink.fill !== undefined) {
      canvas.fillStyle = surface.paint(ink.fill);
      canvas.fill();
    }
    if (ink.stroke !== undefined) {
      canvas.strokeStyle = surface.paint(ink.stroke.paint);
      canvas.lineWidth = ink.stroke.width;
      canvas.lineCap = ink.stroke.cap ?? 'butt';
      canvas.lineJoin = ink.stroke.join ?? 'miter';
      canvas.setLineDash(ink.stroke.dash ?? []);
      canvas.stroke();
      canvas.setLineDash([]);
    }
  };
  return {
    text(run, x, y, align = 'start', degrees = 0) {
      if (run.text === '') return;
      canvas.font = fontValue(surface, run.font, run.lang, run.size);
      canvas.fillStyle = surface.paint(run.paint);
      canvas.textAlign = align === 'middle' ? 'center' : align === 'end' ? 'right' : 'left';
      canvas.textBaseline = 'alphabetic';
      if (degrees === 0) {
        canvas.fillText(run.text, x, y);
        return;
      }
      canvas.save();
      canvas.translate(x, y);
      canvas.rotate((degrees * Math.PI) / 180);
      canvas.fillText(run.text, 0, 0);
      canvas.restore();
    },
    line(x1, y1, x2, y2, stroke) {
      canvas.beginPath();
      canvas.moveTo(x1, y1);
      canvas.lineTo(x2, y2);
      apply({ stroke });
    },
    rect(box, ink) {
      canvas.beginPath();
      canvas.rect(box.x, box.y, box.width, box.height);
      apply(ink);
    },
    circle(x, y, radius, ink) {
      canvas.beginPath();
      canvas.arc(x, y, radius, 0, 2 * Math.PI);
      canvas.closePath();
      apply(ink);
    },
    polygon(points, ink) {
      canvas.beginPath();
      points.forEach(([x, y], i) => {
        if (i === 0) canvas.moveTo(x, y);
        else canvas.lineTo(x, y);
      });
      canvas.closePath();
      apply(ink);
    },
    shape(shape, ink) {
      canvas.beginPath();
      shape(canvas);
      apply(ink);
    },
    within(shape, draw) {
      canvas.save();
      canvas.beginPath();
      shape(canvas);
      canvas.clip();
      draw();
      canvas.restore();
    },
  };
}
