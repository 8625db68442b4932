import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { openProject, packageHome, setText } from '../../src/pipeline/index.ts';
import type { CorpusText } from './corpus.ts';

/** Sets a corpus in one column 25 mm from the left; the measure in mm. */
export interface Setter {
  readonly name: string;
  set(source: string, texts: readonly CorpusText[], measure: number): Promise<Uint8Array>;
}

export const PETALPRESS: Setter = {
  name: 'petalpress',
  async set(source, _texts, measure) {
    const { shipped, fonts } = openProject(packageHome());
    const { bytes } = await setText({ file: 'corpus.yaml', source, measure, shipped, fonts });
    if (bytes === undefined) throw new Error('the corpus could not be set');
    return bytes;
  },
};

const FONTS = 'node_modules/@expo-google-fonts/noto-sans-sc/400Regular';
const FONT = `${FONTS}/NotoSansSC_400Regular.ttf`;

/** Chromium with all that it can do for such text, where there is one. */
export function chromium(): Setter | undefined {
  const program = installed([process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/google-chrome']);
  if (program === undefined) return undefined;
  return {
    name: 'Chromium',
    async set(_source, texts, measure) {
      const folder = await mkdtemp(join(tmpdir(), 'petalpress-bench-'));
      const page = join(folder, 'page.html');
      const out = join(folder, 'page.pdf');
      await writeFile(page, html(texts, measure));
      const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer', `--print-to-pdf=${out}`];
      await promisify(execFile)(program, [...flags, pathToFileURL(page).href]);
      const bytes = await readFile(out);
      await rm(folder, { recursive: true });
      return bytes;
    },
  };
}

/** Typst with its optimized line breaks, where there is one. */
export function typst(): Setter | undefined {
  const program = installed([process.env['TYPST'], '/usr/bin/typst', '/usr/local/bin/typst']);
  if (program === undefined) return undefined;
  return {
    name: 'Typst',
    async set(_source, texts, measure) {
      const folder = await mkdtemp(join(tmpdir(), 'petalpress-bench-'));
      const page = join(folder, 'page.typ');
      const out = join(folder, 'page.pdf');
      await writeFile(page, typstSource(texts, measure));
      const fonts = ['--ignore-system-fonts', '--font-path', join(packageHome(), FONTS)];
      await promisify(execFile)(program, ['compile', ...fonts, page, out]);
      const bytes = await readFile(out);
      await rm(folder, { recursive: true });
      return bytes;
    },
  };
}

function typstSource(texts: readonly CorpusText[], measure: number): string {
  const paragraphs = texts.map(({ lang, text }) => {
    const words = JSON.stringify(text);
    return `#par(text(lang: "${lang}", region: "${lang === 'zh' ? 'CN' : 'GB'}", ${words}))`;
  });
  return `#set page(paper: "a4", margin: (left: 25mm, right: ${185 - measure}mm, top: 25mm, bottom: 25mm))
#set text(font: "Noto Sans SC", size: 10.5pt, hyphenate: true, top-edge: 0.8em, bottom-edge: -0.2em)
#set par(justify: true, linebreaks: "optimized", leading: 7.5pt, spacing: 16.5pt)
${paragraphs.join('\n')}
`;
}

function installed(places: readonly (string | undefined)[]): string | undefined {
  return places.find((path) => path !== undefined && existsSync(path));
}

function html(texts: readonly CorpusText[], measure: number): string {
  const font = pathToFileURL(join(packageHome(), FONT)).href;
  const paragraphs = texts.map(({ lang, text }) => {
    const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    return `<p lang="${lang === 'zh' ? 'zh-Hans' : 'en-GB'}">${escaped}</p>`;
  });
  return `<!doctype html><meta charset="utf-8"><style>
@font-face { font-family: N; src: url(${font}) }
@page { size: A4; margin: 25mm ${185 - measure}mm 25mm 25mm }
body { margin: 0; width: ${measure}mm; font: 10.5pt/18pt N }
p { margin: 0 0 9pt; orphans: 1; widows: 1; text-align: justify; text-wrap: pretty; hyphens: auto;
  text-autospace: normal; text-spacing-trim: trim-start; line-break: strict; overflow-wrap: anywhere }
</style>${paragraphs.join('')}`;
}
