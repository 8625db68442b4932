import type { FontStyle, Lang, Paint, Stroke } from '../../../core/index.ts';
import { readLength, readNumbers } from './shapes.ts';
import type { XmlElement } from './xml.ts';

/** Presentation attributes in force at an element; `none` paints nothing. */
export interface SvgStyle {
  readonly fill: Paint | 'none';
  readonly evenOdd: boolean;
  readonly stroke: Paint | 'none';
  readonly width: number;
  readonly dash: readonly number[];
  readonly cap: NonNullable<Stroke['cap']>;
  readonly join: NonNullable<Stroke['join']>;
  readonly colour: Paint;
  readonly font: FontStyle;
  readonly size: number;
  readonly align: 'start' | 'middle' | 'end';
  readonly tracking: number;
  readonly lang: Lang;
}

export const INITIAL_STYLE: SvgStyle = {
  fill: '#000000',
  evenOdd: false,
  stroke: 'none',
  width: 1,
  dash: [],
  cap: 'butt',
  join: 'miter',
  colour: '#000000',
  font: { family: 'sans', weight: 400 },
  size: 16,
  align: 'start',
  tracking: 0,
  lang: 'en',
};

/** Properties that change nothing at these values, and cannot be set at any other. */
const ONLY: Readonly<Record<string, RegExp>> = {
  opacity: /^(1(\.0*)?|100%)$/,
  'fill-opacity': /^(1(\.0*)?|100%)$/,
  'stroke-opacity': /^(1(\.0*)?|100%)$/,
  filter: /^none$/,
  mask: /^none$/,
  'clip-path': /^none$/,
  'mix-blend-mode': /^normal$/,
  'marker-start': /^none$/,
  'marker-mid': /^none$/,
  'marker-end': /^none$/,
  marker: /^none$/,
  'text-decoration': /^none$/,
  'writing-mode': /^(horizontal-tb|lr|lr-tb)$/,
  'stroke-dashoffset': /^0(px)?$/,
  class: /^$/,
};

/** Families that are serif, or end in the generic one. */
const SERIF = /(?<!sans-)\bserif|times|song|ming/i;

/** The style of an element under its parent's; what cannot be set is told to `report`. Source: SVG 1.1 6, 11, 10. */
export function styleOf(element: XmlElement, parent: SvgStyle, report: (problem: string) => void): SvgStyle {
  const values = new Map(element.attributes);
  for (const declaration of (element.attributes.get('style') ?? '').split(';')) {
    const colon = declaration.indexOf(':');
    if (colon > 0) values.set(declaration.slice(0, colon).trim(), declaration.slice(colon + 1).trim());
  }
  for (const [property, allowed] of Object.entries(ONLY)) {
    const value = values.get(property)?.trim();
    if (value !== undefined && !allowed.test(value)) report(`${property}="${value}" cannot be set`);
  }
  const read = <T>(property: string, inherited: T, parse: (value: string) => T | undefined): T => {
    const value = values.get(property)?.trim();
    if (value === undefined || value === 'inherit') return inherited;
    const parsed = parse(value);
    if (parsed === undefined) report(`${property}="${value}" cannot be read`);
    return parsed ?? inherited;
  };
  const choice =
    <T extends string>(...options: readonly T[]) =>
    (value: string): T | undefined =>
      options.find((option) => option === value);
  const colour = read('color', parent.colour, (value) => readColour(value, parent.colour));
  const paint = (value: string): Paint | undefined => (value === 'none' ? 'none' : readColour(value, colour));
  const rule = choice('nonzero', 'evenodd');
  const weight = read('font-weight', parent.font.weight, readWeight);
  const italic = read('font-style', parent.font.italic ? 'italic' : 'normal', choice('normal', 'italic', 'oblique'));
  const language = element.attributes.get('xml:lang') ?? element.attributes.get('lang');
  return {
    fill: read('fill', parent.fill, paint),
    evenOdd: read('fill-rule', parent.evenOdd ? 'evenodd' : 'nonzero', rule) === 'evenodd',
    stroke: read('stroke', parent.stroke, paint),
    width: read('stroke-width', parent.width, readLength),
    dash: read('stroke-dasharray', parent.dash, (value) => (value === 'none' ? [] : readNumbers(value))),
    cap: read('stroke-linecap', parent.cap, choice('butt', 'round', 'square')),
    join: read('stroke-linejoin', parent.join, choice('miter', 'round', 'bevel')),
    colour,
    font: {
      family: read('font-family', parent.font.family, (value) => (SERIF.test(value) ? 'serif' : 'sans')),
      weight,
      ...(italic === 'normal' ? {} : { italic: true }),
    },
    size: read('font-size', parent.size, readLength),
    align: read('text-anchor', parent.align, choice('start', 'middle', 'end')),
    tracking: read('letter-spacing', parent.tracking, (value) => (value === 'normal' ? 0 : readLength(value))),
    lang: language === undefined ? parent.lang : /^zh/i.test(language) ? 'zh' : 'en',
  };
}

/** The nearest of the weights that the families have. */
function readWeight(value: string): FontStyle['weight'] | undefined {
  if (value === 'normal') return 400;
  if (value === 'bold' || value === 'bolder') return 600;
  if (value === 'lighter') return 300;
  const number = Number(value);
  if (!Number.isFinite(number)) return undefined;
  return number < 350 ? 300 : number < 500 ? 400 : 600;
}

/** The sixteen names of HTML, and those that drawing programs write most. */
const NAMES: Readonly<Record<string, string>> = {
  black: '#000000',
  silver: '#c0c0c0',
  gray: '#808080',
  grey: '#808080',
  white: '#ffffff',
  maroon: '#800000',
  red: '#ff0000',
  purple: '#800080',
  fuchsia: '#ff00ff',
  magenta: '#ff00ff',
  green: '#008000',
  lime: '#00ff00',
  olive: '#808000',
  yellow: '#ffff00',
  navy: '#000080',
  blue: '#0000ff',
  teal: '#008080',
  aqua: '#00ffff',
  cyan: '#00ffff',
  orange: '#ffa500',
};

function readColour(value: string, current: Paint): Paint | undefined {
  const text = value.toLowerCase();
  if (text === 'currentcolor') return current;
  if (/^#[0-9a-f]{6}$/.test(text)) return text;
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(text);
  if (short !== null) return `#${[short[1], short[2], short[3]].map((digit) => `${digit}${digit}`).join('')}`;
  const rgb = /^rgb\(\s*([\d.]+)(%?)[\s,]+([\d.]+)%?[\s,]+([\d.]+)%?\s*\)$/.exec(text);
  if (rgb === null) return NAMES[text];
  const scale = rgb[2] === '%' ? 2.55 : 1;
  const channel = (part: string | undefined): string =>
    Math.min(255, Math.round(Number(part) * scale))
      .toString(16)
      .padStart(2, '0');
  return `#${channel(rgb[1])}${channel(rgb[3])}${channel(rgb[4])}`;
}
