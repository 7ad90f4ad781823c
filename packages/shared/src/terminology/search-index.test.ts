import { describe, expect, test } from 'vitest'
import type { CodeKind } from './code.ts'
import { buildIndex } from './search-index.ts'
import { shippedEntries } from './testing/shipped-codes.ts'

const index = buildIndex(shippedEntries())
const namesFor = (query: string, kind: CodeKind = 'drug', limit = 3) =>
  index.search(query, { kinds: [kind], limit }).map((hit) => hit.entry.shown.nameEn)

/** The first hit is the named one, or one whose name begins so where nothing tells its strengths apart. */
const first: Record<string, readonly [query: string, nameEn: string][]> = {
  'Latin names, whole or begun': [
    ['amoxicillin 500', 'AMOXICILLIN CAPSULE ORAL 500 mg'],
    ['AMOXICILLIN 500', 'AMOXICILLIN CAPSULE ORAL 500 mg'],
    ['amox 500', 'AMOXICILLIN CAPSULE ORAL 500 mg'],
    ['metformin 500', 'METFORMIN TABLET ORAL 500 mg'],
    ['losar 50', 'LOSARTAN TABLET ORAL 50 mg'],
    ['ceftriaxone 1 g', 'CEFTRIAXONE INJECTION, POWDER PARENTERAL 1 g'],
    ['levothyroxine 100', 'LEVOTHYROXINE TABLET ORAL 100 mcg'],
    ['acetylsalicylic 80', 'ACETYLSALICYLIC ACID TABLET ORAL 80 mg'],
    ['folic acid 1', 'FOLIC ACID TABLET ORAL 1 mg'],
    ['vitamin d', 'VITAMIN D3 CAPSULE, SOFT GELATIN ORAL 50,000 IU'],
    ['insulin regular', 'INSULIN REGULAR INJECTION, SOLUTION PARENTERAL 100 IU/mL 10 mL'],
  ],
  'Persian names, whole or begun': [
    ['آموکسی‌سیلین ۵۰۰', 'AMOXICILLIN CAPSULE ORAL 500 mg'],
    ['آموکسی ۵۰۰', 'AMOXICILLIN CAPSULE ORAL 500 mg'],
    ['متفورمین ۵۰۰', 'METFORMIN TABLET ORAL 500 mg'],
    ['لوزارتان ۲۵', 'LOSARTAN TABLET ORAL 25 mg'],
    ['آتورواستاتین ۲۰', 'ATORVASTATIN TABLET ORAL 20 mg'],
    ['سفتریاکسون ۱ گرم', 'CEFTRIAXONE INJECTION, POWDER PARENTERAL 1 g'],
    ['لووتیروکسین', 'LEVOTHYROXINE TABLET ORAL 100 mcg'],
    ['فولیک اسید', 'FOLIC ACID TABLET ORAL'],
    ['دیازپام ۵', 'DIAZEPAM TABLET ORAL 5 mg'],
    ['هیدروکلروتیازید', 'HYDROCHLOROTHIAZIDE TABLET ORAL'],
  ],
  'brands of both scripts': [
    ['زاناکس 1', 'ALPRAZOLAM TABLET ORAL 1 mg'],
    ['xanax 0.5', 'ALPRAZOLAM TABLET ORAL 0.5 mg'],
    ['lantus', 'INSULIN GLARGINE INJECTION, SOLUTION PARENTERAL 100 IU/mL 10 mL'],
    ['توجئو', 'INSULIN GLARGINE INJECTION, SOLUTION, PREFILLED PEN PARENTERAL 300 IU/mL 1.5 mL'],
    ['concerta 36', 'METHYLPHENIDATE TABLET, EXTENDED RELEASE ORAL 36 mg'],
    ['نوافن', 'ACETAMINOPHEN/CAFFEINE/IBUPROFEN CAPSULE ORAL 325 mg/40 mg/200 mg'],
    ['ونتولین', 'SALBUTAMOL TABLET ORAL 2 mg'],
    ['farxiga', 'DAPAGLIFLOZIN TABLET ORAL 10 mg'],
    ['پلاویکس', 'CLOPIDOGREL TABLET ORAL'],
    ['دیان ۳۵', 'CYPROTERONE/ETHINYLESTRADIOL TABLET ORAL 2 mg/0.035 mg'],
  ],
  'a part of a name, and strengths': [
    ['torva 20', 'ATORVASTATIN TABLET ORAL 20 mg'],
    ['torva 40', 'ATORVASTATIN TABLET ORAL 40 mg'],
    ['تورواستاتین ۱۰', 'ATORVASTATIN TABLET ORAL 10 mg'],
    ['sartan 50', 'LOSARTAN TABLET ORAL 50 mg'],
    ['metformin 500mg', 'METFORMIN TABLET ORAL 500 mg'],
    ['atorvastatin20', 'ATORVASTATIN TABLET ORAL 20 mg'],
    ['کوآموکسی‌کلاو ۶۲۵', 'AMOXICILLIN/CLAVULANIC ACID TABLET ORAL 500 mg/125 mg'],
    ['co amoxiclav 625', 'AMOXICILLIN/CLAVULANIC ACID TABLET ORAL 500 mg/125 mg'],
    ['levothyroxine 0.1', 'LEVOTHYROXINE TABLET ORAL 100 mcg'],
    ['ceftriaxone 1000', 'CEFTRIAXONE INJECTION, POWDER PARENTERAL 1 g'],
    ['alprazolam .5', 'ALPRAZOLAM TABLET ORAL 0.5 mg'],
    ['آلپرازولام ۰/۵', 'ALPRAZOLAM TABLET ORAL 0.5 mg'],
    ['warfarin 5', 'WARFARIN TABLET ORAL 5 mg'],
  ],
  'form and route': [
    ['amoxicillin susp 250', 'AMOXICILLIN POWDER, FOR SUSPENSION ORAL 250 mg/5 mL'],
    ['دیکلوفناک شیاف ۱۰۰', 'DICLOFENAC SUPPOSITORY RECTAL 100 mg'],
    ['diclofenac gel 1', 'DICLOFENAC GEL TOPICAL 1 %'],
    ['ciprofloxacin قطره', 'CIPROFLOXACIN SOLUTION, DROPS OPHTHALMIC 0.3 %'],
    ['بتامتازون کرم', 'BETAMETHASONE CREAM TOPICAL 0.05 %'],
  ],
  'any digits, Arabic letters, diacritics': [
    ['متفورمين 500', 'METFORMIN TABLET ORAL 500 mg'],
    ['كاپتوپریل ٢٥', 'CAPTOPRIL TABLET ORAL 25 mg'],
    ['آسپِرین ۸۰', 'ACETYLSALICYLIC ACID TABLET ORAL 80 mg'],
    ['اسپیرین 80', 'ACETYLSALICYLIC ACID TABLET ORAL 80 mg'],
    ['ﻣﺘﻔﻮﺭﻣﯿﻦ ۱۰۰۰', 'METFORMIN TABLET ORAL 1000 mg'],
    ['ویتامین ب١٢', 'CYANOCOBALAMIN INJECTION'],
  ],
  'half-spaces left out, added or typed as a space': [
    ['آموکسیسیلین ۵۰۰', 'AMOXICILLIN CAPSULE ORAL 500 mg'],
    ['آموکسی سیلین ۵۰۰', 'AMOXICILLIN CAPSULE ORAL 500 mg'],
    ['کوآموکسیکلاو ۶۲۵', 'AMOXICILLIN/CLAVULANIC ACID TABLET ORAL 500 mg/125 mg'],
    ['کو آموکسی کلاو ۶۲۵', 'AMOXICILLIN/CLAVULANIC ACID TABLET ORAL 500 mg/125 mg'],
    ['فولیک‌اسید', 'FOLIC ACID TABLET ORAL'],
    ['آتور واستاتین ۲۰', 'ATORVASTATIN TABLET ORAL 20 mg'],
    ['مولتی‌ویتامین قرص', 'MULTIVITAMIN TABLET ORAL 1 dose'],
    ['دی فن هیدرامین', 'DIPHENHYDRAMINE'],
    ['amoxi cillin 500', 'AMOXICILLIN CAPSULE ORAL 500 mg'],
  ],
  'one slip': [
    ['amoxicilin 500', 'AMOXICILLIN CAPSULE ORAL 500 mg'],
    ['metfornin 500', 'METFORMIN TABLET ORAL 500 mg'],
    ['lozartan 50', 'LOSARTAN TABLET ORAL 50 mg'],
    ['atrovastatin 20', 'ATORVASTATIN TABLET ORAL 20 mg'],
    ['azithromicin 500', 'AZITHROMYCIN TABLET ORAL 500 mg'],
    ['متفرمین ۵۰۰', 'METFORMIN TABLET ORAL 500 mg'],
    ['لوزارطان ۵۰', 'LOSARTAN TABLET ORAL 50 mg'],
    ['سیپروفلوکسازین ۵۰۰', 'CIPROFLOXACIN TABLET ORAL 500 mg'],
    ['امپرازول ۲۰', 'OMEPRAZOLE CAPSULE, DELAYED RELEASE'],
    ['azitromycin 250', 'AZITHROMYCIN CAPSULE ORAL 250 mg'],
  ],
  'two slips': [
    ['amoxycilin 500', 'AMOXICILLIN CAPSULE ORAL 500 mg'],
    ['metfornim 500', 'METFORMIN TABLET ORAL 500 mg'],
    ['siprofloxacine 500', 'CIPROFLOXACIN TABLET ORAL 500 mg'],
    ['levotiroxin 100', 'LEVOTHYROXINE TABLET ORAL 100 mcg'],
    ['اتروستاتین ۲۰', 'ATORVASTATIN TABLET ORAL 20 mg'],
    ['هیدروکلرتیازد', 'HYDROCHLOROTHIAZIDE TABLET ORAL'],
  ],
  'the other keyboard': [
    ['Hl,;sd', 'AMOXICILLIN CAPSULE ORAL 250 mg'],
    ['Hl,;sd 500', 'AMOXICILLIN CAPSULE ORAL 500 mg'],
    ['hl,;sd 500', 'AMOXICILLIN CAPSULE ORAL 500 mg'],
    ['ljt,vldk 500', 'METFORMIN TABLET ORAL 500 mg'],
    ['cHkh;s 1', 'ALPRAZOLAM TABLET ORAL 1 mg'],
    ['شپخطه ۵۰۰', 'AMOXICILLIN CAPSULE ORAL 500 mg'],
    ['مخسشقفشد ۵۰', 'LOSARTAN TABLET ORAL 50 mg'],
  ],
  'both scripts in one query': [
    ['آموکسی 500 cap', 'AMOXICILLIN CAPSULE ORAL 500 mg'],
    ['amoxi کپسول ۵۰۰', 'AMOXICILLIN CAPSULE ORAL 500 mg'],
    ['لوزارتان tab 50', 'LOSARTAN TABLET ORAL 50 mg'],
  ],
}

