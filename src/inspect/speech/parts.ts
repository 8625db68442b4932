import type { Facts } from '../model/facts.ts';
import { type ContentKey, contentKey, type StructureElement } from '../model/structure.ts';
import { dictOf, textOf } from '../objects/index.ts';
import type { SpokenPart } from './spoken.ts';

type PartRole = SpokenPart['role'];

const ROLES: ReadonlyMap<string, PartRole> = new Map([
  ['Link', 'link'],
  ['Reference', 'reference'],
  ['Quote', 'quote'],
  ['Code', 'code'],
  ['Figure', 'picture'],
  ['Lbl', 'label'],
]);
const INLINE: ReadonlySet<string> = new Set(
  'Span Quote Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Lbl Figure Formula'.split(' '),
);
/** In these, a label or a picture is part of what is said, and no thing of its own. */
const TEXTUAL: ReadonlySet<string> = new Set(
  'P H H1 H2 H3 H4 H5 H6 TH TD Caption LBody Span Link Reference Quote'.split(' '),
);

/** Whether an element is said with what is around it, and not by itself. */
export function isInline({ role, parent }: StructureElement): boolean {
  if (!INLINE.has(role)) return false;
  return !['Lbl', 'Figure', 'Formula'].includes(role) || (parent !== undefined && TEXTUAL.has(parent.role));
}

/** What an element says itself, inline elements included, in order; blocks inside it speak for themselves. */
export function partsOf(facts: Facts, element: StructureElement): readonly SpokenPart[] {
  const parts: SpokenPart[] = [];
  addParts(facts, element, element.role === 'Lbl' ? 'label' : '', '', parts);
  return joined(parts);
}

function addParts(facts: Facts, at: StructureElement, role: PartRole, more: string, out: SpokenPart[]): void {
  const { file } = facts;
  const lang = at.lang ?? facts.lang ?? '';
  const replaced = textOf(file.get(at.dict, 'ActualText')) ?? textOf(file.get(at.dict, 'Alt'));
  if (replaced !== undefined) {
    out.push({ text: replaced, lang, role, more, page: firstPage(facts, at) });
    return;
  }
  for (const kid of at.kids) {
    if (kid.kind === 'content') addContent(facts, contentKey(kid.stream, kid.mcid), { lang, role, more }, out);
    if (kid.kind !== 'element') continue;
    const inner = kid.element;
    // A grouping without meaning is as if it were not there.
    if (inner.role !== 'NonStruct' && !isInline(inner)) continue;
    const words = inner.role === 'Link' ? linkWords(facts, inner) : textOf(file.get(inner.dict, 'E'));
    const own = ROLES.get(inner.role);
    // A link inside a reference is told as the link that it is.
    addParts(facts, inner, own ?? role, words ?? more, out);
  }
}

function addContent(
  facts: Facts,
  key: ContentKey,
  said: Pick<SpokenPart, 'lang' | 'role' | 'more'>,
  out: SpokenPart[],
): void {
  let replacing: unknown;
  for (const item of facts.byContent.get(key) ?? []) {
    if (item.kind !== 'text') continue;
    let { lang } = said;
    let text = item.text;
    for (let mark = item.mark; mark !== undefined; mark = mark.outer) {
      if (mark.actualText !== undefined) {
        // A replacement is said once for all that it replaces.
        text = replacing === mark ? '' : mark.actualText;
        replacing = mark;
      }
      if (mark.lang === undefined) continue;
      lang = mark.lang;
      break;
    }
    if (text !== '') out.push({ ...said, text, lang, page: item.page });
  }
}

function firstPage(facts: Facts, element: StructureElement): number | undefined {
  for (const kid of element.kids) {
    const page =
      kid.kind === 'element'
        ? firstPage(facts, kid.element)
        : kid.kind === 'content'
          ? facts.byContent.get(contentKey(kid.stream, kid.mcid))?.[0]?.page
          : undefined;
    if (page !== undefined) return page;
  }
  return undefined;
}

/** What the annotation of a link says. */
function linkWords({ file }: Facts, link: StructureElement): string | undefined {
  for (const kid of link.kids) {
    if (kid.kind !== 'object' || kid.object === undefined) continue;
    const words = textOf(file.get(dictOf(file.object(kid.object)), 'Contents'));
    if (words !== undefined) return words;
  }
  return undefined;
}

/** Neighbours that differ in nothing but their text are one. Soft hyphens are not said. */
function joined(parts: readonly SpokenPart[]): readonly SpokenPart[] {
  const out: SpokenPart[] = [];
  for (const part of parts) {
    const text = part.text.replaceAll('\u00ad', '');
    const last = out.at(-1);
    const alike =
      last !== undefined &&
      last.lang === part.lang &&
      last.role === part.role &&
      last.more === part.more &&
      last.page === part.page;
    if (alike) out[out.length - 1] = { ...last, text: last.text + text };
    else out.push({ ...part, text });
  }
  return out.filter((part) => part.text.trim() !== '');
}
