import type { z } from 'zod';
import type { contentIndexSchema } from '../schema/content-index.ts';
import type { materialitySchema } from '../schema/materiality.ts';
import type { targetsSchema } from '../schema/targets.ts';
import type { termbaseSchema } from '../schema/termbase.ts';
import type { unitsSchema } from '../schema/units.ts';
import type { waiversSchema } from '../schema/waivers.ts';
import type { ContentIndex, CustomUnit, Materiality, Target, Term, Waiver } from '../types.ts';
import type { FileReader } from './file-reader.ts';

/** Units beyond the built-in ones. */
export function readUnits(read: FileReader, raw: z.infer<typeof unitsSchema>): readonly CustomUnit[] {
  return raw.units.map((unit, i) => ({
    id: unit.id,
    dimension: unit.dimension,
    factor: unit.factor,
    base: unit.base,
    label: read.label(unit.label, 'units', i, 'label'),
    scales: unit.scales === undefined ? undefined : { zh: unit.scales.zh ?? [], en: unit.scales.en ?? [] },
    origin: read.origin('units', i),
  }));
}

/** The targets. */
export function readTargets(read: FileReader, raw: z.infer<typeof targetsSchema>): readonly Target[] {
  return raw.targets.map((target, i) => ({
    id: target.id,
    metric: target.metric,
    label: read.label(target.label, 'targets', i, 'label'),
    base:
      target.base === undefined
        ? undefined
        : { period: target.base.period, value: target.base.value, in: target.base.in },
    goal: {
      value: target.goal.value,
      change: target.goal.change,
      in: target.goal.in,
      text: read.maybeText(target.goal.text, 'targets', i, 'goal', 'text'),
      by: target.goal.by,
    },
    path: target.path ?? 'none',
    source: target.source,
    status: target.status,
    note: read.maybeText(target.note, 'targets', i, 'note'),
    origin: read.origin('targets', i),
  }));
}

/** The materiality assessment. */
export function readMateriality(read: FileReader, raw: z.infer<typeof materialitySchema>): Materiality {
  return {
    method: read.text(raw.method, 'method'),
    axes: {
      x: read.label(raw.axes.x, 'axes', 'x'),
      y: read.label(raw.axes.y, 'axes', 'y'),
      scale: raw.axes.scale,
    },
    topics: raw.topics.map((topic, i) => ({
      id: topic.id,
      label: read.label(topic.label, 'topics', i, 'label'),
      x: topic.x,
      y: topic.y,
      chapters: topic.chapters,
      accent: topic.accent ?? topic.petal,
      status: topic.status,
      origin: read.origin('topics', i),
    })),
  };
}

/** The termbase. */
export function readTerms(read: FileReader, raw: z.infer<typeof termbaseSchema>): readonly Term[] {
  return raw.terms.map((term, i) => ({
    id: term.id,
    zh: term.zh,
    en: term.en,
    abbr: {
      ...(term.abbr?.zh === undefined ? {} : { zh: term.abbr.zh }),
      ...(term.abbr?.en === undefined ? {} : { en: term.abbr.en }),
    },
    expansion: read.maybeLabel(term.expansion, 'terms', i, 'expansion'),
    avoid: { zh: term.avoid?.zh ?? [], en: term.avoid?.en ?? [] },
    keepTogether: term.keep_together ?? false,
    hyphenate: term.hyphenate,
    gloss: read.maybeText(term.gloss, 'terms', i, 'gloss'),
    origin: read.origin('terms', i),
  }));
}

/** The index of one framework. */
export function readContentIndex(read: FileReader, raw: z.infer<typeof contentIndexSchema>): ContentIndex {
  return {
    framework: raw.framework,
    origin: read.origin(),
    entries: raw.entries.map((entry, i) => ({
      disclosure: entry.disclosure,
      where: entry.where ?? [],
      metrics: entry.metrics ?? [],
      omission:
        entry.omission === undefined
          ? undefined
          : { reason: entry.omission.reason, text: read.text(entry.omission.text, 'entries', i, 'omission', 'text') },
      assured: entry.assured ?? false,
      origin: read.origin('entries', i),
    })),
  };
}

/** The waivers. */
export function readWaivers(read: FileReader, raw: z.infer<typeof waiversSchema>): readonly Waiver[] {
  return raw.waivers.map((waiver, i) => ({ ...waiver, origin: read.origin('waivers', i) }));
}
