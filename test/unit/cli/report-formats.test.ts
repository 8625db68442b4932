import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sarifReport } from '../../../src/cli/reporters/sarif.ts';
import { CODES, diagnose } from '../../../src/core/index.ts';
import { runCommandLine } from '../../support/command-line.ts';
import { HOME } from '../../support/project-files.ts';

let folder: string;

/** A project with faults of all three levels, some of which name a second place. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'petalpress-formats-'));
  await cp(`${HOME}test/faults/base`, folder, { recursive: true });
  await change('metrics/water.yaml', '"-10.8"', '"-11.8"');
  await change('chapters/01-water.yaml', '按水表读数计。', '按水表读数计,居业内之首。');
  await change(
    'metrics/energy.yaml',
    'value: "3980", in: MWh, status: reported',
    'value: "3980", in: MWh, status: sample',
  );
  await change('chapters/01-water.yaml', 'down {{yoy', 'up {{yoy');
  await change(
    'index/mini.yaml',
    'where: [about.period]}',
    'where: [about.period]}\n  - {disclosure: mini.1, where: [about.period]}',
  );
});

afterAll(() => rm(folder, { recursive: true }));

async function change(path: string, find: string, replacement: string): Promise<void> {
  const file = join(folder, 'content', path);
  const before = await readFile(file, 'utf8');
  if (!before.includes(find)) throw new Error(`${find} is not in ${path}`);
  await writeFile(file, before.replace(find, replacement));
}

interface Told {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  readonly span?: { readonly file: string; readonly start: { readonly line: number; readonly column: number } };
  readonly related: readonly object[];
}

async function json(...argv: readonly string[]): Promise<{ code: number; all: readonly Told[] }> {
  const { code, out } = await runCommandLine(folder, 'check', '--format', 'json', ...argv);
  return { code, all: (JSON.parse(out) as { diagnostics: readonly Told[] }).diagnostics };
}

describe('check --format', () => {
  it('json: each diagnostic has what a program needs, and a code of the register', async () => {
    const { code, all } = await json();
    expect(code).toBe(1);
    expect(new Set(all.map(({ severity }) => severity))).toEqual(new Set(['error', 'warning', 'info']));
    for (const one of all) {
      expect(Object.keys(CODES)).toContain(one.code);
      expect(one.message).toMatch(/\S/);
      expect(one.span?.file).toMatch(/^content\//);
      expect(one.span?.start.line).toBeGreaterThan(0);
      expect(one.span?.start.column).toBeGreaterThan(0);
      expect(Array.isArray(one.related)).toBe(true);
    }
  });

  it('sarif: the essentials of SARIF 2.1.0, one result a diagnostic', async () => {
    const { all } = await json();
    const { code, out } = await runCommandLine(folder, 'check', '--format', 'sarif');
    expect(code).toBe(1);
    expect(sarifFaults(JSON.parse(out))).toEqual([]);
    const results = (JSON.parse(out) as Log).runs[0]?.results ?? [];
    expect(results.map(({ ruleId }) => ruleId)).toEqual(all.map((one) => one.code));
    expect(results.some(({ relatedLocations }) => (relatedLocations?.length ?? 0) > 0)).toBe(true);
  });

  it('github: one command a diagnostic, with its level', async () => {
    const { all } = await json();
    const { code, out } = await runCommandLine(folder, 'check', '--format', 'github');
    expect(code).toBe(1);
    const lines = out.trimEnd().split('\n');
    expect(lines).toHaveLength(all.length);
    for (const [i, line] of lines.entries()) {
      const level = { error: 'error', warning: 'warning', info: 'notice' }[all[i]?.severity ?? 'info'];
      expect(line).toMatch(
        new RegExp(`^::${level} file=[^,:]+,line=\\d+,col=\\d+,(?:endLine=\\d+,)?(?:endColumn=\\d+,)?title=[A-Z]`),
      );
    }
  });

  it('pretty: the same lines for people, on standard error', async () => {
    const { all } = await json();
    const { code, out, err } = await runCommandLine(folder, 'check');
    expect(code).toBe(1);
    expect(out).toBe('');
    for (const { code: id, severity, message, span } of all) {
      const place = `${span?.file}:${span?.start.line}:${span?.start.column}`;
      expect(err).toMatch(new RegExp(`^${literally(place)}  ${id} [a-z-]+  ${severity}  ${literally(message)}$`, 'm'));
    }
  });
});

it('sarif escapes what a URI cannot hold', () => {
  const at = { line: 1, column: 1, offset: 0 };
  const span = { file: 'content/chapters/第 一章#1.yaml', start: at, end: { ...at, column: 2 } };
  expect(sarifFaults(JSON.parse(sarifReport([diagnose('D1', 'dead', { span })])))).toEqual([]);
});

interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}
interface Location {
  readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region: Region };
  readonly message?: { readonly text: string };
}
interface Log {
  readonly $schema: string;
  readonly version: string;
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly name: string; readonly rules: readonly { readonly id: string }[] } };
    readonly results: readonly {
      readonly ruleId: string;
      readonly level: string;
      readonly message: { readonly text: string };
      readonly locations?: readonly Location[];
      readonly relatedLocations?: readonly Location[];
    }[];
  }[];
}

/** What the schema of SARIF 2.1.0 would say, as far as it is about what a check writes. */
function sarifFaults(log: Log): readonly string[] {
  const [run] = log.runs;
  const rules = run?.tool.driver.rules.map(({ id }) => id) ?? [];
  const say = (wrong: boolean, what: string): readonly string[] => (wrong ? [what] : []);
  const place = ({ physicalLocation: { artifactLocation, region } }: Location): readonly string[] => [
    ...say(!/^(?:[\w.~!$&'()*+,;=@/-]|%[0-9A-F]{2})+$/.test(artifactLocation.uri), `uri ${artifactLocation.uri}`),
    ...say(region.startLine < 1 || region.startColumn < 1, 'a region before the file'),
    ...say(
      region.endLine < region.startLine ||
        (region.endLine === region.startLine && region.endColumn < region.startColumn),
      'a region that ends before it starts',
    ),
  ];
  return [
    ...say(log.version !== '2.1.0', 'version'),
    ...say(!/sarif-2\.1\.0/.test(log.$schema), '$schema'),
    ...say(log.runs.length !== 1 || run?.tool.driver.name !== 'petalpress', 'run'),
    ...say(new Set(rules).size !== rules.length, 'a rule twice'),
    ...(run?.results ?? []).flatMap((result) => [
      ...say(!rules.includes(result.ruleId), `no rule ${result.ruleId}`),
      ...say(!['none', 'note', 'warning', 'error'].includes(result.level), `level ${result.level}`),
      ...say(result.message.text === '', 'an empty message'),
      ...(result.locations ?? []).flatMap(place),
      ...(result.relatedLocations ?? []).flatMap(place),
    ]),
  ];
}

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
