import type { Drug } from './drug.ts'

/** What the sandbox's insurer decides about a drug. */
export type InsuranceTerms = Pick<Drug, 'isCovered' | 'basePrice' | 'maxQuantity' | 'needsDocument'>

type Described = Pick<Drug, 'formEn' | 'routeEn' | 'strength' | 'atc' | 'legalClass'>

/**
 * Terms for a drug whose file names none. They are plausible, not anyone's tariff: worked out from form, strength and
 * class alone, so that the same drug always gets the same ones. `isCovered` null leaves coverage to the legal class.
 */
export function estimateTerms(drug: Described, isCovered: boolean | null = null): InsuranceTerms {
  const covered = isCovered ?? drug.legalClass !== 'OTC'
  return {
    isCovered: covered,
    basePrice: estimatePrice(drug),
    maxQuantity: covered ? ceilingOf(drug) : null,
    needsDocument: covered && documentClasses.some((prefix) => drug.atc.startsWith(prefix)),
  }
}

interface FormTerms {
  /** Rial for one unit of an ordinary drug in this form. */
  price: number
  /** Most units on one prescription. */
  ceiling: number
}

/** The first whose words all stand in the form and route decides. */
const forms: readonly [words: string, terms: FormTerms][] = [
  ['IMPLANT', { price: 5_200_000, ceiling: 1 }],
  ['PREFILLED PEN', { price: 1_150_000, ceiling: 10 }],
  ['PREFILLED SYRINGE', { price: 1_900_000, ceiling: 6 }],
  ['INFUSION', { price: 620_000, ceiling: 10 }],
  ['INJECTION POWDER', { price: 380_000, ceiling: 14 }],
  ['INJECTION INTRAVENOUS', { price: 560_000, ceiling: 10 }],
  ['INJECTION SUBCUTANEOUS', { price: 1_900_000, ceiling: 10 }],
  ['INJECTION', { price: 140_000, ceiling: 10 }],
  ['AEROSOL', { price: 1_700_000, ceiling: 2 }],
  ['POWDER INHALATION', { price: 2_400_000, ceiling: 2 }],
  ['CAPSULE INHALATION', { price: 60_000, ceiling: 60 }],
  ['INHALATION', { price: 190_000, ceiling: 20 }],
  ['SPRAY', { price: 900_000, ceiling: 2 }],
  ['DROPS', { price: 390_000, ceiling: 3 }],
  ['VAGINAL TABLET', { price: 55_000, ceiling: 14 }],
  ['TABLET EFFERVESCENT', { price: 48_000, ceiling: 20 }],
  ['TABLET EXTENDED RELEASE', { price: 26_000, ceiling: 100 }],
  ['TABLET DELAYED RELEASE', { price: 19_000, ceiling: 100 }],
  ['TABLET', { price: 14_000, ceiling: 100 }],
  ['CAPSULE EXTENDED RELEASE', { price: 29_000, ceiling: 100 }],
  ['CAPSULE', { price: 18_000, ceiling: 100 }],
  ['LOZENGE', { price: 22_000, ceiling: 24 }],
  ['SUPPOSITORY', { price: 34_000, ceiling: 20 }],
  ['PATCH', { price: 360_000, ceiling: 10 }],
  ['ENEMA', { price: 260_000, ceiling: 4 }],
  ['DEVICE', { price: 520_000, ceiling: 2 }],
  ['SUSPENSION', { price: 460_000, ceiling: 3 }],
  ['SYRUP', { price: 420_000, ceiling: 3 }],
  ['POWDER', { price: 42_000, ceiling: 30 }],
]
/** Creams, gels, shampoos, mouthwashes, oral solutions …: what comes by the tube or bottle. */
const byTheContainer: FormTerms = { price: 430_000, ceiling: 3 }

