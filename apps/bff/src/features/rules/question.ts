import { createHash } from 'node:crypto'
import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import type { PrescriptionItem } from '@noskhe/shared/prescriptions/item'
import type { PatientFacts } from '@noskhe/shared/rules/patient-facts'
import { canonicalize } from '@noskhe/shared/signing/canonical'
import type { Context } from '../../context.ts'
import type { RuleItem, RuleQuestion } from '../../national/clinical-rules/port.ts'
import { findCodes, sigTerms } from '../terminology/index.ts'
import type { Gathering } from './stored.ts'

export type Draft = Omit<RuleQuestion, 'moment' | 'selected'>

/** What the rules are asked about: the draft, and what is known of the patient. @throws Failure `terminology.not-loaded` */
export async function draftOf(context: Context, it: Prescription, facts: PatientFacts): Promise<Draft> {
  const { person, newbornBirthDate } = it.patient
  const [drugs, terms] = await Promise.all([findCodes(context, 'drug', [...new Set(it.items.map(({ code }) => code))]), sigTerms(context)])
  const timesPerDayOf = ({ frequency }: PrescriptionItem) =>
    terms.find(({ kind, code }) => kind === 'freq' && code === frequency)?.timesPerDay ?? null
  return {
    encounterId: it.encounterId,
    prescriberId: context.actor.personId,
    patient: {
      // The registry speaks of the mother: of a newborn only the birth date is known.
      gender: newbornBirthDate === null ? (person.gender ?? null) : null,
      birthDate: newbornBirthDate ?? person.birthDate ?? null,
      ...facts,
    },
    items: it.items.map((item) => ({
      key: item.key,
      code: item.code,
      atc: drugs.get(item.code)?.atc ?? null,
      name: item.name.fa,
      dose: item.dose,
      doseUnit: item.doseUnit,
      timesPerDay: timesPerDayOf(item),
      asNeeded: item.asNeeded,
      durationDays: item.durationDays,
      quantity: item.quantity,
      directions: item.readBack,
    })),
    diagnosis: it.diagnosis,
  }
}

const digestOf = (it: Parameters<typeof canonicalize>[0]): string => createHash('sha256').update(canonicalize(it)).digest('base64url')

/** Times a day may be a fraction, which canonical JSON has not. */
const exact = ({ timesPerDay, ...item }: RuleItem) => ({ ...item, timesPerDay: timesPerDay === null ? null : String(timesPerDay) })

/** Names exactly what is asked: an answer counts for as long as this stays the same. */
export const fingerprintOf = (it: Draft): string =>
  digestOf({
    patient: { ...it.patient, allergies: it.patient.allergies && it.patient.allergies.map((allergy) => ({ ...allergy })) },
    items: it.items.map(exact),
    diagnosis: it.diagnosis && { ...it.diagnosis },
  })

export const printsOf = (it: Draft): Record<string, string> => Object.fromEntries(it.items.map((item) => [item.key, digestOf(exact(item))]))

/** What is new or other than when the rules were asked last; everything where nothing is. */
export function selectedIn(it: Draft, before: Gathering | null): string[] {
  const changed = Object.entries(printsOf(it)).flatMap(([key, print]) => (before?.asked.items[key] === print ? [] : [key]))
  return changed.length > 0 ? changed : it.items.map(({ key }) => key)
}

/** Names a finding by its rule and drugs, whichever items of whichever prescription they are. */
export const findingKeyOf = (rule: string, codes: readonly string[]): string => digestOf({ rule, codes: codes.toSorted() }).slice(0, 22)

/** What a reason against a finding rests on: rule, version, weight, and the doses it speaks of. */
export const basisOf = (it: { rule: string; version: string | null; weight: string; items: readonly RuleItem[] }): string =>
  digestOf({
    rule: it.rule,
    version: it.version,
    weight: it.weight,
    doses: it.items.map((item) => [item.code, item.dose, String(item.timesPerDay)].join(' ')).toSorted(),
  }).slice(0, 22)
