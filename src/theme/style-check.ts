import type { z } from 'zod';
import { type Diagnostic, diagnose, nearest, type Span } from '../core/index.ts';
import type { PathKey } from '../source/index.ts';
import { type Grid, readLength } from './expression.ts';
import { kindExpected } from './kind-expected.ts';
import { isTree, type ThemeTree } from './layer.ts';
import {
  EDITION_KEYS,
  LENGTH_PROPERTIES,
  PAINT_PROPERTIES,
  PROPERTIES,
  type Property,
  REMOVABLE_PROPERTIES,
} from './property.ts';
import type { ThemeValue } from './types.ts';

/** What names in styles may refer to. */
export interface StyleNames {
  readonly paints: ReadonlySet<string>;
  readonly texts: ReadonlySet<string>;
  readonly grid: Grid;
  readonly spanOf: (path: readonly PathKey[]) => Span | undefined;
}

/**
 * Checks every rule of `styles:`: known properties, values of their kind, paints and text styles that exist, lengths that
 * can be read.
 * Emits H001, one for each fault.
 */
export function checkStyles(styles: ThemeTree, names: StyleNames): readonly Diagnostic[] {
  return Object.entries(styles).flatMap(([selector, rule]) => {
    const path = ['styles', selector];
    if (!isTree(rule)) return [fault(names, path, `the style \`${selector}\` is no mapping of properties`)];
    return checkRule(rule, path, names);
  });
}

function checkRule(rule: ThemeTree, path: readonly PathKey[], names: StyleNames): readonly Diagnostic[] {
  return Object.entries(rule).flatMap(([key, value]) => {
    const at = [...path, key];
    if ((EDITION_KEYS as readonly string[]).includes(key)) {
      return isTree(value) ? checkRule(value, at, names) : [fault(names, at, `\`${key}\` holds no properties`)];
    }
    if (!Object.hasOwn(PROPERTIES, key)) {
      const near = nearest(key, Object.keys(PROPERTIES));
      return [
        fault(
          names,
          at,
          `the property \`${key}\` is not known`,
          near === undefined ? [] : [`did you mean \`${near}\`?`],
        ),
      ];
    }
    const property = key as Property;
    return perLanguage(value).flatMap(([lang, one]) =>
      checkValue(property, one, lang === undefined ? at : [...at, lang], names),
    );
  });
}

/** A value for each language, or one for both. */
function perLanguage(value: ThemeValue): readonly (readonly [string | undefined, ThemeValue])[] {
  if (!isTree(value) || !('zh' in value || 'en' in value)) return [[undefined, value]];
  return Object.entries(value);
}

function checkValue(
  property: Property,
  value: ThemeValue,
  path: readonly PathKey[],
  names: StyleNames,
): readonly Diagnostic[] {
  const kind: z.ZodType = PROPERTIES[property];
  const parsed = kind.safeParse(value);
  if (!parsed.success) {
    const span = names.spanOf(path);
    return [
      diagnose('H001', `the value of \`${property}\` is not of its kind`, {
        ...(span === undefined ? {} : { span }),
        ...kindExpected(parsed.error.issues[0]),
        found: JSON.stringify(value),
        hints: [`templates/README.md says what \`${property}\` takes`],
      }),
    ];
  }
  return [
    ...checkPaint(property, value, path, names),
    ...checkLengths(property, value, path, names),
    ...(property === 'text' && value !== 'inherit' && !names.texts.has(String(value))
      ? [fault(names, path, `the theme has no text style \`${String(value)}\``, suggestion(String(value), names.texts))]
      : []),
  ];
}

function checkPaint(
  property: Property,
  value: ThemeValue,
  path: readonly PathKey[],
  names: StyleNames,
): readonly Diagnostic[] {
  if (!PAINT_PROPERTIES.includes(property) || (value === 'none' && REMOVABLE_PROPERTIES.includes(property))) return [];
  const paint = isTree(value) ? value['paint'] : value;
  return typeof paint === 'string' ? checkPaintName(paint, path, names) : [];
}

/** Whether a paint is one of the theme's, or of the accent in force. Emits H001. */
export function checkPaintName(paint: string, path: readonly PathKey[], names: StyleNames): readonly Diagnostic[] {
  if (/^accent\.(deep|mid|tint)$/.test(paint) || names.paints.has(paint)) return [];
  return [fault(names, path, `the theme has no colour \`${paint}\``, suggestion(paint, names.paints))];
}

function checkLengths(
  property: Property,
  value: ThemeValue,
  path: readonly PathKey[],
  names: StyleNames,
): readonly Diagnostic[] {
  return LENGTH_PROPERTIES.includes(property) ? flat(value).flatMap((one) => checkLength(one, path, names)) : [];
}

/** Whether a length can be read. Emits H001. */
export function checkLength(value: ThemeValue, path: readonly PathKey[], names: StyleNames): readonly Diagnostic[] {
  if (typeof value !== 'string' || readLength(value, names.grid) !== undefined) return [];
  return [fault(names, path, `\`${value}\` is no length`, ['write a number, col(n), span(n), end, or a sum of these'])];
}

/** Whether what stands there is a length above zero. Emits H001. */
export function checkWidth(value: ThemeValue, path: readonly PathKey[], names: StyleNames): readonly Diagnostic[] {
  const width = typeof value === 'string' || typeof value === 'number' ? readLength(value, names.grid) : undefined;
  if (width === undefined) return checkLength(value, path, names);
  if (width.value > 0) return [];
  return [fault(names, path, `a width of ${width.value} pt leaves no room for text`, ['make it wider than 0 pt'])];
}

/** Whether the foot of an area stands below its head. Emits H001. */
export function checkHeight(area: ThemeTree, path: readonly PathKey[], names: StyleNames): readonly Diagnostic[] {
  const { top, bottom } = area;
  if (typeof top !== 'number' || typeof bottom !== 'number' || bottom > top) return [];
  const message = `the text would run from ${top} pt down to ${bottom} pt`;
  return [
    fault(names, [...path, 'bottom'], message, ['both count from the head of the page: make `bottom` the larger']),
  ];
}

function flat(value: ThemeValue): readonly ThemeValue[] {
  return Array.isArray(value) ? value.flatMap(flat) : [value];
}

function suggestion(word: string, known: Iterable<string>): readonly string[] {
  const near = nearest(word, known);
  return near === undefined ? [] : [`did you mean \`${near}\`?`];
}

function fault(
  names: StyleNames,
  path: readonly PathKey[],
  message: string,
  hints: readonly string[] = [],
): Diagnostic {
  const span = names.spanOf(path);
  return diagnose('H001', message, { ...(span === undefined ? {} : { span }), hints: hints.filter((h) => h !== '') });
}
