/** Files that are too large, too odd or too binary to keep as they are, by name. */
export const HOSTILE_FILES: Readonly<Record<string, () => Uint8Array>> = {
  'fifty-megabytes': () => new Uint8Array(50 * 1024 * 1024).fill(0x20),
  'alias-bomb': () => text(`schema: metrics/1\n${aliasBomb()}`),
  'deep-brackets': () => text(`schema: metrics/1\nmetrics: ${'['.repeat(100_000)}`),
  'deep-indentation': () => text(`schema: metrics/1\n${steps(600)}`),
  'deep-dashes': () => text(`schema: metrics/1\nmetrics:\n  ${'- '.repeat(50_000)}x\n`),
  nul: () => text('schema: sources/1\nsources:\n  - id: lo\0g\n'),
  gbk: () => bytes('schema: sources/1\nsources:\n  - {id: log, title: {zh: ', [0xd4, 0xcb, 0xd0, 0xd0], '}}\n'),
  'cut-utf8': () => bytes('schema: sources/1\nsources:\n  - {id: log, where: "', [0xe8, 0xbf], '"}\n'),
  utf16: () => new Uint8Array([0xff, 0xfe, ...[...'schema: sources/1\n'].flatMap((c) => [c.charCodeAt(0), 0])]),
  'not-a-picture': () => text('this is no picture\n'),
  'empty-file': () => new Uint8Array(0),
};

function text(source: string): Uint8Array {
  return new TextEncoder().encode(source);
}

function bytes(before: string, middle: readonly number[], after: string): Uint8Array {
  return new Uint8Array([...text(before), ...middle, ...text(after)]);
}

/** Nine levels of nine aliases each: 387 million values. */
function aliasBomb(): string {
  const level = (name: string, below: string): string => `${name}: &${name} [${Array(9).fill(below).join(',')}]\n`;
  const names = 'abcdefghi'.split('');
  return names.map((name, i) => level(name, i === 0 ? 'x' : `*${names[i - 1]}`)).join('');
}

function steps(count: number): string {
  return Array.from({ length: count }, (_, i) => `${' '.repeat(i)}a:\n`).join('');
}