describe.each(Object.entries(first))('%s', (_kind, rows) => {
  test.each(rows)('%s', (query, nameEn) => {
    expect((namesFor(query)[0] ?? 'nothing').slice(0, nameEn.length)).toBe(nameEn)
  })
})

const otherLists: readonly [kind: CodeKind, query: string, code: string][] = [
  ['drug', '90130', '90130'],
  ['drug', '۹۰۱۳۰', '90130'],
  ['drug', '9999901300000017', '90130'],
  ['lab', 'cbc', '802000'],
  ['lab', '802000', '802000'],
  ['lab', 'قند ناشتا', '800400'],
  ['lab', '1558-6', '800400'],
  ['lab', 'hba1c', '890015'],
  ['lab', 'tsh', '801415'],
  ['lab', 'فریتن', '890150'],
  ['imaging', 'ام آر آی مغز', '790036'],
  ['imaging', 'ام‌آرآی مغز', '790036'],
  ['imaging', 'امارای مغز', '790036'],
  ['imaging', 'mri knee', '790040'],
  ['imaging', 'سونو شکم لگن', '790014'],
  ['imaging', 'ecg', '790044'],
  ['physician-service', 'نوار قلب', '900710'],
  ['physician-service', 'ecg', '900710'],
  ['physician-service', 'بخیه', '691002'],
  ['physician-service', 'سوچور', '691002'],
  ['physician-service', 'fodi', '691002'],
  ['physiotherapy', 'زانو', '790108'],
  ['physiotherapy', 'کمردرد', '790102'],
  ['physiotherapy', 'tens', '790057'],
  ['dental', 'عصب کشی', '690005'],
  ['dental', 'عصب‌کشی سه کاناله', '690007'],
  ['dental', 'کامپوزیت دوسطحی', '690012'],
  ['dental', 'دندان عقل', '690019'],
  ['dental', '690003', '690003'],
  ['nursing', 'سرم', '692002'],
  ['nursing', 'پانسمان منزل', '692009'],
  ['nursing', 'تزريق عضلاني', '692001'],
  ['device', 'آسم یار', '694012'],
  ['device', 'ويلچر', '694026'],
  ['device', 'جوراب واریس', '694046'],
  ['specialty', 'قلب', '151320'],
  ['specialty', 'ENT', '151370'],
  ['specialty', 'کاردیولوژي', '151320'],
  ['specialty', 'روانپزشک', '151400'],
  ['icd10', 'E11', 'E11'],
  ['icd10', 'e11', 'E11'],
  ['icd10', 't784', 'T78.4'],
  ['icd10', 'T78.4', 'T78.4'],
  ['icd10', 'فشار خون', 'I10'],
  ['icd10', 'پنومونی', 'J18'],
  ['icd10', 'pneumonia', 'J18'],
  ['icd10', 'covid', 'U07.1'],
]

