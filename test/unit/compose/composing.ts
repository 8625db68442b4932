import { parseMarkup } from '../../../src/bind/parse-markup.ts';
import type { ChartBook } from '../../../src/charts/types.ts';
import {
  type Abbreviations,
  type Block,
  type BlockTree,
  composeBlocks,
  type TextBlock,
} from '../../../src/compose/index.ts';
import type { Drawing, Edition, Outcome } from '../../../src/core/index.ts';
import type { StyleRule, Theme } from '../../../src/theme/index.ts';
import { shippedTheme } from '../../support/shipped-theme.ts';

const theme = await shippedTheme();

/** Charts that are as large as they are asked to be, and hold nothing. */
const charts: ChartBook = {
  chart: (_block, _edition, width) => plot(width, 200),
  trend: (_metric, _period, _edition, size) => plot(size.width, size.height),
  materiality: (_edition, width) => plot(width, width),
  sdgMap: (_edition, width) => plot(width, 150),
};

function plot(width: number, height: number): { drawing: Drawing; table: { columns: string[]; rows: string[][] } } {
  return { drawing: { width, height, ops: [] }, table: { columns: [], rows: [] } };
}

export interface Setting {
  readonly edition?: Edition;
  /** Rules over those of the package. */
  readonly styles?: Readonly<Record<string, StyleRule>>;
  readonly tokens?: Theme['tokens'];
  readonly emphasisZh?: Theme['setting']['emphasisZh'];
  readonly abbreviations?: Abbreviations;
}

/** Composes markup written as HTML. */
export function composed(html: string, setting: Setting = {}): Outcome<BlockTree> {
  const styles = new Map([...theme.styles, ...Object.entries(setting.styles ?? {})]);
  return composeBlocks({
    markup: {
      edition: setting.edition ?? 'en',
      root: {
        kind: 'element',
        tag: 'report',
        attributes: {},
        classes: [],
        children: parseMarkup(html, 'o'),
        origin: 'o',
      },
    },
    theme: {
      ...theme,
      styles,
      tokens: { ...theme.tokens, ...setting.tokens },
      setting: { ...theme.setting, emphasisZh: setting.emphasisZh ?? theme.setting.emphasisZh },
    },
    charts,
    ...(setting.abbreviations === undefined ? {} : { abbreviations: setting.abbreviations }),
    accents: 7,
    // Every character half as wide as its size, but for those of no width.
    measureText: (text, style) => (text.replace(/[\u200b\u2060]/g, '').length * style.size) / 2,
    images: new Map([['harbour', { width: 400, height: 100 }]]),
    info: { title: 'T', author: 'A', subject: 'S', keywords: 'K', created: '2024-01-01' },
  });
}

/** The tree of markup without a fault. */
export function tree(html: string, setting: Setting = {}): BlockTree {
  const outcome = composed(html, setting);
  if (!outcome.ok) throw new Error(outcome.diagnostics.map((one) => one.message).join('\n'));
  return outcome.value;
}

/** The only block that markup makes. */
export function block<K extends Block['kind']>(
  kind: K,
  html: string,
  setting: Setting = {},
): Extract<Block, { kind: K }> {
  const { children } = tree(html, setting);
  const [only] = children;
  if (children.length !== 1 || only?.kind !== kind) {
    throw new Error(`expected one ${kind}, found ${children.map((child) => child.kind).join(', ')}`);
  }
  return only as Extract<Block, { kind: K }>;
}

/** Messages of the faults of markup. */
export function faults(html: string, setting: Setting = {}): readonly string[] {
  return composed(html, setting).diagnostics.map((one) => `${one.code} ${one.message}`);
}

/** All text of a paragraph as it is read; other items as ‹kind›. */
export function read(text: TextBlock): string {
  return text.paragraph.items.map((item) => ('text' in item ? item.text : `‹${item.kind}›`)).join('');
}

/** Every block of a tree in reading order. */
export function everyBlock(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((one): readonly Block[] => {
    switch (one.kind) {
      case 'stack':
      case 'columns':
        return [one, ...everyBlock(one.children)];
      case 'row':
        return [one, ...everyBlock(one.cells.map((cell) => cell.block))];
      case 'margin':
      case 'placed':
      case 'float':
        return [one, ...everyBlock([one.block])];
      case 'table': {
        const cells = [...one.head, ...one.body].flatMap((row) =>
          row.cells.flatMap((cell) => (cell === null ? [] : [cell.block])),
        );
        return [one, ...everyBlock(cells)];
      }
      default:
        return [one];
    }
  });
}
