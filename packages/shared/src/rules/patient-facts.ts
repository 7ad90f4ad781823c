import { z } from 'zod'
import { Decimal } from '../prescriptions/item.ts'
import { foldPersian } from '../text.ts'

/** A substance to which she is allergic: by the beginning of its ATC code, which rules can check, or by name only. */
export const Allergy = z.object({ atc: z.string().max(7).nullable(), name: z.string().trim().min(1).max(60).overwrite(foldPersian) })
export type Allergy = z.infer<typeof Allergy>

/** What the rules ask about a patient beyond what the registry tells. Null: nobody asked her, which is neither yes nor no. */
export const PatientFacts = z.object({
  /** Empty: she was asked and has none. */
  allergies: z.array(Allergy).max(20).nullable(),
  isPregnant: z.boolean().nullable(),
  weightKg: Decimal.nullable(),
}).meta({ id: 'PatientFacts' })
export type PatientFacts = z.infer<typeof PatientFacts>

export const noFacts: PatientFacts = { allergies: null, isPregnant: null, weightKg: null }

export const KeptPatientFacts = z.object({
  /** 0 before anything was kept; sent back with a change so that two doctors do not overwrite each other. */
  revision: z.int().nonnegative(),
  facts: PatientFacts,
  recordedAt: z.iso.datetime().nullable(),
}).meta({ id: 'KeptPatientFacts' })
export type KeptPatientFacts = z.infer<typeof KeptPatientFacts>

/** The allergies asked about most, each by its ATC group, so that rules can check it. */
export const commonAllergies: readonly (Allergy & { atc: string })[] = [
  { atc: 'J01C', name: 'پنی‌سیلین' },
  { atc: 'J01D', name: 'سفالوسپورین' },
  { atc: 'J01E', name: 'سولفونامید' },
  { atc: 'J01F', name: 'ماکرولید' },
  { atc: 'J01M', name: 'کینولون' },
  { atc: 'M01A', name: 'ضدالتهاب غیراستروئیدی' },
  { atc: 'N02BA', name: 'آسپرین' },
  { atc: 'N02A', name: 'اپیوئید' },
  { atc: 'C09A', name: 'مهارکنندهٔ ACE' },
  { atc: 'V08A', name: 'مادهٔ حاجب ید‌دار' },
]
