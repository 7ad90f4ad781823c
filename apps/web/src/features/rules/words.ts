import type { GatheringState, Weight } from '@noskhe/shared/rules/finding'
import type { Remark } from '@noskhe/shared/rules/remark'
import type { Tone } from '../../ui/tone.ts'

export const words = {
  title: 'قواعد بالینی',
  toFindings: 'هشدار بعدی',
  advice: 'چه کنید',
  source: ({ label, article, version }: { label: string; article: string | null; version: string | null }) =>
    [label, article, version && `ویرایش ${version}`].filter(Boolean).join('، '),
  withReason: 'ادامه با دلیل',
  reasons: 'دلیل ادامه',
  note: 'توضیح',
  noOverride: 'این منع را با دلیل نمی‌توان کنار گذاشت.',
  overridden: (reason: string) => `با دلیل شما ادامه می‌یابد: ${reason}`,
  remembered: (when: string) => `قبلاً دلیل داده‌اید (${when})؛ تا چیزی عوض نشود تا سی روز دوباره پرسیده نمی‌شود.`,
  rule: 'قاعدهٔ',
  stale: 'دربارهٔ نوشتهٔ پیشین است؛ دوباره پرسیده می‌شود.',
  askingAnew: 'پرسش دوباره…',
  takeProposal: 'نوشتن همین به جای آن',
  takeBack: 'پس گرفتن دلیل',
  asking: 'پرسش از قواعد بالینی…',
  askAgain: 'دوباره بپرس',
  silent: (services: string) => `«${services}» پاسخ نداد. هر چند ثانیه دوباره پرسیده می‌شود.`,
  canSign: 'نبودِ پاسخ جلوی امضا را نمی‌گیرد و همین‌گونه در نسخه ثبت می‌شود.',
  notHeard: (services: string) => `«${services}» پاسخ نداد`,
  nothing: 'هشداری نیست.',
  stops: 'تا این منع هست نسخه امضا نمی‌شود.',
  stopsHandOver: 'تا این منع هست تحویل نمی‌شود؛ با پزشک هماهنگ کنید یا قلم را بردارید.',
  facts: 'سابقهٔ بیمار',
  allergies: 'حساسیت',
  pregnancy: 'بارداری',
  weight: 'وزن',
  kilogram: 'کیلوگرم',
  notAsked: 'پرسیده نشده',
  none: 'ندارد',
  pregnant: 'باردار است',
  notPregnant: 'باردار نیست',
  edit: 'ثبت سابقه',
  save: 'ثبت',
  noAllergy: 'پرسیدم؛ حساسیتی ندارد',
  otherAllergy: 'حساسیت دیگر',
  otherAllergyHint: 'از نامی که اینجا می‌نویسید قاعده‌ای بررسی نمی‌شود؛ فقط نشان داده می‌شود.',
  weightFault: 'وزن را به کیلوگرم بنویسید؛ مانند ۶۲ یا ۶۲٫۵.',
  factsHint: 'همین‌ها به قواعد بالینی گفته می‌شود و در این مرکز می‌ماند.',
} as const

interface Look {
  tone: Tone
  word: string
}

export const weightLook: Record<Weight, Look> = {
  information: { tone: 'information', word: 'آگاهی' },
  advice: { tone: 'advice', word: 'توصیه' },
  warning: { tone: 'warning', word: 'هشدار' },
  refusal: { tone: 'refusal', word: 'منع' },
}

/** A cost proposal is advice with a name of its own (8-6). */
export const lookOf = ({ weight, isProposal }: Pick<Remark, 'weight' | 'isProposal'>): Look =>
  isProposal ? { tone: 'advice', word: 'پیشنهاد ارزان‌تر' } : weightLook[weight]

export const stateLook: Record<GatheringState, Look> = {
  checked: { tone: 'done', word: 'بررسی شد' },
  partly: { tone: 'unknown', word: 'بخشی بررسی نشد' },
  'not-checked': { tone: 'unknown', word: 'بررسی نشد' },
}
