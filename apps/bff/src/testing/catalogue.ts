import type { Code, SigTerm } from '@noskhe/shared/terminology/code'
import type { Db } from '../db/client.ts'
import { takeUpNewestRelease } from '../features/terminology/loaded.ts'
import { refreshCodes } from '../features/terminology/refresh-codes.ts'
import type { Mksa, PublishedCode } from '../national/mksa/port.ts'
import type { National } from '../national/port.ts'

const drug = (code: string, nameFa: string, nameEn: string, strength: string): PublishedCode & { list: 'drug' } => ({
  list: 'drug',
  code,
  isRetired: false,
  shown: {
    kind: 'drug',
    code,
    nameFa,
    nameEn,
    strength,
    form: 'قرص',
    route: 'خوراکی',
    brands: [],
    atc: null,
    legalClass: 'RX',
    isCovered: true,
  } satisfies Omit<Code, 'isCurrent'>,
  aliases: { otherCodes: [], ingredients: [], details: [] },
})

const diagnosis = (code: string, nameFa: string, nameEn: string): PublishedCode => ({
  ...drug(code, nameFa, nameEn, ''),
  list: 'icd10',
  shown: { kind: 'icd10', code, nameFa, nameEn, strength: '', form: '', route: '', brands: [], atc: null, legalClass: null, isCovered: null },
})

const term = (kind: SigTerm['kind'], code: string, fa: string, timesPerDay: number | null): PublishedCode => ({
  list: 'sig',
  code: `${kind}:${code}`,
  isRetired: false,
  term: { kind, code, fa, en: code, timesPerDay },
})

export const metformin = '90001'
export const atorvastatin = '90002'
export const losartan = '90003'
/** In no insurer's basket. */
export const vitamin = '90004'
/** In ICD-10. */
export const hypertension = 'I10'
/** Was in the list once. */
export const withdrawn = '90005'

const published: PublishedCode[] = [
  drug(metformin, 'متفورمین قرص ۵۰۰ میلی‌گرم', 'METFORMIN TABLET ORAL 500 mg', '500 mg'),
  drug(atorvastatin, 'آتورواستاتین قرص ۲۰ میلی‌گرم', 'ATORVASTATIN TABLET ORAL 20 mg', '20 mg'),
  drug(losartan, 'لوزارتان قرص ۲۵ میلی‌گرم', 'LOSARTAN TABLET ORAL 25 mg', '25 mg'),
  drug(vitamin, 'ویتامین سی قرص ۵۰۰ میلی‌گرم', 'ASCORBIC ACID TABLET ORAL 500 mg', '500 mg'),
  { ...drug(withdrawn, 'رانیتیدین قرص ۱۵۰ میلی‌گرم', 'RANITIDINE TABLET ORAL 150 mg', '150 mg'), isRetired: true },
  diagnosis(hypertension, 'فشار خون اولیه', 'Essential hypertension'),
  { ...diagnosis('I99', 'اختلال گردش خون', 'Other circulatory disorders'), isRetired: true },
  term('freq', 'BID', 'روزی دو بار (هر ۱۲ ساعت)', 2),
  term('instr', 'PC', 'بعد از غذا', null),
]

export const release = '1405.09'

const mksa: Mksa = {
  releases: async () => [{ release, publishedAt: '2026-11-22T00:00:00.000Z', lists: [...new Set(published.map(({ list }) => list))] }],
  codes: async ({ list }) => ({ codes: published.filter((it) => it.list === list), next: null }),
}

/** Loads a list of a few codes into a test's database, the way the product loads the national one. */
export async function loadCatalogue(db: Db, now: () => Date): Promise<void> {
  await refreshCodes({ db, now, national: { mksa } as Partial<National> as National })
  await takeUpNewestRelease(db)
}
