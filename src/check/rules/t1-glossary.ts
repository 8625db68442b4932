import { maskedSource, reportLabels, reportTexts, type Term, type Text, textReferences } from '../../content/index.ts';
import { type Diagnostic, diagnose, type Lang, type OriginIndex, type PerLang } from '../../core/index.ts';
import type { CheckFacts } from '../facts.ts';
import { type TermForms, termForms } from '../term-forms.ts';

const NAMES: PerLang<string> = { zh: 'Chinese', en: 'English' };

/**
 * T1: a term has one form in each language. A form to avoid counts only for the sense of its term, so where the other
 * language of the same text has the term, rightly or wrongly put. A term that stands in one language only is told as info.
 */
export function glossary({ report }: CheckFacts): readonly Diagnostic[] {
  const forms = { zh: termForms(report.terms.values(), 'zh'), en: termForms(report.terms.values(), 'en') };
  return [...reportTexts(report), ...reportLabels(report)].flatMap(({ text, role, shared }) => {
    if (shared || (role !== 'prose' && role !== 'label')) return [];
    const sides = { zh: sideOf(text.zh, forms.zh), en: sideOf(text.en, forms.en) };
    return [
      ...avoided(text.zh, sides.zh, sides.en, report.origins),
      ...avoided(text.en, sides.en, sides.zh, report.origins),
      ...(role === 'label' ? [] : alone(text, sides, report.origins)),
    ];
  });
}

interface Side {
  readonly preferred: ReadonlySet<Term>;
  readonly slips: TermForms['avoided'];
  /** Terms that the text prints by reference: present on both sides. */
  readonly cited: ReadonlySet<string>;
}

function sideOf(text: Text, formsOf: (text: string) => TermForms): Side {
  const { preferred, avoided } = formsOf(maskedSource(text));
  return {
    preferred: new Set(preferred.map(({ term }) => term)),
    slips: avoided,
    cited: citedTerms(text),
  };
}

function citedTerms(text: Text): ReadonlySet<string> {
  const cited = new Set<string>();
  for (const { target } of textReferences(text)) if (target.kind === 'term') cited.add(target.term);
  return cited;
}

function has(side: Side, term: Term): boolean {
  return side.preferred.has(term) || side.cited.has(term.id) || side.slips.some((slip) => slip.term === term);
}

function avoided(text: Text, side: Side, other: Side, origins: OriginIndex): readonly Diagnostic[] {
  return side.slips.flatMap(({ term, form, start, end }): readonly Diagnostic[] => {
    if (!has(other, term)) return [];
    const span = origins.spanOf(`${text.origin}@${start}-${end}`);
    const termSpan = origins.spanOf(term.origin);
    return [
      diagnose('T1', `“${form}” is a form of ${term.id} to avoid`, {
        ...(span === undefined ? {} : { span }),
        expected: term[text.lang],
        found: form,
        related: termSpan === undefined ? [] : [{ span: termSpan, note: 'the term' }],
        hints: [`write “${term[text.lang]}”`],
        lang: text.lang,
      }),
    ];
  });
}

function alone(text: PerLang<Text>, sides: PerLang<Side>, origins: OriginIndex): readonly Diagnostic[] {
  const only = (here: Lang, there: Lang): readonly Diagnostic[] =>
    [...sides[here].preferred]
      .filter((term) => !has(sides[there], term))
      .map((term) => {
        const span = origins.spanOf(text[there].origin);
        return diagnose('T1', `“${term[here]}” stands in the ${NAMES[here]} text only`, {
          severity: 'info',
          ...(span === undefined ? {} : { span }),
          hints: [`the ${NAMES[there]} term is “${term[there]}”`],
          lang: there,
        });
      });
  return [...only('zh', 'en'), ...only('en', 'zh')];
}
