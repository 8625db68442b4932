import type { Spoken, SpokenPart } from '../../src/inspect/index.ts';

/** What is heard as one thing, also where it goes on over a page. */
export interface Heard {
  readonly one: Spoken;
  /** Without spaces. */
  text: string;
  readonly parts: SpokenPart[];
  /** From 0, in the order in which it is heard. */
  readonly pages: number[];
}

/** What is heard with the parts of one element put together again, in the order in which they begin. */
export function wholeTexts(spoken: readonly Spoken[]): readonly Heard[] {
  const whole: Heard[] = [];
  for (const one of spoken) {
    const before = one.continued ? whole.findLast((other) => other.one.order === one.order) : undefined;
    if (before !== undefined) {
      before.text += heardText(one);
      before.parts.push(...one.parts);
      before.pages.push(one.page);
    } else whole.push({ one, text: heardText(one), parts: [...one.parts], pages: [one.page] });
  }
  return whole;
}

function heardText({ parts }: Spoken): string {
  return parts
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/g, '');
}
