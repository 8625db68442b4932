import type { Lang, Paint } from '../core/index.ts';
import { InternalError } from '../core/index.ts';
import type { TextStyle, Theme } from '../theme/index.ts';
import type { Paragraph, RunStyle } from './paragraph.ts';
import { flagOf, numberOf, paintOf, type Style, strokeOf, wordOf } from './style.ts';

/**
 * How text looks at some point of the markup: the named text style in force and what was said beside it. It is handed down
 * from element to element. A style's `text:` begins anew; paint, alignment and hyphenation stay what was last said.
 */
export interface TextState {
  readonly name: string;
  readonly paint?: Paint;
  readonly align?: 'start' | 'end' | 'center' | 'justify';
  readonly hyphenate?: boolean;
  readonly balance?: boolean;
  readonly nowrap?: boolean;
  readonly family?: 'sans' | 'serif';
  readonly size?: number;
  readonly scale?: number;
  readonly leading?: number;
  readonly weight?: 300 | 400 | 600;
  readonly italic?: boolean;
  readonly tracking?: number;
  readonly figures?: 'proportional' | 'tabular';
  readonly rise?: number;
  /** Emphasised text, whose Han have dots. */
  readonly dots?: true;
}

/** What the outermost element begins with. */
export const BODY_TEXT: TextState = { name: 'body' };

/** The state inside an element with this style. `side` says which page's furniture it is, for `inner` and `outer`. */
export function enterText(
  state: TextState,
  style: Style,
  context: { readonly theme: Theme; readonly accent: number; readonly side: 'recto' | 'verso' | undefined },
): TextState {
  const text = wordOf(style, 'text');
  const base: TextState =
    text === undefined || text === 'inherit'
      ? state
      : {
          name: text,
          ...pick(state, 'paint'),
          ...pick(state, 'align'),
          ...pick(state, 'hyphenate'),
          ...pick(state, 'nowrap'),
        };
  const paint = paintOf(style, 'paint', context.theme, context.accent);
  const align = alignOf(wordOf(style, 'align'), context.side);
  const scale = numberOf(style, 'scale');
  const rise = numberOf(style, 'rise');
  return {
    ...base,
    ...(paint === undefined ? {} : { paint }),
    ...(align === undefined ? {} : { align }),
    ...defined('hyphenate', flagOf(style, 'hyphenate')),
    ...defined('balance', flagOf(style, 'balance')),
    ...defined('nowrap', flagOf(style, 'nowrap')),
    ...defined('family', wordOf(style, 'family') as 'sans' | 'serif' | undefined),
    ...defined('size', numberOf(style, 'size')),
    ...defined('leading', numberOf(style, 'leading')),
    ...defined('weight', numberOf(style, 'weight') as 300 | 400 | 600 | undefined),
    ...defined('italic', flagOf(style, 'italic')),
    ...defined('tracking', numberOf(style, 'tracking')),
    ...defined('figures', wordOf(style, 'figures') as 'proportional' | 'tabular' | undefined),
    ...(scale === undefined ? {} : { scale: (base.scale ?? 1) * scale }),
    // A rise is stated in em of the text it rises from.
    ...(rise === undefined ? {} : { rise: (base.rise ?? 0) + rise * (base.scale ?? 1) }),
  };
}

function alignOf(word: string | undefined, side: 'recto' | 'verso' | undefined): TextState['align'] {
  switch (word) {
    case undefined:
      return undefined;
    case 'outer':
      return side === 'verso' ? 'start' : 'end';
    case 'inner':
      return side === 'verso' ? 'end' : 'start';
    case 'decimal':
    case 'end':
      return 'end';
    case 'center':
    case 'justify':
      return word;
    default:
      return 'start';
  }
}

/** The theme's text style in force for a language, with what was said beside it. */
export function textStyleOf(state: TextState, theme: Theme, lang: Lang): TextStyle {
  const named = theme.text[state.name]?.[lang];
  if (named === undefined) throw new InternalError(`text style ${state.name} is not in the theme`);
  return {
    ...named,
    font: {
      family: state.family ?? named.font.family,
      weight: state.weight ?? named.font.weight,
      ...((state.italic ?? named.font.italic) ? { italic: true } : {}),
    },
    size: state.size ?? named.size,
    leading: state.leading ?? named.leading,
    tracking: state.tracking ?? named.tracking,
    paint: state.paint ?? named.paint,
    figures: state.figures ?? named.figures,
    align: state.align ?? named.align,
    ...defined('hyphenate', state.hyphenate ?? named.hyphenate),
  };
}

/** How a run looks. A style's own underline and strike hold for the run alone. */
export function runStyleOf(
  state: TextState,
  style: Style | undefined,
  context: { readonly theme: Theme; readonly accent: number; readonly lang: Lang },
): RunStyle {
  const text = textStyleOf(state, context.theme, context.lang);
  const underline = style && strokeOf(style, 'underline', context.theme, context.accent);
  const strike = style && strokeOf(style, 'strike', context.theme, context.accent);
  return {
    font: text.font,
    size: round(text.size * (state.scale ?? 1)),
    tracking: text.tracking,
    paint: text.paint,
    figures: text.figures,
    rise: round((state.rise ?? 0) * text.size),
    ...(underline === undefined ? {} : { underline }),
    ...(strike === undefined ? {} : { strike }),
    ...(state.dots && context.lang === 'zh' ? { dots: true } : {}),
  };
}

/**
 * Emphasised text where a theme marks it in Chinese by dots under its Han: what it says of weight and slope holds for English
 * alone, Chinese keeps the weight around it, and its Latin is set in italics, since no dot stands under it.
 * Source: CLREQ, emphasis dots; GB/T 15834-2011 5.1.8.
 */
export function enterEmphasis(state: TextState, outer: TextState, lang: Lang): TextState {
  if (lang !== 'zh') return { ...state, dots: true };
  const { weight: _, ...rest } = state;
  return { ...rest, ...pick(outer, 'weight'), italic: true, dots: true };
}

/** English in cells under so many em is hyphenated where neither text style nor styles say whether it is. */
const NARROW_CELL = 12;

/** What a paragraph takes from the text style in force. `cellWidth`, pt: of the cell that it stands in, where that is known. */
export function paragraphStyleOf(
  state: TextState,
  style: Style,
  context: { readonly theme: Theme; readonly lang: Lang; readonly cellWidth: number | undefined },
): Pick<Paragraph, 'align' | 'leading' | 'indent' | 'hang' | 'hyphenate' | 'balance'> {
  const text = textStyleOf(state, context.theme, context.lang);
  return {
    align: text.align,
    leading: text.leading,
    indent: numberOf(style, 'indent') ?? text.indent,
    hang: numberOf(style, 'hang') ?? 0,
    hyphenate: text.hyphenate ?? (context.lang === 'en' && (context.cellWidth ?? Infinity) < NARROW_CELL * text.size),
    balance: state.balance ?? false,
  };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function defined<K extends keyof TextState>(key: K, value: TextState[K] | undefined): Pick<TextState, K> | object {
  return value === undefined ? {} : { [key]: value };
}

function pick<K extends keyof TextState>(state: TextState, key: K): Pick<TextState, K> | object {
  return defined(key, state[key]);
}
