import { z } from 'zod'
import { Rial } from '../money.ts'
import { InsurerCode } from '../patients/eligibility.ts'

/** One line of the insurer's bill for a month: so many visits or drug lines of one fund, and what the insurer owes. */
export const BillLine = z.object({
  billRef: z.string(),
  kind: z.enum(['visit', 'drug', 'other']),
  title: z.string(),
  fund: z.string(),
  count: z.int().nonnegative(),
  insurerShare: Rial,
})
export type BillLine = z.infer<typeof BillLine>

/**
 * A centre's month at one insurer (A57, A66). `unanswered`: the insurer was silent, which is not an empty bill.
 * `ours` is what our own records of the month say, so that the two can be laid side by side.
 */
export const InsurerBill = z.object({
  insurer: InsurerCode,
  state: z.enum(['answered', 'unanswered']),
  lines: z.array(BillLine),
  insurerShare: Rial,
  ours: z.object({ registered: z.int(), delivered: z.int(), insurerShare: Rial, patientShare: Rial }),
})
export type InsurerBill = z.infer<typeof InsurerBill>

export const MonthlyBill = z.object({
  centreName: z.string(),
  year: z.int(),
  month: z.int(),
  insurers: z.array(InsurerBill),
}).meta({ id: 'MonthlyBill' })
export type MonthlyBill = z.infer<typeof MonthlyBill>
