/**
 * Which of several valid coverages is used (A50). No published text says it in one rule, so it stands here as data with its
 * date and its source, and is replaced by adding a later entry.
 */
export interface OverlapRule {
  name: string
  /** First day on which it counts, Gregorian ISO. */
  from: string
  source: string
  /**
   * Funds (MKSA thritaEHR.insuranceBox) in the order in which they go before each other; those of one group are equal, and a
   * fund that is not named stands behind them all.
   */
  funds: readonly (readonly string[])[]
}

export const overlapRules: readonly OverlapRule[] = [
  {
    name: 'overlap/1403',
    from: '2024-03-20',
    source:
      'Assumption, to be confirmed by the Health Insurance Council: the law on overlapping basic insurance keeps the cover that ' +
      'work makes compulsory and drops the one given for want of another.',
    funds: [
      // اجباری، کارکنان دولت
      ['1', '26.1'],
      // روستاییان و عشایر
      ['26.3'],
      // اتباع خارجی
      ['26.9'],
    ],
  },
]
