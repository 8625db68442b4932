/** What a character is for line setting. Order has no meaning; the values index small tables. */
export const KIND = {
  han: 0,
  letter: 1,
  digit: 2,
  space: 3,
  opener: 4,
  closer: 5,
  comma: 6,
  stop: 7,
  middleDot: 8,
  dash: 9,
  ellipsis: 10,
  script: 11,
  mark: 12,
  symbol: 13,
  control: 14,
  object: 15,
  fullWidth: 16,
} as const;

export type CharacterKind = (typeof KIND)[keyof typeof KIND];

const HAN_RANGES: readonly (readonly [number, number])[] = [
  [0x2e80, 0x2fdf],
  [0x3005, 0x3007],
  [0x3021, 0x3029],
  [0x3040, 0x30fa],
  [0x30fc, 0x31ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0x20000, 0x323af],
];

/** Ideographs, and the kana and hangul that are set like them. */
export function isHan(code: number): boolean {
  if (code < 0x2e80) return false;
  return HAN_RANGES.some(([first, last]) => code >= first && code <= last);
}

const LETTER = /[\p{L}\p{Nl}]/u;
const DIGIT = /\p{Nd}/u;
const MARK = /\p{M}/u;
const CONTROL = /[\p{Cc}\p{Cf}\u200b\u2028\u2029]/u;

const OPENERS = new Set('（《〈「『【〖〔〘〚［｛｟｢〝');
const CLOSERS = new Set('）》〉」』】〗〕〙〛］｝｠｣〞〟');
const COMMAS = new Set('，、；：､');
const STOPS = new Set('。．？！｡');
const SPACES = new Set([
  0x20, 0xa0, 0x2007, 0x2009, 0x202f, 0x3000, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2008, 0x200a, 0x205f,
]);

/** Sub- and superscript digits, signs and letters. */
export function isScript(code: number): boolean {
  return code === 0xb2 || code === 0xb3 || code === 0xb9 || (code >= 0x2070 && code <= 0x209c);
}

/**
 * Kind of a character by itself. Quotation marks are decided by their surroundings: here they are symbols.
 * Dashes and ellipses are of their own kind only in Chinese text; the caller decides.
 */
export function kindOf(code: number): CharacterKind {
  const known = code < 0x10000 ? table[code] : undefined;
  if (known !== undefined && known !== UNKNOWN) return known as CharacterKind;
  const kind = classify(code);
  if (code < 0x10000) table[code] = kind;
  return kind;
}

const UNKNOWN = 255;
const table = new Uint8Array(0x10000).fill(UNKNOWN);

function classify(code: number): CharacterKind {
  const character = String.fromCodePoint(code);
  if (isHan(code)) return KIND.han;
  if (SPACES.has(code)) return KIND.space;
  if (isScript(code)) return KIND.script;
  if (OPENERS.has(character)) return KIND.opener;
  if (CLOSERS.has(character)) return KIND.closer;
  if (COMMAS.has(character)) return KIND.comma;
  if (STOPS.has(character)) return KIND.stop;
  if (code >= 0xff01 && code <= 0xffe6) return KIND.fullWidth;
  if (MARK.test(character)) return KIND.mark;
  if (CONTROL.test(character)) return KIND.control;
  if (DIGIT.test(character)) return KIND.digit;
  if (LETTER.test(character)) return KIND.letter;
  return KIND.symbol;
}

const COMPANION_SIGNS = new Set([0xb5, 0xd7, 0x2212, 0x2126, 0x212b]);

/**
 * Whether Chinese text takes a character from the Latin companion: ASCII, letters, figures, sub- and superscripts,
 * U+00D7 and U+2212. Quotation marks, dashes, the ellipsis and the middle dot stay in the Chinese face.
 */
export function takenFromLatin(code: number): boolean {
  if (code >= 0x20 && code <= 0x7e) return true;
  if (code === 0xa0 || code === 0x2009 || code === 0x202f || code === 0x2007) return true;
  if (COMPANION_SIGNS.has(code)) return true;
  const kind = kindOf(code);
  return kind === KIND.letter || kind === KIND.script || (kind === KIND.digit && code < 0xff00);
}
