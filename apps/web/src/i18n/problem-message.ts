import { Failure, type FailureCode } from '@noskhe/shared/failure'
import { isWhy, type Why } from '@noskhe/shared/status/silence'
import { toPersianDigits } from '@noskhe/shared/text'
import { Unreachable } from '../api/call.ts'

/** What happened and what to do now, for every refusal; the compiler keeps the list complete. */
export const problemMessage = {
  'request.invalid': 'بخشی از آنچه فرستاده شد درست نیست. خانه‌های فرم را ببینید و دوباره بفرستید.',
  'request.forged': 'این درخواست از صفحهٔ نسخه نیامده است. صفحه را تازه کنید و دوباره تلاش کنید.',
  'request.in-progress': 'همین کار در حال انجام است. چند لحظه صبر کنید؛ نتیجه نشان داده می‌شود.',
  'request.key-reused': 'این درخواست پیش‌تر با محتوای دیگری فرستاده شده است. صفحه را تازه کنید.',
  'rate.limited': 'درخواست‌ها پشت‌سرهم و زیاد بود. یک دقیقه صبر کنید و دوباره تلاش کنید.',
  'session.required': 'وارد نشده‌اید. وارد شوید تا ادامه دهید؛ پیش‌نویس‌ها سر جای خود هستند.',
  'session.expired': 'مدتی کاری نکردید و نشست بسته شد. دوباره وارد شوید؛ پیش‌نویس ذخیره شده است.',
  'session.ended-elsewhere': 'از دستگاه دیگری وارد شدید و همان را نگه داشتید. اگر شما نبودید، دوباره وارد شوید و نشست‌ها را ببینید.',
  'session.centre-required': 'نخست مرکزی را که در آن کار می‌کنید انتخاب کنید.',
  'role.forbidden': 'نقش شما در این مرکز اجازهٔ این کار را ندارد.',
  'not-found': 'آنچه می‌خواستید پیدا نشد.',
  unexpected: 'خطایی پیش آمد که انتظارش را نداشتیم. کارتان ذخیره است؛ دوباره تلاش کنید و اگر ماند به پشتیبانی بگویید.',
  'national.unavailable': 'سامانهٔ ملی اکنون پاسخ نمی‌دهد. چیزی از دست نرفته است؛ کمی بعد دوباره تلاش کنید.',
  'national.unreadable': 'پاسخ سامانهٔ ملی خوانا نبود. کمی بعد دوباره تلاش کنید.',
  'council.unknown': 'سازمان نظام پزشکی این شماره را نمی‌شناسد. شماره را از روی پروانه دوباره وارد کنید.',
  'council.mismatch': 'این شمارهٔ نظام پزشکی به نام این کد ملی نیست. هر دو را بازبینی کنید.',
  'council.licence-revoked': 'پروانهٔ شما باطل شده است و نمی‌توانید وارد شوید یا نسخه امضا کنید.',
  'council.licence-suspended': 'پروانهٔ شما تعلیق شده است و تا رفع آن نمی‌توانید وارد شوید یا نسخه امضا کنید.',
  'council.licence-expired': 'اعتبار پروانهٔ شما تمام شده است. پس از تمدید آن در نظام پزشکی دوباره وارد شوید.',
  'staff.unknown': 'هیچ مرکزی این کد ملی و شمارهٔ همراه را جزو کارکنان خود ثبت نکرده است. از مدیر مرکز بپرسید.',
  'code.wrong': 'کد درست نیست. آخرین پیامک را ببینید و دوباره وارد کنید.',
  'code.expired': 'زمان این کد گذشته است. کد تازه بخواهید.',
  'code.too-many-attempts': 'کد چند بار نادرست وارد شد. کد تازه بخواهید.',
  'passkey.unknown': 'این کلید عبور را نمی‌شناسیم. با کد یک‌بارمصرف وارد شوید و کلید تازه بسازید.',
  'passkey.rejected': 'کلید عبور پذیرفته نشد. دوباره تلاش کنید یا با کد یک‌بارمصرف وارد شوید.',
  'passkey.challenge-expired': 'زمان پاسخ گذشت. دوباره تلاش کنید.',
  'centre.unknown': 'سیام این مرکز را نمی‌شناسد.',
  'centre.inactive': 'پروانهٔ این مرکز فعال نیست و نمی‌توان در آن کار کرد.',
  'centre.not-yours': 'شما جزو کارکنان این مرکز نیستید.',
  'encounter.not-found': 'این پذیرش در این مرکز پیدا نشد.',
  'encounter.not-covered': 'پوشش بیمه برای این پذیرش تأیید نشده است. نسخهٔ آزاد بنویسید یا استحقاق را دوباره بپرسید.',
  'patient.name-required': 'نام بیمار از هیچ سامانه‌ای نیامد. نام و نام خانوادگی او را بنویسید.',
  'terminology.not-loaded': 'فهرست کدهای دارو هنوز بارگیری نشده است. چند لحظه صبر کنید.',
  'terminology.code-unknown': 'یکی از کدها در فهرست ملی نیست. آن قلم را حذف کنید و دوباره بجویید.',
  'terminology.code-retired': 'یکی از کدها از فهرست ملی کنار گذاشته شده است. جایگزین آن را بجویید.',
  'prescription.not-found': 'این نسخه در این مرکز پیدا نشد.',
  'prescription.changed-elsewhere': 'این نسخه در برگه یا دستگاه دیگری تغییر کرده است. تازه‌ترین را ببینید؛ آنچه اینجا نوشتید هنوز هست.',
  'prescription.wrong-status': 'وضعیت نسخه عوض شده است و این کار دیگر شدنی نیست.',
  'prescription.dispensed': 'بخشی از این نسخه تحویل شده است و دیگر ویرایش یا لغو نمی‌شود. اگر لازم است نسخهٔ تازه‌ای بنویسید.',
  'prescription.edit-window-closed': 'مهلت ویرایش این نسخه نزد بیمه‌گر تمام شده است. نسخهٔ تازه‌ای بنویسید.',
  'prescription.edits-used-up': 'این بیمه‌گر نسخه را تنها یک بار ویرایش‌پذیر می‌داند و آن یک بار انجام شده است. نسخهٔ تازه‌ای بنویسید.',
  'prescription.not-cancellable': 'این بیمه‌گر لغو کامل نسخه را نمی‌پذیرد. نسخه را ویرایش کنید؛ دست‌کم یک قلم باید بماند.',
  'prescription.empty': 'نسخه قلمی ندارد. دست‌کم یک قلم بیفزایید.',
  'prescription.incomplete': 'دستور مصرف یا تعداد یکی از اقلام کامل نیست.',
  'prescription.not-checked': 'یکی از اقلام پس از آخرین تغییر از بیمه پرسیده نشده است. پاسخ بیمه را ببینید و دوباره امضا کنید.',
  'prescription.not-registrable': 'بیمه یکی از اقلام را با این مقدار در نسخه نمی‌پذیرد. مقدار را کم کنید، قلم را بردارید، یا آن را در نسخهٔ آزاد بنویسید.',
  'patient.facts-changed': 'همکار یا برگهٔ دیگری همین سابقه را عوض کرده است. تازه‌ترین را ببینید و دوباره ثبت کنید.',
  'rules.refused': 'قواعد بالینی یکی از اقلام را منع می‌کند. آن را عوض کنید، یا اگر قاعده می‌پذیرد دلیل را بگویید.',
  'rules.finding-gone': 'این هشدار دیگر برقرار نیست؛ نسخه عوض شده است. تازه‌ترین هشدارها را ببینید.',
  'rules.not-overridable': 'این منع را با دلیل نمی‌توان کنار گذاشت. قلم را عوض کنید.',
  'payer.refused': 'بیمه این کار را نپذیرفت.',
  'payer.account-missing': 'نام کاربری شما نزد این بیمه ثبت نشده است. از مدیر مرکز بخواهید آن را وارد کند.',
  'payer.not-connected': 'هنوز به این بیمه وصل نیستیم. نسخهٔ آزاد بنویسید.',
  'signature.request-not-found': 'درخواست امضا پیدا نشد. دوباره بازبینی و امضا کنید.',
  'signature.request-expired': 'زمان امضا گذشت. دوباره بازبینی و امضا کنید.',
  'signature.rejected': 'امضا پذیرفته نشد و نسخه همچنان پیش‌نویس است. دوباره امضا کنید.',
  'signature.no-passkey': 'روی این حساب کلید عبوری نیست. با تلفن امضا کنید یا کلید عبور بسازید.',
  'signature.certificate-none': 'گواهی امضا ندارید و با تلفن نمی‌توان امضا کرد. در «امضای الکترونیک» گواهی بگیرید یا با کلید عبور امضا کنید.',
  'signature.certificate-expired': 'اعتبار گواهی امضای شما تمام شده است. در «امضای الکترونیک» آن را تمدید کنید یا با کلید عبور امضا کنید.',
  'signature.certificate-revoked': 'گواهی امضای شما باطل شده است و با آن چیزی امضا نمی‌شود. در «امضای الکترونیک» گواهی تازه بگیرید.',
  'signature.certificate-unknown': 'اعتبار گواهی روشن نشد: مرکز گواهی پاسخ روشنی نداد. چیزی از دست نرفته است؛ کمی بعد دوباره تلاش کنید یا با کلید عبور امضا کنید.',
  'signature.certificate-untrusted': 'گواهی امضا پذیرفته نشد: از مرکز گواهی سلامت نیست یا به نام شما نیست. به پشتیبانی بگویید و تا آن زمان با کلید عبور امضا کنید.',
  'signature.not-asked': 'نخست باید امضا خواسته شود.',
  'certificate.exists': 'گواهی معتبری به نام شما هست. صفحه را تازه کنید تا آن را ببینید.',
  'certificate.not-found': 'مرکز گواهی چنین گواهی‌ای به نام شما نمی‌شناسد. صفحه را تازه کنید.',
  'certificate.not-vouched': 'مرجع ثبت‌نام هویت شما را تأیید نکرد و گواهی صادر نشد. به نظام پزشکی یا مرکز خود مراجعه کنید.',
  'order.not-found': 'نسخه‌ای با این شماره پیدا نشد. رقم‌ها را با بیمار بازبینی کنید.',
  'order.hid-not-valid': 'این شباد در پایگاه ملی بیمه‌شدگان معتبر نیست. کد ملی یا کد رهگیری را از بیمار بپرسید.',
  'delivery.not-found': 'این تحویل در این مرکز پیدا نشد.',
  'delivery.wrong-status': 'وضعیت این تحویل عوض شده است.',
  'delivery.quantity-exceeded': 'بیش از آنچه از نسخه مانده است نمی‌توان تحویل داد. مانده را دوباره ببینید.',
  'delivery.packs-missing': 'بسته‌های برخی اقلام هنوز کامل خوانده نشده است. بستهٔ باقی‌مانده را بخوانید و دوباره تحویل را بزنید.',
  'delivery.refused': 'بیمه این تحویل را نپذیرفت و چیزی ثبت نشد.',
  'record.not-treating': 'پرونده را تنها پزشک معالج، در ویزیتی که خودش امروز باز کرده است می‌خواند. ویزیت بیمار را باز کنید و دوباره ببینید.',
  'deposit.not-found': 'این پیام دیگر در صف ارسال نیست؛ شاید همین حالا رسیده باشد. فهرست را تازه کنید.',
  'pack.sold': 'این بسته پیش‌تر فروخته شده است. بستهٔ دیگری بردارید و این را کنار بگذارید.',
  'pack.expired': 'تاریخ مصرف این بسته گذشته است. تحویل ندهید.',
  'pack.recalled': 'این بسته از بازار فراخوان شده است. تحویل ندهید و کنار بگذارید.',
  'pack.unknown': 'سامانهٔ اصالت این بسته را نمی‌شناسد. تحویل ندهید.',
  'pack.wrong-product': 'این بسته با هیچ قلم این تحویل نمی‌خواند. دارو و قدرت را بازبینی کنید.',
  'pack.already-scanned': 'همین بسته پیش‌تر در این تحویل خوانده شده است.',
  'pack.not-needed': 'بسته‌های این قلم کامل است و این بسته لازم نیست. آن را کنار بگذارید.',
} satisfies Record<FailureCode, string>

