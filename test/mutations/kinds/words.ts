import { type Field, type Ground, rawOf, type TextPair } from '../ground.ts';
import { calendarOf, metricsOf } from '../metrics-of.ts';
import { inField, type Kind, kind, lineOf, replaced, type Seed } from '../seed.ts';

type Lang = 'zh' | 'en';

/** A word of direction at a citation, and the same text with another word there. */
interface Turn {
  readonly field: Field;
  readonly head: string;
  readonly raw: string;
  readonly about: string;
}

/** Words of direction as reports use them, each with its contrary. */
const CONTRARY: Readonly<Record<Lang, readonly (readonly [string, string])[]>> = {
  zh: [
    ['增长', '下降'],
    ['增加', '减少'],
    ['上升', '下降'],
    ['提高', '降低'],
    ['提升', '下滑'],
    ['回升', '回落'],
    ['净增', '净减'],
    ['略增', '略降'],
    ['增幅', '降幅'],
    ['涨幅', '跌幅'],
    ['升至', '降至'],
    ['增至', '减至'],
  ],
  en: [
    ['rose', 'fell'],
    ['rises', 'falls'],
    ['grew', 'shrank'],
    ['grows', 'shrinks'],
    ['climbed', 'dropped'],
    ['increased', 'decreased'],
    ['went up', 'came down'],
    ['went back up', 'went back down'],
    ['edged up', 'edged down'],
    ['up', 'down'],
    ['a rise of', 'a fall of'],
    ['an increase of', 'a decrease of'],
    ['a gain of', 'a loss of'],
    ['growth of', 'a decline of'],
    ['more', 'less'],
    ['higher', 'lower'],
  ],
};

function contraries(lang: Lang): readonly (readonly [string, string])[] {
  return CONTRARY[lang].flatMap(([a, b]) => [[a, b] as const, [b, a] as const]);
}

const CHANGE = '\\{\\{(?:yoy|diff):[^}]*\\}\\}';
const LEVEL = '\\{\\{m:[^}]*\\}\\}';

/** Every place in a text where a word of direction belongs to a citation, with the contrary put in. */
function turnsIn(ground: Ground, field: Field): readonly Turn[] {
  const lang: Lang = field.path.at(-1) === 'zh' ? 'zh' : 'en';
  const raw = rawOf(ground, field);
  return contraries(lang).flatMap(([word, contrary]) => {
    const w = word.replace(/ /g, '\\s');
    const shapes =
      lang === 'zh'
        ? [`(${w})()(?:了|约|为|达)?(${CHANGE})`, `(${w})(?:到)?()(${LEVEL})`]
        : [
            `\\b(${w})(?: by| about)? ()(${CHANGE})`,
            `\\b(${w})(?: from ${LEVEL}(?: in [^.,;]*| by way of ${LEVEL}| through ${LEVEL})?)? to ()(${LEVEL})`,
            `()(${CHANGE})(?: year on year)? (${w}) than`,
          ];
    return shapes.flatMap((shape) =>
      [...raw.matchAll(new RegExp(shape, 'g'))].flatMap((match): readonly Turn[] => {
        const isAfter = match[1] === '';
        const head = (isAfter ? match[2] : match[3]) ?? '';
        const at = isAfter ? match.index + match[0].lastIndexOf(word) : match.index;
        if (!isChecked(ground, head)) return [];
        const text = raw.slice(0, at) + contrary + raw.slice(at + word.length);
        return [{ field, head: head.replace(/\|.*|\}\}/, ''), raw: text, about: `${word} → ${contrary} at ${head}` }];
      }),
    );
  });
}

/** Whether the values behind a citation say which way it went: both are there, and they differ. */
function isChecked(ground: Ground, head: string): boolean {
  return wayOf(ground, head) !== undefined;
}

