import type { Drawing, Lang } from '../../../core/index.ts';

export interface SvgResult {
  readonly drawing: Drawing | undefined;
  readonly problems: readonly string[];
}

export function svgDrawing(source: string, lang: Lang): SvgResult {
  return { drawing: undefined, problems: [`not read ${source.length} ${lang}`] };
}
