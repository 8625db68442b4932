import type { Edition, OriginId } from '../core/index.ts';

/** A node of the semantic markup that templates produce. The vocabulary stands in `templates/README.md`. */
export type MarkupNode = MarkupElement | MarkupText;

export interface MarkupText {
  readonly kind: 'text';
  readonly text: string;
}

export interface MarkupElement {
  readonly kind: 'element';
  readonly tag: string;
  /** Without `class` and `origin`. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly classes: readonly string[];
  readonly children: readonly MarkupNode[];
  /** Content line this came from: the nearest `origin` attribute at or above. */
  readonly origin: OriginId;
}

/** One edition's whole report as markup. */
export interface Markup {
  readonly edition: Edition;
  readonly root: MarkupElement;
}
