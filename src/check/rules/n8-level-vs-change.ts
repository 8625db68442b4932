import { maskedSource, type RefTarget, type Text } from '../../content/index.ts';
import { type Diagnostic, diagnose, type PerLang } from '../../core/index.ts';
import type { CheckFacts } from '../facts.ts';
import { type WordedFigure, wordedFigures } from '../figures-in-text.ts';

/** Natures whose value is a state, which nothing can rise or fall by. */
const STATES: ReadonlySet<string> = new Set(['level', 'intensity', 'ratio', 'index']);

/**
 * N8: one falls *to* a level and *by* a change. “Rose by” before a share that was reached, or “fell to” before a relative
 * change, says another thing than the figures do.
 */
export function levelVersusChange({ report }: CheckFacts): readonly Diagnostic[] {
  return wordedFigures(report).flatMap((figure): readonly Diagnostic[] => {
    const { ref, text, word } = figure;
    const fault = slipOf(report, figure);
    if (fault === undefined) return [];
    const span = report.origins.spanOf(ref.origin);
    return [
      diagnose('N8', `“${word.word}” leads to ${fault.expected}, but ${ref.head} is ${fault.found}`, {
        ...(span === undefined ? {} : { span }),
        expected: fault.expected,
        found: fault.found,
        hints: [fault.hint],
        lang: text.lang,
      }),
    ];
  });
}

interface Slip {
  readonly expected: string;
  readonly found: string;
  readonly hint: string;
}

function slipOf(report: CheckFacts['report'], figure: WordedFigure): Slip | undefined {
  const { ref, word } = figure;
  const { target } = ref;
  if (isChange(target) && word.kind === 'to') {
    return { expected: 'a level', found: 'a change', hint: 'write “by” (下降, 增长), or cite the value with m:' };
  }
  if (word.kind !== 'by' || word.loose || hasObject(figure)) return undefined;
  if (!isState(report, target) && !isOfItself(report, figure)) return undefined;
  return {
    expected: 'a change',
    found: 'a level',
    hint: 'write “to” (降至, 升至), or cite the change with yoy: or diff:',
  };
}

function isChange(target: RefTarget): boolean {
  if (target.kind === 'target') return target.field === 'change' || target.field === 'gap';
  return target.kind === 'yoy' || target.kind === 'diff';
}

/** The value of a metric that is a state, or the goal of such a metric. */
function isState(report: CheckFacts['report'], target: RefTarget): boolean {
  if (target.kind === 'share') return true;
  const metric =
    target.kind === 'm'
      ? target.metric
      : target.kind === 'target' && target.field === 'value'
        ? report.targets.get(target.target)?.metric
        : undefined;
  return STATES.has(report.metrics.get(metric ?? '')?.nature ?? '');
}

/** “grew 640 ha of maize”, “raised 3,120 head of cattle”: the figure is the object of the verb, and no change. */
function hasObject({ ref, text, word }: WordedFigure): boolean {
  const after = maskedSource(text).slice(ref.end).replace(/^\*+/, '');
  return text.lang === 'en' && ref.target.kind === 'm' && !/\b(?:by|of)$/.test(word.word) && /^ of\b/.test(after);
}

/**
 * Whether an amount is said to rise by itself: “rose from 45 to 53” with “by” in the place of “to”, or “total emissions fell
 * by” before total emissions. Another amount may be what a total grows by.
 */
function isOfItself({ metrics }: CheckFacts['report'], { ref, text, word, from }: WordedFigure): boolean {
  const metric = ref.target.kind === 'm' ? metrics.get(ref.target.metric) : undefined;
  if (metric === undefined) return false;
  const plain = maskedSource(text);
  const between = from === undefined ? undefined : plain.slice(from.end, ref.start);
  if (between !== undefined && !/[,，、;；]|\bto\b|至|到/.test(between)) return true;
  const before = plain.slice(0, ref.start);
  const subject = before.slice(0, before.lastIndexOf(word.word.split('…')[0] ?? word.word)).trimEnd();
  const subjects = [subject, subject.replace(AMOUNT[text.lang], '')];
  return [metric.label, metric.short].some(
    (label) => label !== undefined && subjects.some((one) => endsLike(one, label[text.lang], text.lang)),
  );
}

/** What a sentence adds to a name that is an amount anyway: 天然气用量, “natural gas use”. */
const AMOUNT: PerLang<RegExp> = {
  zh: /(?:使用|消耗|排放|产生|取用|采购)?(?:总|用)?(?:量|数|额)$/,
  en: / (?:use|usage|consumption|volume|output|total)$/i,
};

/** Whether a clause ends with a name, or with so much of the end of it that nothing else can be meant. */
function endsLike(clause: string, label: string, lang: Text['lang']): boolean {
  const [heard, name] = [clause.toLowerCase(), label.toLowerCase()];
  if (name !== '' && heard.endsWith(name)) return true;
  const pieces = lang === 'zh' ? [...name] : name.split(' ');
  const least = lang === 'zh' ? LEAST_CHARACTERS : LEAST_WORDS;
  if (pieces.length <= least) return false;
  const tail = pieces.slice(-least).join(lang === 'zh' ? '' : ' ');
  return new RegExp(lang === 'zh' ? `${escaped(tail)}$` : `(?:^|[^\\w-])${escaped(tail)}$`).test(heard);
}

const LEAST_CHARACTERS = 3;
const LEAST_WORDS = 2;

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
