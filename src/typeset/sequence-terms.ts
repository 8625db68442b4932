/**
 * Closed lists of the words that make one sequence with a figure. Longest match wins, so order within a list does not matter.
 * Sources: GB/T 15835-2011 and the legal units of the People's Republic of China; SI; English units of report prose.
 */
function terms(list: string): readonly string[] {
  return list.split('|').map((term) => term.trim());
}

export const MAGNITUDES_ZH: readonly string[] = terms(`
  万亿 | 千亿 | 百亿 | 十亿 | 千万 | 百万 | 十万 | 亿 | 万 | 千 | 百`);

export const UNITS_ZH: readonly string[] = terms(`
  吨 | 公吨 | 公噸 | 噸 | 千克 | 公斤 | 毫克 | 微克 | 克 | 斤 | 元 | 美元 | 港元 | 港币 | 欧元 | 英镑 | 日元 |
  人民币 | 千瓦时 | 兆瓦时 | 吉瓦时 | 太瓦时 | 千瓦 | 兆瓦 | 吉瓦 | 瓦 | 度电 | 度 | 焦耳 | 千焦 | 兆焦 |
  吉焦 | 太焦 | 平方公里 | 平方千米 | 平方米 | 平米 | 立方米 | 标准立方米 | 方 | 公里 | 千米 | 厘米 |
  毫米 | 微米 | 海里 | 米 | 公顷 | 亩 | 升 | 毫升 | 小时 | 分钟 | 秒 | 人次 | 人天 | 倍 | 个百分点 |
  百分点 | 个基点 | 基点 | 摄氏度 | 分贝 | 赫兹 | 帕 | 千帕 | 兆帕 | 标准煤`);

export const COUNTERS_ZH: readonly string[] = terms(`
  财年 | 年度 | 年代 | 年 | 季度 | 个月 | 月份 | 月 | 日 | 号 | 天 | 周 | 周年 | 世纪 | 时 | 点 | 分 |
  刻 | 家 | 名 | 人 | 位 | 户 | 件 | 次 | 个 | 项 | 页 | 期 | 台 | 套 | 场 | 座 | 种 | 岁 | 届 | 条 | 起 |
  株 | 棵 | 处 | 章 | 节 | 级 | 类 | 份 | 笔 | 批 | 轮 | 岗 | 块 | 支 | 张 | 版 | 井 | 辆 | 艘 | 架 | 班 |
  间 | 栋 | 层 | 口 | 组 | 双 | 枚 | 颗 | 只 | 头 | 匹 | 篇 | 本 | 册 | 部 | 门 | 款 | 款式 | 幅 |
  段 | 步 | 道 | 所 | 盏 | 桶 | 箱 | 袋 | 瓶 | 吨位 | 亿 | 成 | 折 | 集 | 省 | 市 | 县 | 区 | 村 | 镇 |
  国 | 城 | 站 | 列 | 趟 | 课时 | 学时 | 例 | 宗 | 封 | 通 | 票 | 股 | 手 | 单 | 包 | 型 | 代`);

/** Han that follow a figure without belonging to it. */
export const FUNCTION_WORDS_ZH =
  '和与及或的在是为至到等而较比以由中上下均共已后前内外之则并也都将从向对按增减同占达约超近有被把给让使该此其所且但若如因';

/** Units of English text. A word of letters only counts when a figure and a space stand before it. */
export const UNITS_EN: readonly string[] = terms(`
  t | kt | Mt | Gt | kg | g | mg | µg | μg | tonnes | tonne | tons | ton | kilograms | grams | km | m |
  cm | mm | nm | µm | ha | hm² | km² | m² | m³ | Nm³ | cm² | cm³ | hectares | hectare |
  kilometres | kilometers | metres | meters | L | l | mL | ml | kL | ML | GL | litres | liters |
  cubic metres | cubic meters | square metres | square kilometres | W | kW | MW | GW | TW | Wh | kWh |
  MWh | GWh | TWh | kilowatt-hours | megawatt-hours | J | kJ | MJ | GJ | TJ | PJ | tce | kgce | V | kV |
  A | Hz | kHz | MHz | GHz | dB | dBA | Pa | kPa | MPa | K | s | ms | min | h | hr | hrs |
  hour | ppm | ppb | per cent | percent |
  percentage points | percentage point | basis points | bps | pp | yuan | RMB | USD | HKD |
  dollars | knots | knot | GB | TB | MB | PB | bn | mn | times`);

/** Words that are counted: better not parted from their figure, but no unit. */
export const COUNTED_EN: readonly string[] = terms(`
  seconds | minutes | hours | hour | days | weeks | months | years | times | people | employees | acres |
  miles | dollars | euros`);

export const MAGNITUDES_EN: readonly string[] = terms(`
  thousand | million | billion | trillion`);

/** Words that name the number after them. */
export const LABELS_EN: readonly string[] = terms(`
  Scope | Scopes | scope | scopes | Table | Tables | table | Figure | Figures | figure | Fig. | Chart |
  Box | Exhibit | page | pages | Page | Pages | p. | pp. | P. | Appendix | Appendices | Annex | Annexes |
  Note | Notes | note | notes | Section | section | Chapter | chapter | Part | Article | Articles |
  Clause | Paragraph | Principle | Goal | Target | Category | Categories | Tier | Level | Phase | Step |
  Class | Item | No. | Nos. | Vol. | Version | IFRS | IAS | ISSB | ISO | IEC | GRI | SASB | ESRS | HKFRS |
  SDG | SDGs | GB/T | GB | FY | CY`);

/** Chinese words that name the number after them, and the signs that number in Chinese. */
export const LABELS_ZH: readonly string[] = terms(`
  表 | 图 | 附录 | 附表 | 附件 | 附注 | 附图 | 注 | 范围 | 类别 | 目标 | 原则 | 条款 | 章节 | 专栏 |
  方案 | 阶段 | 情景 | 第`);
export const NUMERALS_ZH = '一二三四五六七八九十百千零〇两';

/** Signs that stand before a figure, and after it. */
export const PREFIXES: readonly string[] = terms(`
  US$ | HK$ | NT$ | A$ | C$ | S$ | RMB | CNY | USD | HKD | EUR | GBP | JPY | ¥ | ￥ | $ | ＄ | € | £ |
  ￡ | № | ± | ≤ | ≥ | ≈ | ≠ | < | > | ＜ | ＞ | ~ | − | + | - | ×`);
export const SUFFIXES: readonly string[] = terms(`
  % | ％ | ‰ | ℃ | ℉ | °C | °F | ° | bn | ppm | ppb | ′ | ″ | x | ×`);
