import type { Reading, Spoken, SpokenPage, SpokenPart } from '../../pipeline/index.ts';

/** A file as it is heard, page by page: roles in brackets, a change of language in parentheses, links with where they go. */
export function spokenReport(file: string, { title, lang, pages }: Reading): string {
  const head = `${file}\n${title === '' ? 'no title' : title}${lang === '' ? '' : ` (${lang})`}\n`;
  return head + pages.map((page) => pageText(page, lang)).join('');
}

function pageText({ label, spoken, skipped }: SpokenPage, usual: string): string {
  let lang = usual;
  const lines = spoken.map((one) => {
    const said = spokenText(one, lang);
    lang = one.parts.at(-1)?.lang ?? lang;
    return said;
  });
  const left = [...skipped].map(([kind, count]) => `${kind} ${count}`).join(', ');
  return `\n== page ${label} ==\n${lines.join('')}${left === '' ? '' : `-- skipped: ${left}\n`}`;
}

function spokenText({ role, parts, depth, continued }: Spoken, before: string): string {
  const words = [continued ? 'continued' : '', role].filter((word) => word !== '').join(', ');
  let lang = before;
  const said = parts.map((part) => {
    const text = partText(part, lang);
    lang = part.lang;
    return text;
  });
  const line = [words === '' ? '' : `[${words}]`, said.join('').replace(/\s+/g, ' ').trim()];
  return `${'  '.repeat(depth)}${line.filter((part) => part !== '').join(' ')}\n`;
}

function partText({ text, lang, role, more }: SpokenPart, before: string): string {
  const tongue = lang === before || lang === '' ? '' : ` (${lang}) `;
  const words = `${tongue}${text}`;
  if (role === 'link' || role === 'reference') return `${tongue}{${text}${more === '' ? '' : ` → ${more}`}}`;
  if (role === 'label') return `${words} `;
  if (role === 'picture') return `${tongue}{picture: ${text}}`;
  return more === '' ? words : `${words} {that is: ${more}}`;
}
