import { type Diagnostic, diagnose, type Lang } from '../core/index.ts';
import type { PdfText } from '../inspect/index.ts';
import type { LedgerRow, Printing } from './ledger.ts';

/** Pages that are pictures, and files in another language than they were named for. Emits I003, I004. */
export function textFaults(pdf: PdfText, lang: Lang): readonly Diagnostic[] {
  const empty = pdf.pages.filter(({ items }) => items.every(({ text }) => text.trim() === ''));
  const labels = empty.map(({ label }) => label).join(', ');
  const hints = ['give the file as it was typeset, or run text recognition over it first'];
  const told: Diagnostic[] = [];
  if (empty.length > 0 && empty.length * 3 >= pdf.pages.length) {
    const all = empty.length === pdf.pages.length;
    const which = all ? 'no page' : `no text on pages ${labels}`;
    const what = all ? `${which} of the ${NAMES[lang]} file has text` : `the ${NAMES[lang]} file has ${which}`;
    return [diagnose('I003', `${what}: it looks scanned, so its figures cannot be read`, { hints })];
  }
  if (empty.some(({ pictures }) => pictures)) {
    const message = `the ${NAMES[lang]} file has no text on pages ${labels}; what is in the pictures there is not called`;
    told.push(diagnose('I003', message, { severity: 'warning', hints }));
  }
  const text = pdf.pages.flatMap(({ items }) => items.map((item) => item.text)).join('');
  const han = (text.match(/\p{Script=Han}/gu) ?? []).length;
  const letters = (text.match(/\p{L}/gu) ?? []).length;
  if (letters > 0 && (lang === 'zh' ? han / letters < 0.2 : han / letters > 0.5)) {
    const message = `the file named for ${NAMES[lang]} is mostly in another language`;
    told.push(diagnose('I004', message, { hints: ['--zh takes the Chinese file, --en the English one'] }));
  }
  return told;
}

/** Two files that are not two languages of one report. Emits I004. */
export function notAligned(sound: number, found: Readonly<Record<Lang, number>>): Diagnostic {
  const message = `of ${found.zh} figures in the Chinese file and ${found.en} in the English one only ${sound} go together: they are not two languages of one report`;
  return diagnose('I004', message, { hints: ['name the two language versions of one report, each whole'] });
}

/** Tells of a row whose figures differ, or stand in one language alone. Emits P6. */
export function faultOf(row: LedgerRow): readonly Diagnostic[] {
  if (row.status === 'matched') return [];
  const [zh, en] = [row.printings.zh[0], row.printings.en[0]];
  const side = (one: Printing | undefined): string =>
    one === undefined
      ? `nothing like it${row.missedOn === undefined ? '' : ` on page ${row.missedOn}`}`
      : `“${one.text}” on page ${one.page}`;
  const why = row.likeness === undefined ? '' : `, ${FAULTS[row.likeness] ?? ''}`;
  const where = row.section === undefined || row.section === '' ? '' : ` in “${row.section}”`;
  const message = `Chinese prints ${side(zh)}, English ${side(en)}${where}${why}`;
  // A year may be left out where the text around it says which.
  const year = row.likeness === undefined && /\|period /.test(row.id);
  const severity = row.likeness === 'doubtful' || year ? 'warning' : 'error';
  const shown = [zh, en].flatMap((one) => (one === undefined ? [] : [`“${one.sentence}”`]));
  return [
    diagnose('P6', message, {
      severity,
      page: zh?.page ?? en?.page ?? '',
      ...(zh === undefined ? {} : { expected: zh.text }),
      ...(en === undefined ? {} : { found: en.text }),
      hints: [`compare ${shown.join(' with ')}`],
    }),
  ];
}

const NAMES: Readonly<Record<Lang, string>> = { zh: 'Chinese', en: 'English' };

const FAULTS: Readonly<Record<string, string>> = {
  value: 'the figures differ',
  unit: 'the figures agree, their units do not',
  direction: 'one goes up and the other down, or one is a change and the other a level',
  order: 'the figures of this row stand in another order',
  doubtful: 'they may mean different things',
};
