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
  readonly lines: (paragraph: Paragraph, measure: number) => TypesetParagraph;
  readonly widths: (paragraph: Paragraph) => ParagraphWidths;
  /** Another memo over the same store that answers page labels by `pageLabel`. */
  readonly withLabels: (pageLabel: (block: string) => string | undefined) => TypesetMemo;
}

type Store = WeakMap<Paragraph, Map<string, TypesetParagraph>>;

/**
 * Remembers each paragraph at each measure, so that further passes and repeated furniture cost nothing. A paragraph that
 * prints page labels is remembered for these labels only.
 */
export function typesetMemo(typeset: Typeset, context: Omit<TypesetContext, 'pageLabel'>): TypesetMemo {
  return labelled(typeset, context, new WeakMap(), new WeakMap(), () => undefined);
}

function labelled(
  typeset: Typeset,
  context: Omit<TypesetContext, 'pageLabel'>,
  store: Store,
  widthStore: WeakMap<Paragraph, ParagraphWidths>,
  pageLabel: (block: string) => string | undefined,
): TypesetMemo {
  const full: TypesetContext = { ...context, pageLabel };
  return {
    lines: (paragraph, measure) => {
      const key = `${measure}${labelKey(paragraph, pageLabel)}`;
      const known = store.get(paragraph) ?? new Map<string, TypesetParagraph>();
      const found = known.get(key);
      if (found !== undefined) return found;
      const made = typeset.typesetParagraph(paragraph, measure, full);
      store.set(paragraph, known.set(key, made));
      return made;
    },
    widths: (paragraph) => {
      const found = widthStore.get(paragraph);
      if (found !== undefined) return found;
      const made = typeset.measureParagraph(paragraph, full);
      widthStore.set(paragraph, made);
      return made;
    },
    withLabels: (other) => labelled(typeset, context, store, widthStore, other),
  };
}

function labelKey(paragraph: Paragraph, pageLabel: (block: string) => string | undefined): string {
  const asked = new Set<string>();
  for (const item of paragraph.items) if (item.kind === 'page') for (const id of targetsOf(item)) asked.add(id);
  return [...asked].map((id) => `|${pageLabel(id) ?? ''}`).join('');
}

function targetsOf(item: { readonly target: string; readonly after?: readonly string[] }): readonly string[] {
  return [item.target, ...(item.after ?? [])];
}
