import { z } from 'zod'
import { bothSessions, checkCode, codeRead, messageRead, numberRead, operation, printCode, samadCode, textRead } from './operation.ts'

const checkCodes = z.array(z.object({ checkCode }))

/** Names of a product or service, as every listing repeats them. */
const named = {
  serviceFullName: textRead,
  serviceShortName: textRead,
  serviceInterfaceName: textRead,
  serviceDescription: textRead,
  serviceNationalNumber: textRead,
  serviceGenericCode: textRead,
}

const directions = {
  description: textRead,
  consumption: textRead,
  consumptionSNOMEDCode: textRead,
  consumptionInstruction: textRead,
  numberOfPeriod: numberRead,
  shape: textRead,
}

const deliveredItem = z.object({
  ...named,
  ...directions,
  // Published as an integer although a check code has 31 digits; it is text to us, and left out by our sandbox.
  checkCode: codeRead.nullish(),
  numberOfDelivered: z.number(),
  delivery: textRead,
  deliverDate: textRead,
  ihioBasePrice: numberRead,
})

const orderedItem = z.object({
  ...named,
  ...directions,
  checkCode: codeRead,
  bulkId: numberRead,
  numberOfRequest: z.number(),
  typeId: numberRead,
  status: textRead,
  activeFrom: numberRead,
  ihioBasePrice: numberRead,
  // One list under two names: by print code and by SAMAD.
  subscriptionDeliveredInfos: z.array(deliveredItem).nullish(),
  deliveredSubscriptionInfos: z.array(deliveredItem).nullish(),
})

const prescriptionRead = z.object({
  /** See `momentOf`. */
  creationDate: z.string(),
  subscriptionInfos: z.array(orderedItem),
  partnerName: textRead,
  partnerPhone: textRead,
  contractPartyName: textRead,
})

/** As a prescription, but the check code of a line may be missing: a referral is not delivered by the one who looks it up. */
const referenceRead = prescriptionRead.extend({
  referenceSamadOwner_Id: numberRead,
  subscriptionInfos: z.array(orderedItem.extend({ checkCode: codeRead.nullish(), countOfReference: numberRead })).nullish(),
})

export const prescription = {
  'prescription/save': operation(
    z
      .object({ ...bothSessions, samadCode, subscriptions: checkCodes, referenceFeedback: z.string().nullable().optional() })
      // Only the answer to a referral may be without lines.
      .refine((it) => it.subscriptions.length > 0 || Boolean(it.referenceFeedback), { path: ['subscriptions'] }),
    z.object({ trackingCode: codeRead, sequenceNumber: numberRead, message: messageRead }),
  ),
  'prescription/update': operation(
    z.object({ ...bothSessions, samadCode, subscriptions: checkCodes, deleteSubscriptions: checkCodes }),
    z.object({ trackingCode: codeRead, message: messageRead }),
  ),
  'prescription/fetch/samad': operation(z.object({ ...bothSessions, samadCode }), prescriptionRead),
  'prescription/fetch/reference/printcode': operation(
    z.object({ ...bothSessions, printCode }),
    z.array(z.object({ referencePrescriptionInfo: referenceRead })).nullish(),
  ),
  'prescription/fetch/printcode': operation(
    z.object({ ...bothSessions, printCode }),
    prescriptionRead.extend({ samadCode: z.string(), typeId: numberRead, noMedicalSystem: numberRead, licenseName: textRead }),
  ),
  'prescription/paper/order': operation(
    z.object({ ...bothSessions, samadCode, subscriptions: checkCodes.min(1) }),
    z.object({ sequenceNumber: numberRead, checkCode: codeRead.nullish(), trackingCode: codeRead, message: messageRead }),
  ),
  'print/order': operation(
    z.object({ ...bothSessions, samadCode, type: z.enum(['drug', 'physiotherapy', 'test', 'imaging', 'reference', 'doctor']) }),
    z.object({ print: z.base64() }),
  ),
}
