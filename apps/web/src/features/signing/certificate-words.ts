import type { CertificateState, RevocationReason } from '@noskhe/shared/signing/certificate'
import type { Tone } from '../../ui/tone.ts'

export const words = {
  title: 'امضای الکترونیک',
  hint: 'امضا با گواهی مرکز گواهی سلامت در قانون تجارت الکترونیکی امضای مطمئن است. کلید عبور قصد شما را نشان می‌دهد و جای گواهی را نمی‌گیرد.',
  card: 'گواهی امضای شما',
  holder: 'به نام',
  serial: 'شمارهٔ گواهی',
  issuer: 'صادرکننده',
  validFrom: 'معتبر از',
  validUntil: 'معتبر تا',
  revokedAt: 'زمان ابطال',
  enrol: 'گرفتن گواهی',
  enrolled: 'گواهی صادر شد؛ کلید آن روی تلفن شماست.',
  renew: 'تمدید گواهی',
  renewed: 'گواهی تازه صادر شد و گواهی پیشین کنار رفت.',
  revoke: 'ابطال گواهی',
  revoked: 'گواهی باطل شد و دیگر با آن چیزی امضا نمی‌شود.',
  askAgain: 'دوباره بپرس',
  confirmTitle: 'گواهی امضا باطل شود؟',
  confirmBody: 'ابطال برگشت ندارد. آنچه پیش از این امضا کرده‌اید معتبر می‌ماند؛ برای امضای تازه باید گواهی تازه بگیرید.',
  reason: 'دلیل ابطال',
  fallbackTitle: 'تا گواهی آماده شود',
  fallback: 'نسخه را با کلید عبور همین دستگاه امضا کنید. روی نسخه نوشته می‌شود که امضای گواهی ندارد.',
} as const

export const stateWords: Record<CertificateState, { tone: Tone; badge: string; says: string }> = {
  none: { tone: 'neutral', badge: 'بدون گواهی', says: 'هنوز گواهی امضا نگرفته‌اید. مرجع ثبت‌نام (برای اعضا، سازمان نظام پزشکی) هویت و پروانهٔ شما را تأیید می‌کند و گواهی همان‌جا صادر می‌شود.' },
  good: { tone: 'done', badge: 'معتبر', says: 'مرکز گواهی همین حالا اعتبار آن را تأیید کرد.' },
  expiring: { tone: 'warning', badge: 'رو به پایان', says: 'کمتر از یک ماه به پایان اعتبار مانده است. تمدید کنید تا امضای تلفنی قطع نشود.' },
  expired: { tone: 'refusal', badge: 'پایان‌یافته', says: 'اعتبار گواهی تمام شده است و با آن امضا نمی‌شود. آن را تمدید کنید.' },
  revoked: { tone: 'refusal', badge: 'باطل‌شده', says: 'این گواهی باطل شده است و دیگر با آن چیزی امضا نمی‌شود. گواهی تازه بگیرید.' },
  unknown: { tone: 'unknown', badge: 'نامعلوم', says: 'اعتبار گواهی روشن نشد: مرکز گواهی پاسخ روشنی نداد. تا روشن شدن آن با تلفن امضا نمی‌شود؛ چیزی از دست نرفته است.' },
  untrusted: { tone: 'refusal', badge: 'ناپذیرفته', says: 'این گواهی از مرکز گواهی سلامت نیست یا به نام شما نیست. به پشتیبانی بگویید.' },
}

export const reasonWords: Record<RevocationReason, string> = {
  keyCompromise: 'تلفن گم شده یا کلید لو رفته است',
  affiliationChanged: 'مشخصات یا عضویت من عوض شده است',
  superseded: 'گواهی دیگری جای آن را گرفته است',
  cessationOfOperation: 'دیگر امضا نمی‌کنم',
}
