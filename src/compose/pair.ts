import type { MarkupElement } from '../bind/index.ts';
import type { Block, Keep, RowCell } from './block.ts';
import { boxed, stackOf } from './box.ts';
import { elementBlocks } from './flow.ts';
import { headingNumber } from './heading.ts';
import { placesOf, type Stretch } from './row.ts';
import { enter, isHidden, round, type Scope, type Session } from './scope.ts';
import { collapseSpacing, trimEnds, withSpace } from './spacing.ts';
import { type Style, strokeOf } from './style.ts';
import { paragraphBlock } from './text-block.ts';
import { runStyleOf } from './text-state.ts';

/** Half the room that a pair's number clears in the rule between the languages, and its height, pt. */
const NUMBER_HALF_WIDTH = 6;
const NUMBER_HEIGHT = 14;
const NUMBER_SIZE = 7;

/**
 * Pairs that follow one another. On pages that part the languages by a rule, the rule runs along all of them, and those
 * whose style says `number` are counted from the last heading.
 */
export function dividedPairs(session: Session, elements: readonly MarkupElement[], scope: Scope): readonly Block[] {
  let number = 0;
  const blocks: Block[] = [];
  let run: Block[] = [];
  let rule: { readonly x: number; readonly style: Style } | undefined;
  const endRun = (): void => {
    if (run.length > 0 && rule !== undefined) blocks.push(withRule(session, run, rule, scope));
    else blocks.push(...run);
    run = [];
    rule = undefined;
  };
  for (const element of elements) {
    const { style } = enter(session, element, scope);
    if (holdsHeading(element)) number = 0;
    if (style.get('number') === true) number += 1;
    const block = pairBlock(session, element, scope, style.get('number') === true ? number : undefined);
    if (block === undefined) continue;
    const x = ruleOf(session, element, style, scope);
    if (x === undefined) {
      endRun();
      blocks.push(block);
    } else {
      rule = { x, style };
      run.push(block);
    }
  }
  endRun();
  return collapseSpacing(blocks);
}

/** One thing in each language: side by side and starting level, or alone in an edition of one language. */
export function pairBlock(session: Session, element: MarkupElement, outer: Scope, number?: number): Block | undefined {
  const { style, scope } = enter(session, element, outer);
  if (isHidden(style)) return undefined;
  const children = element.children.filter((child): child is MarkupElement => child.kind === 'element');
  const about = { style, scope, origin: element.origin, id: element.attributes['id'] };
  const stretches = placesOf(session, style.get('cells'), scope);
  if (children.length < 2 || stretches.length < 2) {
    const blocks = children.flatMap((child) => elementBlocks(session, child, scope));
    const [only] = blocks;
    if (only === undefined) return undefined;
    return blocks.length === 1 ? boxed(session, only, aboutOnly(only, about)) : stackOf(session, blocks, about);
  }
  const sides = children.map((child, index) => sideOf(session, child, scope, stretches[index] ?? { x: 0, width: 0 }));
  const withNext = sides.some((side) => side.block.keep?.withNext === true);
  const together = sides.some((side) => side.block.keep?.together === true);
  const keep: Keep = { ...(withNext ? { withNext } : {}), ...(together ? { together } : {}) };
  const row: Block = {
    kind: 'row',
    origin: element.origin,
    level: style.get('level') !== false,
    cells: [
      ...sides.map((side): RowCell => ({ ...side.stretch, block: withSpace(side.block, 0, 0), ...side.extra })),
      ...(number === undefined ? [] : [numberCell(session, number, { style, scope }, stretches)]),
    ],
    ...(withNext || together ? { keep } : {}),
  };
  const before = Math.max(...sides.map((side) => side.block.before ?? 0));
  const after = Math.max(...sides.map((side) => side.block.after ?? 0));
  return boxed(session, withSpace(row, before, after), about);
}

/** A block with an id of its own keeps it: the pair's then goes to a box around it. */
function aboutOnly<A extends { readonly id: string | undefined }>(only: Block, about: A): A {
  return only.id === undefined ? about : { ...about, id: about.id ?? only.id };
}

interface Side {
  readonly stretch: Stretch;
  readonly block: Block;
  readonly extra: Pick<RowCell, 'stretch'>;
}

function sideOf(session: Session, element: MarkupElement, scope: Scope, stretch: Stretch): Side {
  const place: Scope = { ...scope, flow: false, x: round(scope.x + stretch.x), width: stretch.width };
  const blocks = elementBlocks(session, element, place);
  const [only] = blocks;
  const boxIsHigh = only?.kind === 'stack' && (only.box?.ground !== undefined || only.box?.left !== undefined);
  const extra = boxIsHigh ? { stretch: true } : {};
  if (blocks.length === 1 && only !== undefined) return { stretch, block: only, extra };
  const inside = trimEnds(blocks);
  const stack: Block = { kind: 'stack', origin: element.origin, children: inside.blocks };
  return { stretch, block: withSpace(stack, inside.before, inside.after), extra };
}

/** The number between the two columns, on a ground of paper white that interrupts the rule. */
function numberCell(
  session: Session,
  number: number,
  about: { readonly style: Style; readonly scope: Scope },
  stretches: readonly Stretch[],
): RowCell {
  const middle = middleOf(stretches);
  const scope: Scope = {
    ...about.scope,
    lang: 'en',
    text: { name: 'caption', size: NUMBER_SIZE, leading: NUMBER_HEIGHT, weight: 600, align: 'center' },
  };
  const style = runStyleOf({ ...scope.text, paint: `accent.${scope.accent}.deep` }, undefined, {
    theme: session.theme,
    accent: scope.accent,
    lang: 'en',
  });
  const text = paragraphBlock(
    session,
    [{ kind: 'text', text: String(number), lang: 'en', style, keep: true, origin: '' }],
    { style: new Map(), scope, origin: '', tag: 'artifact' },
  );
  return {
    x: round(middle - NUMBER_HALF_WIDTH),
    width: 2 * NUMBER_HALF_WIDTH,
    block: { kind: 'stack', origin: '', tag: 'artifact', box: { ground: 'white' }, children: [text] },
  };
}

function middleOf(stretches: readonly Stretch[]): number {
  const [first, second] = stretches;
  return first === undefined || second === undefined ? 0 : (first.x + first.width + second.x) / 2;
}

/** Where the rule of a pair runs, from the scope's left edge; undefined when it has none. */
function ruleOf(session: Session, element: MarkupElement, style: Style, scope: Scope): number | undefined {
  if (!scope.divider || !style.has('divider')) return undefined;
  if (element.children.filter((child) => child.kind === 'element').length < 2) return undefined;
  const stretches = placesOf(session, style.get('cells'), scope);
  return stretches.length < 2 ? undefined : middleOf(stretches);
}

/** The rule is the right edge of a box around the pairs, whose right columns reach out of it. */
function withRule(
  session: Session,
  blocks: readonly Block[],
  rule: { readonly x: number; readonly style: Style },
  scope: Scope,
): Block {
  const stroke = strokeOf(rule.style, 'divider', session.theme, scope.accent);
  const inside = trimEnds(blocks);
  const stack: Block = {
    kind: 'stack',
    origin: blocks[0]?.origin ?? '',
    width: round(rule.x),
    ...(stroke === undefined ? {} : { box: { right: stroke } }),
    children: inside.blocks,
  };
  return withSpace(stack, inside.before, inside.after);
}

function holdsHeading(element: MarkupElement): boolean {
  return (
    headingNumber(element) !== undefined ||
    element.children.some((child) => child.kind === 'element' && holdsHeading(child))
  );
}
