import { oneDigit } from '../digits.ts';
import { type Field, type Ground, rawOf } from '../ground.ts';
import { calendarOf, metricsOf } from '../metrics-of.ts';
import {
  appended,
  type Edit,
  inField,
  type Kind,
  kind,
  lineAdded,
  lineOf,
  replaced,
  rewritten,
  type Seed,
} from '../seed.ts';
import { escaped } from './parity.ts';

export const each = (
  ground: Ground,
  keep: (field: Field) => boolean,
  text: (field: Field) => string,
): readonly Seed[] =>
  ground.fields.filter(keep).map((field) => ({
    edits: [replaced(field, text(field))],
    lines: [lineOf(field)],
    about: `${field.file} ${field.path.join('/')}: ${field.value} → ${text(field)}`,
  }));

export const misspelt = (id: string): string => {
  const other = id.replace(/([a-z])([a-z])(?=[^a-z]*$)/, '$2$1x');
  return other === id ? `${id}x` : other;
};

/** A field of this key, in files of this folder. */
export const keyed =
  (folder: string, ...keys: readonly string[]) =>
  (field: Field): boolean =>
    field.file.startsWith(`content/${folder}`) && keys.includes(String(field.path.at(-1)));
export const listed =
  (folder: string, ...keys: readonly string[]) =>
  (field: Field): boolean =>
    field.file.startsWith(`content/${folder}`) &&
    typeof field.path.at(-1) === 'number' &&
    keys.includes(String(field.path.at(-2)));

/** In both languages, so that only the dead reference is told. */
function deadInText(ground: Ground, pattern: RegExp, text: string): readonly Seed[] {
  return ground.prose.flatMap(({ zh, en }): readonly Seed[] => {
    const edits = [zh, en]
      .map((field) => rewritten(ground, field, (raw) => raw.replace(pattern, text)))
      .filter((edit): edit is Edit => edit !== undefined);
    return edits.length !== 2
      ? []
      : [
          {
            edits,
            lines: [lineOf(zh)],
            named: [lineOf(zh), lineOf(en)],
            about: `${pattern.source} in ${rawOf(ground, zh)}`,
          },
        ];
  });
}

function statusSeeds(ground: Ground, status: string): readonly Seed[] {
  return metricsOf(ground).flatMap((metric) =>
    metric.values.flatMap((value): readonly Seed[] =>
      value.status === 'reported'
        ? [
            {
              edits: [replaced(value.statusField, status)],
              lines: [lineOf(value.statusField)],
              mode: 'release',
              about: `${metric.id}@${value.period} is ${status}`,
            },
          ]
        : [],
    ),
  );
}

function disputedWithout(ground: Ground, key: 'note' | 'alternatives'): readonly Seed[] {
  return metricsOf(ground).flatMap((metric) =>
    metric.values.flatMap((value): readonly Seed[] => {
      if (value.status !== 'disputed') return [];
      const text = ground.files[metric.file] ?? '';
      const own = new RegExp(`\\n(\\s+)${key}:[^\\n]*(?:\\n\\1\\s+[^\\n]*)*`).exec(text.slice(value.field.end));
      const flow = new RegExp(`, ${key}: (?:\\{[^{}]*\\}|\\[\\{[^\\]]*\\]\\}\\])`).exec(text.slice(value.field.end));
      const found = own ?? flow;
      if (found === null) return [];
      const start = value.field.end + found.index;
      const cut = { file: metric.file, start, end: start + found[0].length, text: '' };
      return [
        {
          edits: [cut],
          lines: [lineOf(value.statusField), lineOf(value.field)],
          about: `${metric.id}@${value.period} has no ${key}`,
        },
      ];
    }),
  );
}

/** Claims of rank as company reports write them. */
const CLAIMS = {
  zh: [
    '能效水平亚洲领先',
    '综合实力位居行业第一',
    '这一做法为全国首创',
    '规模居国内同行之首',
    '节能水平处于国际领先地位',
    '是业内唯一获此认可的企业',
    '安全纪录全球最佳',
    '技术遥遥领先',
  ],
  en: [
    'Our efficiency leads Asia',
    'We are the industry leader in safety',
    'This is the first of its kind in the country',
    'It is the largest programme in the region',
    'Our record is best in class',
    'No other company in the sector has done so',
    'The result is second to none',
    'Our boats are among the cleanest in the world',
  ],
} as const;

