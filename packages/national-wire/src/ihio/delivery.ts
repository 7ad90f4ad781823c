import { z } from 'zod'
import { bothSessions, checkCode, codeRead, int32, messageRead, numberRead, operation, packUid, printCode, samadCode, sessionId, textRead } from './operation.ts'

const byCheckCode = z.object({ cpartySessionId: sessionId, checkCode })

const deliveredItem = z.object({
  numberOfDelivered: numberRead,
  numberOfRequest: numberRead,
  numberOfPeriod: numberRead,
  description: textRead,
  /** Rial, of the delivered quantity. */
  amount: numberRead,
  patientPayment: numberRead,
  consumption: textRead,
  consumptionInstruction: textRead,
  shape: textRead,
  bulkId: numberRead,
  serviceFullName: textRead,
  serviceShortName: textRead,
  serviceInterfaceName: textRead,
  serviceGenericCode: textRead,
  serviceNationalNumber: textRead,
  serviceDescription: textRead,
  serviceOrderGenericCode: textRead,
  serviceOrderNationalNumber: textRead,
})

const deliveredLines = z.array(z.object({ checkCode, uIds: z.array(z.object({ uId: packUid, count: int32.min(1) })) })).min(1)

export const delivery = {
  'prescription/deliver': operation(
    z.object({
      ...bothSessions,
      printCode,
      subscriptions: deliveredLines,
    }),
    z.object({ sequenceNumber: numberRead, checkCode: codeRead, message: messageRead }),
  ),
  'prescription/deliver/confirm': operation(byCheckCode, z.unknown()),
  'prescription/delivered/delete': operation(byCheckCode, z.unknown()),
  'prescription/delivered/fetch': operation(
    byCheckCode,
    z.object({
      orderedDate: textRead,
      deliveredDate: textRead,
      samadCode: textRead,
      typeId: numberRead,
      totalAmount: numberRead,
      totalPatientPayment: numberRead,
      isVisitSimultaneous: z.boolean().nullish(),
      orderPartnerInfo: z
        .object({
          partnerName: textRead,
          partnerPhone: textRead,
          contractPartyName: textRead,
          noMedicalSystem: numberRead,
          licenseName: textRead,
        })
        .nullish(),
      subscriptionDeliveredInfos: z.array(deliveredItem).nullish(),
      subscriptionDeliveredInfosWithNoReference: z.array(deliveredItem).nullish(),
    }),
  ),
  'prescription/paper/deliver': operation(
    z.object({ ...bothSessions, samadCode, subscriptions: deliveredLines }),
    z.object({ sequenceNumber: numberRead, checkCode: codeRead, trackingCode: codeRead, message: messageRead }),
  ),
  'prescription/paper/deliver/confirm': operation(byCheckCode, z.unknown()),
  'deliver/queue/fetch': operation(
    z.object({ cpartySessionId: sessionId }),
    z.array(z.object({ trackingCode: codeRead, memberNN: textRead, fullName: textRead, gender: textRead, picture: textRead })).nullish(),
  ),
  'deliver/queue/prescription/send': operation(z.object({ ...bothSessions, trackingCode: printCode }), z.unknown()),
  'print/deliver': operation(byCheckCode, z.object({ print: z.base64() })),
}
