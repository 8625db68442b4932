import { describe, expect, it } from 'vitest';
import { FERRY } from './ferry-report.ts';
import { bookOf, codesOf, printed } from './report-builder.ts';

const book = bookOf(FERRY);
const CLEAN = [[], []];

/** Reference, what Chinese prints, what English prints with `_` for a no-break space. */
const CASES: readonly (readonly [name: string, ref: string, zh: string, en: string])[] = [
  ['money in hundreds of millions and in millions', 'm:money.green-investment@CY2023', '1.28亿港元', 'HKD_128_million'],
  ['a difference of money', 'diff:money.green-investment@CY2023', '0.31亿港元', 'HKD_31_million'],
  ['emissions without the gas in prose', 'm:ghg.total@CY2023', '3.729万吨', '37.29_thousand_tonnes'],
  ['an unsigned fall', 'yoy:ghg.total@CY2023|pct', '4.5%', '4.5%'],
  ['a share of a total', 'share:ghg.scope1/ghg.total@CY2023', '85.5%', '85.5%'],
  ['a small part', 'm:ghg.scope2@CY2023', '0.542万吨', '5.42_thousand_tonnes'],
  ['an unsigned rise', 'yoy:ghg.scope2@CY2023|pct', '6.7%', '6.7%'],
  ['the canonical unit in full', 'm:ghg.total@CY2023|full', '37,290tCO2e', '37,290_tCO2e'],
  ['a period', 'period:CY2023', '2023年', '2023'],
  ['a period in its long form', 'period:CY2023|long', '2023年1月1日至12月31日', '1 January to 31 December 2023'],
  ['points for a difference of shares', 'diff:energy.shore-power@CY2023|pp', '11.7个百分点', '11.7_percentage_points'],
  ['a coarser figure on request', 'm:energy.shore-power@CY2023|qty,dp=0', '38%', '38%'],
  ['a share at its own precision', 'm:energy.shore-power@CY2023', '38.2%', '38.2%'],
  ['the trailing zero of a goal', 'target:t.shore-power.value', '80.0%', '80.0%'],
  ['the trailing zero of a value', 'm:crew.training@CY2023', '38.0小时', '38.0_hours'],
  ['the gap to a share', 'target:t.shore-power.gap', '41.8个百分点', '41.8_percentage_points'],
  ['a goal as a change', 'target:t.ghg.change|pct', '35.0%', '35.0%'],
  ['a goal computed from its base', 'target:t.ghg.value', '2.563万吨', '25.63_thousand_tonnes'],
  ['the gap to a computed goal', 'target:t.ghg.gap', '1.166万吨', '11.66_thousand_tonnes'],
  ['a deadline', 'target:t.ghg.by', '2030年', '2030'],
  ['energy by unit id', 'm:energy.total@CY2023', '477.5TJ', '477.5_TJ'],
  ['fuel', 'm:energy.fuel@CY2023', '427.6TJ', '427.6_TJ'],
  ['electricity', 'm:energy.electricity@CY2023', '1,385万千瓦时', '13.85_GWh'],
  ['a share by energy content', 'share:energy.electricity/energy.total@CY2023', '10.4%', '10.4%'],
  ['what is not disclosed', 'm:energy.solar@CY2021', '未披露', 'not disclosed'],
  ['solar power', 'm:energy.solar@CY2023', '58.4万千瓦时', '584_MWh'],
  ['its rise', 'yoy:energy.solar@CY2023|pct', '87.2%', '87.2%'],
  ['an estimate', 'm:ghg.upstream@CY2023', '约0.69万吨', 'about 6.9_thousand_tonnes'],
  ['a figure alone, with its mark', 'm:ghg.intensity@CY2023|num', '◇25.1', '◇25.1'],
  ['a unit alone', 'm:ghg.intensity@CY2023|unit', '吨／百万港元', 't_per_HKD_million'],
  ['last year’s figure alone', 'm:ghg.intensity@CY2022|num', '◇30.9', '◇30.9'],
  ['water', 'm:water.withdrawal@CY2023', '18.64万立方米', '186,400_m3'],
  ['its fall', 'yoy:water.withdrawal@CY2023|pct', '10.8%', '10.8%'],
  ['rain', 'm:water.rain@CY2023', '1.45万立方米', '14,500_m3'],
  ['its share', 'share:water.rain/water.withdrawal@CY2023', '7.8%', '7.8%'],
  ['a finer part', 'm:waste.hazardous@CY2023', '541.6吨', '541.6_tonnes'],
  ['a coarser part', 'm:waste.general@CY2023', '1,213吨', '1,213_tonnes'],
  ['a sum that stops at the coarser place', 'sum:waste.hazardous+waste.general@CY2023', '1,755吨', '1,755_tonnes'],
  ['a count without its unit', 'm:water.spills@CY2021|num', '2', '2'],
  ['nought as nought', 'm:water.spills@CY2023|num', '0', '0'],
  ['a number written out', 'm:safety.injuries@CY2023|words', '十二', 'twelve'],
  ['hours', 'm:safety.hours@CY2023', '4,363,600小时', '4,363,600_hours'],
  ['a derived rate', 'm:safety.injury-rate@CY2023', '◇0.55宗／20万工时', '◇0.55_per_200,000_hours'],
  ['the rate of the year before', 'm:safety.injury-rate@CY2022', '0.71宗／20万工时', '0.71_per_200,000_hours'],
  ['a change of a derived value', 'yoy:safety.injury-rate@CY2023|pct', '◇22.5%', '◇22.5%'],
  ['people', 'm:crew.headcount@CY2023', '1,957人', '1,957_people'],
  ['more people', 'diff:crew.headcount@CY2023', '51人', '51_people'],
  ['a sum of people', 'sum:crew.deck+crew.engine@CY2023', '1,214人', '1,214_people'],
  ['a signed difference', 'diff:crew.women-afloat@CY2023|signed', '+1.9个百分点', '+1.9_percentage_points'],
  ['a disputed value', 'm:harbour.journeys@CY2023', '3,162万人次_争议', '31.62_million_journeys_Disputed'],
  ['the value before the disputed one', 'm:harbour.journeys@CY2022', '2,790万人次', '27.90_million_journeys'],
  ['a share near a hundred', 'm:harbour.on-time@CY2023', '98.3%', '98.3%'],
  ['its rise in points', 'diff:harbour.on-time@CY2023|pp', '0.7个百分点', '0.7_percentage_points'],
  ['per mille', 'm:harbour.cancelled@CY2023', '5.1‰', '5.1‰'],
  ['revenue', 'm:money.revenue@CY2023', '14.852亿港元', 'HKD_1,485.2_million'],
  ['its rise', 'yoy:money.revenue@CY2023|pct', '17.5%', '17.5%'],
  ['its rise on another period', 'yoy:money.revenue@CY2023<CY2021|pct', '31.6%', '31.6%'],
  ['a loss', 'm:money.result-harbour@CY2023', '−0.189亿港元', '−HKD_18.9_million'],
  ['an earlier loss', 'm:money.result@CY2021', '−0.407亿港元', '−HKD_40.7_million'],
  ['a loss told as a loss', 'm:money.result-harbour@CY2023|abs', '0.189亿港元', 'HKD_18.9_million'],
  ['a sample value', 'm:money.grants@CY2023', '360万港元_示例', 'HKD_3.60_million_Sample'],
  ['a literal without its reason', 'lit:24|hours in a day', '24', '24'],
  ['a sample goal in points', 'target:t.women-afloat.change', '10.0个百分点_示例', '10.0_percentage_points_Sample'],
  ['growth over two years', 'diff:energy.electricity@CY2023<CY2021', '293万千瓦时', '2.93_GWh'],
  ['a date', 'date:2024-07-22', '2024年7月22日', '22 July 2024'],
];

describe('references of the ferry report', () => {
  it.each(CASES)('prints %s', (_name, ref, zh, en) => {
    expect(codesOf(book, ref)).toEqual(CLEAN);
    expect(printed(book, ref)).toEqual([zh, en]);
  });

  it('keeps the gap and the value of a goal without a base value unsaid', () => {
    expect(codesOf(book, 'target:t.women-afloat.gap')).toEqual([['N0'], ['N0']]);
    expect(codesOf(book, 'target:t.women-afloat.value')).toEqual([['N0'], ['N0']]);
  });
});
