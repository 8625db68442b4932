import type { MarkupElement } from '../bind/markup.ts';
import { type Edition, InternalError, type Lang, type Paint, type Stroke } from '../core/index.ts';
import { type Property, resolvePaint, type StyleRule, type Theme, type ThemeValue } from '../theme/index.ts';

/** Properties of one element, for its language and the edition. */
export type Style = ReadonlyMap<Property, ThemeValue>;

interface Selector {
  readonly tag: string | undefined;
  readonly classes: readonly string[];
  readonly rule: StyleRule;
}

/** The theme's styles, ready to be asked. */
export interface Cascade {
  /**
   * What the theme says of an element: its name's rule, then its classes' in the order written, then rules of several
   * classes at once (`.tile.hero`); what comes later wins.
   */
  styleOf(element: MarkupElement, lang: Lang): Style;
  knowsClass(name: string): boolean;
  readonly classNames: ReadonlySet<string>;
}

/** Reads the selectors of the theme once for an edition. */
export function createCascade(theme: Theme, edition: Edition): Cascade {
  const byTag = new Map<string, Selector>();
  const byClass = new Map<string, Selector>();
  const compound: Selector[] = [];
  const classNames = new Set<string>();
  for (const [name, rule] of theme.styles) {
    const [first = '', ...classes] = name.split('.');
    const selector: Selector = { tag: first === '' ? undefined : first, classes, rule };
    for (const one of classes) classNames.add(one);
    if (classes.length === 0) byTag.set(first, selector);
    else if (classes.length === 1 && first === '') byClass.set(classes[0] ?? '', selector);
    else compound.push(selector);
  }
  const variant = edition === 'zh-Hans' ? '@zh' : edition === 'en' ? '@en' : '@bilingual';
  const cache = new Map<string, Style>();
  return {
    classNames,
    knowsClass: (name) => classNames.has(name),
    styleOf: (element, lang) => {
      const key = `${element.tag}.${element.classes.join('.')}|${lang}`;
      const known = cache.get(key);
      if (known !== undefined) return known;
      const singles = [byTag.get(element.tag), ...element.classes.map((name) => byClass.get(name))];
      const matching = compound
        .filter((one) => one.tag === undefined || one.tag === element.tag)
        .filter((one) => one.classes.every((name) => element.classes.includes(name)));
      const style = new Map<Property, ThemeValue>();
      for (const selector of [...singles, ...matching]) {
        if (selector !== undefined) apply(style, selector.rule, variant, lang);
      }
      cache.set(key, style);
      return style;
    },
  };
}

function apply(style: Map<Property, ThemeValue>, rule: StyleRule, variant: string, lang: Lang): void {
  for (const [key, value] of Object.entries(rule)) {
    if (!key.startsWith('@')) style.set(key as Property, forLang(value, lang));
  }
  const own = rule[variant];
  if (typeof own === 'object' && !Array.isArray(own)) apply(style, own as StyleRule, variant, lang);
}

function forLang(value: ThemeValue, lang: Lang): ThemeValue {
  if (typeof value !== 'object' || Array.isArray(value)) return value;
  const one = (value as Readonly<Record<string, ThemeValue>>)[lang];
  return one ?? value;
}

/** A property that is a number; the theme has been checked, so that another kind is a fault of ours. */
export function numberOf(style: Style, property: Property): number | undefined {
  const value = style.get(property);
  if (value === undefined || typeof value === 'number') return value;
  throw new InternalError(`style property ${property} is no number`);
}

/** A property that is a word. */
export function wordOf(style: Style, property: Property): string | undefined {
  const value = style.get(property);
  return typeof value === 'string' ? value : undefined;
}

/** Whether a flag is set. */
export function flagOf(style: Style, property: Property): boolean | undefined {
  const value = style.get(property);
  return typeof value === 'boolean' ? value : undefined;
}

/** A property that is a paint, with the accent in force put in. */
export function paintOf(style: Style, property: Property, theme: Theme, accent: number): Paint | undefined {
  const value = style.get(property);
  return typeof value === 'string' ? resolvePaint(theme, value, accent) : undefined;
}

/** A property that is a stroke, with the accent in force put in. */
export function strokeOf(style: Style, property: Property, theme: Theme, accent: number): Stroke | undefined {
  const value = style.get(property);
  if (typeof value !== 'object' || Array.isArray(value)) return undefined;
  const { paint, width, dash } = value as Readonly<Record<string, ThemeValue>>;
  return {
    paint: resolvePaint(theme, String(paint), accent),
    width: Number(width),
    ...(Array.isArray(dash) && dash.length > 0 ? { dash: dash.map(Number) } : {}),
  };
}

/** A property that is four numbers: top, right, bottom, left. */
export function edgesOf(style: Style, property: Property): readonly [number, number, number, number] | undefined {
  const value = style.get(property);
  if (!Array.isArray(value)) return undefined;
  const [top = 0, right = 0, bottom = 0, left = 0] = value.map(Number);
  return [top, right, bottom, left];
}

/** What a mark's style says of size, rise and weight. */
export function trimmedStyle(style: Style): {
  readonly scale: number | undefined;
  readonly rise: number | undefined;
  readonly weight: number | undefined;
} {
  return { scale: numberOf(style, 'scale'), rise: numberOf(style, 'rise'), weight: numberOf(style, 'weight') };
}
