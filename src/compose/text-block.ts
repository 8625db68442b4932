import type { MarkupElement, MarkupNode } from '../bind/index.ts';
import type { OriginId } from '../core/index.ts';
import type { Block, Keep, StructureTag, StructureType, TextBlock } from './block.ts';
import { boxed, innerScope } from './box.ts';
import { fitItems } from './fit.ts';
import { hangingParts, hungBlock } from './hanging.ts';
import { headingNumber, outlineText } from './heading.ts';
import { inlineItems, WORD_JOINER } from './inline.ts';
import type { InlineItem } from './paragraph.ts';
import { type Entered, enter, isHidden, type Scope, type Session, structureOf } from './scope.ts';
import { numberOf, type Style } from './style.ts';
import { paragraphStyleOf, runStyleOf, textStyleOf } from './text-state.ts';

/** Headings keep with what follows. Source: CLREQ #widow_and_orphan_handling, headings never last on a page. */
const HEADING_KEEP: Keep = { withNext: true, together: true };

/** A paragraph, a heading or a caption. Undefined when nothing is left to set. */
export function textBlock(session: Session, element: MarkupElement, outer: Scope): Block | undefined {
  const { style, scope } = enter(session, element, outer);
  if (isHidden(style)) return undefined;
  const hung = hangingParts(session, element, scope);
  if (hung !== undefined) return hungBlock(session, hung, { element, style, scope });
  const natural = inlineItems(session, element.children, scope, element.origin);
  const items = withStrut(session, fitted(session, natural, { style, scope }), { style, scope });
  if (items.length === 0) return undefined;
  const number = headingNumber(element);
  const tag = textTag(session, element, style, scope);
  const block = paragraphBlock(session, items, { style, scope, origin: element.origin, tag });
  const outline = outlineText(element);
  const marked: TextBlock =
    number === undefined || outline === undefined
      ? block
      : {
          ...block,
          outline: { level: session.outlineLevels.get(element) ?? 1, title: outline, lang: scope.lang },
        };
  return boxed(session, marked, {
    style,
    scope,
    origin: element.origin,
    id: element.attributes['id'],
    keep: number === undefined ? undefined : HEADING_KEEP,
  });
}

/** Before a smaller text something without width, of the size whose baseline the text is to keep. */
function withStrut(session: Session, items: readonly InlineItem[], { style, scope }: Entered): readonly InlineItem[] {
  const size = numberOf(style, 'strut');
  const [first] = items;
  if (size === undefined || first === undefined) return items;
  const run = runStyleOf({ ...scope.text, size }, undefined, {
    theme: session.theme,
    accent: scope.accent,
    lang: scope.lang,
  });
  return [{ kind: 'text', text: WORD_JOINER, lang: scope.lang, style: run, keep: true, origin: '' }, ...items];
}

/** A line whose style says `fit` is set smaller, down to that share, where the width would just not hold it. */
function fitted(session: Session, items: readonly InlineItem[], { style, scope }: Entered): readonly InlineItem[] {
  const least = numberOf(style, 'fit');
  const { measureText } = session.input;
  if (least === undefined || measureText === undefined) return items;
  return fitItems(items, innerScope(session, style, scope).width, least, measureText);
}

/** Loose text and inlines in a box, as one paragraph without a style of its own. */
export function looseText(
  session: Session,
  nodes: readonly MarkupNode[],
  scope: Scope,
  origin: OriginId,
  tag: StructureTag | undefined = { type: 'P' },
): TextBlock | undefined {
  const items = inlineItems(session, nodes, scope, origin);
  if (items.length === 0) return undefined;
  const own = scope.artifact ? undefined : withLang(session, tag, scope);
  return paragraphBlock(session, items, { style: new Map(), scope, origin, tag: own });
}

/** Items as a text block in the style in force, with the space that the text style keeps after a paragraph. */
export function paragraphBlock(
  session: Session,
  items: readonly InlineItem[],
  about: {
    readonly style: Style;
    readonly scope: Scope;
    readonly origin: OriginId;
    readonly tag?: StructureTag | 'artifact' | undefined;
  },
): TextBlock {
  const { style, scope, origin, tag } = about;
  const text = textStyleOf(scope.text, session.theme, scope.lang);
  const after = numberOf(style, 'after') ?? text.paragraphGap;
  const cellWidth = scope.cell && scope.width > 0 ? scope.width : undefined;
  return {
    kind: 'text',
    origin,
    ...(tag === undefined ? {} : { tag }),
    ...(after === 0 ? {} : { after }),
    paragraph: {
      items,
      lang: scope.lang,
      ...paragraphStyleOf(scope.text, style, { theme: session.theme, lang: scope.lang, cellWidth }),
      origin,
    },
  };
}

function textTag(session: Session, element: MarkupElement, style: Style, scope: Scope): StructureTag | undefined {
  const asked = structureOf(style);
  if (asked === 'none' || scope.artifact) return undefined;
  const number = headingNumber(element);
  const type: StructureType =
    number === undefined
      ? ((asked as StructureType | undefined) ?? (element.tag === 'caption' ? 'Caption' : 'P'))
      : (`H${session.headingLevels.get(element) ?? 1}` as StructureType);
  return withLang(session, { type }, scope);
}

/** A structure element in another language than the document's says so. Source: ISO 14289-1 7.2. */
export function withLang<T extends StructureTag | undefined>(session: Session, tag: T, scope: Scope): T {
  const lead = session.edition === 'en' ? 'en' : 'zh';
  return tag === undefined || scope.lang === lead ? tag : { ...tag, lang: scope.lang };
}
