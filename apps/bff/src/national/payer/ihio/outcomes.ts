import type { RefusalReason } from '../port.ts'

/** Our reading of one of the insurer's numbers: the reason in our words, and what the user is told to do. */
export type Outcome = readonly [reason: RefusalReason, advice: string]

const fault: Outcome = ['insurer-fault', 'سامانهٔ بیمهٔ سلامت خطای داخلی داد. چند دقیقهٔ دیگر دوباره تلاش کنید؛ اگر ادامه داشت با پشتیبانی بیمهٔ سلامت تماس بگیرید.']
const invalid: Outcome = ['invalid', 'بیمهٔ سلامت یکی از مقدارهای فرستاده‌شده را نپذیرفت. اطلاعات این بخش را بازبینی و دوباره ارسال کنید.']
const sessionEnded: Outcome = ['session', 'نشست شما با بیمهٔ سلامت پایان یافته است. دوباره تلاش کنید تا نشست تازه باز شود.']
const softwareSignIn: Outcome = ['no-access', 'بیمهٔ سلامت دسترسی این نرم‌افزار را نپذیرفت. به مدیر مرکز اطلاع دهید تا شناسهٔ پایانه و حساب نرم‌افزار بررسی شود.']
const wrongPassword: Outcome = ['sign-in', 'نام کاربری یا گذرواژهٔ شما در بیمهٔ سلامت پذیرفته نشد. آن را در «تنظیمات» اصلاح کنید.']
const accountIncomplete: Outcome = ['no-access', 'حساب شما در بیمهٔ سلامت کامل تعریف نشده است. با ادارهٔ بیمهٔ سلامت استان تماس بگیرید تا نوع همکاری شما اصلاح شود.']
const samadUnknown: Outcome = ['not-found', 'بیمهٔ سلامت این پذیرش (کد سماد) را نمی‌شناسد. برای بیمار پذیرش تازه باز کنید.']
const samadMalformed: Outcome = ['invalid', 'کد سماد درست نیست. برای بیمار پذیرش تازه باز کنید.']
const samadOfAnother: Outcome = ['mismatch', 'این کد سماد از آنِ بیمار دیگری است. بیمار را دوباره انتخاب کنید.']
const noSamadRight: Outcome = ['no-access', 'بیمهٔ سلامت برای این مرکز اجازهٔ دریافت کد سماد تعریف نکرده است. با ادارهٔ بیمهٔ سلامت تماس بگیرید.']
const oneVisitADay: Outcome = ['duplicate', 'برای این بیمار امروز یک نوبت ثبت شده است و نوبت دوم پذیرفته نمی‌شود. همان نوبت را ادامه دهید.']
const dailyLimit: Outcome = ['daily-limit', 'سقف نوبت‌های امروز این بیمار در بیمهٔ سلامت پر شده است. فردا دوباره تلاش کنید یا نسخه را آزاد ثبت کنید.']
const onlineRefused: Outcome = ['not-covered', 'بیمهٔ سلامت برای این بیمار اجازهٔ نوبت نداد؛ پوشش او را استعلام کنید و اگر پوشش ندارد نسخه را آزاد ثبت کنید.']
const nationalNumberWrong: Outcome = ['patient-unknown', 'شمارهٔ ملی بیمار در بیمهٔ سلامت پذیرفته نشد. شماره را با کارت شناسایی بیمار بازبینی کنید.']
const dateRange: Outcome = ['invalid', 'بازهٔ تاریخ درست نیست. تاریخ آغاز و پایان را بازبینی کنید.']
const paging: Outcome = ['invalid', 'شمارهٔ صفحهٔ فهرست درست نیست. فهرست را از آغاز باز کنید.']
const tooMany: Outcome = ['invalid', 'بیمهٔ سلامت در هر صفحه بیش از ۵۰ ردیف نمی‌دهد. بازهٔ جست‌وجو را کوچک‌تر کنید.']
const nothingFound: Outcome = ['not-found', 'چیزی با این مشخصات در بیمهٔ سلامت نیست. بازه یا مشخصات جست‌وجو را تغییر دهید.']
const noDrugFound: Outcome = ['not-found', 'دارویی با این نام یا کد در فهرست بیمهٔ سلامت نیست. نام ژنریک یا بخشی از آن را جست‌وجو کنید.']
const searchMalformed: Outcome = ['invalid', 'عبارت جست‌وجو پذیرفته نشد. نام یا کد دارو را کامل‌تر بنویسید.']
const itemNotCovered: Outcome = ['not-covered', 'این قلم در تعهد بیمهٔ سلامت نیست. آن را آزاد ثبت کنید یا جایگزین زیر پوشش برگزینید.']
const checkCodeWrong: Outcome = ['invalid', 'بیمهٔ سلامت کد بررسی این قلم را نپذیرفت. قلم را دوباره بررسی کنید و سپس بفرستید.']
const checkCodeOfAnother: Outcome = ['not-yours', 'کد این تحویل به داروخانهٔ شما تعلق ندارد. آن را از همان مرکزی که تحویل داده است پیگیری کنید.']
const checkCodeMismatch: Outcome = ['mismatch', 'کد بررسی با این نسخه نمی‌خواند. قلم‌ها را دوباره بررسی کنید.']
const trackingMalformed: Outcome = ['invalid', 'کد رهگیری درست نیست. کد پنج‌رقمی پیامک بیمار را دوباره وارد کنید.']
const trackingForged: Outcome = ['mismatch', 'این کد رهگیری با بیمار انتخاب‌شده نمی‌خواند. کد ملی و کد رهگیری را با بیمار بازبینی کنید.']
const trackingUnknown: Outcome = ['not-found', 'نسخه‌ای با این کد رهگیری برای این بیمار در بیمهٔ سلامت نیست. کد ملی و کد رهگیری را بازبینی کنید.']
const archived: Outcome = ['archived', 'این نسخه در بیمهٔ سلامت بایگانی شده و دیگر در دسترس نیست. بیمار برای نسخهٔ تازه به پزشک مراجعه کند.']
const noSuchKind: Outcome = ['not-found', 'خدمتی از این نوع در این نسخه نیست. نسخه را در مرکز مربوط (آزمایشگاه، تصویربرداری …) ارائه کنید.']
const notYours: Outcome = ['not-yours', 'این نسخه از آنِ مرکز یا پزشک دیگری است و از حساب شما دیده نمی‌شود. آن را از حساب همان مرکز یا پزشک باز کنید.']
const deliveryUnknown: Outcome = ['not-found', 'بیمهٔ سلامت این تحویل را نمی‌شناسد؛ یا تأیید نشده و مهلتش گذشته است. نسخه را از نو باز کنید و مانده را ببینید.']
const deliveryDeleted: Outcome = ['already-deleted', 'این تحویل پیش‌تر حذف شده است. کار دیگری لازم نیست.']
const onceMore: Outcome = ['insurer-fault', 'بیمهٔ سلامت نتوانست نتیجه را ثبت کند. وضعیت نسخه را استعلام کنید و تنها اگر ثبت نشده بود دوباره بفرستید.']
export const packRefused: Outcome = ['pack-unknown', 'بسته در سامانهٔ رهگیری پذیرفته نشد. این بسته را تحویل ندهید؛ بستهٔ دیگری اسکن کنید.']
const packCentre: Outcome = ['no-contract', 'مشخصات داروخانه در سامانهٔ رهگیری (GLN) با بیمهٔ سلامت نمی‌خواند. با پشتیبانی سامانهٔ رهگیری تماس بگیرید.']
const packData: Outcome = ['busy', 'پاسخ سامانهٔ رهگیری کالا آماده نیست. چند دقیقهٔ دیگر همین بسته را دوباره استعلام کنید.']
const printNothing: Outcome = ['not-found', 'چیزی برای چاپ از این نوع در این نسخه نیست. نوع چاپ را تغییر دهید.']
const partnerIncomplete: Outcome = ['no-access', 'اطلاعات همکاری این مرکز در بیمهٔ سلامت کامل نیست. با ادارهٔ بیمهٔ سلامت تماس بگیرید.']
const priceWrong: Outcome = ['invalid', 'قیمت واحد پذیرفته نشد. قیمت را به ریال و بزرگ‌تر از صفر وارد کنید.']
const paperNotFound: Outcome = ['not-found', 'نسخهٔ کاغذی با این مشخصات در بیمهٔ سلامت نیست. نسخه را دوباره ثبت کنید.']
const paperCheckOld: Outcome = ['expired', 'مهلت کد بررسی گذشته است. قلم را دوباره بررسی کنید.']
const uidNeeded: Outcome = ['invalid', 'برای هر قلم دارویی باید شناسهٔ ۲۰ رقمی بسته اسکن شود. بسته را اسکن کنید.']

