import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { openDatabase } from '../database.ts'
import { BadFiles, importFiles, type ImportOptions } from './import-files.ts'
import { listReleases } from './releases.ts'
import { ensureCatalogue, findDrug, findService, searchDrugs } from './store.ts'

const now = new Date('2026-12-22T08:00:00Z')

function catalogue() {
  const db = openDatabase(':memory:')
  ensureCatalogue(db)
  const load = (files: Record<string, string>, options: Partial<ImportOptions> = {}) =>
    importFiles(db, Object.entries(files).map(([name, text]) => ({ name, text })), { isWhole: false, now, onProgress: () => {}, ...options })
  const faultsOf = (files: Record<string, string>) => {
    try {
      load(files)
    } catch (error) {
      if (error instanceof BadFiles) return error.faults
      throw error
    }
    return []
  }
  return { db, load, faultsOf }
}

const shipped = (file: string) => readFileSync(new URL(`data/${file}`, import.meta.url), 'utf8')
const uncoded = [
  'name_en,name_fa,inn_en,inn_fa,form_en,form_fa,route_en,route_fa,strength,atc_code,legal_class,insured,brands_fa,brands_en,usual_sig,max_daily_dose',
  'VIBEGRON TABLET ORAL 75 mg,ویبگرون قرص ۷۵ میلی‌گرم,vibegron,ویبگرون,TABLET,قرص,ORAL,خوراکی,75 mg,G04BD15,RX,1,جمتسا,Gemtesa,75 mg daily,75 mg',
].join('\n')

test('the shipped files say what we have already: no release is made of them', () => {
  const { db, load } = catalogue()
  expect(load({ 'drugs.csv': shipped('drugs.csv'), 'labs.csv': shipped('labs.csv'), 'sig.csv': shipped('sig.csv'), 'services.csv': shipped('services.csv') })).toEqual({
    release: null, added: 0, changed: 0, retired: 0,
  })
  expect(listReleases(db)).toHaveLength(1)
})

test('a drug without a code gets one of the synthetic range, and terms', () => {
  const { db, load } = catalogue()
  expect(load({ 'new.csv': uncoded })).toEqual({ release: '1405.10.01', added: 1, changed: 0, retired: 0 })
  const [vibegron] = searchDrugs(db, 'vibegron', 1)
  expect(vibegron).toMatchObject({ genericCode: '92389', irc: '9999923890000017', isCovered: true, needsDocument: false, maxQuantity: 100 })
  expect(vibegron!.basePrice).toBeGreaterThan(0)
})

test('the same drug keeps its code from import to import, and a second release of one day has a name of its own', () => {
  const { db, load } = catalogue()
  load({ 'new.csv': uncoded })
  expect(load({ 'new.csv': uncoded.replace('Gemtesa', 'Gemtesa|Vibe') })).toEqual({ release: '1405.10.01-2', added: 0, changed: 1, retired: 0 })
  expect(searchDrugs(db, 'vibegron', 5).map((it) => [it.genericCode, it.brandsEn])).toEqual([['92389', ['Gemtesa', 'Vibe']]])
})

test('a whole list retires what it lacks; without the word nothing is retired', () => {
  const { db, load } = catalogue()
  const oneLab = shipped('labs.csv').split('\n').slice(0, 2).join('\n')
  expect(load({ 'labs.csv': oneLab }).release).toBeNull()
  expect(load({ 'labs.csv': oneLab }, { isWhole: true })).toMatchObject({ retired: 94 })
  expect([findService(db, '800400')?.localCode, findService(db, '802000')]).toEqual(['GLU-F', null])
  expect(findDrug(db, '90001')).not.toBeNull()
})

test('a file of several lists retires within each of them, and in no other', () => {
  const { db, load } = catalogue()
  const [header = '', ...rows] = shipped('services.csv').trim().split('\n')
  const kept = rows.filter((row) => !/^(dental,690055|nursing,692044),/.test(row) && !row.startsWith('device,'))
  expect(load({ 'services.csv': [header, ...kept].join('\n') }, { isWhole: true })).toMatchObject({ added: 0, changed: 0, retired: 2 })
  expect([findService(db, '690055'), findService(db, '692044')]).toEqual([null, null])
  expect(findService(db, '694001')).toMatchObject({ kind: 'device' })
})

