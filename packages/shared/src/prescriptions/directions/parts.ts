import { z } from 'zod'
import { parseJalali } from '../../calendar.ts'
import { foldPersian } from '../../text.ts'
import { Decimal } from '../decimal.ts'

/** Amounts by the time of day; «0» where nothing is taken then. */
export const ByTime = z.object({ morning: Decimal, noon: Decimal, evening: Decimal, night: Decimal })

/** A further stretch of days, after those before it: «سپس ۶ قرص، روزی یک بار، به مدت ۳ روز». In the unit of the first. */
export const Step = z.object({
  dose: Decimal,
  /** Null where the amounts are told by the time of day. */
  frequency: z.string().max(12).nullable(),
  byTime: ByTime.exactOptional(),
  /** Null only of the last, which has no end. */
  durationDays: z.int().min(1).max(365).nullable(),
})
export type Step = z.infer<typeof Step>

const Words = z.string().max(200).overwrite(foldPersian)

/** What directions may say beyond amount, frequency and days. What is not said is absent, so that what was signed before stays as it was. */
export const furtherDirections = {
  /** With it `frequency` is null, and `dose` the largest amount of a day. */
  byTime: ByTime.exactOptional(),
  then: z.array(Step).min(1).max(8).exactOptional(),
  /** Of what may be taken when needed: for what, and how much a day at most, in the unit of the dose. */
  neededFor: Words.exactOptional(),
  mostPerDay: Decimal.exactOptional(),
  /** Of the eyes, the ears, the nostrils. */
  side: z.enum(['right', 'left', 'both']).exactOptional(),
  /** The pharmacy is asked to give this and no other of the same generic. */
  noSubstitution: z.literal(true).exactOptional(),
  forPharmacist: Words.exactOptional(),
  /** ICD-10 of what this one is for; the title is the server's. */
  indication: z.object({ code: z.string().max(10), title: z.string().max(300) }).exactOptional(),
  /** Jalali YYYY-MM-DD from which it may be dispensed. */
  activeFrom: z.string().refine((day) => parseJalali(day) !== null, { error: 'date' }).exactOptional(),
  /** How many times it is dispensed in all. */
  repeats: z.int().min(2).max(3).exactOptional(),
  /** Items of one compounded preparation share a number. */
  compound: z.int().min(1).max(9).exactOptional(),
}
