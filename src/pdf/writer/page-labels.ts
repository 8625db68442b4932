import { dict, type Syntax, textString } from './file/syntax.ts';

/** How a label is counted: style letter of PDF, number, and what stands before the number. */
interface CountedLabel {
  readonly style: 'D' | 'r' | 'R' | undefined;
  readonly number: number;
  readonly prefix: string;
}

/** Number tree of ranges that gives each page its label. Source: ISO 32000-1 12.4.2. */
export function pageLabels(labels: readonly string[]): Syntax {
  let numbers = '';
  let expected: CountedLabel | undefined;
  labels.forEach((label, page) => {
    const counted = countLabel(label, expected);
    const goesOn =
      expected !== undefined &&
      counted.style !== undefined &&
      counted.style === expected.style &&
      counted.prefix === expected.prefix &&
      counted.number === expected.number;
    if (!goesOn) {
      numbers += `${page === 0 ? '' : ' '}${page}${dict({
        S: counted.style === undefined ? undefined : `/${counted.style}`,
        P: counted.prefix === '' ? undefined : textString(counted.prefix),
        St: counted.style === undefined || counted.number === 1 ? undefined : counted.number,
      })}`;
    }
    expected = { ...counted, number: counted.number + 1 };
  });
  return `<</Nums[${numbers}]>>`;
}

const ROMAN = /^(m{0,3})(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$/;

/** `expected` decides where a label can be read in two ways, as `c` can. */
function countLabel(label: string, expected: CountedLabel | undefined): CountedLabel {
  const decimal = /^(.*?)([1-9]\d*)$/u.exec(label);
  if (decimal !== null) return { style: 'D', number: Number(decimal[2]), prefix: decimal[1] ?? '' };
  const lower = label.toLowerCase();
  const upper = label === label.toUpperCase();
  if (lower !== '' && ROMAN.test(lower) && (upper || label === lower)) {
    const style = upper ? 'R' : 'r';
    const number = romanNumber(lower);
    if (number < 50 || expected?.style === style) return { style, number, prefix: '' };
  }
  return { style: undefined, number: 0, prefix: label };
}

const DIGITS: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };

function romanNumber(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i += 1) {
    const here = DIGITS[text[i] ?? ''] ?? 0;
    const next = DIGITS[text[i + 1] ?? ''] ?? 0;
    sum += here < next ? -here : here;
  }
  return sum;
}
