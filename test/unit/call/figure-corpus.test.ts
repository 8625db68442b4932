import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { FoundFigure } from '../../../src/call/figure.ts';
import { figureReader } from '../../../src/call/read-figures.ts';
import { Decimal } from '../../../src/core/index.ts';

/** A text, then each figure in it: `printed = [kind] value[..far end] [unit] [~grain] [way] [loose]`. */
type Entry = readonly [string, ...string[]];

const read = figureReader();

describe.each(['zh', 'en'])('figures in %s reporting language', (lang) => {
  const file = new URL(`../../fixtures/figures/${lang}.yaml`, import.meta.url);
  const entries = parse(readFileSync(file, 'utf8')) as readonly Entry[];

  it('has a corpus of at least 300 expressions', () => {
    expect(entries.length).toBeGreaterThanOrEqual(300);
    expect(new Set(entries.map(([text]) => text)).size).toBe(entries.length);
  });

  it.each(entries.map((entry) => [entry[0], entry] as const))('%s', (text, [, ...wanted]) => {
    expect(read(text).map(shown)).toEqual(wanted.map(normal));
  });
});

const KINDS = ['fraction', 'multiple', 'ordinal', 'date', 'period', 'vague', 'name'];

function shown(figure: FoundFigure): string {
  const { kind, unit, grain, way, loose } = figure;
  const value = /^(?:name|date|period)$/.test(kind) ? figure.value : rounded(figure.value);
  const upTo = figure.upTo === undefined ? '' : `..${kind === 'period' ? figure.upTo : rounded(figure.upTo)}`;
  return [
    `${figure.text} = ${kind === 'amount' ? '' : `${kind} `}${value}${upTo}`,
    unit,
    grain === undefined ? '' : `~${rounded(grain)}`,
    way === undefined ? '' : `${way.direction}/${way.form}`,
    loose ? 'loose' : '',
  ]
    .filter((piece) => piece !== '')
    .join(' ');
}

/** The expectation with its products and quotients worked out. */
function normal(wanted: string): string {
  const at = wanted.indexOf(' = ');
  const text = wanted.slice(0, at);
  const facts = wanted.slice(at + 3);
  const kind = KINDS.find((one) => facts.startsWith(`${one} `));
  const rest = kind === undefined ? facts : facts.slice(kind.length + 1);
  if (kind === 'name' || kind === 'date') return wanted;
  const [value = '', ...others] = rest.split(' ');
  const worked = kind === 'period' ? value : value.split('..').map(rounded).join('..');
  const tail = others.map((one) => (one.startsWith('~') ? `~${rounded(one.slice(1))}` : one));
  return [`${text} = ${kind === undefined ? '' : `${kind} `}${worked}`, ...tail].join(' ');
}

function rounded(expression: string): string {
  const [over = '', under = '1'] = expression.split('/');
  const value = over.split('*').reduce((product, factor) => product.times(factor), new Decimal(1));
  return value.div(under).toDecimalPlaces(15).toFixed();
}
