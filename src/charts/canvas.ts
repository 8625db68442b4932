import type { FontStyle, Lang, Paint } from '../core/index.ts';

/** What `measureText` tells; lengths in the canvas's units. */
export interface TextExtent {
  readonly width: number;
  readonly actualBoundingBoxAscent: number;
  readonly actualBoundingBoxDescent: number;
  readonly actualBoundingBoxLeft: number;
  readonly actualBoundingBoxRight: number;
  readonly fontBoundingBoxAscent: number;
  readonly fontBoundingBoxDescent: number;
}

/**
 * The part of the HTML canvas context that charts draw with. The recorder and a raster canvas both have it, so one
 * chart configuration serves both.
 */
export interface Canvas2D {
  fillStyle: unknown;
  strokeStyle: unknown;
  lineWidth: number;
  lineCap: string;
  lineJoin: string;
  miterLimit: number;
  lineDashOffset: number;
  font: string;
  textAlign: string;
  textBaseline: string;
  globalAlpha: number;
  save(): void;
  restore(): void;
  beginPath(): void;
  closePath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void;
  quadraticCurveTo(x1: number, y1: number, x: number, y: number): void;
  arc(x: number, y: number, radius: number, start: number, end: number, counterclockwise?: boolean): void;
  rect(x: number, y: number, width: number, height: number): void;
  fill(rule?: string): void;
  stroke(): void;
  clip(): void;
  fillText(text: string, x: number, y: number): void;
  measureText(text: string): TextExtent;
  setLineDash(segments: readonly number[]): void;
  translate(x: number, y: number): void;
  rotate(angle: number): void;
}

/** How a canvas writes colours and fonts: by theme name for the recorder, as CSS for a raster canvas. */
export interface Surface {
  paint(name: Paint): string;
  /** `font-family` of a style in a language. */
  family(font: FontStyle, lang: Lang): string;
}

/** Families of the recorder name the role and the language: `sans-zh`. */
export const recordingSurface: Surface = {
  paint: (name) => name,
  family: (font, lang) => `${font.family}-${lang}`,
};

/** A CSS `font` value for a style at a size in px. */
export function fontValue(surface: Surface, font: FontStyle, lang: Lang, size: number): string {
  return `${font.italic ? 'italic ' : ''}${font.weight} ${size}px ${surface.family(font, lang)}`;
}
