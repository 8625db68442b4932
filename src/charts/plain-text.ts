import type { Inline, Report, Text } from '../content/types.ts';
import { setFormulas } from '../fonts/index.ts';
import type { MetricBook } from '../metrics/types.ts';

/** A text as a label prints it: references resolved, emphasis dropped, marks of notes and sources left out. */
export function plainText(text: Text, report: Report, book: MetricBook): string {
  const write = (inlines: readonly Inline[]): string =>
    inlines
      .map((inline) => {
        if (inline.kind === 'chars') return inline.text;
        if (inline.kind !== 'ref') return write(inline.children);
        const { target } = inline.ref;
        if (target.kind === 'lit') return target.text;
        if (target.kind === 'term') return report.terms.get(target.term)?.[text.lang] ?? '';
        if (target.kind === 'note' || target.kind === 'src' || target.kind === 'see' || target.kind === 'page')
          return '';
        return book.resolve(inline.ref, text.lang).quantity.text;
      })
      .join('');
  return setFormulas(write(text.inlines));
}
