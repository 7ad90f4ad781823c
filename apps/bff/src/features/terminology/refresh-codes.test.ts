import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { pino } from 'pino'
import { openDb, type Db } from '../../db/client.ts'
import { codeLists, type PublishedCode } from '../../national/mksa/port.ts'
import type { National } from '../../national/port.ts'
import { testDatabase, type TestDatabase } from '../../testing/database.ts'
import { currentRelease, findCodes, listSigTerms, sigTerms } from './find-codes.ts'
import { takeUpNewestRelease } from './loaded.ts'
import { refreshCodes } from './refresh-codes.ts'
import { searchCodes } from './search-codes.ts'
import { startTerminologyRefresh } from './start-terminology-refresh.ts'
import { drug, frequency, openAuthority, type Authority } from './testing/authority.ts'

let database: TestDatabase
let db: Db
let authority: Authority
const losartan = drug('90001', 'LOSARTAN TABLET ORAL 50 mg')
const metformin = drug('90002', 'METFORMIN TABLET ORAL 500 mg')
const aspirin = drug('90003', 'ASPIRIN TABLET ORAL 80 mg')
const daily = frequency('QD', 'روزی یک بار', 1)

beforeAll(async () => void (database = await testDatabase()))
afterAll(() => database.drop())
beforeEach(() => {
  db = openDb(database.url)
  authority = openAuthority()
})
afterEach(async () => {
  await db.$executeRaw`TRUNCATE terminology_codes, terminology_releases`
  await db.$disconnect()
})

const contextOf = (some: Db) => ({
  db: some, national: { mksa: authority.mksa } satisfies Partial<National> as unknown as National, now: () => new Date(), log: pino({ level: 'silent' }),
})
const refresh = async (some = db) => {
  await refreshCodes(contextOf(some))
  await takeUpNewestRelease(some)
}
const search = async (query: string, some = db) =>
  (await searchCodes({ db: some }, { query, kinds: ['drug'], limit: 10 })).hits.map((it) => it.nameEn)

test('before the first release nothing is searched, and that is said', async () => {
  await expect(search('losartan')).rejects.toMatchObject({ code: 'terminology.not-loaded' })
  await expect(currentRelease({ db })).rejects.toMatchObject({ code: 'terminology.not-loaded' })
  await expect(listSigTerms({ db })).rejects.toMatchObject({ code: 'terminology.not-loaded' })
})

test('the first release is read whole, to the last page, and is searched', async () => {
  authority.publish('1405.09.01', [losartan, metformin, aspirin, daily])
  await refresh()
  expect(await currentRelease({ db })).toBe('1405.09.01')
  expect(await search('aspirin 80')).toEqual(['ASPIRIN TABLET ORAL 80 mg'])
  expect((await sigTerms({ db })).map((it) => it.fa)).toEqual(['روزی یک بار'])
  expect(authority.asked.every((it) => it.since === null)).toBe(true)
})

describe('when a later release adds, changes and retires', () => {
  const renamed = drug('90002', 'METFORMIN TABLET ORAL 500 mg', { nameFa: 'متفورمین نام نو' })
  const amlodipine = drug('90004', 'AMLODIPINE TABLET ORAL 5 mg')
  beforeEach(async () => {
    authority.publish('1405.09.01', [losartan, metformin, aspirin, daily])
    await refresh()
    authority.asked.length = 0
    authority.publish('1405.10.01', [losartan, renamed, amlodipine, daily])
    await refresh()
  })

  test('only what changed is read', () => {
    expect(authority.asked.map((it) => it.since)).toEqual(codeLists.map(() => '1405.09.01'))
  })

  test('search shows what is in force now', async () => {
    expect(await currentRelease({ db })).toBe('1405.10.01')
    expect(await search('amlodipine')).toEqual(['AMLODIPINE TABLET ORAL 5 mg'])
    expect(await search('aspirin')).toEqual([])
    expect((await searchCodes({ db }, { query: '90002', kinds: ['drug'], limit: 1 })).hits[0]?.nameFa).toBe('متفورمین نام نو')
  })

  test('a retired code stays readable, and says that it is retired', async () => {
    const found = await findCodes({ db }, 'drug', ['90001', '90003', '99999'])
    expect([...found].map(([code, it]) => [code, it.isCurrent])).toEqual(expect.arrayContaining([['90001', true], ['90003', false]]))
    expect(found.size).toBe(2)
  })

  test('every code in force stands in the new release, the retired one in its last', async () => {
    const rows = await db.terminologyCode.findMany({ orderBy: { code: 'asc' }, where: { kind: 'drug' } })
    expect(rows.map((it) => [it.code, it.release, it.retiredIn])).toEqual([
      ['90001', '1405.10.01', null],
      ['90002', '1405.10.01', null],
      ['90003', '1405.09.01', '1405.10.01'],
      ['90004', '1405.10.01', null],
    ])
  })

  test('a code that comes back is in force again', async () => {
    authority.publish('1405.11.01', [losartan, aspirin, daily])
    await refresh()
    expect((await findCodes({ db }, 'drug', ['90003'])).get('90003')?.isCurrent).toBe(true)
    expect(await search('aspirin')).toHaveLength(1)
  })
})