/** How much dearer a class is than an ordinary drug of its form; the longest prefix that fits decides. */
const classFactors: Readonly<Record<string, number>> = {
  A10A: 2.2, A10BH: 3, A10BJ: 5, A10BK: 4, B01AB: 5, B01AC24: 6, B01AD: 60, B01AF: 5, B02B: 14, B03XA: 9, B05AA: 12, B06AC: 20,
  C02KX: 14, C09DX04: 7, C10AX13: 9, C10AX14: 9, G03G: 6, H01AC: 6, H01C: 9, H05AA: 6, J01DH: 3, J01X: 3, J02AC: 5, J02AX: 30,
  J05AB16: 40, J05AF: 3, J05AP: 26, J05AR: 5, J06BA: 30, J06BB: 5, J07: 4, L01: 16, L01B: 4, L01E: 60, L01F: 110, L01X: 30, L02A: 9, L02B: 3,
  L03AA: 9, L03AB: 9, L03AX: 9, L04A: 5, L04AA: 20, L04AA06: 3, L04AB: 5, L04AC: 12, L04AG: 60, M05BX04: 3, N01AX: 2, N02A: 1.6, N02CC: 4,
  N05AX: 1.6, N06BA: 3, N07XX: 12, R03AK: 1.2, R03DX: 24, S01LA: 90, V03AC: 7, V03AE: 2.5,
}

/** Classes for which the insurer wants to see a file first: cancer, biologics, growth hormone, clotting factors … */
const documentClasses = [
  'A10BJ', 'B02BD', 'B03XA', 'C02KX', 'C10AX13', 'C10AX14', 'G03GA', 'H01AC', 'H01CB', 'H05AA', 'J05AP', 'J06BA', 'L01A', 'L01C',
  'L01D', 'L01E', 'L01F', 'L01X', 'L02AE', 'L03AA', 'L03AB', 'L03AX13', 'L04AA', 'L04AB', 'L04AC', 'L04AE', 'L04AF', 'L04AG',
  'M05BX04', 'N07XX', 'R03DX05', 'S01LA',
]

function estimatePrice(drug: Described): number {
  const price = formTermsOf(drug).price * classFactorOf(drug.atc) * strengthFactorOf(drug.strength)
  return Math.max(100, Math.round(price / 100) * 100)
}

function ceilingOf(drug: Described): number {
  const { ceiling } = formTermsOf(drug)
  const isSolid = ceiling === 100
  if (drug.legalClass === 'NARCOTIC') return Math.min(ceiling, 10)
  if (drug.legalClass === 'CONTROLLED') return Math.min(ceiling, 60)
  if (isSolid && /^J01|^P01/.test(drug.atc)) return 30
  if (isSolid && /^M01|^N02B|^R05|^R06/.test(drug.atc)) return 50
  if (drug.atc.startsWith('J07')) return 1
  return ceiling
}

function formTermsOf({ formEn, routeEn }: Described): FormTerms {
  const words = new Set(`${formEn} ${routeEn}`.toUpperCase().split(/[^A-Z]+/))
  return forms.find(([needed]) => needed.split(' ').every((word) => words.has(word)))?.[1] ?? byTheContainer
}

function classFactorOf(atc: string): number {
  for (let length = atc.length; length > 0; length--) {
    const factor = classFactors[atc.slice(0, length)]
    if (factor !== undefined) return factor
  }
  return 1
}

const milligrams: Readonly<Record<string, number>> = { mcg: 0.001, mg: 1, g: 1000 }

/** Dearer with the amount of the first ingredient, but far from in proportion: 100 mg is one, 1 g about one and a half. */
function strengthFactorOf(strength: string): number {
  const [, amount, unit] = /^([\d.,]+) ?(mcg|mg|g)\b/.exec(strength) ?? []
  if (amount === undefined || unit === undefined) return 1
  const weight = Number(amount.replaceAll(',', '')) * (milligrams[unit] ?? 1)
  return Math.min(2.5, Math.max(0.5, (weight / 100) ** 0.18))
}
