/**
 * Whom a drug is not for, by the beginning of its ATC code. Authored for the sandbox from general pharmacology, to be
 * reviewed by a pharmacist before anybody relies on it.
 */
export interface Caution {
  atc: string
  indicator: 'info' | 'warning' | 'critical'
  /** Why, as it continues «<drug>: …». */
  why: string
  advice: string
  /** There is no reason that would make it right. */
  isAbsolute?: true
}

export interface AgeCaution extends Caution {
  /** Years, from … to below. */
  from?: number
  below?: number
}

export const agesNotFor: readonly AgeCaution[] = [
  { atc: 'B01AC06', below: 16, indicator: 'warning', why: 'زیر ۱۶ سال با خطر سندرم ری همراه است', advice: 'جز در بیماری کاوازاکی، داروی دیگری بنویسید.' },
  { atc: 'N02BA01', below: 16, indicator: 'warning', why: 'زیر ۱۶ سال با خطر سندرم ری همراه است', advice: 'برای تب و درد استامینوفن یا ایبوپروفن بنویسید.' },
  { atc: 'J01AA', below: 8, indicator: 'critical', why: 'زیر ۸ سال دندان و استخوان را آسیب می‌زند', advice: 'آنتی‌بیوتیک دیگری بنویسید.' },
  { atc: 'J01MA', below: 18, indicator: 'warning', why: 'در کودکان با آسیب غضروف همراه است', advice: 'تنها در نبود جایگزین بنویسید.' },
  { atc: 'N02AX02', below: 12, indicator: 'critical', why: 'زیر ۱۲ سال خطر ایست تنفسی دارد', advice: 'مسکن دیگری بنویسید.', isAbsolute: true },
  { atc: 'R05DA04', below: 12, indicator: 'critical', why: 'زیر ۱۲ سال خطر ایست تنفسی دارد', advice: 'داروی دیگری برای سرفه بنویسید.', isAbsolute: true },
  { atc: 'A03FA01', below: 1, indicator: 'critical', why: 'زیر یک سال خطر عوارض حرکتی دارد', advice: 'داروی دیگری بنویسید.', isAbsolute: true },
  { atc: 'R06AD', below: 2, indicator: 'critical', why: 'زیر ۲ سال خطر ایست تنفسی دارد', advice: 'داروی دیگری بنویسید.', isAbsolute: true },
  { atc: 'N05BA', from: 65, indicator: 'info', why: 'در سالمندان خطر افتادن و گیجی را بالا می‌برد', advice: 'کمترین مقدار و کوتاه‌ترین مدت را بنویسید.' },
  { atc: 'N05CD', from: 65, indicator: 'info', why: 'در سالمندان خطر افتادن و گیجی را بالا می‌برد', advice: 'کمترین مقدار و کوتاه‌ترین مدت را بنویسید.' },
  { atc: 'A10BB01', from: 65, indicator: 'warning', why: 'در سالمندان افت قند طولانی می‌دهد', advice: 'گلیکلازید یا داروی دیگری بنویسید.' },
]

export interface SexCaution extends Caution {
  gender: 'male' | 'female'
}

export const sexesNotFor: readonly SexCaution[] = [
  { atc: 'G04CB', gender: 'female', indicator: 'warning', why: 'برای زنان نیست و به جنین پسر آسیب می‌زند', advice: 'بیمار و دارو را دوباره ببینید.' },
  { atc: 'G03BA', gender: 'female', indicator: 'warning', why: 'برای زنان نیست مگر به تجویز متخصص', advice: 'بیمار و دارو را دوباره ببینید.' },
  { atc: 'G03A', gender: 'male', indicator: 'critical', why: 'برای مردان نیست', advice: 'بیمار و دارو را دوباره ببینید.' },
  { atc: 'G03GB02', gender: 'male', indicator: 'info', why: 'در مردان مصرف تأییدنشده است', advice: 'از تشخیص مطمئن شوید.' },
]

export const pregnantNotFor: readonly Caution[] = [
  { atc: 'D10BA01', indicator: 'critical', why: 'در بارداری ناهنجاری شدید می‌دهد', advice: 'قطع کنید و بیمار را به متخصص زنان بفرستید.', isAbsolute: true },
  { atc: 'L04AX03', indicator: 'critical', why: 'در بارداری سقط و ناهنجاری می‌دهد', advice: 'ننویسید؛ با متخصص مشورت کنید.', isAbsolute: true },
  { atc: 'A02BB01', indicator: 'critical', why: 'در بارداری سقط می‌دهد', advice: 'داروی محافظ معدهٔ دیگری بنویسید.', isAbsolute: true },
  { atc: 'N03AG01', indicator: 'critical', why: 'در بارداری نقص لولهٔ عصبی می‌دهد', advice: 'با متخصص اعصاب جایگزین کنید.' },
  { atc: 'B01AA', indicator: 'critical', why: 'در بارداری ناهنجاری و خونریزی جنین می‌دهد', advice: 'هپارین با وزن مولکولی کم بنویسید.' },
  { atc: 'C09', indicator: 'critical', why: 'در بارداری کلیهٔ جنین را از کار می‌اندازد', advice: 'متیل‌دوپا، لابتالول یا نیفدیپین بنویسید.' },
  { atc: 'C10AA', indicator: 'warning', why: 'در بارداری توصیه نمی‌شود', advice: 'تا پایان بارداری قطع کنید.' },
  { atc: 'J01AA', indicator: 'critical', why: 'در بارداری دندان و استخوان جنین را آسیب می‌زند', advice: 'آنتی‌بیوتیک دیگری بنویسید.' },
  { atc: 'J01MA', indicator: 'warning', why: 'در بارداری توصیه نمی‌شود', advice: 'آنتی‌بیوتیک دیگری بنویسید.' },
  { atc: 'M01A', indicator: 'warning', why: 'در سه‌ماههٔ سوم مجرای شریانی جنین را می‌بندد', advice: 'استامینوفن بنویسید.' },
]
