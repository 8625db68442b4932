export type { DrawnGlyph } from './content/drawn-glyph.ts';
export type * from './facts.ts';
export { inspectPdf } from './inspect.ts';
export { type PagePicture, renderPages } from './page-pictures.ts';
export { preflight, type Verdict } from './preflight.ts';
export { readGlyphs } from './read-glyphs.ts';
export { type PageText, type PdfText, type PlacedText, type ReadPagesOptions, readPages } from './read-pages.ts';
export { type Finding, PROFILES, type Profile, type RuleSeverity } from './rule.ts';
