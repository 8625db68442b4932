import type { Chapter, LangText, Part, PartKind } from '../../content/types.ts';
import { type Lang, langTag, type OriginId } from '../../core/index.ts';
import { dateText } from '../../metrics/index.ts';
import { escapeMarkup } from '../escape.ts';
import { pageEntries } from '../sections.ts';
import { anatomyView, statusKeyView } from './about-view.ts';
import { accentOrder } from './accent-order.ts';
import { blockViews, type Place, type SectionFrame } from './block-view.ts';
import { indexView } from './index-view.ts';
import { createNoteList, type NoteList, type NoteView } from './note-list.ts';
import { pagesOf } from './sheet-view.ts';
import { contentView, labelView, optionalView, type TextView, textView, wordView } from './text-view.ts';
import type { ViewContext } from './view-context.ts';

/** Layouts to render, which together are one section of the report, and the names that they see beside the shared ones. */
export interface PageView {
  readonly layouts: readonly string[];
  readonly view: Readonly<Record<string, unknown>>;
}

/** Longest display title, in Han widths, that still takes the largest size. */
const SHORT_TITLE = 4;
const MEDIUM_TITLE = 12;

/** Names that every layout sees. */
export function sharedView(context: ViewContext): Readonly<Record<string, unknown>> {
  const { report, book } = context;
  const period = book.period(report.period);
  const label = period?.label ?? { zh: report.period, en: report.period };
  return {
    report: {
      origin: report.origin,
      title: contentView(context, report.title),
      shortTitle: contentView(context, report.shortTitle),
      subject: contentView(context, report.subject),
      notice: optionalView(context, report.notice),
      cover: coverView(context),
    },
    period: {
      label: labelView(context, label, report.origin),
      long: labelView(context, period?.long ?? label, report.origin),
    },
    bilingual: context.bilingual,
    accent: '',
    edition: context.edition,
    lang: langTag(context.lead),
  };
}

/** The title before its colon is the display title; without a colon the subject stands beside the whole title. */
function coverView(context: ViewContext): Readonly<Record<string, unknown>> {
  const { report } = context;
  const split = (text: LangText, lang: 'zh' | 'en'): readonly [string, string] => {
    const whole = text[lang].source;
    const at = whole.search(lang === 'zh' ? /：/ : /: /);
    return at < 0 ? [whole, report.subject[lang].source] : [whole.slice(0, at), whole.slice(at + 1).trim()];
  };
  const half = (index: 0 | 1): TextView =>
    textView(
      context,
      (lang) => {
        const plain = split(report.title, lang)[index];
        return { html: escapeMarkup(plain), plain };
      },
      (lang) => report.title[lang].origin,
    );
  const length = [...split(report.title, 'zh')[0]].length;
  const size = length <= SHORT_TITLE ? 'short' : length <= MEDIUM_TITLE ? 'medium' : 'long';
  return { display: half(0), subtitle: half(1), size };
}

/** Every page of the report in order, as layouts and what they show. */
export function pageViews(context: ViewContext): readonly PageView[] {
  const { report } = context;
  return pageEntries(report).flatMap((entry): readonly PageView[] => {
    switch (entry.kind) {
      case 'cover':
        return [{ layouts: ['cover'], view: {} }];
      case 'contents':
        return [{ layouts: ['contents'], view: { contents: contentsView(context) } }];
      case 'glossary':
        return [{ layouts: ['glossary'], view: { glossary: glossaryView(context) } }];
      case 'sources':
        return [{ layouts: ['sources'], view: { sources: sourcesView(context) } }];
      case 'chapter': {
        const chapter = report.chapters.get(entry.chapter);
        return chapter ? [chapterPages(context, chapter)] : [];
      }
      case 'part': {
        const part = report.parts[entry.part];
        return part ? [partPage(context, part)] : [];
      }
      case 'index': {
        const notes = createNoteList(context, `index.${entry.framework}`);
        const index = indexView(context, entry.framework, notes);
        return index ? [{ layouts: ['index'], view: { index, notes: notes.notes } }] : [];
      }
    }
  });
}

