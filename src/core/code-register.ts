import type { Severity } from './diagnostic.ts';

/** A registered diagnostic: its slug, its level in draft and in release builds, and why it exists, in one line. */
export interface CodeEntry {
  readonly slug: string;
  readonly draft: Severity;
  readonly release: Severity;
  readonly why: string;
  /** What `check --fix` does about it, where one cure is certain. */
  readonly fix?: string;
}

const error = (slug: string, why: string): CodeEntry => ({ slug, draft: 'error', release: 'error', why });
const warning = (slug: string, why: string): CodeEntry => ({ slug, draft: 'warning', release: 'warning', why });
const info = (slug: string, why: string): CodeEntry => ({ slug, draft: 'info', release: 'info', why });

/**
 * Every code that petalpress prints. A code is registered once and never used again for something else.
 * C content, P parity, N numbers, S scope, V verification, D dead references, F frameworks, T text, A accessibility,
 * B bind (templates), G charts, K composition of pages, L lines, W pdf, I inspect, U usage, X internal.
 */
export const CODES = {
  C001: error('yaml-syntax', 'the file is not YAML'),
  C002: error('unknown-key', 'a key that the schema does not know is a slip, never ignored'),
  C003: error('wrong-type', 'a value of another type than the schema asks'),
  C004: error('missing-key', 'a key that the schema requires'),
  C005: error('duplicate-key', 'YAML would silently keep the last'),
  C006: error('unquoted-number', 'a plain scalar loses its zeros, or turns into another value'),
  C007: error('duplicate-id', 'one id names one thing'),
  C008: error('missing-translation', 'every text has both languages'),
  C009: error('bad-id', 'ids follow one pattern'),
  C010: error('bad-encoding', 'files are UTF-8 without NUL or lone surrogates'),
  C011: error('file-too-large', 'a content file has a size limit'),
  C012: error('alias-bomb', 'aliases may not multiply the file'),
  C013: error('too-deep', 'nesting has a limit'),
  C014: error('missing-file', 'a project needs this file'),
  C015: error('path-escape', 'content reads nothing outside the project'),
  C016: error('remote-resource', 'content reaches no network'),
  C017: error('bad-schema-line', 'every file names its schema'),
  C018: error('bad-reference', 'a reference in text does not follow the grammar'),
  C019: error('bad-value', 'a value outside its closed list or pattern'),
  C020: error('folded-chinese', 'a folded scalar puts spaces between Chinese lines'),
  C021: error('asset-mismatch', 'an asset is not the file that was registered'),
  C022: error('bad-asset', 'an image that cannot be set'),
  C023: error('markup-unclosed', 'strong, emphasis or link left open'),
  P1: error('parity-structure', 'both languages have the same structure'),
  P2: error('parity-refs', 'both languages cite the same references'),
  P3: error('parity-literals', 'digits in prose come from references'),
  P4: {
    slug: 'parity-stale',
    draft: 'warning',
    release: 'error',
    why: 'a translation older than its source',
    fix: 'writes the digest of the source text as it now stands',
  },
  P5: info('parity-length', 'a translation far shorter or longer than its source may lack a part'),
  P6: error('parity-printed', 'the pages of both languages print the same figures'),
  N0: error('not-computable', 'a change from zero, from below zero or from nothing has no value'),
  N1: error('change-interval', 'a stated change agrees with its two values'),
  N2: error('forward-change', 'a later value and its growth agree with this one'),
  N3: error('total', 'parts add up to, or stay below, their total'),
  N4: warning('sum-precision', 'a total is no finer than its coarsest part'),
  N5: error('unit-roundtrip', 'a printed figure reads back as its value'),
  N6: info('dropped-digit', 'one digit more or less, or a moved point, would settle what does not agree'),
  N7: error('percent-point', 'a difference of shares is in points, a relative change in percent'),
  N8: warning('level-vs-change', 'a level is reached to, a change is made by'),
  N9: warning('polarity', 'words of direction agree with the figures'),
  N10: error('bounds', 'a value outside what its kind can be'),
  N11: error('duplicate-fact', 'one scope and period has one value'),
  N12: error('unit-mismatch', 'a unit of another dimension than the metric'),
  N13: error('finer-than-value', 'a display may not be finer than the value'),
  N14: error('not-whole', 'only a whole number is written out in words'),
  N15: error('unstated-restatement', 'a value that was published before changes only with a restatement'),
  N16: warning('target-sense', 'a goal lies after its base and goes where the metric is better'),
  N17: warning('magnitude', 'a value ten or ten thousand times its neighbour is often a slip of units'),
  N18: warning('other-period', 'a figure is of the year under whose name it stands'),
  N19: warning('period-order', 'the years of a table or chart stand in order of time, each once'),
  S1: error('scope-mix', 'no sum, difference or ratio across scopes'),
  S2: error('series-break', 'no change across a break of the series'),
  V1: { slug: 'unverified', draft: 'info', release: 'error', why: 'a value that is disputed, estimated or a sample' },
  V2: warning('source-match', 'a value stands in the text of the source that it cites'),
  V3: warning('claim-support', 'a superlative has a source beside it'),
  V4: error('missing-note', 'a disputed value needs its note and its alternatives'),
  V5: { slug: 'waiver-expired', draft: 'warning', release: 'error', why: 'a waiver past its date' },
  V6: error('waiver-unused', 'a waiver that covers nothing'),
  V7: error('uncalled-figure', 'a figure on a page that no metric accounts for'),
  V8: error('unprinted-figure', 'a figure of the content that its page does not print'),
  V9: error('signed-otherwise', 'a sign-off that was given for another report'),
  V10: error('drawn-otherwise', 'a chart that draws another value than it should'),
  D1: error('dead-reference', 'an id that nothing defines'),
  D2: info('orphan', 'defined and never used'),
  D3: error('note-unplaced', 'a footnote without its mark'),
  D4: info('duplicate-entry', 'one source, picture or fact is registered once'),
  F1: {
    ...error('index-coverage', 'each disclosure has a location or an omission'),
    fix: 'adds the entry, where blocks or metrics name the disclosure',
  },
  F2: error('index-version', 'a disclosure that is not in force for the period'),
  F3: error('index-target', 'a location that is not on any page'),
  F4: warning('index-assured', 'what an index calls assured has a figure that was'),
  T1: warning('glossary', 'a term has one form in each language'),
  T2: {
    ...error('punctuation', 'half-width marks in Chinese, full-width in English, straight quotes'),
    fix: 'writes the mark of the language, where it has one',
  },
  T3: warning('fiscal-year', 'a bare year is a calendar year, never a fiscal one'),
  A1: error('alt-text', 'each picture has its alternative text'),
  A2: error('contrast', 'text stands out from its ground'),
  A3: error('heading-order', 'headings do not skip a level'),
  B001: error('template-syntax', 'the template does not parse'),
  B002: error('unknown-partial', 'a partial that is not there'),
  B003: error('partial-cycle', 'partials that call each other for ever'),
  B004: error('unknown-name', 'a name that the view model does not have'),
  B005: error('unknown-helper', 'a helper that is not there'),
  B006: error('bad-markup', 'an element, class or attribute that markup does not know'),
  B007: error('template-limit', 'a template that makes more than a page can hold'),
  B008: error('unknown-string', 'a string key that the register does not have'),
  G002: error('empty-series', 'a chart without a value to draw'),
  G003: error('mixed-units', 'series of different dimensions on one axis'),
  G004: error('chart-shape', 'the kind asks for other series than these'),
  H001: error('theme-value', 'a token that is not there or not of its kind'),
  H002: error('font-missing', 'a font file that is not there, or not the registered one'),
  H003: error('glyph-missing', 'no font has this character'),
  K001: error('overflow', 'content that leaves its place'),
  K002: error('too-tall', 'a block that cannot break and is taller than a page'),
  K003: warning('keep-broken', 'blocks that should stay together could not'),
  K004: error('references-unsettled', 'page references that do not settle'),
  K005: error('note-too-long', 'a note that no page can hold'),
  K006: {
    slug: 'coarse-picture',
    draft: 'warning',
    release: 'error',
    why: 'a picture has too few pixels for its size in print',
  },
  L001: warning('emergency-break', 'a line broken where it should not be'),
  L002: warning('overfull-line', 'a line that could not be broken'),
  L003: error('bad-measure', 'a measure that is no length'),
  L004: error('bidi', 'right-to-left text that cannot be set'),
  L005: info('loose-line', 'a justified line whose gaps had to be opened far'),
  W001: error('write-failed', 'the output could not be written'),
  W002: error('print-profile', 'an ICC profile that print cannot be made for'),
  I001: error('unreadable-pdf', 'a file that is no PDF, or is broken'),
  I002: error('encrypted-pdf', 'a file that asks for a password cannot be read'),
  I003: error('no-text', 'pages without text, such as scans, have no figures to read'),
  I004: error('not-aligned', 'two files whose sections cannot be put side by side'),
  I005: error('not-built', 'pages are called on a whole build'),
  I006: error('too-costly', 'a file that unpacks to more than any report holds is not read'),
  I007: {
    slug: 'not-conforming',
    draft: 'warning',
    release: 'error',
    why: 'a file may claim a standard only when it was read back and found to keep it',
  },
  U001: error('usage', 'the command line is not understood'),
  U002: error('not-a-project', 'the folder is no report project'),
  U003: error('unknown-figure', 'a figure, a period or a page that the report does not have'),
  U004: error('not-comparable', 'two states of a report can be compared only when both can be read'),
  X001: error('internal', 'a fault of petalpress'),
} as const satisfies Record<string, CodeEntry>;

export type DiagnosticCode = keyof typeof CODES;

/** The page of the documentation on a code, relative to the repository. */
export function docsPage(code: string): string {
  return `docs/diagnostics/${code}.md`;
}
