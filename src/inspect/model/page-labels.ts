import { dictOf, nameOf, numberOf, type PdfFile, textOf } from '../objects/index.ts';
import { readNumberTree } from './number-tree.ts';

/** The label of each page, counted from 0; its number where the file gives none. Source: ISO 32000-1 12.4.2. */
export function readPageLabels(file: PdfFile, pages: number): readonly string[] {
  const tree = dictOf(file.get(file.catalog, 'PageLabels'));
  const ranges = tree === undefined ? new Map() : readNumberTree(file, tree);
  const labels: string[] = [];
  let style: string | undefined = 'D';
  let prefix = '';
  let count = 1;
  for (let page = 0; page < pages; page += 1) {
    const range = dictOf(file.resolve(ranges.get(page)));
    if (range !== undefined) {
      style = nameOf(file.get(range, 'S'));
      prefix = textOf(file.get(range, 'P')) ?? '';
      count = numberOf(file.get(range, 'St')) ?? 1;
    }
    labels.push(prefix + numeral(style, count));
    count += 1;
  }
  return labels;
}

/** Above it, letters and Roman figures are nothing that anyone counts by. */
const LARGEST = 5000;

function numeral(style: string | undefined, count: number): string {
  if (style === undefined) return '';
  const lower = style === 'r' || style === 'a';
  if (count < 1 || count > LARGEST || !/^[RrAa]$/.test(style)) return String(count);
  const text = style === 'R' || style === 'r' ? roman(count) : letters(count);
  return lower ? text.toLowerCase() : text;
}

function roman(count: number): string {
  let left = count;
  let text = '';
  for (const [value, sign] of ROMAN) {
    text += sign.repeat(Math.floor(left / value));
    left %= value;
  }
  return text;
}

const ROMAN = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const;

/** A to Z, then AA to ZZ, and so on. */
function letters(count: number): string {
  return String.fromCharCode(65 + ((count - 1) % 26)).repeat(Math.ceil(count / 26));
}