/** The same for a silent national service, where we know why it was. */
const silenceMessage: Record<Why, string> = {
  broken: problemMessage['national.unavailable'],
  'timed-out': 'سامانهٔ ملی در زمان خود پاسخ نداد. چیزی از دست نرفته است؛ کمی بعد دوباره تلاش کنید.',
  busy: 'سامانهٔ ملی شلوغ است و درخواست را نگرفت. چیزی از دست نرفته است؛ کمی بعد دوباره تلاش کنید.',
  refused: 'سامانهٔ ملی درخواست ما را نپذیرفت و دلیلی آورد که نمی‌شناسیم. چیزی از دست نرفته است؛ اگر دوباره پیش آمد به پشتیبانی بگویید.',
  'held-back': 'سامانهٔ ملی چند بار پیاپی پاسخ نداد و چند ثانیه‌ای سراغش نمی‌رویم. چیزی از دست نرفته است؛ کمی بعد دوباره تلاش کنید.',
}

function saySilence({ why, retryAfterSeconds }: Failure['detail']): string {
  if (why === 'busy' && typeof retryAfterSeconds === 'number') {
    return `سامانهٔ ملی شلوغ است و خواست ${waitOf(retryAfterSeconds)} دیگر بیاییم. چیزی از دست نرفته است؛ آن‌گاه دوباره تلاش کنید.`
  }
  return isWhy(why) ? silenceMessage[why] : problemMessage['national.unavailable']
}

const waitOf = (seconds: number): string =>
  seconds < 60 ? `${toPersianDigits(Math.max(1, seconds))} ثانیهٔ` : `${toPersianDigits(Math.ceil(seconds / 60))} دقیقهٔ`

/** The Persian sentence for anything that was thrown; the payer's and the registry's own words follow ours. */
export function sayProblem(error: unknown): string {
  if (error instanceof Unreachable) return 'به سرور نرسیدیم. اتصال شبکه را ببینید؛ آنچه نوشته‌اید همین‌جا مانده است.'
  if (!(error instanceof Failure)) return problemMessage.unexpected
  if (error.code === 'national.unavailable') return saySilence(error.detail)
  const reason = error.detail['reason']
  return typeof reason === 'string' && reason !== '' ? `${problemMessage[error.code]} «${reason}»` : problemMessage[error.code]
}
