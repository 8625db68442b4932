import type { Reference, RefFormat } from '../content/types.ts';
import { Decimal, type Diagnostic, diagnose, type Lang } from '../core/index.ts';
import { type Amount, coarsened } from './amount.ts';
import { pairOf, percentDisplay, pointsDisplay } from './change.ts';
import { dateText } from './date-text.ts';
import { deadReference, type Fault, isFault } from './fault.ts';
import type { SignRule } from './figure.ts';
import { type Finding, findAmount } from './finding.ts';
import { canonicalText, type Display, type Ledger, shownGrain, spanAt } from './ledger.ts';
import { numberWords, WORDS_LIMIT } from './number-words.ts';
import { type Look, printAmount } from './print.ts';
import {
  type Manner,
  PROSE,
  type QuantityFacts,
  textQuantity,
  undisclosedQuantity,
  wordedQuantity,
} from './quantity.ts';
import { senseOf } from './sense.ts';
import type { Quantity } from './types.ts';
import { NOTHING } from './wording.ts';

export interface Resolved {
  readonly quantity: Quantity;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Resolves a reference to what it prints in prose. One that cannot be resolved prints a dash and says why.
 * Emits D1, N0, N7, N10, N12, N13, N14, S1, S2, C018.
 */
export function resolveReference(ledger: Ledger, ref: Reference, lang: Lang): Resolved {
  const { target } = ref;
  if (target.kind === 'period') return resolvePeriod(ledger, ref, target.period, lang);
  if (target.kind === 'date') return resolveDate(ledger, ref, target.iso, lang);
  if (target.kind === 'lit') return textual(target.text, ref, undefined);
  if (target.kind === 'target' && target.field === 'by') return resolveDeadline(ledger, ref, target.target, lang);
  if (target.kind === 'm') {
    const entry = ledger.account(target.metric)?.entries.get(target.period);
    if (entry?.amount === null && entry.value.value === null) {
      const facts = { ...noFacts(ref, target.period), status: entry.value.status, metric: target.metric };
      return { quantity: undisclosedQuantity(lang, 'prose', facts, ledger.wording), diagnostics: [] };
    }
  }
  const finding = findAmount(ledger, ref, lang);
  if (isFault(finding)) return unresolved(ledger, ref, lang, finding);
  const fault = formatFault(ref, finding);
  if (fault !== undefined) return unresolved(ledger, ref, lang, fault);
  return ref.format.name === 'words' ? writeWords(ledger, ref, lang, finding) : writeFigure(ledger, ref, lang, finding);
}

/**
 * What there is to say against a reference, without writing its figure where nothing is. Most references name a value, or a
 * change between two that are given, and take it as it comes: nothing but the values can be at fault there.
 */
export function referenceFaults(ledger: Ledger, ref: Reference, lang: Lang): readonly Diagnostic[] {
  return isSound(ledger, ref) ? [] : resolveReference(ledger, ref, lang).diagnostics;
}

/** Formats that every amount takes. */
const ANY_AMOUNT: ReadonlySet<string | undefined> = new Set([undefined, 'qty', 'num', 'unit', 'signed', 'abs']);

function isSound(ledger: Ledger, { target, format }: Reference): boolean {
  if (target.kind === 'period') return ledger.period(target.period) !== undefined;
  const isRelative = target.kind === 'yoy';
  if (target.kind !== 'm' && target.kind !== 'diff' && !isRelative) return false;
  if (format.dp !== undefined || !(ANY_AMOUNT.has(format.name) || (isRelative && format.name === 'pct'))) return false;
  const account = ledger.account(target.metric);
  if (account === undefined) return false;
  if (target.kind === 'm') return (account.entries.get(target.period)?.amount ?? null) !== null;
  const pair = pairOf(ledger, account, target.period, target.from);
  return typeof pair !== 'string' && (!isRelative || pair.earlier.value.gt(0));
}

function resolvePeriod(ledger: Ledger, ref: Reference, id: string, lang: Lang): Resolved {
  const period = ledger.period(id);
  if (period === undefined) return unresolved(ledger, ref, lang, deadReference('period', id));
  return textual((ref.format.name === 'long' ? period.long : period.label)[lang], ref, id);
}

function resolveDate(ledger: Ledger, ref: Reference, iso: string, lang: Lang): Resolved {
  const text = dateText(iso, lang);
  if (text !== undefined) return textual(text, ref, undefined);
  return unresolved(ledger, ref, lang, { code: 'C018', message: `${iso} is no date`, hints: ['write YYYY-MM-DD'] });
}

/** A target’s deadline: a period of the report, or a bare year. */
function resolveDeadline(ledger: Ledger, ref: Reference, id: string, lang: Lang): Resolved {
  const by = ledger.report.targets.get(id)?.goal.by;
  if (by === undefined) return unresolved(ledger, ref, lang, deadReference('target', id));
  const period = ledger.period(by);
  const label = ref.format.name === 'long' ? period?.long : period?.label;
  return textual(label?.[lang] ?? (lang === 'zh' ? `${by}年` : by), ref, period?.id);
}

function writeFigure(ledger: Ledger, ref: Reference, lang: Lang, finding: Finding): Resolved {
  const { format } = ref;
  const { amount, display } = asFormatted(ledger, format, finding, lang);
  const look: Look = { lang, manner: mannerFor(format), sign: signFor(format), dp: format.dp };
  const printed = printAmount(amount, display, look, factsOf(ref, finding), ledger.wording);
  const polarity = ledger.account(finding.metric ?? '')?.metric.polarity ?? 'neutral';
  const sense = finding.change ? senseOf(amount, display, printed.places, polarity) : undefined;
  const quantity = { ...printed.quantity, sense };
  if (!printed.finer) return { quantity, diagnostics: [] };
  const message = `dp=${format.dp ?? 0} is finer than ${ref.head}, which has ${placesText(Math.max(printed.places, 0))}`;
  const fault: Fault = { code: 'N13', message, hints: ['dp only coarsens: lower it, or leave it out'] };
  return { quantity, diagnostics: [diagnostic(ledger, ref, lang, fault)] };
}

function placesText(places: number): string {
  return places === 1 ? '1 decimal place' : `${places === 0 ? 'no' : places} decimal places`;
}

function writeWords(ledger: Ledger, ref: Reference, lang: Lang, finding: Finding): Resolved {
  const value = finding.amount.value.div(finding.unit.factor);
  const whole = ref.format.dp === 0 ? value.toDecimalPlaces(0) : value;
  if (whole.isInteger() && whole.abs().lte(WORDS_LIMIT)) {
    const words = numberWords(whole.toNumber(), lang);
    return { quantity: wordedQuantity(words, lang, factsOf(ref, finding), ledger.wording), diagnostics: [] };
  }
  const message = `${ref.head} is ${value.toFixed()}, which is not written out`;
  return unresolved(ledger, ref, lang, { code: 'N14', message, hints: ['only whole numbers take words; use num'] });
}

/** Formats that the finding cannot take. */
function formatFault({ format, head }: Reference, { kind, amount }: Finding): Fault | undefined {
  if (format.name === 'long') {
    return { code: 'C018', message: `${head} has no long form`, hints: ['long is for periods and terms'] };
  }
  if (format.name === 'pct' && kind === 'points') {
    const message = `${head} is a difference of shares, which is in percentage points`;
    return { code: 'N7', message, hints: ['use pp or signed'] };
  }
  if (format.name === 'pp' && (kind === 'percent' || amount.dimension !== 'share')) {
    return { code: 'N7', message: `${head} is no difference of shares`, hints: ['use pct for relative changes'] };
  }
  if (format.name === 'pct' && amount.dimension !== 'share') {
    return { code: 'N12', message: `${head} is no percentage`, hints: ['use qty, or yoy for a relative change'] };
  }
  return undefined;
}

/** The amount and display that a format asks for: points, percent, the canonical unit in full, or the metric’s own. */
function asFormatted(
  ledger: Ledger,
  format: RefFormat,
  finding: Finding,
  lang: Lang,
): { readonly amount: Amount; readonly display: Display } {
  const { amount, display, kind, unit } = finding;
  if (kind !== 'amount') return { amount, display };
  if (format.name === 'full') {
    const full = { text: unit.id, dimension: unit.dimension, factor: new Decimal(unit.factor), form: unit.full[lang] };
    return { amount, display: { unit: full, dp: undefined } };
  }
  if (format.name !== 'pp' && format.name !== 'pct') return { amount, display };
  const other = format.name === 'pp' ? pointsDisplay(ledger.units, lang) : percentDisplay(ledger.units, lang);
  return { amount: coarsened(amount, shownGrain(display)), display: { unit: other.unit, dp: undefined } };
}

function signFor(format: RefFormat): SignRule {
  if (format.name === 'signed') return 'always';
  return format.name === 'pct' || format.name === 'abs' || format.name === 'pp' ? 'never' : 'auto';
}

function mannerFor(format: RefFormat): Manner {
  if (format.name === 'num') return { ...PROSE, unit: false };
  return format.name === 'unit' ? { ...PROSE, figure: false } : PROSE;
}

function factsOf(ref: Reference, { amount, unit, metric, period }: Finding): QuantityFacts {
  const { status } = amount;
  return {
    status,
    value: canonicalText(amount, unit),
    unit: unit.id,
    metric,
    period,
    sense: undefined,
    origin: ref.origin,
  };
}

function noFacts(ref: Reference, period: string | undefined): QuantityFacts {
  const nothing = { value: null, unit: undefined, metric: undefined, sense: undefined };
  return { ...nothing, status: 'reported', period, origin: ref.origin };
}

function textual(text: string, ref: Reference, period: string | undefined): Resolved {
  return { quantity: textQuantity(text, noFacts(ref, period)), diagnostics: [] };
}

function unresolved(ledger: Ledger, ref: Reference, lang: Lang, fault: Fault): Resolved {
  return {
    quantity: textQuantity(NOTHING, noFacts(ref, undefined)),
    diagnostics: [diagnostic(ledger, ref, lang, fault)],
  };
}

function diagnostic(ledger: Ledger, ref: Reference, lang: Lang, { code, message, hints }: Fault): Diagnostic {
  return diagnose(code, message, { ...spanAt(ledger.report.origins, ref.origin), hints, lang });
}
