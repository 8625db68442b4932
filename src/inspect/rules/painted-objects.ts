import { filtersOf, nameOf } from '../objects/index.ts';
import type { Rule } from '../rule.ts';

/** Source: ISO 14289-1 7.20; ISO 19005-3 6.2.9; Matterhorn 30-001. */
export const REFERENCE_OBJECT: Rule = {
  ids: { ua1: 'UA-7.20-1', a3a: 'A-6.2.9-2' },
  severity: 'fail',
  asks: 'no form stands for a page of another file',
  *check({ painting }) {
    for (const [id, { stream }] of painting.forms) {
      if (stream.dict.entries.has('Ref')) yield { message: 'a form refers to another file', object: id };
    }
  },
};

/** Source: ISO 14289-1 7.20; Matterhorn 30-002. */
export const FORM_TWICE: Rule = {
  ids: { ua1: 'UA-7.20-2' },
  severity: 'fail',
  asks: 'a form with tagged content is painted once',
  *check({ painting }) {
    const tagged = new Set(painting.marks.filter(({ mcid }) => mcid !== undefined).map(({ stream }) => stream));
    for (const [id, { times }] of painting.forms) {
      if (times > 1 && tagged.has(id))
        yield { message: `a form with tagged content is painted ${times} times`, object: id };
    }
  },
};

/** Source: ISO 19005-3 6.2.9; ISO 15930-7 6.2.9. */
export const POST_SCRIPT: Rule = {
  ids: { a3a: 'A-6.2.9-1', x4: 'X4-6.2.9-postscript' },
  severity: 'fail',
  asks: 'there is no PostScript in the file, and no picture elsewhere',
  *check({ file }) {
    for (const {
      id,
      stream: { dict },
    } of file.streams) {
      const subtype = nameOf(file.get(dict, 'Subtype'));
      if (subtype === 'PS' || nameOf(file.get(dict, 'Subtype2')) === 'PS')
        yield { message: 'an object holds PostScript', object: id };
      if (dict.entries.has('OPI')) yield { message: 'a picture is to be fetched from elsewhere (OPI)', object: id };
    }
  },
};

/** Source: ISO 19005-3 6.2.8. */
export const IMAGE_KEYS: Rule = {
  ids: { a3a: 'A-6.2.8-1' },
  severity: 'fail',
  asks: 'images are shown as they are: no Interpolate, no Alternates',
  *check({ file, painting }) {
    for (const item of painting.items) {
      if (item.kind !== 'image') continue;
      const where = { object: item.id, page: item.page, box: item.box };
      if (file.get(item.dict, 'Interpolate') === true || file.get(item.dict, 'I') === true)
        yield { message: 'an image is to be smoothed', ...where };
      if (item.dict.entries.has('Alternates')) yield { message: 'an image has alternatives', ...where };
      if (item.stream !== undefined && filtersOf(file, item.stream).includes('JPXDecode')) {
        if (item.space === undefined) yield { message: 'a JPEG 2000 image has no colour space of its own', ...where };
      }
    }
  },
};

/** Source: ISO 19005-3 6.2.5; ISO 15930-7 6.2.5. */
export const TRANSFER: Rule = {
  ids: { a3a: 'A-6.2.5-1', x4: 'X4-6.2.5-state' },
  severity: 'fail',
  asks: 'no graphics state changes colours on their way to the device',
  *check({ file, painting }) {
    for (const [dict, page] of painting.states) {
      const key = ['TR', 'HTP'].find((one) => dict.entries.has(one));
      if (key !== undefined) yield { message: `a graphics state has ${key}`, page };
      const second = file.get(dict, 'TR2');
      if (second !== null && nameOf(second) !== 'Default') yield { message: 'a graphics state has TR2', page };
    }
  },
};

const BLENDS: ReadonlySet<string> = new Set(
  'Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight Difference Exclusion Hue Saturation Color Luminosity'.split(
    ' ',
  ),
);

/** Source: ISO 19005-3 6.2.10. */
export const BLEND_MODES: Rule = {
  ids: { a3a: 'A-6.2.10-1' },
  severity: 'fail',
  asks: 'colours are mixed by modes of the standard',
  *check({ file, painting }) {
    for (const [dict, page] of painting.states) {
      const mode = nameOf(file.get(dict, 'BM'));
      if (mode !== undefined && !BLENDS.has(mode)) yield { message: `there is no blend mode ${mode}`, page };
    }
  },
};

const INTENTS: ReadonlySet<string> = new Set([
  'RelativeColorimetric',
  'AbsoluteColorimetric',
  'Perceptual',
  'Saturation',
]);

/** Source: ISO 19005-3 6.2.6. */
export const RENDERING_INTENT: Rule = {
  ids: { a3a: 'A-6.2.6-1' },
  severity: 'fail',
  asks: 'colours are fitted by rendering intents of the standard',
  *check({ painting }) {
    for (const intent of painting.intents)
      if (!INTENTS.has(intent)) yield { message: `there is no rendering intent \`${intent}\`` };
  },
};
