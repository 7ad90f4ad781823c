import type { DeliveryLine, DeliveryState, OrderItem, Unanswered } from '@noskhe/shared/dispensing/order'
import type { SearchKind } from '@noskhe/shared/dispensing/recognise'
import { insurerTitle } from '@noskhe/shared/patients/eligibility'
import { formatAmount } from '../../i18n/format.ts'
import type { Tone } from '../../ui/tone.ts'

export const kindWord: Record<SearchKind, string> = {
  'national-code': 'کد ملی',
  fida: 'شناسهٔ فیدا',
  hid: 'شباد',
  'tracking-code': 'کد رهگیری',
}

/** How a delivery stands. `unknown` and `sent` look like neither yes nor no. */
export const stateLook: Record<DeliveryState, { word: string; tone: Tone }> = {
  prepared: { word: 'آماده، هنوز تحویل نشده', tone: 'information' },
  sent: { word: 'در حال ثبت نزد بیمه', tone: 'waiting' },
  unknown: { word: 'در انتظار پاسخ بیمه', tone: 'waiting' },
  delivered: { word: 'تحویل شد', tone: 'done' },
  refused: { word: 'پذیرفته نشد', tone: 'refusal' },
  abandoned: { word: 'کنار گذاشته', tone: 'neutral' },
}

export const itemLook: Record<OrderItem['state'], { word: string; tone: Tone }> = {
  waiting: { word: 'تحویل نشده', tone: 'neutral' },
  partial: { word: 'بخشی تحویل شده', tone: 'information' },
  delivered: { word: 'کامل تحویل شده', tone: 'done' },
  'not-due': { word: 'هنوز زمان آن نرسیده', tone: 'waiting' },
}

export const outcomeLook: Record<DeliveryLine['outcome'], { word: string; tone: Tone }> = {
  covered: { word: 'تحت پوشش', tone: 'done' },
  'not-covered': { word: 'خارج از پوشش', tone: 'warning' },
  'over-ceiling': { word: 'بیش از سقف', tone: 'warning' },
  'needs-document': { word: 'نیازمند مدرک', tone: 'advice' },
  refused: { word: 'بیمه نپذیرفت', tone: 'refusal' },
}

/** «بیمهٔ سلامت پاسخ نداد» and its like: who told nothing, and why. */
export function sayUnanswered({ who, reason, advice }: Unanswered): string {
  const name = who === 'national' ? 'سامانهٔ ملی نسخه‌ها' : insurerTitle[who]
  if (reason === 'silent') return `${name} پاسخ نداد.`
  if (reason === 'no-account') return `در ${name} نام کاربری ندارید و پرسیده نشد.`
  return advice ? `${name} نشان نداد: ${advice}` : `${name} نشان نداد.`
}

export const units = (count: number): string => `${formatAmount(count)} عدد`

