import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { dataSchemaJson } from '../../../src/provenance/index.ts';
import { HOME } from '../../support/project-files.ts';
import { editedData, ferryData } from '../../support/report-data.ts';

const PATH = `${HOME}schemas/data.schema.json`;

/** `SCHEMAS=write npx vitest run --project unit test/unit/provenance/data-schema.test.ts` writes the file anew. */
if (process.env['SCHEMAS'] === 'write') writeFileSync(PATH, dataSchemaJson());

const committed = JSON.parse(readFileSync(PATH, 'utf8'));

it('the committed schema is the shape that the data is read with', () => {
  expect(committed).toEqual(JSON.parse(dataSchemaJson()));
  expect(committed.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
});

it('the data of both kinds of project follow the committed schema, and nothing else does', async () => {
  const shape = z.fromJSONSchema(committed);
  const data = await ferryData();
  for (const one of [data, await editedData()]) expect(shape.safeParse(one).error).toBeUndefined();
  const { targets: _targets, ...lacking } = data;
  for (const wrong of [lacking, { ...data, blame: [] }, { ...data, schema: 'data/2' }]) {
    expect(shape.safeParse(wrong).success).toBe(false);
  }
});
