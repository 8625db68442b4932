import { type Field, type Ground, lineAt, rawOf } from '../ground.ts';
import { calendarOf, metricsOf } from '../metrics-of.ts';
import { appended, type Kind, kind, lineAdded, lineOf, replaced, type Seed } from '../seed.ts';
import { each, indexEntries, keyed, listed, misspelt } from './registers.ts';
import { inBoth } from './values.ts';

const inReport = (field: Field): boolean =>
  field.file === 'content/report.yaml' && ['front', 'body', 'back'].includes(String(field.path[0]));

/** An entry of one line, again. */
function again(ground: Ground, field: Field): readonly Seed[] {
  const text = ground.files[field.file] ?? '';
  const start = text.lastIndexOf('\n', field.start) + 1;
  const line = text.slice(start, text.indexOf('\n', field.end));
  if (!/^ *- \{.*\}$/.test(line)) return [];
  return [
    {
      edits: [lineAdded(ground, field.file, field.start, line)],
      lines: [lineOf(field), `${field.file}:${field.line + 1}`],
      about: `${field.value} again`,
    },
  ];
}

/** The periods of a table or chart with two changed about, or one given twice. */
function periodsOf(ground: Ground, twice: boolean): readonly Seed[] {
  return ground.fields.flatMap((field): readonly Seed[] => {
    const isFirst = field.path.at(-2) === 'periods' && field.path.at(-1) === 0;
    const next = ground.at(field.file, ...field.path.slice(0, -1), 1);
    const third = ground.at(field.file, ...field.path.slice(0, -1), 2);
    if (!isFirst || next === undefined || third === undefined || !/chapters|report/.test(field.file)) return [];
    // A mark of a year that is not shown any more is told of, and nothing else then.
    const marked = ground.at(field.file, ...field.path.slice(0, -2), 'marks', 0, 'period')?.value;
    if (twice && marked === field.value) return [];
    const edits = twice ? [replaced(field, next.value)] : [replaced(field, next.value), replaced(next, field.value)];
    return [{ edits, lines: [lineOf(field)], about: `periods ${field.value}, ${next.value} changed` }];
  });
}

/** A table whose head names the years the wrong way round for its cells. */
function headsSwapped(ground: Ground): readonly Seed[] {
  const { now, prior } = calendarOf(ground);
  const chapters = Object.keys(ground.files).filter((file) => file.startsWith('content/chapters/'));
  return metricsOf(ground).flatMap(({ id, label, by }, i): readonly Seed[] => {
    const file = chapters[i % chapters.length] ?? '';
    if (by.get(now)?.status !== 'reported' || by.get(prior)?.status !== 'reported') return [];
    const lines = [
      '  - id: sown.table',
      '    type: table',
      '    title: {zh: 两年对照, en: Two years}',
      '    columns:',
      '      - {zh: 指标, en: Measure}',
      `      - {zh: "{{period:${prior}}}", en: "{{period:${prior}}}", align: decimal}`,
      `      - {zh: "{{period:${now}}}", en: "{{period:${now}}}", align: decimal}`,
      '    rows:',
      `      - [{zh: ${label.zh.value}, en: "${label.en.value}"}, "{{m:${id}@${now}}}", "{{m:${id}@${prior}}}"]`,
      '    row_headers: 1',
    ];
    const { edit, line } = appended(ground, file, lines.join('\n'));
    return [{ edits: [edit], lines: [`${file}:${line + 8}`], about: `${id} under the other year` }];
  });
}

/** An entry of an index that is called assured, while nothing of it is. */
function notAssured(ground: Ground): readonly Seed[] {
  const assured = new Set(
    metricsOf(ground).flatMap((metric) => {
      const level = ground.at(metric.file, 'metrics', metric.index, 'assurance', 'level')?.value;
      return level === 'limited' || level === 'reasonable' ? [metric.id] : [];
    }),
  );
  return indexEntries(ground).flatMap(({ file, i, disclosure }): readonly Seed[] => {
    const text = ground.files[file] ?? '';
    const end = text.indexOf('\n', disclosure.end);
    const line = text.slice(text.lastIndexOf('\n', disclosure.start) + 1, end);
    const own = ground.fields.filter(
      (field) => field.file === file && field.path[1] === i && field.path[2] === 'metrics',
    );
    const isPlain = line.endsWith('}') && own.length > 0 && !line.includes('assured') && !line.includes('omission');
    if (!isPlain || own.some(({ value }) => assured.has(value))) return [];
    return [
      {
        edits: [{ file, start: end - 1, end: end - 1, text: ', assured: true' }],
        lines: [lineOf(disclosure)],
        about: `${disclosure.value} called assured`,
      },
    ];
  });
}