export const words = {
  counter: 'پیشخوان',
  search: 'کد ملی، شناسهٔ فیدا، شباد یا کد رهگیری',
  searchHint: 'شماره‌ای را که بیمار آورده است بنویسید یا بخوانید و ⏎ بزنید.',
  find: 'یافتن نسخه',
  unrecognised: 'این شماره به هیچ‌یک از این‌ها نمی‌ماند. رقم‌ها را بازبینی کنید.',
  narrow: 'کد ملی بیمار',
  narrowHint: 'چند بیمار این کد رهگیری را دارند. کد ملی را از کارت او بنویسید یا نسخه‌اش را برگزینید.',
  empty: 'نسخه‌ای باز نیست',
  emptyHint: 'شمارهٔ بیمار را در خانهٔ بالا بنویسید تا نسخه‌هایش از بیمه بیاید.',
  noOrdersYet: 'نسخه‌ای دیده نشد، ولی همه پاسخ ندادند',
  mayBeMore: 'شاید نسخهٔ دیگری هم باشد',
  askAgain: 'دوباره بپرس',
  others: 'نسخه‌های دیگر',
  quantity: 'تعداد تحویل',
  all: 'همه',
  half: 'نصف',
  less: 'یکی کمتر',
  more: 'یکی بیشتر',
  left: 'مانده',
  overLeft: 'بیش از مانده است.',
  price: 'قیمت و سهم‌ها',
  ownPrice: 'قیمت هر عدد در داروخانه',
  unknownPrice: 'قیمت بعضی اقلام را کسی نگفته است و در این جمع نیست.',
  nothingChosen: 'برای هیچ قلمی تعدادی ننوشته‌اید.',
  allGiven: 'همهٔ اقلام این نسخه تحویل شده است',
  allGivenHint: 'چیزی برای تحویل نمانده است.',
  deliver: 'تحویل',
  deliverTitle: (name: string) => (name === '' ? 'این اقلام تحویل شود؟' : `به ${name} تحویل شود؟`),
  scan: 'خواندن بسته',
  scanHint: 'شناسهٔ ۲۰ رقمی بسته را بخوانید، یا کد ۱۶ رقمی زیر لایهٔ خراش را بنویسید و ⏎ بزنید.',
  notALabel: 'این بارکد شناسهٔ بستهٔ دارو نیست. بارکد دوبعدی روی برچسب اصالت را بخوانید.',
  wrongPack: 'این بسته را تحویل ندهید',
  ttacSilent: 'اصالت این بسته بررسی نشد',
  packsNeeded: (missing: number) => `بستهٔ ${units(missing)} خوانده نشده`,
  packsDone: 'بسته‌ها خوانده شد',
  packsOptional: 'خواندن بسته اختیاری است',
  notGiven: 'تحویل نمی‌شود',
  packsMissing: 'پیش از تحویل، بستهٔ اقلام مانده را بخوانید.',
  nothingToGive: 'بیمه اجازهٔ تحویل هیچ‌یک از این اقلام را نداده است.',
  ready: (ready: number, all: number) => `آمادهٔ تحویل: ${formatAmount(ready)} از ${formatAmount(all)} قلم`,
  patientPays: 'بیمار می‌پردازد',
  money: 'قیمت و سهم‌ها',
  supplementaryUnknown: 'سهم تکمیلی روشن نشد',
  supplementarySilent: (company: string) => `${company} پاسخ نداد. مبلغ بالا بدون سهم آن است؛ برای پرسش دوباره، تعدادها را تغییر دهید و قیمت بگیرید.`,
  coverSilent: 'استحقاق‌سنجی پاسخ نداد و معلوم نیست بیمار بیمهٔ تکمیلی دارد یا نه. مبلغ بالا بدون سهم آن است.',
  supplementaryRefused: (company: string) => `${company} سهمی نمی‌پردازد`,
  letterNeeded: 'معرفی‌نامهٔ بیمهٔ تکمیلی لازم است',
  change: 'تغییر تعدادها',
  again: 'دوباره قیمت بگیر',
  backToCounter: 'بازگشت به پیشخوان',
  waitingTitle: 'پاسخ بیمه نرسید؛ داریم می‌پرسیم، دوباره نفرستید',
  waitingBody: 'تا پاسخ نرسیده دارو را ندهید. پاسخ که برسد همین‌جا نشان داده می‌شود؛ می‌توانید سراغ بیمار بعدی بروید.',
  sendingTitle: 'در حال ثبت نزد بیمه…',
  returnedTitle: 'بیمه پاسخ داد: این تحویل هنوز ثبت نشده است',
  returnedBody: 'چیزی از نسخه کم نشده است. می‌توانید دوباره تحویل را بزنید.',
  refusedTitle: 'بیمه این تحویل را نپذیرفت و چیزی ثبت نشد',
  abandonedTitle: 'این تحویل کنار گذاشته شد و چیزی ثبت نشد',
  doneTitle: 'تحویل ثبت شد',
  nextPatient: 'بیمار بعدی',
  print: 'چاپ رسید',
  receipt: 'رسید تحویل دارو',
  given: 'داده شد',
  remains: 'مانده',
  asked: 'آنچه از بیمه پرسیده شد',
  hid: 'شباد',
  noHid: 'گرفته نشد',
  today: 'تحویل‌های امروز',
  earlier: 'پیش از امروز',
  older: 'قدیمی‌ترها',
  noneToday: 'امروز هنوز تحویلی ثبت نشده است',
} as const
