import * as z from 'zod';

/** A stroke as styles write it: `{paint: ink, width: 0.8, dash: [2, 2]}`, or `none`. */
const stroke = z.union(
  [
    z.literal('none'),
    z.strictObject({ paint: z.string(), width: z.number().positive(), dash: z.array(z.number()).optional() }),
  ],
  { error: 'write {paint: ink, width: 0.8}, with a dash: [2, 2] for a broken line, or none' },
);

/** A length: a number, or an expression over the grid. */
const length = z.union([z.number(), z.string()]);

const number = z.number();
const flag = z.boolean();
const word = <const W extends string>(...words: readonly W[]) => z.enum(words as unknown as [W, ...W[]]);
const place = z.tuple([length, length]);

/**
 * Every property that a style may state, with its kind. What each one does stands in `templates/README.md`.
 * Each takes one value, or one for each language: `{zh: …, en: …}`.
 */
export const PROPERTIES = {
  // Text; inherited by what an element holds.
  text: z.string(),
  family: word('sans', 'serif'),
  size: number.positive(),
  scale: number.positive(),
  leading: number.positive(),
  weight: z.union([z.literal(300), z.literal(400), z.literal(600)]),
  italic: flag,
  tracking: number,
  paint: z.string(),
  figures: word('proportional', 'tabular'),
  align: word('start', 'end', 'center', 'justify', 'inner', 'outer', 'decimal'),
  hyphenate: flag,
  balance: flag,
  strut: number.positive(),
  fit: z.number().min(0.3).max(1),
  indent: number,
  hang: number,
  nowrap: flag,
  // Inlines.
  rise: number,
  underline: stroke,
  strike: stroke,
  space: number,
  'space-before': number,
  'space-after': number,
  leader: z.strictObject({ paint: z.string(), size: number.positive() }),
  // Boxes.
  before: number,
  after: number,
  pad: z.tuple([number, number, number, number]),
  ground: z.string(),
  top: stroke,
  right: stroke,
  bottom: stroke,
  left: stroke,
  x: length,
  y: number,
  width: length,
  height: number.nonnegative(),
  'min-height': number.nonnegative(),
  keep: word('together', 'next', 'both', 'previous', 'free'),
  float: flag,
  hide: flag,
  hidden: flag,
  mirror: flag,
  // Rows, pairs, cells, columns, tables, lists.
  cells: z.array(place),
  columns: z.union([z.number().int().positive(), z.array(place)]),
  gap: number,
  'row-gap': number,
  divider: stroke,
  number: flag,
  level: flag,
  stretch: flag,
  valign: word('top', 'middle', 'bottom'),
  dot: word('start', 'end'),
  marker: z.union([z.string(), z.array(z.string())]),
  'marker-width': number.nonnegative(),
  structure: word('Div', 'Aside', 'P', 'Caption', 'BlockQuote', 'none'),
} as const satisfies Readonly<Record<string, z.ZodType>>;

export type Property = keyof typeof PROPERTIES;

/** Keys of a rule that hold properties for one edition only. */
export const EDITION_KEYS = ['@zh', '@en', '@bilingual'] as const;

/** Properties whose value names a paint, directly or as `paint` of a stroke. */
export const PAINT_PROPERTIES: readonly Property[] = [
  'paint',
  'ground',
  'top',
  'right',
  'bottom',
  'left',
  'divider',
  'underline',
  'strike',
  'leader',
];

/** Properties that `none` takes back, where an earlier rule has set them. */
export const REMOVABLE_PROPERTIES: readonly Property[] = [
  'ground',
  'top',
  'right',
  'bottom',
  'left',
  'divider',
  'underline',
  'strike',
];

/** Properties that hold lengths over the grid. */
export const LENGTH_PROPERTIES: readonly Property[] = ['x', 'width', 'cells', 'columns'];
