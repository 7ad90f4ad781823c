import { jalaliDay } from '@noskhe/national-wire/jalali'
import { taminDate } from '@noskhe/national-wire/tamin'
import type { Deserve } from '@noskhe/national-wire/tamin'
import { taminRefusal } from '@noskhe/national-wire/tamin/refusals'
import { isInForce, isNationalNumber } from '../../insured.ts'
import { patients } from '../../scenarios.ts'
import type { DemoCoverage, DemoPatient } from '../../scenarios.ts'
import { Refusal } from './call.ts'

const all: readonly DemoPatient[] = patients

/** @throws Refusal where it is no national code, nor a foreigner's FIDA. */
export function requirePatientCode(patient: string): void {
  if (!isNationalNumber(patient) || patient.startsWith('UM')) throw new Refusal(taminRefusal.patientInvalid, 'کد ملی بیمار معتبر نیست')
}

export const patientOf = (patient: string): DemoPatient | undefined => all.find((it) => it.identity.value === patient)

export const nameOf = (patient: string): string => {
  const it = patientOf(patient)
  return it === undefined ? '' : `${it.firstName} ${it.lastName}`
}

/** Her cover here, if she lives and it is in force; the last covered day is still covered. */
export function coverOf(patient: string, now: Date): DemoCoverage | null {
  const it = patientOf(patient)
  const cover = it?.coverages.find(({ insurer }) => insurer === 'tamin')
  return it?.life === 'alive' && cover !== undefined && isInForce(cover, jalaliDay(now)) ? cover : null
}

/** The answer of `deserve-info`. @throws Refusal */
export function deserveInfo(patient: string, now: Date): Deserve {
  requirePatientCode(patient)
  const it = patientOf(patient)
  const cover = coverOf(patient, now)
  return {
    hasDeserve: cover !== null,
    patientName: nameOf(patient),
    mobile: it?.mobile ?? null,
    insuranceFund: cover?.box.title ?? '',
    validUntil: cover === null ? null : cover.validUntil.replaceAll('-', ''),
    message: cover === null ? notDeserving(it, now) : null,
  }
}

function notDeserving(it: DemoPatient | undefined, now: Date): string {
  if (it === undefined) return 'این شخص بیمه‌شدهٔ تأمین اجتماعی نیست'
  if (it.life === 'deceased') return 'این شخص فوت شده است'
  const cover = it.coverages.find(({ insurer }) => insurer === 'tamin')
  return cover !== undefined && cover.validUntil.replaceAll('-', '') < taminDate(now) ? 'اعتبار درمانی این شخص پایان یافته است' : 'این شخص بیمه‌شدهٔ تأمین اجتماعی نیست'
}
