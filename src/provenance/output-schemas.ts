import * as z from 'zod';

const text = z.strictObject({ zh: z.string(), en: z.string() });
const texts = z.array(z.string());
const decimal = z.string().regex(/^-?\d+(\.\d+)?$/, 'a decimal is digits with at most one point');
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date is YYYY-MM-DD');
const hash = z.string().regex(/^[0-9a-f]{64}$/, 'SHA-256 in hexadecimal');
const edition = z.enum(['zh-Hans', 'en', 'bilingual']);
const severity = z.enum(['error', 'warning', 'info']);
const status = z.enum(['reported', 'derived', 'estimate', 'disputed', 'sample', 'not_disclosed']);
const place = z.string().describe('File, line and column in the content; empty where it has none.');
const count = z.int().nonnegative();
const pageNumber = z.int().positive();

const amount = { value: decimal.nullable(), unit: z.string(), sources: texts };
const given = z.strictObject({ value: decimal.nullable(), unit: z.string() });

const figure = z.strictObject({
  metric: z.string(),
  label: text,
  scope: z.strictObject({ key: z.string(), zh: z.string(), en: z.string() }),
  period: z.strictObject({ id: z.string(), label: text, start: date, end: date }),
  value: decimal.nullable().describe('In the unit of the metric; null where nothing is disclosed.'),
  unit: z.string(),
  status,
  given: given.describe('As the content gives it.'),
  place,
  entered: z
    .strictObject({ by: z.string(), date: z.string(), commit: z.string().optional(), summary: z.string() })
    .nullable()
    .describe('By git; null where nobody can say, without a commit while it is in none.'),
  factor: decimal.optional().describe('How many of the metric’s unit one of the given unit is.'),
  printed: text,
  sources: z.array(
    z.strictObject({
      id: z.string(),
      key: z.string(),
      kind: z.enum(['primary', 'primary_copy', 'press', 'standard', 'derived', 'editorial']),
      title: text,
      where: z.string(),
      date: date.optional(),
      place,
    }),
  ),
  get derived() {
    return z.strictObject({ formula: text, from: z.array(figure) }).optional();
  },
  statedChanges: z.array(z.strictObject({ ...amount, from: z.string() })),
  alternatives: z.array(z.strictObject(amount)),
  restated: z.strictObject({ ...amount, reason: text }).optional(),
  note: text.optional(),
  assurance: z.strictObject({
    level: z.enum(['none', 'none_found', 'limited', 'reasonable']),
    by: z.string().optional(),
  }),
  waivers: z.array(
    z.strictObject({
      check: z.string(),
      reason: z.string(),
      by: z.string(),
      expires: date,
      holds: z.boolean(),
      place,
    }),
  ),
  disclosures: texts,
});

const printed = z.strictObject({
  edition,
  page: z.string().describe('As printed.'),
  sheet: pageNumber,
  box: z
    .strictObject({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })
    .optional()
    .describe('pt from the page’s top left; spoken texts have none.'),
  text: z.string(),
  sentence: z.string(),
  kind: z.string().optional(),
  key: z.string().optional().describe('What answers for the figure; missing where nothing does.'),
  spoken: z.boolean(),
  status: status.optional(),
  sources: texts,
  place,
});

const trace = z.union([
  z.strictObject({ schema: z.literal('trace/1'), figure, places: z.array(printed).nullable() }),
  z.strictObject({ schema: z.literal('trace/1'), edition, page: z.string(), places: z.array(printed) }),
]);

const diff = z.strictObject({
  schema: z.literal('diff/1'),
  before: z.string(),
  after: z.string(),
  changes: z.array(
    z.strictObject({
      kind: z.enum(['added', 'removed', 'changed', 'restated', 'regraded', 'reworded']),
      item: z.string(),
      before: z.string().nullable(),
      after: z.string().nullable(),
      blocks: texts,
      pages: z
        .array(z.strictObject({ edition, pages: texts }))
        .nullable()
        .describe('Null where no build of the newer state is known.'),
    }),
  ),
});

const box = z
  .tuple([
    pageNumber,
    z.number(),
    z.number(),
    z.number(),
    z.number(),
    count,
    z.int(),
    z.enum(['text', 'drawing', 'artifact']),
  ])
  .describe('Page, x, y, width, height in pt from the top left, index of the origin, flow (-1 for none), kind.');

const places = z.strictObject({
  schema: z.literal('places/1'),
  origins: texts,
  editions: z.array(
    z.strictObject({
      edition,
      file: z.string(),
      sha256: hash,
      labels: texts.describe('Of each page, as printed.'),
      boxes: z.array(box),
    }),
  ),
});

const report = z.strictObject({
  schema: z.literal('report-output/1'),
  report: z.string(),
  mode: z.enum(['draft', 'release']),
  variant: z.string(),
  editions: z.array(
    z.strictObject({
      edition,
      file: z.string(),
      pages: count,
      bytes: count,
      sha256: hash,
      fonts: texts,
      labels: texts,
      anchors: z
        .record(z.string(), z.strictObject({ page: count, label: z.string() }))
        .describe('Where each block begins.'),
    }),
  ),
  diagnostics: z.array(
    z.strictObject({ code: z.string(), severity, message: z.string(), place: z.string().optional() }),
  ),
});

const point = z.strictObject({ offset: count, line: pageNumber, column: pageNumber });
const span = z.strictObject({ file: z.string(), start: point, end: point });

const diagnostics = z.strictObject({
  schema: z.literal('diagnostics/1'),
  diagnostics: z.array(
    z.strictObject({
      code: z.string().describe('Explained in docs/diagnostics/.'),
      slug: z.string(),
      severity,
      message: z.string(),
      span: span.optional(),
      expected: z.string().optional(),
      found: z.string().optional(),
      related: z.array(z.strictObject({ span, note: z.string() })),
      hints: texts,
      lang: z.enum(['zh', 'en']).optional(),
      block: z.string().optional(),
      page: z.string().optional(),
      item: z.string().optional(),
    }),
  ),
});

const signoff = z.strictObject({
  schema: z.literal('signoff/1'),
  report: z.string(),
  rows: z.array(
    z.strictObject({
      row: z.string(),
      hash: z.string(),
      by: z.string(),
      on: date.describe('On the reviewer’s calendar.'),
    }),
  ),
});

const OUTPUTS = {
  trace: ['petalpress trace --json', trace],
  diff: ['petalpress diff --json', diff],
  places: ['What stands where on finished pages: output/places.json', places],
  'report-output': ['What was built: output/report.json', report],
  diagnostics: ['Diagnostics of a command: --format json', diagnostics],
  signoff: ['Signatures of called figures: signoff.json', signoff],
} as const;

/** The JSON Schemas of what commands write for other programs, as texts by name. Source: JSON Schema 2020-12. */
export function outputSchemas(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(OUTPUTS).map(([name, [title, shape]]) => {
      const { $schema, ...rest } = z.toJSONSchema(shape);
      return [name, `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`];
    }),
  );
}
