import { parseJalali } from '@noskhe/shared/calendar'
import { type Medicine, UNKNOWN_DURATION_DAYS } from '@noskhe/shared/charts/chart'
import { daysOfCourse } from '@noskhe/shared/prescriptions/directions/course'
import { type DrugDraft, isDrug } from '@noskhe/shared/prescriptions/item'
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
      ...lastingOf(item, since),
    }))
    .filter(({ shownUntil }) => shownUntil > now.getTime())
    .map(({ shownUntil: _, ...medicine }) => medicine)
    .toSorted((a, b) => b.since.localeCompare(a.since))
}

/** From the day on which it may be had, the whole course, as often as it is dispensed. */
function lastingOf(item: DrugDraft, since: string): { until: string | null; shownUntil: number } {
  const begins = Math.max(Date.parse(since), item.activeFrom === undefined ? 0 : beginningOf(item.activeFrom))
  const days = daysOfCourse(item)
  if (days === null) return { until: null, shownUntil: begins + UNKNOWN_DURATION_DAYS * DAY_MS }
  const until = begins + days * (item.repeats ?? 1) * DAY_MS
  return { until: new Date(until).toISOString(), shownUntil: until }
}

/** At Tehran's clock. */
const beginningOf = (jalaliDay: string): number => Date.parse(`${parseJalali(jalaliDay) ?? ''}T00:00:00+03:30`)
