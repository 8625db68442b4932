import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { EDITIONS, type Edition, type Lang, langsOf } from '../../src/core/index.ts';
import { readAloud, type Spoken } from '../../src/inspect/index.ts';
import { builtFile } from '../support/built-editions.ts';

const root = join(import.meta.dirname, '../..');
const PROJECTS = { showcase: root, ferry: join(root, 'test/fixtures/sample-report') } as const;

/** A block as its author wrote it. */
interface Block {
  readonly id?: string;
  readonly type: string;
  readonly zh?: string;
  readonly en?: string;
  readonly alt?: Readonly<Record<Lang, string>>;
}

interface Chapter {
  readonly id: string;
  readonly title: Readonly<Record<Lang, string>>;
  readonly blocks: readonly Block[];
}

/** The chapters in the order of the report, straight from the files: nothing that sets pages has seen them. */
function chaptersOf(project: keyof typeof PROJECTS): readonly Chapter[] {
  const folder = join(PROJECTS[project], 'content');
  const { body } = parse(readFileSync(join(folder, 'report.yaml'), 'utf8')) as { readonly body: readonly string[] };
  const all = readdirSync(join(folder, 'chapters')).map(
    (file) => parse(readFileSync(join(folder, 'chapters', file), 'utf8')) as Chapter,
  );
  return body.flatMap((id) => all.find((chapter) => chapter.id === id) ?? []);
}

/** What a text says whatever its figures are: its words in order, with anything where it cites, and no spaces. */
function wordsOf(source: string): RegExp {
  const pieces = source
    .split(/\{\{[^}]*\}\}/)
    .map((piece) => piece.replace(/\*\*|\[|\]\([^)]*\)|[\s*]/g, ''))
    .map((piece) =>
      piece
        .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
        .replace(/['’]/g, "[’']")
        .replace(/["“”]/g, '["“”]'),
    );
  return new RegExp(`^[^]{0,12}?${pieces.join('[^]{0,120}?')}[^]{0,12}$`, 'u');
}

const heardText = ({ parts }: Spoken): string =>
  parts
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/g, '');

/** A paragraph that goes on over a page is one; `more` for such a one. */
function wholeTexts(
  spoken: readonly Spoken[],
): readonly { readonly one: Spoken; readonly text: string; readonly more: boolean }[] {
  const whole: { one: Spoken; text: string; more: boolean }[] = [];
  for (const one of spoken) {
    const before = one.continued ? whole.findLast((other) => other.one.order === one.order) : undefined;
    if (before !== undefined) {
      before.text += heardText(one);
      before.more = true;
    } else whole.push({ one, text: heardText(one), more: false });
  }
  return whole;
}

describe.each(['showcase', 'ferry'] as const)('what the %s says', (project) => {
  const chapters = chaptersOf(project);

  describe.each(EDITIONS)('in its edition %s', (edition: Edition) => {
    let heard: ReturnType<typeof wholeTexts>;
    beforeAll(async () => {
      const read = readAloud(await builtFile(project, `report.${edition}.pdf`));
      if (!read.ok) throw new Error('the edition cannot be read');
      heard = wholeTexts(read.value.pages.flatMap(({ spoken }) => spoken));
    });
    const places = (source: string, wanted: (one: Spoken) => boolean): readonly number[] => {
      const words = wordsOf(source);
      return heard.flatMap(({ one, text }, i) => (wanted(one) && words.test(text) ? [i] : []));
    };
    const inOrder = (found: readonly (readonly [string, readonly number[]])[]): void => {
      expect(found.filter(([, at]) => at.length !== 1).map(([source, at]) => `${at.length} times: ${source}`)).toEqual(
        [],
      );
      const order = found.map(([, at]) => at[0] ?? 0);
      expect(order).toEqual([...order].sort((a, b) => a - b));
    };

    it.each(langsOf(edition))('every heading of the source stands in the tree once, in order: %s', (lang) => {
      const sources = chapters.flatMap(({ title, blocks }) => [
        title[lang],
        ...blocks.flatMap((block) => (block.type === 'heading' ? (block[lang] ?? []) : [])),
      ]);
      expect(sources.length).toBeGreaterThan(4);
      inOrder(sources.map((source) => [source, places(source, ({ role }) => role.startsWith('heading'))]));
    });

    it.each(langsOf(edition))('every footnote is there: %s', (lang) => {
      const sources = chapters.flatMap(({ blocks }) =>
        blocks.flatMap((one) => (one.type === 'note' ? (one[lang] ?? []) : [])),
      );
      const found = sources.map(
        (source) => [source, places(source, ({ role }) => !role.startsWith('heading'))] as const,
      );
      expect(sources.length).toBeGreaterThan(2);
      inOrder(found);
    });

    it('every alternative text is there, in the language that the edition leads with', () => {
      const lead = langsOf(edition)[0] ?? 'zh';
      const sources = chapters.flatMap(({ blocks }) => blocks.flatMap((block) => block.alt?.[lead] ?? []));
      expect(sources.length).toBeGreaterThan(2);
      inOrder(sources.map((source) => [source, places(source, ({ role }) => role === 'figure')]));
    });

    it.each(langsOf(edition))('every citation, cross reference and address is a link of its paragraph: %s', (lang) => {
      const sources = chapters.flatMap(({ blocks }) =>
        blocks.flatMap((one) => (one.type === 'paragraph' ? (one[lang] ?? []) : [])),
      );
      const wrong = sources.flatMap((source) => {
        const wanted = source.match(/\{\{(?:src|note|see|page):|\]\(https?:/g)?.length ?? 0;
        const [at] = places(source, ({ role }) => role === '');
        if (at === undefined) return [`nowhere: ${source}`];
        if (heard[at]?.more === true) return [];
        const links = heard[at]?.one.parts.filter(({ role, more }) => role === 'link' && more !== '').length ?? 0;
        return links < wanted ? [`${links} of ${wanted}: ${source}`] : [];
      });
      expect(wrong).toEqual([]);
    });
  });
});
