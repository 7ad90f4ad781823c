import { type OverlapRule, overlapRules } from './overlap-rules.ts'
import type { Coverage, CoverageChoice } from './port.ts'

type Chosen = { used: Coverage['insurer'] | null; choice: CoverageChoice | null }

/**
 * The coverage that is used on a day (Gregorian ISO), and what decided where more than one is valid (A50): its fund, then how
 * long it holds, then the service's own order.
 */
export function chooseCoverage(coverages: readonly Coverage[], today: string, rules: readonly OverlapRule[] = overlapRules): Chosen {
  const valid = coverages.filter((it) => it.isValid)
  const rule = rules.filter((it) => it.from <= today).toSorted((a, b) => b.from.localeCompare(a.from))[0]
  const [only] = valid
  if (valid.length < 2 || rule === undefined) return { used: only?.insurer ?? null, choice: null }

  const rank = rankIn(rule)
  const [first, second] = valid.toSorted((a, b) => rank(a) - rank(b) || b.validUntil.localeCompare(a.validUntil))
  if (first === undefined || second === undefined) return { used: null, choice: null }
  const decidedBy = rank(first) !== rank(second) ? 'fund' : first.validUntil !== second.validUntil ? 'validity' : 'order'
  return { used: first.insurer, choice: { rule: rule.name, decidedBy } }
}

const rankIn = ({ funds }: OverlapRule) => ({ box }: Coverage): number => {
  const place = funds.findIndex((group) => group.includes(box.code))
  return place === -1 ? funds.length : place
}
