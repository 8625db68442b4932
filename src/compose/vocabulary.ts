/** Attributes that every element takes; `class` and `origin` are taken out by the binder. */
const COMMON: readonly string[] = ['id', 'lang', 'accent'];

const BLOCKS: Readonly<Record<string, readonly string[]>> = {
  section: ['master', 'title', 'label'],
  sheet: ['master'],
  furniture: ['side'],
  ground: [],
  break: ['to'],
  h1: ['outline'],
  h2: ['outline'],
  h3: ['outline'],
  h4: ['outline'],
  h5: ['outline'],
  h6: ['outline'],
  p: ['side'],
  ul: [],
  ol: ['start'],
  li: [],
  div: ['role', 'side'],
  row: ['role'],
  cell: ['role'],
  pair: ['beside'],
  columns: [],
  table: ['title'],
  caption: [],
  colgroup: [],
  col: [],
  thead: [],
  tbody: [],
  tfoot: [],
  tr: [],
  th: ['scope', 'colspan', 'rowspan'],
  td: ['colspan', 'rowspan'],
  figure: [],
  figcaption: [],
  aside: ['beside'],
  note: ['label'],
  img: ['asset', 'alt', 'alt-second', 'decorative'],
  chart: ['block', 'alt', 'alt-second'],
  trend: ['metric', 'period', 'alt', 'alt-second'],
  materiality: ['alt', 'alt-second'],
  'sdg-map': ['alt', 'alt-second'],
  motif: ['kind', 'alt', 'alt-second', 'side'],
  rule: ['side'],
};

const INLINES: Readonly<Record<string, readonly string[]>> = {
  span: [],
  strong: [],
  em: [],
  sup: [],
  sub: [],
  s: [],
  quantity: ['metric', 'period', 'status'],
  mark: ['kind'],
  tag: ['kind'],
  a: ['href'],
  ref: ['to'],
  'page-of': ['to', 'after'],
  noteref: ['note'],
  srcref: ['source'],
  icon: ['name', 'alt', 'alt-second'],
  fill: [],
  br: [],
  abbr: ['expansion'],
};

/** Whether an element stands on a line, among text. */
export function isInline(tag: string): boolean {
  return Object.hasOwn(INLINES, tag);
}

/** Attributes that an element takes; undefined for an element that markup does not know. */
export function attributesOf(tag: string): readonly string[] | undefined {
  const own = Object.hasOwn(BLOCKS, tag) ? BLOCKS[tag] : Object.hasOwn(INLINES, tag) ? INLINES[tag] : undefined;
  return own === undefined ? undefined : [...COMMON, ...own];
}

/** Every element, for suggestions. */
export function elementNames(): readonly string[] {
  return [...Object.keys(BLOCKS), ...Object.keys(INLINES)];
}
