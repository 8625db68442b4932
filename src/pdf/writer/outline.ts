import type { OutlineEntry } from '../placed.ts';
import { destinationSyntax } from './destinations.ts';
import { type ObjectFile, type ObjectId, reference } from './file/object-file.ts';
import { dict, textString } from './file/syntax.ts';

interface OutlineNode {
  readonly entry: OutlineEntry;
  readonly id: ObjectId;
  readonly children: OutlineNode[];
}

/** What the outline refers to. */
export interface OutlineTargets {
  readonly pages: readonly ObjectId[];
  /** Of each page, from its default origin to the trim's top, pt. */
  readonly tops: readonly number[];
  /** Structure element of a block, which tells the title's language. */
  readonly elementOf: (block: string) => ObjectId | undefined;
}

/** Writes the bookmarks, their first level open; undefined when there are none. Source: ISO 32000-1 12.3.3. */
export function writeOutline(
  file: ObjectFile,
  entries: readonly OutlineEntry[],
  targets: OutlineTargets,
): ObjectId | undefined {
  if (entries.length === 0) return undefined;
  const root = file.reserve();
  const tops = nest(file, entries);
  writeSiblings(file, tops, root, targets);
  file.put(
    root,
    dict({
      Type: '/Outlines',
      First: reference(tops[0]?.id ?? root),
      Last: reference(tops.at(-1)?.id ?? root),
      Count: tops.length,
    }),
  );
  return root;
}

/** An entry belongs to the last one before it with a lower level. */
function nest(file: ObjectFile, entries: readonly OutlineEntry[]): readonly OutlineNode[] {
  const tops: OutlineNode[] = [];
  const path: OutlineNode[] = [];
  for (const entry of entries) {
    const node: OutlineNode = { entry, id: file.reserve(), children: [] };
    while (path.length > 0 && (path.at(-1)?.entry.level ?? 0) >= entry.level) path.pop();
    (path.at(-1)?.children ?? tops).push(node);
    path.push(node);
  }
  return tops;
}

function writeSiblings(
  file: ObjectFile,
  nodes: readonly OutlineNode[],
  parent: ObjectId,
  targets: OutlineTargets,
): void {
  nodes.forEach(({ entry, id, children }, i) => {
    const previous = nodes[i - 1];
    const next = nodes[i + 1];
    const element = entry.block === undefined ? undefined : targets.elementOf(entry.block);
    file.put(
      id,
      dict({
        Title: textString(entry.title),
        Parent: reference(parent),
        Prev: previous === undefined ? undefined : reference(previous.id),
        Next: next === undefined ? undefined : reference(next.id),
        First: children[0] === undefined ? undefined : reference(children[0].id),
        Last: children.length === 0 ? undefined : reference(children.at(-1)?.id ?? id),
        // Below zero: closed, with so many entries when opened.
        Count: children.length === 0 ? undefined : -children.length,
        Dest: destinationSyntax({ page: entry.page, x: 0, y: entry.y }, targets.pages, targets.tops),
        SE: element === undefined ? undefined : reference(element),
      }),
    );
    writeSiblings(file, children, id, targets);
  });
}
