import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addSignatures, type LedgerRow, ledgerPage, readSignOff, type SignOff } from '../../../src/call/index.ts';
import { calledRows, tableOf } from '../../support/called-rows.ts';

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const reason = existsSync(executablePath) ? '' : ` (skipped: there is no browser at ${executablePath}; set CHROMIUM)`;
const template = readFileSync(new URL('../../../templates/ledger.html', import.meta.url), 'utf8');

describe.skipIf(reason !== '')(`the ledger in a browser${reason}`, () => {
  let browser: Browser;
  let folder: string;
  let rows: readonly LedgerRow[];
  beforeAll(async () => {
    rows = (await calledRows()).slice(0, 20);
    folder = await mkdtemp(join(tmpdir(), 'petalpress-ledger-'));
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  });
  afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** Writes the ledger at its place, as calling again does. */
  async function write(list: readonly LedgerRow[], signOff: SignOff | undefined): Promise<string> {
    const path = join(folder, 'ledger.html');
    await writeFile(path, ledgerPage({ ...tableOf(list), signOff, title: 'Glass', template, pictures: new Map() }));
    return pathToFileURL(path).href;
  }

  async function sign(page: Page, count: number): Promise<void> {
    await page.fill('#by', 'Lin');
    for (let index = 0; index < count; index += 1) await page.locator('#rows input').nth(index).click();
  }

  const signed = (page: Page): Promise<number> => page.locator('#rows input:checked').count();

  async function open(url: string): Promise<Page> {
    const page = await (await browser.newContext({ acceptDownloads: true })).newPage();
    await page.goto(url);
    return page;
  }

  async function savedFrom(page: Page): Promise<string> {
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('#save')]);
    return readFile(await download.path(), 'utf8');
  }

  it('shows a row for each figure, with both sentences and the figure marked in them', async () => {
    const page = await open(await write(rows, undefined));
    expect(await page.locator('#rows li.row').count()).toBe(rows.length);
    await page.locator('#rows li.row').nth(3).click();
    const marks = await page.locator('#detail mark').allTextContents();
    expect(marks).toEqual([rows[3]?.printings.zh[0]?.text, rows[3]?.printings.en[0]?.text]);
  });

  it('takes no tick without a name', async () => {
    const page = await open(await write(rows, undefined));
    await page.locator('#rows input').first().click();
    expect(await signed(page)).toBe(0);
  });

  it('keeps its ticks over a reload', async () => {
    const page = await open(await write(rows, undefined));
    await sign(page, 3);
    await page.reload();
    expect(await signed(page)).toBe(3);
    expect(await page.textContent('#count')).toContain(`3 of ${rows.length} signed`);
  });

  it('saves a sign-off that another reviewer’s ledger knows', async () => {
    const page = await open(await write(rows, undefined));
    await sign(page, 2);
    const saved = readSignOff(await savedFrom(page));
    if (typeof saved === 'string') throw new Error(saved);
    expect(saved.rows.map(({ row, by }) => [row, by])).toEqual(rows.slice(0, 2).map(({ id }) => [id, 'Lin']));
    expect(await signed(await open(await write(rows, saved)))).toBe(2);
  });

  it('reopens the one row whose figure changed', async () => {
    const page = await open(await write(rows, undefined));
    await sign(page, 5);
    const changed = rows.map((row, index) => (index === 2 ? { ...row, hash: 'other' } : row));
    await write(changed, undefined);
    await page.reload();
    expect(await signed(page)).toBe(4);
    await page.selectOption('#show', 'changed');
    expect(await page.locator('#rows li.row').count()).toBe(1);
    expect(await page.locator('#rows li.row').first().getAttribute('data-row')).toBe(rows[2]?.id);
  });

  it('is only added to: what was signed before stays in the file, byte for byte', async () => {
    const page = await open(await write(rows, undefined));
    await sign(page, 1);
    const first = await savedFrom(page);
    await page.locator('#rows input').nth(4).click();
    const [before, after] = [readSignOff(first), readSignOff(await savedFrom(page))];
    if (typeof before === 'string' || typeof after === 'string') throw new Error('a sign-off cannot be read');
    const kept = addSignatures(undefined, before);
    const more = typeof kept === 'string' ? kept : addSignatures(kept.text, after);
    if (typeof kept === 'string' || typeof more === 'string') throw new Error('signatures cannot be added');
    expect(more.count).toBe(1);
    expect(more.text.startsWith(kept.text.slice(0, kept.text.lastIndexOf(']')).trimEnd())).toBe(true);
  });
});
