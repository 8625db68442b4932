import type { SetTextInput, SetTextResult } from './set-text.ts';

/** Sets plain paragraphs in one column. What sets pages is loaded when it is called, so that other commands do without. */
export async function setText(input: SetTextInput): Promise<SetTextResult> {
  const column = await import('./set-text.ts');
  return column.setText(input);
}
