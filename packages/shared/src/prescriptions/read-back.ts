import type { SigTerm } from '../terminology/code.ts'
import { toPersianDigits } from '../text.ts'
import type { DoneBy, DrugDraft, ServiceDraft } from './item.ts'
import { toothInWords } from './tooth.ts'

type Directions = Pick<DrugDraft, 'dose' | 'doseUnit' | 'frequency' | 'durationDays' | 'instructions' | 'asNeeded'>

const amountInWords: Record<string, string> = { '0.25': 'یک‌چهارم', '0.5': 'نصف', '1': 'یک', '1.5': 'یک‌ونیم', '2': 'دو', '3': 'سه', '4': 'چهار' }

/**
 * The directions as a colleague would say them: «یک قرص، روزی سه بار (هر ۸ ساعت)، به مدت ۷ روز، بعد از غذا». `terms` are the
 * national sig terms; a code that is not among them is left out.
 */
export function readBack(it: Directions, terms: readonly Pick<SigTerm, 'kind' | 'code' | 'fa'>[]): string {
  const say = (kind: SigTerm['kind'], code: string) => terms.find((term) => term.kind === kind && term.code === code)?.fa
  const amount = amountInWords[it.dose] ?? toPersianDigits(it.dose.replace('.', '٫'))
  const parts = [
    `${amount} ${it.doseUnit}`,
    it.frequency && say('freq', it.frequency),
    it.durationDays && `به مدت ${toPersianDigits(it.durationDays)} روز`,
    ...it.instructions.map((code) => say('instr', code)),
    it.asNeeded && 'در صورت نیاز',
  ]
  return parts.filter(Boolean).join('، ')
}

/** Units needed for the whole course, rounded up; null where the directions do not say enough. Offered, never imposed. */
export function quantityFor(it: Pick<DrugDraft, 'dose' | 'durationDays'>, timesPerDay: number | null): number | null {
  if (it.durationDays === null || timesPerDay === null) return null
  return Math.max(1, Math.ceil(Number(it.dose) * timesPerDay * it.durationDays - 1e-9))
}

const doneByInWords = { orderer: 'انجام به دست تجویزگر', another: 'انجام نزد ارائه‌دهندهٔ دیگر' } satisfies Record<DoneBy, string>

/**
 * What a service's item says beyond its name: «۱۰ جلسه», «۲ بار، انجام نزد ارائه‌دهندهٔ دیگر», «دندان ۳۶ (آسیای بزرگ اول پایین چپ)». Empty where
 * one time of it is all there is to say.
 */
export function serviceReadBack(it: ServiceDraft): string {
  const times = it.quantity === null ? '' : timesInWords(it.kind, it.quantity)
  switch (it.kind) {
    case 'physician-service':
    case 'nursing':
      return [times, doneByInWords[it.doneBy]].filter(Boolean).join('، ')
    case 'dental':
      return [it.tooth === null ? '' : toothInWords(it.tooth), times].filter(Boolean).join('، ')
    case 'lab':
    case 'imaging':
    case 'physiotherapy':
    case 'device':
      return times
  }
}

/** Once of most services goes without saying; sessions and devices are always counted. */
function timesInWords(kind: ServiceDraft['kind'], quantity: number): string {
  const count = toPersianDigits(quantity)
  if (kind === 'physiotherapy') return `${count} جلسه`
  if (kind === 'device') return `${count} عدد`
  return quantity === 1 ? '' : `${count} بار`
}
