import { type Diagnostic, diagnose, LANGS, type Lang, type OriginId } from '../../core/index.ts';
import { textReferences } from '../text-parts.ts';
import type { PlacedText } from '../texts.ts';
import type { Block, Report } from '../types.ts';

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
    const found = LANGS.map((lang) => ({ lang, marks: marks.get(`${block.id} ${lang}`) ?? [] }));
    const wrong = found.filter((one) => one.marks.length !== 1);
    if (wrong.length === found.length && wrong.every((one) => one.marks.length === 0)) {
      return [unplaced(report, block, undefined)];
    }
    return wrong.map(({ lang, marks: [first, second] }) =>
      first === undefined || second === undefined
        ? unplaced(report, block, lang)
        : placedTwice(report, block, { lang, first, second }),
    );
  });
}

const NAMES: Readonly<Record<Lang, string>> = { zh: 'Chinese', en: 'English' };

function unplaced(report: Report, block: Block, lang: Lang | undefined): Diagnostic {
  const span = report.origins.spanOf(`${block.origin}/id`);
  const where = lang === undefined ? '' : ` in the ${NAMES[lang]} text`;
  return diagnose('D3', `the note \`${block.id}\` has no mark${where}`, {
    ...(span === undefined ? {} : { span }),
    hints: [`put {{note:${block.id}}} where it belongs, or remove the note`],
    ...(lang === undefined ? {} : { lang }),
  });
}

interface Twice {
  readonly lang: Lang;
  readonly first: OriginId;
  readonly second: OriginId;
}

function placedTwice(report: Report, block: Block, { lang, first, second }: Twice): Diagnostic {
  const span = report.origins.spanOf(second);
  const firstSpan = report.origins.spanOf(first);
  return diagnose('D3', `the note \`${block.id}\` has a second mark in the ${NAMES[lang]} text`, {
    ...(span === undefined ? {} : { span }),
    related: firstSpan === undefined ? [] : [{ span: firstSpan, note: 'the first mark' }],
    hints: ['keep one mark: a note prints on the page of its mark'],
    lang,
  });
}