function claimSeeds(ground: Ground, lang: 'zh' | 'en'): readonly Seed[] {
  return ground.prose.flatMap((pair, i) => {
    const [zhClaim, enClaim] = [CLAIMS.zh[i % CLAIMS.zh.length], CLAIMS.en[i % CLAIMS.en.length]];
    const field = pair[lang];
    const raw = rawOf(ground, field);
    // Only where neither a source nor a figure with its time stands by.
    const bare =
      !/\{\{(?:src|note|m|yoy|diff|period|date):/.test(rawOf(ground, pair.zh)) && field.path.at(-3) === 'blocks';
    if (!bare || raw.length < 30) return [];
    return inField(ground, field, (text) =>
      lang === 'zh' ? text.replace(/。(?=["]?$)/, `，${zhClaim}。`) : text.replace(/\.(?=["]?$)/, `. ${enClaim}.`),
    );
  });
}

export function indexEntries(ground: Ground): readonly { file: string; i: number; disclosure: Field }[] {
  return ground.fields.flatMap((field) =>
    keyed('index/', 'disclosure')(field) ? [{ file: field.file, i: Number(field.path[1]), disclosure: field }] : [],
  );
}

export const REGISTERS: readonly Kind[] = [
  kind('V1', 'an estimate without a waiver', (g) => statusSeeds(g, 'estimate')),
  kind('V1', 'a sample without a waiver', (g) => statusSeeds(g, 'sample')),
  kind('V1', 'a disputed value without a waiver', (g) => statusSeeds(g, 'disputed'), ['V1', 'V4']),
  kind('V1', 'a goal that is a sample', (g) =>
    each(
      g,
      (f) => f.file === 'content/targets.yaml' && f.path.at(-1) === 'status' && f.value === 'reported',
      () => 'sample',
    ).map((seed) => ({ ...seed, mode: 'release' as const })),
  ),
  kind(
    'V1',
    'a value without a source',
    (g) =>
      metricsOf(g).flatMap((metric) =>
        metric.values.flatMap((value): readonly Seed[] => {
          const [first, last] = [value.sources[0], value.sources.at(-1)];
          return first === undefined || last === undefined
            ? []
            : [
                {
                  edits: [{ file: metric.file, start: first.start, end: last.end, text: '' }],
                  lines: [lineOf(value.field)],
                  mode: 'release',
                  about: `${metric.id}@${value.period} has no source`,
                },
              ];
        }),
      ),
    ['V1', 'C004', 'C019'],
  ),
  kind('V1', 'a waiver taken away', (g) => waiverCuts(g)),
  kind('V2', 'a digit other than in the source', (g) => sourced(g, (v) => oneDigit(v))),
  kind('V3', 'a claim of rank in zh', (g) => claimSeeds(g, 'zh')),
  kind('V3', 'a claim of rank in en', (g) => claimSeeds(g, 'en')),
  kind('V4', 'a disputed value without its note', (g) => disputedWithout(g, 'note')),
  kind('V4', 'a disputed value without alternatives', (g) => disputedWithout(g, 'alternatives')),
  kind('V5', 'a waiver past its date', (g) =>
    each(g, keyed('waivers', 'expires'), () => '"2019-01-31"').map((seed) => ({ ...seed, mode: 'release' as const })),
  ),
  kind('V5', 'judged at a later date', (g) =>
    g.fields.filter(keyed('waivers', 'expires')).map((field) => ({
      edits: [],
      asOf: '2031-01-01',
      mode: 'release' as const,
      lines: [lineOf(field)],
      about: 'as of 2031',
    })),
  ),
  kind('V6', 'a waiver for an item that needs none', (g) =>
    each(g, keyed('waivers', 'item'), () => 'no-such.item@FY2024'),
  ),
  kind('V6', 'a waiver for another check', (g) => each(g, keyed('waivers', 'check'), () => 'T3')),
  kind('V6', 'a waiver for a check that is not there', (g) => each(g, keyed('waivers', 'check'), () => 'Z9'), ['C019']),
  kind('D1', 'a metric misspelt in the text', (g) => deadInText(g, /\{\{(m|yoy|diff):([a-z0-9.-]+)@/, '{{$1:$2x@')),
  kind('D1', 'a period that is not there', (g) =>
    deadInText(g, /\{\{(m|yoy|diff):([a-z0-9.-]+)@\w+/, '{{$1:$2@FY2009'),
  ),
  kind('D1', 'a block that is not there', (g) => deadInText(g, /\{\{(see|page):([a-z0-9.-]+)/, '{{$1:$2x')),
  kind('D1', 'a term that is not there', (g) => deadInText(g, /\{\{term:([a-z0-9.-]+)/, '{{term:$1x')),
  kind('D1', 'a source that is not there', (g) => deadInText(g, /\{\{src:([a-z0-9.-]+)/, '{{src:$1x')),
  kind('D1', 'a target that is not there', (g) => deadInText(g, /\{\{target:([a-z0-9-]+)\./, '{{target:$1x.')),
  kind('D1', 'a metric misspelt in a chart, tile or goal', (g) =>
    each(
      g,
      (f) => keyed('chapters/', 'metric')(f) || keyed('report', 'metric')(f) || keyed('targets', 'metric')(f),
      (f) => misspelt(f.value),
    ),
  ),
  kind('D1', 'a metric misspelt in a table', (g) =>
    each(
      g,
      (f) => listed('chapters/', 'rows')(f) || (listed('report', 'rows')(f) && /^[a-z0-9.-]+$/.test(f.value)),
      (f) => misspelt(f.value),
    ).filter((s) => /→ [a-z0-9.-]+$/.test(s.about)),
  ),
  kind('D1', 'a source of a value misspelt', (g) => each(g, listed('metrics/', 'source'), (f) => misspelt(f.value))),
  kind('D1', 'a disclosure misspelt in a block', (g) =>
    each(g, listed('chapters/', 'frameworks'), (f) => `${f.value}9`),
  ),
  kind('D1', 'a disclosure misspelt in an index', (g) => each(g, keyed('index/', 'disclosure'), (f) => `${f.value}9`), [
    'D1',
    'F1',
    'F2',
  ]),
  kind('D1', 'a block misspelt in an index', (g) => each(g, listed('index/', 'where'), (f) => misspelt(f.value))),
  kind('D1', 'a goal of the United Nations past 17', (g) => each(g, listed('chapters/', 'sdgs'), () => '18'), [
    'D1',
    'C019',
  ]),
  kind('D1', 'an accent misspelt', (g) => each(g, keyed('chapters/', 'accent'), (f) => misspelt(f.value))),
  kind('D1', 'an asset misspelt', (g) => each(g, keyed('chapters/', 'asset'), (f) => misspelt(f.value))),
  kind('D1', 'a period of a chart that is not there', (g) => each(g, listed('chapters/', 'periods'), () => 'FY2009')),
  kind('D2', 'a source that nothing cites', (g) =>
    added(
      g,
      'content/sources.yaml',
      '  - {id: spare-source, title: {zh: 备用来源, en: A spare source}, kind: press, where: nowhere in particular}',
    ),
  ),
  kind(
    'D2',
    'a goal that nothing cites',
    (g) =>
      added(
        g,
        'content/targets.yaml',
        '  - {id: t.spare, label: {zh: 备用目标, en: A spare goal}, goal: {text: {zh: 备用, en: Spare}, by: FY2030}, source: [], status: reported}',
      ),
    ['D2', 'D1', 'C019'],
  ),
  kind('D3', 'a note whose marks are gone', (g) =>
    g.prose.flatMap(({ zh, en }): readonly Seed[] => {
      const id = /\{\{note:([a-z0-9.-]+)\}\}/.exec(rawOf(g, zh))?.[1];
      if (id === undefined) return [];
      const edits = [zh, en]
        .map((f) => rewritten(g, f, (raw) => raw.replace(`{{note:${id}}}`, '')))
        .filter((edit): edit is Edit => edit !== undefined);
      const note = g.fields.find((f) => f.path.at(-1) === 'id' && f.value === id);
      return edits.length !== 2 || note === undefined
        ? []
        : [{ edits, lines: [lineOf(note)], about: `${id} without its marks` }];
    }),
  ),
  kind('D4', 'a source under a second id', (g) => twice(g, 'content/sources.yaml', 'sources')),
  kind('D4', 'a term under a second id', (g) => twice(g, 'content/termbase.yaml', 'terms')),
  kind('F1', 'an entry of an index left out', (g) =>
    indexEntries(g).flatMap(({ file, disclosure }): readonly Seed[] => {
      const text = g.files[file] ?? '';
      const start = text.lastIndexOf('\n', disclosure.start) + 1;
      const end = text.indexOf('\n', disclosure.end) + 1;
      if (!text.slice(start, end).trimEnd().endsWith('}') || end === 0) return [];
      const place = text.slice(0, text.indexOf('entries:')).split('\n').length;
      return [
        {
          edits: [{ file, start, end, text: '' }],
          lines: Array.from({ length: place }, (_, i) => `${file}:${i + 1}`),
          says: disclosure.value,
          about: `${disclosure.value} left out`,
        },
      ];
    }),
  ),
  kind(
    'F1',
    'an entry with neither place nor omission',
    (g) =>
      indexEntries(g).flatMap(({ file, i, disclosure }) => {
        const text = g.files[file] ?? '';
        const where = g.at(file, 'entries', i, 'where', 0);
        const line = text.slice(text.lastIndexOf('\n', disclosure.start) + 1, text.indexOf('\n', disclosure.end));
        const cut = /, where: \[[^\]]*\]/.exec(line);
        if (where === undefined || cut === null) return [];
        const start = text.lastIndexOf('\n', disclosure.start) + 1 + cut.index;
        return [
          {
            edits: [{ file, start, end: start + cut[0].length, text: '' }],
            lines: [lineOf(disclosure)],
            about: `${disclosure.value} without a place`,
          },
        ];
      }),
    ['F1', 'C004'],
  ),
  kind(
    'F1',
    'an entry made twice',
    (g) =>
      indexEntries(g).flatMap(({ file, disclosure }): readonly Seed[] => {
        const text = g.files[file] ?? '';
        const start = text.lastIndexOf('\n', disclosure.start) + 1;
        const line = text.slice(start, text.indexOf('\n', disclosure.end));
        return line.trimEnd().endsWith('}')
          ? [
              {
                edits: [lineAdded(g, file, disclosure.start, line)],
                lines: [`${file}:${disclosure.line + 1}`, lineOf(disclosure)],
                about: `${disclosure.value} twice`,
              },
            ]
          : [];
      }),
    ['F1', 'C007'],
  ),
  kind('F2', 'a disclosure that is not in force', (g) =>
    indexEntries(g).flatMap(({ file, disclosure }): readonly Seed[] => {
      const frameworkFile = [...g.documents.keys()].find(
        (f) =>
          f.startsWith('content/frameworks/') &&
          g.fields.some((x) => x.file === f && x.path.at(-1) === 'id' && x.value === disclosure.value),
      );
      const id = g.fields.find(
        (x) => x.file === frameworkFile && x.path.at(-1) === 'id' && x.value === disclosure.value,
      );
      const text = g.files[frameworkFile ?? ''] ?? '';
      if (id === undefined || !/^, /.test(text.slice(id.end))) return [];
      return [
        {
          edits: [{ file: id.file, start: id.end, end: id.end, text: ', until: "2015-12-31"' }],
          lines: [lineOf(disclosure)],
          about: `${disclosure.value} of ${file} out of force`,
        },
      ];
    }),
  ),
  kind(
    'F2',
    'a disclosure of a later version',
    (g) =>
      g.fields.flatMap((field): readonly Seed[] => {
        if (!field.file.startsWith('content/frameworks/') || field.path.at(-1) !== 'fy_from') return [];
        const id =
          g.at(field.file, ...field.path.slice(0, -1), 'id') ??
          g.fields.find(
            (f) =>
              f.file === field.file &&
              f.path.at(-1) === 'id' &&
              f.path.slice(0, 2).join() === field.path.slice(0, 2).join(),
          );
        const index = [...g.documents].find(
          ([f, d]) =>
            f.startsWith('content/index/') && field.file.endsWith(`/${(d as { framework: string }).framework}.yaml`),
        )?.[0];
        if (id === undefined || index === undefined) return [];
        const { edit, line } = appended(g, index, `  - {disclosure: ${id.value}, where: [about.boundary]}`);
        return [{ edits: [edit], lines: [`${index}:${line}`], about: `${id.value} is of a later version` }];
      }),
    ['F2', 'D1'],
  ),
];

function waiverCuts(ground: Ground): readonly Seed[] {
  return ground.fields.filter(keyed('waivers', 'item')).flatMap((item): readonly Seed[] => {
    const text = ground.files[item.file] ?? '';
    const start = text.lastIndexOf('\n', item.start) + 1;
    const end = text.indexOf('\n', item.end) + 1;
    const [id = '', period = ''] = item.value.split('@');
    const status =
      metricsOf(ground)
        .find((m) => m.id === id)
        ?.by.get(period)?.statusField ?? statusOf(ground, id);
    return status === undefined || end === 0
      ? []
      : [
          {
            edits: [{ file: item.file, start, end, text: '' }],
            lines: [lineOf(status)],
            mode: 'release',
            about: `no waiver for ${item.value}`,
          },
        ];
  });
}

function statusOf(ground: Ground, id: string): Field | undefined {
  const own = ground.fields.find(
    (field) => field.path.at(-1) === 'id' && field.value === id && !field.file.includes('metrics/'),
  );
  return own === undefined ? undefined : ground.at(own.file, ...own.path.slice(0, -1), 'status');
}

/** Values whose source is kept as a text. */
export function sourced(ground: Ground, variants: (value: string) => readonly string[]): readonly Seed[] {
  const copies = new Set(
    ground.fields.flatMap((f) =>
      keyed('sources.yaml', 'text')(f) ? [ground.at(f.file, ...f.path.slice(0, -1), 'id')?.value] : [],
    ),
  );
  return metricsOf(ground).flatMap((metric) =>
    metric.values.flatMap((value) =>
      value.sources.some((source) => copies.has(source.value))
        ? variants(value.value).map((text) => ({
            edits: [replaced(value.field, `"${text}"`)],
            lines: [lineOf(value.field)],
            about: `${metric.id}@${value.period}: ${value.value} → ${text}`,
          }))
        : [],
    ),
  );
}

function added(ground: Ground, file: string, text: string): readonly Seed[] {
  const period = calendarOf(ground).periods.at(-1) ?? '';
  const { edit, line } = appended(
    ground,
    file,
    text
      .replace('FY2030', period)
      .replace('source: []', `source: [${ground.at('content/sources.yaml', 'sources', 0, 'id')?.value}]`),
  );
  return [{ edits: [edit], lines: [`${file}:${line}`], about: text }];
}

/** An entry of a register that stands on one line, again under another id. */
function twice(ground: Ground, file: string, key: string): readonly Seed[] {
  const entries = (ground.documents.get(file) as Record<string, readonly { id: string }[]>)[key] ?? [];
  return entries.flatMap(({ id }, i): readonly Seed[] => {
    const field = ground.at(file, key, i, 'id');
    const text = ground.files[file] ?? '';
    if (field === undefined) return [];
    const start = text.lastIndexOf('\n', field.start) + 1;
    const end = text.indexOf('\n', field.end);
    const line = text.slice(start, end === -1 ? text.length : end);
    if (!/^ *- \{.*\}$/.test(line)) return [];
    const { edit, line: at } = appended(
      ground,
      file,
      line.replace(new RegExp(`id: ${escaped(id)}`), `id: ${id}-again`),
    );
    return [{ edits: [edit], lines: [`${file}:${at}`], named: [lineOf(field)], about: `${id} again` }];
  });
}
