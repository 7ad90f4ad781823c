import type { CheckOutcome } from '@noskhe/shared/prescriptions/item'
import { Check, CloudAlert, CloudUpload, GitFork, type LucideIcon, PencilLine } from 'lucide-react'
import type { KeepState } from './draft-keeper.ts'

export const words = {
  title: (name: string) => `نسخه برای ${name}`,
  search: 'جست‌وجوی دارو، آزمایش یا خدمت',
  allKinds: 'همه',
  searchFor: (kind: string) => `جست‌وجوی ${kind}`,
  kind: 'جست‌وجو در',
  nextKind: 'جست‌وجو در فهرست بعدی',
  previousKind: 'جست‌وجو در فهرست پیشین',
  searchHint: 'نام، نام تجاری، قدرت یا کد…',
  line: 'دستور مصرف در یک خط',
  /** The Latin example in an isolate of its own direction (U+2066 … U+2069). */
  lineHint: 'هر ۸ ساعت ۷ روز بعد از غذا، یا \u20661x3 7d pc #21\u2069',
  unread: (text: string) => `«${text}» فهمیده نشد؛ آن را پاک کنید یا در خانه‌های پایین بنویسید.`,
  form: (name: string) => `دستور مصرف ${name}`,
  dose: 'هر بار',
  unit: 'واحد',
  frequency: 'چند وقت یک بار',
  duration: 'مدت',
  days: 'روز',
  quantity: 'تعداد',
  serviceForm: (name: string) => `نوشتن ${name}`,
  doneBy: 'چه کسی انجام می‌دهد',
  doneByOrderer: 'خودم',
  doneByAnother: 'ارائه‌دهندهٔ دیگر',
  tooth: 'شمارهٔ دندان',
  toothFault: 'دندان را روی نقشه برگزینید یا شماره‌اش را بنویسید؛ مانند ۳۶.',
  teeth: 'دندان‌های',
  permanentTeeth: 'دائمی',
  milkTeeth: 'شیری',
  chart: 'نقشهٔ دندان‌ها',
  asNeeded: 'در صورت نیاز',
  note: 'یادداشت برای این قلم',
  readBack: 'خوانده می‌شود',
  addItem: 'افزودن به نسخه',
  saveItem: 'ثبت تغییر',
  cancel: 'انصراف',
  offered: (quantity: string) => `${quantity} عدد؛ اعمال`,
  doseFault: 'مقدار هر بار را به عدد بنویسید؛ مانند ۱ یا ۰٫۵.',
  frequencyFault: 'بگویید چند وقت یک بار؛ مانند tid یا «هر ۸» در خط بالا.',
  durationFault: 'مدت را از ۱ تا ۳۶۵ روز بنویسید.',
  quantityFault: 'تعداد را بنویسید.',
  /** Sig terms offered beside the directions. */
  usualInstructions: ['AC', 'PC', 'WITHFOOD', 'FAST'] as readonly string[],
  noItems: 'هنوز قلمی ننوشته‌اید',
  noItemsHint: 'نام دارو، آزمایش یا خدمت را در خانهٔ بالا بنویسید و Enter بزنید.',
  items: 'اقلام نسخه',
  edit: (name: string) => `ویرایش ${name}`,
  remove: (name: string) => `حذف ${name}`,
  up: (name: string) => `بالا بردن ${name}`,
  down: (name: string) => `پایین بردن ${name}`,
  added: (name: string) => `${name} به نسخه افزوده شد.`,
  removed: (name: string) => `${name} حذف شد.`,
  putBack: 'برگردان',
  checking: 'پرسش از بیمه…',
  checkAgain: 'دوباره از بیمه بپرس',
  toCeiling: (count: string) => `به سقف (${count} عدد) برسان`,
  patientPays: 'سهم بیمار',
  insurerPays: 'سهم بیمه',
  prescription: 'نسخه',
  total: 'جمع',
  patient: 'بیمار',
  itemsCount: (count: string) => `اقلام (${count})`,
  diagnosis: 'تشخیص',
  diagnosisHint: 'نام بیماری یا کد ICD-10',
  removeDiagnosis: 'حذف تشخیص',
  noteToPatient: 'توصیه به بیمار',
  review: 'بازبینی و امضا',
  discard: 'کنار گذاشتن پیش‌نویس',
  discardTitle: (name: string) => `پیش‌نویس نسخهٔ ${name} کنار گذاشته شود؟`,
  discardBody: 'اقلامی که نوشته‌اید برنمی‌گردند.',
  discardHid: 'شباد این مراجعه هم ابطال می‌شود، مگر نسخهٔ دیگری با آن نوشته باشید.',
  restoredTitle: 'نوشته‌ای که روی این دستگاه مانده بود برگشت',
  restoredBody: 'بار پیش به سرور نرسیده بود. اقلام را بازبینی کنید؛ ذخیره از سر گرفته شد.',
  notTaken: 'این پیش‌نویس ذخیره نمی‌شود',
  notAsked: 'از بیمه نتوانستیم بپرسیم',
  conflictTitle: 'این نسخه در برگه یا دستگاه دیگری تغییر کرده است',
  conflictBody: 'آنچه اینجا نوشته‌اید هنوز هست. کدام بماند؟',
  keepMine: 'نوشتهٔ من بماند',
  takeTheirs: 'تازه‌ترین بماند',
  totalUnknown: 'قیمت بعضی اقلام معلوم نیست.',
  notFlushed: 'ذخیره نشد؛ پیش از امضا باید ذخیره شود. اتصال را ببینید و دوباره تلاش کنید.',
  refused: 'بیمه این نسخه را ثبت نکرد',
  refusedHint: 'قلم‌ها را بنا بر گفتهٔ بیمه درست کنید و دوباره امضا کنید.',
} as const

