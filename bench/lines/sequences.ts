/** What should not be broken, written for measuring and not taken from the setter that is measured. */
const NUMBER = '[+\\-−±]?\\d+(?:[,.]\\d+)*';
const UNITS_ZH =
  '万|亿|千|百|吨|公斤|千克|毫克|克|公里|千米|米|公顷|亩|平方米|立方米|千瓦时|兆瓦时|千瓦|兆瓦|元|美元|度|倍|个百分点|小时|分钟|升';
const UNITS_EN =
  'tCO₂e|tonnes|t|kg|mg/m³|g|km|m³|m²|ha|MW|GW|TWh|GWh|MWh|kWh|元/kWh|ppm|dB|Hz|hectares|kilometres|per cent|knots';
const COUNTERS =
  '年|月|日|天|项|家|名|人|件|次|个|台|艘|辆|套|期|场|座|种|岁|届|条|起|株|处|位|页|章|类|份|笔|财年|季度|块|支|张|户|版';

export const SEQUENCES = {
  figure: /\d+(?:[,.]\d+)+|\d{2,}/gu,
  affix: new RegExp(`(?:US\\$|[¥$€£±≤≥])\\s?${NUMBER}|${NUMBER}\\s?(?:%|‰|℃|°)`, 'gu'),
  unit: new RegExp(
    `${NUMBER}\\s?(?:万|亿|千|百)?(?:${UNITS_ZH})|${NUMBER}\\s(?:million|billion|thousand)(?:\\s(?:tonnes|yuan))?|${NUMBER}\\s?(?:${UNITS_EN})(?![A-Za-z])`,
    'gu',
  ),
  counter: new RegExp(`${NUMBER}\\s?(?:${COUNTERS})`, 'gu'),
  label: /(?:Scopes?|pages?|Figure|Table|Appendix|Note)\s?(?:\d+|[A-Z]\b)|第\d+[^\s\d]|表\d+/gu,
  address: /https?:\/\/[^\s，。）（；、”]+|[\w.-]+@[\w.-]+/gu,
} as const;

export type SequenceKind = keyof typeof SEQUENCES;

/** The kinds of sequences that a break before the character at `at` cuts, `at` counted in the text as it is written. */
export function cutSequences(text: string, at: number): ReadonlySet<SequenceKind> {
  const cut = new Set<SequenceKind>();
  for (const kind of Object.keys(SEQUENCES) as SequenceKind[]) {
    for (const found of text.matchAll(SEQUENCES[kind])) {
      let before = at;
      while (before > 0 && /\s/u.test(text[before - 1] ?? '')) before -= 1;
      if (found.index < before && at < found.index + found[0].length) cut.add(kind);
    }
  }
  return cut.has('address') ? new Set(['address']) : cut;
}
