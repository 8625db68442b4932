import type { LangText, Report, Text } from './types.ts';

/** A text of the report with where it belongs. */
export interface PlacedText {
  readonly text: LangText;
  /** `prose` is written for readers; a `gloss` defines a term; a `formula` says how a derived value came about. */
  readonly role: 'prose' | 'gloss' | 'formula';
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
  walk(rest, { key: '', owner: undefined }, found);
  TEXTS.set(report, found);
  return found;
}

/** A report never changes, and a dozen checks ask for its texts. */
const TEXTS = new WeakMap<Report, readonly PlacedText[]>();

interface At {
  readonly key: string;
  readonly owner: string | undefined;
}

function walk(value: unknown, at: At, found: PlacedText[]): void {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return;
  if (isLangText(value)) {
    const role = at.key === 'gloss' ? 'gloss' : at.key === 'derived' ? 'formula' : 'prose';
    found.push({ text: value, role, shared: value.zh.origin === value.en.origin, owner: at.owner });
    return;
  }
  if (Array.isArray(value)) {
    for (const item of value) walk(item, at, found);
    return;
  }
  if (value instanceof Map) {
    for (const item of value.values()) walk(item, at, found);
    return;
  }
  const owner = 'id' in value && typeof value.id === 'string' ? value.id : at.owner;
  for (const [key, item] of Object.entries(value)) walk(item, { key, owner }, found);
}

function isLangText(value: object): value is LangText {
  return 'zh' in value && 'en' in value && isText(value.zh) && isText(value.en);
}

function isText(value: unknown): value is Text {
  return typeof value === 'object' && value !== null && 'inlines' in value && 'source' in value;
}
