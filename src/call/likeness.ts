import { Decimal } from '../core/index.ts';
import { inCommonUnits } from './convertible-units.ts';
import type { FoundFigure } from './figure.ts';
import { MEASURE_WORDS } from './unit-words.ts';

/**
 * How two figures of two languages stand to each other: `same`; `alike` where the words differ and say the same (增长一倍
 * and “up 100%”); `rounded` where one is printed coarser; `doubtful` where they may mean the same; `order` where cells of a table stand
 * under each other’s heads; the last four are faults.
 */
export type Likeness = 'same' | 'alike' | 'rounded' | 'doubtful' | 'unit' | 'direction' | 'order' | 'value';

/** Which likenesses a reader need not look at. */
export function isSound(likeness: Likeness): boolean {
  return likeness === 'same' || likeness === 'alike' || likeness === 'rounded';
}

/** How two figures stand to each other; undefined where they measure different things altogether. */
export function likenessOf(a: FoundFigure, b: FoundFigure): Likeness | undefined {
  if (a.kind === 'date' || b.kind === 'date')
    return a.kind === b.kind ? dates(a, b) : isMonth(a, b) || isMonth(b, a) ? 'alike' : undefined;
  if (a.kind === 'period' || b.kind === 'period') return a.kind === b.kind ? periods(a, b) : undefined;
  if (a.kind === 'name' || b.kind === 'name') return names(a, b);
  if ((a.upTo === undefined) !== (b.upTo === undefined)) return undefined;
  const sized = sizes(a, b);
  if (sized === undefined) return undefined;
  if (sized === 'value' || a.upTo === undefined || b.upTo === undefined) return sized;
  return new Decimal(a.upTo).eq(b.upTo) ? sized : 'value';
}

function dates(a: FoundFigure, b: FoundFigure): Likeness {
  if (a.value === b.value) return 'same';
  const [short, long] = a.value.length < b.value.length ? [a.value, b.value] : [b.value, a.value];
  return long.endsWith(short.replace(/^-/, '')) || long.startsWith(`${short}-`) ? 'alike' : 'value';
}

/** 2010-11 may be two years that share one of account, or November, as the other language says. */
function isMonth(written: FoundFigure, date: FoundFigure): boolean {
  return date.kind === 'date' && written.kind === 'period' && written.text.replace('/', '-') === date.value;
}

function periods(a: FoundFigure, b: FoundFigure): Likeness {
  if (a.value !== b.value || a.upTo !== b.upTo)
    return a.value.endsWith(b.value) || b.value.endsWith(a.value) ? 'alike' : 'value';
  // A year of account that is called a year in the other language may or may not be the same twelve months.
  return a.unit === b.unit || /年度/.test(a.text) || /年度/.test(b.text) ? 'same' : 'doubtful';
}

function names(a: FoundFigure, b: FoundFigure): Likeness | undefined {
  if (a.kind === b.kind) {
    if (a.value === b.value) return 'same';
    if (isSameStep(a.value, b.value)) return 'alike';
    if (isEdition(a.value, b.value) || isEdition(b.value, a.value)) return 'alike';
    if (isNumbered(a.value, b.value) || isNumbered(b.value, a.value)) return 'alike';
    const [first, second] = [a.value, b.value].map((value) => value.replace(/[\d,.\-+]+$/, ''));
    return first === second && first !== '' ? 'value' : undefined;
  }
  const [name, other] = a.kind === 'name' ? [a, b] : [b, a];
  const number = /(?:^| |^1:)([\d.]+)$|^([\d.]+):1$/
    .exec(name.value)
    ?.slice(1)
    .find((part) => part !== undefined);
  return number !== undefined && number === other.value ? 'alike' : undefined;
}

/** 第四阶段 is “Chapter 4”, and 三类 is “Class 3” or “Tier 3”: languages call the steps of a scheme by other words. */
function isSameStep(a: string, b: string): boolean {
  const [first, second] = [STEP.exec(a), STEP.exec(b)];
  return first !== null && second !== null && first[1] === second[1];
}

