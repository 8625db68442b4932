import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { CalledPair } from '../../../src/call/index.ts';
import { callFiles } from '../../../src/pipeline/index.ts';

/** A fault of a report that a browser typeset; `beside` is the right figure of the other language, where that is told of. */
interface Fault {
  readonly id: string;
  readonly shows: string;
  readonly beside?: string;
}

const folder = new URL('../../fixtures/', import.meta.url);
const bytes = (path: string): Uint8Array => readFileSync(new URL(path, folder));

async function called(zh: string, en: string): Promise<CalledPair> {
  const result = await callFiles({ zh: bytes(zh), en: bytes(en), name: 'pair', ledger: false, paint: undefined });
  if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message).join('\n'));
  return result.value;
}

const messages = ({ diagnostics }: CalledPair): readonly string[] => diagnostics.map(({ message }) => message);

describe('a report of a waterworks, with pairs that look wrong and are right', async () => {
  const right = await called('unseen/zh.pdf', 'unseen/en.pdf');
  const wrong = messages(await called('unseen/zh-faulty.pdf', 'unseen/en-faulty.pdf'));
  const faults = parse(readFileSync(new URL('unseen/faults.yaml', folder), 'utf8')) as readonly Fault[];

  it('finds its figures', () => {
    expect(right.found.zh).toBeGreaterThan(350);
    expect(right.rows.length).toBeGreaterThan(400);
  });

  it('tells of nothing but a day that English has as “a day ahead” and Chinese as 二十四小时', () => {
    expect(messages(right)).toEqual([expect.stringContaining('Chinese prints “二十四小时” on page 10')]);
  });

  it.each(faults.map((fault) => [fault.id, fault] as const))('finds the fault %s and names its page', (_id, fault) => {
    const { shows, beside = shows } = fault;
    const told = wrong.filter((message) =>
      quotes(message).some((one) => one.includes(shows) || one.includes(beside) || shows.includes(one)),
    );
    expect(told.filter((message) => !messages(right).includes(message))).not.toEqual([]);
    expect(told[0]).toMatch(/” on page \d+/);
  });
});

describe('a report of a glassworks', async () => {
  const right = await called('foreign/zh.pdf', 'foreign/en.pdf');
  const wrong = await called('foreign/zh.pdf', 'foreign/en-faulty.pdf');
  const { faults } = parse(readFileSync(new URL('foreign/report.yaml', folder), 'utf8')) as {
    readonly faults: readonly { readonly id: string; readonly find: string; readonly put: string }[];
  };

  it('raises no false alarm', () => {
    expect(messages(right)).toEqual([]);
  });

  it('tells of every fault once', () => {
    expect(faults.length).toBeGreaterThanOrEqual(20);
    expect(messages(wrong).length).toBe(faults.length);
  });
});

function quotes(message: string): readonly string[] {
  const [figures = ''] = message.split(' in “');
  return [...figures.matchAll(/“([^”]{2,})”/g)].map((match) => match[1] ?? '');
}
