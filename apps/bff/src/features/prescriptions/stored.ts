import { Diagnosis, PatientOfPrescription, Prescriber, PrescribingCentre, type Prescription } from '@noskhe/shared/prescriptions/prescription'
import { Cancellation } from '@noskhe/shared/prescriptions/amending'
import { ItemCheck, RuleConfirmation, writtenItemWith } from '@noskhe/shared/prescriptions/item'
import { HidOfVisit } from '@noskhe/shared/patients/eligibility'
import { z } from 'zod'
import type { StoredAct } from './acts/stored-act.ts'
import type { StoredParts } from './parts.ts'

/** Who wrote it, where and for whom, as they were when it was begun. */
export const StoredHeader = z.object({
  prescriber: Prescriber,
  centre: PrescribingCentre,
  patient: PatientOfPrescription,
  hid: HidOfVisit.nullable(),
})
export type StoredHeader = z.infer<typeof StoredHeader>

/** An item as it was written, with its directions in the parts that a payer wants apart. */
export const StoredItem = writtenItemWith({
  /** Amount, frequency and duration in words. */
  consumption: z.string(),
  /** How to take it, in words; may be empty. */
  instruction: z.string(),
})
export type StoredItem = z.infer<typeof StoredItem>

export const StoredContent = z.object({ items: z.array(StoredItem), diagnosis: Diagnosis.nullable(), noteToPatient: z.string() })
export type StoredContent = z.infer<typeof StoredContent>

export const emptyContent: StoredContent = { items: [], diagnosis: null, noteToPatient: '' }

/** The payer's answer about an item, with what it was asked about and the payer's name of the line. */
export const StoredCheck = z.object({ itemKey: z.string(), fingerprint: z.string(), checkRef: z.string().nullable(), check: ItemCheck, checkedAt: z.iso.datetime() })
export type StoredCheck = z.infer<typeof StoredCheck>

/** The version that the payer has, whole: what is put back where its change comes to nothing. */
export const StoredAmending = z.object({
  since: z.iso.datetime(),
  version: z.int().positive(),
  content: StoredContent,
  terminologyRelease: z.string(),
  signedAt: z.iso.datetime().nullable(),
  checks: z.array(StoredCheck),
  cancellation: Cancellation.nullable(),
})
export type StoredAmending = z.infer<typeof StoredAmending>

/** The insurer's confirmation of the whole, with the lines it is for, by the payer's names of them. */
export const StoredConfirmation = RuleConfirmation.extend({ checkRefs: z.array(z.string()) })
export type StoredConfirmation = z.infer<typeof StoredConfirmation>

/** A prescription with what never leaves the server. */
export interface StoredPrescription {
  prescription: Prescription
  centreId: string
  prescriberId: string
  items: readonly StoredItem[]
  /** What is told without lines, or beside them; null where lines are all there is. */
  act: StoredAct | null
  /** Given at her admission, for the payer; null where none was. */
  contactPhone: string | null
  /** What the payer keeps apart; null where it keeps the prescription as one, and until it is registered. */
  parts: StoredParts | null
  /** The payer's name of the visit; null until it was first asked. */
  visitRef: string | null
  /** What is put back where a change of a registered prescription comes to nothing; null where none is under way. */
  amending: StoredAmending | null
  /** The payer's name of each line, by item key; of items as they are now only. */
  checkRefs: ReadonlyMap<string, string>
}

/** Whose prescription: everyone sees and changes her own at her centre, and no other. */
export interface Key {
  centreId: string
  prescriberId: string
  id: string
}

export const ownKey = ({ centreId, prescriberId, prescription }: StoredPrescription): Key => ({ centreId, prescriberId, id: prescription.id })
