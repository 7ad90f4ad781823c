import { taminRefusal } from '@noskhe/national-wire/tamin/refusals'
import type { TaminRefusal } from '@noskhe/national-wire/tamin/refusals'
import type { RefusalReason, Refused } from '../port.ts'

type Outcome = readonly [reason: RefusalReason, advice: string]

const packGone = 'این بسته را تحویل ندهید و بستهٔ دیگری اسکن کنید.'
const own = 'به مدیر مرکز اطلاع دهید تا مشخصات شما در حساب تأمین اجتماعی بررسی شود.'
const r = taminRefusal

/** Every refusal of the guide, and those of the sandbox's pharmacy: the reason in our words, and what the user is told to do. */
const meanings: Readonly<Record<TaminRefusal, Outcome>> = {
  [r.duplicate]: ['duplicate', 'همین نسخه، با همین اقلام، امروز برای این بیمار ثبت شده است. اگر نسخهٔ دیگری می‌خواهید، اقلام آن را تغییر دهید.'],
  [r.inputEmpty]: ['invalid', 'تأمین اجتماعی نسخه را خالی یا ناقص می‌داند. اقلام را بازبینی کنید و دوباره بفرستید.'],
  [r.mobileMissing]: ['invalid', 'تأمین اجتماعی شمارهٔ همراه بیمار را می‌خواهد. شماره را از بیمار بپرسید و در پذیرش او بنویسید.'],
  [r.mobileMalformed]: ['invalid', 'تأمین اجتماعی شمارهٔ همراه بیمار را درست نمی‌داند. شمارهٔ یازده‌رقمی او را در پذیرش اصلاح کنید.'],
  [r.patientInvalid]: ['patient-unknown', 'تأمین اجتماعی کد ملی بیمار را نپذیرفت. کد را با کارت شناسایی بیمار بازبینی کنید.'],
  [r.doctorMismatch]: ['no-access', `کد ملی یا شمارهٔ همراه شما با شمارهٔ نظام پزشکی‌تان نزد تأمین اجتماعی نمی‌خواند. ${own}`],
  [r.serviceUndefined]: ['not-covered', 'تأمین اجتماعی یکی از اقلام را در فهرست خود ندارد. آن را جایگزین کنید یا در نسخهٔ آزاد بنویسید.'],
  [r.typeMissing]: ['invalid', 'نوع نسخه به تأمین اجتماعی نرسید. دوباره تلاش کنید؛ اگر ادامه داشت به پشتیبانی اطلاع دهید.'],
  [r.typeInvalid]: ['invalid', 'تأمین اجتماعی نوع نسخه را نپذیرفت. به پشتیبانی اطلاع دهید.'],
  [r.dateMalformed]: ['invalid', 'تأمین اجتماعی یکی از تاریخ‌های نسخه را نپذیرفت. تاریخ‌ها را بازبینی کنید.'],
  [r.dateInFuture]: ['invalid', 'تأمین اجتماعی تاریخ نسخه را در آینده می‌داند. ساعت و تاریخ سرور را بازبینی کنید.'],
  [r.amountInvalid]: ['invalid', 'تأمین اجتماعی مقدار مصرف یکی از داروها را نپذیرفت. دستور مصرف را ساده‌تر بنویسید و دوباره بفرستید.'],
  [r.timeInvalid]: ['invalid', 'تأمین اجتماعی زمان مصرف یکی از داروها را نپذیرفت. دستور مصرف را ساده‌تر بنویسید و دوباره بفرستید.'],
  [r.midwifeSuffix]: ['no-access', `شمارهٔ نظام پزشکی ماما باید با ستاره فرستاده شود. ${own}`],
  [r.foreignDoctor]: ['no-access', `مشخصات پزشک خارجی به شکلی که تأمین اجتماعی می‌خواهد فرستاده نشد. ${own}`],
  [r.tooManyRepeats]: ['invalid', 'تأمین اجتماعی بیش از سه نوبت برای یک قلم نمی‌پذیرد. شمار نوبت‌ها را کم کنید.'],
  [r.repeatWithoutDate]: ['invalid', 'برای قلمی که تکرار می‌شود تاریخ شروع لازم است. تاریخ را بنویسید.'],
  [r.itemsInVisit]: ['invalid', 'نسخهٔ ویزیت قلم ندارد. داروها را در نسخهٔ دارو بنویسید.'],
  [r.editedBefore]: ['window-closed', 'این نسخه یک بار ویرایش شده و ویرایش دوباره ممکن نیست. اگر امروز ثبت شده است، آن را حذف و از نو بنویسید.'],
  [r.providerActed]: ['already-delivered', 'داروخانه یا مرکز دیگری بر این نسخه اقدام کرده است و دیگر تغییر نمی‌کند. برای تغییر نسخهٔ تازه بنویسید.'],
  [r.deletionOver]: ['window-closed', 'نسخهٔ تأمین اجتماعی تنها در همان روز ثبت حذف می‌شود و مهلت آن گذشته است.'],
  [r.otherClient]: ['not-yours', 'این نسخه با نرم‌افزار دیگری ثبت شده است. آن را در همان نرم‌افزار تغییر دهید.'],
  [r.notFound]: ['not-found', 'تأمین اجتماعی چنین نسخه‌ای برای این بیمار ندارد. کد رهگیری و بیمار را بازبینی کنید.'],
  [r.notDeserving]: ['not-covered', 'تأمین اجتماعی این بیمار را اکنون زیر پوشش نمی‌داند. پوشش او را دوباره استعلام کنید یا نسخه را آزاد بنویسید.'],
  [r.wrongServiceType]: ['invalid', 'یکی از اقلام از نوع این نسخه نیست. آن را در نسخهٔ جداگانه بنویسید.'],
  [r.notEditable]: ['not-permitted', 'نسخهٔ ویزیت، خدمات و ارجاع ویرایش نمی‌شود. آن را تا پایان روز ثبت حذف کنید و از نو بنویسید.'],
  [r.quantityInvalid]: ['invalid', 'تعداد یکی از اقلام درست نیست. تعداد را بازبینی کنید.'],
  [r.laboratoryGroupMissing]: ['invalid', 'زیرگروه یکی از آزمایش‌ها به تأمین اجتماعی نرسید. آزمایش را حذف و از فهرست دوباره انتخاب کنید.'],
  [r.laboratoryGroupInvalid]: ['invalid', 'تأمین اجتماعی زیرگروه یکی از آزمایش‌ها را نپذیرفت. آزمایش را حذف و از فهرست دوباره انتخاب کنید.'],
  [r.expiryInvalid]: ['invalid', 'تاریخ اعتبار نسخه پیش از تاریخ نوشتن آن است. تاریخ اعتبار را اصلاح کنید.'],
  [r.diagnosisUndefined]: ['invalid', 'تأمین اجتماعی این کد تشخیص را نمی‌شناسد. تشخیص را از فهرست ICD-10 دوباره انتخاب کنید.'],
  [r.planInvalid]: ['invalid', 'تأمین اجتماعی این طرح درمان را نمی‌شناسد. طرح را از فهرست دوباره انتخاب کنید یا بردارید.'],
  [r.illnessInvalid]: ['invalid', 'تأمین اجتماعی این بیماری خاص را نمی‌شناسد. آن را از فهرست دوباره انتخاب کنید یا بردارید.'],
  [r.illnessNotMarked]: ['needs-document', 'بیمار نزد تأمین اجتماعی برای این بیماری خاص نشان‌دار نشده است. نخست بیماری را نشان‌دار کنید یا آن را از قلم بردارید.'],
  [r.complaintUndefined]: ['invalid', 'تأمین اجتماعی شکایت اصلی بیمار را نمی‌شناسد. آن را از فهرست دوباره انتخاب کنید یا بردارید.'],
  [r.terminologyInvalid]: ['invalid', 'تأمین اجتماعی نوع کدگذاری یکی از خدمات را نپذیرفت. به پشتیبانی اطلاع دهید.'],
  [r.linesNotAllowed]: ['invalid', 'این نوع نسخه قلم یا ارجاع نمی‌پذیرد. آن را در نسخهٔ جداگانه بنویسید.'],
  [r.toothInvalid]: ['invalid', 'شمارهٔ دندان درست نیست. شمارهٔ دورقمی FDI (مانند ۳۶) را بنویسید.'],
  [r.toothMissing]: ['invalid', 'این خدمت برای یک دندان است. شمارهٔ دندان را بنویسید.'],
  [r.toothNotAllowed]: ['invalid', 'این خدمت به دندان خاصی تعلق ندارد. شمارهٔ دندان را بردارید.'],
  [r.toothTreatedBefore]: ['duplicate', 'همین خدمت برای همین دندان پیش‌تر ثبت شده است. شمارهٔ دندان و پروندهٔ بیمار را بازبینی کنید.'],
  [r.referralMissing]: ['invalid', 'مشخصات ارجاع کامل نیست. تخصص مقصد و علت ارجاع را بنویسید.'],
  [r.specialtyUndefined]: ['invalid', 'تأمین اجتماعی تخصص مقصد را نمی‌شناسد. تخصص را از فهرست دوباره انتخاب کنید.'],
  [r.referralToSelf]: ['invalid', 'بیمار را نمی‌توان به خود ارجاع داد. همکار دیگری را برگزینید.'],
  [r.commentsMissing]: ['invalid', 'تأمین اجتماعی توضیح می‌خواهد. شرح را بنویسید و دوباره بفرستید.'],
  [r.referralUnknown]: ['not-found', 'تأمین اجتماعی چنین ارجاعی برای شما و این بیمار ندارد. کد رهگیری ارجاع و بیمار را بازبینی کنید.'],
  [r.referralAnswered]: ['already-used', 'این ارجاع پیش‌تر بازخورد گرفته است. بازخورد ثبت‌شده را با کد رهگیری ارجاع ببینید.'],
  [r.answersIncomplete]: ['invalid', 'همهٔ پرسش‌های بازخورد باید پاسخ داده شوند. پاسخ‌های مانده را برگزینید.'],
  [r.noContract]: ['no-contract', 'این مرکز نزد تأمین اجتماعی قراردادی برای این حساب ندارد. مرکز کاری خود را بازبینی کنید یا با ادارهٔ تأمین اجتماعی تماس بگیرید.'],
  [r.lineUnknown]: ['mismatch', 'این قلم در نسخهٔ بیمار نیست یا فرآورده با آن نمی‌خواند. نسخه را دوباره بخوانید.'],
  [r.moreThanLeft]: ['already-delivered', 'این تعداد از باقی‌ماندهٔ قلم بیشتر است. نسخه را دوباره بخوانید.'],
  [r.notDue]: ['not-permitted', 'زمان تحویل این قلم هنوز نرسیده است. تاریخ آن را در نسخه ببینید.'],
  [r.prescriptionExpired]: ['expired', 'اعتبار این نسخه پایان یافته است. از بیمار بخواهید نسخهٔ تازه بگیرد.'],
  [r.checkUnknown]: ['not-found', 'بررسی این قلم نزد تأمین اجتماعی یافت نشد. دوباره قیمت بگیرید.'],
  [r.checkUsed]: ['already-used', 'این قلم با همین بررسی تحویل شده است. نسخه را دوباره بخوانید و باقی‌مانده را ببینید.'],
  [r.checkExpired]: ['expired', 'مهلت بررسی این قلم گذشته است. دوباره قیمت بگیرید.'],
  [r.packNotInquired]: ['pack-mismatch', 'یکی از بسته‌ها برای این قلم استعلام نشده است. آن را دوباره اسکن کنید.'],
  [r.packCount]: ['pack-mismatch', 'شمار واحدهای بسته‌ها با تعداد قلم نمی‌خواند. بسته‌ها را بازبینی کنید.'],
  [r.packUnknown]: ['pack-unknown', 'بسته‌ای با این شناسه ثبت نشده است. برچسب را بازبینی کنید.'],
  [r.packSold]: ['pack-used', `این بسته پیش‌تر فروخته شده است. ${packGone}`],
  [r.packRecalled]: ['pack-recalled', `این سری ساخت فراخوان شده است. ${packGone}`],
  [r.packExpired]: ['pack-expired', `تاریخ این بسته گذشته است. ${packGone}`],
  [r.packMismatch]: ['pack-mismatch', `این بسته از داروی این قلم نیست. ${packGone}`],
  [r.deliveryUnknown]: ['not-found', 'تأمین اجتماعی چنین تحویلی ندارد. نسخه را دوباره بخوانید و باقی‌مانده را ببینید.'],
  [r.deliveryDeleted]: ['already-deleted', 'این تحویل پیش‌تر حذف شده است.'],
  [r.deletionTooLate]: ['window-closed', 'حذف این تحویل تنها تا ده روز ممکن بود و مهلت آن گذشته است.'],
}

