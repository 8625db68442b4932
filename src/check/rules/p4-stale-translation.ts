import type { Text } from '../../content/index.ts';
import { type Diagnostic, diagnose, sha256 } from '../../core/index.ts';
import type { CheckFacts } from '../facts.ts';

/** Hexadecimal digits of the digest that a translation keeps of its source. */
const DIGITS = 12;

/** P4: a block keeps a digest of the text it was translated from; when that text has changed, the translation is older. */
export function staleTranslation({ report }: CheckFacts): readonly Diagnostic[] {
  return [...report.blocks.values()].flatMap((block): readonly Diagnostic[] => {
    if (block.translatedFrom === undefined || !('text' in block)) return [];
    const lang = block.sourceLang ?? 'zh';
    const digest = translationDigest(block.text[lang]);
    if (digest === block.translatedFrom.toLowerCase()) return [];
    const span = report.origins.spanOf(`${block.origin}/translated_from`);
    const source = report.origins.spanOf(block.text[lang].origin);
    return [
      diagnose('P4', `the ${lang === 'zh' ? 'Chinese' : 'English'} text has changed since it was translated`, {
        ...(span === undefined ? {} : { span }),
        expected: digest,
        found: block.translatedFrom,
        related: source === undefined ? [] : [{ span: source, note: 'the source text' }],
        hints: ['look at the translation, then write the new digest here'],
        ...(span === undefined ? {} : { fix: [{ span, text: `"${digest}"` }] }),
        block: block.id,
        item: block.id,
      }),
    ];
  });
}

/** First 12 hexadecimal digits of SHA-256 over the source text in NFC. */
function translationDigest(text: Text): string {
  return sha256(text.source).slice(0, DIGITS);
}
