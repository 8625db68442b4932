/** Formulas of emission and pollution reports, as authors type them. Words like `C2C`, `O2O` or `S2` are not among them. */
const MOLECULES = [
  'CO2',
  'CH4',
  'N2O',
  'SF6',
  'NF3',
  'CF4',
  'C2F6',
  'H2O',
  'H2O2',
  'H2S',
  'H2SO4',
  'NO2',
  'SO2',
  'SO3',
  'NH3',
  'CaCO3',
  'C2H4',
  'C3H8',
  'NOx',
  'SOx',
];

const WEIGHT = '(?:[kMG]?[tg]|mg)';

/** After a figure only with its unit, so that `37,290tCO2e` is one, and `2CO2` is left alone. */
const MOLECULE = new RegExp(
  `(?<![\\p{Script=Latin}_.]|\\d(?!${WEIGHT}))(${WEIGHT}?)(${MOLECULES.join('|')})(?=(?:e|eq|-e|-eq)?(?![\\p{Script=Latin}\\d_]))`,
  'gu',
);

/** Square and cubic units of length: `m2`, `km2`, `Nm3`, alone, after a figure or after a solidus. */
const POWER = /(?<![\p{Script=Latin}_])((?:[cdkmhN])?m)([23])(?![\p{Script=Latin}\d_])/gu;

const TOKEN = /[\x21-\x7e]+/g;
const ADDRESS = /:\/\/|@|^www\./i;
const CANDIDATE = /[A-Zm][2-6x]/;

/**
 * Sets formulas that are typed plain with real sub- and superscripts: `CO2e` → `CO₂e`, `NOx` → `NOₓ`, `m3` → `m³`.
 * Addresses and names stay as typed. Source: content schema, "Formulas are typed plain".
 */
export function setFormulas(text: string): string {
  if (!CANDIDATE.test(text)) return text;
  let set = '';
  let from = 0;
  for (const token of text.matchAll(TOKEN)) {
    if (!ADDRESS.test(token[0])) continue;
    set += substitute(text.slice(from, token.index)) + token[0];
    from = token.index + token[0].length;
  }
  return set + substitute(text.slice(from));
}

function substitute(text: string): string {
  return text
    .replace(MOLECULE, (_, unit: string, molecule: string) => unit + molecule.replace(/[\dx]/g, subscript))
    .replace(POWER, (_, unit: string, power: string) => unit + (power === '2' ? '²' : '³'));
}

function subscript(character: string): string {
  return character === 'x' ? 'ₓ' : String.fromCodePoint(0x2080 + Number(character));
}
