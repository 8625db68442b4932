import { describe, expect, it } from 'vitest';
import { partings } from './K-sequences.ts';

describe('K6: a label keeps its number', () => {
  it.each(['Scope 1', 'Table 3', 'page 48', 'Appendix B', 'IFRS S2', 'No. 7', 'ISO 14001'])('%s', (text) => {
    expect(partings('some words before ', text, ' and more words after', { lang: 'en' })).toEqual([]);
  });

  it.each(['附录二', '表3', '图 12', '范围1', '第十二章'])('%s', (text) => {
    expect(partings('国家国家国家', text, '国家国家国家国家')).toEqual([]);
  });

  it('a numeral that counts what follows belongs to that', () => {
    expect(partings('国家国家国家', '目标四个', '方面国家国家国家')).not.toEqual([]);
  });
});
