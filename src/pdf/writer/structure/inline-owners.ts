import type { InlineTag } from '../../../compose/paragraph.ts';
import { type Diagnostic, diagnose, type Lang } from '../../../core/index.ts';
import type { PlacedDrawing, PlacedRun } from '../../../typeset/types.ts';
import type { PlacedDocument } from '../../placed.ts';
import { type Destinations, type LinkText, noteIdOf, type Place } from '../destinations.ts';
import { type Element, plainElement } from './element.ts';
import type { Tagger } from './tagger.ts';

/** The element that a run belongs to, the language in force there, and the link element around it, if it is a link. */
export interface Owner {
  readonly element: Element;
  readonly lang: Lang;
  readonly link: Element | undefined;
}

/** Where a link leads, and what is said of it. */
export interface LinkTarget {
  readonly to: Place | string;
  readonly contents: string;
}

/** A target whose words are made for the first run of a link only. */
interface FoundTarget {
  readonly to: LinkTarget['to'];
  readonly describe: () => string;
}

/** Finds, and makes at first use, the inline elements of runs. */
export interface InlineOwners {
  of(node: number, run: PlacedRun, page: number): Owner;
  /** The element of a picture on the line; undefined when it says nothing. */
  figure(node: number, drawing: PlacedDrawing): Element | undefined;
  /** The element that says in another language what the picture is, where it is told in two. */
  secondFigure(node: number, drawing: PlacedDrawing): Element | undefined;
  targetOf(link: Element): LinkTarget | undefined;
  /** D1: a run leads to something that is not in the document. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Runs with one key make one element. A run that leads somewhere stands in a Link element, inside the element of its own
 * type if it has another; a note mark is a Reference with a link to its note, and the note's label leads back.
 * Source: ISO 32000-1 14.8.4.4; ISO 14289-1 7.9, 7.18.5.
 */
export function createInlineOwners(document: PlacedDocument, tagger: Tagger, destinations: Destinations): InlineOwners {
  const targets = new Map<Element, LinkTarget>();
  const diagnostics: Diagnostic[] = [];
  const dead = new Set<string>();
  const figures = new Map<PlacedDrawing, Element>();
  const seconds = new Map<PlacedDrawing, Element>();
  const noteOf = document.structure.map((): string | undefined => undefined);
  for (const node of document.structure) {
    noteOf[node.id] = noteIdOf(node) ?? (node.parent === undefined ? undefined : noteOf[node.parent]);
  }

  const findTarget = (node: number, run: PlacedRun, page: number): FoundTarget | undefined => {
    const { tag, lang } = run;
    if (tag?.href !== undefined)
      return { to: tag.href, describe: () => destinations.describeAddress(tag.href ?? '', lang) };
    const wanted = tag?.target ?? run.note;
    if (wanted !== undefined) {
      const to = destinations.find(wanted, page);
      if (to !== undefined) return { to, describe: () => destinations.describe(wanted, to, linkText(run)) };
      if (!dead.has(wanted)) {
        diagnostics.push(
          diagnose('D1', `a reference leads to ${wanted}, which stands on no page`, {
            found: wanted,
            severity: document.partial ? 'info' : 'error',
            hints: ['check that the block is part of this edition'],
          }),
        );
      }
      dead.add(wanted);
      return undefined;
    }
    const isLabel = tag?.type === 'Lbl' || (tag === undefined && document.structure[node]?.tag.type === 'Lbl');
    const note = isLabel ? noteOf[node] : undefined;
    const mark = note === undefined ? undefined : destinations.markOf(note, page);
    if (mark === undefined) return undefined;
    return { to: mark, describe: () => destinations.describeMark(mark, linkText(run)) };
  };

  /** What runs without a tag or note belong to, which is nearly all of them. */
  const plain = new Map<number, Owner>();
  const plainOwner = (node: number): Owner => {
    const known = plain.get(node);
    if (known !== undefined) return known;
    const owner = { element: tagger.node(node), lang: tagger.langOf(node), link: undefined };
    plain.set(node, owner);
    return owner;
  };

  return {
    diagnostics,
    targetOf: (link) => targets.get(link),
    figure(node, drawing) {
      const { alt } = drawing;
      if (alt === undefined || alt === '') return undefined;
      const known = figures.get(drawing);
      if (known !== undefined) return known;
      const element = tagger.inline(node, `figure ${figures.size}`, tagger.node(node), () => ({
        ...plainElement('Figure'),
        alt,
      }));
      figures.set(drawing, element);
      return element;
    },
    secondFigure(node, drawing) {
      const { altSecond } = drawing;
      if (altSecond === undefined) return undefined;
      const known = seconds.get(drawing);
      if (known !== undefined) return known;
      const element = tagger.inline(node, `second figure ${seconds.size}`, tagger.node(node), () => ({
        ...plainElement('Figure'),
        alt: altSecond.text,
        lang: altSecond.lang,
      }));
      seconds.set(drawing, element);
      return element;
    },
    of(node, run, page) {
      const isPlain = run.tag === undefined && run.note === undefined;
      if (isPlain && document.structure[node]?.tag.type !== 'Lbl') return plainOwner(node);
      const block = tagger.node(node);
      const lang = run.tag?.lang ?? tagger.langOf(node);
      const target = findTarget(node, run, page);
      const key = run.tag?.key ?? (run.note === undefined ? 'label' : `note ${run.note}`);
      const type = run.tag?.type ?? (run.note === undefined ? undefined : 'Reference');
      let element = block;
      if (type !== undefined && (type !== 'Link' || target === undefined)) {
        const outer = type === 'Link' ? 'Span' : type;
        element = tagger.inline(node, key, block, () => inlineElement(outer, run.tag));
      }
      if (target === undefined) return { element, lang, link: undefined };
      const link = tagger.inline(node, `${key} link`, element, () =>
        inlineElement('Link', type === 'Link' ? run.tag : undefined),
      );
      if (!targets.has(link)) targets.set(link, { to: target.to, contents: target.describe() });
      return { element: link, lang, link };
    },
  };
}

function linkText({ clusters, lang }: PlacedRun): LinkText {
  return { text: clusters.join('').trim(), lang };
}

function inlineElement(type: string, tag: InlineTag | undefined): Element {
  return {
    ...plainElement(type),
    ...(tag?.lang === undefined ? {} : { lang: tag.lang }),
    ...(tag?.actualText === undefined ? {} : { actualText: tag.actualText }),
    ...(tag?.expansion === undefined ? {} : { expansion: tag.expansion }),
  };
}
