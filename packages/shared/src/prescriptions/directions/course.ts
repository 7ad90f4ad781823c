import type { DrugDraft } from '../item.ts'
import { timesOfDay, type Term, timesPerDayOf } from './said.ts'
import { isCounted } from './units.ts'

type Course = Pick<DrugDraft, 'dose' | 'doseUnit' | 'frequency' | 'durationDays' | 'byTime' | 'then' | 'side'>

/** Amount of a day, on average: half of it on alternate days. Null where the frequency tells no number. */
export function perDay({ dose, frequency, byTime }: Pick<Course, 'dose' | 'frequency' | 'byTime'>, terms: readonly Term[]): number | null {
  if (byTime) return timesOfDay.reduce((sum, time) => sum + Number(byTime[time]), 0)
  const times = timesPerDayOf(terms, frequency)
  return times === null ? null : Number(dose) * times
}

/** Amount of the whole course, in the unit of the dose; drops for both eyes count twice. Null where some part of it has no end or no number. */
export function amountOfCourse(it: Course, terms: readonly Term[]): number | null {
  let amount = 0
  for (const stretch of [it, ...(it.then ?? [])]) {
    const daily = perDay(stretch, terms)
    if (daily === null || stretch.durationDays === null) return null
    amount += daily * stretch.durationDays
  }
  return amount * (it.side === 'both' ? 2 : 1)
}

/** Days of the whole course, of all its stretches; null where it has no end. */
export const daysOfCourse = ({ durationDays, then = [] }: { durationDays: number | null; then?: readonly { durationDays: number | null }[] }): number | null =>
  then.reduce((days, stretch) => (days === null || stretch.durationDays === null ? null : days + stretch.durationDays), durationDays)

/** What the pharmacy hands out whole. Sizes are the usual ones and are said with the offer, because the catalogue has none. */
export interface Pack {
  word: string
  holds: number
  /** Of the dose. */
  unit: string
}

const packs: readonly { form: RegExp; strength?: RegExp; pack: Pack }[] = [
  { form: /شربت|سوسپانسیون|الگزیر|^محلول$/, pack: { word: 'شیشهٔ ۱۰۰ میلی‌لیتری', holds: 100, unit: 'میلی‌لیتر' } },
  { form: /اسپری استنشاقی/, pack: { word: 'اسپری ۲۰۰ پافی', holds: 200, unit: 'پاف' } },
  { form: /قلم|کارتریج/, strength: /^100 (?:U|IU|units?)\/mL$/i, pack: { word: 'قلم ۳۰۰ واحدی', holds: 300, unit: 'واحد' } },
  { form: /کرم|پماد|ژل/, pack: { word: 'تیوب ۳۰ گرمی', holds: 30, unit: 'گرم' } },
]

/** A spoon by the national list of amounts: 5 ml and 10 ml. */
const millilitres: Record<string, number> = { 'قاشق چای‌خوری': 5, 'قاشق غذاخوری': 10 }

export interface Offer {
  quantity: number
  /** What one of them is, where it is a pack; null for what is counted out. */
  pack: string | null
}

/** Units to dispense for the whole course, rounded up. Null where the directions say too little, or nobody knows the pack. */
export function offerFor(it: Course & { form: string; strength: string }, terms: readonly Term[]): Offer | null {
  const amount = amountOfCourse(it, terms)
  if (amount === null || !(amount > 0)) return null
  if (isCounted(it.doseUnit)) return { quantity: upTo(amount), pack: null }
  const spoon = millilitres[it.doseUnit]
  const unit = spoon === undefined ? it.doseUnit : 'میلی‌لیتر'
  const known = packs.find(({ form, strength, pack }) => pack.unit === unit && form.test(it.form) && (strength?.test(it.strength) ?? true))?.pack
  return known ? { quantity: upTo((amount * (spoon ?? 1)) / known.holds), pack: known.word } : null
}

const upTo = (amount: number) => Math.max(1, Math.ceil(amount - 1e-9 - amount * 0.001))

/** Whether what she wrote is far from what the course needs: a half more, or less than two thirds. */
export const isFarFrom = (quantity: number, offer: Offer): boolean =>
  Math.abs(quantity - offer.quantity) > 1 && (quantity > offer.quantity * 1.5 || quantity * 1.5 < offer.quantity)
