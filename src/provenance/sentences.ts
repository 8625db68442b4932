import { type LangText, reportTexts, textReferences } from '../content/index.ts';
import type { Reference, Report } from '../content/types.ts';
import type { OriginId } from '../core/index.ts';
import type { DataSentence } from './data-types.ts';

/** A text that cites figures, with its place in the content. */
export interface CitingText extends DataSentence {
  /** Of both languages: without `/zh` or `/en` at its end. */
  readonly origin: OriginId;
}

/** Every text of a report that cites a figure, in the order of the report. A formula of a derived value is none. */
export function citingTexts(report: Report): readonly CitingText[] {
  return reportTexts(report).flatMap(({ text, role, owner }) => {
    const cites = role === 'formula' ? [] : citesOf(text);
    if (cites.length === 0) return [];
    const origin = text.zh.origin.replace(/\/zh$/, '');
    return [{ in: owner ?? report.id, cites, zh: text.zh.source, en: text.en.source, origin }];
  });
}

function citesOf(text: LangText): readonly string[] {
  const heads = [...textReferences(text.zh), ...textReferences(text.en)].filter(isFigure).map(({ head }) => head);
  return [...new Set(heads)].sort();
}

const FIGURES: ReadonlySet<Reference['target']['kind']> = new Set(['m', 'yoy', 'diff', 'share', 'sum', 'target']);

function isFigure({ target }: Reference): boolean {
  return FIGURES.has(target.kind) && !(target.kind === 'target' && target.field === 'by');
}