describe('a bad file is refused whole, with the line', () => {
  const drugs = shipped('drugs.csv').split('\n').slice(0, 4)
  const broken = (line: number, from: string | RegExp, to: string) =>
    drugs.map((text, at) => (at === line - 1 ? text.replace(from, to) : text)).join('\n')

  test.each<[string, string, RegExp]>([
    ['a code out of the range', broken(3, /^\d{5}/, '12345'), /x\.csv، سطر ۳: ستون generic_code باید پنج رقم/],
    ['a class that is none', broken(4, ',RX,', ',FREE,'), /سطر ۴: ستون legal_class/],
    ['a cell too many', broken(2, /$/, ',1'), /سطر ۲: شمار ستون‌ها با سربرگ یکی نیست/],
    ['a code twice', [...drugs, drugs[1]].join('\n'), /سطر ۵: همان کد سطر ۲ \(90001\)/],
    ['a header alone', drugs[0]!, /x\.csv: جز سربرگ سطری ندارد/],
    ['columns that we do not know', 'a,b,c\n1,2,3', /سطر ۱: ستون‌ها شناخته نشد/],
    ['an open quote', `${drugs.join('\n')}\n"90005`, /CSV درست نیست/],
    ['nothing', '', /ستون‌ها شناخته نشد/],
  ])('%s', (_what, text, sentence) => {
    const { db, faultsOf } = catalogue()
    const faults = faultsOf({ 'new.csv': uncoded, 'x.csv': text })
    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatch(sentence)
    expect(searchDrugs(db, 'vibegron', 1)).toEqual([])
    expect(listReleases(db)).toHaveLength(1)
  })

  test('every fault is named, not the first alone', () => {
    const { faultsOf } = catalogue()
    expect(faultsOf({ 'x.csv': broken(2, ',RX,', ',FREE,').replace(/\n90002/, '\n00002') })).toHaveLength(2)
  })
})

test('ICD-10-CM without header or dots; a Persian title of ours stays', () => {
  const { db, load } = catalogue()
  load({ 'icd.csv': 'E11,"Type 2 diabetes mellitus"\nE1165,"Type 2 diabetes mellitus with hyperglycemia"\n' })
  const rows = db.prepare(`SELECT code, name_fa FROM catalogue_code WHERE list = 'icd10' AND code LIKE 'E11%' AND until IS NULL`).all()
  expect(rows.map((row) => [row['code'], row['name_fa']])).toEqual([['E11', 'دیابت نوع ۲'], ['E11.65', '']])
})

test('a LOINC test that we have stays ours; a new one gets a code of the synthetic range', () => {
  const { db, load } = catalogue()
  load({ 'loinc.csv': 'LOINC_NUM,LONG_COMMON_NAME,ORDER_OBS\n57021-8,CBC W Auto Differential panel,Both\n42176-8,1-3 beta glucan,Both\n' })
  expect(findService(db, '802000')).toMatchObject({ localCode: 'CBC', nameEn: 'CBC with differential' })
  expect(findService(db, '891000')).toMatchObject({ loinc: '42176-8', nameEn: '1-3 beta glucan', isCovered: true })
})

const real = new URL('../../../../../shared/data/real/', import.meta.url)
const realFile = (name: string) => readFileSync(new URL(name, real), 'utf8')

describe.skipIf(!existsSync(real))('files of real size', () => {
  test('29,000 rows of three lists become one release within seconds', () => {
    const { db, load } = catalogue()
    const names = ['drug_catalogue_bilingual.csv', 'icd10cm_2018_categories.csv', 'loinc_universal_lab_orders.csv']
    const said: string[] = []
    const result = load(Object.fromEntries(names.map((name) => [name, realFile(name)])), { onProgress: (sentence) => said.push(sentence) })
    expect(result).toMatchObject({ release: '1405.10.01', retired: 0 })
    expect(result.added).toBeGreaterThan(28_000)
    expect(said).toHaveLength(3)
    // What we knew better stayed: Iranian brands and coverage.
    const metformin = searchDrugs(db, 'METFORMIN TABLET ORAL 500 mg', 99).filter((it) => it.nameEn === 'METFORMIN TABLET ORAL 500 mg')
    expect(metformin.map((it) => [it.isCovered, it.brandsFa.length > 0])).toEqual([[true, true]])
    expect(searchDrugs(db, 'KIVEXA', 5).length + searchDrugs(db, 'TRIUMEQ', 5).length).toBeGreaterThan(1)
  })

  test('interactions are no list of codes', () => {
    const { faultsOf } = catalogue()
    expect(faultsOf({ 'ddi_ndfrt_va.csv': realFile('ddi_ndfrt_va.csv') })[0]).toMatch(/ستون‌ها شناخته نشد/)
  })
})
