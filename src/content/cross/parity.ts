import { type Diagnostic, diagnose, type Lang, type OriginIndex } from '../../core/index.ts';
import { hasWholeReferences, maskedSource, textReferences } from '../text-parts.ts';
import type { PlacedText } from '../texts.ts';
import type { Reference, Text } from '../types.ts';

/**
 * Both languages of a text cite the same references; formats may differ, and a literal counts by its reason.
 * Emits P2, at the reference that the other language does not have, and P1 for a text without words of its language.
 */
export function checkParity(texts: readonly PlacedText[], origins: OriginIndex): readonly Diagnostic[] {
  return texts.flatMap(({ text, shared, role }) => {
    if (shared || !hasWholeReferences(text.zh) || !hasWholeReferences(text.en)) return [];
    const zh = textReferences(text.zh);
    const en = textReferences(text.en);
    return [
      ...unmatched(zh, en).map((ref) => onlyHere(ref, text.zh, text.en, origins)),
      ...unmatched(en, zh).map((ref) => onlyHere(ref, text.en, text.zh, origins)),
      ...(role === 'prose' || role === 'label'
        ? [...untranslated(text.zh, origins), ...untranslated(text.en, origins)]
        : []),
    ];
  });
}

/** What a reference cites, as the languages are compared by it. */
function citation(ref: Reference): string {
  return ref.target.kind === 'lit' ? `lit|${ref.target.reason}` : ref.head;
}

function unmatched(these: readonly Reference[], others: readonly Reference[]): readonly Reference[] {
  if (these.length === others.length && these.every((ref, i) => citation(ref) === citationAt(others, i))) return [];
  const left = others.map(citation);
  return these.filter((ref) => {
    const at = left.indexOf(citation(ref));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function citationAt(refs: readonly Reference[], i: number): string | undefined {
  const ref = refs[i];
  return ref === undefined ? undefined : citation(ref);
}

const NAMES: Readonly<Record<Lang, string>> = { zh: 'Chinese', en: 'English' };

function onlyHere(ref: Reference, here: Text, other: Text, origins: OriginIndex): Diagnostic {
  const span = origins.spanOf(ref.origin);
  const otherSpan = origins.spanOf(other.origin);
  const what = ref.target.kind === 'lit' ? `a literal for “${ref.target.reason}”` : `{{${ref.head}}}`;
  return diagnose('P2', `${what} stands in the ${NAMES[here.lang]} text only`, {
    ...(span === undefined ? {} : { span }),
    related: otherSpan === undefined ? [] : [{ span: otherSpan, note: `the ${NAMES[other.lang]} text` }],
    hints: [`cite it in the ${NAMES[other.lang]} text too, or remove it here`],
    lang: here.lang,
  });
}

const HAN = /\p{Script=Han}/u;
const WORD = /\p{Ll}{2}/u;
const WORDS = /\p{Ll}{2}\P{L}+\p{Ll}{2}/u;

/**
 * A Chinese text in which only Latin words stand was left untranslated, and an English one in which only Chinese stands;
 * a name or a formula alone is neither.
 */
function untranslated(text: Text, origins: OriginIndex): readonly Diagnostic[] {
  const plain = maskedSource(text);
  if (text.lang === 'zh' ? HAN.test(plain) || !WORDS.test(plain) : WORD.test(plain) || !HAN.test(plain)) return [];
  const span = origins.spanOf(text.origin);
  return [
    diagnose('P1', `the ${NAMES[text.lang]} text holds no ${NAMES[text.lang]}`, {
      ...(span === undefined ? {} : { span }),
      hints: ['translate it'],
      lang: text.lang,
    }),
  ];
}
