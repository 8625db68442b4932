import type { Lang, OriginId } from '../core/index.ts';
import type { Label, LangText, Report, Text } from './types.ts';

/** A text of the report with where it belongs. */
export interface PlacedText {
  readonly text: LangText;
  /** `prose` is written for readers; a `gloss` defines a term; a `formula` says how a derived value came about; a `label` names a thing. */
  readonly role: 'prose' | 'gloss' | 'formula' | 'label';
  /** Whether one text stands for both languages, as in a table cell of figures. */
  readonly shared: boolean;
  /** Id of the nearest block, metric, target, source or term that holds it. */
  readonly owner: string | undefined;
}

/** All texts that may hold references, in the order of the report. */
export function reportTexts(report: Report): readonly PlacedText[] {
  const known = TEXTS.get(report);
  if (known !== undefined) return known;
  const found: PlacedText[] = [];
  const { blocks: _same, ...rest } = report;
  walk(rest, '', undefined, found);
  TEXTS.set(report, found);
  return found;
}

/** A report never changes, and a dozen checks ask for its texts. */
const TEXTS = new WeakMap<Report, readonly PlacedText[]>();

/** Names and labels that print: of metrics, series, goals, topics, periods, accents and sources. They take no references. */
export function reportLabels(report: Report): readonly PlacedText[] {
  const known = LABELS.get(report) ?? labelsOf(report);
  LABELS.set(report, known);
  return known;
}

const LABELS = new WeakMap<Report, readonly PlacedText[]>();

function labelsOf(report: Report): readonly PlacedText[] {
  const { metrics, targets, sources, accents, periods, materiality, blocks } = report;
  return [
    ...[...metrics.values()].flatMap((one) => named(one, { label: one.label, short: one.short, scope: one.scope })),
    ...[...targets.values()].flatMap((one) => named(one, { label: one.label })),
    ...[...sources.values()].flatMap((one) => named(one, { title: one.title })),
    ...accents.flatMap((one, i) =>
      named({ id: one.id, origin: `${report.origin}/accents/${i}` }, { label: one.label }),
    ),
    ...periods.flatMap((one) => named(one, { label: one.label, long: one.long })),
    ...(materiality?.topics ?? []).flatMap((one) => named(one, { label: one.label })),
    ...[...blocks.values()].flatMap((one) =>
      one.type === 'chart' ? one.series.flatMap(({ label }, i) => named(one, { [`series/${i}/label`]: label })) : [],
    ),
  ];
}

function named(
  { id, origin }: { readonly id: string; readonly origin: OriginId },
  labels: Readonly<Record<string, Label | undefined>>,
): readonly PlacedText[] {
  return Object.entries(labels).flatMap(([key, label]) =>
    label === undefined ? [] : [placed(id, `${origin}/${key}`, label)],
  );
}

function placed(owner: string, origin: OriginId, label: Label): PlacedText {
  const text = (lang: Lang): Text => ({
    lang,
    source: label[lang],
    inlines: [{ kind: 'chars', text: label[lang] }],
    origin: `${origin}/${lang}`,
  });
  return { text: { zh: text('zh'), en: text('en') }, role: 'label', shared: false, owner };
}

function walk(value: unknown, key: string, within: string | undefined, found: PlacedText[]): void {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return;
  if (isLangText(value)) {
    const role = key === 'gloss' ? 'gloss' : key === 'derived' ? 'formula' : 'prose';
    found.push({ text: value, role, shared: value.zh.origin === value.en.origin, owner: within });
    return;
  }
  if (Array.isArray(value)) {
    for (const item of value) walk(item, key, within, found);
    return;
  }
  if (value instanceof Map) {
    for (const item of value.values()) walk(item, key, within, found);
    return;
  }
  const owner = 'id' in value && typeof value.id === 'string' ? value.id : within;
  for (const name of Object.keys(value)) walk((value as Readonly<Record<string, unknown>>)[name], name, owner, found);
}

function isLangText(value: object): value is LangText {
  return 'zh' in value && 'en' in value && isText(value.zh) && isText(value.en);
}

function isText(value: unknown): value is Text {
  return typeof value === 'object' && value !== null && 'inlines' in value && 'source' in value;
}