/** A chapter that is not printed any more, although an index points to it. */
function unprinted(ground: Ground): readonly Seed[] {
  return ground.fields.flatMap((field): readonly Seed[] => {
    if (field.file !== 'content/report.yaml' || field.path[0] !== 'body') return [];
    const text = ground.files[field.file] ?? '';
    const before = text.slice(field.start - 2, field.start) === ', ';
    const [start, end] = before ? [field.start - 2, field.end] : [field.start, field.end + 2];
    if (!/^[\w., -]+$/.test(text.slice(start, end))) return [];
    const chapter = ground.fields.find(
      (one) => one.file.includes('/chapters/') && one.path[0] === 'id' && one.value === field.value,
    );
    const places = ground.fields.filter(
      (one) => one.path.at(-2) === 'where' && one.file.includes('/index/') && one.value.startsWith(`${field.value}.`),
    );
    return chapter === undefined
      ? []
      : [
          {
            edits: [{ file: field.file, start, end, text: '' }],
            lines: [...places, chapter].map(lineOf),
            about: `${field.value} is not in the body`,
          },
        ];
  });
}

/** A waiver whose figure is that of another year. */
function otherWaiver(ground: Ground): readonly Seed[] {
  return ground.fields.flatMap((field): readonly Seed[] => {
    const [id, period] = field.value.split('@');
    const other = metricsOf(ground)
      .find((one) => one.id === id)
      ?.values.find((one) => one.period !== period && one.status === 'reported');
    return keyed('waivers', 'item')(field) && other !== undefined
      ? [{ edits: [replaced(field, `${id}@${other.period}`)], lines: [lineOf(field)], about: `${field.value} moved` }]
      : [];
  });
}

function altNamed(ground: Ground): readonly Seed[] {
  return ground.fields.flatMap((zh): readonly Seed[] => {
    const en = ground.at(zh.file, ...zh.path.slice(0, -1), 'en');
    if (zh.path.at(-2) !== 'alt' || zh.path.at(-1) !== 'zh' || en === undefined) return [];
    return [
      {
        edits: [zh, en].map((field) => replaced(field, 'chart_final.png')),
        lines: [lineOf(zh), lineOf(en)],
        about: 'a file’s name for its alt',
      },
    ];
  });
}

