import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decodeJpeg } from '../../../src/pdf/writer/image/jpeg-pixels.ts';
import { decodePng, readPng } from '../../../src/pdf/writer/image/png.ts';
import { writePdf } from '../../../src/pdf/writer/index.ts';
import { findObjects, pageContents, readObjects } from '../../support/read-pdf.ts';
import { documentOf, readBack, structureBuilder, THEME, testFonts, written } from './placed.ts';

interface PngParts {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  readonly type: number;
  readonly interlaced?: boolean;
  /** Rows with their filter bytes. */
  readonly rows: readonly number[];
  readonly palette?: readonly number[];
  readonly transparency?: readonly number[];
}

function png({ width, height, bits, type, interlaced, rows, palette, transparency }: PngParts): Buffer {
  const chunk = (kind: string, data: Buffer): Buffer => {
    const out = Buffer.alloc(12 + data.length);
    out.writeUInt32BE(data.length, 0);
    out.write(kind, 4, 'latin1');
    data.copy(out, 8);
    return out;
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([bits, type, 0, 0, interlaced === true ? 1 : 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    ...(palette === undefined ? [] : [chunk('PLTE', Buffer.from(palette))]),
    ...(transparency === undefined ? [] : [chunk('tRNS', Buffer.from(transparency))]),
    chunk('IDAT', deflateSync(Buffer.from(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const RED_AND_BLUE = png({ width: 2, height: 1, bits: 8, type: 2, rows: [0, 255, 0, 0, 0, 0, 255] });

function withPicture() {
  const s = structureBuilder();
  const node = s.node(undefined, { type: 'Figure', alt: '图' });
  const item = {
    kind: 'image',
    x: 60,
    y: 80,
    width: 100,
    height: 50,
    asset: 'a',
    role: { node },
    origin: 'test',
  } as const;
  return documentOf({ pages: [[item]], structure: s.nodes });
}

async function imagesOf(bytes: Uint8Array, variant: 'screen' | 'print' = 'screen') {
  const file = await written(withPicture(), { variant, assets: new Map([['a', { bytes }]]) });
  return findObjects(readObjects(file.bytes), /\/Subtype\/Image/);
}

async function refusal(bytes: Uint8Array, variant: 'screen' | 'print' = 'screen') {
  const assets = new Map([['a', { bytes }]]);
  const result = writePdf({ document: withPicture(), fonts: await testFonts(), theme: THEME, variant, assets });
  return result.diagnostics.map(({ code, message }) => `${code} ${message}`);
}

describe('PNG', () => {
  const decoded = (parts: PngParts) => {
    const file = readPng(png(parts));
    const pixels = file === undefined ? undefined : decodePng(file);
    return pixels === undefined ? undefined : { colour: [...pixels.colour], alpha: pixels.alpha && [...pixels.alpha] };
  };

  it('undoes every row filter', () => {
    const rows = [
      ...[1, 10, 10, 10, 10],
      ...[2, 1, 1, 1, 1],
      ...[3, 5, 5, 5, 5],
      ...[4, 1, 2, 3, 4],
      ...[0, 7, 7, 7, 7],
    ];
    const first = [10, 20, 30, 40];
    const second = first.map((value) => value + 1);
    const third: number[] = [];
    second.forEach((up, i) => third.push(5 + (((third[i - 1] ?? 0) + up) >> 1)));
    const fourth: number[] = [];
    third.forEach((up, i) => {
      const left = fourth[i - 1] ?? 0;
      const corner = third[i - 1] ?? 0;
      const guess = left + up - corner;
      const near = [left, up, corner].map((value) => Math.abs(guess - value));
      const best = near[0] === Math.min(...near) ? left : near[1] === Math.min(...near) ? up : corner;
      fourth.push(i + 1 + best);
    });
    const result = decoded({ width: 4, height: 5, bits: 8, type: 0, rows });
    expect(result?.colour).toEqual([...first, ...second, ...third, ...fourth, 7, 7, 7, 7]);
  });

  it('reads packed samples, palettes with transparency and 16 bits', () => {
    expect(decoded({ width: 4, height: 1, bits: 2, type: 0, rows: [0, 0b00011011] })?.colour).toEqual([
      0, 85, 170, 255,
    ]);
    const palette = decoded({
      width: 2,
      height: 1,
      bits: 8,
      type: 3,
      rows: [0, 1, 0],
      palette: [1, 2, 3, 4, 5, 6],
      transparency: [255, 128],
    });
    expect(palette).toEqual({ colour: [4, 5, 6, 1, 2, 3], alpha: [128, 255] });
    expect(decoded({ width: 1, height: 1, bits: 16, type: 4, rows: [0, 0x80, 0x80, 0, 0] })).toEqual({
      colour: [128],
      alpha: [0],
    });
  });

  it('puts the passes of an interlaced file together', () => {
    // 2 by 2: pass 1 has (0,0), pass 6 has (1,0), pass 7 has the second row.
    const rows = [0, 10, 0, 20, 0, 30, 40];
    expect(decoded({ width: 2, height: 2, bits: 8, type: 0, interlaced: true, rows })?.colour).toEqual([
      10, 20, 30, 40,
    ]);
  });

  it('goes in as it is when nothing has to change', async () => {
    const [image] = await imagesOf(RED_AND_BLUE);
    expect(image?.body).toContain('/ColorSpace/DeviceRGB');
    expect(image?.stream).toEqual(readPng(RED_AND_BLUE)?.data);
  });

  it('gives its alpha as a mask on screen, and is laid on white in print', async () => {
    const veil = png({ width: 1, height: 1, bits: 8, type: 6, rows: [0, 0, 0, 0, 128] });
    const [mask, image] = await imagesOf(veil);
    expect(image?.body).toContain('/SMask');
    expect([...(mask?.stream ?? [])]).toEqual([128]);
    const [flat, none] = await imagesOf(veil, 'print');
    expect(none).toBeUndefined();
    expect(flat?.body).toContain('/ColorSpace/DeviceCMYK');
    // A mid grey: some ink everywhere, full nowhere.
    const inks = [...(flat?.stream ?? [])];
    expect(Math.max(...inks)).toBeLessThan(200);
    expect(Math.max(...inks)).toBeGreaterThan(60);
  });

  it('is separated for print', async () => {
    const [image] = await imagesOf(RED_AND_BLUE, 'print');
    expect(image?.body).toContain('/ColorSpace/DeviceCMYK');
    expect(image?.stream).toHaveLength(8);
    const palette = png({ width: 1, height: 1, bits: 8, type: 3, rows: [0, 0], palette: [255, 255, 255] });
    expect((await imagesOf(palette, 'print'))[0]?.body).toContain('[/Indexed/DeviceCMYK 0(\0\0\0\0)]');
  });

  it('is refused when it is cut short', async () => {
    expect(await refusal(RED_AND_BLUE.subarray(0, 60))).toEqual(['C022 a is no whole PNG file']);
    const short = png({ width: 9, height: 9, bits: 8, type: 2, rows: [0, 1, 2, 3] });
    const veiled = png({ width: 9, height: 9, bits: 8, type: 6, rows: [0, 1, 2, 3] });
    expect(await refusal(veiled)).toEqual(['C022 a is no whole PNG file']);
    expect(await refusal(short)).toEqual(['C022 a is no whole PNG file']);
  });
});

/** 16 by 16 pixels with an Adobe marker: one colour; and black on strong colours beside a green. */
const LIGHT_INKS = Buffer.from(
  '/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwACAQEBAQECAQEBAgICAgIEAwICAgIFBAQDBAYFBgYGBQYGBgcJCAYHCQcGBggLCAkKCgoKCgYICwwLCgwJCgoK/8AAFAgAEAAQBEMRAE0RAFkRAEsRAP/EABUAAQEAAAAAAAAAAAAAAAAAAAAJ/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAA4EQwBNAFkASwAAPwChi1i6i9AAAAD/2Q==',
  'base64',
);
const HEAVY_INKS = Buffer.from(
  '/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwACAQEBAQECAQEBAgICAgIEAwICAgIFBAQDBAYFBgYGBQYGBgcJCAYHCQcGBggLCAkKCgoKCgYICwwLCgwJCgoK/8AAFAgAEAAQBEMRAE0RAFkRAEsRAP/EABYAAQEBAAAAAAAAAAAAAAAAAAoJB//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAOBEMATQBZAEsAAD8AjGkWlmh2aQ1AtA8ALdl4l4H5pDUC0DwH/9k=',
  'base64',
);

/** Two pictures of 24 by 16: red and blue over a gradient, colours at half resolution; the first with restart markers. */
const BASELINE = Buffer.from(
  [
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5a',
    'YVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAAR',
    'CAAQABgDASIAAhEBAxEB/8QAGAAAAwEBAAAAAAAAAAAAAAAAAAQFAwb/xAAXEAEBAQEAAAAAAAAAAAAAAAAAA0FC/8QAFQEBAQAAAAAAAAAA',
    'AAAAAAAAAgT/xAAhEQAABAYDAQAAAAAAAAAAAAAAAQMRAgUSFKHhMUJhwf/aAAwDAQACEQMRAD8AjMr8mInoggduqSnLCqOZ3iRp0M/r/CEM',
    'OrjgXnO26Z0DBLaierGx/9k=',
  ].join(''),
  'base64',
);
const PROGRESSIVE = Buffer.from(
  [
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5a',
    'YVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wgAR',
    'CAAQABgDASIAAhEBAxEB/8QAGAAAAwEBAAAAAAAAAAAAAAAAAAMEAgX/xAAXAQADAQAAAAAAAAAAAAAAAAABAgME/9oADAMBAAIQAxAAAAGL',
    'LHrWE6poH//EABYQAQEBAAAAAAAAAAAAAAAAAAABEP/aAAgBAQABBQJciI//xAAbEQABBAMAAAAAAAAAAAAAAAAAAQIEERITQf/aAAgBAwEB',
    'PwFZO5uNCRr6f//EABkRAAIDAQAAAAAAAAAAAAAAAAACEhQjYf/aAAgBAgEBPwFM2kXeH//EABQQAQAAAAAAAAAAAAAAAAAAACD/2gAIAQEA',
    'Bj8CX//EABYQAAMAAAAAAAAAAAAAAAAAAAAgQf/aAAgBAQABPyElf//aAAwDAQACAAMAAAAQiM//xAAbEQACAQUAAAAAAAAAAAAAAAAAEQEh',
    'YbHB4f/aAAgBAwEBPxB7Rd3qBR4dP//EABgRAAMBAQAAAAAAAAAAAAAAAAABEeEx/9oACAECAQE/EHj1BzvD/8QAFhAAAwAAAAAAAAAAAAAA',
    'AAAAACBB/9oACAEBAAE/EFiD/9k=',
  ].join(''),
  'base64',
);

describe('SVG', () => {
  const drawing = (inner: string): Buffer =>
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50">${inner}</svg>`);

  it('becomes part of the page, in the report’s colours', async () => {
    const bytes = drawing('<rect width="100" height="50" fill="#dcecf2"/><text x="5" y="20">码头 pier</text>');
    const assets = new Map([['a', { bytes }]]);
    const facts = await readBack(withPicture(), { assets });
    expect(facts.pages[0]?.text.trim()).toBe('码头 pier');
    expect(facts.pages[0]?.tags[0]?.children).toMatchObject([{ type: 'Figure', alt: '图' }]);
    const print = await written(withPicture(), { assets, variant: 'print' });
    expect(pageContents(print.bytes)[0]).not.toMatch(/ rg\n/);
  });

  it('names what of it is lost', async () => {
    expect(await refusal(drawing('<rect width="4" height="4" opacity=".5"/>'))).toEqual([
      'C022 a: opacity=".5" cannot be set',
    ]);
    expect(await refusal(drawing('<text>\u{12000}</text>'))).toEqual(['C022 a: no font has the character \u{12000}']);
    expect(await refusal(Buffer.from('GIF89a'))).toEqual(['C022 a: it is no well-formed SVG']);
  });
});

describe('JPEG', () => {
  const jpeg = (components: number): Buffer =>
    Buffer.from([
      0xff,
      0xd8,
      0xff,
      0xe0,
      0,
      4,
      0,
      0,
      0xff,
      0xc0,
      0,
      17,
      8,
      0,
      20,
      0,
      30,
      components,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
    ]);

  it('goes in as it is, with its size and colours', async () => {
    const [image] = await imagesOf(jpeg(3));
    expect(image?.body).toMatch(/\/Width 30\/Height 20\/ColorSpace\/DeviceRGB.*\/DCTDecode/);
    expect(image?.stream).toEqual(jpeg(3));
  });

  it('is decoded and separated for print', async () => {
    for (const file of [BASELINE, PROGRESSIVE]) {
      const rgb = decodeJpeg(file);
      const pixel = (x: number, y: number): readonly number[] => [
        ...(rgb?.subarray((y * 24 + x) * 3).subarray(0, 3) ?? []),
      ];
      // As the reference decoder has them.
      [
        [3, 3, 191, 44, 37],
        [20, 3, 43, 58, 199],
        [12, 13, 123, 119, 92],
      ].forEach(([x = 0, y = 0, ...expected]) => {
        pixel(x, y).forEach((value, i) => {
          expect(Math.abs(value - (expected[i] ?? 0))).toBeLessThanOrEqual(2);
        });
      });
      const [image] = await imagesOf(file, 'print');
      expect(image?.body).toContain('/ColorSpace/DeviceCMYK');
      expect(image?.stream).toHaveLength(24 * 16 * 4);
    }
  });

  it('is refused for print when it is cut short', async () => {
    expect(await refusal(PROGRESSIVE.subarray(0, 420), 'print')).toEqual(['C022 a is no whole JPEG file']);
    expect(await refusal(jpeg(3), 'print')).toEqual(['C022 a is no whole JPEG file']);
  });

  it('in inks goes into print as it is, stored as complements', async () => {
    const [image] = await imagesOf(LIGHT_INKS, 'print');
    expect(image?.body).toMatch(/\/ColorSpace\/DeviceCMYK.*\/DCTDecode/);
    expect(image?.body).toContain('/Decode[1 0 1 0 1 0 1 0]');
    expect(image?.stream).toEqual(LIGHT_INKS);
  });

  it('in inks is taken back to what paper holds, and only where it has more', async () => {
    const [image] = await imagesOf(HEAVY_INKS, 'print');
    const inks = image?.stream ?? Buffer.alloc(0);
    expect(image?.body).not.toContain('DCTDecode');
    expect(inks).toHaveLength(16 * 16 * 4);
    const pixel = (x: number): readonly number[] => [...inks.subarray(x * 4, x * 4 + 4)];
    const sum = (x: number): number => pixel(x).reduce((all, ink) => all + ink, 0);
    for (let x = 0; x < 256; x += 1) expect(sum(x)).toBeLessThanOrEqual(3.2 * 255);
    expect(pixel(1)[3]).toBeGreaterThan(235);
    expect(sum(1)).toBeGreaterThan(3.1 * 255);
    [20, 200, 30, 0].forEach((ink, i) => {
      expect(Math.abs((pixel(14)[i] ?? 0) - ink)).toBeLessThanOrEqual(3);
    });
  });

  it('is refused where its colours cannot be shown', async () => {
    expect(await refusal(jpeg(4))).toEqual(['C022 a is a CMYK JPEG, which the screen edition cannot show']);
    expect(await imagesOf(jpeg(1), 'print')).toHaveLength(1);
  });
});
