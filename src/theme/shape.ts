import * as z from 'zod';

const percent = z.number().min(0).max(100);

const inks = z.tuple([percent, percent, percent, percent]);

/** A colour for screens, for print, and for small text in print. */
const colour = z.object({
  hex: z.string().regex(/^#[0-9A-Fa-f]{6}$/, 'a colour is written #RRGGBB'),
  cmyk: inks,
  cmyk_small: inks
    .refine((parts) => parts.filter((part) => part > 0).length <= 2, 'small text takes two inks at most')
    .optional(),
});

const tones = z.strictObject({ deep: colour, mid: colour, tint: colour });

/** One text style, in one language. */
const textStyle = z.strictObject({
  family: z.enum(['sans', 'serif']).default('sans'),
  weight: z.union([z.literal(300), z.literal(400), z.literal(600)]).default(400),
  italic: z.boolean().default(false),
  size: z.number().positive(),
  leading: z.number().positive(),
  tracking: z.number().default(0),
  paint: z.string().default('ink'),
  align: z.enum(['start', 'end', 'center', 'justify']).default('start'),
  hyphenate: z.boolean().optional(),
  figures: z.enum(['proportional', 'tabular']).default('proportional'),
  indent: z.number().default(0),
  gap: z.number().default(0),
});

const length = z.union([z.number(), z.string()]);

const areas = {
  x: length.optional(),
  width: length.optional(),
  top: z.number().optional(),
  bottom: z.number().optional(),
  ground: z.string().optional(),
  /** Whether a rule parts the two languages of pairs. */
  divider: z.boolean().optional(),
  notes: z
    .strictObject({
      x: length.optional(),
      width: length.optional(),
      columns: z.number().int().min(1).max(3).optional(),
      gap: z.number().optional(),
    })
    .optional(),
};

/** Where the flow and the notes of a kind of page stand; the second edition's differences under `@bilingual`. */
const master = z.strictObject({
  ...areas,
  orientation: z.enum(['portrait', 'landscape']).optional(),
  '@zh': z.strictObject(areas).optional(),
  '@en': z.strictObject(areas).optional(),
  '@bilingual': z.strictObject(areas).optional(),
});

const number = z.number();
const point = z.tuple([number, number]);

const strokes = z.looseObject({
  section: number,
  vein_cover: number,
  vein_opener: number,
  vein_contents: number,
  neighbour_petal: number,
  construction: number,
});

const motif = z.looseObject({
  first_axis_deg: number,
  straight_part: number,
  gap: number,
  veins: z.looseObject({
    angle_deg: number,
    pitch: z.looseObject({ cover: number, opener: number, contents: number }),
  }),
  cover: z.looseObject({
    centre: point,
    length: number,
    gap: number,
    turn_deg: number,
    clear: z.tuple([number, number, number, number]),
    ground: z.string(),
    circles: z.string(),
    band_y: number,
  }),
  opener: z.looseObject({ base_point: point, length: number, axis_deg: number, ground_line_y: number, inset: number }),
  text_page: z.looseObject({ width: number, height: number, base_point: point, length: number, axis_deg: number }),
  contents: z.looseObject({ size: number, length: number, gap: number }),
  leaf: z.looseObject({ size: number, foot: number, length: number, gap: number }),
  row: z.looseObject({ height: number, length: number, inset: number, ground_line_y: number }),
});

const tagLook = z.looseObject({ paint: z.string(), dash: z.array(number) });

const components = z.looseObject({
  running_head: z.looseObject({ glyph: number, glyph_off: z.string() }),
  thumb_index: z.looseObject({
    height: number,
    gap: number,
    width_off: number,
    width_on: number,
    number_size: number,
  }),
  status_tag: z.looseObject({
    pad: z.tuple([number, number, number, number]),
    margin: point,
    stroke: number,
    disputed: tagLook,
    sample: tagLook,
    other: tagLook,
  }),
  derived_mark: z.looseObject({ gap: number }),
  footnote: z.looseObject({ rule_width: number, rule_stroke: number, before: number, after: number, gap: number }),
});

/** Of the width of a mark: some of it stays inside. */
const share = z.number().min(0).max(0.9).default(0);

/** Rules of setting; what a theme does not say is as `docs/typography.md` has it. */
const setting = z
  .strictObject({
    prohibition: z.enum(['basic', 'gb', 'strict']).default('gb'),
    punctuation: z.enum(['kaiming', 'full', 'half', 'line-end-half']).default('kaiming'),
    neighbours: z.enum(['tight', 'loose']).default('tight'),
    hang: z.boolean().default(false),
    hyphens_in_row: z.number().int().min(1).max(3).default(2),
    word_space: z
      .strictObject({ min: z.number().min(0.5).max(1), max: z.number().min(1.1).max(2) })
      .default({ min: 2 / 3, max: 1.5 }),
    hyphen_cost: z.number().min(0).max(2000).default(135),
    hyphen_letters: z
      .strictObject({ before: z.number().int().min(2).max(5), after: z.number().int().min(2).max(5) })
      .default({ before: 2, after: 3 }),
    last_word_letters: z.number().int().min(1).max(12).default(5),
    emphasis_zh: z.enum(['dots', 'bold']).default('dots'),
    dash_en: z.enum(['as-written', 'closed', 'spaced']).default('as-written'),
    note_numbers: z.enum(['chapter', 'page']).default('chapter'),
    han_spread_em: z.number().min(0.02).max(0.25).default(0.0795),
    han_limit_em: z.number().min(0.05).max(0.5).default(0.25),
    word_space_zh_em: z
      .strictObject({
        min: z.number().min(0.125).max(0.25).default(0.25),
        max: z.number().min(0.25).max(0.5).default(0.5),
      })
      .prefault({}),
    loose_gap_em: z
      .strictObject({ latin: z.number().min(0.25).max(1).default(0.5), mark: z.number().min(0).max(1).default(0.34) })
      .prefault({}),
    full_last_line: z.number().min(0.8).max(1).default(0.98),
    ragged_line: z
      .strictObject({
        least: z.number().min(0).max(0.95).default(0.7),
        hyphen_under: z.number().min(0).max(1).default(0.7),
      })
      .prefault({}),
    protrusion: z.strictObject({ hyphen: share, dash: share, comma: share, stop: share, quote: share }).prefault({}),
  })
  .prefault({});

/** What a whole theme holds, once its layers are merged. Sections that only one component reads pass as they are. */
export const themeShape = z.looseObject({
  name: z.string(),
  page: z.looseObject({
    trim_pt: z.tuple([z.number().positive(), z.number().positive()]),
    bleed_mm: z.number().min(0),
    binding_mm: z.number().min(0).default(0),
    landscape: z.enum(['upright', 'turned']).default('upright'),
  }),
  grid: z.looseObject({
    left: z.number(),
    column: z.number().positive(),
    gutter: z.number().min(0),
    text_width: z.number().positive(),
  }),
  mixing: z.object({
    latin_scale_in_zh: z.object({ sans: z.number().positive(), serif: z.number().positive() }),
    han_latin_gap_em: z.object({ natural: z.number().min(0), min: z.number().min(0), max: z.number().min(0) }),
  }),
  setting,
  text: z.record(z.string(), z.union([z.strictObject({ zh: textStyle, en: textStyle }), textStyle])),
  colour: z.record(z.string(), colour),
  accents: z.array(tones).min(1),
  neutral: tones,
  charts: z.looseObject({ categorical: z.array(z.looseObject({ ...colour.shape })) }),
  strokes,
  motif,
  components,
  limits: z.looseObject({ picture_dpi: number }),
  /** The condition that the print edition is made for; without it a generic one. */
  press: z
    .strictObject({
      profile: z.string(),
      identifier: z.string().min(1),
      info: z.string().default(''),
      registry: z.string().default(''),
    })
    .optional(),
  /** Text of which sizes prints in black ink alone, pt; without it none does. */
  inks: z.strictObject({ black_text_under: z.union([z.number().min(0), z.literal('all')]) }).optional(),
  flow: z.looseObject({ widows: z.number().int().min(1), orphans: z.number().int().min(1) }),
  masters: z.record(z.string(), master),
  styles: z.record(z.string(), z.record(z.string(), z.unknown())),
});

export type ThemeShape = z.infer<typeof themeShape>;
export type MasterShape = z.infer<typeof master>;