/** A change from a base that became nothing, or less than nothing. */
function nothingBefore(ground: Ground, text: string): readonly Seed[] {
  const { periods } = calendarOf(ground);
  return ground.prose.flatMap((pair): readonly Seed[] => {
    const [, id, period = '', from] = /\{\{yoy:([a-z0-9.-]+)@(\w+)(?:<(\w+))?[|}]/.exec(rawOf(ground, pair.zh)) ?? [];
    const metric = metricsOf(ground).find((one) => one.id === id);
    const base = metric?.by.get(from ?? periods[periods.indexOf(period) - 1] ?? '');
    if (metric === undefined || base === undefined || base.status !== 'reported') return [];
    return [
      {
        edits: [replaced(base.field, `"${text}"`)],
        lines: [lineOf(pair.zh), lineOf(pair.en)],
        about: `${metric.id}@${base.period} is ${text}, yoy in the text`,
      },
    ];
  });
}

/** A share of a whole that became nothing. */
function nothingWhole(ground: Ground): readonly Seed[] {
  return ground.prose.flatMap((pair): readonly Seed[] => {
    const [, id, period = ''] = /\{\{share:[a-z0-9.-]+\/([a-z0-9.-]+)@(\w+)/.exec(rawOf(ground, pair.zh)) ?? [];
    const whole = metricsOf(ground)
      .find((one) => one.id === id)
      ?.by.get(period);
    return whole === undefined
      ? []
      : [
          {
            edits: [replaced(whole.field, '"0"')],
            lines: [lineOf(pair.zh), lineOf(pair.en)],
            about: `${id}@${period} is 0, share in the text`,
          },
        ];
  });
}

/** A disclosure that comes into force only later. */
function notYet(ground: Ground, key: string): readonly Seed[] {
  return indexEntries(ground).flatMap(({ disclosure }): readonly Seed[] => {
    const id = ground.fields.find(
      (field) =>
        field.file.startsWith('content/frameworks/') && field.path.at(-1) === 'id' && field.value === disclosure.value,
    );
    if (id === undefined || !/^, /.test((ground.files[id.file] ?? '').slice(id.end))) return [];
    return [
      {
        edits: [{ file: id.file, start: id.end, end: id.end, text: `, ${key}: "2041-01-01"` }],
        lines: [lineOf(disclosure)],
        about: `${disclosure.value} from 2041`,
      },
    ];
  });
}

/** Registers and lists as they go wrong when a report is carried over into the next year. */
export const PRACTICE_REGISTERS: readonly Kind[] = [
  kind('N0', 'a change from zero', (g) => nothingBefore(g, '0'), ['N0']),
  kind('N0', 'a change from below zero', (g) => nothingBefore(g, '-4.2'), ['N0']),
  kind('N0', 'a share of nothing', nothingWhole),
  kind('F2', 'a disclosure that is not yet in force', (g) => notYet(g, 'from')),
  kind('F4', 'called assured without assurance', notAssured),
  kind('D2', 'a chapter left out of the body', unprinted, ['D2', 'F3', 'D1']),
  kind('N19', 'the years of a table or chart changed about', (g) => periodsOf(g, false)),
  kind('N19', 'a year of a table or chart given twice', (g) => periodsOf(g, true), ['N19', 'C007', 'D1']),
  kind('N18', 'cells under the name of the other year', headsSwapped),
  kind('V6', 'a waiver for the figure of another year', otherWaiver),
  kind(
    'V6',
    'a waiver given twice',
    (g) => g.fields.filter(keyed('waivers', 'item')).flatMap((field) => again(g, field)),
    ['V6', 'C007'],
  ),
  kind('V6', 'a waiver with no reason', (g) => each(g, keyed('waivers', 'reason'), () => '""'), [
    'C008',
    'C003',
    'C019',
    'V6',
  ]),
  kind('D1', 'a page of the order misspelt', (g) => each(g, inReport, ({ value }) => `${value}x`), ['D1', 'C019']),
  kind('D1', 'a block misspelt that a note stands beside', (g) =>
    each(g, keyed('chapters/', 'beside'), (f) => misspelt(f.value)),
  ),
  kind('D1', 'a disclosure misspelt at a metric', (g) =>
    each(g, listed('metrics/', 'frameworks'), (f) => `${f.value}9`),
  ),
  kind('D1', 'a metric misspelt in an index', (g) => each(g, listed('index/', 'metrics'), (f) => misspelt(f.value))),
  kind('D1', 'a part misspelt', (g) => each(g, listed('metrics/', 'items'), (f) => `${f.value}x`), ['D1', 'C004']),
  kind('D1', 'a period of a stated change that is not there', (g) =>
    each(g, keyed('metrics/', 'from'), () => 'FY1999'),
  ),
  kind('D1', 'a year of a goal that is not there', (g) => each(g, keyed('targets', 'by'), () => 'FY1999'), [
    'D1',
    'N16',
  ]),
  kind('D3', 'the mark of another note in both languages', (g) => notesMixed(g), ['D3']),
  kind('A1', 'a file’s name for an alternative text', altNamed, ['A1', 'P1']),
  kind(
    'F1',
    'an omission without its reason',
    (g) => each(g, keyed('index/', 'reason'), () => '""').map((seed) => seed),
    ['F1', 'C008', 'C003', 'C019'],
  ),
];

function notesMixed(ground: Ground): readonly Seed[] {
  const notes = ground.fields.filter(
    (field) =>
      field.path.at(-1) === 'id' && ground.at(field.file, ...field.path.slice(0, -1), 'type')?.value === 'note',
  );
  return notes.flatMap((note) => {
    const other = notes.find((one) => one !== note);
    return other === undefined
      ? []
      : inBoth(ground, (raw) => raw.replace(`{{note:${note.value}}}`, `{{note:${other.value}}}`)).map((seed) => ({
          ...seed,
          lines: [lineOf(note), `${note.file}:${lineAt(ground.files[note.file] ?? '', note.start)}`],
          named: [],
        }));
  });
}
