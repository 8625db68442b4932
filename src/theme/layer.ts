import { diagnose, failed, good, type Outcome, type Span, type Workspace } from '../core/index.ts';
import { asWritten, field, type Located, type PathKey, readYaml } from '../source/index.ts';
import type { ThemeValue } from './types.ts';

/** A mapping of theme keys, as read. */
export type ThemeTree = Readonly<Record<string, ThemeValue>>;

/** One theme file. */
export interface ThemeLayer {
  readonly file: string;
  readonly tree: ThemeTree;
  readonly located: Located<ThemeTree>;
}

/**
 * Reads a theme file: any mapping under `schema: theme/1`. Plain numbers and truth values become what they look like,
 * everything else stays text.
 * Emits what `readYaml` emits, and H001 for another schema.
 */
export async function readLayer(ws: Workspace, path: string): Promise<Outcome<ThemeLayer>> {
  const read = await readYaml(ws, path, LAYER);
  if (!read.ok) return failed(read.diagnostics);
  const located = read.value;
  if (located.value['schema'] !== 'theme/1') {
    return failed([
      diagnose('H001', 'the file does not begin with `schema: theme/1`', {
        span: located.spanOf(['schema']),
        hints: ['write `schema: theme/1` on the first line'],
      }),
    ]);
  }
  return good({ file: path, tree: located.value, located });
}

/** One schema for all layers, so that bytes which were read before are known again. */
const LAYER = field<ThemeTree>('a mapping', (written) => {
  const value = themeValue(written);
  return typeof value === 'object' && !Array.isArray(value)
    ? { value: value as ThemeTree }
    : { fault: { code: 'C003', message: 'a theme is a mapping', expected: 'a mapping' } };
});

function themeValue(written: unknown): ThemeValue {
  if (written === null || written === undefined) return '';
  if (Array.isArray(written)) return written.map(themeValue);
  const text = asWritten(written);
  if (text === undefined) {
    const entries = Object.entries(written as Readonly<Record<string, unknown>>);
    return Object.fromEntries(entries.map(([key, value]) => [key, themeValue(value)]));
  }
  // Quoted text stays text: `asWritten` tells them apart only by the type of what came in.
  if (typeof written === 'string') return text;
  if (text === 'true' || text === 'false') return text === 'true';
  const number = Number(text);
  return Number.isFinite(number) ? number : text;
}

/** The layers as one tree: mappings are merged key by key, lists and scalars of a later layer take the place of the earlier. */
export function mergeLayers(layers: readonly ThemeLayer[]): ThemeTree {
  return layers.reduce<ThemeTree>((merged, layer) => merge(merged, layer.tree), {});
}

function merge(base: ThemeTree, over: ThemeTree): ThemeTree {
  const result: Record<string, ThemeValue> = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const before = result[key];
    result[key] = isTree(before) && isTree(value) ? merge(before, value) : value;
  }
  return result;
}

export function isTree(value: ThemeValue | undefined): value is ThemeTree {
  return typeof value === 'object' && !Array.isArray(value);
}

/** Where the value at a path was written last: in the topmost layer that has it. */
export function placeOf(layers: readonly ThemeLayer[], path: readonly PathKey[]): Span | undefined {
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const part = path.slice(0, depth);
    const layer = layers.findLast((one) => holds(one.tree, part));
    if (layer !== undefined) return layer.located.spanOf(part);
  }
  return undefined;
}

function holds(root: ThemeTree, path: readonly PathKey[]): boolean {
  let value: ThemeValue | undefined = root;
  for (const key of path) {
    if (typeof value !== 'object') return false;
    value = (value as Readonly<Record<PathKey, ThemeValue>>)[key];
    if (value === undefined) return false;
  }
  return true;
}
