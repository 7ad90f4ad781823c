import { z } from 'zod'
import { toPersianDigits } from './text.ts'

/** An amount in whole Rial. Money is never a fraction and never a float. */
export const Rial = z.int().nonnegative().meta({ description: 'Rial, whole' })
export type Rial = z.infer<typeof Rial>

/** «۲٬۳۰۱٬۰۰۰»: Persian digits, Persian thousands separator, no unit. */
export const formatAmount = (amount: number): string =>
  toPersianDigits(String(Math.trunc(amount)).replace(/\B(?=(\d{3})+$)/g, '٬'))

/** «۲٬۳۰۱٬۰۰۰ ریال». */
export const formatRial = (amount: Rial): string => `${formatAmount(amount)} ریال`

/** What each side pays for something. `total` is what the item costs; the two shares add up to it exactly (A26). */
export const Shares = z.object({ total: Rial, insurerShare: Rial, patientShare: Rial }).meta({ id: 'Shares' })
export type Shares = z.infer<typeof Shares>

/**
 * Splits the price of `quantity` units (Rial each) by the insurer's percentage. The insurer's part is rounded down and the
 * patient pays the rest, so that the parts always add up to the total.
 */
export function splitPrice(unitPrice: Rial, quantity: number, insurerPercent: number): Shares {
  const total = Math.round(unitPrice * quantity)
  const insurerShare = Math.floor((total * insurerPercent) / 100)
  return { total, insurerShare, patientShare: total - insurerShare }
}

/** The sum of shares; nothing is rounded again. */
export const addShares = (parts: readonly Shares[]): Shares =>
  parts.reduce(
    (sum, part) => ({
      total: sum.total + part.total,
      insurerShare: sum.insurerShare + part.insurerShare,
      patientShare: sum.patientShare + part.patientShare,
    }),
    { total: 0, insurerShare: 0, patientShare: 0 },
  )
