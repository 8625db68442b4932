import { destinationSyntax } from './destinations.ts';
import type { ObjectFile, ObjectId } from './file/object-file.ts';
import { array, bytesString, dict, num, textString } from './file/syntax.ts';
import type { LinkArea } from './paint/page-painter.ts';
import type { InlineOwners } from './structure/inline-owners.ts';
import type { Tagger } from './structure/tagger.ts';

export interface LinkTools {
  readonly tagger: Tagger;
  readonly owners: InlineOwners;
  readonly pages: readonly ObjectId[];
  readonly tops: readonly number[];
}

/** Always printed, never hidden, as PDF/A asks. Source: ISO 19005-3 6.3.2. */
const PRINTED = 4;

/** Writes the link annotations of one page, each tied to its Link element. Source: ISO 14289-1 7.18.5. */
export function writeLinks(
  file: ObjectFile,
  page: number,
  areas: readonly LinkArea[],
  tools: LinkTools,
): readonly ObjectId[] {
  const ids: ObjectId[] = [];
  for (const { element, box } of areas) {
    const target = tools.owners.targetOf(element);
    if (target === undefined) continue;
    const id = file.reserve();
    const external = typeof target.to === 'string';
    file.put(
      id,
      dict({
        Type: '/Annot',
        Subtype: '/Link',
        Rect: array(box.map((edge) => num(edge, 1))),
        Border: '[0 0 0]',
        F: PRINTED,
        Contents: textString(target.contents),
        StructParent: tools.tagger.annotate(element, page, id),
        A: external ? dict({ S: '/URI', URI: bytesString(asciiAddress(String(target.to))) }) : undefined,
        Dest: typeof target.to === 'string' ? undefined : destinationSyntax(target.to, tools.pages, tools.tops),
      }),
    );
    ids.push(id);
  }
  return ids;
}

/** Addresses are ASCII in the file. Source: ISO 32000-1 12.6.4.7. */
function asciiAddress(href: string): string {
  return href.replace(/[^\x21-\x7e]+/gu, (part) => encodeURIComponent(part));
}
