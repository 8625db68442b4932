import { type Field, type Ground, rawOf } from '../ground.ts';
import { calendarOf, type MetricView, metricsOf } from '../metrics-of.ts';
import { type Edit, inField, type Kind, kind, lineOf, rewritten, type Seed } from '../seed.ts';
import { escaped } from './parity.ts';
import { inBoth } from './values.ts';
import { wayOf } from './words.ts';

const REF = '\\{\\{m:([a-z0-9.-]+)@(\\w+)(?:\\|qty)?\\}\\}';

/** A figure without its unit, and a unit typed after it that is not the printed one. */
function unitTyped(ground: Ground, lang: 'zh' | 'en', other: (unit: string) => string | undefined): readonly Seed[] {
  return ground.prose.flatMap((pair) =>
    inField(ground, pair[lang], (raw) => {
      for (const [all, id = '', period = ''] of raw.matchAll(new RegExp(REF, 'g'))) {
        const metric = metricsOf(ground).find((one) => one.id === id);
        // The words of an intensity may stand apart from each other.
        const unit =
          metric === undefined || metric.nature === 'intensity' ? undefined : displayOf(ground, metric, lang);
        const text = unit === undefined ? undefined : other(unit);
        if (text === undefined) continue;
        const typed = lang === 'zh' ? text : ` ${text}`;
        return raw.replace(all, `{{m:${id}@${period}|num}}${typed}`);
      }
      return raw;
    }),
  );
}

function displayOf(ground: Ground, metric: MetricView, lang: 'zh' | 'en'): string | undefined {
  return ground.at(metric.file, 'metrics', metric.index, 'display', lang, 'unit')?.value;
}

const swap =
  (...pairs: readonly (readonly [RegExp, string])[]) =>
  (unit: string): string | undefined => {
    const found = pairs.find(([from]) => from.test(unit));
    return found === undefined ? undefined : unit.replace(found[0], found[1]);
  };

/** Stronger and rarer words of direction, at citations of a level or of a change; each against what the values do. */
const RARE = {
  zh: { up: ['攀升至', '跃升至', '飙升至', '上扬至'], down: ['骤降至', '锐减至', '下探至', '滑落至'] },
  en: {
    up: ['soared to', 'surged to', 'jumped to', 'swelled to'],
    down: ['plunged to', 'slumped to', 'slid to', 'tumbled to'],
  },
} as const;
const RARE_BY = {
  zh: { up: ['猛增', '攀升', '上扬', '抬升'], down: ['骤降', '锐减', '下滑', '缩减'] },
  en: {
    up: ['having surged by', 'having swelled by', 'having soared by', 'having jumped by'],
    down: ['having slumped by', 'having plunged by', 'having slid by', 'having tumbled by'],
  },
} as const;

/** A sentence added to a text, in which a rare word contradicts the figure. Both languages say the same. */
function contradicted(ground: Ground, lang: 'zh' | 'en', by: boolean): readonly Seed[] {
  const { now } = calendarOf(ground);
  const told = metricsOf(ground).filter(({ id }) => wayOf(ground, `{{m:${id}@${now}}}`) !== undefined);
  const words = by ? RARE_BY : RARE;
  return ground.prose.flatMap((pair, i): readonly Seed[] => {
    const metric = told[i % Math.max(told.length, 1)];
    if (metric === undefined || !/\.$/.test(pair.en.value) || !/。$/.test(pair.zh.value)) return [];
    // A cost that is given with its minus may be said to rise or to fall.
    if (!by && metric.polarity === 'neutral' && metric.by.get(now)?.value.startsWith('-')) return [];
    const truth = wayOf(ground, `{{m:${metric.id}@${now}}}`) === 1 ? 'up' : 'down';
    const says = (one: 'zh' | 'en'): string => {
      const way = one === lang ? (truth === 'up' ? 'down' : 'up') : truth;
      return words[one][way][i % 4] ?? '';
    };
    const head = by ? `{{yoy:${metric.id}@${now}|pct}}` : `{{m:${metric.id}@${now}}}`;
    const [zh, en] = [
      `。另一方面，${metric.label.zh.value}${says('zh')}${head}。`,
      by
        ? `. ${metric.label.en.value} moved too, ${says('en')} ${head}.`
        : `. ${metric.label.en.value} ${says('en')} ${head}.`,
    ];
    const edits = [
      rewritten(ground, pair.zh, (raw) => quoted(raw, (text) => text.replace(/。$/, zh))),
      rewritten(ground, pair.en, (raw) => quoted(raw, (text) => text.replace(/\.$/, en))),
    ].filter((edit): edit is Edit => edit !== undefined);
    if (edits.length !== 2 || metric.values.some(({ status }) => status === 'disputed')) return [];
    return [{ edits, lines: [lineOf(pair[lang])], about: `${lang === 'zh' ? zh : en} (${truth})` }];
  });
}

