import type { MarkupElement, MarkupNode } from '../bind/index.ts';
import type { Lang, OriginId } from '../core/index.ts';
import { tokenNumber } from '../theme/index.ts';
import { drawIcon } from './icon.ts';
import { markOf } from './note-mark.ts';
import type { InlineItem, InlineTag } from './paragraph.ts';
import { type Entered, enter, isHidden, report, type Scope, type Session } from './scope.ts';
import { secondAlt } from './second-alt.ts';
import { tagBox } from './status-tag.ts';
import { numberOf, type Style, strokeOf } from './style.ts';
import { enterEmphasis, runStyleOf } from './text-state.ts';
import { collapseSpace } from './whitespace.ts';

/** What runs inherit from the inlines around them. */
interface InlineScope extends Scope {
  readonly tag: InlineTag | undefined;
  readonly keep: boolean;
  readonly note: string | undefined;
  readonly late: string | undefined;
  readonly style: Style | undefined;
  readonly origin: OriginId;
}

/**
 * Turns what stands on a line into items of a paragraph, white space collapsed.
 * @param nodes  inline elements and text
 * @param scope  where they stand; `origin` is the paragraph's
 * Emits B006.
 */
export function inlineItems(
  session: Session,
  nodes: readonly MarkupNode[],
  scope: Scope,
  origin: OriginId,
): readonly InlineItem[] {
  let keys = 0;
  const nextKey = (): string => {
    keys += 1;
    return `i${keys}`;
  };
  const state: InlineScope = {
    ...scope,
    tag: undefined,
    keep: scope.text.nowrap ?? false,
    note: undefined,
    late: undefined,
    style: undefined,
    origin,
  };
  const given = nodes.flatMap((node) => itemsOf(session, node, state, nextKey));
  const items = withoutTail(closeUp(collapseSpace(given)));
  const pictures = items.some((item) => item.kind === 'drawing') && !items.some((item) => 'style' in item);
  // A line of pictures alone stands where text of its style would: a joiner takes no room, but has a size.
  return pictures ? [run(session, WORD_JOINER, state), ...items] : items;
}

/** Marks that stand close to what they follow. Source: CLREQ #prohibition_rules_for_line_start_end, and their Latin kin. */
const CLOSING = /^[,.;:!?)\]’”，。、；：！？）」』》]/u;

/** A box keeps no room to a mark that closes what it belongs to. */
function closeUp(items: readonly InlineItem[]): readonly InlineItem[] {
  return items.map((item, i) => {
    const next = items[i + 1];
    if (item.kind !== 'boxed' || next?.kind !== 'text' || !CLOSING.test(next.text)) return item;
    return { ...item, box: { ...item.box, margin: [item.box.margin[0], 0] } };
  });
}

/** Space after the last thing on a line parts it from nothing; only negative space does something there. */
function withoutTail(items: readonly InlineItem[]): readonly InlineItem[] {
  const last = items.at(-1);
  return last?.kind === 'space' && last.width > 0 ? items.slice(0, -1) : items;
}

/** Takes no room and no break, but has the size of its style. */
export const WORD_JOINER = '\u2060';

function itemsOf(session: Session, node: MarkupNode, scope: InlineScope, nextKey: () => string): readonly InlineItem[] {
  if (node.kind === 'text') return textItems(session, node.text, scope, nextKey);
  return elementItems(session, node, scope, nextKey);
}

function textItems(session: Session, text: string, scope: InlineScope, nextKey: () => string): readonly InlineItem[] {
  if (text === '') return [];
  if (scope.artifact || scope.keep || scope.tag !== undefined || scope.note !== undefined) {
    return [run(session, text, scope)];
  }
  return session.expansions.cut(text, scope.lang).map(({ text: part, expansion }) => {
    const tag: InlineTag | undefined =
      expansion === undefined ? undefined : { type: 'Span', key: nextKey(), lang: scope.lang, expansion };
    return run(session, part, { ...scope, tag });
  });
}

