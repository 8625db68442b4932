import type { Block, Chapter, Report, Source, Text, Tile } from '../content/types.ts';
import { LANGS, type Lang, type OriginId } from '../core/index.ts';
import type { Expected } from './account.ts';
import { byOrigin, type CallContext } from './call-context.ts';
import { expectedOfMetric, expectedOfTarget, expectedValues } from './expected-metric.ts';
import { expectedOfLabel, expectedOfText, plainAccount } from './expected-text.ts';

/** What a place of the content may print. */
export interface PlaceOffer {
  /** A text of the content: it prints what it says, no more and no less. */
  readonly exact: boolean;
  readonly expected: readonly Expected[];
}

/** Looks up what may be printed at a place, by the origin that its build gave it. */
export type Offers = (origin: OriginId) => PlaceOffer;

/** The offers of a report, each worked out once. */
export function openOffers(context: CallContext, langs: readonly Lang[]): Offers {
  const nodes = byOrigin(context.report);
  const known = new Map<OriginId, PlaceOffer>();
  const own = new Map<object, readonly Expected[]>();
  const ofOne = (node: object): readonly Expected[] => {
    const before = own.get(node);
    if (before !== undefined) return before;
    const expected = LANGS.flatMap((lang) => ofNode(node, lang, context));
    own.set(node, expected);
    return expected;
  };
  return (origin) => {
    const before = known.get(origin);
    if (before !== undefined) return before;
    const offer = offerOf(origin, nodes, ofOne, context, langs);
    known.set(origin, offer);
    return offer;
  };
}

function offerOf(
  origin: OriginId,
  nodes: ReadonlyMap<OriginId, readonly object[]>,
  ofOne: (node: object) => readonly Expected[],
  context: CallContext,
  langs: readonly Lang[],
): PlaceOffer {
  const texts = (nodes.get(origin) ?? []).filter(isText);
  if (texts.length > 0) {
    // A cell that stands for both languages is two texts of one origin; an edition of one language prints one of them.
    const printed = texts.length === 1 ? texts : texts.filter(({ lang }) => langs.includes(lang));
    const expected = printed.flatMap((text) => expectedOfText(text, context));
    const sure = printed.length === 1 ? expected : expected.map((one) => ({ ...one, must: false }));
    return { exact: true, expected: [...sure, ...listNumber(origin, context)] };
  }
  const expected: Expected[] = [];
  for (let at: OriginId | undefined = origin; at !== undefined; at = parentOf(at)) {
    for (const node of nodes.get(at) ?? []) expected.push(...ofOne(node));
  }
  return { exact: false, expected };
}

/** `file#/a/b` is in `file#/a`, and that in `file#`. */
function parentOf(origin: OriginId): OriginId | undefined {
  const hash = origin.indexOf('#');
  const cut = origin.lastIndexOf('/');
  if (hash < 0 || cut < hash) return undefined;
  return origin.slice(0, cut === hash + 1 ? hash + 1 : cut);
}

function isText(node: object): node is Text {
  return 'inlines' in node && 'source' in node && 'lang' in node;
}

/** `items/3/zh` is the fourth of an ordered list. */
function listNumber(origin: OriginId, context: CallContext): readonly Expected[] {
  const index = /\/items\/(\d+)(?:\/(?:zh|en))?$/.exec(origin)?.[1];
  if (index === undefined) return [];
  const number = String(Number(index) + 1);
  return expectedOfLabel(number, plainAccount('number', `item:${number}`, origin), context);
}

function ofNode(node: object, lang: Lang, context: CallContext): readonly Expected[] {
  if (isBlock(node)) return ofBlock(node, lang, context);
  if (isTile(node)) {
    const caption = node.caption === undefined ? [] : expectedOfText(node.caption[lang], context);
    return [...expectedOfMetric(node.metric, lang, context), ...caption.map((one) => ({ ...one, must: false }))];
  }
  if ('metric' in node && typeof node.metric === 'string' && 'indent' in node) {
    return expectedOfMetric(node.metric, lang, context);
  }
  if (isChapter(node)) return ofChapter(node, context);
  if (isReport(node)) return ofReport(node, lang, context);
  if (isPart(node))
    return [...context.report.metrics.values()].flatMap((metric) => expectedValues(metric, lang, context));
  if (isSource(node)) return numberLabel(`S${node.order}`, 'source key', `source:${node.id}`, node.origin, context);
  return [];
}

function numberLabel(
  text: string,
  kind: 'number' | 'goal' | 'source key' | 'score',
  key: string,
  origin: OriginId,
  context: CallContext,
): readonly Expected[] {
  return expectedOfLabel(text, plainAccount(kind, key, origin), context, { bare: true });
}

