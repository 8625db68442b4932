import type { readYaml } from '../../src/source/read-yaml.ts';

type ReadYaml = typeof readYaml;

/**
 * The same reading of YAML, which keeps what it made of the bytes of a file: of a project in which one fault was sown, all
 * files but one are those that were read before.
 */
export function readOnce(read: ReadYaml): ReadYaml {
  const kept = new WeakMap<Uint8Array, ReturnType<ReadYaml>>();
  return async <T>(...[workspace, path, schema]: Parameters<typeof read<T>>) => {
    const bytes = (await workspace.has(path)) ? await workspace.read(path) : undefined;
    const known = bytes === undefined ? undefined : kept.get(bytes);
    const result = known ?? read(workspace, path, schema);
    if (bytes !== undefined) kept.set(bytes, result as ReturnType<ReadYaml>);
    return result as ReturnType<typeof read<T>>;
  };
}
