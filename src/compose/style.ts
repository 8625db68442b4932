import type { MarkupElement } from '../bind/index.ts';
import { type Edition, InternalError, type Lang, type Paint, type Stroke } from '../core/index.ts';
import {
  type Property,
  REMOVABLE_PROPERTIES,
  resolvePaint,
  type StyleRule,
  type Theme,
  type ThemeValue,
} from '../theme/index.ts';

/** Properties of one element, for its language and the edition. */
export type Style = ReadonlyMap<Property, ThemeValue>;

/** Names, attributes and classes of the elements around one, the nearest last. */
export type Ancestry = readonly Pick<MarkupElement, 'tag' | 'attributes' | 'classes'>[];

/** One element's part of a selector: `p`, `.lede`, `td.current`, `.tile.hero`. */
interface Part {
  readonly tag: string | undefined;
  readonly classes: readonly string[];
}

interface Selector {
  readonly self: Part;
  /** What must stand around it, the outermost first. */
  readonly around: readonly Part[];
  /** Classes count ten, names one, over all parts. */
  readonly weight: number;
  readonly order: number;
  readonly rule: StyleRule;
}

/** The theme's styles, ready to be asked. */
export interface Cascade {
  /**
   * What the theme says of an element: rules of its name, of its classes, of several classes at once (`.tile.hero`), of
   * what stands in something (`.cell-note noteref`). The more a rule asks for the later it comes, and what comes later
   * wins; of two single classes that is the one written later on the element.
   */
  styleOf(element: MarkupElement, lang: Lang, ancestry: Ancestry): Style;
  readonly classNames: ReadonlySet<string>;
}

/** Reads the selectors of the theme once for an edition. */
export function createCascade(theme: Theme, edition: Edition): Cascade {
  const selectors = [...theme.styles].map(([name, rule], order) => readSelector(name, rule, order));
  const byTag = new Map<string, Selector[]>();
  const byClass = new Map<string, Selector[]>();
  const classNames = new Set<string>();
  for (const selector of selectors) {
    for (const part of [selector.self, ...selector.around]) for (const one of part.classes) classNames.add(one);
    const [first] = selector.self.classes;
    const index = first === undefined ? byTag : byClass;
    const key = first ?? selector.self.tag ?? '';
    index.set(key, [...(index.get(key) ?? []), selector]);
  }
  const variant = edition === 'zh-Hans' ? '@zh' : edition === 'en' ? '@en' : '@bilingual';
  const cache = new Map<string, Style>();
  return {
    classNames,
    styleOf: (element, lang, ancestry) => {
      const matching = [
        ...(byTag.get(element.tag) ?? []),
        ...element.classes.flatMap((name) => byClass.get(name) ?? []),
      ]
        .filter((selector) => fits(selector.self, element) && standsIn(selector.around, ancestry))
        .sort((a, b) => a.weight - b.weight || classOrder(a, element) - classOrder(b, element) || a.order - b.order);
      const key = `${matching.map((one) => one.order).join(' ')}|${lang}`;
      const known = cache.get(key);
      if (known !== undefined) return known;
      const style = new Map<Property, ThemeValue>();
      for (const selector of matching) apply(style, selector.rule, variant, lang);
      cache.set(key, style);
      return style;
    },
  };
}

function readSelector(name: string, rule: StyleRule, order: number): Selector {
  const parts = name.split(/\s+/).map((written): Part => {
    const [tag = '', ...classes] = written.split('.');
    return { tag: tag === '' ? undefined : tag, classes };
  });
  const weight = parts.reduce((sum, part) => sum + 10 * part.classes.length + (part.tag === undefined ? 0 : 1), 0);
  return { self: parts.at(-1) ?? { tag: undefined, classes: [] }, around: parts.slice(0, -1), weight, order, rule };
}

function fits(part: Part, element: Pick<MarkupElement, 'tag' | 'classes'>): boolean {
  return (
    (part.tag === undefined || part.tag === element.tag) && part.classes.every((name) => element.classes.includes(name))
  );
}

/** Whether the parts stand around an element in this order, with anything between. */
function standsIn(parts: readonly Part[], ancestry: Ancestry): boolean {
  let next = 0;
  for (const element of ancestry) {
    const part = parts[next];
    if (part === undefined) return true;
    if (fits(part, element)) next += 1;
  }
  return next >= parts.length;
}

function classOrder(selector: Selector, element: MarkupElement): number {
  return element.classes.indexOf(selector.self.classes[0] ?? '');
}

function apply(style: Map<Property, ThemeValue>, rule: StyleRule, variant: string, lang: Lang): void {
  for (const [key, value] of Object.entries(rule)) {
    if (key.startsWith('@')) continue;
    const property = key as Property;
    const own = forLang(value, lang);
    if (own === 'none' && REMOVABLE_PROPERTIES.includes(property)) style.delete(property);
    else style.set(property, own);
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
