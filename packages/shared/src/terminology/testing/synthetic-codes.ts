import type { Code } from '../code.ts'
import { entryOfCode, type CodeEntry } from '../entry-of-code.ts'
import { repeatable } from './slips.ts'

const consonants = [
  ['b', 'ب'], ['p', 'پ'], ['t', 'ت'], ['j', 'ج'], ['ch', 'چ'], ['kh', 'خ'], ['d', 'د'], ['r', 'ر'], ['z', 'ز'], ['s', 'س'], ['sh', 'ش'],
  ['f', 'ف'], ['k', 'ک'], ['g', 'گ'], ['l', 'ل'], ['m', 'م'], ['n', 'ن'],
] as const
const vowels = [['a', 'ا'], ['e', 'ه'], ['i', 'ی'], ['u', 'و']] as const
const endings = [['xin', 'کسین'], ['pril', 'پریل'], ['zol', 'زول'], ['mab', 'ماب'], ['tine', 'تین'], ['lol', 'لول'], ['cef', 'سف'], ['dine', 'دین']] as const
const strengths = ['5 mg', '10 mg', '20 mg', '40 mg', '80 mg', '100 mg', '250 mg', '500 mg'] as const
const forms = [
  ['قرص', 'TABLET', 'خوراکی', 'ORAL'], ['کپسول', 'CAPSULE', 'خوراکی', 'ORAL'], ['شربت', 'SYRUP', 'خوراکی', 'ORAL'], ['آمپول', 'INJECTION', 'تزریقی', 'PARENTERAL'],
] as const

/** As many made-up drugs, ten of each ingredient, named in both scripts as drugs are; the same ones in every run. */
export function syntheticEntries(size: number): CodeEntry[] {
  const random = repeatable(20_261_125)
  const pick = <T>(from: readonly T[]): T => from[random(from.length)] ?? from[0] as T
  const name = (length: number) => {
    const parts = [...Array.from({ length }, () => [pick(consonants), pick(vowels)]).flat(), pick(endings)]
    const joint = random(4) === 0 ? 2 : -1
    return {
      latin: parts.map(([latin]) => latin).join(''),
      persian: parts.map(([, persian], at) => (at === joint ? `\u200c${persian}` : persian)).join(''),
    }
  }
  return Array.from({ length: Math.ceil(size / 10) }, () => ({ name: name(3), brand: name(3) }))
    .flatMap((drug) => Array.from({ length: 10 }, (_, at) => ({ ...drug, strength: strengths[(at * 3) % 8] ?? '5 mg', form: forms[at % 4] ?? forms[0] })))
    .slice(0, size)
    .map(({ name: { latin, persian }, brand, strength, form: [form, formEn, route, routeEn] }, at) => {
      const shown: Code = {
        kind: 'drug', code: String(1_000_000 + at), nameFa: `${persian} ${form} ${strength}`, nameEn: `${latin.toUpperCase()} ${formEn} ${routeEn} ${strength}`,
        strength, form, route, brands: [brand.persian, brand.latin], atc: null, legalClass: 'RX', isCovered: at % 3 > 0, isCurrent: true,
      }
      return entryOfCode(shown, { otherCodes: [], ingredients: [latin, persian], details: [formEn, routeEn] })
    })
}
