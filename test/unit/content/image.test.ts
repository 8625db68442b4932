import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readImageHead } from '../../../src/content/read/image.ts';
import { HOME } from '../../support/project-files.ts';

const png = new Uint8Array(readFileSync(`${HOME}test/faults/base/content/assets/pier.png`));
const text = (source: string): Uint8Array => new TextEncoder().encode(source);

describe('readImageHead', () => {
  it('reads the size of a PNG', () => {
    expect(readImageHead(png)).toEqual({ format: 'png', width: 8, height: 6 });
  });

  it('sees a cut and a damaged PNG', () => {
    expect(readImageHead(png.subarray(0, png.length - 4))).toEqual({ fault: 'the PNG is cut off' });
    const damaged = Uint8Array.from(png);
    damaged[40] = (damaged[40] ?? 0) ^ 0xff;
    expect(readImageHead(damaged)).toMatchObject({ fault: expect.stringContaining('checksum') });
  });

  it('refuses more pixels than can be printed', () => {
    const huge = Uint8Array.from(png);
    new DataView(huge.buffer).setUint32(16, 60_000);
    new DataView(huge.buffer).setUint32(20, 60_000);
    expect(readImageHead(huge)).toHaveProperty('fault');
  });

  it('reads the frame of a JPEG behind other segments', () => {
    const jpeg = [0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc2, 0, 17, 8, 0, 120, 0, 200, 3, 1, 0x22, 0];
    expect(readImageHead(new Uint8Array(jpeg))).toEqual({ format: 'jpeg', width: 200, height: 120 });
    expect(readImageHead(new Uint8Array(jpeg.slice(0, 8)))).toEqual({ fault: 'the JPEG is cut off' });
  });

  it.each([
    ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"></svg>', { format: 'svg', width: 40, height: 30 }],
    ['<?xml version="1.0"?>\n<svg width="40" height="30"><g/></svg>\n', { format: 'svg', width: 40, height: 30 }],
    ['<svg viewBox="0 0 40 30"><g>', { fault: 'the file is not a whole SVG' }],
    ['<svg></svg>', { fault: 'the SVG has neither a viewBox nor a size' }],
    ['<!DOCTYPE svg [<!ENTITY a "b">]><svg viewBox="0 0 4 3">&a;</svg>', { fault: 'the SVG defines entities' }],
    ['<html></html>', { fault: 'the file is not a whole SVG' }],
    ['', { fault: 'the file is empty' }],
    ['GIF89a', { fault: 'the file is not PNG, JPEG or SVG' }],
  ])('%s', (source, head) => {
    expect(readImageHead(text(source))).toEqual(head);
  });
});
