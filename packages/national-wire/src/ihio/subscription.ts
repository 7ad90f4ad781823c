import { z } from 'zod'
import { bothSessions, checkCode, codeRead, dayNumber, int32, messageRead, numberRead, operation, packUid, printCode, samadCode, textRead } from './operation.ts'

/**
 * The contract leaves `type` and `mode` of an item as free text. We write the values that its own (unreferenced) schema
 * `PrescriptionItem` lists. Whether `nationalNumber` is a generic code (5 digits), an RVU code (6) or an IRC (16) is told
 * by its length.
 */
export const itemType = z.enum(['PRODUCT', 'SERVICE'])
export const itemMode = z.enum(['ELECTRONIC', 'PAPER', 'PHYSICAL'])

const itemNumber = z.string().regex(/^\d{5,16}$/)

const spoken = {
  type: itemType,
  description: z.string().optional(),
  consumption: z.string().optional(),
  consumptionInstruction: z.string().optional(),
  numberOfPeriod: z.number().positive().optional(),
}
const directions = { count: int32.min(1), nationalNumber: itemNumber, ...spoken }

const orderedService = z.object({
  ...directions,
  mode: itemMode,
  bulkId: int32.optional(),
  /** Jalali YYYYMMDD as a number. */
  activeFrom: dayNumber.optional(),
})

const deliveredService = z.object({
  ...directions,
  isOutOfPrescription: z.boolean(),
  /** checkCode of the ordered line. */
  referenceCheckCode: checkCode.optional(),
})

/** What stands on the paper, and what is handed over for it. */
const paperService = z.object({
  orderCount: int32.min(1),
  deliverCount: int32.min(1),
  orderNationalNumber: itemNumber,
  deliverNationalNumber: itemNumber,
  ...spoken,
  bulkId: int32.optional(),
  isOutOfPrescription: z.boolean(),
})

const otherServices = z.array(z.object({ checkCode })).optional()

const priceInfo = z
  .object({ totalPrice: numberRead, coveredPrice: numberRead, payablePrice: numberRead, discountAmount: numberRead })
  .nullish()

const orderVerdict = z.object({
  isAllowed: z.boolean(),
  hasContract: z.boolean(),
  message: messageRead,
  checkCode: codeRead.nullish(),
  maxCoveredCount: numberRead,
})

const deliveryVerdict = orderVerdict.extend({ shouldSendToEsalat: z.boolean().nullish(), priceInfo })

const packInquiry = z.object({ ...bothSessions, checkCode, count: int32.min(1), uId: packUid })
/** The tracing system's own answer, within the insurer's: 0 is the only yes that was published. */
const packAnswer = z.object({ resCode: z.number(), resMessage: textRead })

export const subscription = {
  'subscription/check/order': operation(
    z.object({ ...bothSessions, samadCode, subInfoWrapper: z.object({ service: orderedService, otherServices }) }),
    orderVerdict,
  ),
  'subscription/check/deliver': operation(
    z.object({ ...bothSessions, trackingCode: printCode, subInfoWrapper: z.object({ service: deliveredService, otherServices }) }),
    deliveryVerdict,
  ),
  'subscription/check/deliver/price': operation(
    z.object({ ...bothSessions, trackingCode: printCode, checkCode, basePrice: int32.min(1) }),
    deliveryVerdict,
  ),
  'subscription/check/paper': operation(
    z.object({ ...bothSessions, samadCode, subInfoWrapper: z.object({ service: paperService, otherServices }) }),
    deliveryVerdict,
  ),
  'subscription/check/paper/price': operation(
    z.object({ ...bothSessions, samadCode, checkCode, basePrice: int32.min(1) }),
    deliveryVerdict,
  ),
  'subscription/inquery/uid': operation(packInquiry, packAnswer),
  'subscription/reactive/uid': operation(packInquiry, packAnswer),
}
