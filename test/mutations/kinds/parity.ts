import { createHash } from 'node:crypto';
import { type Field, type Ground, lineAt, rawOf, type TextPair } from '../ground.ts';
import { metricsOf } from '../metrics-of.ts';
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

const REFERENCE = /\{\{(?:m|yoy|diff|share|sum|target|period|date):[^}]*\}\}/;
const both = ({ zh, en }: TextPair): readonly Field[] => [zh, en];

/** Every text of blocks in one language, with a rewriting of it. */
function eachText(ground: Ground, rewrite: (raw: string, field: Field) => string): readonly Seed[] {
  return ground.prose.flatMap(both).flatMap((field) => inField(ground, field, (raw) => rewrite(raw, field)));
}

/** A language left out: the line may be that of the entry or of the language that is there. */
function leftOut(ground: Ground, lang: 'zh' | 'en', where: (field: Field) => boolean): readonly Seed[] {
  return ground.prose.flatMap((pair): readonly Seed[] => {
    const [gone, kept] = lang === 'zh' ? [pair.zh, pair.en] : [pair.en, pair.zh];
    const cut = where(gone) ? (lineCut(ground, gone) ?? entryCut(ground, gone)) : undefined;
    if (cut === undefined) return [];
    const wholeLine = cut.text === '' && (ground.files[cut.file] ?? '').slice(cut.start, cut.end).endsWith('\n');
    const keptLine = wholeLine && gone.line < kept.line ? kept.line - 1 : kept.line;
    const first = firstLine(ground, pair);
    // Of a mapping whose first line is gone the line of its key is told.
    const from = wholeLine && gone.line === first ? first - 1 : first;
    return [{ edits: [cut], lines: range(gone.file, from, keptLine), about: `${gone.path.join('/')} left out` }];
  });
}

/** The line on which the mapping of a pair begins, as its first key stands. */
function firstLine(ground: Ground, { zh, en }: TextPair): number {
  const parent = zh.path.slice(0, -1).join('/');
  const own = ground.fields.filter(
    (field) => field.file === zh.file && field.path.slice(0, parent.split('/').length).join('/') === parent,
  );
  return Math.min(...own.map(({ line }) => line), en.line);
}

function range(file: string, from: number, to: number): readonly string[] {
  return Array.from({ length: Math.max(to - from + 1, 1) }, (_, i) => `${file}:${from + i}`);
}

