/** Standard structure types of PDF 1.7. Source: ISO 32000-1 14.8.4. */
const STANDARD: ReadonlySet<string> = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl ' +
    'LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu ' +
    'WT WP Figure Formula Form'
  ).split(' '),
);

export function isStandardType(type: string): boolean {
  return STANDARD.has(type);
}

/** The number of a numbered heading. */
export function headingLevel(role: string): number | undefined {
  const match = /^H([1-6])$/.exec(role);
  return match === null ? undefined : Number(match[1]);
}
