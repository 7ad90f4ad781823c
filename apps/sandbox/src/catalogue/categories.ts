/** What the categories of the service lists are called. */
const titles: Readonly<Record<string, string>> = {
  chem: 'بیوشیمی', hormone: 'هورمون', hema: 'خون‌شناسی', coag: 'انعقاد', sero: 'سرم‌شناسی و ایمنی',
  micro: 'میکروب‌شناسی', urine: 'ادرار', stool: 'مدفوع', tumor: 'نشانگرهای تومور', bank: 'بانک خون',
  patho: 'آسیب‌شناسی', andro: 'باروری مردان', loinc: 'فهرست LOINC', xray: 'رادیوگرافی', us: 'سونوگرافی',
  doppler: 'داپلر', mammo: 'ماموگرافی', dxa: 'تراکم استخوان', ct: 'سی‌تی‌اسکن', mri: 'ام‌آرآی',
  cardio: 'قلب', neuro: 'مغز و اعصاب', pulmo: 'ریه', ent: 'گوش و حلق و بینی', nuclear: 'پزشکی هسته‌ای',
  endo: 'آندوسکوپی', 'minor-surgery': 'جراحی‌های کوچک', wound: 'زخم و پانسمان', skin: 'پوست', eye: 'چشم',
  respiratory: 'تنفس', orthopaedic: 'شکسته‌بندی', injection: 'تزریق', biopsy: 'نمونه‌برداری', gynaecology: 'زنان',
  urology: 'ادراری', digestive: 'گوارش', 'mental-health': 'سلامت روان', allergy: 'حساسیت', region: 'به تفکیک اندام',
  electro: 'برق‌درمانی', heat: 'گرما و سرما', exercise: 'تمرین', manual: 'درمان دستی', 'neuro-rehab': 'توان‌بخشی عصبی',
  rehab: 'گفتار و کار درمانی', exam: 'معاینهٔ دندان', periodontal: 'لثه', extraction: 'کشیدن دندان', filling: 'ترمیم',
  'root-canal': 'درمان ریشه', prosthetic: 'روکش و پروتز', surgery: 'جراحی دهان', prevention: 'پیشگیری', 'dental-imaging': 'رادیوگرافی دندان',
  cosmetic: 'زیبایی', orthodontics: 'ارتودنسی', infusion: 'سرم و انفوزیون', sampling: 'نمونه‌گیری', tube: 'سوند و لوله',
  monitoring: 'پایش', hygiene: 'بهداشت بیمار', shift: 'مراقبت نوبتی', education: 'آموزش', diabetes: 'دیابت',
  mobility: 'کمک‌حرکتی', orthosis: 'ارتز و بریس', compression: 'فشاری', 'hearing-sight': 'شنوایی و بینایی', urinary: 'ادراری',
  'stoma-feeding': 'استوما و تغذیه', 'mother-child': 'مادر و کودک', dressing: 'پانسمان', prosthesis: 'پروتز اندام', medical: 'داخلی و فوق تخصص‌ها',
  surgical: 'جراحی', child: 'کودکان', mental: 'روان', paraclinical: 'پاراکلینیک', dental: 'دندان‌پزشکی',
  allied: 'حرفه‌های وابسته',
}

/** In Persian; the category itself where a file brings one of its own. */
export const categoryTitle = (category: string): string => titles[category] ?? category
