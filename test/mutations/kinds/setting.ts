import type { Field, Ground } from '../ground.ts';
import { calendarOf, metricsOf } from '../metrics-of.ts';
import {
  type Edit,
  entryCut,
  inField,
  type Kind,
  kind,
  lineCut,
  lineOf,
  replaced,
  rewritten,
  type Seed,
} from '../seed.ts';

const inZh = (g: Ground, rewrite: (raw: string) => string): readonly Seed[] =>
  g.prose.flatMap(({ zh }) => inField(g, zh, (raw) => outside(raw, rewrite)));
const inEn = (g: Ground, rewrite: (raw: string) => string): readonly Seed[] =>
  g.prose.flatMap(({ en }) => inField(g, en, (raw) => outside(raw, rewrite)));

/** Rewrites the first stretch between citations that changes; quotation marks of YAML and citations stay. */
function outside(raw: string, rewrite: (text: string) => string): string {
  const quote = raw.startsWith('"') ? '"' : '';
  const inner = quote === '' ? raw : raw.slice(1, -1);
  const parts = inner.split(/(\{\{[^}]*\}\})/);
  const i = parts.findIndex((part) => !part.startsWith('{{') && rewrite(part) !== part);
  if (i < 0) return raw;
  const text = parts.map((part, j) => (j === i ? rewrite(part) : part)).join('');
  // Quoted, so that a colon or a hash of the fault does not break the YAML.
  return quote === '' && !inner.includes('"') && !inner.includes('\\') ? `"${text}"` : `${quote}${text}${quote}`;
}

interface Term {
  readonly zh: string;
  readonly en: string;
  readonly avoid?: { readonly zh?: readonly string[]; readonly en?: readonly string[] };
}

function terms(ground: Ground): readonly Term[] {
  return (ground.documents.get('content/termbase.yaml') as { terms: readonly Term[] }).terms;
}

/** Where a term stands in both languages, a form to avoid for it in one of them. */
function avoided(ground: Ground, lang: 'zh' | 'en'): readonly Seed[] {
  return terms(ground).flatMap((term) =>
    (term.avoid?.[lang] ?? []).flatMap((form) =>
      ground.prose.flatMap((pair) => {
        const other = pair[lang === 'zh' ? 'en' : 'zh'].value.toLowerCase();
        const meant = other.includes(term[lang === 'zh' ? 'en' : 'zh'].toLowerCase());
        return meant
          ? inField(ground, pair[lang], (raw) =>
              outside(raw, (text) => text.replace(new RegExp(term[lang], 'i'), form)),
            )
          : [];
      }),
    ),
  );
}

/** A term that one language loses. */
function lost(ground: Ground, lang: 'zh' | 'en'): readonly Seed[] {
  return terms(ground).flatMap((term) =>
    ground.prose.flatMap((pair): readonly Seed[] => {
      // A label is cut short: it may leave a term to what stands about it.
      if (pair.zh.path.at(-2) === 'label') return [];
      const other = pair[lang === 'zh' ? 'en' : 'zh'];
      const here = new RegExp(term[lang], 'gi');
      if (!other.value.toLowerCase().includes(term[lang === 'zh' ? 'en' : 'zh'].toLowerCase())) return [];
      if ([...pair[lang].value.matchAll(here)].length !== 1 || term[lang].length < 3) return [];
      const edit = rewritten(ground, pair[lang], (raw) =>
        outside(raw, (text) => text.replace(here, lang === 'zh' ? '此项' : 'this')),
      );
      return edit === undefined
        ? []
        : [{ edits: [edit], lines: [lineOf(pair.zh), lineOf(pair.en)], about: `${term[lang]} lost in ${lang}` }];
    }),
  );
}

/** Years that the report knows only as fiscal ones. */
function fiscalYear(ground: Ground): string | undefined {
  const { now, periods } = calendarOf(ground);
  const year = /^FY(\d{4})$/.exec(now)?.[1];
  return year === undefined || periods.includes(`CY${year}`) ? undefined : year;
}

function inLabels(
  ground: Ground,
  lang: 'zh' | 'en',
  rewrite: (label: string, year: string) => string,
): readonly Seed[] {
  const year = fiscalYear(ground);
  if (year === undefined) return [];
  return metricsOf(ground).flatMap(({ label }): readonly Seed[] => {
    const field = label[lang];
    return [
      {
        edits: [replaced(field, `"${rewrite(field.value, year)}"`)],
        lines: [lineOf(field)],
        about: rewrite(field.value, year),
      },
    ];
  });
}