const STEP = /^(?:chapter|part|phase|level|class|tier|category|stage) ([\d,]+)$/;

/** ISO 14001:2015 is ISO 14001, told with its year. */
function isEdition(full: string, short: string): boolean {
  return /[a-z]/.test(short) && full.startsWith(short) && /^[-:](?:19|20)\d\d$/.test(full.slice(short.length));
}

/** 第3410号 is ISAE 3410, as its sentence says. */
function isNumbered(numbered: string, standard: string): boolean {
  const number = /^no\. (.+)$/.exec(numbered)?.[1];
  return number !== undefined && standard.endsWith(number) && /^[a-z/]+$/.test(standard.slice(0, -number.length));
}

/** Counts in any measure word are of one kind; a bare number goes with all of them. */
const COUNTED = new Set([
  '',
  'person',
  'household',
  'FTE',
  'day',
  'week',
  'month',
  'year',
  'hour',
  'minute',
  'multiple',
  'point',
  'rate',
]);

function sizes(a: FoundFigure, b: FoundFigure): Likeness | undefined {
  if (a.text.endsWith('折') && b.unit === 'percent') return pricesCut(a, b);
  const factor = a.kind === 'multiple' || b.kind === 'multiple' ? multiples(a, b) : undefined;
  if (factor !== undefined) return factor;
  const [x, y] = [new Decimal(a.value), new Decimal(b.value)];
  const sameUnit = a.unit.replace('tCO2e', 't') === b.unit.replace('tCO2e', 't');
  // “six points more” are percentage points where the other language says so, and marks of a score elsewhere.
  const points = a.unit === 'percentage_points' && b.unit === 'point';
  // 两倍 is not the “two” of another count.
  const apart =
    !isOften(a, b) &&
    !/^twice$/i.test(b.text) &&
    (a.unit === 'multiple') !== (b.unit === 'multiple') &&
    a.number === undefined &&
    b.number === undefined;
  const counted =
    (COUNTED.has(a.unit) && COUNTED.has(b.unit) && (a.unit === '' || b.unit === '')) || isOften(a, b) || points;
  const shares = /^percent/.test(a.unit) && /^percent/.test(b.unit);
  const numbers = x.eq(y) || (a.number !== undefined && a.number === b.number);
  if (a.unit.split('/')[0] === b.unit.split('/')[0] && !sameUnit && numbers) return 'alike';
  const common = inCommonUnits(a, b);
  if (common !== undefined) {
    const { x: first, y: second, grain } = common;
    return first.minus(second).abs().times(2).lte(Decimal.max(grain, '1e-12')) ? 'alike' : 'value';
  }
  if (!sameUnit && (!counted || apart)) {
    if (!shares && a.unit !== '' && b.unit !== '') return isMoney(a) && isMoney(b) && x.eq(y) ? 'unit' : undefined;
    if (!x.eq(y)) return undefined;
    return isLent(a, b) || isLent(b, a) || isNamed(a, b) || isClassed(a, b) ? 'alike' : 'unit';
  }
  const near = nearness(x.abs(), y.abs(), a, b);
  if (near === 'value') return 'value';
  const direction = directions(a, b);
  if (direction !== undefined) return direction;
  if (near === 'rounded') return 'rounded';
  return a.kind === b.kind && sameUnit ? 'same' : 'alike';
}

/** 八五折 is “15% off”, and 三折 “30% of the price”. */
function pricesCut(a: FoundFigure, b: FoundFigure): Likeness {
  const share = new Decimal(b.value);
  const left = b.way?.direction === 'down' && b.way.form === 'by' ? new Decimal(100).minus(share) : share;
  return left.eq(a.value) ? 'alike' : 'value';
}

