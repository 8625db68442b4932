/** Half a unit of the last place of a decimal. */
export function half(value: string): number {
  return 0.5 * 10 ** -(value.split('.')[1]?.length ?? 0);
}

/** Other digits in the place of one. */
export function oneDigit(value: string): readonly string[] {
  return [...value].flatMap((sign, i) => {
    if (!/\d/.test(sign)) return [];
    const other = String((Number(sign) + 4) % 10);
    const text = value.slice(0, i) + other + value.slice(i + 1);
    return isDecimal(text) ? [text] : [];
  });
}

/** Two neighbours changed about. */
export function swapped(value: string): readonly string[] {
  return [...value].flatMap((sign, i) => {
    const next = value[i + 1] ?? '';
    if (!/\d/.test(sign) || !/\d/.test(next) || sign === next) return [];
    const text = value.slice(0, i) + next + sign + value.slice(i + 2);
    return isDecimal(text) ? [text] : [];
  });
}

/** One digit left out. */
export function dropped(value: string): readonly string[] {
  return [...value].flatMap((sign, i) => {
    const text = value.slice(0, i) + value.slice(i + 1);
    return /\d/.test(sign) && isDecimal(text) && text.replace(/\D/g, '').length > 1 ? [text] : [];
  });
}

/** One digit typed twice. */
export function doubled(value: string): readonly string[] {
  return [...value].flatMap((sign, i) => (/\d/.test(sign) ? [value.slice(0, i) + sign + value.slice(i)] : []));
}

/** The point moved by some places to the right, or to the left. */
export function moved(value: string, places: number): string {
  const sign = value.startsWith('-') ? '-' : '';
  const [whole = '', part = ''] = value.replace('-', '').split('.');
  const digits = places >= 0 ? whole + part.padEnd(places, '0') : whole.padStart(1 - places, '0') + part;
  const point = places >= 0 ? whole.length + places : whole.padStart(1 - places, '0').length + places;
  const text = `${digits.slice(0, point)}.${digits.slice(point)}`.replace(/\.$/, '').replace(/^0+(?=\d)/, '');
  return sign + text;
}

function isDecimal(text: string): boolean {
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text);
}

/** Whether two values can have the change in percent that is stated; all as they are rounded. */
export function couldChange(earlier: string, later: string, percent: string): boolean {
  const [from, to, stated] = [Number(earlier), Number(later), Number(percent)];
  const ends = [-1, 1].flatMap((a) =>
    [-1, 1].map((b) => ((to + a * half(later)) / (from + b * half(earlier)) - 1) * 100),
  );
  return Math.min(...ends) <= stated + half(percent) && Math.max(...ends) >= stated - half(percent);
}

/** Whether parts can make up a total. */
export function couldAdd(parts: readonly string[], total: string): boolean {
  const sum = parts.reduce((all, part) => all + Number(part), 0);
  const slack = parts.reduce((all, part) => all + half(part), half(total));
  return Math.abs(sum - Number(total)) <= slack * 1.0001;
}
