import { z } from 'zod'
import { numberRead, operation, sessionId, textRead } from './operation.ts'

export const bill = {
  'bill/check/send': operation(z.object({ cpartySessionId: sessionId }), z.object({ isBillView: z.boolean(), billType: textRead })),
  'bill/info/fetch': operation(
    z.object({ cpartySessionId: sessionId, year: z.int().min(1301).max(1499), month: z.int().min(1).max(12) }),
    z
      .array(
        z.object({
          billId: z.number(),
          billType: textRead,
          billTypeName: textRead,
          /** Jalali YYYYMM. */
          billCycle: textRead,
          description: textRead,
          billInfo: z
            .object({
              productName: textRead,
              // Two keys are published with a leading space; both spellings are read.
              ' specialAccount': textRead,
              specialAccount: textRead,
              ' type': textRead,
              type: textRead,
              count: numberRead,
              /** Rial, the insurer's part. */
              orgPart: numberRead,
            })
            .nullish(),
        }),
      )
      .nullish(),
  ),
  'print/bill': operation(z.object({ cpartySessionId: sessionId, billId: z.int().min(1) }), z.object({ print: z.base64() })),
}