/** 1,320人次 is “1,320 times”, and 八次 is “eight times”: how often, and no multiple. */
function isOften(a: FoundFigure, b: FoundFigure): boolean {
  return /[次回遍]$/.test(a.text) && b.unit === 'multiple' && /times$/.test(b.text);
}

/** “439,000 tonnes, not 452,000”: the unit of another figure of the text holds for the bare one. Never a share: 8 is not 8%. */
function isLent(bare: FoundFigure, other: FoundFigure): boolean {
  if (bare.unit !== '' || bare.kind !== 'amount' || /^percent/.test(other.unit)) return false;
  return bare.setting?.lent.has(other.unit) === true;
}

/** 里程286亿 is “28.6 billion miles”: Chinese names what it counts before the figure, and leaves the unit to that. */
function isNamed(a: FoundFigure, b: FoundFigure): boolean {
  return a.unit === '' && /[万亿]$/.test(a.text) && !/^(?:percent.*|[A-Z]{3})$/.test(b.unit);
}

/** 三十家 is “thirty”: a measure word says no more than that things are counted, also where it is a unit of the project’s. */
function isClassed(a: FoundFigure, b: FoundFigure): boolean {
  return b.unit === '' && MEASURE_WORDS.some((word) => a.text.endsWith(word));
}

function isMoney({ unit }: FoundFigure): boolean {
  return /^[A-Z]{3}$/.test(unit) && unit !== 'FTE';
}

function nearness(x: Decimal, y: Decimal, a: FoundFigure, b: FoundFigure): 'same' | 'rounded' | 'value' {
  if (x.eq(y)) return 'same';
  const grain = Decimal.max(a.grain ?? 0, b.grain ?? 0, '1e-12');
  return x.minus(y).abs().times(2).lte(grain) ? 'rounded' : 'value';
}

/** “up” against 下降, and “fell to” against 下降了. A minus sign is a direction. */
function directions(a: FoundFigure, b: FoundFigure): Likeness | undefined {
  const [first, second] = [directionOf(a), directionOf(b)];
  if (isOpposite(a, b)) return 'direction';
  if (first !== undefined && second !== undefined && first !== second) return 'direction';
  const negative = a.value.startsWith('-') !== b.value.startsWith('-');
  if (negative && (first === undefined || second === undefined)) {
    // In a table nothing but the sign says which way; in a sentence its words may.
    return a.setting?.alone === true && b.setting?.alone === true ? 'direction' : 'doubtful';
  }
  if (a.way !== undefined && b.way !== undefined && a.way.form !== b.way.form) return 'direction';
  return undefined;
}

/** A profit of so much and a loss of as much, each without a minus. */
function isOpposite(a: FoundFigure, b: FoundFigure): boolean {
  if (a.result === undefined || b.result === undefined || a.result === b.result) return false;
  return !a.value.startsWith('-') && !b.value.startsWith('-');
}

function directionOf({ value, way }: FoundFigure): 'up' | 'down' | undefined {
  return value.startsWith('-') ? 'down' : way?.direction;
}

/** 翻一番, 增长一倍, “doubled”, “up 100%” and “twice as much” are one; so are 减半, “halved” and “down 50%”. */
function multiples(a: FoundFigure, b: FoundFigure): Likeness | undefined {
  if (a.kind === 'multiple' && b.kind === 'multiple') {
    if (new Decimal(a.value).eq(b.value)) return 'same';
    // “up 1.1 times” is said of 增长1.1倍 as well as of 是1.1倍.
    return a.number !== undefined && a.number === b.number ? 'doubtful' : 'value';
  }
  const [multiple, other] = a.kind === 'multiple' ? [a, b] : [b, a];
  const value = new Decimal(multiple.value);
  if (other.unit !== 'percent') return undefined;
  const share = new Decimal(other.value).div(100);
  const down = other.way?.direction === 'down' || value.lt(1);
  const factors = [share, down ? new Decimal(1).minus(share) : share.plus(1)];
  return factors.some((factor) => factor.eq(value)) ? 'alike' : undefined;
}
