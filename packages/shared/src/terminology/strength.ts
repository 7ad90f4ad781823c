import { fold, isNumber } from './fold.ts'

/**
 * A number by which a strength is asked for: printed on the pack; another way to say the same; or the volume that holds
 * it (the 5 of 250 mg/5 mL), which is no amount of the drug.
 */
export interface StrengthNumber {
  value: string
  as: 'printed' | 'equivalent' | 'volume'
}

/** Words that another of the same row begins with are left out: a beginning is found anyway. */
const units: Readonly<Record<string, readonly string[]>> = {
  mg: ['mg', 'میلیگرم', 'گرم'],
  mcg: ['mcg', 'میکروگرم', 'گرم'],
  g: ['g', 'gr', 'گرم'],
  ml: ['ml', 'cc', 'میلیلیتر', 'لیتر', 'سیسی'],
  iu: ['iu', 'واحد'],
  u: ['u', 'unit', 'واحد'],
  '%': ['%', 'درصد'],
}

/** The words by which the units of a strength are asked for, in both scripts. */
export const unitWords = (strength: string): string[] => [
  ...new Set(fold(strength).split(' ').flatMap((word) => units[word] ?? [])),
]

/**
 * The numbers by which a strength is asked for, each once: its amounts as printed; the same in the neighbouring unit
 * (1 g as 1000, 0.1 mg as 100) and the sum of a combination, by which people call it (500 mg/125 mg is «۶۲۵»); volumes.
 */
export function strengthNumbers(strength: string): StrengthNumber[] {
  const all = amountsOf(strength)
  const amounts = all.filter((it) => it.unit !== 'ml')
  const found = new Map<string, StrengthNumber['as']>()
  const put = (value: number, as: StrengthNumber['as']) => {
    const printed = plain(value)
    if (!found.has(printed)) found.set(printed, as)
  }
  for (const { value } of amounts) put(value, 'printed')
  for (const value of [...amounts.flatMap(inNeighbouringUnit), ...sumOf(amounts)]) put(value, 'equivalent')
  for (const { value } of all) put(value, 'volume')
  return [...found].map(([value, as]) => ({ value, as }))
}

interface Amount {
  value: number
  /** Empty where none is printed. */
  unit: string
}

function amountsOf(strength: string): Amount[] {
  const words = fold(strength).split(' ')
  return words.flatMap((word, at) => (isNumber(word) ? { value: Number(word), unit: words[at + 1] ?? '' } : []))
}

function inNeighbouringUnit({ value, unit }: Amount): number[] {
  if (unit === 'g') return [value * 1_000]
  if (unit === 'mcg') return [value / 1_000]
  if (unit === 'mg' && value >= 1_000) return [value / 1_000]
  if (unit === 'mg' && value < 1) return [value * 1_000]
  return []
}

function sumOf(amounts: Amount[]): number[] {
  const [first, second, third] = amounts
  const isPair = first?.unit === 'mg' && second?.unit === 'mg' && third === undefined
  return isPair ? [first.value + second.value] : []
}

const plain = (value: number): string => String(Number(value.toPrecision(12)))
