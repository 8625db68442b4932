import { afterEach, describe, expect, it, vi } from 'vitest';
import { chartProject, HARBOUR, HARBOUR_CHARTS } from './chart-report.ts';

const PNG = [0x89, 0x50, 0x4e, 0x47];
const some = { line: HARBOUR_CHARTS.line, rows: HARBOUR_CHARTS.rows } as typeof HARBOUR_CHARTS;

afterEach(() => {
  vi.doUnmock('chartjs-node-canvas');
  vi.resetModules();
});

async function rasters() {
  const { rasterCharts } = await import('../../../src/charts/index.ts');
  return rasterCharts(await chartProject({ figures: HARBOUR, charts: some }));
}

function sizeOf(bytes: Uint8Array): readonly [number, number] {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
}

describe('raster copies', () => {
  it('are PNGs of two pixels a point, one a chart and language', async () => {
    const files = await rasters();
    expect(files.map(({ path }) => path)).toEqual([
      'charts/line.zh.png',
      'charts/line.en.png',
      'charts/rows.zh.png',
      'charts/rows.en.png',
    ]);
    for (const { bytes } of files) {
      expect([...bytes.slice(0, 4)]).toEqual(PNG);
      expect(sizeOf(bytes)[0]).toBe(734);
    }
    const [zh, en] = files;
    expect(Buffer.compare(Buffer.from(zh?.bytes ?? []), Buffer.from(en?.bytes ?? []))).not.toBe(0);
  });

  it('come out the same without chartjs-node-canvas', async () => {
    const withIt = await rasters();
    vi.doMock('chartjs-node-canvas', () => {
      throw new Error('not installed');
    });
    vi.resetModules();
    const without = await rasters();
    expect(without.map(({ path }) => path)).toEqual(withIt.map(({ path }) => path));
    without.forEach(({ bytes }, index) => {
      expect(sizeOf(bytes)).toEqual(sizeOf(withIt[index]?.bytes ?? new Uint8Array(24)));
      expect(Buffer.compare(Buffer.from(bytes), Buffer.from(withIt[index]?.bytes ?? []))).toBe(0);
    });
  });
});
