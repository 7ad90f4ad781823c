import type { InsurerCode } from '@noskhe/shared/patients/eligibility'
import type { OwnActKind } from '@noskhe/shared/prescriptions/act'

export const deedWord: Record<OwnActKind, string> = { referral: 'ارجاع به متخصص', visit: 'ثبت ویزیت', hospitalisation: 'دستور بستری' }

/** Why a deed is left out: what the contract of each insurer has in its place. */
export const leftOut: Partial<Record<InsurerCode, string>> = {
  salamat: 'در قرارداد بیمهٔ سلامت، ویزیت و دستور بستری جدا از نسخه ثبت نمی‌شود.',
  'armed-forces': 'در قرارداد نیروهای مسلح، ارجاع، ویزیت و دستور بستری الکترونیکی نیست؛ آن را روی کاغذ بنویسید.',
}

export const words = {
  title: 'ارجاع‌ها',
  hint: 'بیمارانی که همکاران به شما یا به تخصص شما ارجاع داده‌اند.',
  deeds: 'جز نسخه، در این ویزیت',
  onReferral: 'بیمار با ارجاع آمده است؟',
  code: 'کد رهگیری ارجاع',
  codeFault: 'کد رهگیری را بنویسید؛ سه رقم یا بیشتر است.',
  read: 'خواندن ارجاع',
  receive: 'پذیرش با این ارجاع',
  waiting: (count: string) => `${count} ارجاع در انتظار شماست`,
  see: 'دیدن ارجاع‌ها',
  none: 'ارجاعی در انتظار شما نیست',
  noneHint: 'ارجاعی که به نام یا تخصص شما ثبت شود اینجا می‌آید.',
  silent: 'این بیمه اکنون از ارجاع‌ها خبر نمی‌دهد. این به معنای نبودن ارجاع نیست.',
  byName: 'به نام شما',
  bySpecialty: 'به تخصص شما',
  admit: 'پذیرش بیمار',
  admitHint: 'کد ملی بیمار را بپرسید؛ کد رهگیری ارجاع همراه شما می‌آید.',
  byCode: (insurer: string) => `ارجاع ${insurer} فهرست ندارد: بیمار را پذیرش کنید و کد رهگیری ارجاع را از او بپرسید.`,
  noInbox: 'هیچ بیمه‌ای که نزد آن حساب دارید فهرست ارجاع ندارد',
} as const
