import type { Drawing, DrawingOp, Lang } from '../../../core/index.ts';
import { readLength, readNumbers, SHAPES, shapeSegments } from './shapes.ts';
import { INITIAL_STYLE, type SvgStyle, styleOf } from './style.ts';
import { readTransform } from './transform.ts';
import { readXml, type XmlElement } from './xml.ts';

/** A drawing in the picture's own units, and what could not be taken over. */
export interface SvgResult {
  readonly drawing: Drawing | undefined;
  readonly problems: readonly string[];
}

const SILENT = new Set(['title', 'desc', 'metadata']);
const GROUPS = new Set(['svg', 'g', 'a', 'switch']);
const HAN = /[\u3400-\u9fff\uf900-\ufaff]/u;

/**
 * Reads the part of SVG that drawings of a report need: shapes, groups, transforms, flat paint, dashes and lines of text.
 * Anything else is named as a problem, so that nothing is lost unseen.
 * @param lang the language of texts that do not say their own
 * Source: SVG 1.1 (second edition).
 */
export function svgDrawing(source: string, lang: Lang): SvgResult {
  const root = readXml(source);
  if (root === undefined || root.name !== 'svg') return { drawing: undefined, problems: ['it is no well-formed SVG'] };
  const box = viewBox(root);
  if (box === undefined) return { drawing: undefined, problems: ['it has neither a viewBox nor a width and height'] };
  const problems = new Set<string>();
  const ops: DrawingOp[] = [];
  const reader = { ops, report: (problem: string) => problems.add(problem) };
  readElement(root, { ...INITIAL_STYLE, lang }, reader);
  const [x, y, width, height] = box;
  const moved: readonly DrawingOp[] =
    x === 0 && y === 0 ? ops : [{ op: 'transform', matrix: [1, 0, 0, 1, -x, -y] }, ...ops, { op: 'restore' }];
  return { drawing: { width, height, ops: moved }, problems: [...problems] };
}

interface Reader {
  readonly ops: DrawingOp[];
  readonly report: (problem: string) => void;
}

function viewBox(root: XmlElement): readonly [number, number, number, number] | undefined {
  const numbers = readNumbers(root.attributes.get('viewBox') ?? '');
  const width = readLength(root.attributes.get('width'));
  const height = readLength(root.attributes.get('height'));
  const [x, y, w, h] = numbers ?? [];
  const box = [x ?? 0, y ?? 0, w ?? width ?? 0, h ?? height ?? 0] as const;
  return box[2] > 0 && box[3] > 0 ? box : undefined;
}

function readElement(element: XmlElement, parent: SvgStyle, reader: Reader): void {
  const { name, attributes } = element;
  if (SILENT.has(name) || attributes.get('display') === 'none' || attributes.get('visibility') === 'hidden') return;
  if (name === 'defs' && element.children.every((child) => typeof child === 'string')) return;
  if (!GROUPS.has(name) && !SHAPES.has(name) && name !== 'text') {
    reader.report(`the element <${name}> cannot be set`);
    return;
  }
  const style = styleOf(element, parent, reader.report);
  const transform = attributes.get('transform');
  const matrix = transform === undefined ? undefined : readTransform(transform);
  if (transform !== undefined && matrix === undefined) reader.report(`transform="${transform}" cannot be read`);
  if (matrix !== undefined) reader.ops.push({ op: 'transform', matrix });
  if (name === 'text') readText(element, style, reader);
  else if (SHAPES.has(name)) readShape(element, style, reader);
  else for (const child of element.children) if (typeof child !== 'string') readElement(child, style, reader);
  if (matrix !== undefined) reader.ops.push({ op: 'restore' });
}

function readShape(element: XmlElement, style: SvgStyle, reader: Reader): void {
  const segments = shapeSegments(element);
  if (segments === undefined) {
    reader.report(`the shape of a <${element.name}> cannot be read`);
    return;
  }
  const { fill, stroke, width, dash, cap, join, evenOdd } = style;
  const filled = fill !== 'none' && element.name !== 'line';
  const stroked = stroke !== 'none' && width > 0;
  if (segments.length === 0 || (!filled && !stroked)) return;
  reader.ops.push({
    op: 'path',
    segments,
    ...(filled ? { fill } : {}),
    ...(stroked ? { stroke: { paint: stroke, width, cap, join, ...(dash.length === 0 ? {} : { dash }) } } : {}),
    ...(evenOdd ? { evenOdd } : {}),
  });
}

/** One line of text in one style; a part with a style or place of its own would need the widths of all before it. */
function readText(element: XmlElement, style: SvgStyle, reader: Reader): void {
  const parts = element.children.filter((child) => typeof child !== 'string');
  if (parts.length > 0) {
    const placed = parts.every((part) => part.name === 'tspan' && part.attributes.has('x') && part.attributes.has('y'));
    const bare = element.children.every((child) => typeof child !== 'string' || child.trim() === '');
    if (!placed || !bare) reader.report('a <text> whose <tspan> have no x and y of their own cannot be set');
    else for (const part of parts) readText(part, styleOf(part, style, reader.report), reader);
    return;
  }
  const text = element.children.join('').replace(/\s+/g, ' ').trim();
  if (text === '' || style.fill === 'none') return;
  reader.ops.push({
    op: 'text',
    text,
    x: readLength(element.attributes.get('x')) ?? 0,
    y: readLength(element.attributes.get('y')) ?? 0,
    size: style.size,
    font: style.font,
    paint: style.fill,
    lang: HAN.test(text) ? 'zh' : style.lang,
    align: style.align,
    ...(style.tracking === 0 ? {} : { tracking: style.tracking }),
  });
}
