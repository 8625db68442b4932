export { parseText, stretchOrigin } from './inlines.ts';
export { contentSchemas, STRINGS_REGISTER } from './load-files.ts';
export { loadReport } from './load-report.ts';
export { type ImageHead, readImageHead } from './read/image.ts';
export { BUILT_IN_UNITS } from './schema/unit-ids.ts';
export { maskedSource, REFERENCE_SIGN, textReferences } from './text-parts.ts';
export { type PlacedText, reportLabels, reportTexts } from './texts.ts';
export type * from './types.ts';
