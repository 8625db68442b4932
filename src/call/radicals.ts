/**
 * Brings the characters for radicals back to the characters that they look like, one for one. Fonts draw both with one
 * glyph, and files that a browser made name such a glyph by the radical: ⽓ for 气, ⻛ for 风.
 * Source: Unicode Standard, blocks Kangxi Radicals and CJK Radicals Supplement; UAX #15 (compatibility decomposition).
 */
export function withoutRadicals(text: string): string {
  return RADICAL.test(text) ? text.replace(RADICALS, (mark) => SHORTENED.get(mark) ?? mark.normalize('NFKC')) : text;
}

const RADICAL = /[\u2E80-\u2FDF]/;
const RADICALS = /[\u2E80-\u2FDF]/g;

/** Radicals of the supplement, which Unicode does not decompose, and the one that it takes to a traditional character. */
const SHORTENED: ReadonlyMap<string, string> = new Map(
  '⼾户 ⺁厂 ⺃乙 ⺄乙 ⺅亻 ⺆冂 ⺈刀 ⺉刂 ⺊卜 ⺋卩 ⺌小 ⺍小 ⺎兀 ⺏尢 ⺒巳 ⺓幺 ⺔彐 ⺖忄 ⺗心 ⺘扌 ⺙攵 ⺛旡 ⺜日 ⺝月 ⺟母 ⺠民 ⺡氵 ⺢氺 ⺣灬 ⺤爪 ⺥爫 ⺦丬 ⺨犭 ⺩王 ⺬示 ⺭礻 ⺮竹 ⺯糹 ⺰纟 ⺱罒 ⺲罒 ⺶羊 ⺷羊 ⺸羊 ⺹耂 ⺻聿 ⺼肉 ⺽臼 ⺾艹 ⺿艹 ⻀艹 ⻁虎 ⻂衤 ⻃西 ⻄西 ⻅见 ⻆角 ⻇角 ⻈讠 ⻉贝 ⻊足 ⻋车 ⻌辶 ⻍辶 ⻎辶 ⻏邑 ⻐钅 ⻑長 ⻒镸 ⻓长 ⻔门 ⻕阜 ⻖阝 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻞飠 ⻟飠 ⻠饣 ⻡首 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻭歯 ⻮齿 ⻯竜 ⻰龙 ⻱龜 ⻲亀 ⻳龟'
    .split(' ')
    .map((pair): [string, string] => [pair.charAt(0), pair.charAt(1)]),
);
