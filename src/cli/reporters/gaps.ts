import type { FrameworkGaps, Gap } from '../../pipeline/index.ts';

const HEADINGS: Readonly<Record<Gap['kind'], string>> = {
  'no-entry': 'without an entry',
  unavailable: 'omitted: not available',
  confidentiality: 'omitted: confidential',
  legal: 'omitted: not allowed by law',
  'in-part': 'answered in part',
  'no-figure': 'without a figure for the period',
};

/** For people: a paragraph a framework, its gaps by kind. */
export function gapsText(all: readonly FrameworkGaps[]): string {
  return all.map((one) => `${paragraph(one).join('\n')}\n`).join('\n');
}

function paragraph({ framework, asked, answered, notApplicable, gaps }: FrameworkGaps): readonly string[] {
  const counts = [
    `${answered} answered`,
    ...(notApplicable === 0 ? [] : [`${notApplicable} not applicable`]),
    `${gaps.length} open`,
  ];
  const kinds = Object.entries(HEADINGS) as readonly (readonly [Gap['kind'], string])[];
  return [
    `${framework.title.en} (${framework.id})  ${asked} asked: ${counts.join(', ')}`,
    ...kinds.flatMap(([kind, heading]) => {
      const some = gaps.filter((gap) => gap.kind === kind);
      return some.length === 0 ? [] : [`  ${heading}`, ...some.map(line)];
    }),
  ];
}

function line({ disclosure, kind, ids }: Gap): string {
  const about = ids.length === 0 ? '' : `  (${kind === 'no-entry' ? 'named by ' : ''}${ids.join(', ')})`;
  return `    ${disclosure.id}  ${disclosure.title.en} / ${disclosure.title.zh}${about}`;
}

/** For programs. */
export function gapsJson(all: readonly FrameworkGaps[]): string {
  const frameworks = all.map(({ framework, asked, answered, notApplicable, gaps }) => ({
    framework: framework.id,
    title: framework.title,
    asked,
    answered,
    notApplicable,
    gaps: gaps.map(({ disclosure, kind, ids }) => ({
      disclosure: disclosure.id,
      title: disclosure.title,
      kind,
      ids,
    })),
  }));
  return `${JSON.stringify({ schema: 'gaps/1', frameworks }, null, 2)}\n`;
}
