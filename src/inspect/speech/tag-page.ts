import type { PagePicture } from '../page-pictures.ts';
import type { Finding } from '../rule.ts';
import { type PageView, type Place, placeInView } from './page-view.ts';
import type { Reading, Spoken, SpokenPage, SpokenPart } from './spoken.ts';
import { escapeXml, TAG_PAGE_STYLE } from './tag-page-style.ts';
import type { TagNode } from './tag-tree.ts';

/** A file to be looked at: what is heard of it, page by page, with pictures of the pages. */
export interface TagPageInput {
  /** What the file is called. */
  readonly name: string;
  readonly reading: Reading;
  readonly pictures: ReadonlyMap<number, PagePicture>;
  /** What a picture shows, by page. */
  readonly views: readonly PageView[];
  readonly findings: readonly Finding[];
}

/**
 * One page of HTML without scripts and without a network: each page of the file with its reading order and its tags drawn
 * over it, and beside it what is said. Boxes, numbers, order and artifacts of the picture are switched on and off.
 */
export function tagPage(input: TagPageInput): string {
  const { name, reading, findings } = input;
  const pages = reading.pages.filter(({ index }) => input.pictures.has(index));
  const lang = reading.lang === '' ? '' : ` lang="${escapeXml(reading.lang)}"`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<title>${escapeXml(name)}: tags and reading order</title><style>${TAG_PAGE_STYLE}</style></head><body>
${SWITCHES.map(([id]) => `<input type="checkbox" id="${id}" checked>`).join('')}
<header><h1>${escapeXml(name)}</h1><p${lang}>${escapeXml(reading.title)}</p>
<p class="switches">${SWITCHES.map(([id, words]) => `<label for="${id}">${words}</label>`).join('')}</p>
<nav>${pages.map(({ index, label }) => `<a href="#page-${index + 1}">${escapeXml(label)}</a>`).join('')}</nav></header>
${pages.map((page) => pageSection(page, input, findings)).join('\n')}
<h2>Structure tree</h2><ul class="tree">${treeMarkup(reading.tree, new Set(input.pictures.keys()))}</ul>
</body></html>
`;
}

const SWITCHES = [
  ['show-boxes', 'boxes'],
  ['show-numbers', 'numbers'],
  ['show-order', 'reading order'],
  ['show-picture', 'picture'],
] as const;

function pageSection(page: SpokenPage, input: TagPageInput, findings: readonly Finding[]): string {
  const picture = input.pictures.get(page.index);
  if (picture === undefined) return '';
  const view = input.views[page.index] ?? { shown: [0, 0, picture.width, picture.height], turns: 0 };
  const place = (box: NonNullable<Spoken['box']>): Place => placeInView(box, view);
  const numbered = page.spoken.map((spoken, i) => ({
    spoken,
    number: i + 1,
    id: `p${page.index + 1}-${i + 1}`,
    place: spoken.box === undefined ? undefined : place(spoken.box),
  }));
  const told = numbered.flatMap((one) =>
    one.place === undefined || one.spoken.parts.length === 0 ? [] : [{ ...one, place: one.place }],
  );
  const broken = findings.filter((one) => one.page === page.index);
  const line = told.map(({ place: at }) => `${round(at.x + 4)},${round(at.y + 4)}`).join(' ');
  const data = Buffer.from(picture.bytes).toString('base64');
  const skipped = [...page.skipped].map(([kind, count]) => `${escapeXml(kind)} ${count}`).join(', ');
  return `<section id="page-${page.index + 1}"><h2>Page ${escapeXml(page.label)}</h2>
<div class="sheet"><svg viewBox="0 0 ${round(picture.width)} ${round(picture.height)}" role="img" aria-label="Page ${escapeXml(page.label)} with its tags">
<image href="data:${picture.mime};base64,${data}" width="${round(picture.width)}" height="${round(picture.height)}"/>
<g class="boxes">${told.map((one) => `<a href="#${one.id}"><rect class="${classOf(one.spoken)}" ${attributes(one.place)}/></a>`).join('')}</g>
<polyline class="order" points="${line}"/>
<g class="numbers">${told.map((one) => numberMark(one.number, one.place, classOf(one.spoken))).join('')}</g>
<g class="broken">${broken.flatMap((one) => (one.box === undefined ? [] : [`<rect ${attributes(place(one.box))}/>`])).join('')}</g>
</svg></div>
<div class="heard">${broken.map((one) => `<p class="finding"><b>${escapeXml(one.rule)}</b> ${escapeXml(one.message)}</p>`).join('')}
<ol>${numbered.map(({ id, spoken }) => listItem(id, spoken, input.reading.lang)).join('\n')}</ol>
<p class="skipped">${skipped === '' ? 'nothing is skipped' : `skipped: ${skipped}`}</p></div></section>`;
}

/** Elements that reach the pages that are shown. */
function treeMarkup(nodes: readonly TagNode[], shown: ReadonlySet<number>): string {
  return nodes
    .filter(({ pages }) => [...pages].some((page) => shown.has(page)))
    .map((node) => {
      const lang = node.lang === undefined ? '' : ` <i>${escapeXml(node.lang)}</i>`;
      const words = node.words === undefined ? '' : ` ${escapeXml(node.words)}`;
      const name = `<code>${escapeXml(node.type)}</code>${lang}${words}`;
      const inner = treeMarkup(node.children, shown);
      if (inner === '') return `<li>${name}</li>`;
      return `<li><details open><summary>${name}</summary><ul>${inner}</ul></details></li>`;
    })
    .join('');
}

function attributes({ x, y, width, height }: Place): string {
  return `x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"`;
}