function ofBlock(block: Block, lang: Lang, context: CallContext): readonly Expected[] {
  const { report } = context;
  const periods = 'periods' in block ? block.periods : [];
  const labels = periods.flatMap((id) => {
    const period = report.periods.find((one) => one.id === id);
    if (period === undefined) return [];
    const account = plainAccount('period', `period:${id}`, period.origin);
    return expectedOfLabel(period.label[lang], account, context);
  });
  switch (block.type) {
    case 'kpi':
      return expectedOfMetric(block.tile.metric, lang, context);
    case 'kpi_grid':
      return block.tiles.flatMap((tile) => expectedOfMetric(tile.metric, lang, context));
    case 'chart': {
      const target = block.target === undefined ? undefined : report.targets.get(block.target);
      const texts = [...block.marks.map(({ text }) => text), block.alt, block.title, block.measure];
      return [
        ...labels,
        ...block.series.flatMap(({ metric }) => expectedOfMetric(metric, lang, context)),
        ...(target === undefined ? [] : expectedOfTarget(target, lang, context)),
        ...texts.flatMap((text) => expectedOfText(text[lang], context)).map((one) => ({ ...one, must: false })),
        ...totals(
          block.series.map(({ metric }) => metric),
          periods,
          lang,
          context,
        ),
      ];
    }
    case 'metric_table':
      return labels;
    case 'materiality':
      return scores(report, context);
    case 'sdg_map':
    case 'strategy_figure':
      return goals(report, context);
    default:
      return [];
  }
}

/** What a stack of bars adds up to, when its parts may be added. */
function totals(
  metrics: readonly string[],
  periods: readonly string[],
  lang: Lang,
  context: CallContext,
): readonly Expected[] {
  const [first] = metrics;
  if (metrics.length < 2 || first === undefined) return [];
  return periods.flatMap((period) => {
    const head = `sum:${metrics.join('+')}@${period}`;
    const target = { kind: 'sum' as const, metrics, period };
    const format = { name: undefined };
    const { quantity, diagnostics } = context.book.resolve(
      { head, format, start: 0, end: 0, origin: '', target },
      lang,
    );
    if (quantity.value === null || diagnostics.length > 0) return [];
    const account = { ...plainAccount('sum', head, context.report.metrics.get(first)?.origin ?? ''), period };
    return expectedOfLabel(quantity.text, account, context, { bare: true });
  });
}

function scores(report: Report, context: CallContext): readonly Expected[] {
  const { materiality } = report;
  if (materiality === undefined) return [];
  const { scale } = materiality.axes;
  const topics = materiality.topics.flatMap((topic) =>
    [topic.x, topic.y].flatMap((value) => numberLabel(value, 'score', `topic:${topic.id}`, topic.origin, context)),
  );
  const [from, to] = scale.map(Number);
  const ticks = Array.from({ length: Math.max(0, (to ?? 0) - (from ?? 0)) + 1 }, (_, step) =>
    String((from ?? 0) + step),
  );
  return [...topics, ...ticks.flatMap((tick) => numberLabel(tick, 'score', 'topic scale', report.origin, context))];
}

function goals(report: Report, context: CallContext): readonly Expected[] {
  const numbers = Array.from({ length: 17 }, (_, index) => String(index + 1));
  return [
    ...numbers.flatMap((number) => numberLabel(number, 'goal', `goal:${number}`, report.origin, context)),
    ...report.accents.flatMap(({ id, order, sdgs }) => [
      ...numberLabel(String(order), 'number', `accent:${id}`, report.origin, context),
      ...sdgList(sdgs, id, report.origin, context),
    ]),
  ];
}

function sdgList(sdgs: readonly number[], id: string, origin: OriginId, context: CallContext): readonly Expected[] {
  if (sdgs.length === 0) return [];
  return [`SDGs ${sdgs.join(', ')}`, `可持续发展目标${sdgs.join('、')}`].flatMap((text) =>
    numberLabel(text, 'goal', `goals:${id}`, origin, context),
  );
}

/** The numbers of a chapter: its own, how many there are, its sections’, and that of its accent, which its thumb index prints. */
function ofChapter(chapter: Chapter, context: CallContext): readonly Expected[] {
  const { report } = context;
  const numbered = [...report.chapters.values()].filter(({ number }) => number !== undefined);
  const { number, origin } = chapter;
  if (number === undefined) return [];
  const sections = chapter.blocks.filter((block) => block.type === 'heading' && block.level === 2);
  const accent = report.accents.find(({ id }) => id === chapter.accent);
  return [
    ...numberLabel(number, 'number', `chapter:${chapter.id}`, origin, context),
    ...numberLabel(String(numbered.length), 'number', 'chapters', report.origin, context),
    ...sections.flatMap((_, index) =>
      numberLabel(`${number}.${index + 1}`, 'number', `section:${chapter.id}.${index + 1}`, origin, context),
    ),
    ...(accent === undefined
      ? []
      : [
          ...numberLabel(String(accent.order), 'number', `accent:${accent.id}`, report.origin, context),
          ...sdgList(accent.sdgs, accent.id, report.origin, context),
        ]),
  ];
}

/** Pages that belong to no chapter: the cover and the contents print the numbers of chapters. */
function ofReport(report: Report, _lang: Lang, context: CallContext): readonly Expected[] {
  return [...report.chapters.values()].flatMap(({ id, number, origin }) =>
    number === undefined ? [] : numberLabel(number, 'number', `chapter:${id}`, origin, context),
  );
}

function isBlock(node: object): node is Block {
  return 'id' in node && 'type' in node && 'sdgs' in node && 'frameworks' in node;
}

function isTile(node: object): node is Tile {
  return 'metric' in node && 'show' in node;
}

function isChapter(node: object): node is Chapter {
  return 'opener' in node && 'blocks' in node;
}

function isReport(node: object): node is Report {
  return 'chapters' in node && 'periods' in node && 'metrics' in node;
}

function isPart(node: object): node is Chapter {
  return 'kind' in node && 'blocks' in node && !('type' in node);
}

function isSource(node: object): node is Source {
  return 'order' in node && 'where' in node;
}
