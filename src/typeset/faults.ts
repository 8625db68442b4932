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
  const place = { origin: itemized.runs[itemized.runOf[text.cell[from] ?? 0] ?? 0]?.origin ?? '' };
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
  const name = chosen.hyphen && model.hyphens[chosen.at] === HYPHENS.names;
  return diagnose(
    'L001',
    `${name ? 'a name' : (OPENED[chosen.opened] ?? 'a sequence')} is broken at "${left}|${right}"`,
    {
      ...place,
      hints: ['shorten the sequence, or give the text a wider measure'],
    },
  );
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
    hints: ['give the column a width'],
  });
}

/** H003: each character that no face has, once. Right-to-left text has a code of its own. */
export function missingFaults(missing: readonly MissingGlyph[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return missing.flatMap(({ character, origin }) => {
    if (seen.has(character) || RIGHT_TO_LEFT.test(character)) return [];
    seen.add(character);
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    const hints = ['write it with characters that the fonts have'];
    return [diagnose('H003', `no font has "${character}" (U+${code})`, { origin, hints })];
  });
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** L004: right-to-left text, which is refused rather than set in the wrong order. */
export function bidiFaults(paragraph: Paragraph): readonly Diagnostic[] {
  return paragraph.items.flatMap((item) => {
    if (item.kind !== 'text' && item.kind !== 'boxed') return [];
    const found = RIGHT_TO_LEFT.exec(item.text.replaceAll('\ufeff', ''));
    if (found === null) return [];
    const hints = ['write the name in Latin letters or in Chinese'];
    return [
      diagnose('L004', `"${found[0]}" belongs to right-to-left text`, {
        origin: item.origin,
        severity: 'error',
        hints,
      }),
    ];
  });
}
