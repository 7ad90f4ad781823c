import type { CentreRecord } from '@noskhe/shared/centres/centre'
import type { Tone } from '../../ui/tone.ts'

type State = CentreRecord['licence']['state']

export const stateTitle: Record<State, string> = {
  active: 'پروانه فعال',
  suspended: 'پروانه تعلیق شده',
  revoked: 'پروانه باطل شده',
  expired: 'اعتبار پروانه تمام شده',
  unlisted: 'در سیام نیست',
}
export const stateTone: Record<State, Tone> = { active: 'done', suspended: 'refusal', revoked: 'refusal', expired: 'refusal', unlisted: 'refusal' }

/** Names of the registries that SIAM maps a centre to; another one is shown under its own name. */
const systemTitle: Readonly<Record<string, string>> = { 'operating-licence': 'شمارهٔ پروانهٔ بهره‌برداری', founder: 'کد ملی مؤسس' }
export const titleOfSystem = (system: string): string => systemTitle[system] ?? system

export const words = {
  title: 'مشخصات مرکز',
  hint: 'آن‌گونه که سیام ثبت کرده است. اگر چیزی نادرست است، اصلاح آن در سیام انجام می‌شود و خودکار به اینجا می‌رسد.',
  licence: 'پروانهٔ بهره‌برداری',
  validUntil: 'اعتبار تا',
  reason: 'علت',
  noReason: 'سیام علتی ننوشته است.',
  unlisted: 'سیام می‌گوید مرکزی با این شناسه ندارد؛ آنچه در زیر می‌بینید آخرین مشخصات پیش از آن است.',
  unknownNow: 'وضعیت کنونی نامعلوم',
  lastSaid: 'آخرین پاسخ سیام',
  silentTitle: 'سیام پاسخ نمی‌دهد',
  silent: 'آنچه می‌بینید از آخرین پاسخ اوست و شاید دیگر درست نباشد. خودکار دوباره می‌پرسیم؛ لازم نیست کاری بکنید.',
  silentSince: 'بی‌پاسخ از',
  staleTitle: 'پاسخ سیام کهنه است',
  stale: 'مدتی است از سیام پرسیده نشده و وضعیت کنونی پروانه معلوم نیست.',
  contact: 'نشانی و تلفن',
  address: 'نشانی',
  phone: 'تلفن',
  ids: 'شناسه‌های مرکز',
  siamId: 'شناسهٔ سیام',
  terminal: 'شناسهٔ پایانهٔ فروشگاهی (مالیاتی)',
  insurers: 'شمارهٔ مرکز نزد بیمه‌ها',
  insurersHint: 'شماره‌ای که سیام از قرارداد مرکز با هر بیمه دارد.',
  none: 'در سیام ثبت نشده',
}
