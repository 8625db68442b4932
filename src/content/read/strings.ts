import { type Diagnostic, diagnose, nearest, type Workspace } from '../../core/index.ts';
import { type Located, readYaml } from '../../source/index.ts';
import { type ContentFiles, STRINGS_REGISTER } from '../load-files.ts';
import type { Pair } from '../schema/fields.ts';
import { registerSchema } from '../schema/strings.ts';
import type { Label } from '../types.ts';

/** The project, and the package's own files, which a register of the project's may extend. */
export interface StringFiles {
  readonly project: Workspace;
  readonly shipped: Workspace;
}

/**
 * The words that layouts print: those of the register, with what the project's `content/strings.yaml` says instead. A project's
 * own `templates/strings.yaml` takes the place of the package's, or with `extends: package` adds to it.
 * Emits B008 for a key that the register does not have, and what reading the register emits.
 */
export async function readStrings(
  places: StringFiles,
  files: ContentFiles,
  diagnostics: Diagnostic[],
): Promise<ReadonlyMap<string, Label>> {
  const strings = new Map<string, Label>();
  const register = await readYaml(places.project, STRINGS_REGISTER, registerSchema);
  diagnostics.push(...register.diagnostics);
  if (!register.ok) return strings;
  if (register.value.value.extends === 'package' && places.shipped !== places.project) {
    const shipped = await readYaml(places.shipped, STRINGS_REGISTER, registerSchema);
    diagnostics.push(...shipped.diagnostics);
    if (shipped.ok) for (const [key, words] of Object.entries(shipped.value.value.strings)) strings.set(key, words);
  }
  for (const [key, words] of Object.entries(register.value.value.strings)) strings.set(key, words);
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
