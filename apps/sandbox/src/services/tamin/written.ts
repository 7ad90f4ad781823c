import * as z from 'zod'
import type { FeedbackAnswer, ReferralNote } from '@noskhe/national-wire/tamin/referral'
import type { OrderedLine } from './written-lines.ts'

/** What came, before anything is asked of it: each thing that is missing has a refusal of its own. */
export const Came = z.object({
  patient: z.string().optional(),
  mobile: z.string().optional(),
  prescDate: z.string().optional(),
  expireDate: z.string().nullish(),
  docId: z.string().optional(),
  docNationalCode: z.string().optional(),
  docMobileNo: z.string().optional(),
  prescType: z.object({ prescTypeId: z.string().optional() }).optional(),
  clientId: z.string().optional(),
  comments: z.string().optional(),
  noteDetailEprscs: z.array(z.unknown()).optional(),
  noteDetailsReferralList: z.array(z.unknown()).nullish(),
  referralFeedbackId: z.string().nullish(),
  Complaint: z.object({ complaintId: z.string() }).nullish(),
})
export type Came = z.output<typeof Came>

export interface Written {
  patient: string
  type: string
  /** Jalali `YYYY-MM-DD`. */
  day: string
  /** Eight digits, as they came; the last day on which it is served. */
  expires: string | null
  comments: string
  complaint: string | null
  lines: OrderedLine[]
  referral: ReferralNote | null
  feedback: { referralId: string; answers: FeedbackAnswer[] } | null
}
