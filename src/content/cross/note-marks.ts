import { type Diagnostic, diagnose, LANGS, type OriginId } from '../../core/index.ts';
import { textReferences } from '../text-parts.ts';
import type { PlacedText } from '../texts.ts';
import type { Report } from '../types.ts';

/** A footnote prints on the page of its mark, so each note has one mark in each language. Emits D3. */
export function checkNoteMarks(report: Report, texts: readonly PlacedText[]): readonly Diagnostic[] {
  const marks = new Map<string, OriginId[]>();
  for (const { text } of texts) {
    for (const lang of LANGS) {
      for (const ref of textReferences(text[lang])) {
        if (ref.target.kind !== 'note') continue;
        const key = `${ref.target.note} ${lang}`;
        marks.set(key, [...(marks.get(key) ?? []), ref.origin]);
      }
    }
  }
  return [...report.blocks.values()].flatMap((block) => {
    if (block.type !== 'note') return [];
    return LANGS.flatMap((lang): readonly Diagnostic[] => {
      const found = marks.get(`${block.id} ${lang}`) ?? [];
      if (found.length === 1) return [];
      const name = lang === 'zh' ? 'Chinese' : 'English';
      const span = report.origins.spanOf(found[1] ?? `${block.origin}/id`);
      const first = found[0] === undefined ? undefined : report.origins.spanOf(found[0]);
      return [
        diagnose(
          'D3',
          found.length === 0
            ? `the note \`${block.id}\` has no mark in the ${name} text`
            : `the note \`${block.id}\` has ${found.length} marks in the ${name} texts`,
          {
            ...(span === undefined ? {} : { span }),
            related: first === undefined ? [] : [{ span: first, note: 'the first mark' }],
            hints: [
              found.length === 0
                ? `put {{note:${block.id}}} where it belongs, or remove the note`
                : 'keep one mark; use {{see:…}} elsewhere',
            ],
            lang,
          },
        ),
      ];
    });
  });
}