/** A typed figure in the place of a citation, in both languages of a text. */
function typedInBoth(ground: Ground, zhText: string, enText: string): readonly Seed[] {
  return ground.prose.flatMap((pair): readonly Seed[] => {
    const head = /\{\{(?:m|yoy|diff|share):[^}|]*/.exec(rawOf(ground, pair.zh))?.[0];
    if (head === undefined || rawOf(ground, pair.en).split(head).length !== 2) return [];
    const put = (field: Field, text: string): Edit | undefined =>
      rewritten(ground, field, (raw) => raw.replace(new RegExp(`${escaped(head)}[^}]*\\}\\}`), text));
    const edits = [put(pair.zh, zhText), put(pair.en, enText)].filter((edit) => edit !== undefined);
    if (edits.length !== 2 || rawOf(ground, pair.zh).split(head).length !== 2) return [];
    return [
      {
        edits,
        lines: [lineOf(pair.zh)],
        named: [lineOf(pair.zh), lineOf(pair.en)],
        about: `${head} typed as ${zhText}`,
      },
    ];
  });
}

export function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

/** A block that says what its translation was made from, made good first, then changed on one side. */
function staleText(ground: Ground, source: 'zh' | 'en', change: (raw: string) => string): readonly Seed[] {
  return ground.prose.flatMap((pair): readonly Seed[] => {
    const { zh, en } = pair;
    const text = ground.files[zh.file] ?? '';
    const isBlock =
      zh.path.at(-3) === 'blocks' && lineCut(ground, zh) !== undefined && lineCut(ground, en) !== undefined;
    if (!isBlock) return [];
    const from = pair[source];
    const hash = createHash('sha256').update(from.value.trimEnd().normalize('NFC')).digest('hex').slice(0, 12);
    const start = text.lastIndexOf('\n', zh.start) + 1;
    const indent = ' '.repeat(zh.start - start - 'zh: '.length);
    const edit = rewritten(ground, from, change);
    if (edit === undefined) return [];
    const [said, was] = ['source_lang', 'translated_from'].map((key) =>
      ground.at(zh.file, ...zh.path.slice(0, -1), key),
    );
    // What a block says of its translation stays as it is written.
    if (was !== undefined || (said !== undefined && said.value !== source)) return [];
    const lead = said === undefined ? `${indent}source_lang: ${source}\n` : '';
    const added = `${lead}${indent}translated_from: "${hash}"\n`;
    const first = lineAt(text, start);
    return [
      {
        edits: [{ file: zh.file, start, end: start, text: added }, edit],
        lines: [`${zh.file}:${said === undefined ? first + 1 : first}`],
        about: `${source} of ${zh.path.join('/')} changed after its translation`,
      },
    ];
  });
}

/** Texts long enough to be cut in half, without references, so that only their length tells. */
function halved(ground: Ground, lang: 'zh' | 'en'): readonly Seed[] {
  return ground.prose.flatMap((pair): readonly Seed[] => {
    const raw = rawOf(ground, pair[lang]);
    const end = lang === 'zh' ? /[。；！？]/g : /[.;!?](?= )/g;
    const first = [...raw.matchAll(end)][0];
    const isPlain = !/\{\{/.test(raw) && !/\{\{/.test(rawOf(ground, pair[lang === 'zh' ? 'en' : 'zh']));
    if (!isPlain || first === undefined || raw.length < (lang === 'zh' ? 60 : 160)) return [];
    if (first.index > raw.length * 0.36) return [];
    const close = raw.startsWith('"') ? '"' : '';
    const text = `${raw.slice(0, first.index)}${lang === 'zh' ? '。' : '.'}${close}`;
    return [
      {
        edits: [replaced(pair[lang], text)],
        lines: [lineOf(pair.zh), lineOf(pair.en)],
        about: `${lang} cut to ${text}`,
      },
    ];
  });
}

export const PARITY: readonly Kind[] = [
  kind('P1', 'zh left out of a block', (g) => leftOut(g, 'zh', (f) => typeof f.path.at(-2) === 'number'), [
    'P1',
    'C004',
  ]),
  kind('P1', 'en left out of a block', (g) => leftOut(g, 'en', (f) => typeof f.path.at(-2) === 'number'), [
    'P1',
    'C004',
  ]),
  kind(
    'P1',
    'en left out of a title, caption, cell or item',
    (g) => leftOut(g, 'en', (f) => typeof f.path.at(-2) !== 'number'),
    ['P1', 'C004'],
  ),
  kind(
    'P1',
    'zh left out of a title, caption, cell or item',
    (g) => leftOut(g, 'zh', (f) => typeof f.path.at(-2) !== 'number'),
    ['P1', 'C004'],
  ),
  kind('P1', 'en emptied', (g) => g.prose.flatMap(({ en }) => inField(g, en, () => '""')), ['P1', 'C008', 'A1']),
  kind('P1', 'en pasted over zh', (g) =>
    g.prose.flatMap(({ zh, en }) =>
      /[a-z]{3,} [a-z]{3,}/.test(en.value.replace(/\{\{.*?\}\}/g, '')) && /\p{Script=Han}{4}/u.test(zh.value)
        ? inField(g, zh, () => rawOf(g, en))
        : [],
    ),
  ),
  kind('P1', 'zh pasted over en', (g) =>
    g.prose.flatMap(({ zh, en }) => (/\p{Script=Han}{4}/u.test(zh.value) ? inField(g, en, () => rawOf(g, zh)) : [])),
  ),
  kind('P2', 'en cites another period', (g) =>
    eachText(g, (raw, f) => (f.path.at(-1) === 'en' ? otherPeriod(raw) : raw)),
  ),
  kind('P2', 'zh cites another period', (g) =>
    eachText(g, (raw, f) => (f.path.at(-1) === 'zh' ? otherPeriod(raw) : raw)),
  ),
  kind('P2', 'a citation lost in one language', (g) =>
    g.prose.flatMap((pair) =>
      both(pair).flatMap((field) =>
        inField(g, field, (raw) => {
          const text = raw.replace(REFERENCE, '…');
          return raw.startsWith('"') || text === raw ? text : `"${text.replaceAll('"', '')}"`;
        }).map((seed) => ({ ...seed, lines: both(pair).map(lineOf), named: both(pair).map(lineOf) })),
      ),
    ),
  ),
  kind('P2', 'a citation made twice in one language', (g) => eachText(g, (raw) => raw.replace(REFERENCE, '$&, $&'))),
  kind('P2', 'another metric in one language', (g) => {
    const ids = metricsOf(g).map(({ id }) => id);
    return eachText(g, (raw) =>
      raw.replace(/\{\{m:([a-z0-9.-]+)@(\w+)/, (all, id: string, period: string) => {
        const other = metricsOf(g).find((m) => m.id !== id && m.by.has(period) && ids.includes(id));
        return other === undefined ? all : `{{m:${other.id}@${period}`;
      }),
    );
  }),
  kind('P2', 'a change cited for a difference in one language', (g) =>
    eachText(g, (raw) => raw.replace(/\{\{yoy:([^}|]*)(?:\|\w+)?\}\}/, '{{diff:$1}}')),
  ),
  kind('P2', 'a literal for another reason', (g) =>
    eachText(g, (raw) => raw.replace(/(\{\{lit:[^|}]*\|)[^}]*\}\}/, '$1something else}}')),
  ),
  kind('P3', 'a percentage typed in one language', (g) => eachText(g, (raw) => raw.replace(REFERENCE, '63.5%'))),
  kind('P3', 'a figure typed in both languages', (g) => typedInBoth(g, '232万吨', '2.32 million tonnes')),
  kind('P3', 'a percentage typed in both languages', (g) => typedInBoth(g, '63.5%', '63.5%')),
  kind('P3', 'a full-width number in Chinese', (g) =>
    g.prose.flatMap(({ zh }) => inField(g, zh, (raw) => raw.replace(/(?<=\p{Script=Han})(?=，)/u, '１２'))),
  ),
  kind('P3', 'a year typed', (g) =>
    eachText(g, (raw, f) => raw.replace(/\{\{period:[^}]*\}\}/, f.path.at(-1) === 'zh' ? '2024年' : '2024')),
  ),
  kind('P3', 'an ordinal or a count typed in passing', (g) =>
    eachText(g, (raw, f) =>
      raw.replace(f.path.at(-1) === 'zh' ? /。/ : /\.(?= )/, f.path.at(-1) === 'zh' ? '，共3项。' : ', 3 in all.'),
    ),
  ),
  kind('P4', 'zh changed after its translation', (g) =>
    staleText(g, 'zh', (raw) => raw.replace(/(?<=\p{Script=Han})。/u, '，并将继续。')),
  ),
  kind('P4', 'en changed after its translation', (g) =>
    staleText(g, 'en', (raw) => raw.replace(/(?<=[a-z])\.(?= )/, ', as planned.')),
  ),
  kind('P4', 'one character changed', (g) => staleText(g, 'zh', (raw) => raw.replace('的', '之'))),
  kind('P5', 'zh cut to its first sentence', (g) => halved(g, 'zh')),
  kind('P5', 'en cut to its first sentence', (g) => halved(g, 'en')),
];

/** Another year at the end of a period’s id. */
function otherPeriod(raw: string): string {
  return raw.replace(
    /(\{\{(?:m|period):(?:[a-z0-9.-]+@)?[A-Z]{2}20\d)(\d)(?=[|}])/,
    (_, lead: string, digit: string) => `${lead}${(Number(digit) + 9) % 10}`,
  );
}
