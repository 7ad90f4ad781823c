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
  /** The insurer's own remark, e.g. which of the account's centres it is about; may be empty. */
  note: z.string(),
})
export type BillLine = z.infer<typeof BillLine>

/**
 * A centre's month at one insurer (A57, A66). `unanswered`: the insurer was silent; `refused`: it answered, with `advice`, that it
 * will not tell. Neither is an empty bill. `ours` is what our own records of the month say, to be laid beside it.
 */
export const InsurerBill = z.object({
  insurer: InsurerCode,
  state: z.enum(['answered', 'refused', 'unanswered']),
  advice: z.string().nullable(),
  lines: z.array(BillLine),
  /** Sum of the lines. */
  insurerShare: Rial,
  ours: z.object({
    /** Prescriptions registered at the insurer in the month. */
    registered: z.int().nonnegative(),
    /** Deliveries confirmed in the month, and both shares of them. */
    delivered: z.int().nonnegative(),
    insurerShare: Rial,
    patientShare: Rial,
  }),
})
export type InsurerBill = z.infer<typeof InsurerBill>

export const MonthlyBill = z.object({
  centreName: z.string(),
  /** Jalali. */
  year: z.int(),
  month: z.int(),
  insurers: z.array(InsurerBill),
})
export type MonthlyBill = z.infer<typeof MonthlyBill>
