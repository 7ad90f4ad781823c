import { codeSystem } from '@noskhe/national-wire/cds-hooks'
import { daysOfCourse } from '@noskhe/shared/prescriptions/directions/course'
import type { RuleDrug, RuleStretch } from './port.ts'

/** Days of the whole course; null where it has no end. */
export function daysOfSupply({ durationDays, stretches }: RuleDrug): number | null {
  const [first, ...then] = stretches ?? []
  return first ? daysOfCourse({ durationDays: first.durationDays, then }) : durationDays
}

/**
 * The directions as FHIR R4 dosages: one for a plain course; of a course in steps one for each, in sequence and with its days; of amounts
 * by the time of day one for each time. The words of the whole stand in the first.
 */
export function dosagesOf(item: RuleDrug): object[] {
  const { dose, timesPerDay, directions, asNeeded } = item
  const common = { ...(directions !== '' && { text: directions }) }
  if (!item.stretches) return [{ ...common, ...timedBy(timesPerDay), asNeededBoolean: asNeeded, ...(dose !== null && amountOf(dose, item)) }]
  const dosages = item.stretches.flatMap((stretch, place) => dosagesOfStretch(stretch, place, item))
  return dosages.map((dosage, place) => ({ ...(place === 0 && common), ...dosage }))
}

function dosagesOfStretch({ dose, timesPerDay, byTime, durationDays }: RuleStretch, place: number, item: RuleDrug): object[] {
  const bounds = durationDays === null ? {} : { boundsDuration: { value: durationDays, unit: 'd', system: codeSystem.units, code: 'd' } }
  const common = { sequence: place + 1, asNeededBoolean: item.asNeeded }
  if (!byTime) return [{ ...common, ...timedBy(timesPerDay === null ? null : Number(timesPerDay), bounds), ...amountOf(dose, item) }]
  return byTime.map(({ when, dose: atThatTime }) => ({ ...common, timing: { repeat: { frequency: 1, period: 1, periodUnit: 'd', when: [when], ...bounds } }, ...amountOf(atThatTime, item) }))
}

const amountOf = (dose: string, { doseUnit }: RuleDrug) => ({ doseAndRate: [{ doseQuantity: { value: Number(dose), unit: doseUnit } }] })

const timedBy = (timesPerDay: number | null, bounds: object = {}) =>
  timesPerDay !== null && timesPerDay > 0 ? { timing: { repeat: { ...repeatOf(timesPerDay), ...bounds } } } : {}

/** «۰٫۵ بار در روز» is once in two days. */
const repeatOf = (timesPerDay: number) =>
  timesPerDay >= 1
    ? { frequency: timesPerDay, period: 1, periodUnit: 'd' }
    : { frequency: 1, period: Math.round(1 / timesPerDay), periodUnit: 'd' }
