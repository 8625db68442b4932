import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/core/index.ts';
import { runSeededFault, SEEDED_FAULTS, type SeededFault } from '../support/seeded-faults.ts';

describe('broken projects', () => {
  it.each(SEEDED_FAULTS)('%s', async (name) => {
    const { fault, diagnostics } = await runSeededFault(name);
    const told = diagnostics.filter((d) => d.severity !== 'info' || fault.expect.some((e) => e.code === d.code));
    expect(told.map((d) => shown(d, fault))).toEqual(fault.expect.map(wanted));
    expect(diagnostics.filter((d) => d.message === '')).toEqual([]);
  });
});

/** A diagnostic as far as the case states it: the column only where one is expected at this place. */
function shown(d: Diagnostic, fault: SeededFault): string {
  const line = d.span?.start.line ?? 0;
  const named = fault.expect.some((e) => e.code === d.code && e.line === line && e.col !== undefined);
  return `${d.span?.file ?? '-'}:${line}${named ? `:${d.span?.start.column}` : ''} ${d.code}`;
}

function wanted(e: SeededFault['expect'][number]): string {
  return `${e.file ?? '-'}:${e.line ?? 0}${e.col === undefined ? '' : `:${e.col}`} ${e.code}`;
}