interface ContentsLine {
  readonly id: string;
  readonly title: TextView;
  readonly lede: TextView | null;
  readonly number: string;
  readonly accent: string;
}

function contentsView(context: ViewContext): Readonly<Record<string, readonly ContentsLine[]>> {
  const { report } = context;
  const lines = (entries: typeof report.front): readonly ContentsLine[] =>
    entries.flatMap((entry): readonly ContentsLine[] => {
      const plain = (id: string, title: TextView): readonly ContentsLine[] => [
        { id, title, lede: null, number: '', accent: '' },
      ];
      switch (entry.kind) {
        case 'cover':
        case 'contents':
          return [];
        case 'glossary':
        case 'sources':
          return plain(entry.kind, wordView(context, entry.kind));
        case 'part': {
          const part = report.parts[entry.part];
          return part ? plain(entry.part, contentView(context, part.title)) : [];
        }
        case 'index': {
          const framework = report.frameworks.get(entry.framework);
          return framework
            ? plain(`index.${entry.framework}`, labelView(context, framework.title, framework.origin))
            : [];
        }
        case 'chapter': {
          const chapter = report.chapters.get(entry.chapter);
          if (!chapter) return [];
          return [
            {
              id: chapter.id,
              title: contentView(context, chapter.title),
              lede: chapter.lede ? firstSentence(context, chapter.lede) : null,
              number: chapter.number ?? '',
              accent: accentOrder(report, chapter.accent),
            },
          ];
        }
      }
    });
  return { front: lines(report.front), body: lines(report.body), back: lines(report.back) };
}

/** Up to a stop that ends a sentence: in English one before a capital, so that "e.g. this" goes on. */
const SENTENCE = /^.*?(?:[。！？][”’」』）]*|[.!?][”’)]*(?=\s+[“‘(]?\p{Lu}|$))/su;

/** The contents have room for a line or two about each chapter: its lede up to the first full stop. */
function firstSentence(context: ViewContext, lede: LangText): TextView {
  const whole = contentView(context, lede);
  const short = (lang: 'zh' | 'en'): string => {
    const plain = whole.both.find((view) => view.lang === lang)?.plain ?? '';
    return (SENTENCE.exec(plain)?.[0] ?? plain).replace(/[。.]$/, '');
  };
  return labelView(context, { zh: short('zh'), en: short('en') }, lede[context.lead].origin);
}

function chapterPages(context: ViewContext, chapter: Chapter): PageView {
  const { report, bilingual } = context;
  const place: Place = bilingual ? 'parallel' : 'text';
  const accent = accentOrder(report, chapter.accent);
  const title = contentView(context, chapter.title);
  const number = chapter.number ?? '';
  const numbered = [...report.chapters.values()].filter((one) => one.number !== undefined);
  const notes = createNoteList(context, chapter.id);
  const frame: SectionFrame = { place, accent, number, title, opener: chapter.opener, notes };
  const headings = chapter.blocks.filter((block) => block.type === 'heading' && block.level === 2);
  const pages = pagesOf(blockViews(context, chapter.blocks, frame), place);
  const view = {
    chapter: {
      id: chapter.id,
      origin: chapter.origin,
      accent,
      number,
      total: String(numbered.length),
      title,
      lede: optionalView(context, chapter.lede),
      opener: chapter.opener,
      ...pages,
      notes: sectionNotes(context, chapter.id, notes),
      sections: headings.slice(0, MAX_OPENER_SECTIONS).map((block) => ({
        id: block.id,
        title: block.type === 'heading' ? contentView(context, block.text) : title,
      })),
    },
  };
  return chapter.opener ? { layouts: ['opener', 'chapter'], view } : { layouts: ['chapter'], view };
}

/** Sections named on an opener: as many as its row of columns can hold. */
const MAX_OPENER_SECTIONS = 4;

/** Leading paragraphs of the feedback part stand in both languages, beside each other. */
const FEEDBACK_QUESTIONS = 5;

