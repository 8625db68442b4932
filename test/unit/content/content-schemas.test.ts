import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { contentSchemas } from '../../../src/content/index.ts';
import { outputSchemas } from '../../../src/provenance/index.ts';
import { HOME } from '../../support/project-files.ts';

const FOLDER = `${HOME}schemas/`;
const SCHEMAS = contentSchemas();

function textOf(name: string): string {
  const title = `Petalpress content: schema ${name}/1`;
  const json = { $schema: 'https://json-schema.org/draft/2020-12/schema', title, ...SCHEMAS[name] };
  return `${JSON.stringify(json)}\n`;
}

// `npm run schemas` writes the files anew.
if (process.env['SCHEMAS'] === 'write') {
  for (const name of Object.keys(SCHEMAS)) writeFileSync(`${FOLDER}${name}.schema.json`, textOf(name));
}

it('every kind of content file has its committed schema, and it is current', () => {
  const outputs = ['data', ...outputSchemas().keys()].map((name) => `${name}.schema.json`);
  const committed = readdirSync(FOLDER).filter((file) => !outputs.includes(file));
  expect(committed.sort()).toEqual(
    Object.keys(SCHEMAS)
      .map((name) => `${name}.schema.json`)
      .sort(),
  );
  for (const name of Object.keys(SCHEMAS))
    expect(readFileSync(`${FOLDER}${name}.schema.json`, 'utf8')).toBe(textOf(name));
});

/** A content file as an editor reads it, held against the committed schema that its first line names. */
function faultsOf(path: string, edit: (source: string) => string = (source) => source): string {
  const value: unknown = parse(edit(readFileSync(path, 'utf8')));
  const name = String((value as { schema: unknown }).schema).replace(/\/1$/, '');
  const schema = z.fromJSONSchema(JSON.parse(readFileSync(`${FOLDER}${name}.schema.json`, 'utf8')));
  const read = schema.safeParse(value);
  return read.success
    ? ''
    : read.error.issues.map(({ path: keys, message }) => `${keys.join('/')}: ${message}`).join('\n');
}

function yamlBelow(folder: string): readonly string[] {
  return readdirSync(`${HOME}${folder}`, { withFileTypes: true, recursive: true }).flatMap((entry) =>
    entry.isFile() && entry.name.endsWith('.yaml') ? [`${entry.parentPath}/${entry.name}`] : [],
  );
}

describe('an editor that follows the schemas', () => {
  it.each(['content', 'test/fixtures/sample-report/content', 'test/fixtures/dairy-report/content'])(
    'finds no fault in %s',
    (folder) => {
      const files = yamlBelow(folder);
      expect(files.length).toBeGreaterThan(10);
      expect(files.map((file) => [file, faultsOf(file)]).filter(([, faults]) => faults !== '')).toEqual([]);
    },
  );

  it.each([
    ['metrics/herd.yaml', 'polarity: neutral', 'polarity: sideways'],
    ['metrics/herd.yaml', 'value: "11310"', 'value: 11310'],
    ['metrics/herd.yaml', 'additive: false', 'aditive: false'],
    ['chapters/01-herd.yaml', 'type: paragraph', 'type: paragraf'],
    ['chapters/01-herd.yaml', 'level: 2', 'level: 7'],
    ['chapters/01-herd.yaml', '    en: On {{date', '    english: On {{date'],
    ['report.yaml', 'kind: fiscal', 'kind: financial'],
    ['targets.yaml', 'path: linear', 'path: straight'],
    ['waivers.yaml', 'expires: "2027-06-30"', 'expires: "next year"'],
  ])('marks a slip in %s: %s → %s', (file, good, bad) => {
    const path = `${HOME}test/fixtures/dairy-report/content/${file}`;
    expect(readFileSync(path, 'utf8')).toContain(good);
    expect(faultsOf(path, (source) => source.replace(good, bad))).not.toBe('');
  });
});
