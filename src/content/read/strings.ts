import { type Diagnostic, diagnose, nearest, type Workspace } from '../../core/index.ts';
import { type Located, readYaml } from '../../source/index.ts';
import { type ContentFiles, STRINGS_REGISTER } from '../load-files.ts';
import type { Pair } from '../schema/fields.ts';
import { stringsSchema } from '../schema/strings.ts';
import type { Label } from '../types.ts';

/**
 * The words that layouts print: the package's register with the project's own over it.
 * Emits B008 for a key that the register does not have, and what reading the register emits.
 */
export async function readStrings(
  ws: Workspace,
  files: ContentFiles,
  diagnostics: Diagnostic[],
): Promise<ReadonlyMap<string, Label>> {
  const register = await readYaml(ws, STRINGS_REGISTER, stringsSchema);
  diagnostics.push(...register.diagnostics);
  if (!register.ok) return new Map();
  const strings = new Map<string, Label>(Object.entries(register.value.value.strings));
  for (const own of files.of('strings')) {
    for (const [key, words] of Object.entries(own.value.strings)) {
      if (strings.has(key)) strings.set(key, words);
      else diagnostics.push(unknownString(own, key, strings));
    }
  }
  return strings;
}

function unknownString(
  own: Located<{ readonly strings: Readonly<Record<string, Pair>> }>,
  key: string,
  strings: ReadonlyMap<string, Label>,
): Diagnostic {
  const near = nearest(key, strings.keys());
  return diagnose('B008', `layouts print no words under \`${key}\``, {
    span: own.keySpanOf(['strings', key]),
    hints: [near === undefined ? `the keys stand in ${STRINGS_REGISTER}` : `did you mean \`${near}\`?`],
  });
}
