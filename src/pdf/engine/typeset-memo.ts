import type { Paragraph } from '../../compose/paragraph.ts';
import type {
  MeasureParagraphFn,
  ParagraphWidths,
  TypesetContext,
  TypesetParagraph,
  TypesetParagraphFn,
} from '../../typeset/types.ts';

/** The two functions of the typeset stage that the engine calls. */
export interface Typeset {
  readonly typesetParagraph: TypesetParagraphFn;
  readonly measureParagraph: MeasureParagraphFn;
}

export interface TypesetMemo {
  /** The lines of a paragraph, or of what is left of it from a place on. */
  readonly lines: (paragraph: Paragraph, measure: number, from?: number) => TypesetParagraph;
  readonly widths: (paragraph: Paragraph) => ParagraphWidths;
  /** From now on this line, counted from 0 and from the place that the lines begin at, is made to end without a hyphen. */
  readonly forbidHyphen: (paragraph: Paragraph, measure: number, line: number, from?: number) => void;
  /** Another memo over the same store that answers page labels by `pageLabel`. */
  readonly withLabels: (pageLabel: (block: string) => string | undefined) => TypesetMemo;
}

interface Store {
  readonly made: WeakMap<Paragraph, Map<string, TypesetParagraph>>;
  readonly widths: WeakMap<Paragraph, ParagraphWidths>;
  /** Lines that may not end with a hyphen, by measure and place. */
  readonly unhyphenated: WeakMap<Paragraph, Map<string, readonly number[]>>;
}

/**
 * Remembers each paragraph at each measure, so that further passes and repeated furniture cost nothing. A paragraph that
 * prints page labels is remembered for these labels only.
 */
export function typesetMemo(typeset: Typeset, context: Omit<TypesetContext, 'pageLabel'>): TypesetMemo {
  const store = { made: new WeakMap(), widths: new WeakMap(), unhyphenated: new WeakMap() };
  return labelled(typeset, context, store, () => undefined);
}

function labelled(
  typeset: Typeset,
  context: Omit<TypesetContext, 'pageLabel'>,
  store: Store,
  pageLabel: (block: string) => string | undefined,
): TypesetMemo {
  const full: TypesetContext = { ...context, pageLabel };
  return {
    lines: (paragraph, measure, from) => {
      const unhyphenated = store.unhyphenated.get(paragraph)?.get(placeKey(measure, from));
      const key = `${placeKey(measure, from)}${labelKey(paragraph, pageLabel)}${unhyphenated === undefined ? '' : `-${unhyphenated.join()}`}`;
      const known = store.made.get(paragraph) ?? new Map<string, TypesetParagraph>();
      const found = known.get(key);
      if (found !== undefined) return found;
      const wishes = { ...(unhyphenated && { unhyphenated }), ...(from !== undefined && { from }) };
      const asked = unhyphenated === undefined && from === undefined ? undefined : wishes;
      const made = typeset.typesetParagraph(paragraph, measure, full, asked);
      store.made.set(paragraph, known.set(key, made));
      return made;
    },
    widths: (paragraph) => {
      const found = store.widths.get(paragraph);
      if (found !== undefined) return found;
      const made = typeset.measureParagraph(paragraph, full);
      store.widths.set(paragraph, made);
      return made;
    },
    forbidHyphen: (paragraph, measure, line, from) => {
      const known = store.unhyphenated.get(paragraph) ?? new Map<string, readonly number[]>();
      const key = placeKey(measure, from);
      const lines = [...new Set([...(known.get(key) ?? []), line])].sort((a, b) => a - b);
      store.unhyphenated.set(paragraph, known.set(key, lines));
    },
    withLabels: (other) => labelled(typeset, context, store, other),
  };
}

function placeKey(measure: number, from: number | undefined): string {
  return from === undefined ? String(measure) : `${measure}>${from}`;
}

function labelKey(paragraph: Paragraph, pageLabel: (block: string) => string | undefined): string {
  const asked = new Set<string>();
  for (const item of paragraph.items) {
    if (item.kind === 'page') for (const id of targetsOf(item)) asked.add(id);
    else if (item.kind === 'text' && item.late !== undefined) asked.add(item.late);
  }
  return [...asked].map((id) => `|${pageLabel(id) ?? ''}`).join('');
}

function targetsOf(item: { readonly target: string; readonly after?: readonly string[] }): readonly string[] {
  return [item.target, ...(item.after ?? [])];
}
