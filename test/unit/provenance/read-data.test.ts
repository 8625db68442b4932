import { expect, it } from 'vitest';
import { dataJson, readReportData } from '../../../src/provenance/index.ts';
import { editedData } from '../../support/report-data.ts';

const text = dataJson(await editedData());

it.each([
  ['a text that breaks off', text.slice(0, 400), /^it is not JSON/],
  ['a list', '[]', /^it is not the data\.json of a report/],
  ['another JSON of a build', '{"schema": "report-output/1"}', /^it is not the data\.json of a report/],
  ['nothing', '', /^it is not JSON/],
  ['a later version', text.replace('data/1', 'data/2'), /written as data\/2, and this petalpress reads data\/1$/],
  [
    'a number for a decimal',
    text.replace('"value": "4120000"', '"value": 4120000'),
    /^metrics\[\d\]\.values\[0\]\.value: /,
  ],
  ['a grouped number', text.replace('"value": "4120000"', '"value": "4,120,000"'), /: a decimal is digits/],
  ['a missing part', text.replace('"sentences"', '"sentence"'), /^(sentences|the whole): /],
  ['an unknown status', text.replace('"reported"', '"settled"'), /^metrics\[0\]\.values\[0\]\.status: /],
])('refuses %s, and says where', (_what, other, message) => {
  expect(other).not.toBe(text);
  expect(readReportData(other)).toMatch(message);
});

it('reads a file that an editor began with a byte-order mark', () => {
  expect(readReportData(`\uFEFF${text}`)).toEqual(readReportData(text));
});