const unlisted: Outcome = ['unlisted', 'تأمین اجتماعی درخواست را نپذیرفت. پیام آن را بخوانید؛ اگر روشن نبود با پشتیبانی تأمین اجتماعی تماس بگیرید.']

export const refusedAs = ([reason, advice]: Outcome, code: string, message = ''): Refused => ({ outcome: 'refused', reason, code, message, advice })

/** @param code `error_Code` of the answer; one that nobody listed is told with the insurer's own words. */
export const refusalOf = (code: string, message: string | null): Refused =>
  refusedAs((meanings as Partial<Record<string, Outcome>>)[code] ?? unlisted, code, message ?? '')

export const signInRefused = refusedAs(['sign-in', 'نام کاربری یا گذرواژهٔ شما در تأمین اجتماعی پذیرفته نشد. آن را در «تنظیمات» اصلاح کنید.'], 'access_denied')
export const softwareRefused = refusedAs(['no-access', 'تأمین اجتماعی این نرم‌افزار را نمی‌شناسد. به مدیر مرکز اطلاع دهید تا شناسهٔ نرم‌افزار (clientId) بررسی شود.'], 'invalid_client')
export const sessionEnded = refusedAs(['session', 'نشست شما با تأمین اجتماعی پایان یافته است. دوباره تلاش کنید تا نشست تازه باز شود.'], 'invalid_token')

