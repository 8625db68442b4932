import { describe, expect, it } from 'vitest';
import { characters, lines, set } from './setting.ts';

describe('G2: typed spaces', () => {
  it('one between Han and Latin is replaced by the gap', () => {
    expect(characters(set('排放 12 吨', 20).lines[0])).toEqual(characters(set('排放12吨', 20).lines[0]));
    expect(lines('排放 A 级', 20)).toEqual(['排放A级']);
  });

  it('one between two Han is dropped, one between Latin words stays', () => {
    expect(lines('中 文 Green Power', 20)).toEqual(['中文Green Power']);
  });

  it('white space of several kinds is one space', () => {
    expect(lines('green \n\t power ', 20, { lang: 'en' })).toEqual(['green power']);
  });
});
