import type { Paint } from '../core/index.ts';
import { type Theme, token, tokenNumber, tokenNumbers, tokenText } from '../theme/index.ts';
import type { InlineBox } from './paragraph.ts';

/** The frame of a status tag: solid in the mark colour for a disputed value, dashed for samples and editorial matter. */
export function tagBox(theme: Theme, kind: string): { readonly box: InlineBox; readonly paint: Paint } {
  const path = 'components.status_tag';
  const known = token(theme, `${path}.${kind}`) === undefined ? 'other' : kind;
  const paint = tokenText(theme, `${path}.${known}.paint`);
  const dash = tokenNumbers(theme, `${path}.${known}.dash`);
  const [top = 0, right = 0, bottom = 0, left = 0] = tokenNumbers(theme, `${path}.pad`);
  const [before = 0, after = 0] = tokenNumbers(theme, `${path}.margin`);
  const stroke = { paint, width: tokenNumber(theme, `${path}.stroke`), ...(dash.length > 0 ? { dash } : {}) };
  return { box: { stroke, pad: [top, right, bottom, left], margin: [before, after] }, paint };
}