export const identityUnknown = refusedAs(['patient-unknown', 'تأمین اجتماعی بیمار را تنها با کد ملی یا شناسهٔ فیدا می‌شناسد. نسخه را آزاد بنویسید.'], 'not-sent')
export const otherVisit = refusedAs(['mismatch', 'این پذیرش از آنِ بیمار یا پزشک دیگری است. بیمار را دوباره انتخاب کنید.'], 'not-sent')
export const noMobile = refusedAs(meanings[r.mobileMissing], 'not-sent')
export const orderUnknown = refusedAs(meanings[r.notFound], 'not-found')
export const outsideOrder = refusedAs(['not-permitted', 'داروی بیرون از نسخه به حساب تأمین اجتماعی تحویل نمی‌شود. آن را آزاد بفروشید.'], 'not-sent')
export const noCode = refusedAs(['not-covered', 'این دارو در فهرست تأمین اجتماعی کد ندارد و در نسخهٔ آن نوشته نمی‌شود. داروی دیگری برگزینید یا آن را در نسخهٔ آزاد بنویسید.'], 'not-sent')
export const noCompound = refusedAs(['not-permitted', 'نسخهٔ تأمین اجتماعی داروی ترکیبی نمی‌پذیرد. آن را در نسخهٔ آزاد بنویسید.'], 'not-sent')
export const hospitalOnly = refusedAs(['not-permitted', 'تأمین اجتماعی این دارو را تنها در بیمارستان می‌پذیرد. داروی دیگری برگزینید یا آن را در نسخهٔ آزاد بنویسید.'], 'not-sent')
export const sameLineTwice = refusedAs(['duplicate', 'همین دارو با همین دستور و تعداد در نسخه هست. همه را در یک قلم بنویسید.'], 'not-sent')
export const tooManyTimes = refusedAs(meanings[r.tooManyRepeats], 'not-sent')
export const noServiceCode = refusedAs(['not-covered', 'این خدمت در فهرست تأمین اجتماعی کد ندارد و در نسخهٔ آن نوشته نمی‌شود. خدمت دیگری برگزینید یا آن را در نسخهٔ آزاد بنویسید.'], 'not-sent')
export const accountClosed = refusedAs(['no-access', 'حساب شما در تأمین اجتماعی بسته شده است. برای بازگشایی آن با ادارهٔ اسناد پزشکی تأمین اجتماعی تماس بگیرید.'], 'account_closed')
export const oneKindAtATime = refusedAs(['not-permitted', 'تأمین اجتماعی دارو، پاراکلینیک و خدمات این نسخه را جدا نگه می‌دارد و هر کدام جدا ویرایش می‌شود. در هر بار ویرایش، تنها یکی را تغییر دهید.'], 'not-sent')

/** Some of it is gone. Withdrawn again, the rest is tried again. */
export const partlyWithdrawn = (refused: Refused): Refused => ({ ...refused, advice: `بخشی از نسخه حذف شد و بخشی مانده است. ${refused.advice}` })

/** A registration broke off, and what had come before can no longer be taken back. */
export const halfThere = (refused: Refused, trackingCode: string): Refused => ({
  ...refused,
  advice: `تنها بخشی از این نسخه با کد رهگیری ${trackingCode.replace(/\d/g, (it) => Number(it).toLocaleString('fa-IR'))} نزد تأمین اجتماعی ثبت شده است. ${refused.advice}`,
})
