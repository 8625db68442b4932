import { FIGURES } from './kinds/figures.ts';
import { PARITY } from './kinds/parity.ts';
import { REGISTERS } from './kinds/registers.ts';
import { SETTING } from './kinds/setting.ts';
import { VALUES } from './kinds/values.ts';
import { WORDS } from './kinds/words.ts';
import type { Kind } from './seed.ts';

/** Every way to go wrong that is sown, written from the table of checks and from what goes wrong in reports. */
export const KINDS: readonly Kind[] = [...PARITY, ...FIGURES, ...VALUES, ...WORDS, ...REGISTERS, ...SETTING];

/** The good projects that faults are sown in. */
export const FOLDERS: Readonly<Record<string, string>> = {
  showcase: 'content',
  ferry: 'test/fixtures/sample-report/content',
  dairy: 'test/fixtures/dairy-report/content',
};
