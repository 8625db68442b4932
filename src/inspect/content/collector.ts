import { type Font, readFont } from '../font/font.ts';
import { type Dict, dictOf, isReference, type PdfFile, type Stream, type Value } from '../objects/index.ts';
import { type ColourSpace, createColourSpaces } from './colour.ts';
import type { DrawnGlyph } from './drawn-glyph.ts';
import type { DrawnShape } from './drawn-shape.ts';
import type { ContentFault, Item, Mark } from './item.ts';

/** Everything that the content of a file leaves behind. */
export interface Painting {
  readonly items: readonly Item[];
  /** All sequences, in the order in which they begin. */
  readonly marks: readonly Mark[];
  readonly fonts: readonly Font[];
  readonly faults: readonly ContentFault[];
  /** How often each form was painted, by object number. */
  readonly forms: ReadonlyMap<number, { readonly stream: Stream; readonly times: number }>;
  /** Graphics state dictionaries in use, with the first page. */
  readonly states: ReadonlyMap<Dict, number>;
  /** Rendering intents by name. */
  readonly intents: ReadonlySet<string>;
  /** Deepest nesting of saved states. */
  readonly deepest: number;
}

/** Where the painting is gathered; what is found once is kept. */
export interface Collector {
  readonly file: PdfFile;
  readonly items: Item[];
  readonly marks: Mark[];
  readonly faults: ContentFault[];
  readonly forms: Map<number, { readonly stream: Stream; readonly times: number }>;
  readonly states: Map<Dict, number>;
  readonly intents: Set<string>;
  /** Streams that are being run, so that none runs inside itself. */
  readonly running: Set<Stream>;
  readonly patterns: Set<Value>;
  /** Every glyph with its place, where a reader asks for them. */
  readonly glyphs: DrawnGlyph[] | undefined;
  /** And every path with its steps. */
  readonly shapes: DrawnShape[] | undefined;
  deepest: number;
  font(value: Value | undefined): Font | undefined;
  space(value: Value | undefined, resources: Dict | undefined): ColourSpace;
  readonly painting: Painting;
}

/** @param wanted  lists for what is kept only where a reader asks for it */
export function createCollector(
  file: PdfFile,
  wanted: { readonly glyphs?: DrawnGlyph[]; readonly shapes?: DrawnShape[] } = {},
): Collector {
  const fonts: Font[] = [];
  const byId = new Map<number, Font>();
  const byDict = new Map<Dict, Font>();
  const collector: Collector = {
    file,
    items: [],
    marks: [],
    faults: [],
    forms: new Map(),
    states: new Map(),
    intents: new Set(),
    running: new Set(),
    patterns: new Set(),
    glyphs: wanted.glyphs,
    shapes: wanted.shapes,
    deepest: 0,
    font(value) {
      const id = isReference(value) ? value.ref : undefined;
      const dict = dictOf(file.resolve(value));
      if (dict === undefined) return undefined;
      const known = (id === undefined ? undefined : byId.get(id)) ?? byDict.get(dict);
      if (known !== undefined) return known;
      const font = readFont(file, dict, id);
      if (id !== undefined) byId.set(id, font);
      byDict.set(dict, font);
      fonts.push(font);
      return font;
    },
    space: createColourSpaces(file),
    get painting() {
      const { items, marks, faults, forms, states, intents, deepest } = collector;
      return { items, marks, fonts, faults, forms, states, intents, deepest };
    },
  };
  return collector;
}
