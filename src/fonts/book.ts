import type { FontStyle, Lang } from '../core/index.ts';
import type { Theme } from '../theme/types.ts';
import { takenFromLatin } from './character.ts';
import type { FontManifest, ManifestFace } from './manifest.ts';
import type { Face, FaceChoice, FaceId, FontBook } from './types.ts';

type Scales = Theme['mixing']['latinScaleInZh'];
type Resolve = (codePoint: number) => FaceChoice | undefined;

/**
 * Builds the book of faces. In Chinese text Latin letters and figures come from the Latin companion, enlarged by the theme's
 * scale, marks from the Chinese face; English text asks the Latin family first. What both lack is looked for in the
 * manifest's fallback order, then in every face.
 */
export function buildBook(manifest: FontManifest, faces: ReadonlyMap<FaceId, Face>, scales: Scales): FontBook {
  const pick = (style: FontStyle, script: ManifestFace['script']): readonly Face[] => {
    const nearest = nearestFace(manifest, style, script);
    const face = nearest === undefined ? undefined : faces.get(nearest.id);
    return face === undefined ? [] : [face];
  };
  const others = [...manifest.fallback, ...faces.keys()].flatMap((id) => faces.get(id) ?? []);
  const latin = new Set(manifest.faces.filter((face) => face.script === 'latin').map((face) => face.id));

  function resolver(style: FontStyle, lang: Lang): Resolve {
    const choose = (face: Face): FaceChoice => ({
      face,
      scale: lang === 'zh' && latin.has(face.id) ? scales[face.serif ? 'serif' : 'sans'] : 1,
    });
    const own = pick(style, 'han');
    const companion = pick(style, 'latin');
    const latinFirst = [...companion, ...own, ...others].map(choose);
    const hanFirst = [...own, ...companion, ...others].map(choose);
    return (codePoint) =>
      (lang === 'en' || takenFromLatin(codePoint) ? latinFirst : hanFirst).find(
        (choice) => choice.face.glyphOf(codePoint) !== 0,
      );
  }

  const book = memoised(resolver);
  return {
    faces,
    faceFor: book,
    only: (id) => {
      const first = faces.get(id);
      if (first === undefined) return { faces, faceFor: book, only: () => buildBook(manifest, faces, scales) };
      const choice: FaceChoice = { face: first, scale: 1 };
      return {
        faces,
        faceFor: (codePoint, style, lang) => (first.glyphOf(codePoint) !== 0 ? choice : book(codePoint, style, lang)),
        only: (other) => buildBook(manifest, faces, scales).only(other),
      };
    },
  };
}

function nearestFace(
  manifest: FontManifest,
  style: FontStyle,
  script: ManifestFace['script'],
): ManifestFace | undefined {
  const family = manifest.faces.filter((face) => face.role === style.family && face.script === script);
  const slope = family.filter((face) => face.italic === (style.italic === true));
  const candidates = slope.length > 0 ? slope : family;
  return [...candidates].sort((a, b) => Math.abs(a.weight - style.weight) - Math.abs(b.weight - style.weight))[0];
}

/** One table of answers for each style and language, since a text asks for the same characters over and over. */
function memoised(resolver: (style: FontStyle, lang: Lang) => Resolve): FontBook['faceFor'] {
  const tables = new Map<
    string,
    { readonly resolve: Resolve; readonly answers: Map<number, FaceChoice | undefined> }
  >();
  return (codePoint, style, lang) => {
    const key = `${style.family}${style.weight}${style.italic === true ? 'i' : ''}${lang}`;
    let table = tables.get(key);
    if (table === undefined) {
      table = { resolve: resolver(style, lang), answers: new Map() };
      tables.set(key, table);
    }
    if (table.answers.has(codePoint)) return table.answers.get(codePoint);
    const answer = table.resolve(codePoint);
    table.answers.set(codePoint, answer);
    return answer;
  };
}
