import { z } from 'zod'
import type { CodeAssigner } from './assign-codes.ts'
import type { CatalogueCode, CodeList } from './code.ts'
import { estimateTerms } from './insurance-terms.ts'
import {
  drugCode, DrugDescription, DrugRow, icd10Code, Icd10Row, imagingCode, ImagingRow, labCode, LabRow, listedService, ServiceRow, sigCode, SigRow,
} from './sheets.ts'

/** What a row brings: a code; one that we have already and say better, so that it only stays; or its faults by column. */
export type RowReading = { code: CatalogueCode } | { keeps: string; list: CodeList } | { faults: string[] }

/** A file that can be imported: by its columns it is recognised, and by them it is read. */
export interface FileKind {
  /** What it holds, in Persian. */
  title: string
  columns: string[]
  /** True for a file whose first line is a row already. */
  hasNoHeader: boolean
  read(row: Record<string, unknown>, codes: CodeAssigner): RowReading
}

const filled = z.string().trim().min(1, 'نباید خالی باشد')
const { name_en, name_fa, form_en, form_fa, route_en, route_fa, strength, atc_code, legal_class } = DrugDescription.shape
const descriptive = { name_en, name_fa, form_en, form_fa, route_en, route_fa, strength, atc_code, legal_class }

const UncodedRow = DrugDescription.extend({ insured: DrugRow.shape.insured })
/** A drug list derived from the Canadian drug product database, with Persian names. */
const BilingualRow = z.object({ ...descriptive, inn_keys: filled, ingredients_fa: filled, example_brands_ca: z.string() })
const LoincRow = z.object({ LOINC_NUM: z.string().regex(/^\d+-\d$/, 'کد LOINC نیست'), LONG_COMMON_NAME: filled })
const CategoryRow = z.object({ code: z.string().regex(/^[A-Z]\d[0-9A-Z]{1,5}$/, 'کد ICD-10 نیست'), title: filled })

type Keeps = { keeps: string }

/** The most particular first: a file is of the first kind whose columns it has all. */
export const fileKinds: readonly FileKind[] = [
  kind('داروها، با کد', 'drug', DrugRow, drugCode),
  kind('داروها، بی کد', 'drug', UncodedRow, (row, codes) => uncodedDrug(row, row.insured, codes)),
  kind('داروهای دوزبانه', 'drug', BilingualRow, bilingualDrug),
  kind('آزمایش‌ها', 'lab', LabRow, labCode),
  kind('خدمات، تجهیزات و تخصص‌ها', 'physician-service', ServiceRow, listedService),
  kind('تصویربرداری', 'imaging', ImagingRow, imagingCode),
  kind('اصطلاح‌های دستور مصرف', 'sig', SigRow, sigCode),
  kind('آزمایش‌ها با LOINC', 'lab', LoincRow, loincLab),
  kind('تشخیص‌ها (ICD-10)', 'icd10', Icd10Row, icd10Code),
  { ...kind('رده‌های ICD-10-CM', 'icd10', CategoryRow, icd10Category), hasNoHeader: true },
]

function kind<S extends z.ZodObject>(
  title: string,
  list: CodeList,
  Row: S,
  toCode: (row: z.output<S>, codes: CodeAssigner) => CatalogueCode | Keeps,
): FileKind {
  return {
    title,
    columns: Object.keys(Row.shape),
    hasNoHeader: false,
    read(values, codes) {
      const row = Row.safeParse(values)
      if (!row.success) return { faults: row.error.issues.map((issue) => `ستون ${issue.path.join('.')} ${issue.message}`) }
      const read = toCode(row.data, codes)
      return 'keeps' in read ? { ...read, list } : { code: read }
    },
  }
}

function uncodedDrug(row: z.output<typeof DrugDescription>, isCovered: boolean | null, codes: CodeAssigner): CatalogueCode {
  const generic_code = codes.drug(row.name_en)
  const described = { formEn: row.form_en, routeEn: row.route_en, strength: row.strength, atc: row.atc_code, legalClass: row.legal_class }
  const terms = estimateTerms(described, isCovered)
  return drugCode({
    ...row,
    generic_code,
    irc: `9999${generic_code}0000017`,
    insured: terms.isCovered,
    base_price: terms.basePrice,
    max_quantity: terms.maxQuantity,
    needs_document: terms.needsDocument,
  })
}

function bilingualDrug(row: z.output<typeof BilingualRow>, codes: CodeAssigner): CatalogueCode | Keeps {
  const code = codes.drug(row.name_en)
  if (codes.hasLocalKnowledge(code)) return { keeps: code }
  const brands_en = row.example_brands_ca.split(';').map((brand) => brand.trim()).filter((brand) => brand !== '')
  const inn_en = row.inn_keys.split('|').sort().join('/')
  const inn_fa = row.ingredients_fa.replaceAll('|', '/')
  return uncodedDrug({ ...row, inn_en, inn_fa, brands_fa: [], brands_en, usual_sig: '', max_daily_dose: '' }, null, codes)
}

/** What a laboratory test costs whose file does not say so, in Rial. */
const LAB_PRICE = 800_000

function loincLab({ LOINC_NUM: loinc, LONG_COMMON_NAME: name_en }: z.output<typeof LoincRow>, codes: CodeAssigner): CatalogueCode | Keeps {
  const code = codes.lab(loinc)
  if (codes.hasPersianName('lab', code)) return { keeps: code }
  const terms = { insured: true, base_price: LAB_PRICE, max_quantity: 1, needs_document: false }
  return labCode({ code, loinc, local_code: loinc, name_fa: '', name_en, category: 'loinc', ...terms })
}

/** These files leave out the dot that stands after three characters. */
function icd10Category(row: z.output<typeof CategoryRow>, codes: CodeAssigner): CatalogueCode | Keeps {
  const code = row.code.length > 3 ? `${row.code.slice(0, 3)}.${row.code.slice(3)}` : row.code
  if (codes.hasPersianName('icd10', code)) return { keeps: code }
  return icd10Code({ code, name_fa: '', name_en: row.title })
}
