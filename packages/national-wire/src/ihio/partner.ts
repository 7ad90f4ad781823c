import { z } from 'zod'
import { bothSessions, dayNumber, int32, messageRead, nationalNumber, numberRead, operation, printCode, sessionId, textRead } from './operation.ts'

/** One or more, as the sample prints them; the list of values that the text speaks of is not published. */
export const expertiseGrade = z.string().regex(/^(doctor|midwife)(,(doctor|midwife))*$/)

const assigned = z.object({ message: messageRead }).nullish()

export const partner = {
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
  'partner/search': operation(
    z.object({
      ...bothSessions,
      /** Council number of the doctor. */
      nomedicalSystem: int32.min(1),
      visitDate: dayNumber,
      expertiseGrade,
    }),
    z
      .array(
        z.object({
          name: textRead,
          lastName: textRead,
          cellphoneNumber: numberRead,
          partnerType: textRead,
          contractPartyType: textRead,
          address: textRead,
          licenseType: textRead,
          nomedicalSystem: numberRead,
          partnerContractingPartyId: z.number(),
        }),
      )
      .nullish(),
  ),
  'partner/familyphysician/save': operation(z.object(bothSessions), assigned),
  'partner/familyphysician/delete': operation(z.object(bothSessions), assigned),
}
