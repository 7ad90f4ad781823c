import * as z from 'zod'
import { listed } from './words.ts'

/** The reference lists. Their routes and ids are published, their other fields as far as they are seen in use; the rest is ours. */

export const insuranceStatus = { insured: 'است', notInsured: 'نیست', subsidyOnly: 'صرفا مشمول یارانه دولت' } as const

/** A drug or a service: the published columns of the formulary under names of ours. Money is integer Rial. */
export const FormularyRow = z.object({
  srvType: z.string().length(2),
  /** Tamin's own code: five digits of a drug, six of a service. It is what a line calls the thing. */
  wsSrvCode: z.string().regex(/^(?:0\d{4}|[1-9]\d{5})$/),
  srvName: z.string(),
  /** The national code: generic (eRx) of a drug, the Ministry's of a service. */
  gSrvCode: z.string(),
  formDes: z.string(),
  /** Ours: the sub-group of a laboratory service; null of anything else. */
  parGrpCode: z.string().nullable(),
  /** Ours: whether a tooth must be named; null of what is not dental. */
  needsTooth: z.boolean().nullable(),
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
export const PlanReply = listed(z.object({ planId: z.string(), planDes: z.string() }))
export const IllnessReply = listed(z.object({ illnessId: z.string(), illnessDes: z.string() }))
/** The three below stand at `/api`, not at `/api/v2`. */
export const ComplaintReply = listed(z.object({ complaintId: z.string(), complaintDes: z.string() }))
export const DiagnosisReply = listed(z.object({ icdId: z.string(), icdName: z.string(), icdLatin: z.string() }))
export const SpecialtyReply = listed(z.object({ specId: z.string(), specDesc: z.string() }))
