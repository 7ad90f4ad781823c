import { Decimal } from '@noskhe/shared/prescriptions/item'
import type { ComposerDrug } from './draft.ts'
import { words } from './words.ts'

/** What keeps an item from being added, in the order of the form, each with what to do. */
export type Faults = Partial<Record<'line' | 'dose' | 'frequency' | 'quantity', string>>

export const faultsOf = (it: ComposerDrug, unread: string): Faults => ({
  ...(unread === '' ? {} : { line: words.unread(unread) }),
  ...(isAmount(it.dose) ? {} : { dose: words.doseFault }),
  ...(it.frequency === null ? { frequency: words.frequencyFault } : {}),
  ...(it.quantity !== null && it.quantity > 0 ? {} : { quantity: words.quantityFault }),
})

const isAmount = (typed: string) => {
  const parsed = Decimal.safeParse(typed)
  return parsed.success && Number(parsed.data) > 0
}
