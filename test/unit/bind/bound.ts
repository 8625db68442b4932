import {
  bindMarkup,
  loadTemplates,
  type Markup,
  type MarkupElement,
  type MarkupNode,
  type TemplateSet,
} from '../../../src/bind/index.ts';
import { loadReport, type Report } from '../../../src/content/index.ts';
import type { Diagnostic, Edition, Outcome } from '../../../src/core/index.ts';
import { type MetricBook, resolveMetrics } from '../../../src/metrics/index.ts';
import { memoryWorkspace } from '../../support/memory-workspace.ts';
import { baseProject, type ProjectFiles } from '../../support/project-files.ts';

/** A small project bound for one edition: its markup, and what was said of it. */
export interface Bound {
  readonly root: MarkupElement;
  readonly diagnostics: readonly Diagnostic[];
  /** Elements in reading order that match `tag`, `.class` or `tag.class`. */
  all(selector: string): readonly MarkupElement[];
  one(selector: string): MarkupElement;
  /** The element with this anchor. */
  at(id: string): MarkupElement;
}

/** Binds the minimal good project with some files replaced or added: by path, as they stand on disk. */
export async function bound(over: ProjectFiles, edition: Edition = 'zh-Hans'): Promise<Bound> {
  const outcome = await bindProject(over, edition);
  const { root } = solid(outcome);
  const all = (selector: string): readonly MarkupElement[] => elementsOf(root).filter((one) => matches(one, selector));
  const only = (found: MarkupElement | undefined, what: string): MarkupElement => {
    if (found === undefined) throw new Error(`nothing is ${what}`);
    return found;
  };
  return {
    root,
    diagnostics: outcome.diagnostics,
    all,
    one: (selector) => only(all(selector)[0], selector),
    at: (id) =>
      only(
        elementsOf(root).find((one) => one.attributes['id'] === id),
        `#${id}`,
      ),
  };
}

/** @param without paths of the package's templates that are not there */
export async function bindProject(
  over: ProjectFiles,
  edition: Edition,
  without: readonly string[] = [],
): Promise<Outcome<Markup>> {
  const { report, book } = await readBook(over);
  const own = Object.keys(over).some((path) => path.endsWith('.hbs'));
  const templates = await (own || without.length > 0 ? readTemplates(over, without) : shippedTemplates());
  return bindMarkup({ report, book, templates, edition, goals: [] });
}

let shipped: Promise<TemplateSet> | undefined;

function shippedTemplates(): Promise<TemplateSet> {
  shipped ??= readTemplates({}, []);
  return shipped;
}

async function readTemplates(over: ProjectFiles, without: readonly string[]): Promise<TemplateSet> {
  const files = Object.entries(await baseProject(over)).filter(([path]) => !without.includes(path));
  return solid(await loadTemplates(memoryWorkspace(Object.fromEntries(files))));
}

/** The report of the same files, and its figures. */
export async function readBook(over: ProjectFiles): Promise<{ report: Report; book: MetricBook }> {
  const report = solid(await loadReport(memoryWorkspace(await baseProject(over))));
  return { report, book: solid(resolveMetrics(report)) };
}

function solid<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(outcome.diagnostics.map((one) => `${one.code} ${one.message} ${one.found ?? ''}`).join('\n'));
}

/** All elements at and below one, in reading order. */
export function elementsOf(node: MarkupNode): readonly MarkupElement[] {
  return node.kind === 'text' ? [] : [node, ...node.children.flatMap(elementsOf)];
}

function matches(one: MarkupElement, selector: string): boolean {
  const [tag = '', ...classes] = selector.split('.');
  return (tag === '' || one.tag === tag) && classes.every((name) => one.classes.includes(name));
}

/** The words of a node. */
export function words(node: MarkupNode): string {
  return node.kind === 'text' ? node.text : node.children.map(words).join('');
}

/** A node as markup: classes first, attributes as they stand, without `lang` and `status`, which most elements have; `~` is a no-break space. */
export function shown(node: MarkupNode): string {
  if (node.kind === 'text') return node.text.replaceAll('\u00a0', '~');
  const attributes = Object.entries(node.attributes)
    .filter(([name, value]) => name !== 'lang' && name !== 'status' && value !== '')
    .map(([name, value]) => ` ${name}="${value}"`);
  const name = [node.tag, ...node.classes].join('.');
  return `<${name}${attributes.join('')}>${inside(node)}</${node.tag}>`;
}

/** What stands in an element, as markup. */
export function inside(node: MarkupElement): string {
  return node.children.map(shown).join('');
}

/** A file of the minimal good project as text. */
export async function baseText(path: string): Promise<string> {
  const data = (await baseProject())[path];
  return typeof data === 'string' ? data : new TextDecoder().decode(data);
}

/** The base project's chapter with other blocks: YAML list items, indented by two. */
export function chapter(blocks: string): ProjectFiles {
  return {
    'content/chapters/01-water.yaml': `schema: chapter/1
id: ch.water
accent: tide.water
number: "1"
title: {zh: 一湾净水, en: Clear water}
lede: {zh: 少取一瓢，多用一回。下句不进目录。, en: "Draw less, e.g. a ladle, and use it twice. This stays out of the contents."}
blocks:
  - {id: ch.water.drawn, type: paragraph, zh: 水, en: Water}
${blocks}`,
  };
}

/** A paragraph of that chapter. */
export function paragraph(id: string, zh: string, en: string): string {
  return `  - {id: ${id}, type: paragraph, zh: ${JSON.stringify(zh)}, en: ${JSON.stringify(en)}}\n`;
}

/** One metric of a file of metrics, a value of each status among them. */
const SPRING = `
  - id: spring.NAME
    label: {zh: 泉NAME, en: Spring NAME}
    nature: flow
    polarity: higher_is_better
    unit: m3
    display: {zh: {unit: 万立方米, dp: 2}, en: {unit: m3, dp: 0}}
    scope: {key: spring, zh: 泉口, en: at the spring}
    additive: false
    accent: tide.water
    values:
      - {period: FY2023, value: "20000", in: m3, status: reported, source: [log]}
      - {period: FY2024, VALUE, source: [log]}
`;

/** Metrics `spring.<name>`, each with its value of the year as a mapping in YAML and what follows the values. */
export function springs(values: Readonly<Record<string, readonly [value: string, more?: string]>>): ProjectFiles {
  const metrics = Object.entries(values).map(([name, [value, more = '']]) =>
    `${SPRING.replaceAll('NAME', name).replace('VALUE', value)}${more}`.replace(/\n+$/, '\n'),
  );
  return { 'content/metrics/springs.yaml': `schema: metrics/1\nmetrics:${metrics.join('')}` };
}

/** A value of each status. */
export const EVERY_STATUS = {
  plain: ['value: "21300", in: m3, status: reported'],
  derived: ['value: "21300", in: m3, status: derived, derived: "20000 + 1300"'],
  estimate: ['value: "21300", in: m3, status: estimate'],
  disputed: [
    'value: "21300", in: m3, status: disputed, alternatives: [{value: "22000", in: m3, source: [log]}], note: {zh: 两只表不一, en: Two meters disagree}',
  ],
  sample: ['value: "21300", in: m3, status: sample'],
  untold: ['value: null, status: not_disclosed'],
  restated: [
    'value: "21300", in: m3, status: reported',
    '    restatements: [{period: FY2023, old: "19000", in: m3, reason: {zh: 换了表, en: The meter was changed}, source: [log]}]\n',
  ],
} as const;
