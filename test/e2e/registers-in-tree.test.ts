import { beforeAll, describe, expect, it } from 'vitest';
import { EDITIONS, type Edition, type Lang, langsOf } from '../../src/core/index.ts';
import { readAloud, readText, type Spoken } from '../../src/inspect/index.ts';
import { builtFile } from '../support/built-editions.ts';
import { type Heard, wholeTexts } from '../support/heard-texts.ts';
import { type SourceRow, sourceEntries, sourceIndexes, sourceTerms, sourceTiles } from '../support/source-registers.ts';
import { beginning, firstTexts, wordsOf } from '../support/source-texts.ts';

type Anchors = Readonly<Record<string, { readonly label: string }>>;

describe.each(['showcase', 'ferry'] as const)('registers and tiles of the %s', (project) => {
  describe.each(EDITIONS)('in its edition %s', (edition: Edition) => {
    let heard: readonly Heard[];
    let anchors: Anchors;
    beforeAll(async () => {
      const read = readAloud(await builtFile(project, `report.${edition}.pdf`));
      if (!read.ok) throw new Error('the edition cannot be read');
      heard = wholeTexts(read.value.pages.flatMap(({ spoken }) => spoken));
      const report = JSON.parse(Buffer.from(await builtFile(project, 'report.json')).toString()) as {
        readonly editions: readonly { readonly edition: Edition; readonly anchors: Anchors }[];
      };
      anchors = report.editions.find((one) => one.edition === edition)?.anchors ?? {};
    });
    const [lead = 'zh'] = langsOf(edition);
    const says = (at: number, source: string, whole = true): boolean =>
      wordsOf(source, whole).test(heard[at]?.text ?? '');
    const placesOf = (fits: (at: number) => boolean): readonly number[] =>
      heard.flatMap((_, at) => (fits(at) ? [at] : []));
    const labelsOf = (at: number): readonly string[] =>
      (heard[at]?.parts ?? []).flatMap(({ role, more }) => {
        const page = /^(?:转到第(\S+?)页|Go to page (\S+?)(?:$|:))/u.exec(more);
        return role === 'link' || role === 'reference' ? [page?.[1] ?? page?.[2] ?? more] : [];
      });
    const sorted = (list: readonly number[]): readonly number[] => [...list].sort((a, b) => a - b);

    it.each(langsOf(edition))('each row of an index stands there once, in the order of its framework: %s', (lang) => {
      for (const rows of sourceIndexes(project)) {
        const found = rows.map((row) => [row.title[lang], rowPlaces(row, lang)] as const);
        expect(found.length).toBeGreaterThan(10);
        expect(found.filter(([, at]) => at.length !== 1)).toEqual([]);
        const order = found.map(([, at]) => at[0] ?? -1);
        expect(order).toEqual(sorted(order));
      }
    });

    it('each row leads to every page that it names, or to why it names none', () => {
      const wrong = sourceIndexes(project)
        .flat()
        .flatMap((row) => {
          const [at = -1] = rowPlaces(row, lead);
          const labels = labelsOf(at + 1);
          const pages = [...new Set(row.where.map((block) => anchors[block]?.label ?? `no ${block}`))];
          if (row.omission === undefined) return `${labels}` === `${pages}` ? [] : [[row.title[lead], labels, pages]];
          const [note = ''] = labels;
          const letter = /(?:注|Note )(\S+?)(?:，| on )/u.exec(note)?.[1];
          const why = placesOf((i) => says(i, row.omission?.[lead] ?? '', false) && startsWith(i, letter ?? '?'));
          return letter !== undefined && why.length > 0 ? [] : [[row.title[lead], note]];
        });
      expect(wrong).toEqual([]);
    });

    it('the pages that a row names hold what it is disclosed in', async () => {
      const texts = firstTexts(project, lead);
      const file = readText(await builtFile(project, `report.${edition}.pdf`));
      if (!file.ok) throw new Error('the edition cannot be read');
      const pages = file.value.pages.map(({ label, items }) => ({
        label,
        text: items.map(({ text }) => text.replace(/[\s\u00ad]/gu, '')).join(''),
      }));
      const holds = (label: string, block: string): boolean => {
        const page = pages.find((one) => one.label === label)?.text ?? '';
        return wordsOf(beginning(texts.get(block) ?? 'no such block'), false).test(page);
      };
      const rows = sourceIndexes(project).flat();
      const wrong = rows.flatMap((row) => {
        const { title, where } = row;
        const labels = where.length === 0 ? [] : labelsOf((rowPlaces(row, lead)[0] ?? -1) + 1);
        const absent = where.filter((block) => !labels.some((label) => holds(label, block)));
        const idle = labels.filter((label) => !where.some((block) => holds(label, block)));
        return absent.length + idle.length === 0 ? [] : [[title[lead], labels, absent, idle]];
      });
      expect(wrong).toEqual([]);
    });

    const startsWith = (at: number, letter: string): boolean => heard[at]?.parts[0]?.text.trim() === letter;
    /** Where the cell of a row's title stands, behind that of its code. */
    const rowPlaces = ({ code, title }: SourceRow, lang: Lang): readonly number[] =>
      placesOf(
        (at) =>
          isCell(heard[at]?.one) &&
          says(at, title[lang], edition !== 'bilingual') &&
          (code === undefined || heard[at - 1]?.text === code.replace(/\s/g, '')),
      );
    const isCell = (one: Spoken | undefined): boolean => one?.role.startsWith('cell') === true;

    it('each term stands in the glossary once, in the order of its language, and what it means behind it', () => {
      const from = placesOf(
        (at) => heard[at]?.one.role === 'heading 1' && /^(?:术语|Glossary)$/u.test(heard[at]?.text ?? ''),
      );
      const terms = sourceTerms(project);
      const other = lead === 'zh' ? 'en' : 'zh';
      const collator = new Intl.Collator(lead === 'zh' ? 'zh-Hans-CN' : 'en-GB');
      const ordered = terms.toSorted((a, b) => collator.compare(a[lead], b[lead]));
      expect(terms.length).toBeGreaterThan(5);
      const head = (term: (typeof terms)[number]): readonly number[] =>
        placesOf(
          (at) => at > (from[0] ?? Infinity) && says(at, `${term[lead]}${term[other]}`) && heard[at]?.one.role === '',
        );
      const found = ordered.map((term) => [term[lead], head(term)] as const);
      expect(found.filter(([, at]) => at.length !== 1)).toEqual([]);
      const order = found.map(([, at]) => at[0] ?? -1);
      expect(order).toEqual(sorted(order));
      const unsaid = terms.filter((term) => {
        const at = (head(term)[0] ?? 0) + 1;
        return term.gloss !== undefined && !langsOf(edition).every((lang, i) => says(at + i, term.gloss?.[lang] ?? ''));
      });
      expect(unsaid).toEqual([]);
    });

    it('each source stands in the list once, in order, with its title, place and note', () => {
      const found = sourceEntries(project).map((source) => {
        const texts = [
          ...langsOf(edition).map((lang) => source.title[lang]),
          source.where,
          undefined,
          ...(source.note === undefined ? [] : langsOf(edition).map((lang) => source.note?.[lang])),
        ];
        const at = placesOf(
          (i) =>
            /^S\d+$/.test(heard[i]?.text ?? '') &&
            texts.every((text, k) => text === undefined || says(i + 1 + k, text)),
        );
        return [source.where, at.map((i) => heard[i]?.text)] as const;
      });
      expect(found.length).toBeGreaterThan(5);
      expect(found.map(([, at]) => at)).toEqual(found.map((_, i) => [`S${i + 1}`]));
    });

    it('each tile stands in its section once, in order: name, caption, links to its sources', () => {
      for (const { title, tiles } of sourceTiles(project)) {
        const [from = -1] = placesOf((at) => heard[at]?.one.role === 'heading 1' && says(at, title[lead]));
        const next = heard.findIndex(
          ({ one }, at) => at > from + 1 && one.role === 'heading 1' && one.lang === heard[from]?.one.lang,
        );
        const section = placesOf((at) => at > from && (next < 0 || at < next));
        const names = tiles.map(({ label }) =>
          section.filter(
            (at) =>
              heard[at]?.one.role === '' &&
              says(at, label[lead]) &&
              labelsOf(at).length === 0 &&
              heard[at + langsOf(edition).length]?.text.match(/\d/) !== null,
          ),
        );
        expect(tiles.filter((_, i) => names[i]?.length !== 1)).toEqual([]);
        const order = names.map((at) => at[0] ?? -1);
        expect(order).toEqual(sorted(order));
        tiles.forEach(({ caption, sources }, i) => {
          const tile = section.filter((at) => at > (order[i] ?? 0) && at < (order[i + 1] ?? Infinity)).slice(0, 16);
          for (const lang of langsOf(edition)) {
            const foot = tile.findLast(
              (at) => caption !== undefined && says(at, caption[lang], false) && heard[at]?.one.role === '',
            );
            if (caption !== undefined) expect(foot, caption[lang]).toBeDefined();
            if (foot !== undefined)
              expect(labelsOf(foot).length, caption?.[lang]).toBeGreaterThanOrEqual(Math.min(1, sources));
          }
        });
      }
      expect(sourceTiles(project).length).toBeGreaterThan(0);
    });
  });
});
