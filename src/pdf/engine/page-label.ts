const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** How pages are counted from some page on: its index, and its label. */
export interface LabelStart {
  readonly page: number;
  readonly label: string;
}

/**
 * The label of a page as readers see it. Without a start pages count 1, 2, 3 from the first; a start `12` or `iv` counts
 * on in its own figures; any other label names one page, and the pages after it take the count of their place.
 */
export function pageLabel(page: number, start: LabelStart | undefined): string {
  if (start === undefined) return String(page + 1);
  const steps = page - start.page;
  if (/^[0-9]+$/.test(start.label)) return String(Number(start.label) + steps);
  const roman = fromRoman(start.label);
  if (roman !== undefined) return toRoman(roman + steps);
  return steps === 0 ? start.label : String(page + 1);
}

function toRoman(value: number): string {
  let left = value;
  let text = '';
  for (const [weight, letters] of ROMAN) {
    while (left >= weight) {
      text += letters;
      left -= weight;
    }
  }
  return text;
}

function fromRoman(text: string): number | undefined {
  let left = text;
  let value = 0;
  for (const [weight, letters] of ROMAN) {
    while (left.startsWith(letters)) {
      value += weight;
      left = left.slice(letters.length);
    }
  }
  return text !== '' && left === '' && toRoman(value) === text ? value : undefined;
}
