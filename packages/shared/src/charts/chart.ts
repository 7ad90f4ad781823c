import { z } from 'zod'
import { Id, Identity, Phone } from '../identifiers.ts'
import { InsurerCode, PatientPerson } from '../patients/eligibility.ts'
import { Status } from '../prescriptions/lifecycle.ts'
import { Diagnosis } from '../prescriptions/prescription.ts'
import { KeptPatientFacts } from '../rules/patient-facts.ts'

/** Something she has, as her physicians at this centre keep it: an ICD-10 code until it is resolved. */
export const Problem = z.object({
  id: Id,
  code: z.string(),
  title: z.string(),
  notedAt: z.iso.datetime(),
  /** By whom, as shown. */
  notedBy: z.string(),
  resolvedAt: z.iso.datetime().nullable(),
}).meta({ id: 'PatientProblem' })
export type Problem = z.infer<typeof Problem>

/** A drug of an earlier prescription of hers that should still be taken. */
export const Medicine = z.object({
  prescriptionId: Id,
  code: z.string(),
  name: z.string(),
  directions: z.string(),
  since: z.iso.datetime(),
  /** The last moment of what was ordered; null where no duration was written, which is neither over nor going on. */
  until: z.iso.datetime().nullable(),
}).meta({ id: 'Medicine' })
export type Medicine = z.infer<typeof Medicine>

/** A prescription of the asking prescriber for this patient. */
export const ChartPrescription = z.object({
  id: Id,
  encounterId: Id,
  status: Status,
  insurer: InsurerCode,
  writtenAt: z.iso.datetime(),
  registeredAt: z.iso.datetime().nullable(),
  trackingCode: z.string().nullable(),
  diagnosis: Diagnosis.nullable(),
  itemNames: z.array(z.string()),
}).meta({ id: 'ChartPrescription' })
export type ChartPrescription = z.infer<typeof ChartPrescription>

/** That she was seen here, when and by whom. What a colleague wrote is not in it. */
export const ChartVisit = z.object({
  id: Id,
  openedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  endedBy: z.enum(['prescriber', 'time']).nullable(),
  prescriber: z.string(),
  isMine: z.boolean(),
}).meta({ id: 'ChartVisit' })
export type ChartVisit = z.infer<typeof ChartVisit>

/** What this centre holds of a patient, for a physician who has treated her here. */
export const Chart = z.object({
  patientId: Id,
  identity: Identity,
  firstName: z.string().nullable(),
  lastName: z.string().nullable(),
  isDeclared: z.boolean(),
  isNewborn: z.boolean(),
  gender: PatientPerson.shape.gender.nullable(),
  birthDate: z.iso.date().nullable(),
  contactPhone: Phone.nullable(),
  facts: KeptPatientFacts,
  /** Open ones first, then the newest. */
  problems: z.array(Problem),
  /** Of the asking prescriber’s registered prescriptions, not of colleagues or other centres. */
  medicines: z.array(Medicine),
  /** The asking prescriber’s own, newest first. */
  prescriptions: z.array(ChartPrescription),
  visits: z.array(ChartVisit),
}).meta({ id: 'Chart' })
export type Chart = z.infer<typeof Chart>

/** Days for which a drug of an unwritten duration is still shown among those that may be taken. */
export const UNKNOWN_DURATION_DAYS = 90

/** At most so many visits and prescriptions stand in a chart; the newest. */
export const MOST_OF_CHART = 50

/** A look at this patient or an act on what is hers, as the audit trail has it. */
export const Look = z.object({
  at: z.iso.datetime(),
  /** Who; null for what the product did by itself. */
  who: z.string().nullable(),
  action: z.string(),
  isLook: z.boolean(),
  /** The purpose that was given for a look into the health record. */
  purpose: z.string().nullable(),
}).meta({ id: 'Look' })
export type Look = z.infer<typeof Look>

/** At most so many are listed, the newest; the trail itself holds all. */
export const MOST_LOOKS = 200
