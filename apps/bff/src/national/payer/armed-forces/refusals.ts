import { armedForcesRefusal as numbers } from '@noskhe/national-wire/armed-forces'
import type { RuleAnswer } from '../../insurer-rules/port.ts'
import type { RefusalReason, Refused } from '../port.ts'

type Meaning = readonly [reason: RefusalReason, advice: string]

const staleRules: Meaning = ['expired', 'تأیید قواعد این نسخه دیگر معتبر نیست. اقلام را دوباره بررسی کنید و سپس امضا کنید.']

const meanings: Record<number, Meaning> = {
  [numbers.signIn]: ['sign-in', 'نام کاربری یا گذرواژهٔ شما نزد نیروهای مسلح نادرست است. حساب خود را در تنظیمات بازبینی کنید.'],
  [numbers.sessionEnded]: ['session', 'نشست شما نزد نیروهای مسلح پایان یافت. دوباره تلاش کنید.'],
  [numbers.otherRole]: ['no-access', 'حساب شما نزد نیروهای مسلح اجازهٔ این کار را ندارد.'],
  [numbers.noContract]: ['no-contract', 'این مرکز در حساب نیروهای مسلح شما نیست. مرکز کاری خود را عوض کنید.'],
  [numbers.notInsured]: ['not-covered', 'این شخص بیمه‌شدهٔ نیروهای مسلح نیست یا اعتبارش پایان یافته است. نسخهٔ آزاد بنویسید.'],
  [numbers.deceased]: ['patient-deceased', 'این شخص در ثبت احوال فوت‌شده است.'],
  [numbers.notFound]: ['not-found', 'نیروهای مسلح چنین نسخه یا تحویلی ندارد. کد رهگیری را بازبینی کنید.'],
  [numbers.otherPerson]: ['mismatch', 'این کد رهگیری از آنِ بیمار دیگری است. شناسهٔ بیمار را بازبینی کنید.'],
  [numbers.duplicate]: ['duplicate', 'این نسخه پیش‌تر ثبت شده است.'],
  [numbers.dispensed]: ['already-delivered', 'بخشی از نسخه تحویل شده است و دیگر ویرایش نمی‌شود.'],
  [numbers.withdrawn]: ['already-deleted', 'این نسخه پیش‌تر پس گرفته شده است.'],
  [numbers.confirmationUnknown]: staleRules,
  [numbers.confirmationExpired]: staleRules,
  [numbers.confirmationMismatch]: staleRules,
  [numbers.moreThanLeft]: ['already-delivered', 'این تعداد از باقی‌ماندهٔ نسخه بیشتر است. نسخه را دوباره بخوانید.'],
  [numbers.packUnknown]: ['pack-unknown', 'سامانهٔ اصالت این بسته را نمی‌شناسد. برچسب را بازبینی کنید.'],
  [numbers.packSold]: ['pack-used', 'این بسته دیگر در بازار نیست. آن را تحویل ندهید.'],
  [numbers.packRecalled]: ['pack-recalled', 'این سری ساخت فراخوان شده است. آن را کنار بگذارید.'],
  [numbers.packExpired]: ['pack-expired', 'تاریخ این بسته گذشته است. آن را تحویل ندهید.'],
  [numbers.packMismatch]: ['pack-mismatch', 'بسته با قلم نسخه نمی‌خواند. بستهٔ درست را اسکن کنید.'],
  [numbers.packNotInquired]: ['pack-mismatch', 'این بسته برای این قلم استعلام نشده است. دوباره اسکن کنید.'],
  [numbers.deliveryLapsed]: ['expired', 'مهلت تأیید این تحویل گذشت و اقلام آزاد شد. دوباره تحویل دهید.'],
  [numbers.deliveryDeleted]: ['already-deleted', 'این تحویل پیش‌تر پس گرفته شده است.'],
  [numbers.deletionTooLate]: ['window-closed', 'مهلت ده‌روزهٔ پس گرفتن این تحویل گذشته است.'],
  [numbers.malformed]: ['invalid', 'نیروهای مسلح این درخواست را ناقص می‌داند. اقلام را بازبینی کنید.'],
}

const unlisted: Meaning = ['unlisted', 'نیروهای مسلح پاسخی داد که در قرارداد نیست. دوباره تلاش کنید؛ اگر ماند، با پشتیبانی تماس بگیرید.']

export const refusalOf = (code: number, message: string): Refused => refused(meanings[code] ?? unlisted, String(code), message)

const refused = ([reason, advice]: Meaning, code: string, message: string): Refused => ({ outcome: 'refused', reason, code, message, advice })

const notJudged: Record<Extract<RuleAnswer, { outcome: 'not-judged' }>['why'], Meaning> = {
  patient: ['not-covered', 'این شخص بیمه‌شدهٔ نیروهای مسلح نیست یا اعتبارش پایان یافته است. نسخهٔ آزاد بنویسید.'],
  service: ['not-covered', 'این قلم در فهرست نیروهای مسلح نیست. آن را در نسخهٔ آزاد بنویسید.'],
  provider: ['no-contract', 'شما در این مرکز طرف قرارداد نیروهای مسلح نیستید.'],
  'runs-at-payer': ['insurer-fault', 'سرویس قواعد، قواعد نیروهای مسلح را ندارد. دوباره تلاش کنید؛ اگر ماند، با پشتیبانی تماس بگیرید.'],
  unlisted,
}

/** The rules were not applied at all. */
export const unjudged = ({ why, code, message }: Extract<RuleAnswer, { outcome: 'not-judged' }>): Refused => refused(notJudged[why], code, message)

/** A line's confirmation ran out or is another's: the whole is not confirmed. */
export const notConfirmed = refused(staleRules, 'not-confirmed', '')
export const outsideOrder = refused(['not-found', 'قلمی بیرون از نسخه از تعهد نیروهای مسلح تحویل نمی‌شود.'], 'no-row', '')
export const noCompound = refused(['not-permitted', 'داروی ترکیبی نزد نیروهای مسلح ثبت نمی‌شود. آن را در نسخهٔ آزاد بنویسید.'], 'compound', '')
export const drugsOnly = refused(['not-permitted', 'نزد نیروهای مسلح تنها دارو ثبت می‌شود. این خدمت را در نسخهٔ آزاد بنویسید.'], 'service', '')
