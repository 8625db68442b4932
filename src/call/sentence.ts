/** Longest stretch of text around a figure that a reader is shown, in signs, on each side. */
const REACH = 160;

/** The sentence that a figure stands in; a long one is cut at spaces or between characters. */
export function sentenceAround(
  text: string,
  start: number,
  end: number,
): { readonly text: string; readonly at: number } {
  const head = text.slice(0, start);
  const before = /[。！？；!?]|[.;](?=\s)/g;
  let from = 0;
  for (const match of head.matchAll(before)) from = match.index + 1;
  const after = /[。！？；!?]|[.;](?=\s|$)/.exec(text.slice(end));
  const to = after === null ? text.length : end + after.index + 1;
  const left = Math.max(from, start - REACH);
  const right = Math.min(to, end + REACH);
  const lead = left > from ? '…' : '';
  const cut = text.slice(left, right);
  const trimmed = cut.trimStart();
  const shift = cut.length - trimmed.length;
  return {
    text: `${lead}${trimmed.trimEnd()}${right < to ? '…' : ''}`,
    at: start - left - shift + lead.length,
  };
}
