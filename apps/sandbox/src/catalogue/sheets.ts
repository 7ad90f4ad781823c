import { z } from 'zod'
import { serviceLists, type CatalogueCode, type CatalogueService, type Interaction } from './code.ts'
import type { Drug } from './drug.ts'
import { tariffOf } from './tariff.ts'

const text = z.string().trim().min(1, 'نباید خالی باشد')
const flag = z.enum(['0', '1'], 'باید ۰ یا ۱ باشد').transform((value) => value === '1')
const rial = z.string().regex(/^[1-9]\d*$/, 'باید مبلغی صحیح به ریال باشد').transform(Number)
const ceiling = z.string().regex(/^(|[1-9]\d*)$/, 'باید عدد صحیح یا خالی باشد').transform((value) => (value === '' ? null : Number(value)))
const bars = z.string().transform((value) => value.split('|').map((it) => it.trim()).filter((it) => it !== ''))

const terms = { insured: flag, base_price: rial, max_quantity: ceiling, needs_document: flag }

/** The columns that describe a drug itself; what an insurer says of it stands in `terms`. */
export const DrugDescription = z.object({
  name_en: text,
  name_fa: text,
  inn_en: text,
  inn_fa: text,
  form_en: text,
  form_fa: text,
  route_en: text,
  route_fa: text,
  strength: z.string().trim(),
  atc_code: z.string().regex(/^(|[A-Z]\d\d[A-Z]{0,2}\d{0,2})$/, 'کد ATC نیست'),
  legal_class: z.enum(['RX', 'OTC', 'NARCOTIC', 'CONTROLLED'], 'باید RX، OTC، NARCOTIC یا CONTROLLED باشد'),
  brands_fa: bars,
  brands_en: bars,
  usual_sig: z.string(),
  max_daily_dose: z.string(),
})

export const DrugRow = DrugDescription.extend({
  generic_code: z.string().regex(/^9\d{4}$/, 'باید پنج رقم از بازهٔ ساختگی 9xxxx باشد'),
  irc: z.string().regex(/^9999\d{12}$/, 'باید شانزده رقم با آغاز 9999 باشد'),
  ...terms,
})

const serviceColumns = { local_code: text, name_fa: text, name_en: text, category: text, ...terms }
export const LabRow = z.object({
  code: z.string().regex(/^8\d{5}$/, 'باید شش رقم با آغاز 8 باشد'),
  loinc: z.string().regex(/^(|\d+-\d)$/, 'کد LOINC نیست'),
  ...serviceColumns,
})
export const ImagingRow = z.object({ code: z.string().regex(/^79\d{4}$/, 'باید شش رقم با آغاز 79 باشد'), ...serviceColumns })

const relativeValue = z.string().regex(/^(|\d+(\.\d{1,2})?)$/, 'باید ارزش نسبی یا خالی باشد').transform(Number)
const optionalFlag = z.enum(['', '0', '1'], 'باید ۰، ۱ یا خالی باشد').transform((value) => (value === '' ? null : value === '1'))

/** Every other list, told apart by the column `list`. A price follows from the relative values; a device has one of its own. */
export const ServiceRow = z
  .object({
    list: z.enum(serviceLists, 'فهرست شناخته‌شده‌ای نیست').exclude(['lab', 'imaging']),
    code: z.string().regex(/^\d{6}$/, 'باید شش رقم باشد'),
    local_code: text,
    name_fa: text,
    name_en: text,
    also: bars,
    category: text,
    needs_tooth: optionalFlag,
    insured: flag,
    technical_rvu: relativeValue,
    professional_rvu: relativeValue,
    base_price: z.string().regex(/^\d*$/, 'باید مبلغی صحیح به ریال یا خالی باشد').transform(Number),
    max_quantity: ceiling,
    needs_document: flag,
  })

export const Icd10Row = z.object({
  code: z.string().regex(/^[A-Z]\d[0-9A-Z](\.[0-9A-Z]{1,4})?$/, 'کد ICD-10 نیست'),
  name_fa: z.string().trim(),
  name_en: z.string().trim(),
})

