import { z } from 'zod'
import { bothSessions, compactDate, dayNumber, int32, messageRead, nationalNumber, numberRead, operation, printCode, sessionId, textRead } from './operation.ts'
import { expertiseGrade } from './partner.ts'

const page = { index: z.int().min(0).optional(), count: z.int().min(1).max(50).optional() }

/** D delivered, O ordered, R registered (generated, nothing ordered yet). */
export const samadStatus = z.enum(['D', 'O', 'R'])

const generated = z.object({ samadCode: z.string().min(1), message: messageRead })

export const samad = {
  'samad/electronic/generate': operation(z.object({ ...bothSessions, receiptPartnerId: z.int().positive() }), generated),
  'samad/electronic/generate/reference': operation(z.object({ ...bothSessions, printCode }), generated),
  'samad/paper/generate': operation(
    z.object({
      ...bothSessions,
      paperInfoWrapper: z.object({
        nomedicalSystem: int32.min(1),
        visitDate: dayNumber,
        expertiseGrade,
        paperImage: z.base64().min(1),
        // Published with a trailing space.
        'partnerContractingPartyId ': int32.min(1),
      }),
    }),
    generated,
  ),
  'samad/ordered/search': operation(
    z.object({
      cpartySessionId: sessionId,
      nationalNumber: nationalNumber.optional(),
      status: samadStatus.optional(),
      // The published pattern of both dates is `^\\d{8}$`, with the backslash doubled: no date can match it. See docs.
      fromDate: compactDate,
      toDate: compactDate,
      ...page,
    }),
    z.array(
      z.object({
        age: numberRead,
        creationDate: textRead,
        gender: textRead,
        lastName: textRead,
        name: textRead,
        nationalNumber: textRead,
        productName: textRead,
        samadCode: textRead,
        // Spelled so in the contract.
        tarckingCode: textRead,
        PartnerName: textRead,
        status: textRead,
        referenceTrackingCode: textRead,
      }),
    ),
  ),
  'samad/delivered/search': operation(
    z.object({
      cpartySessionId: sessionId,
      nationalNumber: nationalNumber.optional(),
      fromDate: compactDate,
      toDate: compactDate,
      ...page,
    }),
    z.array(
      z.object({
        age: numberRead,
        deliveredDate: textRead,
        gender: textRead,
        lastName: textRead,
        name: textRead,
        nationalNumber: textRead,
        productName: textRead,
        samadStatus: textRead,
        trackingCode: textRead,
        rowNum: numberRead,
        prescriptionType: textRead,
        sequenceNumber: numberRead,
        checkCode: textRead,
        relationType: textRead,
        validTo: textRead,
        dto: textRead,
      }),
    ),
  ),
}