/**
 * Numbers that mean the same in every operation. The contract names no number for a token or session that has run out
 * except in four operations; these are what our sandbox answers.
 */
const everywhere: Readonly<Record<number, Outcome>> = {
  [-1940]: ['session', 'دسترسی نرم‌افزار به بیمهٔ سلامت پایان یافته است. دوباره تلاش کنید تا تازه شود.'],
  [-1944]: sessionEnded,
  [-1945]: sessionEnded,
}

/** Operation × number. The published file has 264 sample answers; each refusal among them has its row here. */
const table: Readonly<Record<string, Readonly<Record<number, Outcome>>>> = {
  'auth/token/fetch': { 1211: softwareSignIn, 1940: softwareSignIn, 1943: softwareSignIn, 1946: softwareSignIn, 1947: fault },
  'auth/session/cparty/open': {
    [-12114]: ['no-access', 'حساب شما به خدمات نسخهٔ الکترونیک بیمهٔ سلامت دسترسی ندارد. از ادارهٔ بیمهٔ سلامت استان فعال‌سازی آن را بخواهید.'],
    [-12201]: wrongPassword, [-12305]: wrongPassword, [-12309]: accountIncomplete, [-12310]: accountIncomplete,
    [-12311]: accountIncomplete, [-12333]: accountIncomplete,
  },
  'auth/session/cparty/otp/check': {
    [-31231]: ['otp-wrong', 'رمز یک‌بارمصرف درست نوشته نشده است. رمز عددی پیامک را وارد کنید.'],
    [-31646]: ['otp-wrong', 'رمز یک‌بارمصرف نادرست است. رمز آخرین پیامک را وارد کنید.'],
    [-31647]: ['otp-needed', 'مهلت رمز یک‌بارمصرف گذشته است. دوباره وارد شوید تا رمز تازه پیامک شود.'],
  },
  'auth/session/citizen/open': {
    [-14221]: nationalNumberWrong,
    [-14507]: ['patient-unknown', 'استحقاق این بیمار در بیمهٔ سلامت به دست نیامد. شمارهٔ ملی را بازبینی کنید و چند دقیقهٔ دیگر دوباره استعلام کنید.'],
  },
  'samad/electronic/generate': {
    [-5401]: ['no-access', 'این مرکز در حساب بیمهٔ سلامت شما نیست. مرکز کاری خود را عوض کنید یا با ادارهٔ بیمهٔ سلامت تماس بگیرید.'],
    [-5413]: noSamadRight, [-5414]: oneVisitADay, [-5415]: dailyLimit,
    [-5666]: ['busy', 'هم‌زمان درخواست دیگری برای این بیمار در جریان است. چند ثانیهٔ دیگر دوباره تلاش کنید.'],
    [-5861]: ['duplicate', 'برای این بیمار در این مرکز کد سماد باز هست. همان پذیرش را ادامه دهید.'],
    [-5888]: onlineRefused,
  },
  'samad/electronic/generate/reference': {
    [-24212]: trackingMalformed, [-24413]: noSamadRight, [-24414]: oneVisitADay, [-24415]: dailyLimit,
    [-24666]: ['already-used', 'همهٔ خدمات این ارجاع پیش‌تر ارائه شده است. از پزشک ارجاع‌دهنده ارجاع تازه بخواهید.'],
  },
  'samad/ordered/search': {
    [-9241]: dateRange, [-9242]: paging, [-9243]: tooMany, [-9244]: nationalNumberWrong,
    [-9249]: ['invalid', 'وضعیت خواسته‌شده در جست‌وجو شناخته نیست. یکی از وضعیت‌های فهرست را برگزینید.'],
    [-9322]: nothingFound,
  },
  'samad/delivered/search': {
    [-23251]: dateRange, [-23252]: paging, [-23253]: tooMany, [-23254]: nationalNumberWrong, [-23325]: nothingFound,
  },
  'samad/paper/generate': {
    [-22231]: ['invalid', 'اطلاعات نسخهٔ کاغذی کامل نیست. نظام پزشکی، تاریخ ویزیت، رشته و تصویر نسخه را بازبینی کنید.'],
    [-22413]: noSamadRight, [-22333]: partnerIncomplete, [-22415]: dailyLimit,
    [-22833]: ['duplicate', 'برای این روز و این رشته نسخهٔ الکترونیک ثبت شده و نسخهٔ کاغذی پذیرفته نمی‌شود. همان نسخهٔ الکترونیک را تحویل دهید.'],
    [-22888]: onlineRefused,
  },
  'service/search/quick': {
    [-20211]: searchMalformed, [-20401]: nothingFound,
    [-20114]: ['insurer-fault', 'اطلاعات این خدمت در بیمهٔ سلامت کامل نیست. خدمت دیگری برگزینید یا به پشتیبانی بیمه اطلاع دهید.'],
  },
  'service/cofamily/fetch/servicenn': { [-28221]: searchMalformed, [-28114]: nothingFound },
  'product/fetch': {
    [-21211]: ['invalid', 'کد IRC نوشته نشده است. کد شانزده‌رقمی روی بسته را وارد کنید.'],
    [-21321]: ['not-found', 'این کد IRC در بیمهٔ سلامت نیست. کد شانزده‌رقمی روی بسته را بازبینی کنید.'],
  },
  'product/search/irc/generic': { [-3115]: noDrugFound, [-3221]: searchMalformed, [-3941]: fault },
  'product/search/quick/irc': { [-18115]: fault, [-18116]: noDrugFound, [-18241]: searchMalformed },
  'product/search/quick/combination': { [-29115]: noDrugFound, [-29116]: fault, [-29201]: searchMalformed },
  'product/search/quick/generic': { [-21211]: searchMalformed, [-21401]: fault },
  'product/irc/cofamily/fetch/generic': { [-21211]: searchMalformed, [-21416]: fault, [-21417]: noDrugFound },
  'subscription/check/order': {
    [-23111]: samadUnknown, [-23113]: itemNotCovered,
    [-23221]: ['invalid', 'مشخصات این قلم پذیرفته نشد. تعداد، دستور مصرف و تاریخ شروع آن را بازبینی کنید.'],
    [-23222]: sessionEnded,
  },
  'subscription/check/deliver': {
    [-24111]: trackingUnknown,
    [-24113]: ['not-permitted', 'این قلم با نسخه نمی‌خواند یا در این مرکز تحویل‌پذیر نیست. فرآوردهٔ دیگری از همان ژنریک برگزینید.'],
    [-24221]: ['invalid', 'مشخصات تحویل پذیرفته نشد. تعداد و فرآوردهٔ انتخابی را بازبینی کنید.'],
  },
  'subscription/check/deliver/price': {
    [-14201]: priceWrong, [-14212]: checkCodeWrong, [-23211]: invalid, [-23407]: fault, [-23113]: itemNotCovered,
  },
  'subscription/check/paper': { [-26111]: samadUnknown, [-26113]: itemNotCovered },
  'subscription/check/paper/price': { [-15201]: priceWrong, [-15212]: checkCodeWrong },
  'subscription/inquery/uid': {
    [-16201]: ['invalid', 'شناسهٔ بسته یا تعداد درست نیست. شناسهٔ ۲۰ رقمی (UID) روی بسته را دوباره اسکن کنید.'],
    [-16212]: checkCodeWrong, [-16214]: checkCodeMismatch, [-16244]: archived, [-16245]: packData, [-16425]: packRefused,
    [-16426]: packCentre, [-16423]: packData, [-16555]: fault,
  },
  'subscription/reactive/uid': {
    [-17201]: ['invalid', 'شناسهٔ بسته یا تعداد درست نیست. شناسهٔ ۲۰ رقمی (UID) روی بسته را دوباره اسکن کنید.'],
    [-17212]: checkCodeWrong, [-17214]: checkCodeMismatch, [-17244]: archived, [-17245]: packData,
    [-17425]: ['not-permitted', 'این بسته به بازار بازنمی‌گردد، چون تحویل معتبری از آن ثبت است یا از اینجا فروخته نشده است. نخست تحویل را حذف کنید.'],
    [-17426]: packCentre, [-17423]: packData, [-17555]: fault,
  },
  'prescription/save': {
    [-7211]: checkCodeWrong, [-7241]: samadMalformed, [-7251]: checkCodeMismatch,
    // Named by secondary sources, absent from the samples.
    [-7243]: samadUnknown,
    [-7258]: ['expired', 'مهلت این پذیرش (کد سماد) گذشته است. برای بیمار پذیرش تازه باز کنید و قلم‌ها را دوباره بررسی کنید.'],
    [-7270]: ['already-used', 'این نسخه پیش‌تر در بیمهٔ سلامت ثبت شده است. کد رهگیری آن را استعلام کنید و دوباره نفرستید.'],
    [-7407]: onceMore, [-7555]: onceMore,
  },
  'prescription/update': {
    [-8211]: ['not-permitted', 'این نسخه دیگر از حساب شما ویرایش‌پذیر نیست؛ مهلت ۷۲ ساعته گذشته، همهٔ آن تحویل شده یا از آنِ پزشک دیگری است. در صورت نیاز نسخهٔ تازه بنویسید.'],
    [-8212]: checkCodeWrong,
    [-8221]: ['not-permitted', 'قلمی که حذف می‌کنید در نسخه نیست یا از آن چیزی تحویل شده است. نسخه را از نو باز کنید.'],
    [-8241]: samadMalformed,
    [-8273]: ['invalid', 'پس از این ویرایش قلمی در نسخه نمی‌ماند. دست‌کم یک قلم نگه دارید.'],
    [-8407]: onceMore, [-8555]: onceMore,
  },
  'prescription/deliver': {
    [-11211]: checkCodeWrong,
    [-11221]: ['invalid', 'شناسه یا تعداد بسته‌ها با قلم نمی‌خواند. بسته‌های هر قلم را دوباره اسکن کنید تا جمع آن‌ها با تعداد تحویل برابر شود.'],
    [-11231]: trackingUnknown,
    [-11239]: ['pack-mismatch', 'یکی از بسته‌ها برای این قلم استعلام نشده است. همان بسته را زیر همین قلم اسکن کنید.'],
    [-11240]: ['over-ceiling', 'تعداد تحویل از ماندهٔ نسخه یا محتوای بسته بیشتر است. مانده را تازه کنید و تعداد را کم کنید.'],
    [-11242]: ['already-delivered', 'این قلم یا این بسته پیش‌تر تحویل شده است. نسخه را از نو باز کنید و مانده را ببینید.'],
    [-11244]: archived, [-11407]: onceMore, [-11555]: onceMore,
  },
  'prescription/deliver/confirm': {
    [-20201]: ['expired', 'تحویلی در انتظار تأیید با این کد نیست؛ مهلت تأیید گذشته یا تحویل حذف شده است. نسخه را از نو باز کنید و دوباره تحویل دهید.'],
    [-20301]: ['insurer-fault', 'بیمهٔ سلامت نتوانست تحویل را تأیید کند. وضعیت تحویل را استعلام کنید و تنها اگر تأیید نشده بود دوباره تأیید کنید.'],
  },
  'prescription/delivered/delete': {
    [-16211]: ['invalid', 'کد تحویل درست نیست. تحویل را از فهرست تحویل‌های امروز باز کنید.'],
    [-16212]: checkCodeOfAnother, [-16213]: checkCodeOfAnother,
    [-16214]: ['not-found', 'این کد از آنِ یک تحویل نیست. تحویل را از فهرست تحویل‌ها باز کنید.'],
    [-16301]: deliveryUnknown,
    [-16401]: ['not-permitted', 'تنها تحویل داروخانه حذف‌شدنی است. برای خدمت پزشک با ادارهٔ بیمهٔ سلامت تماس بگیرید.'],
    // Two samples share this number and its words: deleted already, and «not yet».
    [-16402]: deliveryDeleted,
    [-16403]: ['window-closed', 'حذف تحویل تنها تا ۱۰ روز ممکن است و این مهلت گذشته است. اصلاح را از ادارهٔ بیمهٔ سلامت بخواهید.'],
  },
  'prescription/delivered/fetch': {
    [-33212]: sessionEnded,
    [-33211]: ['invalid', 'کد تحویل درست نیست. تحویل را از فهرست تحویل‌ها باز کنید.'],
    [-33301]: deliveryUnknown, [-33402]: deliveryDeleted, [-15212]: checkCodeOfAnother, [-15313]: archived,
  },
  'prescription/fetch/samad': {
    [-16241]: samadMalformed, [-16242]: samadOfAnother,
    [-16301]: ['not-found', 'زیر این پذیرش نسخه‌ای در بیمهٔ سلامت ثبت نشده است. نسخه را ثبت کنید.'],
    [-16360]: fault, [-16401]: noSuchKind, [-16402]: notYours,
  },
  'prescription/fetch/reference/printcode': {
    [-35221]: sessionEnded, [-35222]: trackingMalformed, [-35301]: trackingUnknown,
    [-35302]: ['not-permitted', 'این نسخه برای بررسی بازگردانده شده است. بیمار به پزشک نویسندهٔ نسخه مراجعه کند.'],
    [-35304]: ['not-found', 'نسخهٔ مرجع این ارجاع یافت نشد. کد رهگیری ارجاع را بازبینی کنید.'],
  },
  'prescription/fetch/printcode': {
    [-4241]: trackingMalformed, [-4242]: trackingForged, [-4301]: trackingUnknown, [-4311]: archived, [-4360]: fault, [-4401]: noSuchKind,
  },
  'prescription/paper/order': {
    [-77211]: checkCodeWrong,
    [-77217]: ['invalid', 'در نسخهٔ کاغذی تنها داروی ژنریک پذیرفته است. به جای نام تجاری ژنریک آن را برگزینید.'],
    [-77241]: samadMalformed,
    [-77270]: ['already-used', 'این نسخهٔ کاغذی پیش‌تر ثبت شده است. کد رهگیری آن را استعلام کنید و دوباره نفرستید.'],
    [-77407]: onceMore, [-77555]: onceMore,
  },
  'prescription/paper/deliver': {
    [-78211]: checkCodeWrong, [-78212]: paperCheckOld,
    [-78213]: ['mismatch', 'کد بررسی از آنِ نسخهٔ کاغذی نیست. قلم‌های نسخهٔ کاغذی را دوباره بررسی کنید.'],
    [-78214]: checkCodeOfAnother, [-78302]: paperNotFound,
    [-78305]: ['duplicate', 'یک قلم دو بار در فهرست آمده است. یکی را بردارید.'],
    [-78411]: uidNeeded, [-78241]: samadMalformed,
    [-78412]: ['pack-unknown', 'شناسهٔ بسته معتبر نیست. شناسهٔ ۲۰ رقمی روی بسته را دوباره اسکن کنید.'],
  },
  'prescription/paper/deliver/confirm': {
    [-79201]: ['expired', 'تحویلی در انتظار تأیید با این کد نیست. نسخهٔ کاغذی را دوباره تحویل دهید.'],
    [-79301]: onceMore,
  },
  'deliver/queue/fetch': { [-26301]: ['not-found', 'نسخهٔ تحویل‌نشده‌ای در صف این داروخانه نیست. کد رهگیری نسخه را از بیمار بگیرید.'] },
  'deliver/queue/prescription/send': {
    [-25241]: trackingMalformed, [-25242]: trackingForged, [-25301]: trackingUnknown, [-25302]: archived,
    [-25303]: ['duplicate', 'این نسخه هم‌اکنون در صف تحویل است. آن را از صف باز کنید.'],
    [-25401]: ['not-found', 'برای این کد رهگیری خدمتی درخواست نشده است. نسخه را در مرکز مربوط ارائه کنید.'],
    [-25402]: ['no-contract', 'این داروخانه به این نسخه دسترسی ندارد. قرارداد مرکز با بیمهٔ سلامت را بررسی کنید.'],
    [-25941]: fault,
  },
  'partner/fetch/partnerid': { [-24228]: partnerIncomplete, [-24115]: fault, [-24222]: partnerIncomplete },
  'partner/fetch': {
    [-17220]: invalid, [-17221]: trackingForged, [-17247]: ['not-found', 'نسخه‌ای با این کد رهگیری نیست. کد را بازبینی کنید.'],
    [-17248]: ['not-found', 'پزشکی با این مشخصات در بیمهٔ سلامت نیست. کد ملی یا نظام پزشکی را بازبینی کنید.'],
    [-17249]: ['no-contract', 'مرکز طرف قرارداد این پزشک در بیمهٔ سلامت یافت نشد. با ادارهٔ بیمهٔ سلامت تماس بگیرید.'],
  },
  'partner/search': {
    [-2231]: ['invalid', 'مشخصات پزشک کامل نیست. شمارهٔ نظام پزشکی، تاریخ ویزیت هشت‌رقمی و رشته را وارد کنید.'],
  },
  'partner/familyphysician/delete': {},
  'partner/familyphysician/save': {
    [-23101]: nationalNumberWrong,
    [-23103]: ['not-found', 'کد پزشک در بیمهٔ سلامت معتبر نیست. پزشک دیگری برگزینید.'],
    [-23234]: ['not-permitted', 'این پزشک پزشک خانواده نیست. پزشک دیگری برگزینید.'],
    [-23999]: fault,
  },
  'bill/check/send': { [-31115]: fault },
  'bill/info/fetch': {
    [-1250]: ['not-found', 'برای این ماه صورتحسابی در بیمهٔ سلامت نیست. ماه دیگری برگزینید.'],
    [-1102]: ['invalid', 'سال یا ماه درست نیست. سال چهاررقمی شمسی و ماه ۱ تا ۱۲ را وارد کنید.'],
    [-1249]: fault,
  },
  'print/bill': {
    [-42211]: ['invalid', 'شمارهٔ صورتحساب درست نیست. صورتحساب را از فهرست ماه باز کنید.'],
    [-42301]: ['not-found', 'این صورتحساب در بیمهٔ سلامت نیست. صورتحساب را از فهرست ماه باز کنید.'],
  },
  'print/deliver': { [-41211]: checkCodeWrong, [-41212]: checkCodeOfAnother, [-41301]: deliveryUnknown, [-40402]: deliveryDeleted },
  'print/order': {
    [-40201]: ['invalid', 'نوع چاپ شناخته نیست. یکی از نوع‌های دارو، آزمایش، تصویربرداری، فیزیوتراپی، ارجاع یا پزشک را برگزینید.'],
    [-40241]: samadMalformed, [-40242]: samadOfAnother, [-40301]: printNothing, [-40311]: archived, [-40320]: printNothing,
  },
}