const number = z.string().regex(/^(|\d+(\.\d+)?)$/, 'باید عدد یا خالی باشد').transform((value) => (value === '' ? null : Number(value)))
export const SigRow = z.object({
  kind: z.enum(['freq', 'instr', 'amount'], 'باید freq، instr یا amount باشد'),
  code: text,
  name_fa: text,
  name_en: text,
  times_per_day: number,
  interval_h: number,
  snomed: z.string(),
})

export const InteractionRow = z.object({
  inn_a: text,
  inn_b: text,
  severity: z.enum(['contraindicated', 'major', 'moderate', 'minor'], 'شدت شناخته‌شده‌ای نیست'),
  effect_fa: text,
  action_fa: text,
})

export function drugCode(row: z.output<typeof DrugRow>): CatalogueCode {
  const detail: Drug = {
    genericCode: row.generic_code,
    irc: row.irc,
    nameFa: row.name_fa,
    nameEn: row.name_en,
    innEn: row.inn_en,
    innFa: row.inn_fa,
    formEn: row.form_en,
    formFa: row.form_fa,
    routeEn: row.route_en,
    routeFa: row.route_fa,
    strength: row.strength,
    atc: row.atc_code,
    legalClass: row.legal_class,
    brandsFa: row.brands_fa,
    brandsEn: row.brands_en,
    isCovered: row.insured,
    basePrice: row.base_price,
    maxQuantity: row.max_quantity,
    needsDocument: row.needs_document,
    usualSig: row.usual_sig,
    maxDailyDose: row.max_daily_dose,
  }
  return { list: 'drug', code: row.generic_code, nameFa: row.name_fa, nameEn: row.name_en, detail: { ...detail } }
}

export function labCode(row: z.output<typeof LabRow>): CatalogueCode {
  return serviceCode('lab', row, row.loinc === '' ? null : row.loinc)
}

export function imagingCode(row: z.output<typeof ImagingRow>): CatalogueCode {
  return serviceCode('imaging', row, null)
}

export function listedService(row: z.output<typeof ServiceRow>): CatalogueCode {
  const { technical_rvu: technical, professional_rvu: professional } = row
  const base_price = row.base_price + tariffOf(row.list, { technical, professional })
  return serviceCode(row.list, { ...row, base_price }, null, { also: row.also, needsTooth: row.needs_tooth })
}

function serviceCode(
  kind: CatalogueService['kind'],
  row: z.output<typeof ImagingRow>,
  loinc: string | null,
  { also, needsTooth }: Pick<CatalogueService, 'also' | 'needsTooth'> = { also: [], needsTooth: null },
): CatalogueCode {
  const detail: CatalogueService = {
    code: row.code,
    kind,
    nameFa: row.name_fa,
    nameEn: row.name_en,
    localCode: row.local_code,
    also,
    category: row.category,
    loinc,
    needsTooth,
    isCovered: row.insured,
    basePrice: row.base_price,
    maxQuantity: row.max_quantity,
    needsDocument: row.needs_document,
  }
  return { list: kind, code: row.code, nameFa: row.name_fa, nameEn: row.name_en, detail: { ...detail } }
}

export function icd10Code(row: z.output<typeof Icd10Row>): CatalogueCode {
  return { list: 'icd10', code: row.code, nameFa: row.name_fa, nameEn: row.name_en, detail: {} }
}

export function sigCode(row: z.output<typeof SigRow>): CatalogueCode {
  const detail = {
    kind: row.kind,
    timesPerDay: row.times_per_day,
    intervalHours: row.interval_h,
    snomed: row.snomed === '' ? null : row.snomed,
  }
  return { list: 'sig', code: row.code, nameFa: row.name_fa, nameEn: row.name_en, detail }
}

export function interaction(row: z.output<typeof InteractionRow>): Interaction {
  return { innA: row.inn_a, innB: row.inn_b, severity: row.severity, effectFa: row.effect_fa, actionFa: row.action_fa }
}