function altCut(ground: Ground, which: 'zh' | 'en' | 'all'): readonly Seed[] {
  return ground.fields.flatMap((field): readonly Seed[] => {
    if (field.path.at(-1) !== 'zh' || field.path.at(-2) !== 'alt') return [];
    const en = ground.at(field.file, ...field.path.slice(0, -1), 'en');
    if (en === undefined) return [];
    const text = ground.files[field.file] ?? '';
    if (which === 'all') {
      const start = text.lastIndexOf('\n', field.start) + 1;
      const end = text.indexOf('\n', field.end) + 1;
      if (!/^ *alt: \{/.test(text.slice(start, end))) return [];
      const first = firstOf(ground, field);
      return [
        {
          edits: [{ file: field.file, start, end, text: '' }],
          lines: Array.from({ length: field.line - first + 1 }, (_, i) => `${field.file}:${first + i}`),
          about: `no alt at ${field.path.join('/')}`,
        },
      ];
    }
    const gone = which === 'zh' ? field : en;
    const cut = entryCut(ground, gone) ?? lineCut(ground, gone);
    return cut === undefined
      ? []
      : [
          {
            edits: [cut],
            lines: [lineOf(field), lineOf(en), `${field.file}:${firstOf(ground, field)}`],
            about: `no ${which} alt at ${field.path.join('/')}`,
          },
        ];
  });
}

/** The line on which the entry begins that an alternative text belongs to. */
function firstOf(ground: Ground, field: Field): number {
  const owner = field.path.slice(0, -2);
  const own = ground.fields.filter((one) => one.file === field.file && owner.every((key, i) => one.path[i] === key));
  return Math.min(...own.map(({ line }) => line));
}

/** A theme of the project that makes texts pale. */
function pale(ground: Ground): readonly Seed[] {
  const file = 'templates/theme/base.yaml';
  return ['ink', 'ink2', 'ink3'].flatMap((name) =>
    ['#B8C0BC', '#D0D8D4'].map((hex) => ({
      edits: [
        {
          file,
          start: 0,
          end: 0,
          text: `schema: theme/1\nextends: package\ncolour:\n  ${name}: {hex: '${hex}', cmyk: [0, 0, 0, 30]}\n`,
        },
      ],
      lines: [`${file}:4`],
      about: `${name} ${hex} in the theme of ${ground.name}`,
    })),
  );
}

const levelOf = (field: Field): boolean => field.path.at(-1) === 'level' && field.file.startsWith('content/chapters/');

/** The level of the heading before one in its chapter. */
function levelAbove(ground: Ground, field: Field): string | undefined {
  const levels = ground.fields.filter((one) => one.file === field.file && levelOf(one));
  return levels[levels.indexOf(field) - 1]?.value;
}

function scaleFaults(ground: Ground, by: number): readonly Seed[] {
  return ground.fields.flatMap((field): readonly Seed[] => {
    if (field.file !== 'content/units.yaml' || field.path.at(-1) !== 'power') return [];
    const id = ground.at(field.file, 'units', Number(field.path[1]), 'id');
    return [
      {
        edits: [replaced(field, String(Number(field.value) + by))],
        lines: [lineOf(field), ...(id === undefined ? [] : [lineOf(id)])],
        about: `power ${field.value} → ${Number(field.value) + by} of ${id?.value}`,
      },
    ];
  });
}

function factorFaults(ground: Ground): readonly Seed[] {
  return ground.fields.flatMap((field): readonly Seed[] => {
    if (field.file !== 'content/units.yaml' || field.path.at(-1) !== 'factor' || !/^10{3,}$/.test(field.value))
      return [];
    const [id, zh] = ['id', 'label'].map((key) =>
      ground.at(field.file, 'units', Number(field.path[1]), key, ...(key === 'label' ? ['zh'] : [])),
    );
    return [
      {
        edits: [replaced(field, `"${field.value}0"`)],
        lines: [field, id, zh].flatMap((one) => (one === undefined ? [] : [lineOf(one)])),
        about: `factor ${field.value} → ${field.value}0 of ${id?.value}`,
      },
    ];
  });
}

export const SETTING: readonly Kind[] = [
  kind('N5', 'a magnitude with a power too many', (g) => scaleFaults(g, 1)),
  kind('N5', 'a magnitude with a power too few', (g) => scaleFaults(g, -1)),
  kind('N5', 'a unit with a zero too many in its factor', factorFaults),
  kind('T1', 'a form to avoid in zh', (g) => avoided(g, 'zh')),
  kind('T1', 'a form to avoid in en', (g) => avoided(g, 'en')),
  kind('T1', 'a term lost in zh', (g) => lost(g, 'zh')),
  kind('T1', 'a term lost in en', (g) => lost(g, 'en')),
  kind('T2', 'a half-width comma in zh', (g) => inZh(g, (t) => t.replace('，', ','))),
  kind('T2', 'a half-width stop in zh', (g) => inZh(g, (t) => t.replace(/(?<=\p{Script=Han})。/u, '.'))),
  kind('T2', 'a half-width colon or semicolon in zh', (g) => inZh(g, (t) => t.replace('：', ':').replace('；', ';'))),
  kind('T2', 'half-width brackets in zh', (g) => inZh(g, (t) => t.replace('（', '(').replace('）', ')'))),
  kind('T2', 'a full-width comma in en', (g) => inEn(g, (t) => t.replace(', ', '，'))),
  kind('T2', 'a full-width stop in en', (g) => inEn(g, (t) => t.replace(/(?<=[a-z])\.(?=$| )/, '。'))),
  kind('T2', 'full-width brackets in en', (g) => inEn(g, (t) => t.replace('(', '（').replace(')', '）'))),
  kind('T2', 'straight quotation marks', (g) => [
    ...inZh(g, (t) => t.replace('“', '\\"').replace('”', '\\"')),
    ...inEn(g, (t) => t.replace('“', '\\"').replace('”', '\\"')),
  ]),
  kind('T2', 'a straight apostrophe', (g) => inEn(g, (t) => t.replace('’', "'"))),
  kind('T2', 'an ideographic space', (g) => inZh(g, (t) => t.replace(/(?<=，)/, '\u3000'))),
  kind('T2', 'a no-break space', (g) => inEn(g, (t) => t.replace(' ', '\u00a0'))),
  kind('T2', 'a zero-width space', (g) => [
    ...inZh(g, (t) => t.replace(/(?<=\p{Script=Han})(?=\p{Script=Han})/u, '\u200b')),
    ...inEn(g, (t) => t.replace(/(?<=[a-z])(?=[a-z])/, '\u200b')),
  ]),
  kind('T2', 'two spaces in en', (g) => inEn(g, (t) => t.replace('. ', '.  '))),
  kind('T2', 'a space typed between Han', (g) =>
    // Not inside a term with its digit, such as 范围1.
    inZh(g, (t) => t.replace(/(?<=\p{Script=Han})(?=\p{Script=Han}(?!\d))/u, ' ')),
  ),
  kind('T2', 'a space before a comma in en', (g) => inEn(g, (t) => t.replace(', ', ' , '))),
  kind('T3', 'a bare year in the name of a metric, zh', (g) => inLabels(g, 'zh', (label, year) => `${year}年${label}`)),
  kind('T3', 'a bare year in the name of a metric, en', (g) =>
    inLabels(g, 'en', (label, year) => `${year} ${label.toLowerCase()}`),
  ),
  kind('T3', 'a bare year at the end of a name, en', (g) => inLabels(g, 'en', (label, year) => `${label} in ${year}`)),
  kind('T3', 'a bare year as a literal', (g) => {
    const year = fiscalYear(g);
    return g.prose.flatMap(({ zh, en }): readonly Seed[] => {
      const edits = [zh, en]
        .map((f) => rewritten(g, f, (raw) => raw.replace(`{{period:FY${year}}}`, `{{lit:${year}|year}}`)))
        .filter((edit): edit is Edit => edit !== undefined);
      return edits.length !== 2
        ? []
        : [
            {
              edits,
              lines: [lineOf(zh)],
              named: [lineOf(zh), lineOf(en)],
              about: `{{lit:${year}}} for the fiscal year`,
            },
          ];
    });
  }),
  kind('T3', 'the label of a fiscal year is a calendar year', (g) => {
    const year = fiscalYear(g);
    return g.fields.flatMap((field): readonly Seed[] => {
      if (
        year === undefined ||
        field.file !== 'content/report.yaml' ||
        field.path[0] !== 'periods' ||
        field.path.at(-2) !== 'label' ||
        field.value !== (field.path.at(-1) === 'zh' ? `${year}财年` : `FY${year}`)
      )
        return [];
      return [
        {
          edits: [replaced(field, field.path.at(-1) === 'zh' ? `${year}年` : `"${year}"`)],
          lines: [lineOf(field)],
          about: `label ${year}`,
        },
      ];
    });
  }),
  kind('A1', 'an alternative text left out', (g) => altCut(g, 'all')),
  kind('A1', 'an alternative text left out in zh', (g) => altCut(g, 'zh'), ['A1', 'P1', 'C004']),
  kind('A1', 'an alternative text left out in en', (g) => altCut(g, 'en'), ['A1', 'P1', 'C004']),
  kind('A1', 'an empty alternative text', (g) =>
    g.fields.flatMap((f) =>
      f.path.at(-2) === 'alt' ? [{ edits: [replaced(f, '""')], lines: [lineOf(f)], about: 'alt emptied' }] : [],
    ),
  ),
  kind('A2', 'text too pale', pale),
  kind('A3', 'a heading two levels down', (g) =>
    g.fields.flatMap((f) =>
      // Under a heading of level 3 it would be in order.
      levelOf(f) && f.value === '2' && levelAbove(g, f) !== '3'
        ? [{ edits: [replaced(f, '4')], lines: [lineOf(f)], about: 'level 4' }]
        : [],
    ),
  ),
  kind('A3', 'the first heading of a chapter on level 3', (g) =>
    g.fields.flatMap((f) => {
      const isFirst = levelOf(f) && g.fields.find((one) => one.file === f.file && levelOf(one)) === f;
      return isFirst && f.value === '2'
        ? [{ edits: [replaced(f, '3')], lines: [lineOf(f)], about: 'level 3 first' }]
        : [];
    }),
  ),
];
