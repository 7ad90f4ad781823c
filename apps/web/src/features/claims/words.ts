import type { Claim } from '@noskhe/shared/claims/claim'
import type { Tone } from '../../ui/tone.ts'

export const words = {
  claims: 'مطالبات بیمهٔ تکمیلی',
  claimsHint: 'سهمی که شرکت‌های بیمهٔ تکمیلی از تحویل‌های این مرکز باید بپردازند و آخرین پاسخ آن‌ها.',
  none: 'این مرکز هنوز از بیمهٔ تکمیلی مطالبه‌ای ندارد',
  noneBody: 'پس از هر تحویلی که شرکت بیمهٔ تکمیلی سهمی از آن را پذیرفته باشد، مطالبهٔ آن خودکار فرستاده می‌شود و اینجا می‌آید.',
  ask: 'پرسیدن وضعیت',
  askAgain: 'پرسیدن دوباره',
  older: 'مطالبات قدیمی‌تر',
  delivery: 'دیدن تحویل',
  asked: 'مطالبه‌شده',
  approved: 'پذیرفته‌شده',
  policy: 'بیمه‌نامه',
  trackingCode: 'کد رهگیری نسخه',
  claimUid: 'شمارهٔ مطالبه',
  said: 'پاسخ شرکت در',
  unanswered: 'شرکت بیمهٔ تکمیلی پاسخ نداد و وضعیت این مطالبه روشن نشد. کمی بعد دوباره بپرسید؛ آنچه اینجا دیده می‌شود پاسخ پیشین است.',
}

interface Look {
  tone: Tone
  word: string
  /** What it means and what to do. */
  body: string
}

const standingLook: Record<NonNullable<Claim['standing']>['state'], Look> = {
  received: { tone: 'waiting', word: 'در دست بررسی', body: 'شرکت مطالبه را گرفته و هنوز دربارهٔ آن تصمیم نگرفته است.' },
  approved: { tone: 'done', word: 'پذیرفته شد', body: 'همهٔ مبلغ پذیرفته شده و هنوز پرداخت نشده است.' },
  'approved-in-part': { tone: 'warning', word: 'بخشی پذیرفته شد', body: 'شرکت کمتر از مبلغ مطالبه‌شده را پذیرفته است. برای باقی آن با شرکت تماس بگیرید.' },
  rejected: { tone: 'refusal', word: 'پذیرفته نشد', body: 'شرکت چیزی از این مطالبه نمی‌پردازد. برای پیگیری با شرکت تماس بگیرید.' },
  paid: { tone: 'done', word: 'پرداخت شد', body: 'شرکت مبلغ پذیرفته‌شده را پرداخته است.' },
  'not-found': {
    tone: 'warning', word: 'نزد شرکت پیدا نشد', body: 'شرکت این مطالبه را گرفته بود و اکنون آن را نمی‌شناسد. با شمارهٔ مطالبه از شرکت پیگیری کنید.',
  },
}

/** How a claim stands, as far as anybody has said: one that was never asked about is unknown, not approved. */
export function lookOf({ telling, standing }: Claim): Look {
  if (telling === 'waiting') return { tone: 'waiting', word: 'در صف ارسال', body: 'هنوز به شرکت نرسیده است و خودکار فرستاده می‌شود.' }
  if (telling === 'parked') {
    return { tone: 'refusal', word: 'نزد شرکت ثبت نشد', body: 'این مطالبه نزد شرکت ثبت نشده است. مدیر مرکز پس از رفع علت، آن را در «ارسال به سپاس» دوباره می‌فرستد.' }
  }
  return standing === null ? { tone: 'unknown', word: 'وضعیت پرسیده نشده', body: 'به شرکت رسیده است؛ نظر شرکت را بپرسید.' } : standingLook[standing.state]
}
