import { z } from 'zod'
import { InsurerCode } from '../patients/eligibility.ts'
import { Diagnosis } from '../prescriptions/prescription.ts'

/** Why a physician looks into a record: the codes are HL7 v3's PurposeOfUse. */
export const Purpose = z.enum(['TREAT', 'COC', 'PATSFTY', 'ETREAT'])
export type Purpose = z.infer<typeof Purpose>

export const purposeTitle: Record<Purpose, string> = {
  TREAT: 'درمان در همین ویزیت',
  COC: 'ادامهٔ درمانی که پیش‌تر آغاز شده',
  PATSFTY: 'پرهیز از تداخل و تکرار دارو',
  ETREAT: 'درمان اورژانسی',
}

/** Something that the health record keeps of a patient, whoever wrote it and whoever paid. */
export const RecordEntry = z.object({
  id: z.string(),
  kind: z.enum(['prescription', 'dispensing', 'referral']),
  at: z.iso.datetime(),
  /** Null for an insurer that the product has no name for; `insurerTitle` is the record's own word. */
  insurer: InsurerCode.nullable(),
  insurerTitle: z.string(),
  trackingCode: z.string(),
  centreName: z.string(),
  /** Empty where the record tells none. */
  providerName: z.string(),
  specialty: z.string(),
  diagnosis: Diagnosis.nullable(),
  /** Its prescriber has taken it back. */
  isCancelled: z.boolean(),
  /** Of a referral, which has no items: the record's own word of what it is, the specialty or nothing, why or what was answered. */
  referral: z.object({ title: z.string(), specialty: z.string(), reason: z.string(), isUrgent: z.boolean() }).nullable(),
  items: z.array(z.object({ code: z.string(), name: z.string(), quantity: z.int(), directions: z.string() })),
}).meta({ id: 'RecordEntry' })
export type RecordEntry = z.infer<typeof RecordEntry>

/** `unanswered`: SEPAS was silent, which is not an empty record. `refused`: it would not tell, and `reason` says why. */
export const PatientRecord = z.object({
  state: z.enum(['answered', 'unanswered', 'refused']),
  reason: z.string().nullable(),
  askedAt: z.iso.datetime(),
  /** Newest first. */
  entries: z.array(RecordEntry),
}).meta({ id: 'PatientRecord' })
export type PatientRecord = z.infer<typeof PatientRecord>

/** Hours after it was opened in which a visit makes its physician the treating one. */
export const VISIT_OPEN_HOURS = 24

/**
 * Something of this centre that has not reached the health record, though it was tried. `parked`: it was refused, or no message
 * could be made of it, and is not tried again by itself; what follows it about the same prescription waits behind it.
 */
export const UndeliveredDeposit = z.object({
  id: z.uuid(),
  /** `claim` is told to a supplementary company, `sale` to TTAC, and neither to the health record. */
  kind: z.enum(['prescription', 'referral', 'dispensing', 'bill', 'claim', 'sale']),
  state: z.enum(['waiting', 'parked']),
  attempts: z.int(),
  enqueuedAt: z.iso.datetime(),
  /** `unsealed`: the centre has no certificate to seal it with yet. `seal-refused`: its seal was not taken, and another may be. */
  why: z.enum(['silent', 'unreadable', 'error', 'refused', 'impossible', 'unsealed', 'seal-refused']),
  /** The receiver's own words, where it refused. */
  words: z.string().nullable(),
}).meta({ id: 'UndeliveredDeposit' })
export type UndeliveredDeposit = z.infer<typeof UndeliveredDeposit>

/** What this centre owes the health record and what it has told it. */
export const Deposits = z.object({
  waiting: z.int(),
  parked: z.int(),
  delivered: z.int(),
  /** Parked ones first, then the oldest; at most a hundred. */
  failed: z.array(UndeliveredDeposit),
}).meta({ id: 'Deposits' })
export type Deposits = z.infer<typeof Deposits>
