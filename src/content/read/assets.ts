import type { z } from 'zod';
import { diagnose, sha256, type Workspace } from '../../core/index.ts';
import { readBytes } from '../../source/index.ts';
import type { assetsSchema } from '../schema/assets.ts';
import type { Asset } from '../types.ts';
import type { FileReader } from './file-reader.ts';
import { readImageHead } from './image.ts';

const FOLDER = 'content/assets';

/**
 * The registered assets with their bytes.
 * Emits C014 (not there), C015 (leads out of the folder), C016 (an address), C021 (not the registered file), C022 (not a picture).
 */
export async function readAssets(
  ws: Workspace,
  read: FileReader,
  raw: z.infer<typeof assetsSchema>,
): Promise<readonly Asset[]> {
  const assets: Asset[] = [];
  for (const [i, asset] of raw.assets.entries()) {
    const bytes = await assetBytes(ws, read, asset.file, i);
    const digest = bytes === undefined ? asset.sha256 : sha256(bytes);
    if (digest !== asset.sha256.toLowerCase()) {
      read.report(
        diagnose('C021', `${asset.file} is not the file that was registered`, {
          span: read.span('assets', i, 'sha256'),
          expected: asset.sha256,
          found: digest,
          hints: ['look at the file; if it is the right one, write its digest here'],
        }),
      );
    }
    const head = bytes === undefined ? undefined : readImageHead(bytes);
    if (head !== undefined && 'fault' in head) {
      read.report(
        diagnose('C022', `${asset.file} cannot be set: ${head.fault}`, {
          span: read.span('assets', i, 'file'),
          hints: ['save it as PNG, JPEG or SVG'],
        }),
      );
    } else if (bytes !== undefined && head?.format === 'svg') {
      checkSvgLinks(read, asset.file, bytes, i);
    }
    assets.push({
      id: asset.id,
      path: `${FOLDER}/${asset.file}`,
      sha256: digest,
      licence: asset.licence,
      credit: read.maybeLabel(asset.credit, 'assets', i, 'credit'),
      alt: read.label(asset.alt, 'assets', i, 'alt'),
      decorative: asset.decorative ?? false,
      // A file that cannot be had was reported; its id is known all the same.
      bytes: bytes ?? new Uint8Array(),
      origin: read.origin('assets', i),
    });
  }
  return assets;
}

async function assetBytes(ws: Workspace, read: FileReader, file: string, i: number): Promise<Uint8Array | undefined> {
  const span = read.span('assets', i, 'file');
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(file) && !/^[a-z]:[\\/]/i.test(file)) {
    read.report(
      diagnose('C016', `${file} is an address, not a file`, {
        span,
        hints: [`save the picture below ${FOLDER}/ and name it here`],
      }),
    );
    return undefined;
  }
  if (/^(?:[a-z]:)?[\\/]/i.test(file) || file.split(/[\\/]/).includes('..')) {
    read.report(
      diagnose('C015', `${file} leads out of ${FOLDER}/`, { span, hints: [`give the path below ${FOLDER}/`] }),
    );
    return undefined;
  }
  const bytes = await readBytes(ws, `${FOLDER}/${file}`);
  if (bytes.ok) return bytes.value;
  for (const diagnostic of bytes.diagnostics) read.report({ ...diagnostic, span });
  return undefined;
}

/** An SVG is drawn from its own content alone. */
function checkSvgLinks(read: FileReader, file: string, bytes: Uint8Array, i: number): void {
  const text = new TextDecoder().decode(bytes);
  const link = /(?:href\s*=\s*["']|url\(\s*["']?|@import\s+["']?)((?:https?:|file:|\/\/)[^"')\s]*)/i.exec(text)?.[1];
  if (link === undefined) return;
  read.report(
    diagnose('C016', `${file} draws from ${link}`, {
      span: read.span('assets', i, 'file'),
      hints: ['embed what it draws, or remove the link'],
    }),
  );
}
