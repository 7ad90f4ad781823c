import type { ResultVo } from '@noskhe/national-wire/sepas'
import type { NotTaken } from '../../ttac/port.ts'
import type { RefusalReason, Refused } from '../port.ts'

const refused = (reason: RefusalReason, code: string, message: string, advice: string): Refused => ({ outcome: 'refused', reason, code, message, advice })

type ErrorCode = NonNullable<ResultVo['ErrorCode']>

const meanings: Record<ErrorCode, { reason: RefusalReason; advice: string }> = {
  malformed: { reason: 'invalid', advice: 'سپاس این نسخه را ناقص می‌داند. اقلام را بازبینی کنید و دوباره بفرستید.' },
  'not-private': { reason: 'not-permitted', advice: 'سپاس تنها نسخهٔ آزاد را ثبت می‌کند؛ نسخهٔ بیمه‌شده را نزد بیمه‌گر ثبت کنید.' },
  duplicate: { reason: 'duplicate', advice: 'این نسخه پیش‌تر ثبت شده است.' },
  'not-found': { reason: 'not-found', advice: 'سپاس این نسخه را نمی‌شناسد. کد رهگیری را بازبینی کنید.' },
  'already-dispensed': { reason: 'already-delivered', advice: 'بخشی از نسخه تحویل شده است و دیگر ویرایش نمی‌شود.' },
  'more-than-left': { reason: 'already-delivered', advice: 'این تعداد از باقی‌ماندهٔ نسخه بیشتر است. نسخه را دوباره بخوانید.' },
  'pack-not-genuine': { reason: 'pack-used', advice: 'تی‌تک یکی از بسته‌ها را فروختهٔ این مرکز نمی‌داند. آن را کنار بگذارید و بستهٔ دیگری اسکن کنید.' },
}

export function refusalOf({ ErrorCode, ErrorMessage }: ResultVo): Refused {
  const { reason, advice } = meanings[ErrorCode ?? 'malformed']
  return refused(reason, ErrorCode ?? '', ErrorMessage ?? '', advice)
}

export const notFound = refused('not-found', '404', '', meanings['not-found'].advice)
export const otherPatient = refused('mismatch', 'person', '', 'این کد رهگیری از آنِ بیمار دیگری است. شناسهٔ بیمار را بازبینی کنید.')
export const deletedAlready = refused('already-deleted', '404', '', 'این تحویل پیش‌تر پس گرفته شده است یا ثبت نشده بود.')

const packAdvice: Record<NotTaken['why'], { reason: RefusalReason; advice: string }> = {
  sold: { reason: 'pack-used', advice: 'این بسته پیش‌تر فروخته شده است. آن را تحویل ندهید.' },
  expired: { reason: 'pack-used', advice: 'تاریخ این بسته گذشته است. آن را تحویل ندهید.' },
  recalled: { reason: 'pack-used', advice: 'این سری ساخت فراخوان شده است. آن را کنار بگذارید.' },
  'held-elsewhere': { reason: 'pack-used', advice: 'این بسته هم‌اکنون در مرکز دیگری در دست تحویل است. آن را تحویل ندهید.' },
  unknown: { reason: 'pack-unknown', advice: 'سامانهٔ اصالت این بسته را نمی‌شناسد. برچسب را بازبینی کنید.' },
}

export const packRefusal = (state: keyof typeof packAdvice): Refused => refused(packAdvice[state].reason, state, '', packAdvice[state].advice)
