import type { InlineItem, Paragraph, RunStyle } from '../../../src/compose/paragraph.ts';
import type { Lang } from '../../../src/core/index.ts';
import {
  DEFAULT_POLICY,
  type Line,
  type TypesetContext,
  type TypesetParagraph,
  type TypesetPolicy,
  type TypesetWishes,
  typesetParagraph,
} from '../../../src/typeset/index.ts';
import { plainFonts } from './plain-fonts.ts';

/** Size of all test text, pt: one em. */
export const EM = 10;

export const STYLE: RunStyle = {
  font: { family: 'sans', weight: 400 },
  size: EM,
  tracking: 0,
  paint: 'ink',
  figures: 'proportional',
  rise: 0,
};

export interface Setting {
  readonly lang?: Lang;
  readonly align?: Paragraph['align'];
  readonly indent?: number;
  readonly hang?: number;
  readonly hyphenate?: boolean;
  readonly balance?: boolean;
  readonly policy?: Partial<TypesetPolicy>;
  readonly keep?: readonly string[];
  readonly hyphenation?: ReadonlyMap<string, string>;
  readonly pageLabel?: TypesetContext['pageLabel'];
  readonly wishes?: TypesetWishes;
}

export function run(
  text: string,
  lang: Lang = 'zh',
  more: Partial<Extract<InlineItem, { kind: 'text' }>> = {},
): InlineItem {
  return { kind: 'text', text, lang, style: STYLE, origin: 'test.yaml#/text', ...more };
}

export function paragraph(content: string | readonly InlineItem[], setting: Setting = {}): Paragraph {
  const lang = setting.lang ?? 'zh';
  return {
    items: typeof content === 'string' ? [run(content, lang)] : content,
    lang,
    align: setting.align ?? 'justify',
    leading: 18,
    indent: (setting.indent ?? 0) * EM,
    hang: (setting.hang ?? 0) * EM,
    hyphenate: setting.hyphenate ?? true,
    balance: setting.balance ?? false,
    origin: 'test.yaml#/text',
  };
}

export function context(setting: Setting = {}): TypesetContext {
  return {
    fonts: plainFonts(),
    pageLabel: setting.pageLabel ?? (() => undefined),
    keep: setting.keep ?? [],
    hyphenation: setting.hyphenation ?? new Map(),
    policy: { ...DEFAULT_POLICY, ...setting.policy },
  };
}

/** Sets a text at a measure in em. */
export function set(content: string | readonly InlineItem[], measure: number, setting: Setting = {}): TypesetParagraph {
  return typesetParagraph(paragraph(content, setting), measure * EM, context(setting), setting.wishes);
}

/** The lines' texts, without the space or hyphen that a break leaves. */
export function lines(
  content: string | readonly InlineItem[],
  measure: number,
  setting: Setting = {},
): readonly string[] {
  return set(content, measure, setting).lines.map((line) => line.text.trimEnd());
}

export interface PlacedCharacter {
  readonly text: string;
  /** Where its ink box begins and how wide its glyph is drawn, em. */
  readonly x: number;
  /** Where the glyph itself is drawn, em. */
  readonly drawn: number;
  readonly rise: number;
  readonly size: number;
}

/** Every glyph of a line with its place, em. */
export function characters(line: Line | undefined): readonly PlacedCharacter[] {
  return (line?.items ?? []).flatMap((item) => {
    if (item.kind !== 'glyphs') return [];
    let x = item.x;
    return item.clusters.map((text, i) => {
      const placed = {
        text,
        x: x / EM,
        drawn: (x + (item.xOffsets?.[i] ?? 0)) / EM,
        rise: item.rise / EM,
        size: item.size / EM,
      };
      x += item.advances[i] ?? 0;
      return placed;
    });
  });
}

/** Distance from the end of one character's box to the next one's begin, for a pair in a line; boxes given in em. */
export function gapAfter(line: Line | undefined, text: string, box: number): number {
  const placed = characters(line);
  const index = placed.findIndex((character) => character.text === text);
  const here = placed[index];
  const next = placed[index + 1];
  if (here === undefined || next === undefined) throw new Error(`no character after ${text}`);
  return next.x - here.x - box;
}
