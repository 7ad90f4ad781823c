import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { NationalUnavailable } from '../gateway/failures.ts'
import { givenSandbox } from '../testing/sandbox.ts'
import { mksaThrough } from './adapter.ts'
import { codeLists, type CodeList, type Mksa, type PublishedCode } from './port.ts'

let sandbox: Awaited<ReturnType<typeof givenSandbox>>
let mksa: Mksa
beforeAll(async () => void (sandbox = await givenSandbox()))
afterAll(() => sandbox.close())
beforeEach(async () => {
  await sandbox.control('POST', 'reset')
  mksa = mksaThrough(sandbox.gateway())
})

async function wholeList(list: CodeList): Promise<PublishedCode[]> {
  const codes: PublishedCode[] = []
  let after: string | null = null
  do {
    const page = await mksa.codes({ release: '1405.09.01', list, since: null, after })
    codes.push(...page.codes)
    after = page.next
  } while (after !== null)
  return codes
}

test('the releases by their names', async () => {
  expect(await mksa.releases()).toEqual([{ release: '1405.09.01', publishedAt: '2026-11-22T00:00:00+03:30', lists: [...codeLists] }])
})

test('every list is read to its end, no code twice', async () => {
  const sizes = await Promise.all(
    codeLists.map(async (list) => {
      const codes = await wholeList(list)
      expect(new Set(codes.map((it) => it.code)).size).toBe(codes.length)
      return [list, codes.length]
    }),
  )
  expect(Object.fromEntries(sizes)).toEqual({
    drug: 2_388, lab: 95, imaging: 55, 'physician-service': 50, physiotherapy: 49, dental: 55, nursing: 44, device: 72, specialty: 60, icd10: 215, sig: 46,
  })
})

test('a drug in our words', async () => {
  const amoxicillin = (await wholeList('drug')).find((it) => it.list === 'drug' && it.shown.nameEn === 'AMOXICILLIN CAPSULE ORAL 500 mg')
  expect(amoxicillin).toMatchObject({
    list: 'drug',
    isRetired: false,
    shown: {
      kind: 'drug', nameFa: 'آموکسی‌سیلین کپسول ۵۰۰ میلی‌گرم', strength: '500 mg', form: 'کپسول', route: 'خوراکی',
      atc: 'J01CA04', legalClass: 'RX', isCovered: true,
    },
    aliases: { otherCodes: [expect.stringMatching(/^9999\d{12}$/)], ingredients: ['amoxicillin', 'آموکسی‌سیلین'], details: ['CAPSULE', 'ORAL'] },
  })
})

test('a test, a diagnosis and a frequency in our words', async () => {
  const find = async (list: CodeList, code: string) => (await wholeList(list)).find((it) => it.code === code)
  expect(await find('lab', '802000')).toMatchObject({
    list: 'lab', shown: { nameEn: 'CBC with differential', atc: null, isCovered: true }, aliases: { otherCodes: ['CBC', '57021-8'] },
  })
  expect(await find('dental', '690003')).toMatchObject({
    list: 'dental', shown: { nameFa: 'کشیدن دندان', group: 'کشیدن دندان', needsTooth: true, isCovered: true }, aliases: { ingredients: ['extraction'] },
  })
  expect(await find('specialty', '151320')).toMatchObject({ shown: { nameFa: 'متخصص قلب و عروق', isCovered: null }, aliases: { otherCodes: ['969002'] } })
  expect(await find('icd10', 'I10')).toMatchObject({ list: 'icd10', shown: { nameFa: 'فشار خون بالا', isCovered: null } })
  expect(await find('sig', 'TID')).toEqual({
    list: 'sig', code: 'TID', isRetired: false,
    term: { kind: 'freq', code: 'TID', fa: 'روزی سه بار (هر ۸ ساعت)', en: 'Three times daily', timesPerDay: 3 },
  })
})

test('nothing changed since the same release', async () => {
  expect(await mksa.codes({ release: '1405.09.01', list: 'drug', since: '1405.09.01', after: null })).toEqual({ codes: [], next: null })
})

test('a code that MKSA retires comes as the one change of the next release', async () => {
  await sandbox.control('PUT', 'mksa/codes/sig/TID', { isInForce: false })
  const newest = (await mksa.releases()).at(-1)
  const page = await mksa.codes({ release: newest?.release ?? '', list: 'sig', since: '1405.09.01', after: null })
  expect(page.codes).toEqual([expect.objectContaining({ code: 'TID', isRetired: true })])
})

test('a code that is brought back is in force again', async () => {
  await sandbox.control('PUT', 'mksa/codes/sig/TID', { isInForce: false })
  await sandbox.control('PUT', 'mksa/codes/sig/TID', { isInForce: true })
  const [, retired, restored] = (await mksa.releases()).map((it) => it.release)
  const page = await mksa.codes({ release: restored ?? '', list: 'sig', since: retired ?? '', after: null })
  expect(page.codes).toEqual([expect.objectContaining({ code: 'TID', isRetired: false })])
})

test('a release that MKSA has not is an answer that cannot be used', async () => {
  await expect(mksa.codes({ release: '1300.01.01', list: 'drug', since: null, after: null })).rejects.toThrow()
})

test('a silent authority is unavailable', async () => {
  await sandbox.control('PUT', 'faults/mksa', { kind: 'error' })
  await expect(mksa.releases()).rejects.toBeInstanceOf(NationalUnavailable)
})
