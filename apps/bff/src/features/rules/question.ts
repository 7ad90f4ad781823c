import { createHash } from 'node:crypto'
import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import { type PrescribedDrug, isDrug } from '@noskhe/shared/prescriptions/item'
import type { PatientFacts } from '@noskhe/shared/rules/patient-facts'
import { canonicalize } from '@noskhe/shared/signing/canonical'
import type { Context } from '../../context.ts'
import type { RuleItem, RulePatient, RuleQuestion } from '../../national/clinical-rules/port.ts'
import { findCodes, sigTerms } from '../terminology/index.ts'
import { stretchesOf } from './stretches.ts'
import type { Gathering } from './stored.ts'

export type Draft = Omit<RuleQuestion, 'moment' | 'selected'>

/** What the rules are asked about: the items of the draft, and what is known of the patient. @throws Failure `terminology.not-loaded` */
export async function draftOf(context: Context, it: Prescription, facts: PatientFacts): Promise<Draft> {
  const { person, newbornBirthDate } = it.patient
  const codes = it.items.filter((item) => isDrug(item)).map(({ code }) => code)
  const [drugs, terms] = await Promise.all([findCodes(context, 'drug', [...new Set(codes)]), sigTerms(context)])
  const timesPerDayOf = ({ frequency }: PrescribedDrug) =>
    terms.find(({ kind, code }) => kind === 'freq' && code === frequency)?.timesPerDay ?? null
  return {
    encounterId: it.encounterId,
    practitionerId: context.actor.personId,
    patient: {
      // The registry speaks of the mother: of a newborn only the birth date is known.
      gender: newbornBirthDate === null ? (person.gender ?? null) : null,
      birthDate: newbornBirthDate ?? person.birthDate ?? null,
      ...facts,
    },
    items: it.items.map((item): RuleItem => {
      const { key, code, quantity, readBack: directions } = item
      const ordered = { key, code, name: item.name.fa, quantity, directions }
      if (!isDrug(item)) return { kind: 'service', list: item.kind, ...ordered }
      const { dose, doseUnit, asNeeded, durationDays } = item
      return { kind: 'drug', ...ordered, atc: drugs.get(code)?.atc ?? null, dose, doseUnit, timesPerDay: timesPerDayOf(item), asNeeded, durationDays, ...stretchesOf(item, terms) }
    }),
    diagnosis: it.diagnosis,
    alongside: null,
  }
}

const digestOf = (it: Parameters<typeof canonicalize>[0]): string => createHash('sha256').update(canonicalize(it)).digest('base64url')

/** Times a day may be a fraction, which canonical JSON has not. */
const exact = (item: RuleItem) => (item.kind === 'drug' ? { ...item, timesPerDay: said(item.timesPerDay) } : { ...item })
const said = (timesPerDay: number | null) => (timesPerDay === null ? null : String(timesPerDay))

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

/** A name that holds no words, for where none may be written down. */
export const nameOf = (key: string): string => digestOf({ key }).slice(0, 22)

/** Names a finding by its rule and drugs, whichever items of whichever prescription they are. */
export const findingKeyOf = (rule: string, codes: readonly string[]): string => digestOf({ rule, codes: codes.toSorted() }).slice(0, 22)

/** What of the patient a reason rests on. Her age is not part of it: it would ask anew on every birthday. */
export const factsBasisOf = ({ allergies, isPregnant, weightKg }: PatientFacts): string =>
  digestOf({ allergies: allergies && allergies.map(({ atc, name }) => [atc ?? '', name].join(' ')).toSorted(), isPregnant, weightKg }).slice(0, 22)

/** What a reason against a finding rests on: rule, version, weight, the doses it speaks of, and what is known of the patient. */
export const basisOf = (it: { rule: string; version: string | null; weight: string; items: readonly RuleItem[]; patient: RulePatient }): string =>
  digestOf({
    patient: factsBasisOf({ ...it.patient, allergies: it.patient.allergies && [...it.patient.allergies] }),
    rule: it.rule,
    version: it.version,
    weight: it.weight,
    doses: it.items.map((item) => (item.kind === 'drug' ? [item.code, item.dose, String(item.timesPerDay)].join(' ') : item.code)).toSorted(),
  }).slice(0, 22)
