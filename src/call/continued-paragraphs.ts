import type { PagedItem } from './page-piece.ts';

/** A paragraph or cell as it stands in one column of one page. */
export interface SetParagraph {
  readonly items: readonly PagedItem[];
  /** Size of most of its type, pt. */
  readonly size: number;
  readonly text: string;
  readonly x: number;
  readonly right: number;
  /** First and last baseline, pt from the page’s top left. */
  readonly top: number;
  readonly bottom: number;
  /** Right end of its last line. */
  readonly end: number;
}

/** How many notes, boxes and cells may stand between the two parts. */
const BETWEEN = 40;

/** Joins paragraphs that go on in the next column or on the next page: the first part stops in the middle of a sentence, at a full line. */
export function joinContinued(parts: readonly SetParagraph[]): readonly SetParagraph[] {
  const joined: SetParagraph[] = [];
  const used = new Set<SetParagraph>();
  for (const [index, part] of parts.entries()) {
    if (used.has(part)) continue;
    let whole = part;
    let last = part;
    for (let at = index; ; ) {
      const next = isOpen(last) ? parts.slice(at + 1, at + BETWEEN).findIndex((one) => one.size === last.size) : -1;
      const after = next < 0 ? undefined : parts[at + 1 + next];
      if (after === undefined || used.has(after) || !goesOn(last, after)) break;
      used.add(after);
      whole = { ...whole, items: [...whole.items, ...after.items], text: `${whole.text}${after.text}` };
      last = after;
      at += 1 + next;
    }
    joined.push(whole);
  }
  return joined;
}

/** Text of two lines and more whose last line is full and ends no sentence. */
function isOpen({ text, size, x, right, top, bottom, end }: SetParagraph): boolean {
  const wide = right - x > 12 * size && bottom - top > 0.8 * size;
  return wide && right - end < 1.2 * size && !/[。！？!?：:；;]["”’）)]?$|[^\d]\.["”’)]?$/u.test(text.trimEnd());
}

function goesOn(a: SetParagraph, b: SetParagraph): boolean {
  const [page, next] = [a.items[0]?.page.index ?? 0, b.items[0]?.page.index ?? 0];
  const width = a.right - a.x;
  const column = next === page && b.top < a.bottom - 2 * a.size && b.x > a.right - a.size;
  const turned = next === page + 1 && b.x < a.x + 0.5 * width;
  return (column || turned) && b.right - b.x < 1.3 * width && !/^\p{Lu}\p{Ll}+ \p{Lu}|^[•·●○■▪]/u.test(b.text);
}
