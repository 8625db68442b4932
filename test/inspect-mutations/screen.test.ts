import { describe, expect, it } from 'vitest';
import { preflight } from '../../src/inspect/index.ts';
import { isArray, isDict, isStream, nameOf, type Value } from '../../src/inspect/objects/index.ts';
import { goodScreenFile } from './good-files.ts';
import { dict, name, operate, type Patient, text } from './surgery.ts';

const good = await goodScreenFile();

/** Rules that a file breaks, each once. */
function brokenRules(bytes: Uint8Array): readonly string[] {
  const verdict = preflight(bytes, ['ua1', 'a3a']);
  if (!verdict.ok) return verdict.diagnostics.map(({ code }) => code);
  return [...new Set(verdict.value.findings.map(({ rule }) => rule))];
}

type Change = Parameters<typeof operate>[1];

const xmp =
  (change: (source: string) => string): Change =>
  (p) =>
    p.data(p.catalog, 'Metadata', (data) => Buffer.from(change(data.toString('utf8')), 'utf8'));

const list = (p: Patient, value: Value): Value[] => {
  const found = p.resolve(value);
  return isArray(found) ? [...found] : [found];
};

/** Children of an element, as they are written. */
const kids = (p: Patient, type: string, nth = 0): Value[] => list(p, p.get(p.element(type, nth), 'K'));

/** Gives an attribute of an element another value, or takes it away. */
function attribute(p: Patient, type: string, key: string, value: Value | undefined, nth = 0): void {
  const element = p.element(type, nth);
  const [own] = list(p, p.get(element, 'A'))
    .map((item) => p.resolve(item))
    .filter(isDict);
  const entries = new Map([...(own ?? dict({ O: name('Table') })).entries]);
  if (value === undefined) entries.delete(key);
  else entries.set(key, value);
  p.set(element, 'A', { entries });
}

function annotation(p: Patient): ReturnType<Patient['find']> {
  return p.find((one) => nameOf(one.entries.get('Subtype')) === 'Link');
}

function fileSpec(p: Patient): ReturnType<Patient['find']> {
  return p.find((one) => nameOf(one.entries.get('Type')) === 'Filespec');
}

function font(p: Patient, type: 'Type0' | 'CIDFontType2' = 'Type0'): ReturnType<Patient['find']> {
  return p.find((one) => nameOf(one.entries.get('Subtype')) === type);
}

/** Adds a graphics state to the resources of the first page, and uses it. */
function withState(p: Patient, state: Value): void {
  const resources = p.dict(p.page(0), 'Resources');
  p.set(resources, 'ExtGState', dict({ Z: state }));
  p.content(0, (operators) => operators.replace(/BDC\n/, 'BDC\n/Z gs\n'));
}

const REPLACED_TOUNICODE =
  (change: (map: string) => string): Change =>
  (p) =>
    p.data(font(p), 'ToUnicode', (data) => Buffer.from(change(data.toString('latin1')), 'latin1'));

