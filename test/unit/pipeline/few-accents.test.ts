import { describe, expect, it } from 'vitest';
import { preflight } from '../../../src/inspect/index.ts';
import { filesOf } from '../../support/project-files.ts';
import { makeEdition } from '../../support/quarry-edition.ts';

const REPORT = 'content/report.yaml';

describe('a report of two accents', () => {
  it('prints openers whose wide petals stay inside the trim, and is not told of bleed', async () => {
    const source = String((await filesOf('test/fixtures/quarry-report'))[REPORT]);
    const two = source
      .split('\n')
      .filter((line) => !/- \{id: (air|people), /.test(line))
      .join('\n');
    expect(two.split('\n').length).toBe(source.split('\n').length - 2);
    const { bytes } = await makeEdition('en', 'print', { [REPORT]: two });
    const verdict = preflight(bytes, ['x4']);
    expect(verdict.ok && verdict.value.findings.map(({ rule }) => rule)).not.toContain('H-bleed-art');
  });
});
