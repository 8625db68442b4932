import {
  type Diagnostic,
  diagnose,
  failed,
  type Outcome,
  outcome,
  type Paint,
  type Variant,
  type Workspace,
} from '../core/index.ts';
import { gridOfTokens } from './expression.ts';
import { kindExpected } from './kind-expected.ts';
import { isTree, mergeLayers, placeOf, readLayer, type ThemeLayer, type ThemeTree } from './layer.ts';
import { type ThemeShape, themeShape } from './shape.ts';
import { checkHeight, checkLength, checkPaintName, checkStyles, checkWidth, type StyleNames } from './style-check.ts';
import { tokenText } from './token.ts';
import type { Colour, StyleRule, TextStyle, Theme, ThemeValue } from './types.ts';

/** A millimetre in points. */
const MM = 72 / 25.4;

/**
 * Loads the theme of a variant: `templates/theme/base.yaml`, and the variant's file over it.
 * @param ws       the project. Its own base.yaml takes the place of the package's, or with `extends: package` lies over it;
 *                 its own variant file lies over the package's
 * @param variant  `screen` or `print`
 * @param shipped  the files of the package; the project itself by default
 * Emits H001 for a token that is missing or not of its kind, at its place in the file that says it, and what reading YAML emits.
 */
export async function loadTheme(ws: Workspace, variant: Variant, shipped: Workspace = ws): Promise<Outcome<Theme>> {
  const layers = await readLayers(ws, variant, shipped);
  if (!layers.ok) return layers;
  const merged = mergeLayers(layers.value);
  const parsed = themeShape.safeParse(merged);
  if (!parsed.success) {
    return failed(
      parsed.error.issues.map((issue) => {
        const path = issue.path.filter((key): key is string | number => typeof key !== 'symbol');
        const span = placeOf(layers.value, path);
        return diagnose('H001', `the theme token \`${path.join('.')}\` is missing or not of its kind`, {
          ...(span === undefined ? {} : { span }),
          ...kindExpected(issue),
          hints: ['write it as in the base theme: see templates/README.md'],
        });
      }),
    );
  }
  const theme: Theme = { ...buildTheme(parsed.data, merged), placeOf: (path) => placeOf(layers.value, path) };
  return outcome(theme, checkNames(theme, merged, layers.value));
}

async function readLayers(
  ws: Workspace,
  variant: Variant,
  shipped: Workspace,
): Promise<Outcome<readonly ThemeLayer[]>> {
  const layers: ThemeLayer[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const name of ['base', variant]) {
    const path = `templates/theme/${name}.yaml`;
    const own = ws !== shipped && (await ws.has(path)) ? await readLayer(ws, path) : undefined;
    if (own !== undefined && !own.ok) return failed(own.diagnostics);
    const over = own?.value;
    if (over === undefined || over.tree['extends'] === 'package' || name !== 'base') {
      const read = await readLayer(shipped, path);
      if (!read.ok) return failed(read.diagnostics);
      layers.push(read.value);
      diagnostics.push(...read.diagnostics);
    }
    if (over !== undefined) layers.push(over);
  }
  return outcome(layers, diagnostics);
}

function buildTheme(shape: ThemeShape, tree: ThemeTree): Theme {
  const styles = tree['styles'];
  const { styles: _styles, ...tokens } = tree;
  return {
    name: shape.name,
    page: {
      width: shape.page.trim_pt[0],
      height: shape.page.trim_pt[1],
      bleed: shape.page.bleed_mm * MM,
      binding: shape.page.binding_mm * MM,
      landscape: shape.page.landscape,
    },
    ...(shape.inks === undefined
      ? {}
      : { inks: { blackTextUnder: shape.inks.black_text_under === 'all' ? Infinity : shape.inks.black_text_under } }),
    text: Object.fromEntries(Object.entries(shape.text).map(([name, style]) => [name, textStyles(style)])),
    colours: colours(shape),
    styles: new Map(isTree(styles) ? Object.entries(styles).map(([name, rule]) => [name, rule as StyleRule]) : []),
    tokens,
    mixing: {
      latinScaleInZh: shape.mixing.latin_scale_in_zh,
      hanLatinGap: shape.mixing.han_latin_gap_em,
    },
    setting: {
      prohibition: shape.setting.prohibition,
      punctuation: shape.setting.punctuation,
      neighbours: shape.setting.neighbours,
      hang: shape.setting.hang,
      hyphensInRow: shape.setting.hyphens_in_row,
      wordSpace: shape.setting.word_space,
      hyphenCost: shape.setting.hyphen_cost,
      hyphenLetters: shape.setting.hyphen_letters,
      lastWordLetters: shape.setting.last_word_letters,
      emphasisZh: shape.setting.emphasis_zh,
      dash: shape.setting.dash_en,
      noteNumbers: shape.setting.note_numbers,
      hanSpread: shape.setting.han_spread_em,
      hanLimit: shape.setting.han_limit_em,
      wordSpaceZh: shape.setting.word_space_zh_em,
      looseGap: shape.setting.loose_gap_em,
      fullLastLine: shape.setting.full_last_line,
      raggedLine: { least: shape.setting.ragged_line.least, hyphenUnder: shape.setting.ragged_line.hyphen_under },
      protrusion: shape.setting.protrusion,
    },
  };
}

