import type { z } from 'zod';
import {
  diagnose,
  FileMissing,
  failed,
  good,
  type Outcome,
  outcome,
  PathEscape,
  type Workspace,
} from '../core/index.ts';
import { decodeText } from './decode.ts';
import { schemaDiagnostics } from './issues.ts';
import { leanTree } from './lean-tree.ts';
import { lineMap } from './line-map.ts';
import { type Located, located } from './located.ts';
import { checkNesting } from './nesting.ts';
import { parseTree } from './parse-tree.ts';
import { plainValue } from './plain-word.ts';
import { quickReader, REFUSED } from './quick-read.ts';
import type { SourceNode } from './tree.ts';

/**
 * Reads one YAML file and holds it against a schema. All scalars reach the schema as text (or as a mark for what other
 * readers would turn into a number, truth value or date), so schemas are built from the fields of this folder:
 * `text`, `decimal`, `isoDate`, `integer`, `number`, `flag`, `oneOf`, `mapping`, `list`, `either`.
 * @param path  relative to the project, with `/`
 * @returns     the typed value with the place of every key and scalar in it; or all faults of the file
 * Emits C001–C006, C009–C015, C019, C020, P1.
 */
export async function readYaml<T>(ws: Workspace, path: string, schema: z.ZodType<T>): Promise<Outcome<Located<T>>> {
  const bytes = await readBytes(ws, path);
  if (!bytes.ok) return bytes;
  const known = READ.get(bytes.value) ?? [];
  const before = known.find((one) => one.path === path && one.schema === schema);
  // The schema is the same object, so what it made of these bytes is of its type.
  if (before !== undefined) return before.result as Outcome<Located<T>>;
  const result = parse(path, bytes.value, schema);
  READ.set(bytes.value, [...known, { path, schema, result }]);
  return result;
}

/** What came of bytes that were read before: a process that checks again after one file changed parses that one file. */
const READ = new WeakMap<
  Uint8Array,
  readonly { readonly path: string; readonly schema: unknown; readonly result: Outcome<Located<unknown>> }[]
>();

function parse<T>(path: string, bytes: Uint8Array, schema: z.ZodType<T>): Outcome<Located<T>> {
  const text = decodeText(path, bytes);
  if (!text.ok) return text;
  const lines = lineMap(path, text.value);
  const lean = checkNesting(text.value, lines) === undefined ? leanTree(text.value) : undefined;
  const value = lean === undefined ? REFUSED : quickReader(schema)(lean);
  if (lean !== undefined && value !== REFUSED) {
    let full: SourceNode | undefined;
    const whole = (): SourceNode => {
      full ??= parseTree(text.value, lines).root ?? lean;
      return full;
    };
    return good(located(value, lean, text.value, lines, whole));
  }
  const tree = parseTree(text.value, lines);
  if (tree.root === undefined) return failed(tree.diagnostics);
  const parsed = schema.safeParse(plainValue(tree.root));
  if (!parsed.success) {
    return failed([...tree.diagnostics, ...schemaDiagnostics(parsed.error.issues, tree.root, lines)]);
  }
  return outcome(located(parsed.data, tree.root, text.value, lines), tree.diagnostics);
}

/** The bytes of a file, with the ways in which it cannot be had as diagnostics. Emits C014, C015. */
export async function readBytes(ws: Workspace, path: string): Promise<Outcome<Uint8Array>> {
  try {
    return good(await ws.read(path));
  } catch (error) {
    if (error instanceof PathEscape) {
      return failed([
        diagnose('C015', `${path} leads out of the project`, { hints: ['keep every file inside the project folder'] }),
      ]);
    }
    if (error instanceof FileMissing) {
      return failed([
        diagnose('C014', `${path} cannot be read`, {
          hints: ['add the file, correct its name, or allow it to be read'],
        }),
      ]);
    }
    throw error;
  }
}
