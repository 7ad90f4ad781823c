import { type Caution, agesNotFor, pregnantNotFor, sexesNotFor } from './cautions.ts'
import { type Guidance, type ReasonCode, type Topic, removal } from './guidance.ts'
import type { Order } from './order.ts'
import type { Patient } from './patient.ts'

/** A drug of a group to which an allergy is recorded. */
export const allergies = (orders: readonly Order[], patient: Patient): Guidance[] =>
  orders.flatMap((order) => {
    const allergy = patient.allergies.find(({ atc }) => order.drug.atc.startsWith(atc))
    if (allergy === undefined) return []
    return [
      {
        topic: 'allergy' as const,
        rule: `allergy:${allergy.atc}:${order.drug.innEn.toLowerCase()}`,
        about: [order],
        indicator: 'critical' as const,
        summary: `${order.drug.innFa}: حساسیت بیمار به ${allergy.name} ثبت شده است`,
        advice: 'داروی دیگری بنویسید؛ اگر این سابقه درست نیست، دلیل را بگویید.',
        suggestion: removal(order),
        reasons: ['tolerated', 'record-wrong', 'specialist-advice'] as const,
      },
    ]
  })

/** Drugs that are not for someone of this age or sex. An age that was not told is no ground for anything. */
export function ageAndSex(orders: readonly Order[], { ageInYears, gender }: Patient): Guidance[] {
  const isOfAge = ({ from = 0, below = Infinity }: { from?: number; below?: number }) =>
    ageInYears !== null && ageInYears >= from && ageInYears < below
  return [
    ...cautioned(orders, 'age', agesNotFor.filter(isOfAge)),
    ...cautioned(orders, 'sex', sexesNotFor.filter((it) => it.gender === gender)),
  ]
}

export const pregnancy = (orders: readonly Order[], { isPregnant }: Patient): Guidance[] =>
  isPregnant === true ? cautioned(orders, 'pregnancy', pregnantNotFor) : []

const reasonsOf: Record<'age' | 'sex' | 'pregnancy', readonly ReasonCode[]> = {
  age: ['benefit-outweighs', 'monitored', 'specialist-advice'],
  sex: ['intended', 'specialist-advice'],
  pregnancy: ['benefit-outweighs', 'specialist-advice', 'record-wrong'],
}

/** The caution that names a drug most closely, for each drug that has one. */
function cautioned(orders: readonly Order[], topic: Extract<Topic, keyof typeof reasonsOf>, cautions: readonly Caution[]): Guidance[] {
  return orders.flatMap((order) => {
    const [closest] = cautions.filter(({ atc }) => order.drug.atc.startsWith(atc)).toSorted((a, b) => b.atc.length - a.atc.length)
    if (closest === undefined) return []
    const { atc, indicator, why, advice, isAbsolute } = closest
    return [
      {
        topic,
        rule: `${topic}:${atc}`,
        about: [order],
        indicator,
        summary: `${order.drug.innFa}: ${why}`,
        advice,
        ...(indicator === 'critical' && { suggestion: removal(order) }),
        reasons: isAbsolute ? [] : reasonsOf[topic],
      },
    ]
  })
}
