import type { SigTerm } from '../terminology/code.ts'
import { toPersianDigits } from '../text.ts'
import { type ByTime, type Side, type Term, timeOfDayWord, timesOfDay } from './directions/said.ts'
import { organOf } from './directions/units.ts'
import type { DoneBy, DrugDraft, ServiceDraft } from './item.ts'
import { toothInWords } from './tooth.ts'

type Stretch = Pick<DrugDraft, 'dose' | 'frequency' | 'durationDays' | 'byTime'>
type Directions = Stretch &
  Pick<DrugDraft, 'doseUnit' | 'instructions' | 'asNeeded' | 'then' | 'neededFor' | 'mostPerDay' | 'side'> & {
    /** Tells what has sides: «در هر دو چشم». */
    form?: string
  }

const amountInWords: Record<string, string> = { '0.25': 'یک‌چهارم', '0.5': 'نصف', '1': 'یک', '1.5': 'یک‌ونیم', '2': 'دو', '3': 'سه', '4': 'چهار' }
const amountOf = (dose: string) => amountInWords[dose] ?? toPersianDigits(dose.replace('.', '٫'))

/**
 * The directions as a colleague would say them: «یک قرص، روزی سه بار (هر ۸ ساعت)، به مدت ۷ روز، بعد از غذا»; in steps «۸ قرص، روزی یک
 * بار، به مدت ۳ روز؛ سپس ۶ قرص، …»; by the time of day «صبح یک قرص و شب دو قرص». `terms` are the national sig terms; a code that is
 * not among them is left out.
 */
export function readBack(it: Directions, terms: readonly Pick<Term, 'kind' | 'code' | 'fa'>[]): string {
  const say = (kind: SigTerm['kind'], code: string) => terms.find((term) => term.kind === kind && term.code === code)?.fa
  const stretch = ({ dose, frequency, durationDays, byTime }: Stretch) =>
    [
      byTime ? timesInWordsOf(byTime, it.doseUnit) : `${amountOf(dose)} ${it.doseUnit}`,
      frequency && say('freq', frequency),
      durationDays && `به مدت ${toPersianDigits(durationDays)} روز`,
    ].filter(Boolean).join('، ')
  const rest = [
    it.side && sideInWords(it.side, it.form ?? ''),
    ...it.instructions.map((code) => say('instr', code)),
    it.asNeeded && `در صورت نیاز${it.neededFor === undefined ? '' : ` (${it.neededFor})`}`,
    it.mostPerDay && `حداکثر روزی ${amountOf(it.mostPerDay)} ${it.doseUnit}`,
  ].filter(Boolean).join('، ')
  const steps = [it, ...(it.then ?? [])].map(stretch).join('؛ سپس ')
  return [steps, rest].filter(Boolean).join(it.then ? '؛ ' : '، ')
}

const timesInWordsOf = (byTime: ByTime, unit: string): string =>
  timesOfDay.flatMap((time) => (Number(byTime[time]) > 0 ? [`${timeOfDayWord[time]} ${amountOf(byTime[time])} ${unit}`] : [])).join(' و ')

function sideInWords(side: Side, form: string): string {
  const organ = organOf(form)
  if (organ === 'بینی') return { right: 'در سوراخ راست بینی', left: 'در سوراخ چپ بینی', both: 'در هر دو سوراخ بینی' }[side]
  return { right: `در ${organ ?? 'سمت'} راست`, left: `در ${organ ?? 'سمت'} چپ`, both: `در هر دو ${organ ?? 'سمت'}` }[side]
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
