import type { InspectedFile, PlacedFinding } from '../../pipeline/index.ts';
import { placeOf } from './pretty.ts';

/** What was found in one file, under the name that it was asked for. */
export interface NamedVerdict extends InspectedFile {
  readonly file: string;
}

/** For people: one line with the verdict of each file, then a paragraph for each finding. */
export function prettyVerdict({ file, profiles, claims, pages, findings }: NamedVerdict): string {
  const worth = profiles.map(({ profile, passes }) => `${profile} ${passes ? 'passes' : 'fails'}`).join(', ');
  const size = `${pages} ${pages === 1 ? 'page' : 'pages'}`;
  const said = claims.length === 0 ? 'claims no standard' : `claims ${claims.join(', ')}`;
  const head = `${file}  ${worth === '' ? 'not judged' : worth}  (${said}; ${size})\n`;
  const told = findings.map((one) => `${findingLines(one).join('\n')}\n`).join('');
  const hint = profiles.length > 0 ? '' : '  hint     name what to hold it to: --profile ua1,a3a or --profile x4\n';
  return head + told + hint;
}

function findingLines({ rule, severity, message, label, object, box, origin, span }: PlacedFinding): readonly string[] {
  const place = [
    ...(label === undefined ? [] : [`page ${label}`]),
    ...(object === undefined ? [] : [`object ${object}`]),
    ...(box === undefined ? [] : [`box ${box.map((side) => side.toFixed(1)).join(' ')}`]),
  ].join(', ');
  const source = span === undefined ? origin : placeOf(span);
  return [
    `  ${rule}  ${severity}  ${message}`,
    ...(place === '' ? [] : [`    at       ${place}`]),
    // Nothing of it is painted: the line is that of its neighbour.
    ...(source === undefined ? [] : [`    ${box === undefined ? 'near   ' : 'content'}  ${source}`]),
  ];
}

/** For programs: all files in one document. */
export function jsonVerdicts(verdicts: readonly NamedVerdict[]): string {
  const files = verdicts.map(({ file, claims, pages, profiles, findings }) => ({
    file,
    claims,
    pages,
    profiles,
    findings: findings.map(({ rule, profile, severity, message, page, label, object, box, origin, span }) => ({
      rule,
      profile,
      severity,
      message,
      page: page === undefined ? undefined : page + 1,
      label,
      object,
      box,
      origin,
      span,
    })),
  }));
  return `${JSON.stringify({ schema: 'inspect/1', files }, null, 2)}\n`;
}
