import { describe, expect, it } from 'vitest';
import { fixFiles } from '../../src/check/index.ts';
import type { Diagnostic } from '../../src/core/index.ts';
import { memoryWorkspace } from '../support/memory-workspace.ts';
import type { ProjectFiles } from '../support/project-files.ts';
import { type Ground, readGround } from './ground.ts';
import { pick } from './pick.ts';
import { type Edit, sown } from './seed.ts';
import { checkFiles } from './sow.ts';
import { FOLDERS, KINDS } from './suite.ts';

/** Faults that `--fix` can mend: punctuation, stale digests, entries of an index that blocks name. */
const FIXABLE =
  /^(?:T2 a (?:half|full|straight)|T2 half|T2 full-width b|T2 an ideographic|P4 |F1 an entry of an index left out)/;

/** Many of them at once, each in a text of its own. */
function manyFaults(ground: Ground): readonly Edit[] {
  const taken = new Set<string>();
  return KINDS.filter(({ id, name }) => FIXABLE.test(`${id} ${name}`)).flatMap((kind, i) =>
    pick(kind.seeds(ground), 2, 311 + i).flatMap(({ edits }) => {
      const places = edits.map(
        ({ file, start }) => `${file} ${ground.files[file]?.slice(0, start).split('\n').length}`,
      );
      if (places.some((place) => taken.has(place))) return [];
      for (const place of places) taken.add(place);
      return edits;
    }),
  );
}

/** The files as they are once `--fix` has run over them, and what it was told. */
async function mended(
  ground: Ground,
  files: ProjectFiles,
): Promise<{ files: ProjectFiles; told: readonly Diagnostic[] }> {
  const told = await checkFiles({ ...ground, bytes: files }, {});
  const fixed = await fixFiles(told, memoryWorkspace(files).read);
  return { told, files: { ...files, ...Object.fromEntries(fixed.map(({ path, bytes }) => [path, bytes])) } };
}

const text = (data: string | Uint8Array | undefined): string =>
  typeof data === 'string' ? data : new TextDecoder().decode(data);

describe('check --fix', () => {
  it.each(Object.keys(FOLDERS))(
    '%s: mends what it can at once, then does nothing, and changes no figure',
    async (name) => {
      const ground = await readGround(name, FOLDERS[name] ?? '');
      const edits = manyFaults(ground);
      expect(edits.length).toBeGreaterThan(10);
      const broken = sown(ground, edits);
      const once = await mended(ground, broken);
      const fixable = once.told.filter(({ fix }) => fix !== undefined);
      expect(fixable.length).toBeGreaterThan(10);
      const twice = await mended(ground, once.files);
      expect(twice.told.filter(({ fix }) => fix !== undefined)).toEqual([]);
      const left = new Set(['T2', 'P4', 'F1']);
      // An entry that no block names, and a mark that has no other half, are left to the author.
      expect(twice.told.filter(({ code }) => left.has(code)).length).toBeLessThan(fixable.length / 2);
      for (const path of Object.keys(broken)) {
        expect(text(twice.files[path]), path).toBe(text(once.files[path]));
        if (/metrics|targets|units|waivers/.test(path)) expect(text(once.files[path]), path).toBe(text(broken[path]));
      }
    },
  );
});