/** Rewrites a text and puts it in quotation marks of YAML. */
function quoted(raw: string, rewrite: (text: string) => string): string {
  const inner = raw.startsWith('"') && raw.endsWith('"') ? raw.slice(1, -1) : raw.replaceAll('"', '\\"');
  return `"${rewrite(inner)}"`;
}

/** The value of another year behind the name of a year, in both languages. */
function otherYear(ground: Ground): readonly Seed[] {
  const { periods } = calendarOf(ground);
  return inBoth(ground, (raw) =>
    raw.replace(
      /(\{\{period:(\w+)\}\}[^。，；：.,;:{}]{0,40})\{\{m:([a-z0-9.-]+)@\2(?=[|}])/,
      (all, lead: string, period: string, id: string) => {
        const by = metricsOf(ground).find((one) => one.id === id)?.by;
        const other = periods.find((one) => one !== period && by?.has(one));
        return other === undefined || by?.has(period) !== true || raw.split('{{period:').length > 2
          ? all
          : `${lead}{{m:${id}@${other}`;
      },
    ),
  );
}

/** The change of another year beside a value. */
function otherChange(ground: Ground): readonly Seed[] {
  const { periods } = calendarOf(ground);
  return inBoth(ground, (raw) =>
    raw.replace(/\{\{yoy:([a-z0-9.-]+)@(\w+)(?=[|}])/, (all, id: string, period: string) => {
      const by = metricsOf(ground).find((one) => one.id === id)?.by;
      const before = periods.filter((one) => by?.has(one) && one < period);
      const isBeside = raw.includes(`{{m:${id}@${period}`);
      // A sentence that gives both values may give the change of either.
      const isTold = raw.includes(`{{m:${id}@${before.at(-1)}`);
      return before.length < 2 || !isBeside || isTold ? all : `{{yoy:${id}@${before.at(-1)}`;
    }),
  );
}

/** A typed magnitude or unit in what a chart says it measures. */
function measured(ground: Ground): readonly Seed[] {
  const turns: readonly (readonly [RegExp, string])[] = [
    [/百万/, '亿'],
    [/万(?=[吨人升千立支])/, '亿'],
    [/\bthousand\b/, 'million'],
    [/\bmillion\b/, 'billion'],
    [/\bGWh\b/, 'MWh'],
    [/\bMWh\b/, 'kWh'],
  ];
  return ground.prose.flatMap((pair) =>
    pair.zh.path.at(-2) === 'measure' && !/每|\bper\b/.test(pair.zh.value + pair.en.value)
      ? [pair.zh, pair.en].flatMap((field) =>
          inField(ground, field, (raw) => {
            const turn = turns.find(([from]) => from.test(raw));
            return turn === undefined ? raw : raw.replace(turn[0], turn[1]);
          }),
        )
      : [],
  );
}

function rewriteEach(
  ground: Ground,
  lang: 'zh' | 'en' | 'both',
  rewrite: (raw: string, field: Field) => string,
): readonly Seed[] {
  return ground.prose.flatMap(({ zh, en }) =>
    (lang === 'both' ? [zh, en] : lang === 'zh' ? [zh] : [en]).flatMap((field) =>
      inField(ground, field, (raw) => rewrite(raw, field)),
    ),
  );
}

/** Outside citations, once, in quotation marks of YAML. */
function plain(raw: string, from: RegExp, to: string): string {
  const inner = raw.startsWith('"') && raw.endsWith('"') ? raw.slice(1, -1) : raw.replaceAll('"', '\\"');
  const parts = inner.split(/(\{\{[^}]*\}\})/);
  const i = parts.findIndex((part) => !part.startsWith('{{') && from.test(part));
  if (i < 0) return raw;
  return `"${parts.map((part, j) => (j === i ? part.replace(from, to) : part)).join('')}"`;
}

/** Two scopes or dimensions brought together by a citation. */
function withOther(ground: Ground, make: (own: MetricView, period: string) => string | undefined): readonly Seed[] {
  return inBoth(ground, (raw) =>
    raw.replace(new RegExp(REF), (all, id: string, period: string) => {
      const own = metricsOf(ground).find((one) => one.id === id);
      return own?.by.get(period)?.status === 'reported' ? (make(own, period) ?? all) : all;
    }),
  );
}

const CLAIMS = {
  zh: ['在同业中首屈一指', '各项指标名列前茅', '水平世界一流', '口碑无出其右', '堪称行业标杆', '规模冠绝同侪'],
  en: [
    'The programme is world-class',
    'Our standards are unrivalled',
    'It is the most advanced system in the industry',
    'We rank first among our peers',
    'It sets the benchmark for the sector',
    'Nobody does it better',
  ],
} as const;

function claimed(ground: Ground, lang: 'zh' | 'en'): readonly Seed[] {
  return ground.prose.flatMap((pair, i) => {
    const bare = !/\{\{(?:src|note|m|yoy|diff|period|date|share):/.test(rawOf(ground, pair.zh));
    if (!bare || pair.zh.path.at(-3) !== 'blocks') return [];
    const [zh, en] = [CLAIMS.zh[i % 6] ?? '', CLAIMS.en[i % 6] ?? ''];
    return inField(ground, pair[lang], (raw) =>
      lang === 'zh' ? plain(raw, /。$/, `，${zh}。`) : plain(raw, /\.$/, `. ${en}.`),
    );
  });
}

/** Words that go wrong between two languages and two drafts. */
export const PRACTICE_TEXTS: readonly Kind[] = [
  kind('N5', '亿 typed for 万', (g) => unitTyped(g, 'zh', swap([/^万/, '亿']))),
  kind('N5', '万 typed for 亿', (g) => unitTyped(g, 'zh', swap([/^亿/, '万']))),
  kind('N5', '万 forgotten before the unit', (g) => unitTyped(g, 'zh', swap([/^[万亿](?=.)/, '']))),
  kind('N5', 'billion typed for million', (g) =>
    unitTyped(g, 'en', swap([/\bmillion\b/, 'billion'], [/\bthousand\b/, 'million'])),
  ),
  kind('N5', 'the magnitude forgotten in English', (g) =>
    unitTyped(g, 'en', swap([/\b(?:thousand|million|billion) (?=\w)/, ''], [/^RMB (?:million|billion)$/, 'yuan'])),
  ),
  kind('N5', 'kilograms typed for tonnes', (g) => [
    ...unitTyped(g, 'en', swap([/^(?:thousand )?tonnes$/, 'kg'])),
    ...unitTyped(g, 'zh', swap([/^万?吨$/, '千克'])),
  ]),
  kind(
    'N5',
    'another currency typed',
    (g) => [
      ...unitTyped(g, 'en', swap([/^RMB (.*)$/, '$1 Hong Kong dollars'], [/^HKD (.*)$/, '$1 yuan'])),
      ...unitTyped(g, 'zh', swap([/^([万亿])元$/, '$1港元'], [/^([万亿])港元$/, '$1元'])),
    ],
    ['N5', 'N12'],
  ),
  kind('N5', 'another magnitude in what a chart measures', measured),
  kind('N9', 'a rare word of direction in zh, a level', (g) => contradicted(g, 'zh', false)),
  kind('N9', 'a rare word of direction in en, a level', (g) => contradicted(g, 'en', false)),
  kind('N9', 'a rare word of direction in zh, a change', (g) => contradicted(g, 'zh', true)),
  kind('N9', 'a rare word of direction in en, a change', (g) => contradicted(g, 'en', true)),
  kind('N9', 'a goal to be raised that is to be cut', (g) => [
    ...rewriteEach(g, 'zh', (raw) => raw.replace(/(?:减少|下降|降低|少)(?=\{\{target:[a-z0-9.-]+\.change)/, '增加')),
    ...rewriteEach(g, 'en', (raw) =>
      raw.replace(/(\{\{target:[a-z0-9.-]+\.change[^}]*\}\}) (?:less than|below)/, '$1 more than'),
    ),
  ]),
  kind(
    'N9',
    'a loss of a negative value',
    (g) => rewriteEach(g, 'both', (raw) => raw.replace(/((?:亏损|loss of |losses of )\{\{m:[^|}]*)\|abs\}\}/, '$1}}')),
    ['N9', 'N8'],
  ),
  kind('N18', 'the value of another year behind the name of a year', otherYear, ['N18', 'N9']),
  kind('N18', 'the change of another year beside a value', otherChange, ['N18', 'N9']),
  kind('S1', 'a sum of a whole and its part', (g) =>
    withOther(g, (own, period) => {
      const whole = metricsOf(g).find(
        ({ parts, by }) =>
          by.has(period) && parts.some((one) => one.items.includes(own.id) && (one.period ?? period) === period),
      );
      return whole === undefined ? undefined : `{{sum:${whole.id}+${own.id}@${period}}}`;
    }),
  ),
  kind(
    'N10',
    'a share of the whole in its part',
    (g) =>
      withOther(g, (own, period) => {
        const part = metricsOf(g).find(
          ({ id, by, scope }) =>
            own.parts.some(({ items }) => items.includes(id)) && by.has(period) && scope === own.scope,
        );
        return part === undefined ? undefined : `{{share:${own.id}/${part.id}@${period}}}`;
      }),
    ['N10', 'S1'],
  ),
  kind(
    'N12',
    'a share of what is measured otherwise',
    (g) =>
      withOther(g, (own, period) => {
        const other = metricsOf(g).find(
          ({ unit, by, values }) => unit !== own.unit && by.get(period)?.status === 'reported' && values.length > 0,
        );
        return other === undefined ? undefined : `{{share:${own.id}/${other.id}@${period}}}`;
      }),
    ['N12', 'S1'],
  ),
  kind('P2', 'the mark of another note in one language', (g) => otherMark(g, 'note')),
  kind('P2', 'a reference to another section in one language', (g) => otherMark(g, '(?:see|page)')),
  kind('P2', 'the mark of another source in one language', (g) => otherMark(g, 'src')),
  kind('P2', 'a goal’s value for its change in one language', (g) =>
    rewriteEach(g, 'both', (raw) =>
      raw.replace(/\{\{target:([a-z0-9.-]+)\.change(?:\|\w+)?\}\}/, '{{target:$1.value}}'),
    ),
  ),
  kind('D1', 'a reference to a section that has no title', (g) => untitled(g), ['D1', 'C019']),
  kind('P3', 'a percentage in Chinese numerals and English words', (g) => inWords(g)),
  kind('P3', 'a figure between the lines', (g) => [
    ...rewriteEach(g, 'zh', (raw) => plain(raw, /(?<=\p{Script=Han})。$/u, '（上年为1.2亿元）。')),
    ...rewriteEach(g, 'en', (raw) => plain(raw, /(?<=[a-z])\.$/, ' (last year USD 1.2bn).')),
  ]),
  kind('V3', 'a rarer claim of rank in zh', (g) => claimed(g, 'zh')),
  kind('V3', 'a rarer claim of rank in en', (g) => claimed(g, 'en')),
  kind(
    'T2',
    'a bracket that is not closed',
    (g) => [
      ...rewriteEach(g, 'zh', (raw) => plain(raw, /）/, '')),
      ...rewriteEach(g, 'en', (raw) => plain(raw, /\)/, '')),
    ],
    ['T2', 'C023'],
  ),
  kind('T2', 'a stop made twice', (g) => [
    ...rewriteEach(g, 'zh', (raw) => plain(raw, /。/, '。。')),
    ...rewriteEach(g, 'en', (raw) => plain(raw, /(?<=[a-z])\. /, '.. ')),
  ]),
  kind('T2', 'three dots for an ellipsis, hyphens for a dash', (g) => [
    ...rewriteEach(g, 'zh', (raw) => plain(raw, /，/, '--')),
    ...rewriteEach(g, 'zh', (raw) => plain(raw, /，/, '...')),
    ...rewriteEach(g, 'en', (raw) => plain(raw, /, /, ' -- ')),
  ]),
  kind('T2', 'full-width letters or signs in English', (g) => [
    ...rewriteEach(g, 'en', (raw) => plain(raw, /; /, '；')),
    ...rewriteEach(g, 'en', (raw) => plain(raw, /: /, '：')),
  ]),
];

/** Another reference of the same kind in one of the languages. */
function otherMark(ground: Ground, head: string): readonly Seed[] {
  const shape = new RegExp(`\\{\\{(${head}):([a-z0-9.-]+)`, 'g');
  const all = new Set(
    ground.prose.flatMap(({ zh }) => [...rawOf(ground, zh).matchAll(shape)].map((match) => match[2] ?? '')),
  );
  return rewriteEach(ground, 'both', (raw) =>
    raw.replace(new RegExp(shape.source), (whole, kindOf: string, id: string) => {
      const other = [...all].find((one) => one !== id && !raw.includes(`:${one}`));
      return other === undefined ? whole : `{{${kindOf}:${other}`;
    }),
  );
}

/** A reference that prints a title, to a paragraph, which has none. */
function untitled(ground: Ground): readonly Seed[] {
  const paragraph = ground.fields.find(
    (field) =>
      field.path.at(-1) === 'id' &&
      field.path.at(-3) === 'blocks' &&
      ground.at(field.file, ...field.path.slice(0, -1), 'type')?.value === 'paragraph',
  );
  return paragraph === undefined
    ? []
    : inBoth(ground, (raw) => raw.replace(/\{\{see:[a-z0-9.-]+/, `{{see:${paragraph.value}`));
}

/** A change written out in both languages, in the place of its reference. */
function inWords(ground: Ground): readonly Seed[] {
  return ground.prose.flatMap((pair): readonly Seed[] => {
    const head = /\{\{(?:yoy|share):[^|}]*/.exec(rawOf(ground, pair.zh))?.[0];
    if (head === undefined || rawOf(ground, pair.zh).split(head).length !== 2) return [];
    const put = (field: Field, text: string): Edit | undefined =>
      rewritten(ground, field, (raw) => raw.replace(new RegExp(`${escaped(head)}[^}]*\\}\\}`), text));
    const edits = [put(pair.zh, '百分之二十三'), put(pair.en, 'twenty-three per cent')].filter(
      (edit) => edit !== undefined,
    );
    return edits.length !== 2
      ? []
      : [{ edits, lines: [lineOf(pair.zh)], named: [lineOf(pair.zh), lineOf(pair.en)], about: `${head} in words` }];
  });
}
