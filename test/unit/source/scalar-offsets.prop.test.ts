import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument, Scalar, stringify } from 'yaml';
import { scalarOffsets } from '../../../src/source/scalar-offsets.ts';

const word = fc.stringMatching(/^[a-z汉字排放，。“”{}:@'"\\ 0-9\u00e9😀]{1,40}$/u);
const styles = [
  [Scalar.QUOTE_DOUBLE, 'double'],
  [Scalar.QUOTE_SINGLE, 'single'],
] as const;

describe('scalarOffsets', () => {
  it('leads each character of a quoted text back to where it is written', () => {
    fc.assert(
      fc.property(word, fc.constantFrom(...styles), (value, [type, style]) => {
        const scalar = new Scalar(value);
        scalar.type = type;
        const source = stringify(scalar, { lineWidth: 0 }).trimEnd();
        fc.pre(parseDocument(source).toJS() === value && source.startsWith(style === 'double' ? '"' : "'"));
        const offsets = scalarOffsets(source, value, style);
        expect(offsets).toHaveLength(value.length + 1);
        for (let i = 0; i < value.length; i += 1) {
          const at = offsets?.[i] ?? -1;
          const written = source[at];
          expect(written === value[i] || written === '\\' || (written === "'" && value[i] === "'")).toBe(true);
        }
      }),
    );
  });
});
