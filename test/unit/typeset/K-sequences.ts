import { lines, type Setting } from './setting.ts';

/** Sets a text at many measures and tells where, if anywhere, a stretch of it was parted: `12|.5`. */
export function partings(before: string, kept: string, after: string, setting: Setting = {}): readonly string[] {
  const found = new Set<string>();
  const text = `${before}${kept}${after}`;
  const squeezed = kept.replaceAll(/[ \u00a0]/g, '');
  for (let measure = squeezed.length * 0.6 + 4; measure < squeezed.length * 0.6 + 14; measure += 1) {
    const joined = lines(text, measure, setting)
      .map((line) => line.replaceAll(/[ \u00a0]/g, ''))
      .join('|');
    if (joined.includes(squeezed)) continue;
    const pattern = [...squeezed].map((character) => character.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\|?');
    found.add(new RegExp(pattern).exec(joined)?.[0] ?? 'lost');
  }
  return [...found];
}
