import { type Medicine, UNKNOWN_DURATION_DAYS } from '@noskhe/shared/charts/chart'
import { isDrug } from '@noskhe/shared/prescriptions/item'
import type { OwnOfVisit } from '../prescriptions/index.ts'

const DAY_MS = 86_400_000

/**
 * What should still be taken of what was registered: until the days that were written have passed. What was written without
 * days is shown for a while as what it is, of unknown duration. Of a drug that was ordered twice the later order counts.
 */
export function medicinesOf(prescriptions: readonly OwnOfVisit[], now: Date): Medicine[] {
  const ordered = prescriptions.flatMap(({ id, registeredAt, standing }) =>
    registeredAt === null ? [] : standing.filter(isDrug).map((item) => ({ item, prescriptionId: id, since: registeredAt })),
  )
  const latest = new Map(ordered.toSorted((a, b) => a.since.localeCompare(b.since)).map((it) => [it.item.code, it]))
  return [...latest.values()]
    .map(({ item, prescriptionId, since }) => ({
      prescriptionId,
      code: item.code,
      name: item.name.fa,
      directions: item.readBack,
      since,
      until: item.durationDays === null ? null : new Date(Date.parse(since) + item.durationDays * DAY_MS).toISOString(),
    }))
    .filter(({ since, until }) => (until === null ? Date.parse(since) + UNKNOWN_DURATION_DAYS * DAY_MS : Date.parse(until)) > now.getTime())
    .toSorted((a, b) => b.since.localeCompare(a.since))
}