/** What is done to the good file, and the rule that must name it. */
const MUTATIONS: readonly (readonly [string, string, Change])[] = [
  // Claims and metadata
  ['the claim of PDF/UA is lost', 'UA-5-1', xmp((source) => source.replace(/<pdfuaid:part>1<\/pdfuaid:part>/, ''))],
  [
    'another part of PDF/UA is claimed',
    'UA-5-1',
    xmp((source) => source.replace('<pdfuaid:part>1', '<pdfuaid:part>2')),
  ],
  ['the claim of PDF/A is lost', 'A-6.6.4-1', xmp((source) => source.replace('<pdfaid:part>3</pdfaid:part>', ''))],
  ['a lower level of PDF/A is claimed', 'A-6.6.4-1', xmp((source) => source.replace('conformance>A', 'conformance>B'))],
  ['the title is lost from the metadata', 'UA-7.1-9', xmp((source) => source.replace(/<dc:title>.*<\/dc:title>/s, ''))],
  ['an `&` stands in the title', 'UA-7.1-8', xmp((source) => source.replace('&amp;', '&'))],
  ['a control character stands in the metadata', 'A-6.6.2.1-1', xmp((source) => source.replace('报告', '报\u0001告'))],
  ['the metadata stream is lost', 'UA-7.1-8', (p) => p.remove(p.catalog, 'Metadata')],
  [
    'the packet gives its encoding',
    'A-6.6.2.1-2',
    xmp((source) => source.replace('begin=', 'encoding="UTF-8" begin=')),
  ],
  [
    'the namespace of PDF/UA is not described',
    'A-6.6.2.3.1-1',
    xmp((source) => source.replace(/<pdfaExtension:schemas>.*<\/pdfaExtension:schemas>/s, '')),
  ],
  [
    'a house property is not described',
    'A-6.6.2.3.1-1',
    xmp((source) => source.replace('<dc:format>', '<h:x xmlns:h="urn:house">1</h:x><dc:format>')),
  ],
  [
    'schemas are described twice',
    'A-6.6.2.3.3-1',
    xmp((source) => source.replace(/(<pdfaExtension:schemas>.*<\/pdfaExtension:schemas>)/s, '$1$1')),
  ],
  [
    'the information dictionary has another title',
    'H-info-agrees',
    (p) => p.set(p.dict(p.trailer, 'Info'), 'Title', text('Another')),
  ],
  [
    'the information dictionary has another date',
    'H-info-agrees',
    (p) => p.set(p.dict(p.trailer, 'Info'), 'ModDate', text('D:20200101000000Z')),
  ],
  // The document
  ['the document is not marked', 'UA-6.2-1', (p) => p.remove(p.catalog, 'MarkInfo')],
  ['the document doubts its tags', 'UA-7.1-4', (p) => p.set(p.dict(p.catalog, 'MarkInfo'), 'Suspects', true)],
  [
    'viewers show the name of the file',
    'UA-7.1-10',
    (p) => p.set(p.dict(p.catalog, 'ViewerPreferences'), 'DisplayDocTitle', false),
  ],
  ['the document has no language', 'UA-7.2-34', (p) => p.remove(p.catalog, 'Lang')],
  ['bookmarks have no language', 'UA-7.2-2', (p) => p.remove(p.catalog, 'Lang')],
  ['alternative texts have no language', 'UA-7.2-21', (p) => p.remove(p.catalog, 'Lang')],
  ['links speak no language', 'UA-7.2-24', (p) => p.remove(p.catalog, 'Lang')],
  ['metadata have no language', 'UA-7.2-33', (p) => p.remove(p.catalog, 'Lang')],
  ['the language is written as a word', 'UA-7.2-29', (p) => p.set(p.catalog, 'Lang', text('chinese_simplified'))],
  ['an element is in a language that is none', 'UA-7.2-29', (p) => p.set(p.element('P'), 'Lang', text('zh Hans'))],
  ['Han text is said to be English', 'H-language-han', (p) => p.set(p.element('Sect'), 'Lang', text('en'))],
  [
    'English text is said to be Chinese',
    'H-language-latin',
    (p) => p.content(0, (operators) => operators.replaceAll('(en-GB)', '(zh-Hans)')),
  ],
  // The structure tree
  ['the structure tree is lost', 'UA-7.1-11', (p) => p.remove(p.catalog, 'StructTreeRoot')],
  ['the structure tree is empty', 'UA-7.1-11', (p) => p.remove(p.dict(p.catalog, 'StructTreeRoot'), 'K')],
  ['the parent tree is lost', 'UA-7.1-11', (p) => p.remove(p.dict(p.catalog, 'StructTreeRoot'), 'ParentTree')],
  ['a rule is drawn without a mark', 'UA-7.1-3', (p) => p.content(0, (operators) => `${operators}0 0 10 10 re f\n`)],
  [
    'text is shown without a mark',
    'UA-7.1-3',
    (p) => p.content(0, (operators) => operators.replace(/\/H1<<\/MCID 0>>BDC\n([\s\S]*?)EMC\n/, '$1')),
  ],
  ['an element lets go of its content', 'UA-7.1-3-owner', (p) => p.remove(p.element('H1'), 'K')],
  [
    'the parent tree leads elsewhere',
    'UA-7.1-3-parents',
    (p) => {
      const tree = p.dict(p.dict(p.catalog, 'StructTreeRoot'), 'ParentTree');
      const numbers = list(p, p.get(tree, 'Nums'));
      numbers[1] = list(p, numbers[1] ?? null).reverse();
      p.set(tree, 'Nums', numbers);
    },
  ],
  ['a page has no key in the parent tree', 'UA-7.1-3-parents', (p) => p.remove(p.page(1), 'StructParents')],
  [
    'a number is used twice on a page',
    'UA-7.1-3-number',
    (p) => p.content(0, (operators) => operators.replace('/MCID 1>>', '/MCID 0>>')),
  ],
  [
    'an element holds content that is not there',
    'UA-7.1-3-content',
    (p) => p.set(p.element('Caption'), 'K', [...kids(p, 'Caption'), 99]),
  ],
  [
    'an artifact stands in tagged content',
    'UA-7.1-1',
    (p) => p.content(0, (operators) => operators.replace(/(\/H1<<\/MCID 0>>BDC\n)/, '$1/Artifact BMC\nEMC\n')),
  ],
  [
    'tagged content stands in an artifact',
    'UA-7.1-2',
    (p) => p.content(0, (operators) => `/Artifact BMC\n${operators}EMC\n`),
  ],
  [
    'all text is an artifact',
    'UA-7.1-11',
    (p) => {
      for (const page of [0, 1])
        p.content(page, (operators) => operators.replace(/\/[A-Z]\w*<<\/MCID \d+>>BDC/g, '/Artifact BMC'));
    },
  ],
  ['an element is of no known type', 'UA-7.1-5', (p) => p.set(p.element('P'), 'S', name('Paragraph'))],
  [
    'a type is mapped to itself',
    'UA-7.1-6',
    (p) => p.set(p.dict(p.dict(p.catalog, 'StructTreeRoot'), 'RoleMap'), 'Aside', name('Aside')),
  ],
  [
    'a standard type is mapped',
    'UA-7.1-7',
    (p) => p.set(p.dict(p.dict(p.catalog, 'StructTreeRoot'), 'RoleMap'), 'P', name('Span')),
  ],
  [
    'an element does not name its parent',
    'UA-7.1-12',
    (p) => {
      const id = p.ids.find((one) => p.object(one) === p.element('Caption')) ?? 0;
      const caption = p.element('Caption');
      p.replace(id, { entries: new Map([...caption.entries].filter(([key]) => key !== 'P')) });
    },
  ],
  [
    'an element stands at two places',
    'UA-7.1-12',
    (p) => p.set(p.element('L'), 'K', [...kids(p, 'L'), ...kids(p, 'L')]),
  ],
  [
    'a second root stands beside the document',
    'H-document-root',
    (p) => {
      const tree = p.dict(p.catalog, 'StructTreeRoot');
      const extra = p.add(
        dict({ S: name('Div'), P: p.catalog.entries.get('StructTreeRoot') ?? null, ActualText: text('x') }),
      );
      p.set(tree, 'K', [tree.entries.get('K') ?? null, extra]);
    },
  ],
  [
    'an element is empty',
    'H-empty-element',
    (p) =>
      p.set(p.element('Sect'), 'K', [
        ...kids(p, 'Sect'),
        p.add(dict({ S: name('P'), P: p.element('P').entries.get('P') ?? null })),
      ]),
  ],
  // Headings
  ['the first heading is an H2', 'UA-7.4.2-1', (p) => p.set(p.element('H1'), 'S', name('H2'))],
  ['a heading skips a level', 'UA-7.4.2-1', (p) => p.set(p.element('H2'), 'S', name('H4'))],
  ['H stands beside H1', 'UA-7.4.4-2', (p) => p.set(p.element('H2'), 'S', name('H'))],
  [
    'two H stand in one element',
    'UA-7.4.4-1',
    (p) => {
      for (const type of ['H1', 'H2', 'H2']) p.set(p.element(type), 'S', name('H'));
    },
  ],
  // Tables
  ['a paragraph stands in a table', 'UA-7.2-3', (p) => p.set(p.element('Caption'), 'S', name('P'))],
  ['a row stands outside', 'UA-7.2-4', (p) => p.set(p.element('TBody'), 'S', name('Div'))],
  ['a table head stands outside', 'UA-7.2-5', (p) => p.set(p.element('Table'), 'S', name('Div'))],
  ['a cell stands outside its row', 'UA-7.2-8', (p) => p.set(p.element('TR'), 'S', name('Div'))],
  ['a row holds a paragraph', 'UA-7.2-10', (p) => p.set(p.element('TD'), 'S', name('P'))],
  ['a table body holds a paragraph', 'UA-7.2-36', (p) => p.set(p.element('TR', 1), 'S', name('P'))],
  ['a table has two heads', 'UA-7.2-11', (p) => p.set(p.element('TBody'), 'S', name('THead'))],
  ['a table has a head and no body', 'UA-7.2-13', (p) => p.set(p.element('TBody'), 'S', name('THead'))],
  [
    'the caption stands in the middle',
    'UA-7.2-39',
    (p) => {
      const [caption, head, body] = kids(p, 'Table');
      p.set(p.element('Table'), 'K', [head ?? null, caption ?? null, body ?? null]);
    },
  ],
  ['a cell reaches below the table', 'UA-7.2-41', (p) => attribute(p, 'TD', 'RowSpan', 3, 1)],
  [
    'a cell lies over another',
    'UA-7.2-15',
    (p) => {
      attribute(p, 'TD', 'RowSpan', 2);
      attribute(p, 'TH', 'ColSpan', 2, 3);
    },
  ],
  ['a row is too short', 'UA-7.2-42', (p) => p.set(p.element('TR', 1), 'K', kids(p, 'TR', 1).slice(0, 1))],
  ['headers have no scope', 'UA-7.5-1-scope', (p) => attribute(p, 'TH', 'Scope', undefined)],
  [
    'a cell has no header',
    'UA-7.5-1',
    (p) => {
      for (const nth of [0, 1, 2, 3]) attribute(p, 'TH', 'Scope', undefined, nth);
    },
  ],
  ['a cell names a header that is not there', 'UA-7.5-2', (p) => attribute(p, 'TD', 'Headers', [text('nobody')])],
  // Lists and contents
  ['an item stands outside its list', 'UA-7.2-17', (p) => p.set(p.element('L'), 'S', name('Div'))],
  ['the body of an item stands outside', 'UA-7.2-18', (p) => p.set(p.element('LI'), 'S', name('Div'))],
  ['a list holds a paragraph', 'UA-7.2-19', (p) => p.set(p.element('LI'), 'S', name('P'))],
  ['an item holds a paragraph', 'UA-7.2-20', (p) => p.set(p.element('LBody'), 'S', name('P'))],
  ['a list does not say how it is numbered', 'H-list-numbering', (p) => p.remove(p.element('L'), 'A')],
  ['an entry stands outside its contents', 'UA-7.2-26', (p) => p.set(p.element('TOC'), 'S', name('Div'))],
  ['contents hold a paragraph', 'UA-7.2-27', (p) => p.set(p.element('TOCI'), 'S', name('P'))],
  ['contents have their caption last', 'UA-7.2-28', (p) => p.set(p.element('TOCI', 1), 'S', name('Caption'))],
  ['a list has its caption last', 'UA-7.2-40', (p) => p.set(p.element('LI', 1), 'S', name('Caption'))],
  // Figures and notes
  ['a figure loses its alternative text', 'UA-7.3-1', (p) => p.remove(p.element('Figure'), 'Alt')],
  ['an alternative text is blank', 'UA-7.3-1', (p) => p.set(p.element('Figure'), 'Alt', text('  '))],
  ['a figure does not say where it stands', 'H-figure-box', (p) => p.remove(p.element('Figure'), 'A')],
  ['a formula has no alternative text', 'UA-7.7-1', (p) => p.set(p.element('Caption'), 'S', name('Formula'))],
  ['a note loses its ID', 'UA-7.9-1', (p) => p.remove(p.element('Note'), 'ID')],
  [
    'two notes have one ID',
    'UA-7.9-2',
    (p) => {
      const caption = p.element('Caption');
      p.set(caption, 'S', name('Note'));
      p.set(caption, 'ID', p.get(p.element('Note'), 'ID'));
    },
  ],
  // Annotations
  ['a link is no longer in the structure', 'UA-7.18.5-1', (p) => p.remove(annotation(p), 'StructParent')],
  [
    'a Link does not refer to its annotation',
    'UA-7.18.5-1',
    (p) =>
      p.set(
        p.element('Link'),
        'K',
        kids(p, 'Link').filter((kid) => !isDict(p.resolve(kid))),
      ),
  ],
  [
    'the reference to a link names another page',
    'UA-7.18.5-1-page',
    (p) => {
      const other = list(p, p.get(p.dict(p.catalog, 'Pages'), 'Kids'))[1] ?? null;
      const moved = kids(p, 'Link').map((kid) => {
        const found = p.resolve(kid);
        return isDict(found) ? { entries: new Map([...found.entries, ['Pg', other] as const]) } : kid;
      });
      p.set(p.element('Link'), 'K', moved);
    },
  ],
  ['a link does not say where it goes', 'UA-7.18.5-2', (p) => p.remove(annotation(p), 'Contents')],
  [
    'a Link has no text',
    'H-link-text',
    (p) =>
      p.set(
        p.element('Link'),
        'K',
        kids(p, 'Link').filter((kid) => isDict(p.resolve(kid))),
      ),
  ],
  ['a page has no order of tabs', 'UA-7.18.3-1', (p) => p.remove(p.page(0), 'Tabs')],
  ['a remark stands outside the structure', 'UA-7.18.1-1', (p) => p.set(annotation(p), 'Subtype', name('Text'))],
  [
    'a remark says nothing',
    'UA-7.18.1-2',
    (p) => {
      p.set(annotation(p), 'Subtype', name('Text'));
      p.remove(annotation(p), 'Contents');
      p.remove(
        p.find((one) => nameOf(one.entries.get('Subtype')) === 'Text'),
        'Contents',
      );
    },
  ],
  ['a field stands outside a form', 'UA-7.18.4-1', (p) => p.set(annotation(p), 'Subtype', name('Widget'))],
  ['a trap net is there', 'UA-7.18.2-1', (p) => p.set(annotation(p), 'Subtype', name('TrapNet'))],
  ['a printer’s mark is in the structure', 'UA-7.18.8-1', (p) => p.set(annotation(p), 'Subtype', name('PrinterMark'))],
  ['a link is not printed', 'A-6.3.2-1', (p) => p.set(annotation(p), 'F', 0)],
  ['a link has no flags', 'A-6.3.2-1', (p) => p.remove(annotation(p), 'F')],
  ['a film is there', 'A-6.3.1-1', (p) => p.set(annotation(p), 'Subtype', name('Movie'))],
  ['a remark has no appearance', 'A-6.3.3-1', (p) => p.set(annotation(p), 'Subtype', name('Text'))],
  [
    'a link starts a script',
    'A-6.5.1-1',
    (p) => p.set(annotation(p), 'A', dict({ S: name('JavaScript'), JS: text('1') })),
  ],
  ['something happens when a page opens', 'A-6.5.2-1', (p) => p.set(p.page(0), 'AA', dict({}))],
  ['a form needs a program', 'A-6.4.1-1', (p) => p.set(p.catalog, 'AcroForm', dict({ NeedAppearances: true }))],
  // Attachments and layers
  ['an attachment has no UF', 'UA-7.11-1', (p) => p.remove(fileSpec(p), 'UF')],
  [
    'an attachment has no type',
    'A-6.8-1',
    (p) => {
      const stream = p.get(p.dict(fileSpec(p), 'EF'), 'F');
      if (isStream(stream)) p.remove(stream.dict, 'Subtype');
    },
  ],
  ['an attachment has no relationship', 'A-6.8-3', (p) => p.remove(fileSpec(p), 'AFRelationship')],
  ['an attachment is associated with nothing', 'A-6.8-4', (p) => p.remove(p.catalog, 'AF')],
  [
    'an attachment is longer than it says',
    'H-file-size',
    (p) => {
      const stream = p.get(p.dict(fileSpec(p), 'EF'), 'F');
      if (isStream(stream)) p.set(p.dict(stream.dict, 'Params'), 'Size', 3);
    },
  ],
  ['an attachment has no description', 'H-file-description', (p) => p.remove(fileSpec(p), 'Desc')],
  ['a set of layers has no name', 'UA-7.10-1', (p) => p.set(p.catalog, 'OCProperties', dict({ D: dict({}) }))],
  [
    'layers come and go',
    'UA-7.10-2',
    (p) => p.set(p.catalog, 'OCProperties', dict({ D: dict({ Name: text('x'), AS: [] }) })),
  ],
  // Fonts
  [
    'a font is not embedded',
    'UA-7.21.4.1-1',
    (p) =>
      p.remove(
        p.find((one) => one.entries.has('FontFile2')),
        'FontFile2',
      ),
  ],
  [
    'a font program is cut off',
    'UA-7.21.4.1-1',
    (p) =>
      p.data(
        p.find((one) => one.entries.has('FontFile2')),
        'FontFile2',
        (data) => data.subarray(0, 90),
      ),
  ],
  ['a font has no map to glyphs', 'UA-7.21.3.2-1', (p) => p.remove(font(p, 'CIDFontType2'), 'CIDToGIDMap')],
  ['a font is coded by an unknown map', 'UA-7.21.3.3-1', (p) => p.set(font(p), 'Encoding', name('House-H'))],
  ['a font does not say its characters', 'UA-7.21.3.1-1', (p) => p.remove(font(p, 'CIDFontType2'), 'CIDSystemInfo')],
  [
    'codes lead to no glyph',
    'UA-7.21.4.1-2',
    (p) => p.set(font(p, 'CIDFontType2'), 'CIDToGIDMap', p.add({ dict: dict({}), raw: Buffer.alloc(512, 0x7f) })),
  ],
  [
    'codes lead to the missing glyph',
    'UA-7.21.8-1',
    (p) => p.set(font(p, 'CIDFontType2'), 'CIDToGIDMap', p.add({ dict: dict({}), raw: Buffer.alloc(512) })),
  ],
  [
    'widths are not those of the font',
    'UA-7.21.5-1',
    (p) => {
      p.remove(font(p, 'CIDFontType2'), 'W');
      p.set(font(p, 'CIDFontType2'), 'DW', 333);
    },
  ],
  ['codes have no text', 'UA-7.21.7-1', (p) => p.remove(font(p), 'ToUnicode')],
  [
    'a code stands for U+FEFF',
    'UA-7.21.7-2',
    REPLACED_TOUNICODE((map) =>
      map.replace(/(beginbfchar\n<\w+> ?)<\w+>/, '$1<FEFF>').replace(/(beginbfrange\n<\w+> ?<\w+> ?)<\w+>/, '$1<FEFF>'),
    ),
  ],
  [
    'a radical stands for a character',
    'H-text-characters',
    REPLACED_TOUNICODE((map) =>
      map.replace(/(beginbfchar\n<\w+> ?)<\w+>/, '$1<2F00>').replace(/(beginbfrange\n<\w+> ?<\w+> ?)<\w+>/, '$1<2F00>'),
    ),
  ],
  [
    'a private character has no replacement',
    'A-6.2.11.7.3-1',
    REPLACED_TOUNICODE((map) =>
      map.replace(/(beginbfchar\n<\w+> ?)<\w+>/, '$1<E000>').replace(/(beginbfrange\n<\w+> ?<\w+> ?)<\w+>/, '$1<E000>'),
    ),
  ],
  ['a font does not say that it is one', 'A-6.2.11.2-1', (p) => p.remove(font(p), 'Type')],
  // Colours and pictures
  [
    'a colour is in CMYK',
    'A-6.2.4.3-1',
    (p) => p.content(0, (operators) => `${operators}/Artifact BMC\n0 1 1 0 k\n0 0 9 9 re f\nEMC\n`),
  ],
  ['the output intent is lost', 'A-6.2.4.3-1', (p) => p.remove(p.catalog, 'OutputIntents')],
  [
    'the profile is said to have four components',
    'A-6.2.3-1',
    (p) => {
      const profile = p.get(
        p.find((one) => nameOf(one.entries.get('S')) === 'GTS_PDFA1'),
        'DestOutputProfile',
      );
      if (isStream(profile)) p.set(profile.dict, 'N', 4);
    },
  ],
  [
    'the profile is cut off',
    'A-6.2.3-1',
    (p) =>
      p.data(
        p.find((one) => nameOf(one.entries.get('S')) === 'GTS_PDFA1'),
        'DestOutputProfile',
        (data) => data.subarray(0, 200),
      ),
  ],
  [
    'two output intents differ',
    'A-6.2.3-1',
    (p) => {
      const intent = p.find((one) => nameOf(one.entries.get('S')) === 'GTS_PDFA1');
      const other = p.add({
        entries: new Map([
          ...intent.entries,
          ['DestOutputProfile', p.add({ dict: dict({ N: 3 }), raw: Buffer.alloc(8) })] as const,
        ]),
      });
      p.set(p.catalog, 'OutputIntents', [...list(p, p.get(p.catalog, 'OutputIntents')), other]);
    },
  ],
  [
    'something is transparent without an output intent',
    'A-6.2.10-2',
    (p) => {
      p.remove(p.catalog, 'OutputIntents');
      withState(p, dict({ ca: 0.5 }));
    },
  ],
  ['a blend mode is invented', 'A-6.2.10-1', (p) => withState(p, dict({ BM: name('Glow') }))],
  ['a transfer function is set', 'A-6.2.5-1', (p) => withState(p, dict({ TR: name('Identity') }))],
  [
    'a rendering intent is invented',
    'A-6.2.6-1',
    (p) => p.content(0, (operators) => operators.replace(/BDC\n/, 'BDC\n/Nice ri\n')),
  ],
  [
    'a picture is to be smoothed',
    'A-6.2.8-1',
    (p) =>
      p.set(
        p.find((one) => nameOf(one.entries.get('Subtype')) === 'Image'),
        'Interpolate',
        true,
      ),
  ],
  [
    'a form stands for another file',
    'UA-7.20-1',
    (p) => {
      const form = p.add({
        dict: dict({ Type: name('XObject'), Subtype: name('Form'), BBox: [0, 0, 1, 1], Ref: dict({}) }),
        raw: Buffer.from(''),
      });
      p.set(p.dict(p.page(0), 'Resources'), 'XObject', dict({ Z: form }));
      p.content(0, (operators) => `${operators}/Artifact BMC\n/Z Do\nEMC\n`);
    },
  ],
  [
    'a form with tags is painted twice',
    'UA-7.20-2',
    (p) => {
      const inside = p.add({
        dict: dict({ Type: name('XObject'), Subtype: name('Form'), BBox: [0, 0, 1, 1] }),
        raw: Buffer.from('/P<</MCID 0>>BDC\nEMC\n'),
      });
      p.set(p.dict(p.page(0), 'Resources'), 'XObject', dict({ Z: inside }));
      p.content(0, (operators) => `${operators}/Z Do\n/Z Do\n`);
    },
  ],
  [
    'an object holds PostScript',
    'A-6.2.9-1',
    (p) => void p.add({ dict: dict({ Type: name('XObject'), Subtype: name('PS') }), raw: Buffer.from('') }),
  ],
  ['an operator is invented', 'A-6.2.2-1', (p) => p.content(0, (operators) => `${operators}1 2 glow\n`)],
  // The file itself
  ['the file has no identifier', 'A-6.1.3-1', (p) => p.remove(p.trailer, 'ID')],
  ['something follows the end', 'A-6.1.3-3', () => ({ tail: 'and more\n' })],
  ['the head has no binary comment', 'A-6.1.2-1', () => ({ head: '%PDF-1.7\n' })],
  ['the file is of PDF 2.0', 'UA-6.1-1', () => ({ head: '%PDF-2.0\n%\xe2\xe3\xcf\xd3\n' })],
  ['streams are not as long as they say', 'A-6.1.7.1-1', () => ({ lie: true })],
  [
    'a stream lies outside',
    'A-6.1.7.1-2',
    (p) => void p.add({ dict: dict({ F: text('elsewhere') }), raw: Buffer.from('') }),
  ],
  [
    'a stream is packed with LZW',
    'A-6.1.7.2-1',
    (p) =>
      void p.add({
        dict: dict({ Filter: name('LZWDecode') }),
        raw: Buffer.from('\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01', 'latin1'),
      }),
  ],
  ['a string is too long', 'A-6.1.13', (p) => void p.add(text('x'.repeat(40_000)))],
  [
    'graphics states are saved too deep',
    'A-6.1.13',
    (p) => p.content(0, (operators) => `${'q\n'.repeat(30)}${'Q\n'.repeat(30)}${operators}`),
  ],
  [
    'a page has no resources of its own',
    'A-6.2.2-2',
    (p) => {
      p.set(p.dict(p.catalog, 'Pages'), 'Resources', p.page(0).entries.get('Resources') ?? null);
      p.remove(p.page(0), 'Resources');
    },
  ],
  ['marked content does not end', 'PDF-syntax', (p) => p.content(0, (operators) => operators.replace(/EMC\n/, ''))],
  ['a graphics state is not restored', 'PDF-syntax', (p) => p.content(0, (operators) => `q\n${operators}`)],
  ['content breaks off', 'PDF-syntax', (p) => p.content(0, (operators) => `${operators}(open`)],
];

