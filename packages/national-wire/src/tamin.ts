import * as z from 'zod'
import { jalaliDay } from './jalali.ts'
import { DrugAmount, DrugInstruction, FormularyRow } from './tamin/lists.ts'
import { ReferralNotes } from './tamin/referral.ts'
import { asked, TaminDate } from './tamin/words.ts'

/**
 * The doctor's side of the Social Security's e-prescription API (Tamin EP) 1.9.7, pilot face. Routes and request fields are
 * published; the guide prints no answers, so what answers hold beside the published result is ours and marked so. Ids travel
 * as text, dates as eight Jalali digits.
 */

/** A moment's day at Tehran's clock, as Tamin writes it. */
export const taminDate = (moment: Date): string => jalaliDay(moment).replaceAll('-', '')
/** `1405-09-04` of `14050904`. */
export const dayOfTaminDate = (date: string): string => `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6, 8)}`

/** More times than this nobody may repeat a line. */
export const MOST_REPEATS = 3

/**
 * One line of a prescription. Edit sends the whole list of them, without a wrapper. The two directions are a drug's; a service
 * leaves them out. What is optional is told only where it says something.
 */
export const NoteDetail = z.object({
  srvId: z.object({
    srvCode: z.string().min(1),
    srvType: z.object({ srvType: z.string().length(2) }),
    /** Of a laboratory line. */
    parTarefGrp: z.object({ parGrpCode: z.string() }).optional(),
    /** `thritha.BEHDAISHT` where `srvCode` is the Ministry's. */
    terminology: z.string().optional(),
  }),
  srvQty: z.int().positive(),
  timesAday: z.object({ drugAmntId: z.string().min(1) }).optional(),
  drugInstruction: z.object({ drugInstId: z.string().min(1) }).optional(),
  /** What the two codes do not say, in words. */
  dose: z.string(),
  repeat: z.int().min(1).max(MOST_REPEATS).nullable(),
  /** Day from which the line may be given; must be told where it is repeated. */
  dateDo: TaminDate.nullable(),
  DiagnosisID: z.object({ icdId: z.string() }).optional(),
  isDentalService: z.boolean().optional(),
  toothId: z.string().optional(),
  illnessId: z.string().optional(),
  planId: z.string().optional(),
})
export type NoteDetail = z.infer<typeof NoteDetail>

export const SendEprescRequest = z.object({
  patient: z.string().min(1),
  mobile: z.string().min(1),
  prescDate: TaminDate,
  expireDate: TaminDate.optional(),
  docId: z.string().min(1),
  docNationalCode: z.string().min(1),
  docMobileNo: z.string().min(1),
  prescType: z.object({ prescTypeId: z.string() }),
  clientId: z.string().min(1),
  comments: z.string(),
  noteDetailEprscs: z.array(NoteDetail),
  noteDetailsReferralList: ReferralNotes.optional(),
  /** Ours: the referral that a feedback answers; the guide names the field and no more. */
  referralFeedbackId: z.string().optional(),
  /** Row of `/api/complaint`. */
  Complaint: z.object({ complaintId: z.string() }).optional(),
})
export type SendEprescRequest = z.infer<typeof SendEprescRequest>

export const UpdateRequest = z.array(NoteDetail).min(1)

/**
 * What became of a create, an edit or a delete. Of a refusal the three first are null. 304 says that the prescription was
 * there before; its id and tracking code then stand in the text.
 */
export const MutationReply = z.object({
  data: z.object({
    result: z.object({
      head_EPRSC_ID: z.string().nullable(),
      trackingCode: z.string().nullable(),
      complementary_Msg: z.string().nullable(),
      error_Code: z.string().nullable(),
      error_Msg: z.string().nullable(),
    }),
  }),
})
export type MutationReply = z.infer<typeof MutationReply>
export type MutationResult = MutationReply['data']['result']

/** `hasDeserve` is seen in use; the rest is ours. */
export const DeserveReply = asked(
  z.object({
    hasDeserve: z.boolean(),
    patientName: z.string(),
    mobile: z.string().nullable(),
    insuranceFund: z.string(),
    validUntil: TaminDate.nullable(),
    message: z.string().nullable(),
  }),
)
export type Deserve = NonNullable<z.infer<typeof DeserveReply>['data']>

const Service = FormularyRow.pick({
  srvType: true, wsSrvCode: true, srvName: true, gSrvCode: true, formDes: true, parGrpCode: true, priceWithoutSubsidy: true,
})

/** A line as details tell it. `srvRem`, the count that remains, is seen in use; `delivered` is ours. */
export const KeptLine = z.object({
  noteDetailsEprscId: z.string(),
  srvId: Service.extend({ terminology: z.string().nullable() }),
  isDentalService: z.boolean(),
  srvQty: z.int(),
  srvRem: z.int(),
  /** Null of a service. */
  timesAday: DrugAmount.nullable(),
  drugInstruction: DrugInstruction.nullable(),
  dose: z.string(),
  repeat: z.int().nullable(),
  dateDo: TaminDate.nullable(),
  icdId: z.string().nullable(),
  toothId: z.string().nullable(),
  illnessId: z.string().nullable(),
  planId: z.string().nullable(),
  delivered: z.array(z.object({ deliveredAt: z.iso.datetime(), qty: z.int(), by: z.string() })),
})
export type KeptLine = z.infer<typeof KeptLine>

/** A prescription as details tell it, to its doctor and to a pharmacy. */
export const KeptPrescription = z.object({
  head_EPRSC_ID: z.string(),
  trackingCode: z.string(),
  patient: z.string(),
  patientName: z.string(),
  insuranceFund: z.string(),
  prescTypeId: z.string(),
  prescDate: TaminDate,
  expireDate: TaminDate.nullable(),
  writtenAt: z.iso.datetime(),
  /** Null while it was not edited; it is edited once. */
  editedAt: z.iso.datetime().nullable(),
  comments: z.string(),
  doctor: z.object({ docId: z.string(), fullName: z.string(), specialty: z.string(), mobile: z.string() }),
  noteDetailEprscs: z.array(KeptLine),
})
export type KeptPrescription = z.infer<typeof KeptPrescription>

export const DetailReply = asked(KeptPrescription)

/** Ours: what a doctor wrote for a patient on a day; asked after a lost answer. In a body, not in the address. */
export const WrittenRequest = z.object({ patient: z.string().min(1), prescDate: TaminDate, docId: z.string().min(1), docNationalCode: z.string().min(1) })
/** What she deleted since is told too, with its moment. */
export const WrittenReply = asked(
  z.array(
    z.object({
      head_EPRSC_ID: z.string(),
      trackingCode: z.string(),
      prescTypeId: z.string(),
      comments: z.string(),
      writtenAt: z.iso.datetime(),
      deletedAt: z.iso.datetime().nullable(),
    }),
  ),
)
export type WrittenRow = NonNullable<z.infer<typeof WrittenReply>['data']>[number]
