import type { DatabaseSync } from 'node:sqlite'
import type { DoIdentifier } from '@noskhe/national-wire/data-objects'
import { toDoDate } from '@noskhe/national-wire/data-objects'
import type { Insured } from '@noskhe/national-wire/armed-forces'
import { jalaliDay } from '@noskhe/national-wire/jalali'
import type { Drug } from '../../catalogue/drug.ts'
import { findPatient, isInForce } from '../../insured.ts'
import type { DemoCoverage, DemoPatient } from '../../scenarios.ts'

/** The person and her cover here, newborns by their insurance code; null where she is no insured of ours. */
export function insuredOf(person: DoIdentifier, now: Date): { patient: DemoPatient; cover: DemoCoverage } | null {
  const patient = findPatient(person)
  const cover = patient?.coverages.find((it) => it.insurer === 'armed-forces')
  return patient?.life === 'alive' && cover !== undefined && isInForce(cover, jalaliDay(now)) ? { patient, cover } : null
}

export const fullNameOf = ({ firstName, lastName }: DemoPatient): string => `${firstName} ${lastName}`

export function insuredOnWire(person: DoIdentifier, now: Date): Insured {
  const found = insuredOf(person, now)
  const patient = findPatient(person)
  return {
    IsCovered: found !== null,
    FullName: patient === null ? '' : fullNameOf(patient),
    Fund: found?.cover.box.title ?? '',
    ValidUntil: found === null ? null : toDoDate(found.cover.validUntil),
    Message: found === null ? 'این شخص بیمه‌شدهٔ نیروهای مسلح نیست یا اعتبار او پایان یافته است' : null,
  }
}

/** Whole years of a Jalali birth date. */
export function yearsOf({ birthDate }: DemoPatient, now: Date): number {
  const today = jalaliDay(now)
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return today.slice(5) < birthDate.slice(5) ? years - 1 : years
}

/** Who has an approved file, and for which drugs. */
const files = [{ person: '0938472615', atc: 'L04' }] as const

export function seedFiles(db: DatabaseSync): void {
  for (const { person, atc } of files) db.prepare('INSERT OR IGNORE INTO af_file VALUES (?, ?)').run(person, atc)
}

export const hasFile = (db: DatabaseSync, { identity }: DemoPatient, { atc }: Drug): boolean =>
  db.prepare(`SELECT 1 FROM af_file WHERE person_value = ? AND ? LIKE atc || '%'`).get(identity.value, atc) !== undefined
