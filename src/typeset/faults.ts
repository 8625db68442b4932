import type { Paragraph } from '../compose/paragraph.ts';
import { type Diagnostic, diagnose } from '../core/index.ts';
import { HYPHENS, RANK } from './break-table.ts';
import type { MissingGlyph } from './itemize.ts';
import { naturalWidth } from './line-model.ts';
import type { Prepared } from './prepare.ts';
import type { ChosenBreak } from './search.ts';

const REACH = 12;

/** L001 or L002 of a chosen break, if it took an emergency. */
export function breakFault(
  prepared: Prepared,
  chosen: ChosenBreak,
  from: number,
  room: number,
): Diagnostic | undefined {
  const { text, itemized, model } = prepared;
  const origin = itemized.runs[itemized.runOf[text.cell[from] ?? 0] ?? 0]?.origin;
  const place = origin === undefined ? {} : { origin };
  if (chosen.overfull) {
    const width = naturalWidth(model, from, chosen.at);
    return diagnose('L002', `"${excerpt(prepared, from, chosen.at)}" is wider than its measure`, {
      ...place,
      expected: `at most ${room.toFixed(2)} pt`,
      found: `${width.toFixed(2)} pt`,
      hints: ['make the measure wider or the text smaller'],
    });
  }
  if (chosen.opened === RANK.open) return undefined;
  const left = excerpt(prepared, Math.max(from, chosen.at - REACH), chosen.at);
  const right = excerpt(prepared, chosen.at, Math.min(text.count, chosen.at + REACH));
  const divided = chosen.hyphen && model.hyphens[chosen.at] === HYPHENS.names;
  const compound = /-\p{L}*$/u.test(left) || /^\p{L}*-/u.test(right);
  const what = divided ? (compound ? 'a compound' : 'a name') : (OPENED[chosen.opened] ?? 'a sequence');
  return diagnose('L001', `${what} is broken at "${left}|${right}"`, {
    ...place,
    ...(chosen.hyphen
      ? { expected: 'a break between words', found: 'none that leaves no holes in the line' }
      : {
          expected: `a place to break within ${room.toFixed(2)} pt`,
          found: unbrokenWidth(prepared, from, chosen.at),
        }),
    hints: ['shorten the sequence, or give the text a wider measure'],
  });
}

/** Cells to look through for the end of what may not be broken. */
const FAR = 400;

/** How wide the line would be up to the next place where it may end. */
function unbrokenWidth({ model, text }: Prepared, from: number, at: number): string {
  let to = at;
  while (to < text.count && to < at + FAR && model.breaks.rank[to] !== RANK.open) to += 1;
  const width = `${naturalWidth(model, from, to).toFixed(2)} pt`;
  return `none before ${to === at + FAR ? 'over ' : ''}${width}`;
}

const OPENED: Readonly<Record<number, string>> = {
  [RANK.sequence]: 'a sequence that belongs together',
  [RANK.word]: 'a figure or word',
  [RANK.mark]: 'a row of marks',
};

/** The text from one inked cell to before another, shortened. */
export function excerpt(prepared: Prepared, from: number, to: number): string {
  const { flat, offset } = prepared.text;
  const end = to < prepared.text.count ? (offset[to] ?? flat.length) : flat.length;
  const piece = flat.slice(offset[from] ?? 0, end).trim();
  return piece.length > 2 * REACH ? `${piece.slice(0, 2 * REACH)}…` : piece;
}

/** L003: the measure is no length. */
export function measureFault(paragraph: Paragraph, measure: number): Diagnostic {
  return diagnose('L003', `${measure} is no measure`, {
    origin: paragraph.origin,
    expected: 'a length above 0 pt',
    found: String(measure),
    hints: ['give its place a width in the theme that is more than its padding'],
  });
}

/** H003: each character that no face has, once. Right-to-left text has a code of its own. */
export function missingFaults(missing: readonly MissingGlyph[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return missing.flatMap(({ character, origin }) => {
    if (seen.has(character) || RIGHT_TO_LEFT.test(character)) return [];
    seen.add(character);
    const hints = ['write it with characters that the fonts have'];
    return [diagnose('H003', `no font has "${character}" (${codePoint(character)})`, { origin, hints })];
  });
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Embedding, override and isolate from right to left, unless they end at once. Source: UAX #9 2. */
const TURNING = /[\u202b\u202e\u2067](?![\u202c\u2069])/;

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** L004: right-to-left text, which is refused rather than set in the wrong order. */
export function bidiFaults(paragraph: Paragraph): readonly Diagnostic[] {
  return paragraph.items.flatMap((item) => {
    if (item.kind !== 'text' && item.kind !== 'boxed') return [];
    const text = item.text.replaceAll('\ufeff', '');
    const [found] = RIGHT_TO_LEFT.exec(text) ?? TURNING.exec(text) ?? [];
    if (found === undefined) return [];
    const code = codePoint(found);
    const letter = !TURNING.test(found);
    return [
      diagnose('L004', letter ? `"${found}" belongs to right-to-left text` : `${code} turns text from right to left`, {
        origin: item.origin,
        severity: 'error',
        expected: 'text that runs from left to right',
        found: code,
        hints: [letter ? 'write the name in Latin letters or in Chinese' : 'remove the character, which nobody sees'],
      }),
    ];
  });
}
