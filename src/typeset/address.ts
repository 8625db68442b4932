import type { Lang } from '../core/index.ts';
import { type BreakTable, charge, ENDING, RANK, SEQUENCE_COST } from './break-table.ts';
import type { LineText } from './line-text.ts';

const TOKEN = /[\x21-\x7e]+/g;
/** An address inside a stretch of ASCII; a bare host name needs a known ending, a path some length. */
const ADDRESS =
  /(?:https?|ftp):\/\/.+|www\..+|[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+|(?<![\w.@-])(?:[a-z\d-]{1,63}\.){1,8}(?:com|org|net|cn|hk|io|gov|edu|info)(?:\/.*)?(?![\w-])|(?=.{24})[\w.-]+(?:\/[\w.-]+){2,}/i;
const SIGN = /:\/\/|@|\.[a-z]|\/.*\//i;
const TRAILING = /[.,;:!?)\]}'"]+$/;

const BREAK_COST = 100;
/** At any other point of an address. */
const OTHER_COST = 3000;
/** An ending as `.html` goes on in Chinese on the same line, which may not start with a full stop. */
const SHORT_ENDING = 6;
const BEFORE = new Set('/&=#_-~@');

/**
 * Web and mail addresses: a line may break before `/ & = # _ - ~ @`, after `/`, and in Latin text before a full stop; nowhere
 * between two solidi; elsewhere only in an emergency. No hyphen is added. `? %` and, in Chinese, the full stop stay with what
 * stands before them, since no line starts with them.
 * Source: Chicago Manual of Style 14.18.
 */
export function breakAddresses(text: LineText, breaks: BreakTable, lang: Lang): void {
  if (!/[./@]/.test(text.flat)) return;
  for (const token of text.flat.matchAll(TOKEN)) {
    if (!SIGN.test(token[0])) continue;
    const found = ADDRESS.exec(token[0]);
    if (found === null) continue;
    const start = token.index + found.index;
    const address = found[0].replace(TRAILING, '');
    for (let n = 1; n < address.length; n += 1) {
      const ink = text.inkAt[start + n] ?? -1;
      if (ink < 0) continue;
      const ending = lang === 'zh' && address.length - n <= SHORT_ENDING;
      const open = isOpen(address, n, text.langOf(ink) === 'en' && !ending);
      breaks.rank[ink] = open ? RANK.open : RANK.sequence;
      breaks.cost[ink] = open ? BREAK_COST : Math.max(OTHER_COST, SEQUENCE_COST);
      breaks.ending[ink] = ENDING.address;
      breaks.rigid[ink] = 1;
      breaks.elastic[ink] = 1;
    }
    const after = text.inkAt[start + address.length] ?? -1;
    if (after >= 0) {
      charge(breaks, after, 0);
      breaks.ending[after] = ENDING.address;
    }
  }
}

function isOpen(address: string, n: number, latin: boolean): boolean {
  const before = address[n - 1];
  const here = address[n];
  if (here === '/' && before === '/') return false;
  if (here === '/' && before === ':') return false;
  if (before === '/') return true;
  return BEFORE.has(here ?? '') || (latin && here === '.');
}
