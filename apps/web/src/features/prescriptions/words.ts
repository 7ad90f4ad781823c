import type { Identity } from '@noskhe/shared/identifiers'
import type { CancelReason } from '@noskhe/shared/prescriptions/amending'
import type { CheckOutcome, ItemProgress } from '@noskhe/shared/prescriptions/item'
import type { Status } from '@noskhe/shared/prescriptions/lifecycle'
import type { Tone } from '../../ui/tone.ts'

/** How a status is said and shown. */
export const statusLook: Record<Status, { word: string; tone: Tone }> = {
  draft: { word: 'پیش‌نویس', tone: 'neutral' },
  signed: { word: 'امضاشده، ثبت‌نشده', tone: 'warning' },
  'registration-unknown': { word: 'در انتظار پاسخ بیمه', tone: 'waiting' },
  registered: { word: 'ثبت‌شده', tone: 'done' },
  discarded: { word: 'کنار گذاشته', tone: 'neutral' },
  cancelled: { word: 'لغوشده', tone: 'refusal' },
}

export const cancelReasonWord: Record<CancelReason, string> = {
  'wrong-patient': 'برای بیمار اشتباه نوشته شد',
  'wrong-item': 'قلم یا دستور اشتباه است',
  'changed-treatment': 'درمان عوض شد',
  'patient-request': 'به خواست بیمار',
  duplicate: 'تکراری است',
  other: 'دلیل دیگر',
}

/** How the insurer's answer for an item is said. `not-checked` looks like neither yes nor no. */
export const checkLook: Record<CheckOutcome, { word: string; tone: Tone }> = {
  covered: { word: 'تحت پوشش', tone: 'done' },
  'not-covered': { word: 'خارج از پوشش', tone: 'warning' },
  'over-ceiling': { word: 'بیش از سقف', tone: 'warning' },
  'needs-document': { word: 'نیازمند مدرک', tone: 'advice' },
  refused: { word: 'پذیرفته نشد', tone: 'refusal' },
  'not-checked': { word: 'بررسی نشده', tone: 'unknown' },
  private: { word: 'آزاد', tone: 'neutral' },
}

export const progressLook: Record<ItemProgress['state'], { word: string; tone: Tone }> = {
  waiting: { word: 'تحویل نشده', tone: 'neutral' },
  partial: { word: 'بخشی تحویل شده', tone: 'information' },
  delivered: { word: 'کامل تحویل شده', tone: 'done' },
}

export const identityTitle: Record<Identity['kind'], string> = { 'national-code': 'کد ملی', fida: 'شناسهٔ فیدا', 'unique-id': 'شناسهٔ یکتا', 'insurance-code': 'کد بیمه' }

