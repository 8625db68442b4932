import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { Decimal } from '../../src/core/index.ts';
import { editionFacts, packed } from '../support/built-editions.ts';

interface Fact {
  readonly id: string;
  readonly kind: string;
  readonly value?: string;
  readonly unit?: { readonly code: string };
  readonly change_vs_prior?: { readonly value: string };
}

const file = join(import.meta.dirname, '../fixtures/facts/seed-facts.yaml');
const facts = (parse(await readFile(file, 'utf8')) as { readonly facts: readonly Fact[] }).facts.filter(
  (fact) => fact.value !== undefined && fact.unit !== undefined,
);

describe('the news piece', () => {
  it('has quantities to look for', () => {
    expect(facts.length).toBeGreaterThanOrEqual(8);
  });

  describe.each(['zh', 'en'] as const)('in %s', (lang) => {
    it.each(facts.map((fact) => [fact.id, fact] as const))('%s is printed', async (_, fact) => {
      const text = packed(await editionFacts('showcase', lang === 'zh' ? 'zh-Hans' : 'en'));
      expect(notations(fact, lang).filter((form) => standsAlone(form, text))).not.toEqual([]);
      if (fact.change_vs_prior) {
        const change = `${fact.change_vs_prior.value.replace(/^-/, '')}%`;
        expect(standsAlone(change, text), change).toBe(true);
      }
    });
  });
});

/** How a value may be written: the digits as stated, in the scale of the language. */
function notations(fact: Fact, lang: 'zh' | 'en'): readonly string[] {
  const value = new Decimal(fact.value ?? '0');
  const places = (fact.value?.split('.')[1] ?? '').length;
  const group = (number: Decimal, dp: number): string =>
    number.toFixed(Math.max(0, dp)).replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ',');
  switch (fact.unit?.code) {
    case 'MtCO2e':
      return lang === 'zh'
        ? [`${group(value.times(100), places - 2)}万吨`]
        : [`${fact.value}million`, `${fact.value}Mt`];
    case 'tCO2e':
      return lang === 'zh'
        ? [`${value.div(10000).toString()}万吨`, `${group(value, 0)}吨`]
        : [`${group(value, 0)}tonnes`, `${value.div(1000).toString()}thousand`];
    case 'percent':
      return [`${fact.value}%`];
    default:
      return [fact.value ?? ''];
  }
}

/** A figure of its own, not part of a longer one: 8.1 in 58.1 does not count. */
function standsAlone(form: string, text: string): boolean {
  const escaped = form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\d.,])${escaped}(?!\\d|\\.\\d)`, 'u').test(text);
}
