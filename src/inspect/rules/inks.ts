import type { ColourSpace } from '../content/colour.ts';
import type { Paint } from '../content/item.ts';
import { filtersOf, numberOf, type Stream } from '../objects/index.ts';
import type { Rule } from '../rule.ts';

/** Least resolution of pictures, dpi: of tones, and of black and white. */
const TONES = 300;
const LINE_ART = 600;

/** Source: the usual practice for offset on coated paper, twice a screen of 150 lines an inch. */
export const IMAGE_RESOLUTION: Rule = {
  ids: { x4: 'H-image-dpi' },
  severity: 'fail',
  asks: 'pictures have 300 dpi at their size, black and white ones 600',
  *check({ file, painting }) {
    for (const item of painting.items) {
      if (item.kind !== 'image') continue;
      const bits = numberOf(file.get(item.dict, 'BitsPerComponent')) ?? numberOf(file.get(item.dict, 'BPC')) ?? 8;
      const least = bits === 1 || item.stencil !== undefined ? LINE_ART : TONES;
      // Half a pixel may be lost to rounding.
      if (item.dpi >= least - 0.5) continue;
      yield { message: `a picture has ${Math.floor(item.dpi)} dpi`, object: item.id, page: item.page, box: item.box };
    }
  },
};

function inksOf(paint: Paint | undefined): readonly [number, number, number, number] | undefined {
  if (paint?.space.family !== 'DeviceCMYK' || paint.parts.length !== 4) return undefined;
  const [c = 0, m = 0, y = 0, k = 0] = paint.parts;
  return [c, m, y, k];
}

/** A trace of ink prints no dot. */
const TRACE = 0.02;
const NEARLY_BLACK = 0.85;
/** Sizes at which a slip of register is seen, pt. */
const LARGE_TEXT = 24;
const SMALL_TEXT = 9;
const MOST_SMALL_INKS = 2;

/** Source: the usual practice of print shops. */
export const RICH_BLACK: Rule = {
  ids: { x4: 'H-rich-black' },
  severity: 'fail',
  asks: 'text that is black or nearly so is in black ink alone',
  *check({ painting }) {
    for (const item of painting.items) {
      if (item.kind !== 'text' || item.size >= LARGE_TEXT || item.text.trim() === '') continue;
      const [c, m, y, k] = inksOf(item.fill) ?? [0, 0, 0, 0];
      if (k < NEARLY_BLACK || c + m + y <= TRACE) continue;
      yield { message: `text in rich black: ${item.text.slice(0, 30)}`, page: item.page, box: item.box };
    }
  },
};

/** So that no white edge shows where plates slip. */
export const BLACK_OVERPRINT: Rule = {
  ids: { x4: 'H-black-overprint' },
  severity: 'fail',
  asks: 'black text prints over what is below',
  *check({ painting }) {
    for (const item of painting.items) {
      if (item.kind !== 'text' || item.size >= LARGE_TEXT || item.text.trim() === '') continue;
      const [c, m, y, k] = inksOf(item.fill) ?? [1, 0, 0, 0];
      if (c + m + y > 0 || k < 1 || item.fill?.overprint === true) continue;
      yield { message: `black text knocks out: ${item.text.slice(0, 30)}`, page: item.page, box: item.box };
    }
  },
};

/** Source: the usual practice of print shops. */
export const SMALL_TEXT_INKS: Rule = {
  ids: { x4: 'H-small-text-inks' },
  severity: 'warn',
  asks: 'text under 9 pt is in two inks at most',
  *check({ painting }) {
    for (const item of painting.items) {
      if (item.kind !== 'text' || item.size >= SMALL_TEXT || item.text.trim() === '') continue;
      const inks = (inksOf(item.fill) ?? []).filter((part) => part > TRACE).length;
      if (inks <= MOST_SMALL_INKS) continue;
      yield {
        message: `text of ${item.size.toFixed(1)} pt in ${inks} inks: ${item.text.slice(0, 30)}`,
        page: item.page,
        box: item.box,
      };
    }
  },
};

/** Most ink on one spot: more does not dry. Source: ISO 12647-2, 4.3.2.1 gives 350 as the limit of coated sheets; the house asks for less. */
const MOST_INK = 3.2;

/** Colours as they are painted; what lies over another adds nothing, since it knocks out. */
export const TOTAL_INK: Rule = {
  ids: { x4: 'H-total-ink' },
  severity: 'fail',
  asks: 'no spot inside the trim has more than 320 % ink',
  *check({ file, painting, pages }) {
    for (const item of painting.items) {
      const { trim } = pages[item.page] ?? {};
      const outside =
        trim !== undefined &&
        (item.box[2] <= trim[0] || item.box[0] >= trim[2] || item.box[3] <= trim[1] || item.box[1] >= trim[3]);
      if (outside) continue;
      const most =
        item.kind === 'image'
          ? imageInk(file, item)
          : item.kind === 'shading'
            ? 0
            : Math.max(paintInk(item.fill), paintInk(item.stroke));
      if (most > MOST_INK + 0.005) yield { message: `${Math.round(most * 100)} % ink`, page: item.page, box: item.box };
    }
  },
};

function paintInk(paint: Paint | undefined): number {
  return (inksOf(paint) ?? []).reduce((sum, part) => sum + part, 0);
}

type PdfFile = Parameters<typeof filtersOf>[0] & Parameters<Rule['check']>[0]['file'];
type Image = Extract<Parameters<Rule['check']>[0]['painting']['items'][number], { readonly kind: 'image' }>;

const inks = new WeakMap<Stream, number>();

/** Looked at once, however often the picture is painted. */
function imageInk(file: PdfFile, item: Image): number {
  const { stream, space } = item;
  if (stream === undefined || space === undefined) return paintInk(item.stencil);
  const known = inks.get(stream) ?? mostInk(file, space, stream);
  inks.set(stream, known);
  return known;
}

/** Of eight-bit CMYK pixels, or of the colours of a palette; other pictures are not looked into. */
function mostInk(file: PdfFile, space: ColourSpace, stream: Stream): number {
  const packed = filtersOf(file, stream).some(
    (filter) => !['FlateDecode', 'Fl', 'ASCII85Decode', 'ASCIIHexDecode', 'RunLengthDecode'].includes(filter),
  );
  const bits = numberOf(file.get(stream.dict, 'BitsPerComponent'));
  if (packed || space.family !== 'DeviceCMYK' || bits !== 8) return 0;
  const data = file.data(stream);
  if (data === undefined) return 0;
  let most = 0;
  for (let i = 0; i + 3 < data.length; i += 4) {
    const sum = (data[i] as number) + (data[i + 1] as number) + (data[i + 2] as number) + (data[i + 3] as number);
    if (sum > most) most = sum;
  }
  return most / 255;
}
