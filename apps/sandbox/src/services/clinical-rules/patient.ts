import * as z from 'zod'
import { PREGNANT, codeSystem, observationCode } from '@noskhe/national-wire/cds-hooks'
import type { Bundle, HookRequest } from '@noskhe/national-wire/cds-hooks'

/** What the rules know of the patient. Null: it was not told, which is neither yes nor no. */
export interface Patient {
  ageInYears: number | null
  gender: string | null
  isPregnant: boolean | null
  /** Beginnings of ATC codes to which she is allergic, with the names they were recorded under. */
  allergies: readonly { atc: string; name: string }[]
}

/** Asked for before a pharmacist hands over: what else she takes. */
export const otherMedications = 'MedicationRequest?patient={{context.patientId}}&status=active'

/** What we ask to be sent along, by key. */
export const prefetch = {
  patient: 'Patient/{{context.patientId}}',
  allergies: 'AllergyIntolerance?patient={{context.patientId}}&clinical-status=active',
  conditions: 'Condition?patient={{context.patientId}}&clinical-status=active',
  weight: `Observation?patient={{context.patientId}}&code=${observationCode.weight}&_sort=-date&_count=1`,
  pregnancy: `Observation?patient={{context.patientId}}&code=${observationCode.pregnancy}&_sort=-date&_count=1`,
} as const

const PatientResource = z.looseObject({ resourceType: z.literal('Patient'), birthDate: z.string().optional(), gender: z.string().optional() })
const Concept = z.looseObject({
  text: z.string().optional(),
  coding: z.array(z.looseObject({ system: z.string().optional(), code: z.string().optional(), display: z.string().optional() })).optional(),
})
const Allergy = z.looseObject({ resourceType: z.literal('AllergyIntolerance'), code: Concept })
const Observation = z.looseObject({ resourceType: z.literal('Observation'), valueCodeableConcept: Concept })

/** Null where the patient herself was not sent: nothing can be said of nobody (412). */
export function patientIn({ prefetch: sent = {} }: HookRequest, at: Date): Patient | null {
  const patient = PatientResource.safeParse(sent['patient'])
  if (!patient.success) return null
  const { birthDate, gender } = patient.data
  return {
    ageInYears: birthDate === undefined ? null : yearsBetween(birthDate, at),
    gender: gender ?? null,
    isPregnant: pregnancyIn(sent['pregnancy']),
    allergies: resourcesOf(sent['allergies']).flatMap((it) => {
      const allergy = Allergy.safeParse(it)
      return allergy.success ? allergyOf(allergy.data.code) : []
    }),
  }
}

function allergyOf({ coding = [], text }: z.infer<typeof Concept>) {
  return coding.flatMap(({ system, code, display }) =>
    system === codeSystem.atc && code !== undefined && code !== '' ? [{ atc: code, name: text ?? display ?? code }] : [],
  )
}

function pregnancyIn(sent: unknown): boolean | null {
  const [first] = resourcesOf(sent)
  const observation = Observation.safeParse(first)
  if (!observation.success) return null
  return observation.data.valueCodeableConcept.coding?.some(({ code }) => code === PREGNANT) ?? null
}

export function resourcesOf(sent: unknown): unknown[] {
  const entries = (sent as Partial<Bundle> | null | undefined)?.entry
  return Array.isArray(entries) ? entries.map(({ resource }) => resource) : []
}

function yearsBetween(birthDate: string, at: Date): number {
  const today = at.toISOString().slice(0, 10)
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return today.slice(5) < birthDate.slice(5, 10) ? years - 1 : years
}