function run(session: Session, text: string, scope: InlineScope): InlineItem {
  return {
    kind: 'text',
    text,
    lang: scope.lang,
    style: runStyleOf(scope.text, scope.style, { theme: session.theme, accent: scope.accent, lang: scope.lang }),
    ...(scope.tag === undefined ? {} : { tag: scope.tag }),
    ...(scope.keep ? { keep: true } : {}),
    ...(scope.note === undefined ? {} : { note: scope.note }),
    ...(scope.late === undefined ? {} : { late: scope.late }),
    origin: scope.origin,
  };
}

function elementItems(
  session: Session,
  element: MarkupElement,
  outer: InlineScope,
  nextKey: () => string,
): readonly InlineItem[] {
  const { style, scope: entered } = enter(session, element, outer);
  if (isHidden(style) || style.get('hidden') === true) return [];
  const space = numberOf(style, 'space');
  if (space !== undefined) return [{ kind: 'space', width: space }];
  const items = ownItems(session, element, outer, { style, scope: entered }, nextKey);
  if (items.length === 0) return [];
  const spaced = [...gap(style, 'space-before'), ...items];
  const [first, ...rest] = spaced;
  const joined = outer.keep || element.tag === 'noteref' || element.tag === 'srcref';
  const open = first?.kind === 'space' && !joined ? [first, run(session, ZERO_WIDTH_SPACE, outer), ...rest] : spaced;
  return [...open, ...gap(style, 'space-after')];
}

/** After a gap the line may end, unless what follows belongs to what stands before. */
const ZERO_WIDTH_SPACE = '\u200b';

/** Space that a style keeps beside an inline; negative space lets a mark hang over. */
function gap(style: Style, property: 'space-before' | 'space-after'): readonly InlineItem[] {
  const width = numberOf(style, property);
  return width === undefined || width === 0 ? [] : [{ kind: 'space', width }];
}

function ownItems(
  session: Session,
  element: MarkupElement,
  outer: InlineScope,
  { style, scope: entered }: Entered,
  nextKey: () => string,
): readonly InlineItem[] {
  const scope: InlineScope = {
    ...outer,
    ...entered,
    style: style.has('underline') || style.has('strike') ? style : outer.style,
    keep: outer.keep || style.get('nowrap') === true || element.tag === 'quantity',
    origin: element.origin === '' ? outer.origin : element.origin,
  };
  const inside = (tag?: InlineTag, extra: Partial<InlineScope> = {}): readonly InlineItem[] =>
    element.children.flatMap((child) =>
      itemsOf(session, child, { ...scope, ...extra, tag: tag ?? scope.tag }, nextKey),
    );
  const dotted = (): Partial<InlineScope> =>
    session.theme.setting.emphasisZh === 'bold' ? {} : { text: enterEmphasis(scope.text, outer.text, scope.lang) };
  const tagged = (type: InlineTag['type'], extra: Partial<InlineTag> = {}): InlineTag => ({
    type,
    key: nextKey(),
    ...extra,
  });
  const { attributes } = element;
  switch (element.tag) {
    case 'strong':
      return inside(scope.tag ?? tagged('Strong'));
    case 'em':
      return inside(scope.tag ?? tagged('Em'), dotted());
    case 'a':
      return inside(tagged('Link', { href: attributes['href'] ?? '' }));
    case 'ref':
      return inside(tagged('Reference', { target: attributes['to'] ?? '' }));
    case 'srcref':
      // The page of sources names its entries so, apart from blocks, which have a name space of their own.
      return inside(tagged('Reference', { target: `source.${attributes['source'] ?? ''}` }));
    case 'noteref':
      return noteMark(session, element, scope, tagged);
    case 'abbr':
      return inside(tagged('Span', { expansion: attributes['expansion'] ?? '' }));
    case 'page-of':
      return [pageNumber(session, attributes, scope)];
    case 'mark':
      return [...inside(), { kind: 'space', width: tokenNumber(session.theme, 'components.derived_mark.gap') }];
    case 'tag':
      return statusTag(session, element, scope);
    case 'icon':
      return icon(session, element, scope);
    case 'fill':
      return [fill(session, style, scope)];
    case 'br':
      return [{ kind: 'newline' }];
    default:
      return inside();
  }
}

