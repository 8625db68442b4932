/** Pages that nobody asks for one by one. */
const MOST = 20_000;

/** Pages as typed, `3-5,8`, counted from 1; the answer counts from 0. `none` where that names no pages. */
export function parsePages(text: string): readonly number[] | 'none' {
  const pages = new Set<number>();
  for (const part of text.split(',')) {
    const match = /^\s*(\d{1,5})(?:-(\d{1,5}))?\s*$/.exec(part);
    if (match === null) return 'none';
    const from = Number(match[1]);
    const to = Number(match[2] ?? match[1]);
    if (from < 1 || to < from || to > MOST) return 'none';
    for (let page = from; page <= to; page += 1) pages.add(page - 1);
  }
  return [...pages];
}
