import { type Diagnostic, diagnose, type Paint } from '../../core/index.ts';
import { type Theme, type ThemeValue, token } from '../../theme/index.ts';
import { contrast } from '../contrast.ts';
import type { CheckFacts } from '../facts.ts';

/** Contrast that texts need; a theme may ask for more. Source: WCAG 2.2, 1.4.3. */
const LEAST = 4.5;
/** Tones of an accent that are grounds of light texts. */
const DARK = 'deep';

/** A text on a ground, and where the theme sets one on the other. */
interface Pair {
  readonly text: Paint;
  readonly ground: Paint;
  readonly at?: Path;
}

type Path = readonly (string | number)[];

/**
 * A2: text stands out from its ground by 4.5 to 1: on the page, on the grounds that styles give, on the accents that the
 * report uses, on the fills of charts, and on the tiles of the Sustainable Development Goals.
 */
export function textContrast({ report, theme }: CheckFacts): readonly Diagnostic[] {
  if (theme === undefined) return [];
  const asked = token(theme, 'limits.contrast_text');
  const least = Math.max(LEAST, typeof asked === 'number' ? asked : LEAST);
  const accents = report.accents.map(({ order }) => order);
  const pairs = [...stylePairs(theme, accents), ...accentPairs(accents), ...chartPairs(theme)];
  const told = new Set<string>();
  return [...pairs, ...goalPairs(theme)].flatMap((pair): readonly Diagnostic[] => {
    const ratio = contrast(theme, pair.text, pair.ground);
    const key = `${pair.text} ${pair.ground}`;
    if (ratio === undefined || ratio >= least || told.has(key)) return [];
    told.add(key);
    const span = theme.placeOf?.(definitionOf(pair.text) ?? definitionOf(pair.ground) ?? pair.at ?? []);
    const used = pair.at === undefined ? undefined : theme.placeOf?.(pair.at);
    return [
      diagnose('A2', `text in ${pair.text} on ${pair.ground} has a contrast of ${ratio.toFixed(2)}`, {
        ...(span === undefined ? {} : { span }),
        expected: `at least ${least}`,
        found: ratio.toFixed(2),
        related: used === undefined ? [] : [{ span: used, note: 'one stands on the other here' }],
        hints: ['make the text darker or lighter, or its ground'],
      }),
    ];
  });
}

/** Where a theme defines a paint; undefined for white and black, which are always there. */
function definitionOf(paint: Paint): Path | undefined {
  const [, family, order = '', tone = ''] = /^(accent|chart)\.(\d+)(?:\.(\w+))?$/.exec(paint) ?? [];
  if (family === 'chart') return ['charts', 'categorical', Number(order) - 1];
  if (family === 'accent') return order === '0' ? ['neutral', tone] : ['accents', Number(order) - 1, tone];
  return paint === 'white' || paint === 'black' ? undefined : ['colour', paint];
}

/** What styles paint texts with: on their own ground, or on the page; light paints stand on the deep tone of an accent. */
function stylePairs(theme: Theme, accents: readonly number[]): readonly Pair[] {
  const orders = [0, ...accents];
  const each = (paint: string): readonly Paint[] =>
    paint.startsWith('accent.') ? orders.map((order) => paint.replace('accent.', `accent.${order}.`)) : [paint];
  return [...theme.styles].flatMap(([name, rule]): readonly Pair[] => {
    const ground = typeof rule['ground'] === 'string' ? rule['ground'] : undefined;
    const text = typeof rule['paint'] === 'string' ? rule['paint'] : ground === undefined ? undefined : 'ink';
    if (text === undefined) return [];
    const at = ['styles', name, rule['paint'] === undefined ? 'ground' : 'paint'];
    const isLight = text === 'white' || text.endsWith('.tint');
    const under = ground ?? (isLight ? `accent.${DARK}` : 'white');
    return each(under).flatMap((on) =>
      each(text).flatMap((paint) => (sameAccent(paint, on) ? [{ text: paint, ground: on, at }] : [])),
    );
  });
}

/** Paints of two different accents never meet. */
function sameAccent(a: Paint, b: Paint): boolean {
  const order = (paint: Paint): string | undefined => /^accent\.(\d+)\./.exec(paint)?.[1];
  return order(a) === undefined || order(b) === undefined || order(a) === order(b);
}

function accentPairs(accents: readonly number[]): readonly Pair[] {
  return accents.flatMap((order) => [
    { text: 'white', ground: `accent.${order}.${DARK}` },
    { text: `accent.${order}.${DARK}`, ground: `accent.${order}.tint` },
    { text: 'ink', ground: `accent.${order}.tint` },
  ]);
}

function chartPairs(theme: Theme): readonly Pair[] {
  const series: ThemeValue = token(theme, 'charts.categorical') ?? [];
  return (Array.isArray(series) ? series : []).flatMap((one: ThemeValue, index): readonly Pair[] => {
    const label = typeof one === 'object' && 'label' in one ? one.label : undefined;
    if (typeof label !== 'string') return [];
    return [{ text: label, ground: `chart.${index + 1}`, at: ['charts', 'categorical', index, 'label'] }];
  });
}

/** The number of a goal is white or black on its colour, whichever stands out. */
function goalPairs(theme: Theme): readonly Pair[] {
  return [...theme.colours.keys()].flatMap((ground): readonly Pair[] => {
    if (!/^sdg\.\d+$/.test(ground)) return [];
    const [white = 0, black = 0] = ['white', 'black'].map((text) => contrast(theme, text, ground) ?? 0);
    return [{ text: white >= black ? 'white' : 'black', ground }];
  });
}
