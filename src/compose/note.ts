import type { MarkupElement } from '../bind/index.ts';
import type { OriginId } from '../core/index.ts';
import type { Block, TextBlock } from './block.ts';
import { flowBlocks } from './flow.ts';
import { isNumeral, markOf, type NoteMark } from './note-mark.ts';
import type { InlineItem, RunStyle } from './paragraph.ts';
import { enter, type Scope, type Session } from './scope.ts';
import { type Style, trimmedStyle } from './style.ts';
import { enterText, runStyleOf } from './text-state.ts';

/**
 * Keeps a note for the foot of the page that cites it: its mark, a space, its text; in both languages side by side where
 * the edition has two. Source: ISO 14289-1 7.9 (Note with a unique id).
 */
export function gatherNote(session: Session, element: MarkupElement, outer: Scope): void {
  const id = element.attributes['id'];
  const { style, scope } = enter(session, element, { ...outer, ...outer.notes, divider: false, flow: false });
  if (id === undefined || id === '' || session.notes.has(id)) return;
  const { label, late } = markOf(session, id);
  const children = flowBlocks(session, element.children, scope);
  const marked = markFirstTexts(children, (block) =>
    labelItems(session, { label, late }, block, style, scope, element.origin),
  );
  const block: Block = { kind: 'stack', id, origin: element.origin, tag: { type: 'Note', id }, children: marked };
  session.notes.set(id, { id, block, ...(late === undefined ? {} : { late }) });
}

/** Puts a note's mark before its first paragraph; in a row before that of each side. */
function markFirstTexts(
  blocks: readonly Block[],
  label: (block: TextBlock) => readonly InlineItem[],
): readonly Block[] {
  const [first, ...rest] = blocks;
  if (first === undefined) return [];
  return [markFirstText(first, label), ...rest];
}

function markFirstText(block: Block, label: (block: TextBlock) => readonly InlineItem[]): Block {
  if (block.kind === 'text') {
    return { ...block, paragraph: { ...block.paragraph, items: [...label(block), ...block.paragraph.items] } };
  }
  if (block.kind === 'stack') return { ...block, children: markFirstTexts(block.children, label) };
  if (block.kind !== 'row') return block;
  return { ...block, cells: block.cells.map((cell) => ({ ...cell, block: markFirstText(cell.block, label) })) };
}

/** A numeral stands above the line as its mark in the text does; a letter stands on it. */
function labelItems(
  session: Session,
  { label, late }: NoteMark,
  block: TextBlock,
  style: Style,
  scope: Scope,
  origin: OriginId,
): readonly InlineItem[] {
  if (label === '') return [];
  const { lang } = block.paragraph;
  const mark = session.cascade.styleOf(
    { tag: 'noteref', attributes: {}, classes: [], children: [], kind: 'element', origin },
    lang,
    [],
  );
  const first = block.paragraph.items.find((item) => item.kind === 'text');
  const base: RunStyle =
    first?.kind === 'text'
      ? first.style
      : runStyleOf(
          enterText(scope.text, style, { theme: session.theme, accent: scope.accent, side: undefined }),
          undefined,
          {
            theme: session.theme,
            accent: scope.accent,
            lang,
          },
        );
  const raised = isNumeral(label) ? superior(base, mark) : base;
  return [
    {
      kind: 'text',
      text: label,
      lang,
      style: raised,
      keep: true,
      tag: { type: 'Lbl', key: 'label' },
      ...(late === undefined ? {} : { late }),
      origin,
    },
    { kind: 'space', width: base.size * (lang === 'zh' ? 1 : 0.6) },
  ];
}

function superior(base: RunStyle, mark: Style): RunStyle {
  const { scale, rise, weight } = trimmedStyle(mark);
  return {
    ...base,
    font: { ...base.font, ...(weight === undefined ? {} : { weight: weight as 300 | 400 | 600 }) },
    size: base.size * (scale ?? 1),
    rise: base.size * (rise ?? 0),
  };
}
