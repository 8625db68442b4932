import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CommandRun, runCommandLine } from '../../support/command-line.ts';
import { filesOf, HOME } from '../../support/project-files.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'petalpress-call-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const UNSEEN = `${HOME}test/fixtures/unseen`;

/** A file of one page, with a picture that fills it and what else its content says. */
function smallPdf(content: string, more = ''): string {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
  ];
  let text = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const start = text.length;
  return `${text}xref\n0 5\n0000000000 65535 f \n${offsets.join('')}trailer\n<< /Size 5 /Root 1 0 R ${more} >>\nstartxref\n${start}\n%%EOF\n`;
}

const PICTURE = 'q 200 0 0 200 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID a EI Q';
const KEY = `<${'ab'.repeat(32)}>`;
const LOCKED = `/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /O ${KEY} /U ${KEY} /P -4 >>`;

describe('call --zh --en', () => {
  it.each([
    ['an empty file', () => '', 'I001', 'cannot be read as a PDF'],
    ['no PDF', () => 'Kind regards\n', 'I001', 'cannot be read as a PDF'],
    [
      'a PDF that breaks off',
      async () => (await readFile(`${UNSEEN}/zh.pdf`)).subarray(0, 20_000),
      'I001',
      'cannot be read as a PDF',
    ],
    ['an encrypted PDF', () => smallPdf(PICTURE, LOCKED), 'I002', 'encrypted'],
    ['a scan without text', () => smallPdf(PICTURE), 'I003', 'text'],
  ])('says of %s which file it is, and ends with 1', async (name, make, code, words) => {
    const path = join(folder, `${name.replaceAll(' ', '-')}.pdf`);
    await writeFile(path, await make());
    const run = await runCommandLine(folder, 'call', '--zh', path, '--en', `${UNSEEN}/en.pdf`, '--no-pictures');
    expect(run.code).toBe(1);
    expect(run.err).toContain(code);
    expect(run.err).toContain('Chinese');
    expect(run.err).toContain(words);
    expect(run.err).toMatch(/\n {2}hint {2,}\S/);
    expect(run.err).toContain('nothing was called');
  });

  it('names a file that is not there, and ends with 2', async () => {
    const run = await runCommandLine(folder, 'call', '--zh', 'gone.pdf', '--en', `${UNSEEN}/en.pdf`);
    expect(run.code).toBe(2);
    expect(run.err).toContain('gone.pdf cannot be read');
  });
});

describe('call on a build', () => {
  const project = (): string => join(folder, 'project');
  const call = (...more: readonly string[]): Promise<CommandRun> =>
    runCommandLine(project(), 'call', '--no-pictures', ...more);
  const output = (name: string): string => join(project(), 'output', name);

  beforeAll(async () => {
    for (const [path, bytes] of Object.entries(await filesOf('test/faults/base'))) {
      await mkdir(dirname(join(project(), path)), { recursive: true });
      await writeFile(join(project(), path), bytes);
    }
    expect((await runCommandLine(project(), 'build')).code).toBe(0);
  });

  async function asBefore(name: string, broken: () => Promise<void>, run: () => Promise<void>): Promise<void> {
    const before = await readFile(output(name));
    try {
      await broken();
      await run();
    } finally {
      await writeFile(output(name), before);
    }
  }

  it.each([
    ['missing', async (path: string) => rm(path), 'I005', 'report.en.pdf is missing'],
    ['empty', async (path: string) => writeFile(path, ''), 'I001', 'report.en.pdf: '],
    [
      'cut off',
      async (path: string) => writeFile(path, (await readFile(path)).subarray(0, 4000)),
      'I001',
      'report.en.pdf: ',
    ],
    [
      'locked',
      async (path: string) => writeFile(path, smallPdf(PICTURE, LOCKED)),
      'I002',
      'report.en.pdf: the file is encrypted',
    ],
  ])('with an edition %s names the file and ends with 1', async (_, broken, code, words) => {
    await asBefore(
      'report.en.pdf',
      () => broken(output('report.en.pdf')),
      async () => {
        const run = await call();
        expect(run.code).toBe(1);
        expect(run.err).toContain(code);
        expect(run.err).toContain(words);
      },
    );
  });

  it('without a build says how to make one', async () => {
    const run = await call('--out', join(folder, 'nowhere'));
    expect(run.code).toBe(1);
    expect(run.err).toContain('I005');
    expect(run.err).toContain('petalpress build');
  });

  it('signs rows, adds to the file alone, and reopens the row whose figure changed', async () => {
    expect((await call()).code).toBe(0);
    // A chain of several lines stands in quotes.
    const [head = '', ...lines] = (await readFile(output('ledger.csv'), 'utf8'))
      .trim()
      .split(/\r?\n(?=(?:[^"]*"[^"]*")*[^"]*$)/);
    const columns = head.replace('\uFEFF', '').split(',');
    const rows = lines.map((line) => {
      const cells = line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/);
      const cell = (name: string): string => (cells[columns.indexOf(name)] ?? '').replace(/^"|"$/g, '');
      return { row: cell('row'), hash: cell('hash'), by: 'Lin', on: '2024-07-01' };
    });
    const saved = join(folder, 'saved.json');
    const text = JSON.stringify({ schema: 'signoff/1', report: await reportId(), rows });
    await writeFile(saved, text);
    const signed = await call('--sign', saved);
    expect(signed.code).toBe(0);
    expect(signed.err).toContain(`${rows.length} signatures added`);
    expect(signed.err).toContain(`${rows.length} signed`);
    const first = await readFile(join(project(), 'signoff.json'), 'utf8');

    for (const [what, wrong] of [
      ['other report', text.replace(await reportId(), 'another')],
      ['no sign-off', '{"rows": []}'],
      ['cut off', text.slice(0, -9)],
    ] as const) {
      await writeFile(saved, wrong);
      const refused = await call('--sign', saved);
      expect([what, refused.code]).toEqual([what, 1]);
      expect(refused.err).toContain('V9 signed-otherwise');
      expect(await readFile(join(project(), 'signoff.json'), 'utf8')).toBe(first);
    }

    const water = join(project(), 'content/metrics/water.yaml');
    const before = await readFile(water, 'utf8');
    await writeFile(water, before.replace('"14500"', '"14600"').replace('"10600"', '"10700"'));
    expect((await runCommandLine(project(), 'build')).code).toBe(0);
    const after = await call();
    const reopened = (await readFile(output('ledger.csv'), 'utf8'))
      .split('\n')
      .filter((line) => line.includes(',changed,'));
    const unsigned = rows.length - Number(/(\d+) signed/.exec(after.err)?.[1]);
    expect(reopened.length).toBe(unsigned);
    expect(reopened.every((line) => line.includes('water.reused'))).toBe(true);
    expect(await readFile(join(project(), 'signoff.json'), 'utf8')).toBe(first);
    expect((await readdir(project())).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  async function reportId(): Promise<string> {
    return /^id: (\S+)$/m.exec(await readFile(join(project(), 'content/report.yaml'), 'utf8'))?.[1] ?? '';
  }
});
