import { parseJalali } from '../calendar.ts'
import { FidaId, type Identity, NationalCode, Phone, UniqueId } from '../identifiers.ts'
import { onOtherKeyboard } from '../terminology/keyboard.ts'
import { toLatinDigits } from '../text.ts'
import { readingsOfName } from './name-words.ts'
import type { PatientQuery } from './search.ts'

/** What somebody typed to find a patient by. */
export type Recognised =
  | { as: 'identity'; identity: Identity }
  | { as: 'query'; query: PatientQuery }
  /** Ten digits whose check digit is wrong. */
  | { as: 'wrong-code' }
  /** So many digits of a national code that more are to come. */
  | { as: 'digits'; count: number }
  | { as: 'nothing' }

const NATIONAL_DIGITS = 10

/**
 * What a text can be, of all that a patient is found by: an id of a person, a telephone, a birth date (whole, its month or its
 * year alone, Jalali) or a name, in whichever keyboard layout it was typed. Never a guess: digits that fit nothing are said to.
 */
export function recognise(typed: string, now: number = Date.now()): Recognised {
  const text = toLatinDigits(typed).replace(/[\u200e\u200f]/g, '').trim()
  if (/^\+?[\d\s\u200c-]+$/.test(text)) return ofDigits(text.replace(/[\s\u200c-]/g, ''), text, now)
  if (/^[\d\s./-]+$/.test(text)) return ofBirth(text.replace(/\s/g, ''), now) ?? { as: 'nothing' }
  if (/^(?=.*\d)(?=.*[a-z])[0-9a-z]+$/i.test(text)) return identityOf('unique-id', UniqueId.safeParse(text)) ?? { as: 'nothing' }
  return ofName(text)
}

function ofDigits(digits: string, text: string, now: number): Recognised {
  const born = ofBirth(text, now) ?? ofBirth(withSlashes(digits), now)
  if (born) return born
  const national = digits.replace(/^(\+|00)98/, '0')
  const phone = Phone.safeParse(national.length === NATIONAL_DIGITS && national.startsWith('9') ? `0${national}` : national)
  const identity = identityOf('national-code', NationalCode.safeParse(digits)) ?? identityOf('fida', FidaId.safeParse(digits))
  if (identity) return identity
  if (phone.success) return { as: 'query', query: { by: 'phone', phone: phone.data } }
  if (digits.length === NATIONAL_DIGITS) return { as: 'wrong-code' }
  return digits.length < NATIONAL_DIGITS ? { as: 'digits', count: digits.length } : { as: 'nothing' }
}

/** «13690412» as the date it would be; a text that is no eight digits stays. */
const withSlashes = (digits: string) => digits.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1/$2/$3')

/** A Jalali day, month or year that has begun, as the days it spans; null where it is none. */
function ofBirth(text: string, now: number): Recognised | null {
  const [, year, month, day] = /^(1[34]\d\d)(?:[./-](\d{1,2})(?:[./-](\d{1,2}))?)?$/.exec(text) ?? []
  if (!year) return null
  const from = parseJalali(`${year}/${month ?? '1'}/${day ?? '1'}`)
  if (from === null || Date.parse(from) > now) return null
  const until = day ? dayAfter(from) : parseJalali(month && month !== '12' ? `${year}/${Number(month) + 1}/1` : `${Number(year) + 1}/1/1`)
  return until === null ? null : { as: 'query', query: { by: 'birth', from, until } }
}

const DAY_MS = 86_400_000
const dayAfter = (day: string): string => new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10)

function ofName(text: string): Recognised {
  const isPersian = /\p{Script=Arabic}/u.test(text)
  const other = isPersian ? null : onOtherKeyboard(text)
  const names = [text, ...(other === null ? [] : [other])].filter((name) => name.length <= LONGEST_NAME && readingsOfName(name).length > 0)
  return names.length === 0 ? { as: 'nothing' } : { as: 'query', query: { by: 'name', names } }
}

const LONGEST_NAME = 80

function identityOf(kind: Identity['kind'], { success, data }: { success: boolean; data?: unknown }): Recognised | null {
  return success ? { as: 'identity', identity: { kind, value: data } as Identity } : null
}
