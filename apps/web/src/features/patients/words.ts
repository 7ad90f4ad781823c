import type { EligibilityState } from '@noskhe/shared/patients/eligibility'
import { BadgeCheck, BadgeX, CalendarX, CircleHelp, CloudOff, HeartOff, Lock, type LucideIcon, PlugZap } from 'lucide-react'
import type { Tone } from '../../ui/tone.ts'

interface StateLook {
  title: string
  body: string
  tone: Tone
  icon: LucideIcon
}

/** Each answer of the eligibility check: what it means and the way on. Silence is never said as «بدون بیمه». */
export const stateLook: Record<EligibilityState, StateLook> = {
  covered: { title: 'تحت پوشش بیمه', body: 'استحقاق تأیید شد و شباد گرفته شد.', tone: 'done', icon: BadgeCheck },
  uninsured: { title: 'بدون بیمه', body: 'هیچ بیمه‌گری این بیمار را تحت پوشش ندارد. می‌توانید نسخهٔ آزاد بنویسید.', tone: 'warning', icon: BadgeX },
  expired: { title: 'اعتبار بیمه تمام شده است', body: 'بیمار باید بیمه‌اش را تمدید کند. تا آن وقت نسخهٔ آزاد بنویسید.', tone: 'warning', icon: CalendarX },
  deceased: { title: 'در ثبت احوال فوت‌شده ثبت است', body: 'کد ملی را با کارت بیمار بازبینی کنید. اگر اشتباه از ثبت احوال است، نسخهٔ آزاد بنویسید و بیمار را به ثبت احوال بفرستید.', tone: 'refusal', icon: HeartOff },
  blocked: { title: 'کد ملی مسدود است', body: 'با این کد نمی‌توان از بیمه استفاده کرد. بیمار را به ثبت احوال راهنمایی کنید؛ نسخهٔ آزاد شدنی است.', tone: 'refusal', icon: Lock },
  unknown: { title: 'هیچ سامانه‌ای این شخص را نمی‌شناسد', body: 'رقم‌ها را بازبینی کنید. اگر درست است، نام بیمار را خودتان بنویسید و نسخهٔ آزاد بنویسید.', tone: 'warning', icon: CircleHelp },
  'not-connected': { title: 'بیمه دارد، ولی هنوز به بیمه‌گرش وصل نیستیم', body: 'نسخهٔ بیمه‌ای از راه نسخه شدنی نیست؛ نسخهٔ آزاد بنویسید.', tone: 'information', icon: PlugZap },
  unanswered: { title: 'سامانهٔ استحقاق پاسخ نداد', body: 'نمی‌دانیم بیمار بیمه دارد یا نه. دوباره بپرسید؛ اگر عجله دارید نسخهٔ آزاد بنویسید.', tone: 'unknown', icon: CloudOff },
}

export const words = {
  title: 'بیمار بعدی',
  hint: 'کد ملی بیمار را بنویسید؛ هویت، پوشش بیمه و شباد پرسیده می‌شود.',
  kinds: { 'national-code': 'کد ملی', fida: 'شناسهٔ فیدا', 'unique-id': 'شناسهٔ یکتا' },
  kindLabel: 'نوع شناسه',
  check: 'بررسی استحقاق',
  slow: 'پاسخ سامانه طول کشیده است؛ هنوز منتظریم…',
  codeRight: 'رقم کنترل درست است',
  digits: '۱۰ رقم',
  digitsLeft: (count: string) => `${count} رقم مانده`,
  faults: {
    'national-code': 'این کد ملی درست نیست؛ رقم‌ها را با کارت بیمار بازبینی کنید.',
    fida: 'شناسهٔ فیدا ۱۲ رقم است.',
    'unique-id': 'شناسهٔ یکتا ۸ تا ۲۰ حرف لاتین و رقم است.',
    birthDate: 'تاریخ تولد نوزاد را مانند ۱۴۰۵/۰۸/۲۵ بنویسید.',
    firstName: 'نام بیمار را بنویسید.',
    lastName: 'نام خانوادگی بیمار را بنویسید.',
  },
  newborn: 'نوزاد است و هنوز کد ملی ندارد (کد ملی مادر را بنویسید)',
  newbornBirthDate: 'تاریخ تولد نوزاد',
  writeInsured: 'نوشتن نسخهٔ بیمه‌ای',
  writePrivate: 'نوشتن نسخهٔ آزاد',
  askAgain: 'دوباره بپرس',
  firstName: 'نام',
  lastName: 'نام خانوادگی',
  declared: 'نام بیمار',
  declaredHint: 'یا نام بیمار را خودتان بنویسید و نسخهٔ آزاد بنویسید؛ در نسخه نوشته می‌شود که نام به گفتهٔ پزشک است.',
  uniqueId: 'شناسهٔ یکتا برای کسی است که هویتش روشن نیست؛ داشتن آن به معنای پوشش بیمهٔ پایه نیست.',
  overlap: 'این بیمار بیش از یک پوشش معتبر دارد. نسخه با پوشش نشان‌شده ثبت می‌شود.',
  used: 'همین استفاده می‌شود',
  validUntil: 'اعتبار تا',
  lapsed: 'پایان‌یافته',
  supplementary: 'تکمیلی',
  hid: 'شباد (HID)',
} as const
