export { baselineOf } from './baseline.ts';
export { guessLanguage, type LanguageRun, languageRuns } from './language-runs.ts';
export { measureParagraph, typesetParagraph } from './paragraph.ts';
export { DEFAULT_POLICY } from './policy.ts';
export { type LineStyle, shapeLine } from './shape-line.ts';
export type * from './types.ts';
