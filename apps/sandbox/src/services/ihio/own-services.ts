/** 2 laboratory and imaging, 3 pharmaceutical, 4 physiotherapy, 5 physician services, 6 referral. */
export type ServiceTypeId = 2 | 3 | 4 | 5 | 6

/** A service of the insurer's own lists, which MKSA's release does not hold. All codes but that of the ECG are synthetic. */
export interface OwnService {
  code: string
  typeId: ServiceTypeId
  nameFa: string
  nameEn: string
  /** Rial, for one time; a referral itself costs nothing. */
  basePrice: number
  maxCount: number
}

type Row = readonly [code: string, nameFa: string, nameEn: string, basePrice: number, maxCount: number]

/** What a doctor does in her own office. */
const physicianServices: readonly Row[] = [
  ['900710', 'نوار قلب (الکتروکاردیوگرافی) با تفسیر', 'Electrocardiogram with interpretation', 980_000, 1],
  ['909001', 'تزریق عضلانی', 'Intramuscular injection', 310_000, 10],
  ['909002', 'تزریق وریدی و وصل سرم', 'Intravenous infusion', 640_000, 5],
  ['909003', 'پانسمان ساده', 'Simple dressing', 520_000, 10],
  ['909004', 'بخیهٔ زخم ساده', 'Simple wound suture', 2_450_000, 2],
  ['909005', 'کشیدن بخیه', 'Suture removal', 560_000, 2],
  ['909006', 'شست‌وشوی گوش', 'Ear irrigation', 740_000, 2],
  ['909007', 'اسپیرومتری', 'Spirometry', 1_350_000, 1],
  ['909008', 'نبولایزر', 'Nebuliser treatment', 430_000, 5],
  ['909009', 'آتل‌گیری', 'Splinting', 1_180_000, 2],
]

/** To whom a patient may be referred. */
const referralServices: readonly Row[] = [
  ['969001', 'ارجاع به متخصص بیماری‌های داخلی', 'Referral to internal medicine', 0, 1],
  ['969002', 'ارجاع به متخصص قلب و عروق', 'Referral to cardiology', 0, 1],
  ['969003', 'ارجاع به متخصص زنان و زایمان', 'Referral to obstetrics and gynaecology', 0, 1],
  ['969004', 'ارجاع به متخصص کودکان', 'Referral to paediatrics', 0, 1],
  ['969005', 'ارجاع به متخصص ارتوپدی', 'Referral to orthopaedics', 0, 1],
  ['969006', 'ارجاع به متخصص چشم', 'Referral to ophthalmology', 0, 1],
  ['969007', 'ارجاع به متخصص گوش و حلق و بینی', 'Referral to otolaryngology', 0, 1],
  ['969008', 'ارجاع به متخصص پوست', 'Referral to dermatology', 0, 1],
  ['969009', 'ارجاع به متخصص مغز و اعصاب', 'Referral to neurology', 0, 1],
  ['969010', 'ارجاع به روان‌پزشک', 'Referral to psychiatry', 0, 1],
  ['969011', 'ارجاع به متخصص کلیه و مجاری ادراری', 'Referral to urology', 0, 1],
  ['969012', 'ارجاع به جراح عمومی', 'Referral to general surgery', 0, 1],
]

const listed = (typeId: ServiceTypeId, rows: readonly Row[]): OwnService[] =>
  rows.map(([code, nameFa, nameEn, basePrice, maxCount]) => ({ code, typeId, nameFa, nameEn, basePrice, maxCount }))

export const ownServices: readonly OwnService[] = [...listed(5, physicianServices), ...listed(6, referralServices)]

export const findOwnService = (code: string): OwnService | null => ownServices.find((it) => it.code === code) ?? null
