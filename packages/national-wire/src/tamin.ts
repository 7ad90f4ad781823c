import * as z from 'zod'
import { jalaliDay } from './jalali.ts'

/**
 * The doctor's side of the Social Security's e-prescription API (Tamin EP) 1.9.7, pilot face, as far as a drug prescription
 * needs it. Routes and request fields are published; the guide prints no answers, so what answers hold beside the published
 * result is ours and marked so. Ids travel as text, dates as eight Jalali digits.
 */

/** `14050904`. */
export const TaminDate = z.string().regex(/^1[34]\d{6}$/)
/** A moment's day at Tehran's clock, as Tamin writes it. */
export const taminDate = (moment: Date): string => jalaliDay(moment).replaceAll('-', '')
/** `1405-09-04` of `14050904`. */
export const dayOfTaminDate = (date: string): string => `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6, 8)}`

export const prescriptionType = { drug: '1', paraclinical: '2', visit: '3' } as const
export const drugServiceType = '01'

/** More times than this nobody may repeat a line. */
export const MOST_REPEATS = 3

/** One line of a prescription. Edit sends the whole list of them, without a wrapper. */
export const NoteDetail = z.object({
  srvId: z.object({ srvCode: z.string().min(1), srvType: z.object({ srvType: z.string().length(2) }) }),
  srvQty: z.int().positive(),
  timesAday: z.object({ drugAmntId: z.string().min(1) }),
  drugInstruction: z.object({ drugInstId: z.string().min(1) }),
  /** What the two codes do not say, in words. */
  dose: z.string(),
  repeat: z.int().min(1).max(MOST_REPEATS).nullable(),
  /** Day from which the line may be given; must be told where it is repeated. */
  dateDo: TaminDate.nullable(),
})
export type NoteDetail = z.infer<typeof NoteDetail>

export const SendEprescRequest = z.object({
  patient: z.string().min(1),
  mobile: z.string().min(1),
  prescDate: TaminDate,
  docId: z.string().min(1),
  docNationalCode: z.string().min(1),
  docMobileNo: z.string().min(1),
  prescType: z.object({ prescTypeId: z.string() }),
  clientId: z.string().min(1),
  comments: z.string(),
  noteDetailEprscs: z.array(NoteDetail),
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

/** Ours: what stands around the answer to a question. Of a refusal `data` is null. */
export const asked = <T extends z.ZodType>(data: T) =>
  z.object({ data: data.nullable(), error_Code: z.string().nullable(), error_Msg: z.string().nullable() })

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

const listed = <T extends z.ZodType>(row: T) => z.object({ data: z.object({ list: z.array(row) }) })

export const insuranceStatus = { insured: 'است', notInsured: 'نیست', subsidyOnly: 'صرفا مشمول یارانه دولت' } as const

/** A drug of the formulary: its published columns under names of ours. Money is integer Rial. */
export const FormularyRow = z.object({
  /** Tamin's own five digits: what a line calls the drug. */
  wsSrvCode: z.string().regex(/^0\d{4}$/),
  srvName: z.string(),
  /** The national generic code (eRx). */
  gSrvCode: z.string(),
  formDes: z.string(),
  insuranceStatus: z.enum(Object.values(insuranceStatus)),
  hospitalOnly: z.boolean(),
  fileRequired: z.boolean(),
  maxPrescription: z.int().nullable(),
  barcodeRequired: z.boolean(),
  priceWithoutSubsidy: z.int(),
  organisationShare: z.int().min(0).max(100),
  governmentSubsidy: z.int(),
  /** `priceWithoutSubsidy + governmentSubsidy`. */
  acceptedTotalPrice: z.int(),
})
export type FormularyRow = z.infer<typeof FormularyRow>
export const ServicesReply = listed(FormularyRow)

/** «مقدار مصرف»: how much at a time. */
export const DrugAmount = z.object({ drugAmntId: z.string(), drugAmntCode: z.string(), drugAmntLatin: z.string(), drugAmntConcept: z.string() })
export type DrugAmount = z.infer<typeof DrugAmount>
export const DrugAmountReply = listed(DrugAmount)

/** «زمان مصرف»: how often or when. */
export const DrugInstruction = z.object({ drugInstId: z.string(), drugInstCode: z.string(), drugInstLatin: z.string(), drugInstConcept: z.string() })
export type DrugInstruction = z.infer<typeof DrugInstruction>
export const DrugInstructionReply = listed(DrugInstruction)

/** «طریقهٔ مصرف»: the route. No field of a line names it. */
export const DrugUsageReply = listed(z.object({ drugUsgId: z.string(), drugUsgConcept: z.string() }))
export const PrescriptionTypeReply = listed(z.object({ prescTypeId: z.string(), prescTypeDes: z.string() }))
export const ServiceTypeReply = listed(z.object({ srvType: z.string(), srvTypeDes: z.string(), prescTypeId: z.string() }))
export const ParTarefReply = listed(z.object({ parGrpCode: z.string(), parGrpDesc: z.string() }))

const Drug = FormularyRow.pick({ wsSrvCode: true, srvName: true, gSrvCode: true, formDes: true, priceWithoutSubsidy: true })

/** A line as details tell it. `srvRem`, the count that remains, is seen in use; `delivered` is ours. */
export const KeptLine = z.object({
  noteDetailsEprscId: z.string(),
  srvId: Drug,
  srvQty: z.int(),
  srvRem: z.int(),
  timesAday: DrugAmount,
  drugInstruction: DrugInstruction,
  dose: z.string(),
  repeat: z.int().nullable(),
  dateDo: TaminDate.nullable(),
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
  prescDate: TaminDate,
  writtenAt: z.iso.datetime(),
  comments: z.string(),
  doctor: z.object({ docId: z.string(), fullName: z.string(), specialty: z.string(), mobile: z.string() }),
  noteDetailEprscs: z.array(KeptLine),
})
export type KeptPrescription = z.infer<typeof KeptPrescription>

export const DetailReply = asked(KeptPrescription)

/** Ours: what a doctor wrote for a patient on a day and has not deleted; asked after a lost answer. In a body, not in the address. */
export const WrittenRequest = z.object({ patient: z.string().min(1), prescDate: TaminDate, docId: z.string().min(1), docNationalCode: z.string().min(1) })
export const WrittenReply = asked(z.array(z.object({ head_EPRSC_ID: z.string(), trackingCode: z.string(), comments: z.string() })))
