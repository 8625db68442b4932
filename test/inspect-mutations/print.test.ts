import { describe, expect, it } from 'vitest';
import { preflight } from '../../src/inspect/index.ts';
import { isArray, isStream, nameOf, type Value } from '../../src/inspect/objects/index.ts';
import { goodPrintFile } from './good-files.ts';
import { dict, name, operate, type Patient, text } from './surgery.ts';

const good = await goodPrintFile();

/** Rules that a file breaks, each once. */
function brokenRules(bytes: Uint8Array): readonly string[] {
  const verdict = preflight(bytes, ['x4']);
  if (!verdict.ok) return verdict.diagnostics.map(({ code }) => code);
  return [...new Set(verdict.value.findings.map(({ rule }) => rule))];
}

type Change = Parameters<typeof operate>[1];

const xmp =
  (change: (source: string) => string): Change =>
  (p) =>
    p.data(p.catalog, 'Metadata', (data) => Buffer.from(change(data.toString('utf8')), 'utf8'));

const paint =
  (operators: string): Change =>
  (p) =>
    p.content(0, (before) => `${before}q\n${operators}\nQ\n`);

function intent(p: Patient): ReturnType<Patient['find']> {
  return p.find((one) => nameOf(one.entries.get('S')) === 'GTS_PDFX');
}

/** Moves the edges of a box. */
function moved(p: Patient, key: string, by: readonly number[]): void {
  const found = p.get(p.page(0), key);
  const box: readonly Value[] = isArray(found) ? found : [];
  p.set(
    p.page(0),
    key,
    box.map((edge, i) => (typeof edge === 'number' ? edge + (by[i] ?? 0) : edge)),
  );
}

