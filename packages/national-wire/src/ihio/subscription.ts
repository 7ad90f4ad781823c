import { z } from 'zod'
import { bothSessions, checkCode, codeRead, int32, messageRead, numberRead, operation, printCode, samadCode, textRead } from './operation.ts'

/**
 * The contract leaves `type` and `mode` of an item as free text. We write the values that its own (unreferenced) schema
 * `PrescriptionItem` lists. Whether `nationalNumber` is a generic code (5 digits), an RVU code (6) or an IRC (16) is told
 * by its length.
 */
export const itemType = z.enum(['PRODUCT', 'SERVICE'])
export const itemMode = z.enum(['ELECTRONIC', 'PAPER', 'PHYSICAL'])

const directions = {
  count: int32.min(1),
  nationalNumber: z.string().regex(/^\d{5,16}$/),
  type: itemType,
  description: z.string().optional(),
  consumption: z.string().optional(),
  consumptionInstruction: z.string().optional(),
  numberOfPeriod: z.number().positive().optional(),
}

const orderedService = z.object({
  ...directions,
  mode: itemMode,
  bulkId: int32.optional(),
  /** Jalali YYYYMMDD as a number. */
  activeFrom: int32.min(13_000_101).max(14_991_230).optional(),
})

const deliveredService = z.object({
  ...directions,
  isOutOfPrescription: z.boolean(),
  /** checkCode of the ordered line. */
  referenceCheckCode: checkCode.optional(),
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

const packInquiry = z.object({ ...bothSessions, checkCode, count: int32.min(1), uId: z.string().regex(/^\d{20}$/) })
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
  'subscription/inquery/uid': operation(packInquiry, packAnswer),
  'subscription/reactive/uid': operation(packInquiry, packAnswer),
}