/** The tracing system's own number within a refused pack inquiry; our sandbox's, the contract names none. */
const packTable: Readonly<Record<number, Outcome>> = {
  1: ['pack-unknown', 'این بسته در سامانهٔ رهگیری ثبت نشده است. آن را تحویل ندهید؛ بستهٔ دیگری اسکن کنید.'],
  2: ['pack-used', 'این بسته پیش‌تر فروخته شده است. آن را تحویل ندهید؛ بستهٔ دیگری اسکن کنید.'],
  3: ['pack-recalled', 'این بسته فراخوان (ریکال) شده است. آن را تحویل ندهید و از قفسه بردارید.'],
  4: ['pack-expired', 'تاریخ انقضای این بسته گذشته است. آن را تحویل ندهید؛ بستهٔ دیگری اسکن کنید.'],
  5: ['pack-mismatch', 'این بسته از داروی انتخاب‌شده نیست. بستهٔ همین دارو را اسکن کنید.'],
  6: ['over-ceiling', 'تعداد خواسته‌شده بیش از محتوای این بسته است. تعداد را کم کنید یا بستهٔ دیگری هم اسکن کنید.'],
}

/** Our reading of a number that `operation` answered; null where neither the contract nor our sandbox names it. */
export const outcomeOf = (operation: string, resCode: number): Outcome | null => table[operation]?.[resCode] ?? everywhere[resCode] ?? null

/** Our reading of a refused pack; null where the tracing system gave no number or one we do not know. */
export const packOutcomeOf = (resCode: number): Outcome | null => packTable[resCode] ?? null

/** The last resort for a number that the published contract does not name. */
export const unlisted: Outcome = ['unlisted', 'بیمهٔ سلامت این درخواست را نپذیرفت و دلیلی اعلام کرد که در قرارداد منتشرشده نیست. متن بیمه را بخوانید و با کد آن با پشتیبانی بیمهٔ سلامت تماس بگیرید.']

/** For a body that never left us because it is not of the published format. */
export const notSent: Outcome = ['invalid', 'این درخواست فرستاده نشد، چون یکی از مقدارهای آن با قالب بیمهٔ سلامت سازگار نیست. اطلاعات را بازبینی کنید.']
