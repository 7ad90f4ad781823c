import { expect, test } from 'vitest'
import { categoryTitle } from './categories.ts'
import { serviceLists } from './code.ts'
import { changesBetween, listReleases } from './releases.ts'
import { openDatabase } from '../database.ts'
import { readShippedRelease } from './shipped.ts'
import {
  ensureCatalogue, findDrug, findDrugByIrc, findDrugOfAnyRelease, findService, interactionsAmong, searchDrugs, servicesInForce,
} from './store.ts'

const database = () => {
  const db = openDatabase(':memory:')
  ensureCatalogue(db)
  return db
}
const db = database()
const drugs = readShippedRelease().codes.flatMap((it) => (it.list === 'drug' ? [findDrug(db, it.code)!] : []))

test('a drug is found by its generic code and by the licence code of its product', () => {
  const [amoxicillin] = searchDrugs(db, 'AMOXICILLIN CAPSULE 500', 1)
  expect(amoxicillin).toMatchObject({ innEn: 'amoxicillin', strength: '500 mg', isCovered: true, maxQuantity: 30 })
  expect(findDrug(db, amoxicillin!.genericCode)).toEqual(amoxicillin)
  expect(findDrugByIrc(db, amoxicillin!.irc)).toEqual(amoxicillin)
})

test.each(['60039', '9', '', '90001 '])('no drug has the code "%s"', (code) => {
  expect(findDrug(db, code)).toBeNull()
})

test('every code is of the synthetic range and stands for one drug', () => {
  expect(drugs.length).toBeGreaterThan(2_300)
  expect(drugs.filter((it) => !/^9\d{4}$/.test(it.genericCode) || !/^9999\d{12}$/.test(it.irc))).toEqual([])
  for (const key of ['genericCode', 'irc', 'nameEn', 'nameFa'] as const) {
    expect([key, new Set(drugs.map((it) => it[key])).size]).toEqual([key, drugs.length])
  }
})

test('no drug stands twice under two spellings of its name', () => {
  const identity = drugs.map(({ nameEn, formEn, routeEn, strength }) => {
    const ingredients = nameEn.split(` ${formEn}`, 1)[0]!.replaceAll('ALUMINIUM', 'ALUMINUM').split(/[+/]/).toSorted().join()
    return `${ingredients}|${formEn}|${routeEn}|${strength}`.toLowerCase().replaceAll(/[\s,/]/g, '')
  })
  expect(identity.filter((key, at) => identity.indexOf(key) !== at)).toEqual([])
})

test('the ingredients of a drug stand in one order and one spelling', () => {
  expect(drugs.filter((it) => it.innEn.includes('+') || it.innEn.split('/').toSorted().join('/') !== it.innEn)).toEqual([])
  expect(drugs.filter((it) => /aluminium|vitamin b12|insulin nph|rifampin\b/.test(it.innEn))).toEqual([])
})

test.each([
  ['Caldolor', /^IBUPROFEN INJECTION/],
  ['Lantus', /^INSULIN GLARGINE .* 100 IU\/mL/],
  ['Concerta', /^METHYLPHENIDATE TABLET, EXTENDED RELEASE/],
  ['Vagifem', /^ESTRADIOL TABLET, VAGINAL/],
])('the brand %s stands only where it is sold', (brand, name) => {
  const rows = drugs.filter((it) => it.brandsEn.includes(brand))
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.filter((it) => !name.test(it.nameEn))).toEqual([])
})

test('a price is a whole hundred of Rial, and only a covered drug has a ceiling or wants a document', () => {
  expect(drugs.filter((it) => it.basePrice <= 0 || it.basePrice % 100 !== 0)).toEqual([])
  expect(drugs.filter((it) => !it.isCovered && (it.maxQuantity !== null || it.needsDocument))).toEqual([])
})

test('narcotics have a ceiling of ten', () => {
  const tablets = drugs.filter((it) => it.legalClass === 'NARCOTIC' && it.isCovered)
  expect(tablets.length).toBeGreaterThan(10)
  expect(tablets.filter((it) => (it.maxQuantity ?? Infinity) > 10)).toEqual([])
})

test('covered drugs come first, and a percent sign in the text is only a percent sign', () => {
  const hits = searchDrugs(db, 'ibuprofen', 20).map((it) => it.isCovered)
  expect(hits).toEqual(hits.toSorted((a, b) => Number(b) - Number(a)))
  expect(hits).toContain(false)
  expect(searchDrugs(db, '%%%', 5)).toEqual([])
})

