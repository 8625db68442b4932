import { type Diagnostic, diagnose } from '../core/index.ts';

const VOID = new Set(['img', 'br', 'col', 'wbr']);
const TAG = /<(\/?)([a-z][a-z0-9-]*)(?:\s[^>]*?)?(\/?)>/g;
/** How much of the markup before a fault is shown, in characters. */
const SHOWN = 60;

/**
 * Whether every element that a page writes is closed, and in order. HTML's parser would say nothing and move what follows to
 * another place. Emits B006 for the first element that is not.
 * @param layout whose markup it is
 */
export function checkBalance(html: string, layout: string): readonly Diagnostic[] {
  const open: string[] = [];
  for (const { 0: tag, 1: closing, 2: name = '', 3: solidus, index } of html.matchAll(TAG)) {
    const found = html.slice(Math.max(0, index + tag.length - SHOWN), index + tag.length);
    if (VOID.has(name)) continue;
    if (solidus) {
      return [fault(`the layout "${layout}" closes <${name}> by a solidus`, found, `write <${name}></${name}>`)];
    }
    if (!closing) {
      open.push(name);
      continue;
    }
    const last = open.pop();
    if (last === name) continue;
    const inside = last === undefined ? 'where nothing is open' : `where <${last}> is open`;
    return [
      fault(`the layout "${layout}" closes <${name}> ${inside}`, found, 'close each element where it was opened'),
    ];
  }
  const last = open.pop();
  if (last === undefined) return [];
  return [fault(`the layout "${layout}" leaves <${last}> open`, html.slice(-SHOWN), `add </${last}>`)];
}

function fault(message: string, found: string, hint: string): Diagnostic {
  return diagnose('B006', message, { found, hints: [hint, 'look at the layout and the partials that it calls'] });
}
