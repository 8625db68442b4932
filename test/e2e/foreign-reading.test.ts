import { describe, expect, it } from 'vitest';
import { callFiles } from '../../src/pipeline/index.ts';
import { builtFile } from '../support/built-editions.ts';

/** Alarms on a right report, of a thousand figures. */
const AT_MOST = { showcase: 10, ferry: 2 };

describe.each(['showcase', 'ferry'] as const)('the %s, read as two files by any maker', (project) => {
  it('raises few false alarms, each with its section and pages', async () => {
    const [zh, en] = await Promise.all([builtFile(project, 'report.zh-Hans.pdf'), builtFile(project, 'report.en.pdf')]);
    const called = await callFiles({ zh, en, name: project, ledger: false, paint: undefined });
    if (!called.ok) throw new Error(called.diagnostics.map(({ message }) => message).join('\n'));
    const { rows, diagnostics } = called.value;
    expect(rows.length).toBeGreaterThan(600);
    const messages = diagnostics.map(({ message }) => message);
    expect(messages.length, messages.join('\n')).toBeLessThan((rows.length * AT_MOST[project]) / 1000);
    for (const message of messages) expect(message).toMatch(/” on page \d+.* in “/);
  });
});
