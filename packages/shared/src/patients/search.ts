import { z } from 'zod'
import { Id, Phone } from '../identifiers.ts'
import { PatientPerson } from './eligibility.ts'

/** By what a patient of this centre is looked for. */
export const PatientQuery = z.discriminatedUnion('by', [
  /** As typed, and as the same keys write it on the other keyboard where it may have been the wrong one. */
  z.object({ by: z.literal('name'), names: z.array(z.string().trim().min(1).max(80)).min(1).max(2) }),
  /** Gregorian ISO days: born on `from` or later, and before `until`. */
  z.object({ by: z.literal('birth'), from: z.iso.date(), until: z.iso.date() }),
  z.object({ by: z.literal('phone'), phone: Phone }),
])
export type PatientQuery = z.infer<typeof PatientQuery>

/** Enough of a patient of this centre to tell her from the others; her id stays on the server but for its end. */
export const FoundPatient = z.object({
  id: Id,
  /** Null where nobody has named her. */
  firstName: z.string().nullable(),
  lastName: z.string().nullable(),
  /** Named by a prescriber, not by a registry. */
  isDeclared: z.boolean(),
  /** A newborn under the mother's code and name. */
  isNewborn: z.boolean(),
  gender: PatientPerson.shape.gender.nullable(),
  birthDate: z.iso.date().nullable(),
  identityKind: z.enum(['national-code', 'fida', 'unique-id', 'insurance-code']),
  identityEnd: z.string().max(4),
  lastVisitAt: z.iso.datetime(),
  /** Spelt otherwise than was typed, and said alike. */
  isAlike: z.boolean(),
  /** The prescriber has treated her here: only then her chart is open to her. */
  isTreatedByMe: z.boolean(),
}).meta({ id: 'FoundPatient' })
export type FoundPatient = z.infer<typeof FoundPatient>

/** More than these are no list to choose from: she is asked to say more. */
export const MOST_FOUND = 20

export const PatientsFound = z.object({
  patients: z.array(FoundPatient).max(MOST_FOUND),
  /** What is not in the list: nothing, those that only sound alike, or everybody, because they are too many. */
  leftOut: z.enum(['nothing', 'alike', 'all']),
}).meta({ id: 'PatientsFound' })
export type PatientsFound = z.infer<typeof PatientsFound>
