import { describe, expect, it } from 'vitest';
import { drawFile } from '../../../src/pipeline/index.ts';
import { goodScreenFile } from '../../inspect-mutations/good-files.ts';
import { operate, text } from '../../inspect-mutations/surgery.ts';

const good = await goodScreenFile();

async function drawn(bytes: Uint8Array, pages?: readonly number[]): Promise<string> {
  const result = await drawFile('a<b>.pdf', bytes, pages);
  if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message).join());
  return result.value;
}

/** Boxes that are drawn, each as left, top, width and height, and the size of the picture. */
function boxesOf(html: string) {
  const boxes = html.matchAll(/<rect class="\w+" x="([\d.-]+)" y="([\d.-]+)" width="([\d.]+)" height="([\d.]+)"/g);
  const [width = 0, height = 0] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(html)?.slice(1).map(Number) ?? [];
  return { places: [...boxes].map((box) => box.slice(1).map(Number)), width, height };
}

describe('the page of tags', () => {
  it('shows a picture of each page that is asked for, with numbered boxes inside the page', async () => {
    const html = await drawn(good, [1]);
    expect(html.match(/<image /g)).toHaveLength(1);
    const { places, width, height } = boxesOf(html);
    expect(places.length).toBeGreaterThan(3);
    for (const [x = 0, y = 0, w = 0, h = 0] of places) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(x + w).toBeLessThanOrEqual(width);
      expect(y + h).toBeLessThanOrEqual(height);
    }
  });

  it.each([
    [90, 1],
    [180, 2],
    [270, 3],
    [-90, 3],
  ])('turns the boxes of a page with its picture: /Rotate %i', async (angle, turns) => {
    const upright = boxesOf(await drawn(good, [1]));
    const turned = boxesOf(
      await drawn(
        operate(good, (p) => p.set(p.page(1), 'Rotate', angle)),
        [1],
      ),
    );
    let { places, width, height } = upright;
    for (let turn = 0; turn < turns; turn += 1) {
      const foot = height;
      places = places.map(([x = 0, y = 0, w = 0, h = 0]) => [foot - y - h, x, h, w]);
      [width, height] = [height, width];
    }
    expect([turned.width, turned.height]).toEqual([width, height]);
    expect(turned.places).toHaveLength(places.length);
    for (const [i, place] of places.entries()) {
      for (const [j, length] of place.entries()) expect(turned.places[i]?.[j]).toBeCloseTo(length, 0);
    }
  });

  it('takes the turn of a page from the pages that it stands among', async () => {
    const bytes = operate(good, (p) => p.set(p.dict(p.catalog, 'Pages'), 'Rotate', 90));
    const own = operate(good, (p) => p.set(p.page(0), 'Rotate', 90));
    expect(boxesOf(await drawn(bytes, [0]))).toEqual(boxesOf(await drawn(own, [0])));
  });

  it('asks for nothing from a network and runs no script', async () => {
    const html = await drawn(good);
    expect(html).not.toMatch(/<script|<link|(?:src|href)="(?!#|data:)/i);
  });

  it('lets no text of the file become markup', async () => {
    const evil = '</span><img src=x onerror=alert(1)>';
    const html = await drawn(operate(good, (p) => p.set(p.element('Figure'), 'Alt', text(evil))));
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(html).toContain('a&lt;b&gt;.pdf');
  });

  it('marks what breaks a standard that the file claims', async () => {
    const html = await drawn(operate(good, (p) => p.remove(p.element('Figure'), 'Alt')));
    expect(html).toContain('<b>UA-7.3-1</b>');
    expect(html).toMatch(/class="broken"><rect x/);
  });
});
