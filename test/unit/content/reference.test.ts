import { describe, expect, it } from 'vitest';
import { parseReference } from '../../../src/content/reference.ts';

describe('parseReference', () => {
  it.each([
    ['m:own.net@FY2024', { kind: 'm', metric: 'own.net', period: 'FY2024' }],
    ['yoy:own.net@FY2024', { kind: 'yoy', metric: 'own.net', period: 'FY2024', from: undefined }],
    ['diff:own.net@FY2024<CY2020', { kind: 'diff', metric: 'own.net', period: 'FY2024', from: 'CY2020' }],
    ['share:own.s1/own.net@FY2024', { kind: 'share', part: 'own.s1', whole: 'own.net', period: 'FY2024' }],
    ['sum:a+b-c+d.e@FY2024', { kind: 'sum', metrics: ['a', 'b-c', 'd.e'], period: 'FY2024' }],
    ['target:t.shore-power.gap', { kind: 'target', target: 't.shore-power', field: 'gap' }],
    ['period:FY2024', { kind: 'period', period: 'FY2024' }],
    ['term:term.esg', { kind: 'term', term: 'term.esg' }],
    ['see:ch.green.own', { kind: 'see', block: 'ch.green.own' }],
    ['page:ch.green', { kind: 'page', block: 'ch.green' }],
    ['date:2024-07-22', { kind: 'date', iso: '2024-07-22' }],
    ['note:ch.green.n', { kind: 'note', note: 'ch.green.n' }],
    ['src:seed', { kind: 'src', source: 'seed' }],
  ])('%s', (body, target) => {
    expect(parseReference(body)).toMatchObject({ head: body, target, format: { name: undefined } });
  });

  it('keeps format and decimals apart from the head', () => {
    expect(parseReference('m:own.net@FY2024|qty,dp=0')).toMatchObject({
      head: 'm:own.net@FY2024',
      format: { name: 'qty', dp: 0 },
    });
  });

  it('reads a literal with its reason, which may hold any character but a bar', () => {
    expect(parseReference('lit:ISO 14064-1|name of a standard: 2018')).toMatchObject({
      target: { kind: 'lit', text: 'ISO 14064-1', reason: 'name of a standard: 2018' },
    });
  });

  it.each([
    ['mm:own.net@FY2024', 'did you mean `m:`?'],
    ['yyo:own.net@FY2024', 'did you mean `yoy:`?'],
    ['own.net@FY2024', 'one of m, yoy'],
    ['m:own.net', 'write {{m:own.net@PERIOD}}'],
    ['m:own.net@', 'write @PERIOD'],
    ['m:own.net@FY2024<FY2023', 'leave out `<FY2023`'],
    ['m:Own.Net@FY2024', 'ids look like'],
    ['share:own.s1@FY2024', 'part/whole'],
    ['share:a/b/c@FY2024', 'part/whole'],
    ['sum:a@FY2024', 'one+other'],
    ['target:t.net', '.value, .change, .by or .gap'],
    ['date:22-07-2024', 'YYYY-MM-DD'],
    ['date:2024-02-30', 'YYYY-MM-DD'],
    ['lit:7', 'why this is typed'],
    ['lit:7|', 'why this is typed'],
    ['m:own.net@FY2024|qyt', 'did you mean `qty`?'],
    ['m:own.net@FY2024|qty,dp=x', 'with ,dp=N'],
    [' m:own.net@FY2024', 'write {{m:own.net@FY2024}}'],
  ])('refuses %s and says what to do', (body, hint) => {
    const parsed = parseReference(body);
    expect('hint' in parsed ? parsed.hint : 'parsed').toContain(hint);
  });
});
