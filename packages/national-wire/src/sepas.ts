import * as z from 'zod'
import { DoCodedText, DoDate, DoIdentifier, ditasReply } from './data-objects.ts'

/**
 * SEPAS messages, cut down to what a private (آزاد) prescription needs. Shapes and names are the published SDK's; what is
 * ours is marked so.
 */
export const PrescribedRow = z.object({
  /** Ours: the row's name in later messages. */
  RowID: z.string().min(1),
  /** eRx, IRC or RVU3. */
  ProductCode: DoCodedText,
  TotalNumber: z.int().positive(),
  Dosage: z.string(),
  PatientInstruction: z.string(),
  /** Ours. */
  Note: z.string(),
  Repeats: z.int().min(1),
  /** Ours: rows of one preparation share a number. */
  CompoundGroup: z.int().nullable(),
  /** Ours: not to be dispensed earlier. */
  ActiveFrom: DoDate.nullable(),
})
export type PrescribedRow = z.infer<typeof PrescribedRow>

const MsgId = z.object({
  /** Ours: made by the sender; the same message twice is one composition. */
  MessageUID: z.uuid(),
  VersionLifecycleState: DoCodedText,
  IS_Queriable: z.boolean(),
  SystemID: DoIdentifier,
  HealthCareFacilityID: DoIdentifier,
  Committer: DoIdentifier,
})

const Person = z.object({ PersonID: DoIdentifier })

export const MedicationPrescriptionMessage = z.object({
  Person,
  MsgID: MsgId,
  Composition: z.object({
    Insurance: z.object({ Insurer: DoCodedText }),
    MedicationPrescriptions: z.array(PrescribedRow).min(1),
  }),
})
export type MedicationPrescriptionMessage = z.infer<typeof MedicationPrescriptionMessage>

/** Ours: rows taken out of and put into a stored prescription, while nothing of it was dispensed. */
export const AmendMessage = z.object({
  MsgID: MsgId,
  Amends: z.uuid(),
  Remove: z.array(z.string()),
  Add: z.array(PrescribedRow),
})

export const ResultVo = z.object({
  MessageUID: z.string(),
  /** Null on success. */
  ErrorMessage: z.string().nullable(),
  /** Ours: a word for `ErrorMessage`. */
  ErrorCode: z.enum(['malformed', 'not-private', 'duplicate', 'not-found', 'already-dispensed', 'more-than-left', 'pack-not-genuine']).nullable(),
  CompositionUID: z.string().nullable(),
  patientUID: z.string().nullable(),
  /** Ours: what the patient is told. */
  TrackingCode: z.string().nullable(),
})
export type ResultVo = z.infer<typeof ResultVo>

/** Ours: asked after a save whose answer was lost. */
export const FindMessageRequest = z.object({ MessageUID: z.uuid() })
export const FindMessageReply = ditasReply(ResultVo)

/** Ours: a pharmacy's reading. */
export const FindPrescriptionsRequest = z.union([
  z.object({ TrackingCode: z.string() }),
  z.object({ MessageUID: z.uuid() }),
  z.object({ PersonID: DoIdentifier }),
])
export const StoredPrescription = z.object({
  MessageUID: z.string(),
  TrackingCode: z.string(),
  WrittenAt: z.iso.datetime(),
  Person: z.object({ PersonID: DoIdentifier, FirstName: z.string(), LastName: z.string() }),
  HealthCareFacility: z.object({ ID: z.string(), Name: z.string() }),
  Prescriber: z.object({ CouncilNumber: z.string(), FullName: z.string() }),
  Rows: z.array(
    PrescribedRow.extend({
      ProductName: z.string(),
      Dispensed: z.array(z.object({ At: z.iso.datetime(), Count: z.int(), ProductCode: DoCodedText, By: z.string() })),
    }),
  ),
})
export type StoredPrescription = z.infer<typeof StoredPrescription>
export const FindPrescriptionsReply = ditasReply(z.array(StoredPrescription))

export const DispensedPrescriptionMessage = z.object({
  MsgID: MsgId,
  TrackingCode: z.string(),
  DispensedPrescriptions: z
    .array(z.object({ RowID: z.string(), ProductCode: DoCodedText, TotalNumber: z.int().positive(), PackUIDs: z.array(z.string()) }))
    .min(1),
})
export type DispensedPrescriptionMessage = z.infer<typeof DispensedPrescriptionMessage>

/** Ours: takes a dispensing back. */
export const DeleteDispensedRequest = z.object({ MessageUID: z.uuid() })

/** Ours. */
export const FindDispensedReply = ditasReply(
  z.object({
    MessageUID: z.string(),
    TrackingCode: z.string(),
    PrescriptionMessageUID: z.string(),
    WrittenAt: z.iso.datetime(),
    DispensedAt: z.iso.datetime(),
    IsDeleted: z.boolean(),
    Rows: z.array(z.object({ ProductName: z.string(), ProductCode: DoCodedText, Count: z.int() })),
  }),
)
