import { diagnose } from '../../core/index.ts';
import { asWritten } from '../../source/index.ts';
import type { Disclosure, Framework, Label } from '../types.ts';
import type { FileReader } from './file-reader.ts';

type Raw = Readonly<Record<string, unknown>>;
type Group = Disclosure['group'];

/** Levels of a list that are headings over what follows, not disclosures. */
const HEADINGS = new Set(['subject_area', 'aspect', 'pillar', 'heading']);

/**
 * Reads a framework from whatever shape suits its standard:
 * `standards:` with their `disclosures:`, or any lists of items with `id`, `zh` and `en`, in which a `level` makes an item
 * a heading over what follows and a `pillar` names its group. Dated `names:` give the title in force on `start`;
 * an item's `versions:` and a part that the file says content was moved to decide what is in force.
 * @param start  first day of the reporting period: a framework's version is chosen by the day the period begins
 * Emits C004 when a file has no disclosures, C003 for a list item without both names.
 */
export function readFramework(read: FileReader, id: string, raw: Raw, start: string): Framework {
  const lists = Object.entries(raw).filter((entry): entry is [string, readonly unknown[]] => isItemList(entry[1]));
  const moved = movedParts(lists.flatMap(([, items]) => items));
  const disclosures = [
    ...fromStandards(read, raw, start),
    ...lists.flatMap(([key, items]) =>
      fromList(read, { key, items, start, from: moved.get(key), alone: lists.length === 1 }),
    ),
  ];
  if (disclosures.length === 0) {
    read.report(
      diagnose('C004', `the framework ${id} has no disclosures`, {
        span: read.span(),
        hints: ['give `standards:` with `disclosures:`, or a list of items with `id`, `zh` and `en`'],
      }),
    );
  }
  return { id, title: titleOf(raw, id, start), disclosures, origin: read.origin() };
}

function fromStandards(read: FileReader, raw: Raw, start: string): readonly Disclosure[] {
  const standards = Array.isArray(raw.standards) ? raw.standards : [];
  return standards.flatMap((standard: unknown, s) => {
    if (!isRecord(standard) || !Array.isArray(standard.disclosures)) return [];
    const code = written(standard.standard) ?? '';
    const group: Group = { id: code, title: prefixed(code, labelOf(standard.title) ?? { zh: code, en: code }) };
    return standard.disclosures.flatMap((item: unknown, d) =>
      disclosure(read, item, { group, path: ['standards', s, 'disclosures', d], inForce: isInForce(item, start) }),
    );
  });
}

interface ItemList {
  readonly key: string;
  readonly items: readonly unknown[];
  readonly start: string;
  readonly from: string | undefined;
  readonly alone: boolean;
}

function fromList(read: FileReader, list: ItemList): readonly Disclosure[] {
  const own = listTitle(list.key);
  let heading: Group = { id: list.key, title: own };
  return list.items.flatMap((item, i) => {
    if (!isRecord(item)) return [];
    const label = labelOf(item);
    const id = written(item.id) ?? '';
    if (HEADINGS.has(written(item.level) ?? '') && label !== undefined) {
      heading = { id, title: prefixed(written(item.code) ?? id, label) };
      return [];
    }
    const pillar = labelOf(item.pillar);
    const group: Group =
      pillar === undefined
        ? heading
        : { id: `${list.key}.${pillar.en}`, title: list.alone ? pillar : prefixed(own.en, pillar, own.zh) };
    const inForce = isInForce(item, list.start) && (list.from === undefined || list.start >= list.from);
    return disclosure(read, item, { group, path: [list.key, i], inForce });
  });
}

interface Standing {
  readonly group: Group;
  readonly path: readonly (string | number)[];
  readonly inForce: boolean;
}

function disclosure(read: FileReader, item: unknown, standing: Standing): readonly Disclosure[] {
  const id = isRecord(item) ? written(item.id) : undefined;
  const title = labelOf(item);
  if (!isRecord(item) || id === undefined || title === undefined) {
    read.report(
      diagnose('C003', 'a disclosure has an `id` and its title in `zh` and `en`', {
        span: read.span(...standing.path),
      }),
    );
    return [];
  }
  const code = written(item.code) ?? written(item.paragraphs) ?? written(item.paragraph) ?? written(item.letter) ?? id;
  return [{ id, code, title, group: standing.group, inForce: standing.inForce, origin: read.origin(...standing.path) }];
}

/** The title: dated names by the day the period begins, a `title:` in both languages, or the `framework:` name. */
function titleOf(raw: Raw, id: string, start: string): Label {
  const names = (Array.isArray(raw.names) ? raw.names : []).filter(isRecord);
  const inForce = names.find((name) => {
    const from = written(name.from);
    const until = written(name.until);
    return (from === undefined || start >= from) && (until === undefined || start <= until);
  });
  const name = written(raw.framework) ?? id.toUpperCase().replaceAll('-', ' ');
  return labelOf(inForce) ?? labelOf(raw.title) ?? { zh: name, en: name };
}

/** `versions: {in_force: until 2024-12-31}`, or `until:` and `from:` on the item itself. */
function isInForce(item: unknown, start: string): boolean {
  if (!isRecord(item)) return true;
  const versions = isRecord(item.versions) ? (written(item.versions.in_force) ?? '') : '';
  const until = written(item.until) ?? /until (\d{4}-\d\d-\d\d)/.exec(versions)?.[1];
  const from = written(item.from) ?? /from (\d{4}-\d\d-\d\d)/.exec(versions)?.[1];
  return (until === undefined || start <= until) && (from === undefined || start >= from);
}

/**
 * Parts that content was moved to, with the day they came into force, by list key: `from_2025: repealed; content moved to
 * Part D` says that `part_D` holds from the first day of that year.
 */
function movedParts(items: readonly unknown[]): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  for (const item of items) {
    if (!isRecord(item) || !isRecord(item.versions)) continue;
    for (const [key, value] of Object.entries(item.versions)) {
      const year = /^from_(\d{4})$/.exec(key)?.[1];
      const part = /moved to Part ([A-Z])\b/.exec(written(value) ?? '')?.[1];
      if (year !== undefined && part !== undefined) parts.set(`part_${part}`, `${year}-01-01`);
    }
  }
  return parts;
}

function listTitle(key: string): Label {
  const part = /^part_([A-Z])/.exec(key)?.[1];
  if (part !== undefined) return { zh: `${part}部分`, en: `Part ${part}` };
  const name = key.toUpperCase().replaceAll('_', ' ');
  return { zh: name, en: name };
}

function prefixed(prefix: string, label: Label, zhPrefix = prefix): Label {
  return { zh: `${zhPrefix}：${label.zh}`, en: `${prefix}: ${label.en}` };
}

function isItemList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.some((item) => isRecord(item) && 'id' in item && 'zh' in item && 'en' in item);
}

function isRecord(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && asWritten(value) === undefined;
}

function written(value: unknown): string | undefined {
  return asWritten(value);
}

function labelOf(value: unknown): Label | undefined {
  if (!isRecord(value)) return undefined;
  const zh = written(value.zh);
  const en = written(value.en);
  return zh === undefined || en === undefined ? undefined : { zh, en };
}
