import type { FontStyle, Lang } from '../core/index.ts';
import type { Face, FontBook } from '../fonts/index.ts';
import type { Theme } from '../theme/types.ts';
import type { Surface } from './canvas.ts';

/** Characters that show which face leads in a style: a Han character, a letter, and the mark of derived values. */
const SAMPLES = [0x4e00, 0x41, 0x25c7] as const;

/** Name under which a face is known to a raster canvas. */
export function rasterFamily(face: Face): string {
  return `petalpress-${face.id}`;
}

/** Colours as CSS, fonts as families of registered faces: a Han face before the Latin one in Chinese, after it in English. */
export function rasterSurface(theme: Theme, fonts: FontBook): Surface {
  const families = new Map<string, string>();
  return {
    paint(name) {
      const colour = theme.colours.get(name);
      if (colour === undefined) return 'rgba(0,0,0,0)';
      return `rgb(${colour.rgb.join(',')})`;
    },
    family(font, lang) {
      const key = `${font.family}${font.weight}${font.italic === true}${lang}`;
      let family = families.get(key);
      if (family === undefined) {
        family = familyList(font, lang, fonts);
        families.set(key, family);
      }
      return family;
    },
  };
}

function familyList(font: FontStyle, lang: Lang, fonts: FontBook): string {
  const faces = SAMPLES.flatMap((sample) => fonts.faceFor(sample, font, lang)?.face ?? []);
  const latinFirst = [...faces].sort((a, b) => Number(a.glyphOf(0x4e00) !== 0) - Number(b.glyphOf(0x4e00) !== 0));
  return [...new Set(latinFirst.map((face) => `"${rasterFamily(face)}"`))].join(', ');
}
