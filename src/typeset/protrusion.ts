import type { TypesetPolicy } from './types.ts';

/** What of the marks of English text may stand out at the right edge of justified lines, by kind. */
type Protruding = keyof TypesetPolicy['protrusion'];

const KINDS: ReadonlyMap<number, Protruding> = new Map([
  [0x2d, 'hyphen'],
  [0x2010, 'hyphen'],
  [0x2013, 'dash'],
  [0x2014, 'dash'],
  [0x2c, 'comma'],
  [0x2e, 'stop'],
  [0x22, 'quote'],
  [0x27, 'quote'],
  [0x2019, 'quote'],
  [0x201d, 'quote'],
]);

/** Whether any mark of English text stands out. */
export function protrudes({ protrusion }: TypesetPolicy): boolean {
  return Object.values(protrusion).some((share) => share > 0);
}

/** The share of its width by which a mark of English text at a line's end stands out, 0–1. */
export function protrusionOf(code: number, { protrusion }: TypesetPolicy): number {
  const kind = KINDS.get(code);
  return kind === undefined ? 0 : protrusion[kind];
}