describe('the good file', () => {
  it('keeps PDF/UA-1 and PDF/A-3a, without a word', () => {
    expect(brokenRules(good)).toEqual([]);
  });

  it('keeps them when it is taken apart and put together again', () => {
    expect(brokenRules(operate(good, () => undefined))).toEqual([]);
  });
});

describe('one thing broken', () => {
  it.each(MUTATIONS)('%s: %s', (_, rule, change) => {
    expect(brokenRules(operate(good, change))).toContain(rule);
  });

  it('is broken in more than sixty ways, by more than sixty rules', () => {
    expect(new Set(MUTATIONS.map(([what]) => what)).size).toBe(MUTATIONS.length);
    expect(new Set(MUTATIONS.map(([, rule]) => rule)).size).toBeGreaterThan(60);
  });
});

describe('a finding', () => {
  it('says the object, the page and the box', () => {
    const verdict = preflight(
      operate(good, (p) => p.remove(p.element('Figure'), 'Alt')),
      ['ua1'],
    );
    if (!verdict.ok) throw new Error('the file can be read');
    const [finding] = verdict.value.findings;
    expect(finding).toMatchObject({ rule: 'UA-7.3-1', severity: 'fail', profile: 'ua1', page: 1 });
    expect(finding?.object).toBeGreaterThan(0);
    expect(finding?.box?.map(Math.round)).toEqual([70, 642, 120, 702]);
  });
});
