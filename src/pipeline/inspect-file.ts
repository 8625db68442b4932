import { access, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type EditionPlaces, readPlaces } from '../call/index.ts';
import { loadReport } from '../content/index.ts';
import { good, type OriginId, type OriginIndex, type Outcome, type Span, sha256 } from '../core/index.ts';
import { type Finding, lieOf, type Profile, preflight, type Verdict } from '../inspect/index.ts';
import { openProject } from './open-project.ts';

/** A finding with the place in the content that was set where it lies, for a file that a build wrote. */
export interface PlacedFinding extends Finding {
  readonly label: string | undefined;
  readonly origin: OriginId | undefined;
  readonly span: Span | undefined;
}

/** What one file is worth. */
export interface InspectedFile {
  readonly profiles: Verdict['profiles'];
  readonly claims: readonly Profile[];
  readonly pages: number;
  readonly findings: readonly PlacedFinding[];
}

/**
 * Holds a file to the standards that are named, or that it claims. For a file that a build wrote, the `places.json` beside it
 * leads from the page back to the content: the PDF itself names no source, so that its bytes do not depend on how the
 * content is cut into files. Emits I001, I006.
 */
export async function inspectFile(
  path: string,
  bytes: Uint8Array,
  profiles: readonly Profile[] | undefined,
): Promise<Outcome<InspectedFile>> {
  const read = preflight(bytes, profiles);
  if (!read.ok) return read;
  const { value: verdict } = read;
  const found = verdict.findings.some((finding) => lieOf(finding) !== undefined);
  const built = found ? await builtPlaces(path, bytes) : undefined;
  const origins = built === undefined ? undefined : await originsOf(built.folder);
  return good({
    profiles: verdict.profiles,
    claims: verdict.claims,
    pages: verdict.pages.length,
    findings: verdict.findings.map((finding): PlacedFinding => {
      const origin = built === undefined ? undefined : originOf(finding, verdict, built.places);
      const label = finding.page === undefined ? undefined : verdict.pages[finding.page]?.label;
      return { ...finding, label, origin, span: origin === undefined ? undefined : origins?.spanOf(origin) };
    }),
  });
}

/** The places of exactly these bytes, in a `places.json` beside the file, or above it for one in a folder of its own. */
async function builtPlaces(
  path: string,
  bytes: Uint8Array,
): Promise<{ readonly places: EditionPlaces; readonly folder: string } | undefined> {
  const digest = sha256(bytes);
  for (const folder of [dirname(path), dirname(dirname(path))]) {
    const text = await readFile(join(folder, 'places.json'), 'utf8').catch(() => undefined);
    const places = text === undefined ? undefined : readPlaces(text)?.find((one) => one.sha256 === digest);
    if (places !== undefined) return { places, folder };
  }
  return undefined;
}

/** Lines of the project that a build was made from, where the build lies inside of it. */
async function originsOf(folder: string): Promise<OriginIndex | undefined> {
  for (const project of [dirname(folder), dirname(dirname(folder))]) {
    const there = await access(join(project, 'content', 'report.yaml')).then(
      () => true,
      () => false,
    );
    if (!there) continue;
    const report = await loadReport(openProject(project).workspace);
    return report.ok ? report.value.origins : undefined;
  }
  return undefined;
}

/** The content that was set where a finding lies: the smallest part of the page around its middle. */
function originOf(finding: Finding, verdict: Verdict, { boxes }: EditionPlaces): OriginId | undefined {
  const lie = lieOf(finding);
  if (lie === undefined) return undefined;
  const { page, box } = lie;
  const trim = verdict.pages[page]?.trim;
  if (trim === undefined) return undefined;
  const x = (box[0] + box[2]) / 2 - trim[0];
  const y = trim[3] - (box[1] + box[3]) / 2;
  const around = boxes.filter(
    (one) =>
      one.page === page &&
      one.origin !== '' &&
      x >= one.x &&
      x <= one.x + one.width &&
      y >= one.y &&
      y <= one.y + one.height,
  );
  return around.sort((a, b) => a.width * a.height - b.width * b.height)[0]?.origin;
}
