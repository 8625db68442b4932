import { type ChartLook, line, run } from './chart-look.ts';
import type { Phrases } from './chart-model.ts';
import type { LabelStack } from './label-stack.ts';
import { wrapLabel } from './label-wrap.ts';

/** How the labels of a time axis are set. */
export interface PeriodLabelStyle {
  /** Room for each, pt. */
  readonly width: number;
  readonly current: boolean;
  /** A calendar year among fiscal ones says so. */
  readonly calendar: boolean;
  /** Labels part figure and word (2024 / 财年, FY / 2024), when one of them does not fit on a line. */
  readonly parted: boolean;
}

/** Label of a period under the axis. */
export function periodLabel(phrases: Phrases, style: PeriodLabelStyle, look: ChartLook): LabelStack {
  const { tokens, measure, words } = look;
  const several = phrases.length > 1;
  return phrases.flatMap(({ lang, text }, index) => {
    const size = index === 0 ? tokens.text.axis : tokens.text.mini;
    const weight = style.current && index === 0 ? 600 : 400;
    const paint = style.current && index === 0 ? 'ink' : 'ink2';
    const small = { size: tokens.text.mini, paint: 'ink3' };
    const { figure, word, wordFirst } = partedLabel(text);
    const qualifier = style.calendar ? words('chart_calendar', lang) : '';
    if (style.parted && (word !== '' || qualifier !== '')) {
      const lines = [
        line([run(figure, lang, { size, paint, weight })]),
        line([run(qualifier === '' ? word : qualifier, lang, small)]),
      ];
      return wordFirst && qualifier === '' ? lines.toReversed() : lines;
    }
    const widthOf = (part: string): number => measure.width(part, { family: 'sans', weight }, size, lang);
    const lines = wrapLabel(text, lang, style.width, widthOf);
    return [
      ...lines.map((part) => line([run(part, lang, { size, paint, weight })])),
      ...(qualifier === '' || (several && index > 0) ? [] : [line([run(qualifier, lang, small)])]),
    ];
  });
}

/** Whether a label has to be parted to fit. */
export function needsParting(phrases: Phrases, width: number, look: ChartLook): boolean {
  return phrases.some(
    ({ lang, text }) =>
      partedLabel(text).word !== '' &&
      look.measure.width(text, { family: 'sans', weight: 600 }, look.tokens.text.axis, lang) > width,
  );
}

interface PartedLabel {
  readonly figure: string;
  /** Empty when the label is no figure with a word. */
  readonly word: string;
  /** Whether the word is read before the figure. */
  readonly wordFirst: boolean;
}

/** 2024财年 → 2024, 财年; 2030年 → 2030, 年; FY2024 → FY, 2024. */
function partedLabel(text: string): PartedLabel {
  const after = /^(\d+)(\D+)$/u.exec(text);
  if (after !== null) return { figure: after[1] ?? text, word: after[2] ?? '', wordFirst: false };
  const before = /^([A-Z]+)(\d+)$/u.exec(text);
  if (before !== null) return { figure: before[2] ?? text, word: before[1] ?? '', wordFirst: true };
  return { figure: text, word: '', wordFirst: false };
}
