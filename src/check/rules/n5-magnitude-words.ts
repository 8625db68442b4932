import type { CustomUnit, Report } from '../../content/index.ts';
import { Decimal, type Diagnostic, diagnose, LANGS, type Lang, type OriginId } from '../../core/index.ts';
import type { CheckFacts } from '../facts.ts';

/** Words of magnitude, with their powers of ten. 兆 is left out: it is 10^6 here and 10^12 elsewhere. */
const POWERS: Readonly<Record<Lang, Readonly<Record<string, number>>>> = {
  zh: { 十: 1, 百: 2, 千: 3, 万: 4, 十万: 5, 百万: 6, 千万: 7, 亿: 8, 十亿: 9, 百亿: 10, 千亿: 11, 万亿: 12 },
  en: { hundred: 2, thousand: 3, million: 6, billion: 9, trillion: 12 },
};

/**
 * N5: a unit of the project that is called 万 or million of another one is 10^4 or 10^6 of it. 988.4万吨 printed for 98.84万吨
 * reads well and is wrong.
 */
export function magnitudeWords({ report }: CheckFacts): readonly Diagnostic[] {
  return report.units.flatMap((unit) =>
    LANGS.flatMap((lang) => [...scaleSlips(report, unit, lang), ...factorSlips(report, unit, lang)]),
  );
}

function scaleSlips(report: Report, unit: CustomUnit, lang: Lang): readonly Diagnostic[] {
  return (unit.scales?.[lang] ?? []).flatMap((scale, i) => {
    const power = powerOf(scale.unit, unit.label[lang], lang);
    if (power === undefined || power === scale.power) return [];
    return [
      slip(report, `${unit.origin}/scales/${lang}/${i}/power`, scale.unit, unit.label[lang], [power, scale.power]),
    ];
  });
}

function factorSlips(report: Report, unit: CustomUnit, lang: Lang): readonly Diagnostic[] {
  const base = report.units.find(({ id }) => id === unit.base);
  if (base === undefined || base === unit) return [];
  const power = powerOf(unit.label[lang], base.label[lang], lang);
  const given = new Decimal(unit.factor).log(10);
  if (power === undefined || given.eq(power)) return [];
  return [slip(report, `${unit.origin}/factor`, unit.label[lang], base.label[lang], [power, given.toNumber()])];
}

/** The power that a name claims over another: 万头 over 头, `million journeys` over `journeys`. */
function powerOf(name: string, base: string, lang: Lang): number | undefined {
  if (base === '' || !name.endsWith(base)) return undefined;
  return POWERS[lang][name.slice(0, name.length - base.length).trim()];
}

function slip(
  { origins }: Report,
  origin: OriginId,
  name: string,
  base: string,
  [claimed, given]: readonly [number, number],
): Diagnostic {
  const span = origins.spanOf(origin);
  return diagnose('N5', `“${name}” is 10^${claimed} of “${base}” by its words, and not 10^${given}`, {
    ...(span === undefined ? {} : { span }),
    expected: `10^${claimed}`,
    found: `10^${given}`,
    hints: ['correct the factor or power, or the words'],
  });
}
