import { type Face, type FontBook, installedFonts, openFonts } from '../../../src/fonts/index.ts';
import { type FontManifest, loadManifest } from '../../../src/fonts/manifest.ts';

export const MIXING = {
  mixing: { latinScaleInZh: { sans: 1.06, serif: 1.04 }, hanLatinGap: { natural: 0.25, min: 0.125, max: 1 / 3 } },
} as const;

/** The manifest of the package. */
export async function shippedManifest(): Promise<FontManifest> {
  const loaded = await loadManifest(installedFonts());
  if (!loaded.ok) throw new Error(loaded.diagnostics.map((fault) => fault.message).join('\n'));
  return loaded.value;
}

/** The book of the installed font packages. */
export async function installedBook(): Promise<FontBook> {
  const opened = await openFonts(installedFonts(), MIXING);
  if (!opened.ok) throw new Error(opened.diagnostics.map((fault) => fault.message).join('\n'));
  return opened.value;
}

export function faceOf(book: FontBook, id: string): Face {
  const face = book.faces.get(id);
  if (face === undefined) throw new Error(`no face ${id}`);
  return face;
}
