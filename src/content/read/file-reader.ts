import { type Diagnostic, diagnose, type Lang, type OriginId, originId, type Span } from '../../core/index.ts';
import type { Located, PathKey } from '../../source/index.ts';
import { parseText, type TextFault } from '../inlines.ts';
import type { Pair } from '../schema/fields.ts';
import type { Label, LangText, Text } from '../types.ts';

/** What turns the values of one file into parts of the report: origins, places, parsed texts; faults are gathered in it. */
export interface FileReader {
  readonly file: string;
  origin(...path: readonly PathKey[]): OriginId;
  span(...path: readonly PathKey[]): Span;
  keySpan(...path: readonly PathKey[]): Span;
  /** A text in both languages, with its references. */
  text(pair: Pair, ...path: readonly PathKey[]): LangText;
  maybeText(pair: Pair | undefined, ...path: readonly PathKey[]): LangText | undefined;
  /** A text that stands for both languages: a table cell of figures, a formula. */
  sameText(source: string, ...path: readonly PathKey[]): LangText;
  /** A name or label, which takes no references. Emits C018 for one. */
  label(pair: Pair, ...path: readonly PathKey[]): Label;
  maybeLabel(pair: Pair | undefined, ...path: readonly PathKey[]): Label | undefined;
  report(diagnostic: Diagnostic): void;
}

export function fileReader(located: Located<unknown>, diagnostics: Diagnostic[]): FileReader {
  const { file } = located;
  const textFault = (path: readonly PathKey[], lang: Lang, fault: TextFault): Diagnostic =>
    diagnose(fault.code, fault.message, {
      span: located.textSpanOf(path, fault.start, fault.end),
      hints: [fault.hint],
      lang,
    });
  const one = (source: string, lang: Lang, path: readonly PathKey[]): Text => {
    const { text, faults } = parseText(source, lang, originId(file, path));
    for (const fault of faults) diagnostics.push(textFault(path, lang, fault));
    return text;
  };
  const label = (pair: Pair, ...path: readonly PathKey[]): Label => {
    for (const lang of ['zh', 'en'] as const) {
      const at = pair[lang].indexOf('{{');
      if (at < 0) continue;
      diagnostics.push(
        diagnose('C018', 'a label takes no references', {
          span: located.textSpanOf([...path, lang], at, at + 2),
          hints: ['write the words out'],
          lang,
        }),
      );
    }
    return { zh: pair.zh, en: pair.en };
  };
  const text = (pair: Pair, ...path: readonly PathKey[]): LangText => ({
    zh: one(pair.zh, 'zh', [...path, 'zh']),
    en: one(pair.en, 'en', [...path, 'en']),
  });
  return {
    file,
    origin: (...path) => originId(file, path),
    span: (...path) => located.spanOf(path),
    keySpan: (...path) => located.keySpanOf(path),
    text,
    maybeText: (pair, ...path) => (pair === undefined ? undefined : text(pair, ...path)),
    sameText: (source, ...path) => {
      const zh = one(source, 'zh', path);
      // Faults are the same in both: told once.
      return { zh, en: { ...parseText(source, 'en', originId(file, path)).text } };
    },
    label,
    maybeLabel: (pair, ...path) => (pair === undefined ? undefined : label(pair, ...path)),
    report: (diagnostic) => diagnostics.push(diagnostic),
  };
}