function partPage(context: ViewContext, part: Part): PageView {
  const place: Place = part.kind === 'about' ? 'about' : 'wide';
  const notes = createNoteList(context, part.kind);
  const frame: SectionFrame = { place, accent: '', number: '', title: null, opener: false, notes };
  const leading = part.kind === 'feedback' ? part.blocks.filter((block) => block.type === 'paragraph') : [];
  const rest = part.blocks.filter((block) => part.kind !== 'feedback' || block.type !== 'paragraph');
  const pages = pagesOf(blockViews(context, rest, frame), 'wide');
  const view: Record<string, unknown> = {
    part: {
      kind: part.kind,
      origin: part.origin,
      heading: wordView(context, part.kind === 'feedback' ? 'feedback_short' : `head_${part.kind}`),
      ledeClass: part.kind === 'data' || part.kind === 'highlights' ? 'part-lede-small' : 'part-lede',
      title: contentView(context, part.title),
      lede: optionalView(context, part.lede),
      ...pages,
      notes: sectionNotes(context, part.kind, notes),
      feedbackText: leading.map((block) => ({
        id: block.id,
        origin: block.origin,
        class: block.type === 'paragraph' ? block.role : 'body',
        text: block.type === 'paragraph' ? contentView(context, block.text) : null,
      })),
    },
  };
  if (part.kind === 'about') Object.assign(view, statusKeyView(context), anatomyView(context));
  if (part.kind === 'feedback') {
    view['questions'] = Array.from({ length: FEEDBACK_QUESTIONS }, (_, index) => ({
      number: String(index + 1),
      text: wordView(context, `feedback_q${index + 1}`),
    }));
    view['statements'] = (['statement', 'artwork', 'type'] as const).map((key) => ({
      title: wordView(context, `feedback_${key}_title`),
      text: {
        html: Object.fromEntries(wordView(context, `feedback_${key}_text`).both.map((one) => [one.lang, one.html])),
      },
    }));
  }
  return { layouts: [layoutOf(part.kind)], view };
}

function layoutOf(kind: PartKind): string {
  return kind === 'about' || kind === 'feedback' ? kind : 'part';
}

/** Notes of a section: the numbered ones in the order of their marks, then the lettered ones of its tables and tiles. */
function sectionNotes(context: ViewContext, section: string, lettered: NoteList): readonly NoteView[] {
  const numbered = context.notes.of(section).flatMap((id): readonly NoteView[] => {
    const block = context.report.blocks.get(id);
    if (block?.type !== 'note') return [];
    return [{ id, label: context.noteLabel(id), origin: block.origin, text: contentView(context, block.text) }];
  });
  return [...numbered, ...lettered.notes];
}

function glossaryView(context: ViewContext): readonly Readonly<Record<string, unknown>>[] {
  const { report, lead } = context;
  const other = lead === 'zh' ? 'en' : 'zh';
  const key = (term: { zh: string; en: string }): string => (lead === 'zh' ? term.zh : term.en.toLowerCase());
  return [...report.terms.values()]
    .sort((a, b) => key(a).localeCompare(key(b), lead === 'zh' ? 'zh-Hans-CN' : 'en-GB'))
    .map((term) => ({
      id: term.id,
      origin: term.origin,
      lead: { lang: lead, html: term[lead] },
      other: { lang: other, html: term[other] },
      abbr: [...new Set([term.abbr[lead], term.abbr[other]])].filter(Boolean).join(' '),
      gloss: optionalView(context, term.gloss),
      expansion: term.gloss || !term.expansion ? null : labelView(context, term.expansion, term.origin),
    }));
}

function sourcesView(context: ViewContext): readonly Readonly<Record<string, unknown>>[] {
  return [...context.report.sources.values()].map((source) => ({
    id: `source.${source.id}`,
    origin: source.origin,
    key: context.sourceKey(source.id),
    title: labelView(context, source.title, source.origin),
    where: source.where,
    kind: wordView(context, `source_${source.kind}`),
    date: source.date === undefined ? null : dateView(context, source.date, source.origin),
    note: optionalView(context, source.note),
  }));
}

function dateView(context: ViewContext, iso: string, origin: OriginId): TextView {
  const text = (lang: Lang): string => dateText(iso, lang) ?? iso;
  return labelView(context, { zh: text('zh'), en: text('en') }, origin);
}
