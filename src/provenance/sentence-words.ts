import type { DataSentence } from './data-types.ts';

/** The sentences of some texts that hold figures, both languages apart, white space joined. */
export function wordsOf(texts: readonly DataSentence[]): readonly string[] {
  return texts.flatMap(({ zh, en }) => (zh === en ? sentencesOf(zh) : [...sentencesOf(zh), ...sentencesOf(en)]));
}

/** Splits at full stops, outside references; keeps what cites a figure. */
function sentencesOf(text: string): readonly string[] {
  const parts = text.match(
    /(?:\{\{[^{}]*\}\}|[^。！？.!?]|[.!?](?!\s|$|\{\{(?:src|note):))+(?:[。！？]|[.!?]|$)(?:\{\{(?:src|note):[^{}]*\}\})*/gu,
  );
  return (parts ?? [text]).map((part) => part.replace(/\s+/g, ' ').trim()).filter((part) => part.includes('{{'));
}
