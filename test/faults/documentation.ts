import { existsSync, readFileSync } from 'node:fs';
import { CODES, type CodeEntry, docsPage, type Severity } from '../../src/core/index.ts';
import { HOME } from '../support/project-files.ts';
import { runSeededFault, SEEDED_FAULTS } from '../support/seeded-faults.ts';

export const INDEX_PAGE = 'docs/diagnostics/README.md';

/** Every code of the register. */
export const ALL_CODES = Object.keys(CODES) as readonly (keyof typeof CODES)[];

/** The case whose output stands on the page of a code: the first one of its name. */
export function exampleCase(code: string): string | undefined {
  return SEEDED_FAULTS.find((name) => name.startsWith(`${code}-`));
}

/** What the case of a code prints of it. */
export async function exampleText(name: string, code: string): Promise<string> {
  const { diagnostics, printed } = await runSeededFault(name);
  const at = diagnostics.findIndex((one) => one.code === code);
  const text = printed.find((one) => one.includes(`${code} ${diagnostics[at]?.slug ?? ''}  `));
  return (text ?? printed[at] ?? '').trimEnd();
}

export function readPage(path: string): string {
  return existsSync(`${HOME}${path}`) ? readFileSync(`${HOME}${path}`, 'utf8') : '';
}

/** The page of a code with its example as printed now. */
export function withExample(page: string, example: string): string {
  return page.replace(/```\n(?:[\s\S]*?\n)?```/, () => `\`\`\`\n${example}\n\`\`\``);
}

const WORDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/** The level of a code, as its page begins. */
export function levelText({ draft, release }: CodeEntry): string {
  const some = (severity: Severity, capital: boolean): string =>
    `${capital ? 'A' : 'a'}${severity === 'error' ? 'n' : ''} ${WORDS[severity]}`;
  if (draft === release) return `${some(draft, true)} in drafts and releases.`;
  return `${some(draft, true)} in drafts, ${some(release, false)} in releases.`;
}

/** The page that lists all codes. */
export function indexPage(): string {
  const rows = ALL_CODES.map((code) => {
    const { slug, draft, release, why } = CODES[code];
    const level = draft === release ? WORDS[draft] : `${WORDS[draft]}, ${WORDS[release]} in a release`;
    return `| [${code}](${docsPage(code).split('/').at(-1)}) | ${slug} | ${level} | ${why} |`;
  });
  return `# Diagnostics

What petalpress may say of a report, from the register in \`src/core/code-register.ts\`. C content, P parity of the languages, N
numbers, S scope, V verification, D references, F frameworks, T text, A accessibility, B templates, G charts, H theme and fonts,
K pages, L lines, W writing, I reading PDFs, U usage, X internal.

| code | name | level | why it exists |
|---|---|---|---|
${rows.join('\n')}

Errors stop a build. A waiver in \`waivers.yaml\` turns what it names into a note until its date; \`--release\` uses the second level.
`;
}
