import type { Disclosure, IndexEntry } from '../../content/types.ts';
import type { Lang, OriginId } from '../../core/index.ts';
import { renderText } from '../rich-text.ts';
import type { NoteList } from './note-list.ts';
import { labelView, type TextView } from './text-view.ts';
import type { ViewContext } from './view-context.ts';

/** One page that an index row points to; `after` lists those before it, so that a page is printed once. */
interface LocationView {
  readonly to: string;
  readonly after: string;
}

interface IndexRowView {
  readonly id: string;
  readonly origin: OriginId;
  readonly code: string;
  readonly title: TextView;
  readonly locations: readonly LocationView[];
  readonly mark: 'disclosed' | 'partial' | 'omitted';
  readonly markText: string;
  /** In the other language of the edition; empty where it has one. */
  readonly markTextSecond: string;
  readonly assured: boolean;
  readonly assuredText: string;
  readonly assuredTextSecond: string;
  readonly note: string | null;
  readonly letter: string;
}

/** The index of a framework's disclosures. */
export interface IndexView {
  readonly id: string;
  readonly anchor: string;
  readonly origin: OriginId;
  readonly title: TextView;
  readonly anyAssured: boolean;
  readonly groups: readonly { readonly title: TextView; readonly rows: readonly IndexRowView[] }[];
}

/** @returns null when the report has no such framework or no index for it */
export function indexView(context: ViewContext, frameworkId: string, notes: NoteList): IndexView | null {
  const framework = context.report.frameworks.get(frameworkId);
  const index = context.report.indices.get(frameworkId);
  if (!framework || !index) return null;
  const id = `index.${frameworkId}.rows`;
  const entries = new Map(index.entries.map((entry) => [entry.disclosure, entry]));
  const shown = framework.disclosures.filter((one) => one.inForce && entries.has(one.id));
  const groups = new Map<string, { title: TextView; rows: IndexRowView[] }>();
  for (const disclosure of shown) {
    const entry = entries.get(disclosure.id);
    if (!entry) continue;
    const group = groups.get(disclosure.group.id) ?? {
      title: labelView(context, disclosure.group.title, disclosure.origin),
      rows: [],
    };
    group.rows.push(row(disclosure, entry));
    groups.set(disclosure.group.id, group);
  }

  function row(disclosure: Disclosure, entry: IndexEntry): IndexRowView {
    const { omission } = entry;
    const note = omission
      ? notes.add((lang) => {
          const reason = context.words.phrase(`omission_${omission.reason}`, lang, {});
          return context.words.phrase('omission_note', lang, {
            reason,
            text: renderText(omission.text[lang], context).html,
          });
        }, entry.origin)
      : undefined;
    const [lead, second] = context.langs;
    const words = (key: string, lang: Lang | undefined): string =>
      lang === undefined ? '' : context.words.text(key, lang);
    const mark = omission ? (entry.where.length > 0 ? 'partial' : 'omitted') : 'disclosed';
    return {
      id: `${id}.${disclosure.id}`,
      origin: entry.origin,
      code: disclosure.code,
      title: labelView(context, disclosure.title, disclosure.origin),
      locations: entry.where.map((to, i) => ({ to, after: entry.where.slice(0, i).join(' ') })),
      mark,
      markText: words(`index_${mark}`, lead),
      markTextSecond: words(`index_${mark}`, second),
      assured: entry.assured,
      assuredText: words('index_assured', lead),
      assuredTextSecond: words('index_assured', second),
      note: note?.id ?? null,
      letter: note?.label ?? '',
    };
  }

  return {
    id,
    anchor: `index.${frameworkId}`,
    origin: framework.origin,
    title: labelView(context, framework.title, framework.origin),
    anyAssured: index.entries.some((entry) => entry.assured),
    groups: [...groups.values()],
  };
}