/** 1 for a value above the year before, −1 for one below; undefined when that cannot be told, or is disputed. */
export function wayOf(ground: Ground, head: string): 1 | -1 | undefined {
  const [, id, period, from] = /^\{\{(?:m|yoy|diff):([a-z0-9.-]+)@(\w+)(?:<(\w+))?/.exec(head) ?? [];
  const metric = metricsOf(ground).find((one) => one.id === id);
  const { periods } = calendarOf(ground);
  const later = metric?.by.get(period ?? '');
  const earlier = metric?.by.get(from ?? periods[periods.indexOf(period ?? '') - 1] ?? '');
  if (later === undefined || earlier === undefined || later.unit !== earlier.unit) return undefined;
  const difference = Number(later.value) - Number(earlier.value);
  return difference === 0 ? undefined : difference > 0 ? 1 : -1;
}

function turned(ground: Ground, lang: Lang, where: (field: Field) => boolean = () => true): readonly Seed[] {
  return ground.prose.flatMap((pair) =>
    where(pair[lang])
      ? turnsIn(ground, pair[lang]).map(({ field, raw, about }) => ({
          edits: [replaced(field, raw)],
          lines: [lineOf(field)],
          about,
        }))
      : [],
  );
}

function turnedInBoth(ground: Ground): readonly Seed[] {
  return ground.prose.flatMap((pair: TextPair) =>
    turnsIn(ground, pair.zh).flatMap((zh) =>
      turnsIn(ground, pair.en)
        .filter((en) => en.head === zh.head)
        .map((en) => ({
          edits: [replaced(pair.zh, zh.raw), replaced(pair.en, en.raw)],
          lines: [lineOf(pair.zh)],
          named: [lineOf(pair.zh), lineOf(pair.en)],
          about: `${zh.about}; ${en.about}`,
        })),
    ),
  );
}

const isTitle = (field: Field): boolean => /^(?:title|alt|caption)$/.test(String(field.path.at(-2)));

/** A word that calls a change good or bad, against what the metric makes of it. */
function judged(ground: Ground, lang: Lang): readonly Seed[] {
  return ground.prose.flatMap((pair) => {
    const field = pair[lang];
    const shape =
      lang === 'zh'
        ? new RegExp(`(升至|增至|降至|减至|提高到|增加到|回升到)()(${LEVEL})`)
        : new RegExp(`\\b(rose|fell|rises|falls|came down|climbed|grew)((?: from ${LEVEL})? to )(${LEVEL})`);
    return inField(ground, field, (raw) => {
      const [all = '', verb = '', link = '', head = ''] = shape.exec(raw) ?? [];
      const metric = metricsOf(ground).find(({ id }) => head.startsWith(`{{m:${id}@`));
      if (all === '' || !isChecked(ground, head) || metric === undefined || metric.polarity === 'neutral') return raw;
      const rises = /^(?:升|增|提高|回升|rose|rises|climbed|grew)/.test(verb);
      const good = (metric.polarity === 'higher_is_better') === rises;
      const word = lang === 'zh' ? (good ? '恶化至' : '改善至') : good ? 'worsened' : 'improved';
      return raw.replace(all, word + link + head);
    });
  });
}

/** A level led by “by”, or a change by “to”. */
function mixed(ground: Ground, lang: Lang, rewrite: (raw: string) => string): readonly Seed[] {
  return ground.prose.flatMap((pair) => inField(ground, pair[lang], rewrite));
}

/** Differences and changes of shares with the other one’s unit. */
function shareIds(ground: Ground): readonly string[] {
  return metricsOf(ground).flatMap(({ id, unit }) => (unit === 'percent' ? [id] : []));
}

function unitOfChange(
  ground: Ground,
  rewrite: (raw: string, isShare: (id: string) => boolean) => string,
): readonly Seed[] {
  const ids = new Set(shareIds(ground));
  return ground.prose.flatMap(({ zh, en }) =>
    [zh, en].flatMap((field) => inField(ground, field, (raw) => rewrite(raw, (id) => ids.has(id)))),
  );
}

export const WORDS: readonly Kind[] = [
  kind('N9', 'the contrary word in zh', (g) => turned(g, 'zh', (f) => !isTitle(f))),
  kind('N9', 'the contrary word in en', (g) => turned(g, 'en', (f) => !isTitle(f))),
  kind('N9', 'the contrary word in both', turnedInBoth),
  kind('N9', 'the contrary word in a title, caption or alternative text', (g) => [
    ...turned(g, 'zh', isTitle),
    ...turned(g, 'en', isTitle),
  ]),
  kind('N9', 'called better or worse in zh', (g) => judged(g, 'zh')),
  kind('N9', 'called better or worse in en', (g) => judged(g, 'en')),
  kind('N9', 'a level compared the wrong way', (g) =>
    g.prose.flatMap(({ zh, en }) => [
      ...inField(g, en, (raw) =>
        raw.replace(/\b(up|down) from(?= \{\{m:)/, (_, w: string) => `${w === 'up' ? 'down' : 'up'} from`),
      ),
      ...inField(g, zh, (raw) =>
        raw.replace(/(低于|高于)(?=(?:\{\{period:[^}]*\}\}的)?\{\{m:)/, (w) => (w === '低于' ? '高于' : '低于')),
      ),
    ]),
  ),
  kind('N8', 'a change after 至 or 到', (g) =>
    mixed(g, 'zh', (raw) =>
      raw.replace(/(增长|增加|上升|提高|提升|下降|减少|降低|回落)(?:了|约)?(?=\{\{(?:yoy|diff):)/, '$1至'),
    ),
  ),
  kind('N8', 'a change after “to”', (g) =>
    mixed(g, 'en', (raw) =>
      raw.replace(
        /\b(rose|fell|grew|climbed|increased|decreased|down|up|fallen)(?: by)?(?= \{\{(?:yoy|diff):)/,
        '$1 to',
      ),
    ),
  ),
  kind('N8', 'a level after a bare verb or 了', (g) =>
    mixed(g, 'zh', (raw) =>
      raw.replace(/(升|增|降|减)(?:至|到)(?=\{\{m:)/, (_, w: string) =>
        w === '升' || w === '增' ? '增长了' : '下降了',
      ),
    ),
  ),
  kind('N8', 'a level after “by”', (g) =>
    mixed(g, 'en', (raw) =>
      raw.replace(
        /\b(rose|fell|rises|falls|grew|grows|climbed|came down|shrinks|increased|went up)((?: from \{\{m:[^}]*\}\})?) to(?= \{\{m:)/,
        '$1$2 by',
      ),
    ),
  ),
  kind('N8', 'a share called a growth', (g) => {
    const ids = shareIds(g);
    return g.prose.flatMap(({ zh, en }) => [
      ...inField(g, zh, (raw) =>
        raw.replace(
          /(?:占比?|达到?|为|提高到)(\{\{m:([a-z0-9.-]+)@\w+(?:\|qty)?\}\})/,
          (all, head: string, id: string) => (ids.includes(id) ? `增长了${head}` : all),
        ),
      ),
      ...inField(g, en, (raw) =>
        raw.replace(
          /\b(?:is|was|were|are|reached|came to|is now) (\{\{m:([a-z0-9.-]+)@\w+(?:\|qty)?\}\})/,
          (all, head: string, id: string) => (ids.includes(id) ? `increased by ${head}` : all),
        ),
      ),
    ]);
  }),
  kind('N7', 'a difference of shares as a percentage', (g) =>
    unitOfChange(g, (raw, isShare) =>
      raw.replace(/\{\{diff:([a-z0-9.-]+)@(\w+)(?:\|(?:pp|signed|abs|qty))?\}\}/, (all, id: string, p: string) =>
        isShare(id) ? `{{diff:${id}@${p}|pct}}` : all,
      ),
    ),
  ),
  kind('N7', 'a relative change in points', (g) =>
    unitOfChange(g, (raw) => raw.replace(/\{\{yoy:([^}|]*)(?:\|\w+)?\}\}/, '{{yoy:$1|pp}}')),
  ),
  kind('N7', 'a bare difference of shares with % typed after it', (g) =>
    unitOfChange(g, (raw, isShare) =>
      raw.replace(/\{\{diff:([a-z0-9.-]+)@(\w+)(?:\|(?:pp|signed|abs|qty))?\}\}/, (all, id: string, p: string) =>
        isShare(id) ? `{{diff:${id}@${p}|num}}%` : all,
      ),
    ),
  ),
  kind('N7', 'a bare difference of shares with per cent after it', (g) =>
    g.prose.flatMap(({ en }) =>
      inField(g, en, (raw) =>
        raw.replace(/\{\{diff:([a-z0-9.-]+)@(\w+)(?:\|(?:pp|signed|abs|qty))?\}\}/, (all, id: string, p: string) =>
          shareIds(g).includes(id) ? `{{diff:${id}@${p}|num}} per cent` : all,
        ),
      ),
    ),
  ),
  kind('N7', 'a bare relative change with points after it', (g) =>
    g.prose.flatMap(({ zh, en }) => [
      ...inField(g, zh, (raw) => raw.replace(/\{\{yoy:([^}|]*)(?:\|\w+)?\}\}/, '{{yoy:$1|num}}个百分点')),
      ...inField(g, en, (raw) => raw.replace(/\{\{yoy:([^}|]*)(?:\|\w+)?\}\}/, '{{yoy:$1|num}} percentage points')),
    ]),
  ),
  kind(
    'N7',
    'a stated difference of shares in percent',
    (g) =>
      metricsOf(g).flatMap((metric) =>
        metric.values.flatMap((value) =>
          value.stated.flatMap((stated) =>
            stated.unit === 'percentage_points'
              ? [
                  {
                    edits: [replaced(stated.unitField, 'percent')],
                    lines: [lineOf(stated.field), lineOf(value.field)],
                    about: `${metric.id} stated in percent`,
                  },
                ]
              : [],
          ),
        ),
      ),
    ['N7', 'N1'],
  ),
];
