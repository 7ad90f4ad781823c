import type { CoverageChoice, EligibilityState, Encounter } from '@noskhe/shared/patients/eligibility'
import { BadgeCheck, BadgeX, CalendarX, CircleHelp, ClockAlert, CloudOff, HeartOff, Lock, type LucideIcon, PlugZap } from 'lucide-react'
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
  unconfirmed: { title: 'در انتظار تأیید استحقاق', body: 'بیمه‌گر پوشش را پذیرفت و مراجعه با شباد رزروشده پیش می‌رود. همین که سامانهٔ استحقاق پاسخ دهد، شباد تأیید یا رد می‌شود.', tone: 'waiting', icon: ClockAlert },
}

export const words = {
  title: 'بیمار بعدی',
  hint: 'کد ملی بیمار را بنویسید؛ هویت، پوشش بیمه و شباد پرسیده می‌شود. بیماری را که پیش‌تر در این مرکز بوده، با نام هم می‌یابید.',
  anything: 'کد ملی، نام، تاریخ تولد یا تلفن',
  anythingKind: 'کد ملی یا نام',
  anythingHint: '۱۰ رقم کد ملی؛ یا نام، سال یا تاریخ تولد، یا شمارهٔ تماس کسی که در این مرکز ویزیت شده است',
  search: 'جست‌وجوی بیمار',
  byPhone: (phone: string) => `میان بیماران این مرکز، با شمارهٔ ${phone}`,
  byName: (name: string) => `میان بیماران این مرکز، به نام «${name}»`,
  byBirthDay: (day: string) => `میان بیماران این مرکز، متولد ${day}`,
  byBirthSpan: (from: string, last: string) => `میان بیماران این مرکز، متولد ${from} تا ${last}`,
  found: 'بیماران این مرکز',
  foundCount: (count: string) => `${count} بیمار`,
  nobody: 'در این مرکز چنین بیماری پیدا نشد.',
  nobodyHint: 'املای دیگر نام، تاریخ تولد یا شمارهٔ تماس را امتحان کنید. بیماری که نخستین بار می‌آید، با کد ملی پذیرش می‌شود.',
  tooMany: 'بیش از ۲۰ بیمار با این مشخصات هست.',
  tooManyHint: 'برای آنکه اشتباه نشود فهرست نشان داده نمی‌شود. نام و نام خانوادگی را با هم بنویسید، یا تاریخ کامل تولد یا کد ملی را.',
  alike: 'هم‌آوا',
  alikeLeftOut: 'نام‌های هم‌آوای دیگری هم هست که در فهرست نیامده؛ اگر بیمار در این فهرست نیست، نام کامل او را بنویسید.',
  declaredByDoctor: 'نام به گفتهٔ پزشک',
  unnamed: 'بی‌نام',
  newbornOf: (name: string) => `نوزاد ${name}`,
  born: 'متولد',
  lastVisit: 'آخرین ویزیت',
  chart: 'پرونده',
  chartOf: (name: string) => `پروندهٔ ${name} در این مرکز`,
  nextPatient: 'بیمار بعدی',
  notYours: 'پروندهٔ مرکز به پزشکی نشان داده می‌شود که بیمار را در همین مرکز ویزیت کرده است. اگر بیمار نزد شماست، نخست ویزیت باز کنید.',
  openDrafts: 'برای این بیمار پیش‌نویس بازی دارید.',
  goOnWithDraft: 'ادامهٔ پیش‌نویس',
  noItems: 'هنوز بی‌قلم',
  kinds: { 'national-code': 'کد ملی', fida: 'شناسهٔ فیدا', 'unique-id': 'شناسهٔ یکتا', 'insurance-code': 'کد بیمهٔ نوزاد نیروهای مسلح' },
  kindLabel: 'نوع شناسه',
  check: 'بررسی استحقاق',
  slow: 'پاسخ سامانه طول کشیده است؛ هنوز منتظریم…',
  codeRight: 'رقم کنترل درست است',
  digitsLeft: (count: string) => `${count} رقم مانده`,
  faults: {
    'national-code': 'این کد ملی درست نیست؛ رقم‌ها را با کارت بیمار بازبینی کنید.',
    fida: 'شناسهٔ فیدا ۱۲ رقم است.',
    'unique-id': 'شناسهٔ یکتا ۸ تا ۲۰ حرف لاتین و رقم است.',
    'insurance-code': 'کد بیمهٔ نوزاد ۸ تا ۱۶ رقم است؛ آن را از دفترچه یا برگهٔ بیمهٔ نوزاد بخوانید.',
    anything: 'کد ملی ۱۰ رقمی، نام، تاریخ تولد (مانند ۱۳۶۹/۰۴/۱۲ یا تنها ۱۳۶۹) یا شمارهٔ تماس ۱۱ رقمی بنویسید.',
    motherCode: 'برای نوزاد، کد ملی مادر را بنویسید.',
    birthInFuture: 'تاریخ تولد نوزاد از امروز گذشته است؛ آن را بازبینی کنید.',
    phone: 'شمارهٔ تماس ۱۱ رقم است و با ۰ آغاز می‌شود.',
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
  reserve: 'ادامه با بیمه و شباد رزروشده',
  reserveWith: (insurer: string) => `ادامه با ${insurer}`,
  reserveHint: 'اگر بیمار بیمه دارد، بیمه‌گرش را بگویید. از خود بیمه‌گر پرسیده می‌شود و اگر بپذیرد، مراجعه با شباد رزروشده ادامه می‌یابد.',
  contact: 'شمارهٔ تماس بیمار',
  saveContact: 'نگه‌داشتن شماره',
  contactSaved: 'شماره نگه داشته شد.',
  giveUp: 'انصراف از ویزیت',
  giveUpOf: (name: string) => `از ویزیت ${name} انصراف می‌دهید؟`,
  giveUpBody: 'شباد این مراجعه ابطال می‌شود. اگر باز لازم شد، استحقاق را دوباره بپرسید.',
  giveUpReason: 'دلیل',
  keepVisit: 'ویزیت ادامه دارد',
  giveUpReasons: { 'visit-given-up': 'ویزیت انجام نشد', 'wrong-person': 'بیمار اشتباه بود' },
  givenUp: (name: string) => `از ویزیت ${name} انصراف دادید و شباد آن ابطال می‌شود.`,
} as const

/** How the patient of a visit is called; empty where nobody said. */
export const nameOf = ({ person, newbornBirthDate }: Encounter): string =>
  person ? `${newbornBirthDate ? 'نوزاد ' : ''}${person.firstName} ${person.lastName}` : ''

/** Why this one of several valid coverages is used (A50). */
export const choiceWords: Record<CoverageChoice['decidedBy'], string> = {
  fund: 'چند پوشش معتبر است؛ پوشش نشان‌شده به کار می‌رود، چون صندوق آن بر دیگری مقدم است.',
  validity: 'چند پوشش معتبر است؛ پوشش نشان‌شده به کار می‌رود، چون صندوق‌ها هم‌رتبه‌اند و اعتبار این یکی دیرتر پایان می‌یابد.',
  order: 'چند پوشش معتبر و هم‌سان است؛ پوشش نشان‌شده به کار می‌رود، چون سامانهٔ استحقاق آن را نخست گفته است.',
}
