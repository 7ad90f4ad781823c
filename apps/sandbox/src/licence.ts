import * as z from 'zod'
import type { Licence } from './scenarios.ts'

/** A licence as two registries keep it; the sandbox's page and tests may change it to see the product react (A01, A44). */
export const LicenceChange = z.object({
  state: z.enum(['active', 'suspended', 'revoked', 'expired']),
  reason: z.string().min(1).nullable().default(null),
  /** Jalali YYYY-MM-DD; unchanged when absent. */
  validUntil: z.string().regex(/^\d{4}-\d{2}-\d{2}$/).optional(),
})
export type LicenceChange = z.infer<typeof LicenceChange>

export const LicenceRow = z.object({
  licence_state: z.enum(['active', 'suspended', 'revoked', 'expired']),
  licence_reason: z.string().nullable(),
  licence_until: z.string(),
})

/** The licence of a row on this Jalali day: one that has run out is expired, whatever the row says. */
export function licenceOf(row: z.infer<typeof LicenceRow>, today: string): Licence {
  const hasRunOut = row.licence_state === 'active' && row.licence_until < today
  return {
    state: hasRunOut ? 'expired' : row.licence_state,
    reason: hasRunOut ? 'اعتبار پروانه پایان یافته است' : row.licence_reason,
    validUntil: row.licence_until,
  }
}
