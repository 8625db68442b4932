import type { CustomUnit } from '../content/types.ts';
import { Decimal, type Diagnostic, diagnose, LANGS, type Lang, type OriginIndex, type PerLang } from '../core/index.ts';
import { BUILT_IN_UNITS, type Unit } from './built-in-units.ts';
import { displayWords } from './display-words.ts';
import { type UnitForm, unitText } from './unit-form.ts';

/** A unit to print in: `factor` base units of its dimension each. */
export interface DisplayUnit {
  readonly text: string;
  readonly dimension: string;
  readonly factor: Decimal;
  readonly form: UnitForm;
}

/** All units of a project: the built-in ones and its own. */
export interface UnitBook {
  unit(id: string): Unit | undefined;
  /** The display unit of this text in this language and dimension. */
  display(text: string, lang: Lang, dimension: string): DisplayUnit | undefined;
  /** Whether the text is a display unit of the language in any dimension. */
  isDisplay(text: string, lang: Lang): boolean;
  /** Every display unit of a language, the longest text first, as a reader of figures needs them. */
  displays(lang: Lang): readonly DisplayUnit[];
}

/**
 * Joins a project's own units to the built-in ones.
 * Emits C007 for an id that is taken, D1 for a base that is not there, C019 for a factor of zero or below,
 * N5 for a text that stands for two magnitudes.
 */
export function openUnits(
  custom: readonly CustomUnit[],
  origins: OriginIndex,
): { readonly units: UnitBook; readonly diagnostics: readonly Diagnostic[] } {
  const byId = new Map<string, Unit>(BUILT_IN_UNITS.map((unit) => [unit.id, unit]));
  const own = new Map<string, CustomUnit>();
  const diagnostics: Diagnostic[] = [];
  for (const unit of custom) {
    const span = origins.spanOf(`${unit.origin}/id`);
    const at = span === undefined ? {} : { span };
    if (byId.has(unit.id) || own.has(unit.id)) {
      diagnostics.push(
        diagnose('C007', `the unit ${unit.id} is there already`, { ...at, hints: ['choose another id'] }),
      );
    } else {
      own.set(unit.id, unit);
    }
  }
  for (const unit of own.values()) {
    const resolved = resolveCustom(unit, byId, own, new Set());
    if (typeof resolved === 'string') {
      const span = origins.spanOf(`${unit.origin}/base`);
      diagnostics.push(diagnose('D1', resolved, span === undefined ? {} : { span }));
    } else if (new Decimal(unit.factor).lte(0)) {
      const span = origins.spanOf(`${unit.origin}/factor`);
      diagnostics.push(
        diagnose(
          'C019',
          `the factor of ${unit.id} is ${unit.factor}; a factor is above zero`,
          span === undefined ? {} : { span },
        ),
      );
    } else {
      byId.set(unit.id, resolved);
    }
  }
  const tables = { zh: displayTable('zh', byId, [...own.values()]), en: displayTable('en', byId, [...own.values()]) };
  const clashes = LANGS.flatMap((lang) => clashesOf(tables[lang], lang, [...own.values()], origins));
  return { units: unitBook(byId, tables), diagnostics: [...diagnostics, ...clashes] };
}

/** A figure with such a unit could not be read back. */
function clashesOf(
  { clashes }: DisplayTable,
  lang: Lang,
  custom: readonly CustomUnit[],
  origins: OriginIndex,
): readonly Diagnostic[] {
  return [...clashes].map((text) => {
    const owner = custom.findLast(
      (unit) => unit.label[lang] === text || unit.scales?.[lang].some((scale) => scale.unit === text) === true,
    );
    const span = owner === undefined ? undefined : origins.spanOf(owner.origin);
    return diagnose('N5', `“${text}” stands for two magnitudes of one thing`, {
      ...(span === undefined ? {} : { span }),
      hints: ['give each magnitude its own text, or correct a factor or power'],
      lang,
    });
  });
}

function resolveCustom(
  unit: CustomUnit,
  known: ReadonlyMap<string, Unit>,
  own: ReadonlyMap<string, CustomUnit>,
  chain: ReadonlySet<string>,
): Unit | string {
  const forms: PerLang<UnitForm> = { zh: { suffix: unit.label.zh }, en: { suffix: unit.label.en } };
  const make = (dimension: string, factor: Decimal): Unit => ({
    id: unit.id,
    dimension,
    factor: factor.toFixed(),
    symbol: forms,
    full: forms,
  });
  if (unit.base === unit.id) return make(unit.dimension, new Decimal(unit.factor));
  if (chain.has(unit.id)) return `the units ${[...chain].join(', ')} are each other’s base`;
  const next = own.get(unit.base);
  const base =
    next === undefined ? known.get(unit.base) : resolveCustom(next, known, own, new Set([...chain, unit.id]));
  if (base === undefined) return `the unit ${unit.id} is built on ${unit.base}, which is no unit`;
  return typeof base === 'string' ? base : make(base.dimension, new Decimal(unit.factor).times(base.factor));
}

function unitBook(byId: ReadonlyMap<string, Unit>, tables: PerLang<DisplayTable>): UnitBook {
  const key = (text: string, dimension: string): string => `${dimension}\n${text}`;
  return {
    unit: (id) => byId.get(id),
    display: (text, lang, dimension) => tables[lang].byKey.get(key(text, dimension)),
    isDisplay: (text, lang) => tables[lang].texts.has(text),
    displays: (lang) => tables[lang].all,
  };
}

interface DisplayTable {
  readonly byKey: ReadonlyMap<string, DisplayUnit>;
  readonly texts: ReadonlySet<string>;
  readonly all: readonly DisplayUnit[];
  /** Texts that two units claim with different magnitudes. */
  readonly clashes: ReadonlySet<string>;
}

/** The project's own words come first, then those of the language, then bare ids; the first to claim a text keeps it. */
function displayTable(lang: Lang, byId: ReadonlyMap<string, Unit>, custom: readonly CustomUnit[]): DisplayTable {
  const byKey = new Map<string, DisplayUnit>();
  const clashes = new Set<string>();
  const add = (text: string, unit: Unit | undefined, power: number, form: UnitForm): void => {
    if (unit === undefined || text === '') return;
    const key = `${unit.dimension}\n${text}`;
    const factor = new Decimal(`1e${power}`).times(unit.factor);
    const first = byKey.get(key);
    if (first === undefined) byKey.set(key, { text, dimension: unit.dimension, factor, form });
    else if (!first.factor.eq(factor)) clashes.add(text);
  };
  for (const unit of custom) {
    add(unit.label[lang], byId.get(unit.id), 0, { suffix: unit.label[lang] });
    for (const scale of unit.scales?.[lang] ?? [])
      add(scale.unit, byId.get(unit.id), scale.power, { suffix: scale.unit });
  }
  for (const word of displayWords(lang)) add(word.text, byId.get(word.unit), word.power, word.form);
  for (const unit of byId.values()) {
    add(unitText(unit.symbol[lang], lang), unit, 0, unit.symbol[lang]);
    add(unit.id, unit, 0, unit.symbol[lang]);
  }
  const all = [...byKey.values()].sort((a, b) => b.text.length - a.text.length || (a.text < b.text ? -1 : 1));
  return { byKey, texts: new Set(all.map((unit) => unit.text)), all, clashes };
}
