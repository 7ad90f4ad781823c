import { timesOfDay, timesPerDayOf, type TimeOfDay } from '@noskhe/shared/prescriptions/directions/said'
import type { PrescribedDrug } from '@noskhe/shared/prescriptions/item'
import type { SigTerm } from '@noskhe/shared/terminology/code'
import type { RuleStretch } from '../../national/clinical-rules/port.ts'

const when = { morning: 'MORN', noon: 'NOON', evening: 'EVE', night: 'NIGHT' } as const satisfies Record<TimeOfDay, string>

/** The course stretch by stretch, where it is more than one amount at one frequency; nothing where it is just that. */
export function stretchesOf(item: PrescribedDrug, terms: readonly SigTerm[]): { stretches?: RuleStretch[] } {
  if (!item.byTime && !item.then) return {}
  return {
    stretches: [item, ...(item.then ?? [])].map(({ dose, frequency, byTime, durationDays }) => {
      const times = timesPerDayOf(terms, frequency)
      return {
        dose,
        timesPerDay: times === null ? null : String(times),
        byTime: byTime ? timesOfDay.filter((time) => Number(byTime[time]) > 0).map((time) => ({ when: when[time], dose: byTime[time] })) : null,
        durationDays,
      }
    }),
  }
}
