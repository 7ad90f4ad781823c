import { afterAll, beforeAll, expect, test } from 'vitest'
import { CodeKind } from '@noskhe/shared/terminology/code'
import { downloadCodes as download, searchCodes as contract, listSigTerms as sigContract, type ListedCode } from '@noskhe/shared/terminology/contract'
import { entryOfCode } from '@noskhe/shared/terminology/entry-of-code'
import { buildIndex } from '@noskhe/shared/terminology/search-index'
import type { Output } from '@noskhe/shared/endpoint'
import { openDb, type Db } from '../../db/client.ts'
import { mksaThrough } from '../../national/mksa/adapter.ts'
import type { National } from '../../national/port.ts'
import { givenSandbox } from '../../national/testing/sandbox.ts'
import { testDatabase, type TestDatabase } from '../../testing/database.ts'
import { downloadCodes } from './download-codes.ts'
import { findCodes, listSigTerms } from './find-codes.ts'
import { takeUpNewestRelease } from './loaded.ts'
import { refreshCodes } from './refresh-codes.ts'
import { searchCodes } from './search-codes.ts'

// The whole way: MKSA as the sandbox speaks it, our tables, the index, the contract.
const contractInput = contract.input
let sandbox: Awaited<ReturnType<typeof givenSandbox>>
let database: TestDatabase
let db: Db

beforeAll(async () => {
  sandbox = await givenSandbox()
  database = await testDatabase()
  db = openDb(database.url)
  const national = { mksa: mksaThrough(sandbox.gateway()) } satisfies Partial<National> as unknown as National
  await refreshCodes({ db, national, now: () => new Date() })
  await takeUpNewestRelease(db)
})
afterAll(async () => {
  await db.$disconnect()
  await database.drop()
  await sandbox.close()
})

const search = async (query: string, kind: CodeKind = 'drug', limit = 12) =>
  contract.output.parse(await searchCodes({ db }, { query, kinds: [kind], limit }))

test('a drug as it is shown: both names, strength, form, brands and coverage, with the release it is of', async () => {
  const { release, hits } = await search('آموکسی ۵۰۰')
  expect(release).toBe('1405.09.01')
  expect(hits[0]).toMatchObject({
    kind: 'drug', nameEn: 'AMOXICILLIN CAPSULE ORAL 500 mg', nameFa: 'آموکسی‌سیلین کپسول ۵۰۰ میلی‌گرم', strength: '500 mg',
    form: 'کپسول', route: 'خوراکی', atc: 'J01CA04', legalClass: 'RX', isCovered: true, isCurrent: true,
  })
})

test.each<[CodeKind, string, string]>([
  ['drug', 'torva 20', 'ATORVASTATIN TABLET ORAL 20 mg'],
  ['drug', 'Hl,;sd 500', 'AMOXICILLIN CAPSULE ORAL 500 mg'],
  ['drug', 'metfornin 500', 'METFORMIN TABLET ORAL 500 mg'],
  ['lab', 'cbc', 'CBC with differential'],
  ['imaging', 'ام آر آی مغز', 'MRI brain without contrast'],
  ['dental', 'عصب‌کشی', 'Root canal treatment, one canal'],
  ['device', 'ویلچر', 'Manual wheelchair'],
  ['specialty', 'قلب', 'Cardiology'],
  ['icd10', 'E11', 'Type 2 diabetes mellitus'],
])('%s: %s', async (kind, query, nameEn) => {
  expect((await search(query, kind)).hits[0]?.nameEn).toBe(nameEn)
})

test('no more hits than asked for, and none for an empty query', async () => {
  expect((await search('a', 'drug', 5)).hits).toHaveLength(5)
  expect((await search('')).hits).toEqual([])
})

test('several lists are ranked together, and what one has only by a slip stays out', async () => {
  const kinds = contractInput.parse({ query: 'پانسمان', kinds: 'drug,nursing,physician-service,device' }).kinds
  const { hits } = await searchCodes({ db }, { query: 'پانسمان', kinds, limit: 20 })
  expect(new Set(hits.map((it) => it.kind))).toEqual(new Set(['nursing', 'physician-service', 'device']))
  expect(hits[0]?.nameFa).toBe('پانسمان')
  expect((await searchCodes({ db }, { query: 'amoxicillin', kinds: [...CodeKind.options], limit: 20 })).hits.every((it) => it.kind === 'drug')).toBe(true)
})

test.each(['', 'drug,', 'herbal'])('kinds «%s» are refused', (kinds) => {
  expect(contractInput.safeParse({ query: 'a', kinds }).success).toBe(false)
})

test('a kind holds only its own codes', async () => {
  expect(new Set((await search('سدیم', 'lab', 50)).hits.map((it) => it.kind))).toEqual(new Set(['lab']))
})

test('a list is downloaded by pages, each code once, with all that its search needs', async () => {
  const kept: ListedCode[] = []
  for (let after: string | null = ''; after !== null; ) {
    const page: Output<typeof download> = download.output.parse(await downloadCodes({ db }, { kind: 'drug', after }))
    expect(page.release).toBe('1405.09.01')
    kept.push(...page.codes)
    after = page.next
  }
  const index = buildIndex(kept.map(({ shown, aliases }) => entryOfCode(shown, aliases)))
  expect([kept.length, index.size, new Set(kept.map(({ shown }) => shown.code)).size]).toEqual([2_388, 2_388, 2_388])
  for (const query of ['torva 20', 'Hl,;sd 500', 'xanax 0.5']) {
    expect(index.search(query, { kinds: ['drug'], limit: 12 }).map(({ entry }) => entry.shown)).toEqual((await search(query)).hits)
  }
})

test('the directions, frequencies first', async () => {
  const { terms } = sigContract.output.parse(await listSigTerms({ db }))
  expect(terms).toHaveLength(46)
  expect(terms.find((it) => it.code === 'BID')).toEqual({ kind: 'freq', code: 'BID', fa: 'روزی دو بار (هر ۱۲ ساعت)', en: 'Twice a day', timesPerDay: 2 })
  const kinds = terms.map((it) => it.kind)
  expect([kinds.lastIndexOf('freq') < kinds.indexOf('instr'), kinds.lastIndexOf('instr') < kinds.indexOf('amount')]).toEqual([true, true])
})

test('codes by themselves, as searched', async () => {
  const [hit] = (await search('torva 20')).hits
  expect((await findCodes({ db }, 'drug', [hit!.code])).get(hit!.code)).toEqual(hit)
})