type StyleShape = ThemeShape['text'][string];

function textStyles(style: StyleShape): Theme['text'][string] {
  return 'zh' in style
    ? { zh: textStyle(style.zh), en: textStyle(style.en) }
    : { zh: textStyle(style), en: textStyle(style) };
}

function textStyle(style: Exclude<StyleShape, { zh: unknown }>): TextStyle {
  return {
    font: { family: style.family, weight: style.weight, ...(style.italic ? { italic: true } : {}) },
    size: style.size,
    leading: style.leading,
    tracking: style.tracking,
    paint: style.paint,
    align: style.align,
    ...(style.hyphenate === undefined ? {} : { hyphenate: style.hyphenate }),
    figures: style.figures,
    indent: style.indent,
    paragraphGap: style.gap,
  };
}

function colours(shape: ThemeShape): ReadonlyMap<Paint, Colour> {
  const map = new Map<Paint, Colour>([
    ['white', { rgb: [255, 255, 255], cmyk: [0, 0, 0, 0] }],
    ['black', { rgb: [0, 0, 0], cmyk: [0, 0, 0, 100] }],
  ]);
  for (const [name, value] of Object.entries(shape.colour)) map.set(name, colour(value));
  for (const [index, family] of [shape.neutral, ...shape.accents].entries()) {
    for (const tone of ['deep', 'mid', 'tint'] as const) map.set(`accent.${index}.${tone}`, colour(family[tone]));
  }
  for (const [index, value] of shape.charts.categorical.entries()) map.set(`chart.${index + 1}`, colour(value));
  return map;
}

function colour(value: ThemeShape['colour'][string]): Colour {
  const channel = (at: number): number => Number.parseInt(value.hex.slice(at, at + 2), 16);
  const small = value.cmyk_small === undefined ? {} : { cmykSmall: value.cmyk_small };
  return { rgb: [channel(1), channel(3), channel(5)], cmyk: value.cmyk, ...small };
}

/** Names that one part of a theme takes from another, and lengths: in styles, text styles and masters. */
function checkNames(theme: Theme, tree: ThemeTree, layers: readonly ThemeLayer[]): readonly Diagnostic[] {
  const styles = tree['styles'];
  const names: StyleNames = {
    paints: new Set(theme.colours.keys()),
    texts: new Set(Object.keys(theme.text)),
    grid: gridOfTokens(isTree(tree['grid']) ? tree['grid'] : {}),
    spanOf: (path) => placeOf(layers, path),
  };
  return [
    ...Object.keys(theme.text).flatMap((name) => checkTextPaint(theme, name, names)),
    ...checkMasters(tree['masters'], ['masters'], names),
    ...PAINT_TOKENS.flatMap((path) => checkTokenPaint(theme, path, names)),
    ...(isTree(styles) ? checkStyles(styles, names) : []),
  ];
}

/** Tokens that name a paint for a single component. */
const PAINT_TOKENS: readonly string[] = [
  'motif.cover.ground',
  'motif.cover.circles',
  'components.running_head.glyph_off',
  'components.status_tag.disputed.paint',
  'components.status_tag.sample.paint',
  'components.status_tag.other.paint',
];

function checkTokenPaint(theme: Theme, path: string, names: StyleNames): readonly Diagnostic[] {
  return checkPaintName(tokenText(theme, path), path.split('.'), names);
}

function checkTextPaint(theme: Theme, name: string, names: StyleNames): readonly Diagnostic[] {
  const style = theme.text[name];
  const paints = new Set(style === undefined ? [] : [style.zh.paint, style.en.paint]);
  return [...paints].flatMap((paint) => {
    if (names.paints.has(paint)) return [];
    const span = names.spanOf(['text', name]);
    return [diagnose('H001', `the theme has no colour \`${paint}\``, span === undefined ? {} : { span })];
  });
}

/** Lengths and grounds of masters, at whatever depth of edition or notes they stand. */
function checkMasters(
  tree: ThemeValue | undefined,
  path: readonly (string | number)[],
  names: StyleNames,
): readonly Diagnostic[] {
  if (!isTree(tree)) return [];
  return Object.entries(tree).flatMap(([key, value]) => {
    const at = [...path, key];
    if (isTree(value)) return [...checkHeight(value, at, names), ...checkMasters(value, at, names)];
    if (key === 'width') return checkWidth(value, at, names);
    if (key === 'x') return checkLength(value, at, names);
    return key === 'ground' && typeof value === 'string' ? checkPaintName(value, at, names) : [];
  });
}