/** How the draft stands with the server. */
export const keepLook: Record<KeepState, { word: string; icon: LucideIcon; look: string }> = {
  saved: { word: 'ذخیره شد', icon: Check, look: 'text-quiet' },
  unsaved: { word: 'در حال نوشتن…', icon: PencilLine, look: 'text-quiet' },
  saving: { word: 'در حال ذخیره…', icon: CloudUpload, look: 'text-quiet' },
  failed: { word: 'به سرور نرسید؛ روی همین دستگاه هست و دوباره فرستاده می‌شود.', icon: CloudAlert, look: 'text-warning' },
  refused: { word: 'ذخیره نشد؛ دلیلش بالای صفحه است.', icon: CloudAlert, look: 'text-refusal' },
  conflict: { word: 'ذخیره نشد؛ در جای دیگری هم تغییر کرده است.', icon: GitFork, look: 'text-warning' },
}

/**
 * What to do about the insurer's answer, beside its own words. `ceiling`: units it takes, 0 where other lines have used
 * them up; `isRejected`: its words say already that the line is not taken.
 */
export function adviceFor({ outcome, ceiling, isRejected }: { outcome: CheckOutcome; ceiling: number; isRejected: boolean }): string | null {
  switch (outcome) {
    case 'not-covered':
      return isRejected ? null : 'همهٔ بهای این قلم با بیمار است. به او بگویید، یا جایگزین تحت پوشش بجویید.'
    case 'over-ceiling':
      return ceiling > 0 || isRejected ? null : 'سقف این دارو پر شده است. این قلم را بردارید، یا آن را در نسخهٔ آزاد بنویسید.'
    case 'needs-document':
      return isRejected ? null : 'بیمار را برای تشکیل پرونده به بیمه بفرستید؛ تا آن وقت این قلم را بردارید.'
    case 'refused':
      return 'بنا بر گفتهٔ بیمه قلم را درست کنید، یا دوباره بپرسید.'
    case 'not-checked':
      return 'بیمه هنوز پاسخی نداده است: نه پذیرفته و نه رد کرده. اگر پاسخ ندهد هم می‌توانید امضا کنید.'
    case 'covered':
    case 'private':
      return null
  }
}
