import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { preflight, readAloud } from '../../src/inspect/index.ts';
import { goodScreenFile } from './good-files.ts';
import { operate } from './surgery.ts';

const packed = await goodScreenFile();
/** The packed file, and the same with each object in the open: damage reaches other parts of the reader. */
const FILES = { packed, open: Buffer.from(operate(packed, () => undefined)) };
const LENGTH = Math.max(FILES.packed.length, FILES.open.length);

/** What happens to a file on its way: bytes that change, a stretch that is lost, an end that never came. */
const damage = fc.record({
  file: fc.constantFrom('packed', 'open'),
  flips: fc.array(fc.tuple(fc.nat(LENGTH - 1), fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 12 }),
  lost: fc.option(fc.tuple(fc.nat(LENGTH - 1), fc.integer({ min: 1, max: 400 })), { freq: 4 }),
  end: fc.option(fc.integer({ min: 1, max: LENGTH }), { freq: 6 }),
});

function damaged({ file, flips, lost, end }: typeof damage extends fc.Arbitrary<infer T> ? T : never): Uint8Array {
  const bytes = Buffer.from(FILES[file]);
  for (const [place, bits] of flips) {
    const at = place % bytes.length;
    bytes[at] = (bytes[at] ?? 0) ^ bits;
  }
  const [from, length] = lost ?? [0, 0];
  return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + length)]).subarray(0, end ?? bytes.length);
}

describe('a good file that was damaged by chance', () => {
  it('ends in a verdict, or is told to be no PDF or too large; and is read aloud or not, never half', () => {
    fc.assert(
      fc.property(damage, (how) => {
        const bytes = damaged(how);
        const verdict = preflight(bytes, ['ua1', 'a3a', 'x4']);
        const codes = verdict.ok ? [] : verdict.diagnostics.map(({ code }) => code);
        expect(['I001', 'I006']).toEqual(expect.arrayContaining(codes));
        if (verdict.ok) {
          // A screen file is no print file, whatever happened to it.
          expect(verdict.value.profiles.find(({ profile }) => profile === 'x4')?.passes).toBe(false);
          for (const { rule, message } of verdict.value.findings)
            expect(rule.length * message.length).toBeGreaterThan(0);
        }
        expect(readAloud(bytes).ok).toBe(verdict.ok);
      }),
      { numRuns: 600 },
    );
  });
});