test.each(otherLists)('%s: %s', (kind, query, code) => {
  expect(index.search(query, { kinds: [kind], limit: 1 })[0]?.entry.code ?? '').toBe(code)
})

test('the strength asked for comes first, and its siblings are still there', () => {
  const names = namesFor('losartan 25', 'drug', 10)
  expect(names[0]).toBe('LOSARTAN TABLET ORAL 25 mg')
  expect(names).toContain('LOSARTAN TABLET ORAL 50 mg')
})

test('a slip is seen through also where another word has the letters inside', () => {
  expect(namesFor('lsartan 50')).toContain('LOSARTAN TABLET ORAL 50 mg')
})

test('what is covered comes before the same name not covered, and a drug before its combinations', () => {
  const hits = index.search('amlodipine', { kinds: ['drug'], limit: 20 }).map((hit) => hit.entry)
  expect(hits.findIndex((it) => it.names[0]?.includes('/'))).toBe(hits.filter((it) => it.names[0] === 'amlodipine').length)
  const covered = index.search('ibuprofen', { kinds: ['drug'], limit: 20 }).map((hit) => hit.entry.shown.isCovered)
  expect(covered.indexOf(false)).toBeGreaterThan(covered.indexOf(true))
})

test.each(['', '   ', '‌', '!!', 'zzzzqqqq', 'قققققضضض'])('"%s" finds nothing', (query) => {
  expect(index.search(query, { limit: 10, kinds: ['drug'] })).toEqual([])
})

test('no more than the limit, best first, each once', () => {
  const hits = index.search('a', { limit: 12, kinds: ['drug'] })
  expect(hits).toHaveLength(12)
  expect(hits.map((it) => it.score)).toEqual(hits.map((it) => it.score).toSorted((a, b) => a - b))
  expect(new Set(hits.map((it) => it.entry.code)).size).toBe(12)
})

test('without a kind every list is searched', () => {
  const kinds = new Set(index.search('vitamin d', { limit: 50 }).map((it) => it.entry.kind))
  expect([...kinds].toSorted()).toEqual(['drug', 'icd10', 'lab'])
})

test('every beginning of a name, as it is typed, keeps the drug in sight once three letters stand', () => {
  for (const name of ['atorvastatin', 'آتورواستاتین', 'کوآموکسی‌کلاو', 'losartan']) {
    for (let length = 3; length <= name.length; length++) {
      const typed = name.slice(0, length)
      expect([typed, index.search(typed, { kinds: ['drug'], limit: 50 }).length > 0]).toEqual([typed, true])
    }
  }
})
