import { maskedSource, reportTexts, type Text, textReferences } from '../../content/index.ts';
import { Decimal, type Diagnostic, diagnose, type PerLang } from '../../core/index.ts';
import type { MetricBook } from '../../metrics/index.ts';
import type { CheckFacts } from '../facts.ts';

/** Words that say a sum of money is below zero, or above it, right before the figure. */
const LOSS: PerLang<RegExp> = {
  zh: /((?:净|曾|仍|共|合计)?亏损|净亏|赤字|亏空)(?:额|了|为|约|达|近|超)*$/,
  en: /\b((?:net |operating )?(?:loss|losses|deficit|shortfall) of) (?:about |around |nearly |over |more than )?$/i,
};
const PROFIT: PerLang<RegExp> = {
  zh: /(盈利|获利|盈余)(?:额|了|为|约|达|近|超)*$/,
  en: /\b((?:net |operating )?(?:profit|surplus) of) (?:about |around |nearly |over |more than )?$/i,
};

/**
 * N9: what is called a loss is below zero and prints without its minus, which the word stands for; what is called a profit
 * and prints without a sign is above zero.
 */
export function lossOrProfit({ report, book }: CheckFacts): readonly Diagnostic[] {
  if (book === undefined) return [];
  return reportTexts(report).flatMap(({ text, role }) =>
    role === 'formula' ? [] : [text.zh, text.en].flatMap((one) => misnamed(book, one, report.origins)),
  );
}

function misnamed(book: MetricBook, text: Text, origins: CheckFacts['report']['origins']): readonly Diagnostic[] {
  const plain = maskedSource(text);
  return textReferences(text).flatMap((ref): readonly Diagnostic[] => {
    if (ref.target.kind !== 'm') return [];
    if (book.metric(ref.target.metric)?.nature !== 'money') return [];
    const canonical = book.canonical(ref.target.metric, ref.target.period);
    if (canonical === null) return [];
    const before = plain.slice(0, ref.start).replace(/\*+$/, '');
    const isBelow = new Decimal(canonical).isNegative();
    const isBare = ref.format.name === 'abs';
    const span = origins.spanOf(ref.origin);
    const at = { ...(span === undefined ? {} : { span }), found: canonical, lang: text.lang };
    const loss = LOSS[text.lang].exec(before)?.[1];
    const profit = PROFIT[text.lang].exec(before)?.[1];
    if (loss !== undefined && !isBelow) {
      const hints = ['give the value its minus, or change the word'];
      return [diagnose('N9', `“${loss}” says a loss, and ${ref.head} is not below zero`, { ...at, hints })];
    }
    if (loss !== undefined && !isBare) {
      const hints = ['cite it with abs, which prints no sign'];
      return [diagnose('N9', `“${loss}” says the sign, and ${ref.head} prints its minus too`, { ...at, hints })];
    }
    if (profit === undefined || !isBelow || !isBare) return [];
    return [
      diagnose('N9', `“${profit}” says a profit, and ${ref.head} is below zero`, {
        ...at,
        hints: ['change the word, or cite the value with its sign'],
      }),
    ];
  });
}
