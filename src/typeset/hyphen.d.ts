declare module 'hyphen/en-gb/index.js' {
  const hyphen: {
    /** Inserts `hyphenChar` (by default U+00AD) at the break points of each word. */
    hyphenateSync(text: string, options?: { readonly hyphenChar?: string; readonly minWordLength?: number }): string;
  };
  export default hyphen;
}
