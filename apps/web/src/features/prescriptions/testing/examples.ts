import { NationalCode, SiamId } from '@noskhe/shared/identifiers'
import { type CheckOutcome, type DrugDraft, type ItemCheck, type ItemDraft, type PrescriptionItem, isDrug } from '@noskhe/shared/prescriptions/item'
import type { Prescription, PrescriptionSummary } from '@noskhe/shared/prescriptions/prescription'
import type { Code, SigTerm } from '@noskhe/shared/terminology/code'

export const id = '0199c0de-0000-7000-8000-0000000000d1'
export const keyOf = (place: number) => `0199c0de-0000-7000-8000-00000000010${place}`
const at = '2026-11-25T08:00:00.000Z'

const drug = (code: string, nameFa: string, nameEn: string): Code => ({
  kind: 'drug', code, nameFa, nameEn, strength: '500 mg', form: ['قرص', 'سوسپانسیون'].find((form) => nameFa.includes(form)) ?? 'کپسول', route: 'خوراکی', brands: [], atc: null,
  legalClass: 'RX', isCovered: true, isCurrent: true,
})

export const drugs = [
  drug('90132', 'آموکسی‌سیلین کپسول ۵۰۰ میلی‌گرم', 'AMOXICILLIN CAPSULE ORAL 500 mg'),
  drug('91468', 'متفورمین قرص ۵۰۰ میلی‌گرم', 'METFORMIN TABLET ORAL 500 mg'),
  drug('90777', 'ایبوپروفن سوسپانسیون ۱۰۰ میلی‌گرم/۵ میلی‌لیتر', 'IBUPROFEN SUSPENSION ORAL 100 mg/5 mL'),
  drug('90201', 'سفالکسین کپسول ۵۰۰ میلی‌گرم', 'CEFALEXIN CAPSULE ORAL 500 mg'),
]

const service = (kind: Code['kind'], code: string, nameFa: string, nameEn: string): Code => ({
  kind, code, nameFa, nameEn, strength: '', form: '', route: '', brands: [], atc: null, legalClass: null, isCovered: true, isCurrent: true,
})

export const services = [
  service('lab', '802000', 'شمارش کامل سلول‌های خون (CBC)', 'Complete blood count'),
  service('imaging', '790013', 'سونوگرافی شکم و لگن', 'Abdominopelvic ultrasound'),
  service('physiotherapy', '790057', 'فیزیوتراپی: تحریک الکتریکی', 'Physiotherapy: TENS'),
  service('physician-service', '691003', 'پانسمان', 'Dressing'),
  { ...service('dental', '690004', 'ترمیم یک‌سطحی با آمالگام', 'Amalgam filling'), needsTooth: true },
]

const freq = (code: string, fa: string, timesPerDay: number | null): SigTerm => ({ kind: 'freq', code, fa, en: code, timesPerDay })
export const terms: SigTerm[] = [
  freq('QD', 'روزی یک بار', 1),
  freq('BID', 'روزی دو بار (هر ۱۲ ساعت)', 2),
  freq('TID', 'روزی سه بار (هر ۸ ساعت)', 3),
  freq('Q8H', 'هر ۸ ساعت', 3),
  freq('PRN', 'در صورت نیاز', null),
  { kind: 'instr', code: 'PC', fa: 'بعد از غذا', en: 'After meals', timesPerDay: null },
]

export const check = (outcome: CheckOutcome, more: Partial<ItemCheck> = {}): ItemCheck => ({
  outcome,
  messages: [],
  maxCovered: null,
  unitPrice: null,
  shares: null,
  priceSource: null,
  checkedAt: at,
  ...more,
})

export const draftItem = (place: number, more: Partial<DrugDraft> = {}): DrugDraft => ({
  kind: 'drug',
  key: keyOf(place),
  code: drugs[place]?.code ?? '',
  dose: '1',
  doseUnit: 'قرص',
  frequency: 'TID',
  durationDays: 7,
  quantity: 21,
  instructions: [],
  asNeeded: false,
  note: '',
  ...more,
})

/** An item as the server gives it back: named by its code. */
export function item(draft: ItemDraft, more: Partial<Pick<PrescriptionItem, 'name' | 'readBack' | 'check' | 'quantity' | 'note'>> = {}): PrescriptionItem {
  const code = [...drugs, ...services].find((it) => it.code === draft.code)
  if (!code) throw new Error(`No code ${draft.code}`)
  const { strength, form, route } = code
  const known = { name: { fa: code.nameFa, en: code.nameEn }, readBack: 'به گفتهٔ سرور', check: null, ...more }
  return isDrug(draft) ? { ...draft, ...known, strength, form, route } : { ...draft, ...known }
}

export const prescription = (more: Partial<Prescription> = {}): Prescription => ({
  id,
  encounterId: '0199c0de-0000-7000-8000-0000000000e1',
  status: 'draft',
  revision: 1,
  version: 0,
  prescriber: { firstName: 'نرگس', lastName: 'کاویانی', councilNumber: '145263', specialty: 'متخصص بیماری‌های داخلی' },
  centre: { siamId: SiamId.parse('SIAM-1100271'), name: 'درمانگاه مهر ونک', address: 'تهران، میدان ونک', phone: '02188776655' },
  patient: {
    identity: { kind: 'national-code', value: NationalCode.parse('1384950613') },
    newbornBirthDate: null,
    person: { firstName: 'زهرا', lastName: 'احمدی‌فر', gender: 'female', birthDate: '1990-07-03' },
    isDeclared: false,
  },
  insurer: 'salamat',
  hid: { value: '54253UB2LV', issuer: 'salamat', insurer: 'salamat', issuedAt: at, state: 'issued', rejection: null },
  amending: null,
  diagnosis: null,
  noteToPatient: '',
  items: [],
  totals: null,
  terminologyRelease: '1405.09.01',
  trackingCode: null,
  refusal: null,
  writtenAt: at,
  savedAt: at,
  signedAt: null,
  registeredAt: null,
  ...more,
})

export const registered = (more: Partial<Prescription> = {}): Prescription =>
  prescription({ status: 'registered', version: 1, trackingCode: '36250', signedAt: at, registeredAt: at, items: [item(draftItem(0))], ...more })

export const summary = (more: Partial<PrescriptionSummary> = {}): PrescriptionSummary => ({
  id,
  status: 'draft',
  insurer: 'salamat',
  trackingCode: null,
  writtenAt: at,
  registeredAt: null,
  patientName: 'زهرا احمدی‌فر',
  itemCount: 1,
  firstItems: ['آموکسی‌سیلین کپسول ۵۰۰ میلی‌گرم'],
  ...more,
})
