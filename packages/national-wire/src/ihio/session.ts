import { z } from 'zod'
import { messageRead, nationalNumber, numberRead, operation, sessionId, textRead } from './operation.ts'

export const session = {
  'auth/token/fetch': operation(
    z.object({ terminalId: z.int().positive(), username: z.string().min(1), password: z.string().min(1) }),
    z.object({
      token: z.string().min(1),
      /** Hours. */
      ttl: numberRead,
      /** Gregorian `YYYY-MM-DD HH:MM:SS`, Tehran. */
      dto: textRead,
    }),
  ),
  'auth/session/cparty/open': operation(
    z.object({ cpartyUsername: z.string().min(1), cpartyPassword: z.string().min(1) }),
    z.object({
      sessionId,
      userId: z.number(),
      cellPhone: z.string(),
      fullName: z.string(),
      gender: z.string(),
      partnerName: z.string(),
      siamCode: z.string(),
      partnerNN: z.string(),
      cPartyNN: z.string(),
      partnerId: z.int(),
      cPartyId: z.int(),
      isTwoStep: z.boolean(),
      accessNodes: z.array(z.string()).nullish(),
      additionalProperties: z.array(z.object({ name: textRead, value: textRead })).nullish(),
      contractingPartyLicense: z.array(z.object({ name: textRead, noMedicalSystem: numberRead })).nullish(),
      internalId: numberRead,
    }),
  ),
  'auth/session/cparty/otp/check': operation(
    z.object({ cpartySessionId: sessionId, otp: z.int() }),
    z.object({ sessionId }),
  ),
  'auth/session/citizen/open': operation(
    z.object({ cpartySessionId: sessionId, nationalNumber }),
    z.object({
      citizenSessionId: sessionId,
      isCovered: z.boolean(),
      name: textRead,
      lastName: textRead,
      age: numberRead,
      birthDate: textRead,
      gender: textRead,
      lifeStatus: textRead,
      productName: textRead,
      productId: numberRead,
      registrationStatus: textRead,
      relationType: textRead,
      nationalNumber: textRead,
      accountValidto: textRead,
      issuerType: textRead,
      isReferenceable: z.boolean().nullish(),
      cellPhoneNumber: textRead,
      specialAccount: textRead,
      message: messageRead,
    }),
  ),
}
