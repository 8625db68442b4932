import { Decimal } from '../core/index.ts';

/** Longer decimals are left to arithmetic, which rounds at its precision. */
const LONGEST = 20;
/** Digits behind the point that a canonical text has at most. */
const MOST_PLACES = 20;

/**
 * A decimal as content writes it, given in a unit of one factor, as the plain decimal in a unit of another, where a power of ten
 * lies between them: the point moves, and nothing is worked out. Undefined elsewhere.
 */
export function shiftedText(value: string, from: string, to: string): string | undefined {
  const power = powerBetween(from, to);
  if (power === undefined || value.length > LONGEST) return undefined;
  const isBelow = value.startsWith('-');
  const point = value.indexOf('.');
  const whole = value.slice(isBelow ? 1 : 0, point < 0 ? undefined : point);
  const places = point < 0 ? '' : value.slice(point + 1);
  if (places.length - power > MOST_PLACES) return undefined;
  const digits = whole + places;
  const at = whole.length + power;
  const left = at <= 0 ? '' : digits.slice(0, at).padEnd(at, '0');
  const right = at >= digits.length ? '' : digits.slice(Math.max(0, at)).padStart(digits.length - at, '0');
  const text = withoutZeros(left, right);
  return isBelow && text !== '0' ? `-${text}` : text;
}

function withoutZeros(left: string, right: string): string {
  let first = 0;
  while (first < left.length && left.charAt(first) === '0') first += 1;
  let last = right.length;
  while (last > 0 && right.charAt(last - 1) === '0') last -= 1;
  const whole = left.slice(first) || '0';
  return last === 0 ? whole : `${whole}.${right.slice(0, last)}`;
}

const POWERS = new Map<string, number | undefined>();

/** The power of ten by which one factor is larger than another, if it is one. */
function powerBetween(from: string, to: string): number | undefined {
  if (from === to) return 0;
  const key = `${from} ${to}`;
  if (POWERS.has(key)) return POWERS.get(key);
  const ratio = new Decimal(from).div(to);
  const written = /^1e([+-]\d+)$/.exec(ratio.toExponential());
  const power = written === null || !ratio.times(to).eq(from) ? undefined : Number(written[1]);
  POWERS.set(key, power);
  return power;
}