const MUTATIONS: readonly (readonly [string, string, Change])[] = [
  ['the file is of PDF 1.7', 'X4-6.1-version', () => ({ head: '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n' })],
  ['the catalog says PDF 1.7', 'X4-6.1-version', (p) => p.set(p.catalog, 'Version', name('1.7'))],
  ['the file has no identifier', 'X4-6.1-id', (p) => p.remove(p.trailer, 'ID')],
  ['the claim is lost', 'X4-6.7.4-version', xmp((source) => source.replace(/<pdfxid.*<\/pdfxid:GTS_PDFXVersion>/, ''))],
  ['another standard is claimed', 'X4-6.7.4-version', xmp((source) => source.replace('PDF/X-4', 'PDF/X-3'))],
  ['the metadata are lost', 'X4-6.7.2-xmp', (p) => p.remove(p.catalog, 'Metadata')],
  [
    'the document has no identifier',
    'X4-6.7.2-keys',
    xmp((source) => source.replace(/<xmpMM:DocumentID>.*<\/xmpMM:DocumentID>/, '')),
  ],
  [
    'the metadata have no date of their own',
    'X4-6.7.2-keys',
    xmp((source) => source.replace(/<xmp:MetadataDate>.*<\/xmp:MetadataDate>/, '')),
  ],
  ['Trapped is a text', 'X4-6.7.3-trapped', (p) => p.set(p.dict(p.trailer, 'Info'), 'Trapped', text('False'))],
  [
    'Trapped is not known',
    'X4-6.7.3-trapped',
    (p) => {
      p.set(p.dict(p.trailer, 'Info'), 'Trapped', name('Unknown'));
      p.data(p.catalog, 'Metadata', (data) =>
        Buffer.from(data.toString('utf8').replace('<pdf:Trapped>False', '<pdf:Trapped>Unknown')),
      );
    },
  ],
  ['Trapped is said in two ways', 'X4-6.7.3-trapped', (p) => p.set(p.dict(p.trailer, 'Info'), 'Trapped', name('True'))],
  ['the output intent is lost', 'X4-6.2.2-intent', (p) => p.remove(p.catalog, 'OutputIntents')],
  ['the output intent is one for archives', 'X4-6.2.2-intent', (p) => p.set(intent(p), 'S', name('GTS_PDFA1'))],
  ['the printing condition has no name', 'X4-6.2.2-intent', (p) => p.remove(intent(p), 'OutputConditionIdentifier')],
  ['the profile is lost', 'X4-6.2.2-profile', (p) => p.remove(intent(p), 'DestOutputProfile')],
  [
    'the profile is of a screen',
    'X4-6.2.2-profile',
    (p) =>
      p.data(intent(p), 'DestOutputProfile', (data) => {
        data.write('mntr', 12, 'latin1');
        return data;
      }),
  ],
  [
    'the profile is cut off',
    'X4-6.2.2-profile',
    (p) => p.data(intent(p), 'DestOutputProfile', (data) => data.subarray(0, 300)),
  ],
  [
    'the profile is said to have three components',
    'X4-6.2.2-profile',
    (p) => {
      const profile = p.get(intent(p), 'DestOutputProfile');
      if (isStream(profile)) p.set(profile.dict, 'N', 3);
    },
  ],
  [
    'the printing condition is only named',
    'X4-6.2.2-registry',
    (p) => {
      p.remove(intent(p), 'Info');
      p.remove(intent(p), 'RegistryName');
    },
  ],
  ['a page does not say where it is cut', 'X4-6.3-trim', (p) => p.remove(p.page(0), 'TrimBox')],
  ['a page is cut in two ways', 'X4-6.3-trim', (p) => p.set(p.page(0), 'ArtBox', p.get(p.page(0), 'TrimBox'))],
  ['the bleed reaches out of the sheet', 'X4-6.3-inside', (p) => moved(p, 'BleedBox', [-60, 0, 0, 0])],
  ['the trim reaches out of the bleed', 'X4-6.3-inside', (p) => moved(p, 'TrimBox', [-12, 0, 0, 0])],
  ['the bleed is too small', 'H-bleed', (p) => moved(p, 'BleedBox', [4, 4, -4, -4])],
  ['there is no bleed', 'H-bleed', (p) => p.remove(p.page(1), 'BleedBox')],
  ['a band ends at the trim', 'H-bleed-art', paint('0 0 0 .2 k\n32.5 400 100 40 re f')],
  ['a curve ends at the trim', 'H-bleed-art', paint('0 0 0 .2 k\n92.5 400 m 12.5 400 12.5 440 92.5 440 c f')],
  ['a curve from its start ends at the trim', 'H-bleed-art', paint('0 0 0 .2 k\n32.5 400 m 90 440 90 440 v f')],
  ['a curve to its end ends at the trim', 'H-bleed-art', paint('0 0 0 .2 k\n90 400 m 90 440 32.5 440 y f')],
  [
    'a link is on the page',
    'X4-6.5-annotation',
    (p) => p.set(p.page(0), 'Annots', [p.add(dict({ Subtype: name('Link'), Rect: [100, 100, 200, 200] }))]),
  ],
  ['something happens on opening', 'X4-6.6-actions', (p) => p.set(p.catalog, 'OpenAction', dict({ S: name('GoTo') }))],
  ['a page has actions', 'X4-6.6-actions', (p) => p.set(p.page(0), 'AA', dict({}))],
  ['a colour is in RGB', 'X4-6.2.4-device', paint('1 0 0 rg\n100 100 9 9 re f')],
  [
    'a picture is in RGB',
    'X4-6.2.4-device',
    (p) =>
      p.set(
        p.find((one) => nameOf(one.entries.get('Subtype')) === 'Image'),
        'ColorSpace',
        name('DeviceRGB'),
      ),
  ],
  [
    'a colour is in calibrated RGB',
    'H-rgb',
    (p) => {
      p.set(
        p.dict(p.page(0), 'Resources'),
        'ColorSpace',
        dict({ C: [name('CalRGB'), dict({ WhitePoint: [1, 1, 1] })] }),
      );
      p.content(0, (before) => `${before}q\n/C cs\n1 0 0 scn\n100 100 9 9 re f\nQ\n`);
    },
  ],
  [
    'a profile is damaged',
    'X4-6.2.4-icc',
    (p) => {
      const profile = p.add({ dict: dict({ N: 4 }), raw: Buffer.alloc(40) });
      p.set(p.dict(p.page(0), 'Resources'), 'ColorSpace', dict({ C: [name('ICCBased'), profile] }));
      p.content(0, (before) => `${before}q\n/C cs\n0 0 0 1 scn\n100 100 9 9 re f\nQ\n`);
    },
  ],
  [
    'a transfer function is set',
    'X4-6.2.5-state',
    (p) => {
      p.set(p.dict(p.page(0), 'Resources'), 'ExtGState', dict({ Z: dict({ TR: name('Identity') }) }));
      p.content(0, (before) => `/Z gs\n${before}`);
    },
  ],
  [
    'an object holds PostScript',
    'X4-6.2.9-postscript',
    (p) => p.add({ dict: dict({ Subtype: name('PS') }), raw: Buffer.from('') }),
  ],
  [
    'a font is not embedded',
    'X4-fonts-embedded',
    (p) =>
      p.remove(
        p.find((one) => one.entries.has('FontFile2')),
        'FontFile2',
      ),
  ],
  [
    'a picture is too coarse',
    'H-image-dpi',
    (p) => p.content(1, (before) => before.replace(/\.48 0 0 \.24/, '4.8 0 0 2.4')),
  ],
  [
    'black text is rich',
    'H-rich-black',
    (p) => p.content(0, (before) => before.replaceAll('0 0 0 1 k', '.4 .3 .3 1 k')),
  ],
  ['black text knocks out', 'H-black-overprint', (p) => p.content(0, (before) => before.replaceAll('/K gs', '/N gs'))],
  [
    'small text is in three inks',
    'H-small-text-inks',
    (p) => p.content(0, (before) => before.replaceAll('0 0 0 1 k', '.3 .3 .3 0 k')),
  ],
  ['a colour has too much ink', 'H-total-ink', paint('1 1 1 .5 k\n100 100 50 50 re f')],
  [
    'the information dictionary has another title',
    'H-info-agrees',
    (p) => p.set(p.dict(p.trailer, 'Info'), 'Title', text('Another')),
  ],
  [
    'a stream is packed with LZW',
    'X4-6.1-filter',
    (p) =>
      p.add({
        dict: dict({ Filter: name('LZWDecode') }),
        raw: Buffer.from('\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01', 'latin1'),
      }),
  ],
];

