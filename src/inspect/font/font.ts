import {
  type Dict,
  dictOf,
  isArray,
  isName,
  isStream,
  nameOf,
  numberOf,
  type PdfFile,
  type Stream,
  type Value,
} from '../objects/index.ts';
import { readUnicodeMap, type UnicodeMap } from './cmap.ts';

/** A code that was shown, with what the font says of it. */
export interface CodeUse {
  readonly text: string;
  /** Thousandths of the size. */
  readonly width: number;
  /** Ever without a replacement text around it. */
  bare: boolean;
  /** Page of the first showing, from 0. */
  readonly page: number;
}

/** A font as the pages use it. */
export interface Font {
  /** Object number; undefined for a font that stands in the resources themselves. */
  readonly id: number | undefined;
  readonly dict: Dict;
  readonly subtype: string;
  readonly name: string;
  /** The only descendant of a composite font. */
  readonly descendant: Dict | undefined;
  readonly descriptor: Dict | undefined;
  /** Key and stream of the embedded font program. */
  readonly program: { readonly key: string; readonly stream: Stream } | undefined;
  readonly unicode: UnicodeMap | undefined;
  readonly used: Map<number, CodeUse>;
  /** Shown otherwise than invisibly. */
  visible: boolean;
  /** Bytes of one code. */
  readonly codeLength: 1 | 2;
  /** Thousandths of the size. */
  widthOf(code: number): number;
  /** What a code stands for, as far as the file says. */
  textOf(code: number): string;
}

/** Reads a font dictionary, without its program. Source: ISO 32000-1 9.6, 9.7. */
export function readFont(file: PdfFile, dict: Dict, id: number | undefined): Font {
  const subtype = nameOf(file.get(dict, 'Subtype')) ?? '';
  const composite = subtype === 'Type0';
  const descendants = file.get(dict, 'DescendantFonts');
  const descendant = composite ? dictOf(file.resolve(isArray(descendants) ? descendants[0] : null)) : undefined;
  const descriptor = dictOf(file.get(descendant ?? dict, 'FontDescriptor'));
  const toUnicode = file.get(dict, 'ToUnicode');
  const unicodeData = isStream(toUnicode) ? file.data(toUnicode) : undefined;
  const unicode = unicodeData === undefined ? undefined : readUnicodeMap(unicodeData, file.budget.limits.nesting);
  const widths = composite ? compositeWidths(file, descendant) : simpleWidths(file, dict, descriptor);
  const encoding = composite ? undefined : simpleEncoding(file, dict);
  return {
    id,
    dict,
    subtype,
    name: nameOf(file.get(dict, 'BaseFont')) ?? (subtype === 'Type3' ? 'a Type 3 font' : 'a font without a name'),
    descendant,
    descriptor,
    program: programOf(file, descriptor),
    unicode,
    used: new Map(),
    visible: false,
    codeLength: composite ? 2 : 1,
    widthOf: widths,
    textOf: (code) => unicode?.get(code) ?? encoding?.(code) ?? '',
  };
}

function programOf(file: PdfFile, descriptor: Dict | undefined): Font['program'] {
  for (const key of ['FontFile', 'FontFile2', 'FontFile3']) {
    const stream = file.get(descriptor, key);
    if (isStream(stream)) return { key, stream };
  }
  return undefined;
}

function simpleWidths(file: PdfFile, dict: Dict, descriptor: Dict | undefined): (code: number) => number {
  const first = numberOf(file.get(dict, 'FirstChar')) ?? 0;
  const list = file.get(dict, 'Widths');
  const missing = numberOf(file.get(descriptor, 'MissingWidth')) ?? 0;
  const widths = isArray(list) ? list.map((item) => numberOf(file.resolve(item)) ?? missing) : [];
  return (code) => widths[code - first] ?? missing;
}

/** Codes of a composite font have two bytes. */
const LAST_CODE = 65_535;

/** `W` holds either a first code and a list, or a first and a last code and one width. Source: ISO 32000-1 9.7.4.3. */
function compositeWidths(file: PdfFile, descendant: Dict | undefined): (code: number) => number {
  const widths = new Map<number, number>();
  const list = file.get(descendant, 'W');
  const items: readonly Value[] = isArray(list) ? list.map((item) => file.resolve(item)) : [];
  for (let i = 0; i + 1 < items.length; ) {
    const first = numberOf(items[i]) ?? 0;
    const second = items[i + 1];
    if (isArray(second)) {
      second.forEach((item, k) => {
        widths.set(first + k, numberOf(file.resolve(item)) ?? 0);
      });
      i += 2;
      continue;
    }
    const last = Math.min(numberOf(second) ?? first, LAST_CODE);
    const width = numberOf(items[i + 2]) ?? 0;
    for (let code = first; code <= last; code += 1) widths.set(code, width);
    i += 3;
  }
  const usual = numberOf(file.get(descendant, 'DW')) ?? 1000;
  return (code) => widths.get(code) ?? usual;
}

/** Text of the codes of a simple font without a map of its own: by its named glyphs where they say it, else as Latin. */
function simpleEncoding(file: PdfFile, dict: Dict): (code: number) => string {
  const encoding = dictOf(file.get(dict, 'Encoding'));
  const differences = file.get(encoding, 'Differences');
  const named = new Map<number, string>();
  let code = 0;
  for (const item of isArray(differences) ? differences : []) {
    const value = file.resolve(item);
    if (typeof value === 'number') code = value;
    else if (isName(value)) {
      named.set(code, glyphText(value.name));
      code += 1;
    }
  }
  const latin = new TextDecoder('windows-1252');
  return (at) => named.get(at) ?? latin.decode(Uint8Array.of(at));
}

/** Text of a glyph by its name, for names that spell it. Source: Adobe Glyph List Specification 2. */
function glyphText(name: string): string {
  const hex = /^(?:uni([0-9A-F]{4})|u([0-9A-F]{4,6}))/.exec(name);
  if (hex !== null) return String.fromCodePoint(Math.min(0x10ffff, Number.parseInt(hex[1] ?? hex[2] ?? '0', 16)));
  return name.length === 1 ? name : (GLYPHS.get(name.split('.')[0] ?? '') ?? '');
}

const GLYPHS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    space: ' ',
    period: '.',
    comma: ',',
    hyphen: '-',
    colon: ':',
    semicolon: ';',
    slash: '/',
    percent: '%',
    parenleft: '(',
    parenright: ')',
    quotesingle: "'",
    quoteright: '’',
    quoteleft: '‘',
    quotedblleft: '“',
    quotedblright: '”',
    endash: '–',
    emdash: '—',
    bullet: '•',
    fi: 'fi',
    fl: 'fl',
    ff: 'ff',
    ffi: 'ffi',
    ffl: 'ffl',
    zero: '0',
    one: '1',
    two: '2',
    three: '3',
    four: '4',
    five: '5',
    six: '6',
    seven: '7',
    eight: '8',
    nine: '9',
    plus: '+',
    equal: '=',
    ampersand: '&',
    at: '@',
    underscore: '_',
    exclam: '!',
    question: '?',
    numbersign: '#',
    dollar: '$',
    asterisk: '*',
    less: '<',
    greater: '>',
    bracketleft: '[',
    bracketright: ']',
    bar: '|',
    backslash: '\\',
  }),
);
