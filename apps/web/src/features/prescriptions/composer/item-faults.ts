import { timesOfDay } from '@noskhe/shared/prescriptions/directions/said'
import { Decimal, DrugDraft } from '@noskhe/shared/prescriptions/item'
import type { ComposerDrug } from './draft.ts'
import { directionWords } from './direction-words.ts'
import { words } from './words.ts'

/** What keeps an item from being added, in the order of the form, each with what to do. */
export type Faults = Partial<Record<'line' | 'dose' | 'frequency' | 'duration' | 'quantity', string>>

export const faultsOf = (it: ComposerDrug, unread: string): Faults => ({
  ...(unread === '' ? {} : { line: words.unread(unread) }),
  ...(stretchesOf(it).every((stretch) => isAmount(stretch.dose) && areAmounts(stretch)) ? {} : { dose: words.doseFault }),
  ...(stretchesOf(it).every(({ frequency, byTime }) => frequency !== null || byTime) ? {} : { frequency: words.frequencyFault }),
  ...(stretchesOf(it).every(({ durationDays }) => duration.safeParse(durationDays).success) ? {} : { duration: words.durationFault }),
  ...(stepsEnd(it) ? {} : { duration: directionWords.durationFault }),
  ...(it.quantity !== null && it.quantity > 0 ? {} : { quantity: words.quantityFault }),
})

const duration = DrugDraft.shape.durationDays

const stretchesOf = (it: ComposerDrug) => [it, ...(it.then ?? [])]

/** Of every step but the last it is said how long. */
const stepsEnd = (it: ComposerDrug): boolean => stretchesOf(it).slice(0, -1).every(({ durationDays }) => durationDays !== null)

/** Whether something typed is an amount that can be taken: «۰» is none. */
export const isAmount = (typed: string): boolean => Number(decimalOf(typed) ?? 0) > 0

/** A comma may part thousands as well as a fraction: «۵,۰۰۰» is no number until she says which. */
const decimalOf = (typed: string): string | undefined => (typed.includes(',') ? undefined : Decimal.safeParse(typed).data)

type Stretch = Pick<ComposerDrug, 'dose' | 'byTime'>

/** A time of day that is left empty is one at which nothing is taken. */
const amountAt = (typed: string): string => (typed === '' ? '0' : typed)

const areAmounts = ({ byTime }: Stretch): boolean => !byTime || timesOfDay.every((time) => decimalOf(amountAt(byTime[time])) !== undefined)

const spelt = <Of extends Stretch>({ dose, byTime, ...rest }: Of) => ({
  ...rest,
  dose: Decimal.parse(dose),
  ...(byTime && {
    byTime: {
      morning: Decimal.parse(amountAt(byTime.morning)),
      noon: Decimal.parse(amountAt(byTime.noon)),
      evening: Decimal.parse(amountAt(byTime.evening)),
      night: Decimal.parse(amountAt(byTime.night)),
    },
  }),
})

/** An item without faults, its amounts in the one spelling in which they are kept. */
export const faultless = ({ then, ...it }: ComposerDrug): ComposerDrug => ({ ...spelt(it), ...(then && { then: then.map(spelt) }) })
