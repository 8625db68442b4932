const MONEY = ['RMB', 'HKD', 'USD'] as const;
const COUNTED = ['person', 'count'] as const;

/** Ids of the built-in units. Their dimensions and factors belong to the metrics stage. */
export const BUILT_IN_UNITS = [
  ...['t', 'kt', 'Mt', 'kg', 'g'],
  ...['tCO2e', 'kgCO2e', 'ktCO2e', 'MtCO2e', 'tCO2e/MRMB', 't/MRMB'],
  ...['kWh', 'MWh', 'GWh', 'TWh', 'MJ', 'GJ', 'TJ', 'MW', 'GW', 'tce'],
  ...['m3', 'ML', 'kL', 'L'],
  ...MONEY.flatMap((m) => [m, `k${m}`, `M${m}`, `B${m}`]),
  ...['percent', 'percentage_points', 'permille', 'ratio', 'multiple'],
  ...COUNTED.flatMap((c) => [c, `k${c}`, `M${c}`]),
  ...['FTE', 'household', 'hour', 'day', 'year', 'km', 'km2', 'ha'],
] as const satisfies readonly string[];
