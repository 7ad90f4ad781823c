import { z } from 'zod'
import { nationalNumber, numberRead, operation, printCode, sessionId, textRead } from './operation.ts'

export const bill = {
  'partner/fetch/partnerid': operation(
    z.object({ cpartySessionId: sessionId }),
    z.array(z.object({ id: z.number(), parentId: numberRead, partnerName: textRead })).nullish(),
  ),
  'partner/fetch': operation(
    z.object({ cpartySessionId: sessionId, nationalNumber: nationalNumber.nullish(), printCode: printCode.nullish() }),
    z.object({
      PartnerInfo: z
        .object({
          id: numberRead,
          nationalNumber: textRead,
          partnerName: textRead,
          typeId: numberRead,
          name: textRead,
          typeName: textRead,
          lastName: textRead,
          fixPhoneNo: textRead,
        })
        .nullish(),
      contractPartyInfo: z
        .object({
          id: numberRead,
          name: textRead,
          lastName: textRead,
          nationalNumber: textRead,
          gender: textRead,
          type: textRead,
          cellPhoneNo: numberRead,
        })
        .nullish(),
    }),
  ),
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