function numberMark(number: number, { x, y }: Place, kind: string): string {
  const width = 5 + String(number).length * 4;
  const [left, top] = [round(x - width / 2), round(y - 4)];
  return `<g class="${kind}"><rect x="${left}" y="${top}" width="${width}" height="8" rx="2"/><text x="${round(x)}" y="${round(y + 2.4)}">${number}</text></g>`;
}

function listItem(id: string, { role, parts, lang, depth, type, continued }: Spoken, usual: string): string {
  const said = parts.map((part) => partMarkup(part, lang)).join('');
  const words = [continued ? 'continued' : '', role].filter((word) => word !== '').join(', ');
  const tongue = lang === usual ? '' : `<i>${escapeXml(lang)}</i> `;
  const label = `<code>${escapeXml(type)}</code> ${words === '' ? '' : `<b>${escapeXml(words)}</b> `}`;
  return `<li id="${id}" style="margin-left:${depth}em">${label}${tongue}<span lang="${escapeXml(lang)}">${said}</span></li>`;
}

function partMarkup({ text, lang, role, more }: SpokenPart, around: string): string {
  const words = escapeXml(text);
  const tongue = lang === around ? words : `<i>${escapeXml(lang)}</i> <span lang="${escapeXml(lang)}">${words}</span>`;
  if (role === 'label') return `${tongue} `;
  if (role === '' && more === '') return tongue;
  const told = more === '' ? '' : ` <small>${escapeXml(more)}</small>`;
  return role === '' ? `${tongue}${told}` : `<em><small>${role}</small> ${tongue}${told}</em>`;
}

/** Groups that share a colour. */
function classOf({ role, type }: Spoken): string {
  if (role.startsWith('heading')) return 'heading';
  if (/^(?:cell|header|table)/.test(role)) return 'table';
  if (/^(?:figure|formula)/.test(role)) return 'figure';
  if (/^(?:label|list|entry|contents)/.test(role) || type === 'LBody') return 'list';
  return /^(?:note|caption|aside)/.test(role) ? 'note' : 'text';
}

function round(length: number): number {
  return Math.round(length * 10) / 10;
}
