import type { DrugDraft } from '@noskhe/shared/prescriptions/item'
import type { SigTerm } from '@noskhe/shared/terminology/code'
import { onOtherKeyboard } from '@noskhe/shared/terminology/keyboard'
import { foldPersian, toLatinDigits } from '@noskhe/shared/text'
import { unitNamed } from './units.ts'

export type Said = Partial<Pick<DrugDraft, 'dose' | 'doseUnit' | 'frequency' | 'durationDays' | 'quantity' | 'instructions' | 'asNeeded'>>

/** What a line of shorthand says, and the words of it that nobody understood. */
export interface Shorthand {
  said: Said
  /** A bare `#`: she takes the quantity that is offered. */
  takesOffer: boolean
  unread: string
}

/**
 * Reads directions as doctors jot them: `1x3 7d pc #`, `tid`, `q8h #21`, «۱ هر ۸ ساعت ۷ روز بعد از غذا», «نصف شب‌ها»; also when
 * typed on the other keyboard. Nothing is guessed: what is not understood comes back as `unread`.
 */
export function readShorthand(typed: string, context: { terms: readonly SigTerm[]; form: string }): Shorthand {
  const asTyped = read(typed, context)
  const other = asTyped.unread === '' ? null : onOtherKeyboard(typed)
  const switched = other === null ? null : read(other, context)
  return switched?.unread === '' ? switched : asTyped
}

/**
 * The item with what the line says put over it. Instructions are added to those it has. «در صورت نیاز» said alone is the
 * frequency itself, where the national terms have one.
 */
export function withSaid<Item extends Required<Said>>(item: Item, said: Said, terms: readonly SigTerm[]): Item {
  const instructions = [...new Set([...item.instructions, ...(said.instructions ?? [])])]
  const whole = { ...item, ...said, instructions }
  const isOnlyPrn = said.asNeeded === true && whole.frequency === null && terms.some((term) => term.kind === 'freq' && term.code === 'PRN')
  return isOnlyPrn ? { ...whole, frequency: 'PRN', asNeeded: false } : whole
}

interface Reader {
  terms: readonly SigTerm[]
  form: string
  said: Said
}

function read(typed: string, context: Omit<Reader, 'said'>): Shorthand {
  const reader: Reader = { ...context, said: {} }
  const spelt = spell(typed)
  const takesOffer = BARE_HASH.test(spelt)
  let left = spelt.replace(BARE_HASH, ' ')
  for (const { pattern, take } of rules) {
    for (const match of left.matchAll(pattern)) {
      const said = take(match, reader)
      if (said === null) continue
      reader.said = { ...reader.said, ...said }
      left = left.replace(match[0], ' | ')
    }
  }
  return { said: reader.said, takesOffer, unread: left.replace(noise, ' ').replace(/[|،,؛;.+]/g, ' ').replace(/\s+/g, ' ').trim() }
}

const numerals = (
  [
    ['یک\\s?و\\s?نیم', '1.5'], ['یک\\s?چهارم|ربع', '0.25'], ['نصف|نیم', '0.5'], ['یک', '1'], ['دو', '2'], ['سه', '3'], ['چهار', '4'],
    ['پنج', '5'], ['شش', '6'], ['هفت', '7'], ['هشت', '8'], ['ده', '10'], ['دوازده', '12'],
  ] as const
).map(([word, digits]) => [whole(word), digits] as const)

/** One spelling: small letters, Latin digits, numerals as digits, spaces for half-spaces. */
function spell(typed: string): string {
  const text = toLatinDigits(foldPersian(typed)).toLowerCase().replace(/\u200c/g, ' ').replace(/٫/g, '.').replace(/[×*]/g, 'x')
  return numerals.reduce((spelt, [pattern, digits]) => spelt.replace(pattern, digits), ` ${text} `)
}

