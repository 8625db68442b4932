import type { Report } from '../content/index.ts';
import type { FontBook } from '../fonts/index.ts';
import type { Theme } from '../theme/index.ts';
import type { TypesetContext, TypesetPolicy } from '../typeset/index.ts';

/** What composition needs of a report: fonts, names to keep whole, words with their hyphenation, and the theme's policy. */
export function typesetContext(report: Report, theme: Theme, fonts: FontBook): Omit<TypesetContext, 'pageLabel'> {
  const terms = [...report.terms.values()];
  return {
    fonts,
    keep: terms.filter((term) => term.keepTogether).flatMap((term) => [term.zh, term.en]),
    hyphenation: new Map(
      terms.flatMap((term) =>
        term.hyphenate === undefined
          ? []
          : [[term.hyphenate.replaceAll('-', '').toLowerCase(), term.hyphenate] as const],
      ),
    ),
    policy: typesetPolicy(theme),
  };
}

/** The rules of setting that the theme states, with its gap between Han and Latin. */
function typesetPolicy(theme: Theme): TypesetPolicy {
  const { hyphensInRow, emphasisZh: _emphasis, noteNumbers: _notes, ...rules } = theme.setting;
  return { ...rules, hanLatin: theme.mixing.hanLatinGap, maxHyphensInRow: hyphensInRow };
}
