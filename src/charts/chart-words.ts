import type { Label } from '../content/types.ts';
import type { Lang } from '../core/index.ts';

/** Words that charts print on their own account, by their key in the register of strings. */
const WORDS = {
  series_break: { zh: '口径不连续', en: 'series break' },
  target: { zh: '目标', en: 'Target' },
  period: { zh: '期间', en: 'Period' },
  topic: { zh: '议题', en: 'Topic' },
  disputed: { zh: '争议', en: 'Disputed' },
  sample: { zh: '示例', en: 'Sample' },
  not_disclosed: { zh: '未披露', en: 'not disclosed' },
  chart_by: { zh: '不晚于{by}', en: 'by {by}' },
  chart_path: { zh: '直线示意路径：', en: 'Straight line to the target:' },
  chart_path_note: { zh: '仅为参照，并非已披露的计划', en: 'our illustration, not a disclosed plan' },
  chart_base: { zh: '基准', en: 'base' },
  chart_calendar: { zh: '自然年', en: 'calendar' },
  matrix_threshold: { zh: '两轴均以{value}为界', en: 'threshold {value} on both axes' },
  matrix_environment: { zh: '环境', en: 'environment' },
  matrix_society: { zh: '社会', en: 'people and society' },
  matrix_governance: { zh: '治理', en: 'governance' },
  sdg_accent: { zh: '主题', en: 'Theme' },
  sdg_goals: { zh: '可持续发展目标', en: 'Sustainable Development Goals' },
} as const satisfies Record<string, Label>;

/** Key of a word of the chart. */
export type ChartWord = keyof typeof WORDS;

/** A word of the chart in a language; `fill` takes the place of `{by}` or `{value}`. */
export type ChartWords = (key: ChartWord, lang: Lang, fill?: string) => string;

/** @param strings the report's register; where it is silent the words above hold */
export function chartWords(strings: ReadonlyMap<string, Label>): ChartWords {
  return (key, lang, fill = '') => (strings.get(key) ?? WORDS[key])[lang].replace(/\{(?:by|value)\}/, () => fill);
}