test('a laboratory test and an imaging service are found by their codes', () => {
  expect(findService(db, '802000')).toMatchObject({ kind: 'lab', localCode: 'CBC', loinc: '57021-8' })
  expect(findService(db, '790038')).toMatchObject({ kind: 'imaging', isCovered: true })
  expect(findService(db, '000000')).toBeNull()
})

test('interactions are found whichever of the two was named first, the worst first', () => {
  const found = interactionsAmong(db, ['nitroglycerin', 'warfarin', 'sildenafil', 'acetylsalicylic acid'])
  expect(found.map((it) => it.severity)).toEqual(['contraindicated', 'major'])
  expect(interactionsAmong(db, ['nitroglycerin'])).toEqual([])
})

test('every ingredient of an interaction is an ingredient of some drug', () => {
  const ingredients = new Set(drugs.flatMap((it) => it.innEn.split('/')))
  const named = readShippedRelease().interactions.flatMap((it) => [it.innA, it.innB])
  expect(named.filter((inn) => !ingredients.has(inn))).toEqual([])
})

test('loading twice changes nothing', () => {
  const twice = database()
  const before = twice.prepare('SELECT count(*) AS n FROM catalogue_code').get()
  ensureCatalogue(twice)
  expect(twice.prepare('SELECT count(*) AS n FROM catalogue_code').get()).toEqual(before)
})

test('a database of before the lists of services gets them in a release of their own, and codes that moved leave their old list', () => {
  const old = database()
  old.exec(`DELETE FROM catalogue_code WHERE list IN ('dental', 'nursing')`)
  old.exec(`UPDATE catalogue_code SET list = 'imaging' WHERE list = 'physiotherapy' AND code = '790062'`)
  old.exec(`DELETE FROM catalogue_code WHERE list = 'physiotherapy'`)
  ensureCatalogue(old)
  const [first, added] = listReleases(old)
  expect([first?.release, added?.release]).toEqual(['1405.09.01', '1405.09.04'])
  expect(findService(old, '692001')).toMatchObject({ kind: 'nursing' })
  expect(findService(old, '790062')).toMatchObject({ kind: 'physiotherapy', nameFa: 'گفتاردرمانی' })
  expect(changesBetween(old, 1, 2, { list: 'imaging', after: '', limit: 9 }).map((it) => [it.code, it.change])).toEqual([['790062', 'retired']])
  ensureCatalogue(old)
  expect(listReleases(old)).toHaveLength(2)
})

test('every service has six digits of its own, a name of its own in its list, and a price unless it is a specialty', () => {
  const services = servicesInForce(db, serviceLists)
  expect(new Set(services.map((it) => it.code)).size).toBe(services.length)
  expect(services.filter((it) => !/^\d{6}$/.test(it.code))).toEqual([])
  expect(new Set(services.map((it) => `${it.kind} ${it.nameFa}`)).size).toBe(services.length)
  expect(services.filter((it) => (it.kind === 'specialty') !== (it.basePrice === 0))).toEqual([])
  expect(services.filter((it) => (it.kind === 'dental') !== (it.needsTooth !== null))).toEqual([])
  expect(services.filter((it) => !/[\u0600-\u06ff]/.test(categoryTitle(it.category)))).toEqual([])
})

test('the price of a service follows from its relative values', () => {
  // 0.5 × 2,750,000 + 1.0 × 770,000
  expect(findService(db, '691002')).toMatchObject({ basePrice: 2_145_000, category: 'minor-surgery' })
})

test('a specialty is found by the number of its referral too', () => {
  expect(findService(db, '969002')).toMatchObject({ kind: 'specialty', code: '151320' })
})

test('a retired drug is no longer in force but stays readable', () => {
  const later = database()
  later.exec(`INSERT INTO catalogue_release VALUES (2, '1405.10.01', '2026-12-22T00:00:00+03:30')`)
  later.exec(`UPDATE catalogue_code SET until = 2 WHERE list = 'drug' AND code = '90100'`)
  expect(findDrug(later, '90100')).toBeNull()
  expect(findDrugOfAnyRelease(later, '90100')).toMatchObject({ genericCode: '90100' })
})