describe('the good print file', () => {
  it('keeps PDF/X-4, without a word', () => {
    expect(brokenRules(good)).toEqual([]);
  });

  it('keeps it when it is taken apart and put together again', () => {
    expect(brokenRules(operate(good, () => undefined))).toEqual([]);
  });
});

/** Handles of a curve are not painted: here they stand at the trim, and the curves end inside of it. */
const INSIDE = [
  '0 0 0 .2 k\n92.5 400 m 32.5 400 32.5 440 92.5 440 c f',
  '0 0 0 .2 k\n92.5 400 m 32.5 400 92.5 440 v f',
  '0 0 0 .2 k\n60 400 40 20 re 92.5 400 m 32.5 420 92.5 440 y f',
  '0 0 0 .2 k\n92.5 400 m 92.5 440 l h 32.5 440 92.5 460 v f',
];

describe('what curves near the trim and stays inside', () => {
  it.each(INSIDE)('needs no bleed: %s', (operators) => {
    expect(brokenRules(operate(good, paint(operators)))).toEqual([]);
  });
});

describe('one thing broken in print', () => {
  it.each(MUTATIONS)('%s: %s', (_, rule, change) => {
    expect(brokenRules(operate(good, change))).toContain(rule);
  });

  it('is broken in more than fifteen ways, by more than fifteen rules', () => {
    expect(new Set(MUTATIONS.map(([what]) => what)).size).toBe(MUTATIONS.length);
    expect(new Set(MUTATIONS.map(([, rule]) => rule)).size).toBeGreaterThan(15);
  });
});
