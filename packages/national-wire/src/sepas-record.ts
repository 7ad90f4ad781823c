import * as z from 'zod'
import { DoCodedText, DoDate, DoIdentifier, DoQuantity, ditasReply } from './data-objects.ts'

/**
 * The messages by which a final prescription, what was dispensed of it and its bill go to the health record (8-5), and the
 * question for what is kept of a person. Names of messages, headers and rows are the published SDK's; what is ours is marked.
 */

/** Who is meant. For a newborn the mother's identifier and, ours, the birth date (A16). */
const Person = z.object({ PersonID: DoIdentifier, Newborn: z.object({ BirthDate: DoDate }).optional() })

const lifecycle = (Value: string, Coded_string: string) => ({ Value, Terminology_id: 'thritaEHR.versionLifecycleState', Coded_string })
/** The first, one that takes another's place, one that only takes another away. The codes are ours. */
export const lifecycleCoding = { original: lifecycle('Original', '1'), amendment: lifecycle('Amendment', '2'), deleted: lifecycle('Deleted', '3') } as const

const RecordMsgId = z.object({
  /** Ours: made by the sender once for the message, however often it is sent; the receiver keeps one. */
  MessageUID: z.uuid(),
  /** An amendment and a deletion are of `CompositionUID`. */
  VersionLifecycleState: DoCodedText,
  IS_Queriable: z.boolean(),
  /** Digest of the signed bytes, base64url; null for what nobody signs. */
  CompositionSignature: z.string().nullable(),
  SystemID: DoIdentifier,
  HealthCareFacilityID: DoIdentifier,
  CompositionUID: z.string().nullable(),
  Committer: DoIdentifier,
})
export type RecordMsgId = z.infer<typeof RecordMsgId>

/** Who pays, under which HID, and the name by which the payer finds the prescription again. */
const Insurance = z.object({ Insurer: DoCodedText, HID: DoIdentifier.nullable(), TrackingCode: z.string().min(1) })

/** When it was done: the Jalali day, and, ours, the instant. */
const Issued = { IssueDate: DoDate, IssuedAt: z.iso.datetime() }

export const DepositedDrug = z.object({
  /** Ours: the row's name in later messages. */
  RowID: z.string().min(1),
  /** eRx, IRC or RVU3. */
  ProductCode: DoCodedText,
  /** A time; its number may be a fraction and is text. Ours. Null, as the frequency is, for a service and where amounts change. */
  Dosage: z.object({ Magnitude: z.string(), Unit: z.string() }).nullable(),
  Frequency: DoCodedText.nullable(),
  /** Days; ours. Null where the prescription names none. */
  Duration: DoQuantity.nullable(),
  TotalNumber: DoQuantity,
  AsNeeded: z.boolean(),
  /** The directions in words, as they were signed. */
  PatientInstruction: z.string(),
  Note: z.string(),
})
export type DepositedDrug = z.infer<typeof DepositedDrug>

/** SaveMedicationPrescription of a prescription that its payer has registered. */
export const PrescriptionDepositMessage = z.object({
  Person,
  MsgID: RecordMsgId,
  Composition: z.object({
    Insurance,
    ...Issued,
    Diagnosis: DoCodedText.nullable(),
    /** Empty in a deletion only. */
    MedicationPrescriptions: z.array(DepositedDrug),
  }),
})
export type PrescriptionDepositMessage = z.infer<typeof PrescriptionDepositMessage>

const referred = (Value: string, Coded_string: string) => ({ Value, Terminology_id: 'noskhe.referralType', Coded_string })
/** To a specialist, to hospital, and the answer to whoever referred. The codes are ours. */
export const referralCoding = { specialist: referred('ارجاع به متخصص', '1'), hospital: referred('دستور بستری', '2'), answer: referred('پاسخ ارجاع', '3') } as const

/** What is ordered or answered without lines; of this the published SDK's name of the message alone is known, and the rest is ours. */
export const Referral = z.object({
  ReferredType: DoCodedText,
  /** By the insurer's own list, whose codes differ; to a specialist only. */
  Specialty: DoCodedText.nullable(),
  /** One colleague; null for whoever is of the specialty. */
  ReferredProvider: DoIdentifier.nullable(),
  /** Why, or the answer, in the doctor's words. */
  Description: z.string().min(1),
  IsUrgent: z.boolean(),
  /** The payer's tracking code of the referral that is answered; in an answer only. */
  AnswersTo: z.string().min(1).nullable(),
  /** What the payer wanted answered, in words. */
  Answers: z.array(z.object({ Question: z.string(), Answer: z.string() })),
})
export type Referral = z.infer<typeof Referral>

