import type { Report } from '../../content/index.ts';
import { type Diagnostic, diagnose, type OriginId } from '../../core/index.ts';
import type { CheckFacts } from '../facts.ts';

interface Entry {
  readonly id: string;
  readonly origin: OriginId;
  /** What two entries may not share. */
  readonly keys: readonly string[];
}

/** D4: one source, picture, term or goal is registered once, and one metric is not kept under two ids. */
export function duplicateEntry({ report }: CheckFacts): readonly Diagnostic[] {
  return Object.entries(registers(report)).flatMap(([what, entries]) => repeated(report, what, entries));
}

function registers(report: Report): Readonly<Record<string, readonly Entry[]>> {
  return {
    source: [...report.sources.values()].map((one) => ({
      ...one,
      // “This report” is the place of many; a place with a path or a name in it is the place of one.
      keys: [
        `${one.title.zh}\n${one.where}`,
        `${one.title.en}\n${one.where}`,
        ...(isAddress(one.where) ? [one.where] : []),
      ],
    })),
    asset: [...report.assets.values()].map((one) => ({ ...one, keys: [one.sha256] })),
    term: [...report.terms.values()].map((one) => ({ ...one, keys: [`zh ${one.zh}`, `en ${one.en.toLowerCase()}`] })),
    target: [...report.targets.values()].map((one) => ({
      ...one,
      keys:
        one.metric === undefined
          ? []
          : [[one.metric, one.goal.by, one.goal.value ?? '', one.goal.change ?? ''].join('\n')],
    })),
    metric: [...report.metrics.values()].map((one) => ({
      ...one,
      keys: [
        [one.label.zh, one.label.en, one.scope.key, one.unit, one.nature].join('\n'),
        // The same series, value for value, is the same fact whatever it is called.
        ...(one.values.filter(({ value }) => value !== null).length < 2
          ? []
          : [[one.unit, ...one.values.map(({ period, value, in: unit }) => `${period} ${value} ${unit}`)].join('\n')]),
      ],
    })),
  };
}

function isAddress(where: string): boolean {
  return /^\S+\.\S+\/\S+$/.test(where);
}

function repeated(report: Report, what: string, entries: readonly Entry[]): readonly Diagnostic[] {
  const seen = new Map<string, Entry>();
  return entries.flatMap((entry): readonly Diagnostic[] => {
    const first = entry.keys.map((key) => seen.get(key)).find((one) => one !== undefined);
    for (const key of entry.keys) if (!seen.has(key)) seen.set(key, entry);
    if (first === undefined) return [];
    const span = report.origins.spanOf(`${entry.origin}/id`);
    const firstSpan = report.origins.spanOf(`${first.origin}/id`);
    return [
      diagnose('D4', `the ${what} \`${entry.id}\` is \`${first.id}\` again`, {
        ...(span === undefined ? {} : { span }),
        related: firstSpan === undefined ? [] : [{ span: firstSpan, note: `\`${first.id}\`` }],
        hints: ['keep one of the two, or tell them apart'],
      }),
    ];
  });
}
