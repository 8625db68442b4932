import { FIGURES } from './kinds/figures.ts';
import { PARITY } from './kinds/parity.ts';
import { PRACTICE_REGISTERS } from './kinds/practice-registers.ts';
import { PRACTICE_TEXTS } from './kinds/practice-texts.ts';
import { PRACTICE_VALUES } from './kinds/practice-values.ts';
import { REGISTERS } from './kinds/registers.ts';
import { SETTING } from './kinds/setting.ts';
import { VALUES } from './kinds/values.ts';
import { WORDS } from './kinds/words.ts';
import type { Kind } from './seed.ts';

/** Every way to go wrong that is sown, written from the table of checks and from what goes wrong in reports. */
export const KINDS: readonly Kind[] = [
  ...PARITY,
  ...FIGURES,
  ...VALUES,
  ...WORDS,
  ...REGISTERS,
  ...SETTING,
  ...PRACTICE_VALUES,
  ...PRACTICE_TEXTS,
  ...PRACTICE_REGISTERS,
];

/** The good projects that faults are sown in. */
export const FOLDERS: Readonly<Record<string, string>> = {
  showcase: 'content',
  ferry: 'test/fixtures/sample-report/content',
  dairy: 'test/fixtures/dairy-report/content',
  clinic: 'test/fixtures/clinic-report/content',
};
