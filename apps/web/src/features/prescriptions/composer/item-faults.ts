import { Decimal } from '@noskhe/shared/prescriptions/item'
import type { ComposerDrug } from './draft.ts'
import { directionWords } from './direction-words.ts'
import { words } from './words.ts'

/** What keeps an item from being added, in the order of the form, each with what to do. */
export type Faults = Partial<Record<'line' | 'dose' | 'frequency' | 'duration' | 'quantity', string>>

export const faultsOf = (it: ComposerDrug, unread: string): Faults => ({
  ...(unread === '' ? {} : { line: words.unread(unread) }),
  ...([it, ...(it.then ?? [])].every(({ dose }) => isAmount(dose)) ? {} : { dose: words.doseFault }),
  ...([it, ...(it.then ?? [])].every(({ frequency, byTime }) => frequency !== null || byTime) ? {} : { frequency: words.frequencyFault }),
  ...(stepsEnd(it) ? {} : { duration: directionWords.durationFault }),
  ...(it.quantity !== null && it.quantity > 0 ? {} : { quantity: words.quantityFault }),
})

/** Of every step but the last it is said how long. */
const stepsEnd = (it: ComposerDrug): boolean => [it, ...(it.then ?? [])].slice(0, -1).every(({ durationDays }) => durationDays !== null)

const isAmount = (typed: string) => {
  const parsed = Decimal.safeParse(typed)
  return parsed.success && Number(parsed.data) > 0
}
