import * as z from 'zod'
import { DoDate } from './data-objects.ts'

/** The Council's numeric code; `mcCodeTypeEn` tells physicians from midwives and others who share numbers. */
export const MemberInfoRequest = z.object({ mcCodeNumeric: z.string().regex(/^\d{4,8}$/), mcCodeTypeEn: z.string() })

const MemberInfo = z.object({
  McCode: z.string(),
  FirstName: z.string(),
  LastName: z.string(),
  LastSpecialityTitle: z.string().nullable(),
  SpecialityCodes: z.array(z.string()),
  // From here on ours: A44 needs them and the published SDK drops them.
  NationalCode: z.string(),
  Gender: z.enum(['1', '2']),
  Mobile: z.string(),
  Licence: z.object({ State: z.enum(['active', 'suspended', 'revoked', 'expired']), Reason: z.string().nullable(), ValidUntil: DoDate }),
  Sentence: z.object({ Text: z.string() }).nullable(),
})
export type MemberInfo = z.infer<typeof MemberInfo>

export const MemberInfoReply = z.object({
  GetMemberInfoByMcCodeNumericTypeEnResponse: z.object({
    GetMemberInfoByMcCodeNumericTypeEnResult: z.object({
      Status: z.array(z.string()),
      message: z.string().nullable(),
      ReturnValue: MemberInfo.nullable(),
    }),
  }),
})
export type MemberInfoReply = z.infer<typeof MemberInfoReply>
