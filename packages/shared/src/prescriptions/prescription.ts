import { z } from 'zod'
import { Id, Identity, SiamId } from '../identifiers.ts'
import { Shares } from '../money.ts'
import { InsurerCode, PatientPerson, TrackedHid } from '../patients/eligibility.ts'
import { foldPersian } from '../text.ts'
import { Act, ActKind } from './act.ts'
import { Amending } from './amending.ts'
import { ItemDraft, ItemProgress, PrescriptionItem, RuleConfirmation } from './item.ts'
import { Status } from './lifecycle.ts'

export const Diagnosis = z.object({ code: z.string(), title: z.string() })
export type Diagnosis = z.infer<typeof Diagnosis>

/** What the composer writes; the server adds what it knows. */
export const DraftContent = z.object({
  items: z.array(ItemDraft).max(40),
  /** ICD-10 code, or null. */
  diagnosisCode: z.string().max(10).nullable(),
  noteToPatient: z.string().max(1000).overwrite(foldPersian),
}).meta({ id: 'DraftContent' })
export type DraftContent = z.infer<typeof DraftContent>

export const Prescriber = z.object({
  firstName: z.string(),
  lastName: z.string(),
  councilNumber: z.string(),
  specialty: z.string(),
})
export const PrescribingCentre = z.object({ siamId: SiamId, name: z.string(), address: z.string(), phone: z.string() })

export const PatientOfPrescription = z.object({
  identity: Identity,
  newbornBirthDate: z.iso.date().nullable(),
  /** `declared`: written by the doctor because no registry answered for this person. */
  person: PatientPerson.partial({ gender: true, birthDate: true }),
  isDeclared: z.boolean(),
})

export const Prescription = z.object({
  id: Id,
  encounterId: Id,
  status: Status,
  /** Counts saves of the draft; sent back with every change so that two tabs do not overwrite each other. */
  revision: z.int().nonnegative(),
  /** Counts signed versions; 0 before the first signature. */
  version: z.int().nonnegative(),
  prescriber: Prescriber,
  centre: PrescribingCentre,
  patient: PatientOfPrescription,
  /** Who pays for it; `private` is آزاد. */
  insurer: InsurerCode,
  hid: TrackedHid.nullable(),
  diagnosis: Diagnosis.nullable(),
  noteToPatient: z.string(),
  items: z.array(PrescriptionItem),
  /** What is told without lines, or beside them; absent where lines are all there is. */
  act: Act.exactOptional(),
  /** Null while any item's price is unknown. */
  totals: Shares.nullable(),
  /** Of the whole as it now is; absent where the insurer gives none, and until every item is confirmed. */
  ruleConfirmation: RuleConfirmation.exactOptional(),
  /** Version of the national code lists it was written with (B04). */
  terminologyRelease: z.string(),
  trackingCode: z.string().nullable(),
  /** What its payer keeps apart of it, each with a code of its own, by the keys of the items; absent where it is one. */
  parts: z.array(z.object({ trackingCode: z.string(), items: z.array(Id) })).exactOptional(),
  /** Null unless it was registered and is being changed. */
  amending: Amending.nullable(),
  /** The payer's words when it refused the last registration. */
  refusal: z.string().nullable(),
  writtenAt: z.iso.datetime(),
  savedAt: z.iso.datetime(),
  signedAt: z.iso.datetime().nullable(),
  registeredAt: z.iso.datetime().nullable(),
}).meta({ id: 'Prescription' })
export type Prescription = z.infer<typeof Prescription>

/** A line of the doctor's list. */
export const PrescriptionSummary = Prescription.pick({
  id: true,
  status: true,
  insurer: true,
  trackingCode: true,
  parts: true,
  writtenAt: true,
  registeredAt: true,
}).extend({ patientName: z.string(), itemCount: z.int(), firstItems: z.array(z.string()), act: ActKind.exactOptional() }).meta({ id: 'PrescriptionSummary' })
export type PrescriptionSummary = z.infer<typeof PrescriptionSummary>

/** What the payer tells of a registered prescription: what was given, item by item. */
export const Dispensing = z.object({
  state: z.enum(['answered', 'unanswered', 'not-registered']),
  askedAt: z.iso.datetime(),
  items: z.array(z.object({ key: Id, progress: ItemProgress })),
}).meta({ id: 'Dispensing' })
export type Dispensing = z.infer<typeof Dispensing>
