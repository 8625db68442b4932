import { type Edition, LANGS, type Lang } from '../core/index.ts';
import type { FontBook } from '../fonts/index.ts';
import type { Theme } from '../theme/types.ts';
import { chartBlocks } from './chart-blocks.ts';
import { type ChartBookInput, chartLook } from './chart-book.ts';
import { planChart } from './chart-kinds.ts';
import { chartModel } from './chart-model.ts';
import type { ChartPlan } from './chart-plan.ts';
import { rasterFamily, rasterSurface } from './raster-surface.ts';

/** A raster copy: its path in the output folder, and the bytes of a PNG. */
export interface RasterChart {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Pixels a pt: 144 dpi, two for each of a browser page or a slide at the size of the report. More costs more than it shows. */
const PIXELS = 2;
const EDITION: Readonly<Record<Lang, Edition>> = { zh: 'zh-Hans', en: 'en' };
/** Columns of the grid that a chart of a size takes. */
const COLUMNS = { full: 12, main: 9, half: 6 } as const;

/**
 * Draws every chart of the report as PNG in each language, `charts/<block>.<lang>.png`, from the same configurations as
 * the pages. chartjs-node-canvas draws where it is installed; without it Chart.js draws on a canvas directly.
 */
export async function rasterCharts(input: Omit<ChartBookInput, 'goals'>): Promise<readonly RasterChart[]> {
  const { report, book, theme, fonts } = input;
  const blocks = chartBlocks(report);
  if (blocks.length === 0) return [];
  const draw = (await nodeCanvasPainter(fonts)) ?? (await canvasPainter(fonts));
  const look = chartLook({ ...input, goals: [] }, rasterSurface(theme, fonts));
  const files: RasterChart[] = [];
  for (const block of blocks) {
    for (const lang of LANGS) {
      const model = chartModel(block, EDITION[lang], { report, book });
      const plan = planChart(model, columnsWidth(theme, COLUMNS[block.size]), look);
      files.push({ path: `charts/${block.id}.${lang}.png`, bytes: draw(plan) });
      await breathe();
    }
  }
  return files;
}

type Painter = (plan: ChartPlan) => Uint8Array;

/** Undefined where the package is not installed: it is for development only. */
async function nodeCanvasPainter(fonts: FontBook): Promise<Painter | undefined> {
  const loaded = await import('chartjs-node-canvas').catch(() => undefined);
  if (loaded === undefined) return undefined;
  await registerFaces(fonts);
  const painters = new Map<string, InstanceType<typeof loaded.ChartJSNodeCanvas>>();
  return (plan) => {
    const [width, height] = [Math.ceil(plan.width), Math.ceil(plan.height)];
    const key = `${width} ${height}`;
    const painter = painters.get(key) ?? new loaded.ChartJSNodeCanvas({ width, height, backgroundColour: 'white' });
    painters.set(key, painter);
    return painter.renderToBufferSync(withPixels(plan) as never, 'image/png');
  };
}

async function canvasPainter(fonts: FontBook): Promise<Painter> {
  const [{ createCanvas }, { drawPlan }] = await Promise.all([import('@napi-rs/canvas'), import('./chart-render.ts')]);
  await registerFaces(fonts);
  return (plan) => {
    const canvas = createCanvas(Math.ceil(plan.width), Math.ceil(plan.height));
    const ground = {
      id: 'ground',
      beforeDraw: ({ ctx, width, height }: { ctx: CanvasGround; width: number; height: number }): void => {
        ctx.fillStyle = 'white';
        ctx.fillRect(0, 0, width, height);
      },
    };
    const config = withPixels(plan);
    drawPlan(canvas, { ...config, plugins: [ground, ...(config.plugins ?? [])] } as never);
    return canvas.toBuffer('image/png');
  };
}

interface CanvasGround {
  fillStyle: string;
  fillRect(x: number, y: number, width: number, height: number): void;
}

function withPixels({ config }: ChartPlan): ChartPlan['config'] {
  return { ...config, options: { ...config.options, devicePixelRatio: PIXELS } };
}

async function registerFaces(fonts: FontBook): Promise<void> {
  const { GlobalFonts } = await import('@napi-rs/canvas');
  for (const face of fonts.faces.values()) {
    const family = rasterFamily(face);
    if (!GlobalFonts.has(family)) GlobalFonts.register(Buffer.from(face.bytes), family);
  }
}

/** Width of columns of the theme's grid with the gutters between them, pt. */
function columnsWidth(theme: Theme, columns: number): number {
  const grid = theme.tokens['grid'];
  const length = (key: string, otherwise: number): number => {
    const value =
      typeof grid === 'object' && !Array.isArray(grid) ? (grid as Readonly<Record<string, unknown>>)[key] : undefined;
    return typeof value === 'number' ? value : otherwise;
  };
  const [column, gutter] = [length('column', 30.1), length('gutter', 12)];
  return columns * (column + gutter) - gutter;
}

/** Lets the engine free what a chart held before the next one is drawn. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
