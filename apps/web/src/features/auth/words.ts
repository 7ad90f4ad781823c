import type { LicenceState, Post } from '@noskhe/shared/auth/session'
import { Building2, Hospital, type LucideIcon, Pill } from 'lucide-react'
import { formatMoment, toPersianDigits } from '../../i18n/format.ts'
import type { Tone } from '../../ui/tone.ts'

type KnownOrNot = LicenceState | 'unanswered'

export const roleTitle: Record<Post['role'], string> = { prescriber: 'تجویزگر', dispenser: 'نسخه‌پیچ', admin: 'مدیر مرکز' }
export const kindTitle: Record<Post['centreKind'], string> = { clinic: 'درمانگاه', office: 'مطب', pharmacy: 'داروخانه' }
export const kindIcon: Record<Post['centreKind'], LucideIcon> = { clinic: Hospital, office: Building2, pharmacy: Pill }

export const licenceTitle: Record<KnownOrNot, string> = {
  active: 'پروانه فعال',
  suspended: 'پروانه تعلیق شده',
  revoked: 'پروانه باطل شده',
  expired: 'اعتبار پروانه تمام شده',
  unanswered: 'سیام پاسخ نداد',
}
export const licenceTone: Record<KnownOrNot, Tone> = {
  active: 'done',
  suspended: 'refusal',
  revoked: 'refusal',
  expired: 'refusal',
  unanswered: 'unknown',
}

/** «۱:۰۵» of the seconds that are left. */
export const formatLeft = (seconds: number): string =>
  toPersianDigits(`${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`)