/** SaveReferralCase of a referral, an order to hospital or an answer that its payer has registered. */
export const ReferralCaseMessage = z.object({
  Person,
  MsgID: RecordMsgId,
  /** `Referral` is null in a deletion only. */
  Composition: z.object({ Insurance, ...Issued, Diagnosis: DoCodedText.nullable(), Referral: Referral.nullable() }),
})
export type ReferralCaseMessage = z.infer<typeof ReferralCaseMessage>

export const DispensedDrug = z.object({
  /** Ours: the row's name in the bill. */
  RowID: z.string().min(1),
  ProductCode: DoCodedText,
  TotalNumber: DoQuantity,
  Packs: z.array(z.object({ UID: z.string(), BatchNumber: z.string() })),
  /** Null where nobody has priced the row. */
  Cost: z.object({ TotalCost: DoQuantity, InsuranceCost: DoQuantity, PatientCost: DoQuantity }).nullable(),
})
export type DispensedDrug = z.infer<typeof DispensedDrug>

/** SaveDispensedPrescription of a delivery that its payer has confirmed. */
export const DispensingDepositMessage = z.object({
  Person,
  MsgID: RecordMsgId,
  Composition: z.object({ Insurance, ...Issued, DispensedPrescriptions: z.array(DispensedDrug).min(1) }),
})
export type DispensingDepositMessage = z.infer<typeof DispensingDepositMessage>

export const BillRow = z.object({
  PKID: z.string().min(1),
  Service: DoCodedText,
  /** thritaEHR.serviceType: 4.1 is drugs. */
  ServiceType: DoCodedText,
  ServiceCount: DoQuantity,
  TotalCharge: DoQuantity,
  BasicInsuranceContribution: DoQuantity,
  PatientContribution: DoQuantity,
})
export type BillRow = z.infer<typeof BillRow>

/** SavePatientBill: what one visit cost and who pays what of it. The rows add up to the summary. */
export const PatientBillMessage = z.object({
  Person,
  MsgID: RecordMsgId,
  Composition: z.object({
    Insurance,
    ...Issued,
    BillSummary: z.object({ TotalCharge: DoQuantity, BasicInsuranceContribution: DoQuantity, PatientContribution: DoQuantity }),
    BillServices: z.array(BillRow).min(1),
  }),
})
export type PatientBillMessage = z.infer<typeof PatientBillMessage>

/** The answer to each of them: `ErrorMessage` is null where it is kept. */
export const DepositResultVo = z.object({
  MessageUID: z.string(),
  ErrorMessage: z.string().nullable(),
  /** Ours: a word for `ErrorMessage`. `duplicate` carries the first answer's names; a seal is demanded of every deposit. */
  ErrorCode: z.enum(['malformed', 'committer-unknown', 'composition-unknown', 'seal-missing', 'seal-invalid', 'duplicate']).nullable(),
  CompositionUID: z.string().nullable(),
  patientUID: z.string().nullable(),
})
export type DepositResultVo = z.infer<typeof DepositResultVo>

/** HL7 v3 PurposeOfUse; which of them SEPAS takes is ours. */
export const purposeCoding = {
  terminology: 'HL7.PurposeOfUse',
  codes: { TREAT: 'درمان', COC: 'پیوستگی مراقبت', PATSFTY: 'ایمنی بیمار', ETREAT: 'درمان اورژانسی' },
} as const

/** Ours whole: no published service shows a person's record to a physician. Who asks, where, about whom and why. */
export const HistoryRequest = z.object({
  Person,
  SystemID: DoIdentifier,
  HealthCareFacilityID: DoIdentifier,
  Reader: DoIdentifier,
  Purpose: DoCodedText,
})
export type HistoryRequest = z.infer<typeof HistoryRequest>

export const HistoryEntry = z.object({
  CompositionUID: z.string(),
  Kind: z.enum(['MedicationPrescription', 'DispensedPrescription', 'ReferralCase']),
  IssuedAt: z.iso.datetime(),
  Insurer: DoCodedText,
  TrackingCode: z.string(),
  HealthCareFacility: z.object({ ID: z.string(), Name: z.string() }),
  Committer: z.object({ CouncilNumber: z.string(), FullName: z.string(), Specialty: z.string() }),
  Diagnosis: DoCodedText.nullable(),
  IsCancelled: z.boolean(),
  /** Of a referral case, which has no rows. */
  Referral: Referral.nullable(),
  Rows: z.array(z.object({ ProductCode: DoCodedText, ProductName: z.string(), TotalNumber: DoQuantity, PatientInstruction: z.string() })),
})
export type HistoryEntry = z.infer<typeof HistoryEntry>

/** Newest first, empty for a person of whom nothing is kept. A reader or a purpose that is not taken is refused with 403. */
export const HistoryReply = ditasReply(z.array(HistoryEntry))