export const words = {
  signatures: {
    title: 'امضاهای این نسخه',
    layers: { intent: 'کلید عبور: نشانهٔ قصد، بدون گواهی', certificate: 'امضا با گواهی سلامت', seal: 'مهر سازمانی مرکز' },
    confirmedBy: { ocsp: 'اعتبار گواهی برخط تأیید شد', crl: 'اعتبار گواهی با فهرست ابطال تأیید شد' },
  },
  patient: 'بیمار',
  payer: 'پرداخت‌کننده',
  trackingCode: 'کد رهگیری',
  hid: 'شباد (HID)',
  nextPatient: 'بیمار بعدی',
  print: 'چاپ برگهٔ بیمار',
  slip: 'برگهٔ بیمار',
  qr: 'رمزینهٔ نسخه',
  hidBarcode: 'بارکد شباد',
  row: 'ردیف',
  drug: 'دارو',
  directions: 'دستور مصرف',
  quantity: 'تعداد',
  diagnosis: 'تشخیص',
  lostSlip:
    'این برگه گم شد؟ با کارت ملی به هر داروخانهٔ طرف قرارداد بروید؛ نسخه با کد ملی یا کد رهگیری پیدا می‌شود. کد رهگیری را به کسی جز داروخانه ندهید.',
  notRegisteredTitle: 'این نسخه هنوز ثبت نشده است',
  items: 'اقلام نسخه',
  count: (quantity: string) => `${quantity} عدد`,
  givenOf: (given: string, quantity: string) => `${given} از ${quantity} عدد`,
  news: (name: string, given: string) => `${name}: ${given} تحویل شد`,
  unknownProgress: 'تحویل نامعلوم',
  asked: 'به گفتهٔ بیمه، ساعت',
  prescriptionOf: (name: string) => `نسخهٔ ${name}`,
  registered: 'نسخه ثبت شد',
  registeredHint: 'کد رهگیری را به بیمار بگویید یا برگه را چاپ کنید.',
  signedTitle: 'نسخه امضا شده، ولی هنوز ثبت نشده است',
  signedBody: 'تا وقتی ثبت نشود کد رهگیری ندارد و داروخانه آن را نمی‌بیند.',
  register: 'ثبت نسخه',
  unknownTitle: 'پاسخ بیمه نرسید؛ داریم می‌پرسیم که ثبت شده است یا نه',
  unknownBody: 'دوباره نفرستید. پاسخ که برسد همین‌جا نشان داده می‌شود؛ می‌توانید سراغ بیمار بعدی بروید.',
  discardedTitle: 'این پیش‌نویس کنار گذاشته شده است',
  cancelledTitle: 'این نسخه لغو شده است',
  cancelledBody: 'نزد بیمه‌گر پس گرفته شد و با کد رهگیری آن چیزی تحویل داده نمی‌شود.',
  changing: 'در حال تغییر',
  change: 'تغییر نسخه',
  edit: 'ویرایش',
  cancel: 'لغو نسخه…',
  cancelOf: (name: string) => `نسخهٔ ${name} لغو شود؟`,
  cancelBody: 'لغو هم مانند نسخه امضا می‌شود. تا پایان امضا، نسخه برقرار است و شاید تحویل شود.',
  cancelReason: 'دلیل لغو',
  cancelReasonMissing: 'دلیل لغو را برگزینید.',
  cancelNote: 'توضیح',
  cancelDo: 'رفتن به امضای لغو',
  keep: 'نسخه بماند',
  givenAlready: 'بخشی از نسخه تحویل شده است؛ دیگر ویرایش و لغو نمی‌شود.',
  editUntil: 'ویرایش تا',
  editWindowClosed: 'مهلت ویرایش نزد این بیمه‌گر گذشته است.',
  editOnce: 'نزد این بیمه‌گر تنها یک بار ویرایش می‌شود.',
  noCancel: 'این بیمه‌گر لغو کامل ندارد؛ با ویرایش، دست‌کم یک قلم می‌ماند.',
  amendingTitle: (code: string) => `ویرایش نسخهٔ ثبت‌شدهٔ ${code}`,
  amendingBody: 'تا این ویرایش امضا و ثبت نشود، نسخهٔ پیشین برقرار است و شاید تحویل شود. کد رهگیری همان می‌ماند.',
  unchanged: 'هنوز چیزی عوض نشده است.',
  added: 'افزوده',
  removed: 'برداشته',
  changed: 'تغییر کرده',
  was: 'بود:',
  leaveChange: 'گذشتن از ویرایش',
  leaveCancel: 'گذشتن از لغو',
  leaveChangeTitle: (name: string) => `از ویرایش نسخهٔ ${name} می‌گذرید؟`,
  leaveChangeBody: 'نسخهٔ ثبت‌شده همان‌گونه که بود می‌ماند و آنچه تغییر داده‌اید برنمی‌گردد.',
  cancellingTitle: 'لغو این نسخه هنوز امضا نشده است',
  cancellingBody: 'تا لغو امضا و ثبت نشود، نسخه برقرار است و شاید تحویل شود.',
  signCancellation: 'بازبینی و امضای لغو',
  signedChangeTitle: 'تغییر امضا شده، ولی هنوز ثبت نشده است',
  signedChangeBody: 'تا وقتی ثبت نشود، داروخانه همان نسخهٔ پیشین را می‌بیند.',
  registerChange: 'ثبت تغییر',
  payerSilent: 'بیمه اکنون از تحویل‌ها خبر نمی‌دهد. این به معنای تحویل‌نشدن نیست.',
  registeredAt: 'ثبت',
  mine: 'نسخه‌های من',
  status: 'وضعیت',
  itemsShort: 'اقلام',
  when: 'زمان',
  unfinished: 'پیش‌نویس‌های باز',
  noItems: 'هنوز بی‌قلم',
  noPrescriptions: 'هنوز نسخه‌ای ننوشته‌اید',
  noPrescriptionsHint: 'نسخه‌های شما در این مرکز، از پیش‌نویس تا تحویل‌شده، اینجا می‌آیند.',
  startPrescribing: 'نوشتن نسخه',
  older: 'قدیمی‌ترها',
} as const
