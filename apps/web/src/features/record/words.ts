import type { RecordEntry, UndeliveredDeposit } from '@noskhe/shared/record/record'

export const words = {
  open: 'پروندهٔ بیمار',
  title: (name: string) => (name === '' ? 'پروندهٔ بیمار' : `پروندهٔ ${name}`),
  why: 'برای چه پرونده را می‌خوانید؟',
  whyHint: 'هدف و زمان خواندن با نام شما در همین مرکز و نزد سپاس ثبت می‌شود.',
  read: 'دیدن پرونده',
  filter: 'نمایش',
  silentTitle: 'سپاس پاسخ نداد',
  silentBody: 'این به معنای خالی بودن پرونده نیست. شاید سابقه‌ای باشد که اکنون دیده نمی‌شود.',
  refusedTitle: 'سپاس پرونده را نشان نداد',
  emptyTitle: 'در سپاس چیزی از این بیمار ثبت نشده است',
  emptyBody: 'سپاس پاسخ داد و نسخه، ارجاع یا تحویلی نداشت. سابقه‌ای که هیچ‌گاه به سپاس فرستاده نشده باشد اینجا دیده نمی‌شود.',
  noneOfKind: 'از این دست چیزی در پرونده نیست',
  cancelled: 'لغوشده',
  urgent: 'فوری',
  trackingCode: 'کد رهگیری',

  deposits: 'ارسال به سپاس',
  depositsHint: 'نسخه‌ها و ارجاع‌های ثبت‌شده، تحویل‌ها و صورتحساب‌های این مرکز که باید به پروندهٔ سلامت برسد.',
  again: 'ارسال دوباره',
  waiting: 'در صف',
  parked: 'کنار گذاشته‌شده',
  delivered: 'رسیده',
  allThrough: 'ارسال ناموفقی نیست',
  allThroughBody: 'هرچه تاکنون فرستاده شده رسیده است؛ آنچه در صف است به‌زودی خودکار فرستاده می‌شود.',
}

export const kindTitle: Record<RecordEntry['kind'], string> = { prescription: 'نسخه', dispensing: 'تحویل دارو', referral: 'ارجاع' }

export const depositTitle: Record<UndeliveredDeposit['kind'], string> = {
  prescription: 'نسخه', referral: 'ارجاع', dispensing: 'تحویل دارو', bill: 'صورتحساب', claim: 'مطالبهٔ سهم بیمهٔ تکمیلی', sale: 'فروش بسته در سامانهٔ اصالت',
}

export const whyTitle: Record<UndeliveredDeposit['why'], string> = {
  silent: 'گیرنده پاسخ نداد؛ خودکار دوباره فرستاده می‌شود.',
  unreadable: 'پاسخ گیرنده خوانا نبود؛ خودکار دوباره فرستاده می‌شود.',
  error: 'ارسال به خطای داخلی برخورد؛ خودکار دوباره فرستاده می‌شود.',
  refused: 'گیرنده آن را نپذیرفت. علت را برطرف کنید و دوباره بفرستید.',
  unsealed: 'مهر مرکز هنوز گواهی نشده است. پس از صدور گواهی، خودکار فرستاده می‌شود.',
  'seal-refused': 'گواهی مهر مرکز پذیرفته نشد. با گواهی تازه، خودکار دوباره فرستاده می‌شود.',
  impossible: 'دادهٔ لازم برای ساختن پیام نیست. با پشتیبانی تماس بگیرید.',
}