function noteMark(
  session: Session,
  element: MarkupElement,
  scope: InlineScope,
  tagged: (type: InlineTag['type'], extra?: Partial<InlineTag>) => InlineTag,
): readonly InlineItem[] {
  const note = element.attributes['note'] ?? '';
  const written = textOf(element);
  const mark = markOf(session, note);
  const label = written === '' || mark.late !== undefined ? mark.label : written;
  if (label === '') return [];
  const { late } = mark;
  return [run(session, label, { ...scope, note, late, keep: true, tag: tagged('Reference', { target: note }) })];
}

/** All text below a node, as it stands. */
export function textOf(node: MarkupNode): string {
  return node.kind === 'text' ? node.text : node.children.map(textOf).join('');
}

function pageNumber(session: Session, attributes: Readonly<Record<string, string>>, scope: InlineScope): InlineItem {
  const before = (attributes['after'] ?? '').split(/\s+/).filter((id) => id !== '');
  return {
    kind: 'page',
    target: attributes['to'] ?? '',
    ...(before.length === 0 ? {} : { after: before }),
    lang: scope.lang,
    style: runStyleOf(scope.text, scope.style, { theme: session.theme, accent: scope.accent, lang: scope.lang }),
    ...(scope.tag === undefined ? {} : { tag: scope.tag }),
    origin: scope.origin,
  };
}

function statusTag(session: Session, element: MarkupElement, scope: InlineScope): readonly InlineItem[] {
  const parts = element.children.map((child) => ({ text: textOf(child), lang: languageOf(child) ?? scope.lang }));
  const text = parts.map((part) => part.text).join('');
  if (text.trim() === '') return [];
  const { box, paint } = tagBox(session.theme, element.attributes['kind'] ?? '');
  const style = runStyleOf({ ...scope.text, paint }, undefined, {
    theme: session.theme,
    accent: scope.accent,
    lang: scope.lang,
  });
  const several = parts.some((part) => part.lang !== scope.lang);
  const said = several ? { text, parts } : { text: text.trim() };
  return [{ kind: 'boxed', ...said, lang: scope.lang, style, box, origin: scope.origin }];
}

function languageOf(node: MarkupNode): Lang | undefined {
  const lang = node.kind === 'element' ? node.attributes['lang'] : undefined;
  return lang === 'zh' || lang === 'en' ? lang : undefined;
}

function icon(session: Session, element: MarkupElement, scope: InlineScope): readonly InlineItem[] {
  const name = element.attributes['name'] ?? '';
  const { paint } = runStyleOf(scope.text, undefined, {
    theme: session.theme,
    accent: scope.accent,
    lang: scope.lang,
  });
  const drawn = drawIcon(name, paint);
  if (drawn === undefined) {
    report(session, 'B006', element.origin, `there is no icon \`${name}\``);
    return [];
  }
  const alt = element.attributes['alt'];
  const picture: InlineItem = {
    kind: 'drawing',
    drawing: drawn.drawing,
    ascent: drawn.ascent,
    ...(alt === undefined || alt === '' ? {} : { alt, ...secondAlt(session, element) }),
    origin: scope.origin,
  };
  return drawn.gap === 0 ? [picture] : [picture, { kind: 'space', width: drawn.gap }];
}

function fill(session: Session, style: Style, scope: InlineScope): InlineItem {
  const leader = style.get('leader');
  if (typeof leader !== 'object' || Array.isArray(leader)) return { kind: 'fill' };
  const stroke = strokeOf(new Map([['top', { ...leader, width: 1 }]]), 'top', session.theme, scope.accent);
  const { size } = leader as Readonly<Record<string, unknown>>;
  return { kind: 'fill', leader: { paint: stroke?.paint ?? 'ink3', size: Number(size) } };
}