test('a release broken off on the way changes nothing, and the next round completes it', async () => {
  authority.publish('1405.09.01', [losartan, daily])
  await refresh()
  authority.publish('1405.10.01', [metformin, aspirin, drug('90009', 'ATENOLOL TABLET ORAL 50 mg')])
  authority.silentAfter(2)
  await expect(refresh()).rejects.toThrow('mksa is unavailable')
  await takeUpNewestRelease(db)
  expect(await search('losartan')).toHaveLength(1)
  expect((await findCodes({ db }, 'drug', ['90001'])).get('90001')?.isCurrent).toBe(true)
  authority.silentAfter(Infinity)
  await refresh()
  expect(await search('losartan')).toEqual([])
  expect(await search('atenolol')).toHaveLength(1)
})

test('a list that our copy lacks, as one of before the product knew it does, is fetched though the release is the same', async () => {
  const dressing: PublishedCode = {
    ...drug('692009', 'Home dressing', { kind: 'nursing', nameFa: 'پانسمان در منزل' }), list: 'nursing',
  } as PublishedCode
  authority.publish('1405.09.01', [losartan, dressing])
  await refresh()
  await db.terminologyCode.deleteMany({ where: { kind: 'nursing' } })
  await refresh()
  expect((await searchCodes({ db }, { query: 'پانسمان', kinds: ['nursing'], limit: 5 })).hits.map((it) => it.code)).toEqual(['692009'])
  expect(await search('losartan')).toHaveLength(1)
})

test('an authority that went back to an earlier release is followed, by reading it whole', async () => {
  authority.publish('1405.09.01', [losartan])
  await refresh()
  authority.publish('1405.10.01', [metformin])
  await refresh()
  authority.withdrawAll()
  authority.publish('1405.09.01', [losartan, aspirin])
  await refresh()
  expect(await currentRelease({ db })).toBe('1405.09.01')
  expect([await search('metformin'), await search('aspirin')]).toEqual([[], ['ASPIRIN TABLET ORAL 80 mg']])
  expect((await findCodes({ db }, 'drug', ['90002'])).get('90002')?.isCurrent).toBe(false)
})

test('processes that copy at the same time leave one release, each code once', async () => {
  authority.publish('1405.09.01', [losartan, metformin, aspirin, daily])
  const others = Array.from({ length: 4 }, () => openDb(database.url, 2))
  await Promise.all(others.map((some) => refresh(some)))
  expect(await db.terminologyRelease.count()).toBe(1)
  expect(await db.terminologyCode.count()).toBe(4)
  for (const some of others) expect(await search('losartan', some)).toHaveLength(1)
  await Promise.all(others.map((some) => some.$disconnect()))
})

test('a process takes up the release that another one copied, without asking the authority', async () => {
  authority.publish('1405.09.01', [losartan])
  await refresh()
  const other = openDb(database.url, 2)
  authority.silentAfter(0)
  await takeUpNewestRelease(other)
  expect(await search('losartan', other)).toHaveLength(1)
  await other.$disconnect()
})

test('in the background: from nothing to searchable, and stopped when told', async () => {
  authority.publish('1405.09.01', [losartan])
  const worker = startTerminologyRefresh(contextOf(db))
  await worker.stop()
  expect(await search('losartan')).toHaveLength(1)
})

test('in the background: a silent authority does not keep from searching what we have', async () => {
  authority.publish('1405.09.01', [losartan])
  await refresh()
  const restarted = openDb(database.url, 2)
  authority.silentAfter(0)
  await startTerminologyRefresh(contextOf(restarted)).stop()
  expect(await search('losartan', restarted)).toHaveLength(1)
  await restarted.$disconnect()
})