// \b knows only Latin letters.
function whole(pattern: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\d.])(?:${pattern})(?![\\p{L}\\d])`, 'gu')
}

const BARE_HASH = /#(?!\s*\d)/

const noise = whole('برای|به مدت|مدت|هر بار|بار|تا|و|از|for')
const amount = '\\d+(?:\\.\\d+)?|\\d/\\d'

type Rule = { pattern: RegExp; take: (match: RegExpExecArray, reader: Reader) => Said | null }

/** In order: what is longer or plainer first. A rule that answers null leaves the words to the next. */
const rules: readonly Rule[] = [
  rule('#\\s*(\\d+)|تعداد\\s*(\\d+)', ([, hash, count]) => ({ quantity: Number(hash ?? count) })),
  rule(`(${amount})\\s*x\\s*(\\d)`, ([, dose = '', times], reader) => both({ dose: decimal(dose) }, timesADay(reader, Number(times)))),
  rule('(?:هر|q)\\s*(\\d+)(?:\\s*(?:ساعت|h|hr|hours?))?(?!\\s*(?:روز|هفته|ماه))', ([, hours], reader) =>
    byCode(reader, `Q${hours}H`) ?? (Number(hours) === 24 ? timesADay(reader, 1) : null)),
  rule('(?:روزی|در روز)\\s*(\\d)(?:\\s*(?:بار|مرتبه|نوبت|دفعه))?', ([, times], reader) => timesADay(reader, Number(times))),
  rule('(\\d)\\s*(?:بار|مرتبه|نوبت|دفعه)\\s*(?:در روز|روزانه)', ([, times], reader) => timesADay(reader, Number(times))),
  rule('هفته ای\\s*(\\d)(?:\\s*بار)?', ([, times], reader) => timesADay(reader, Number(times) / 7)),
  rule('ماهی\\s*(\\d)(?:\\s*بار)?', ([, times], reader) => timesADay(reader, Number(times) / 30)),
  rule('هر 2 روز|(?:1 )?روز در میان', (_, reader) => byCode(reader, 'QOD')),
  rule('در صورت نیاز|عند ?اللزوم|prn|sos', () => ({ asNeeded: true })),
  rule('(?:بعد|پس)(?: از)? (?:غذا|خوراک)', (_, reader) => instruction(reader, 'PC')),
  rule('(?:قبل|پیش)(?: از)? (?:غذا|خوراک)', (_, reader) => instruction(reader, 'AC')),
  rule('(?:با|همراه|وسط) غذا', (_, reader) => instruction(reader, 'WITHFOOD')),
  rule('(?:هنگام|وقت|موقع|قبل) خواب', (_, reader) => instruction(reader, 'BEDTIME')),
  rule('هر شب|شب ?ها|شبی(?: 1)?|شب|nocte|qhs', (_, reader) => byCode(reader, 'HS')),
  rule('هر (?:روز )?صبح|صبح ?ها|صبح|mane', (_, reader) => byCode(reader, 'QAM')),
  rule('هر روز|روزانه|od|daily', (_, reader) => byCode(reader, 'QD')),
  rule('هر هفته|weekly', (_, reader) => byCode(reader, 'QW')),
  rule('tds', (_, reader) => byCode(reader, 'TID')),
  rule('eod', (_, reader) => byCode(reader, 'QOD')),
  rule('فوری', (_, reader) => byCode(reader, 'STAT')),
  rule('(\\d+)\\s*(?:d|days?|روزه?)', ([, count]) => days(Number(count))),
  rule('(\\d+)\\s*(?:w|wk|weeks?|هفته)', ([, count]) => days(Number(count) * 7)),
  rule('(\\d+)\\s*(?:m|mo|months?|ماه)', ([, count]) => days(Number(count) * 30)),
  rule('[a-z][a-z\\d]*', ([word], reader) => byCode(reader, word.toUpperCase()) ?? instruction(reader, word.toUpperCase())),
  rule('\\p{Script=Arabic}+(?: \\p{Script=Arabic}+)*', ([words], reader) => byName(reader, words)),
  rule(`(${amount})\\s*(\\p{L}+(?: سی)?)?`, doseOf),
]

function rule(pattern: string, take: Rule['take']): Rule {
  return { pattern: whole(pattern), take }
}

const decimal = (typed: string): string => {
  const [over, under] = typed.split('/').map(Number)
  return under ? String((over ?? 0) / under) : typed
}

const both = (one: Said, other: Said | null): Said | null => other && { ...one, ...other }
const days = (count: number): Said | null => (count >= 1 && count <= 365 ? { durationDays: count } : null)

function byCode({ terms }: Reader, code: string): Said | null {
  return terms.some((term) => term.kind === 'freq' && term.code === code) ? { frequency: code } : null
}

const plain = ['QD', 'BID', 'TID', 'QID']

/** The frequency that means so many times a day; the plain one where several do. */
function timesADay({ terms }: Reader, times: number): Said | null {
  const same = terms.filter((term) => term.kind === 'freq' && term.timesPerDay !== null && Math.abs(term.timesPerDay - times) < 0.01)
  const term = same.find((it) => plain.includes(it.code)) ?? same[0]
  return term ? { frequency: term.code } : null
}

function instruction({ terms, said }: Reader, code: string): Said | null {
  if (!terms.some((term) => term.kind === 'instr' && term.code === code)) return null
  return { instructions: [...new Set([...(said.instructions ?? []), code])] }
}

/** A national term by its own Persian name. */
function byName(reader: Reader, name: string): Said | null {
  const term = reader.terms.find((it) => it.kind !== 'amount' && spell(it.fa).trim() === name)
  return term ? (byCode(reader, term.code) ?? instruction(reader, term.code)) : null
}

/** An amount a time: «۲», «۵ سی‌سی»; a count where the amount is said already: «۱x۳ ۲۱ عدد». */
function doseOf([, typed = '', unit]: RegExpExecArray, { form, said }: Reader): Said | null {
  if (said.dose !== undefined) return unit === 'عدد' && /^\d+$/.test(typed) ? { quantity: Number(typed) } : null
  if (unit === undefined) return { dose: decimal(typed) }
  const doseUnit = unitNamed(form, unit)
  return doseUnit === null ? null : { dose: decimal(typed), doseUnit }
}