export const words = {
  signIn: {
    title: 'ورود به نسخه',
    withPasskey: 'ورود با کلید عبور',
    or: 'یا',
    orCode: 'یا با کد یک‌بارمصرف',
    noPasskeyGiven: 'کلید عبوری داده نشد. دوباره تلاش کنید یا با کد یک‌بارمصرف وارد شوید.',
    whoAreYou: 'شما',
    member: 'عضو نظام پزشکی',
    staff: 'کارمند مرکز',
    councilNumber: 'شمارهٔ نظام پزشکی',
    nationalCode: 'کد ملی',
    mobile: 'شمارهٔ همراه',
    mobileHint: 'همان شماره‌ای که مرکز در سیام برای شما ثبت کرده است',
    sendCode: 'فرستادن کد',
    memberNote: 'کد به همراهی پیامک می‌شود که نظام پزشکی از شما دارد.',
    staffNote: 'کد به همراهی پیامک می‌شود که سیام از شما دارد.',
    digits: 'ده رقم',
    digitsLeft: (left: number) => `${toPersianDigits(left)} رقم مانده`,
    codeIsSound: 'رقم کنترل درست است',
    wrongNationalCode: 'این کد ملی درست نیست؛ یکی از رقم‌ها جابه‌جا یا نادرست است.',
    shortNationalCode: 'کد ملی ده رقم است.',
    wrongCouncilNumber: 'شمارهٔ نظام پزشکی چهار تا هشت رقم است.',
    wrongMobile: 'شمارهٔ همراه یازده رقم است و با ۰۹ آغاز می‌شود.',
  },
  code: {
    title: 'کد پیامک‌شده',
    sentTo: 'کد شش‌رقمی پیامک شد به',
    label: 'کد شش‌رقمی',
    validFor: 'اعتبار کد',
    isOver: 'زمان این کد گذشت. کد تازه بخواهید.',
    confirm: 'ورود',
    again: 'فرستادن کد تازه',
    againIn: (left: string) => `کد تازه پس از ${left}`,
    edit: 'ویرایش شماره‌ها',
    triesLeft: (left: number) => `${toPersianDigits(left)} بار دیگر می‌توانید تلاش کنید.`,
  },
  passkey: {
    title: 'از این پس بی‌کد وارد شوید؟',
    what: 'کلید عبور روی همین دستگاه می‌ماند و با اثر انگشت، چهره یا رمز دستگاه باز می‌شود؛ با آن وارد می‌شوید و نسخه‌ها را امضا می‌کنید.',
    sharedDevice: 'اگر این دستگاه از آنِ شما نیست یا دیگران هم با آن کار می‌کنند، کلید نسازید.',
    create: 'ساختن کلید عبور',
    later: 'بعداً',
    notMade: 'کلید عبور ساخته نشد. هر وقت خواستید از «نشست‌های من» دوباره تلاش کنید.',
    alreadyHere: 'روی این دستگاه از پیش کلید عبور دارید.',
    made: 'کلید عبور ساخته شد.',
    cannotTitle: 'این مرورگر کلید عبور ندارد',
    cannot: 'با کد یک‌بارمصرف وارد می‌شوید و نسخه‌ها را با گواهی امضای روی تلفن خود امضا می‌کنید.',
    next: 'ادامه',
  },
  ended: {
    'session.expired': 'مدتی کاری نکردید یا زمان نشست تمام شد. پیش‌نویس‌ها سر جایشان هستند؛ دوباره وارد شوید.',
    'session.ended-elsewhere': 'این نشست را از جای دیگری پایان دادید. اگر کار شما نبود، وارد شوید و نشست‌های خود را ببینید.',
    'signed-out': 'خارج شدید.',
  },
  centre: {
    title: 'امروز کجا کار می‌کنید؟',
    hint: 'نسخه‌ها، تحویل‌ها و صورتحساب به نام همین مرکز ثبت می‌شود.',
    current: 'اکنون اینجا هستید',
    noneTitle: 'هیچ مرکزی شما را در سیام ثبت نکرده است',
    none: 'از مدیر مرکز بخواهید شما را در فهرست کارکنان سیام بیفزاید؛ سپس دوباره بپرسید.',
    silentTitle: 'سیام اکنون پاسخ نمی‌دهد',
    silent: 'تا سیام نگوید کجا و با چه پروانه‌ای کار می‌کنید، نمی‌توان مرکزی را باز کرد. خودمان دوباره می‌پرسیم.',
    silentKnown: 'سیام اکنون پاسخ نمی‌دهد؛ این فهرست از آخرین پاسخ اوست و وضعیت پروانه‌ها معلوم نیست.',
  },
  idle: {
    title: 'هنوز اینجا هستید؟',
    body: (left: string) => `تا ${left} دیگر نشست بسته می‌شود؛ پیش‌نویس پیش از آن ذخیره می‌شود.`,
    stay: 'ماندن در سامانه',
    leave: 'خروج',
    lastMinutes: (left: string) => `این نشست تا ${left} دیگر تمام می‌شود و تمدید نمی‌شود. هر وقت دستتان باز شد دوباره وارد شوید.`,
    signInAgain: 'ورود دوباره',
  },
  others: {
    title: (device: string, centre: string | null, count: number) =>
      `هم‌زمان در «${centre ? `${device}، ${centre}` : device}»${count > 1 ? ` و ${toPersianDigits(count - 1)} جای دیگر` : ''} هم وارد شده‌اید. کدام بماند؟`,
    keepThis: 'همین بماند',
    keepThat: 'آن بماند و از اینجا خارج شوم',
    ended: 'نشست دیگر پایان یافت.',
  },
  sessions: {
    title: 'نشست‌های من',
    hint: 'هر جا که اکنون با نام شما باز است. اگر یکی را نمی‌شناسید، همین حالا پایانش دهید.',
    here: 'همین نشست',
    end: 'پایان دادن',
    endOf: (device: string) => `پایان دادن به نشست ${device}`,
    signOut: 'خروج از این نشست',
    signedIn: (moment: string) => `ورود ${formatMoment(moment)}`,
    lastSeen: (ago: string) => `آخرین کار ${ago}`,
    noCentre: 'بی‌مرکز',
    alone: 'جای دیگری وارد نشده‌اید.',
    by: { passkey: 'ورود با کلید عبور', 'one-time-code': 'ورود با کد یک‌بارمصرف' },
    passkeyTitle: 'کلید عبور',
    has: 'کلید عبور دارید. اگر این دستگاه آن را ندارد، کلید دیگری هم برای آن بسازید.',
  },
} as const
