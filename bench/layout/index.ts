import { parse } from 'yaml';
import type { BlockTree } from '../../src/compose/block.ts';
import type { Paragraph } from '../../src/compose/paragraph.ts';
import { layoutDocument } from '../../src/pdf/engine/index.ts';
import { measureParagraph, typesetParagraph } from '../../src/typeset/index.ts';
import { type BenchPart, tableLines } from '../part.ts';
import { benchContext, benchFonts, benchParagraph, corpusFile } from '../setting.ts';
import { FORMS, type Form, syntheticReport } from './synthetic-report.ts';

const PAGES = [150, 300, 600, 1200, 2400, 4800] as const;
/** The least of so many runs is printed, since other work on the machine only adds. */
const RUNS = 3;

/** CPU of `layoutDocument` by the number of pages. Linear means: about the same µs a page in every row of a form. */
export const part: BenchPart = {
  title: 'CPU of layout by pages: setting, breaking and placing, with every paragraph typeset beforehand',
  async run(print) {
    const corpus = parse(await corpusFile('report-lines')) as Record<string, { readonly text: string }[]>;
    const paragraphs = (lang: 'zh' | 'en'): readonly Paragraph[] =>
      (corpus[lang] ?? []).filter(({ text }) => !text.includes('://')).map(({ text }) => benchParagraph(text, lang));
    const texts = { zh: paragraphs('zh'), en: paragraphs('en') };
    const context = benchContext(await benchFonts());
    const typeset = { typesetParagraph: remembered(typesetParagraph), measureParagraph };
    const lay = (tree: BlockTree): number => {
      const result = layoutDocument({ tree, typeset, context });
      if (!result.ok) throw new Error(result.diagnostics[0]?.message ?? 'the report cannot be laid out');
      return result.value.pages.length;
    };
    lay(syntheticReport('chapters', 200, texts));
    const rows: (readonly string[])[] = [['', 'pages', 'ms', 'µs a page']];
    for (const form of Object.keys(FORMS) as Form[]) {
      for (const asked of PAGES) {
        const tree = syntheticReport(form, asked, texts);
        let pages = 0;
        let least = Number.POSITIVE_INFINITY;
        for (let i = 0; i < RUNS; i += 1) {
          const before = process.cpuUsage();
          pages = lay(tree);
          const { user, system } = process.cpuUsage(before);
          least = Math.min(least, user + system);
        }
        rows.push([FORMS[form], String(pages), (least / 1000).toFixed(0), (least / pages).toFixed(0)]);
      }
    }
    for (const line of tableLines(rows)) print(line);
  },
};

/** Every paragraph at every measure is set once for all runs. */
function remembered(set: typeof typesetParagraph): typeof typesetParagraph {
  const known = new WeakMap<Paragraph, Map<string, ReturnType<typeof typesetParagraph>>>();
  return (paragraph, measure, context, wishes) => {
    const made = known.get(paragraph) ?? new Map<string, ReturnType<typeof typesetParagraph>>();
    const key = `${measure} ${wishes?.unhyphenated?.join() ?? ''}`;
    const found = made.get(key) ?? set(paragraph, measure, context, wishes);
    known.set(paragraph, made.set(key, found));
    return found;
  };
}
