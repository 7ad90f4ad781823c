import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { givenSandbox } from '../testing/sandbox.ts'
import { eligibilityThrough } from './adapter.ts'
import type { Eligibility, EligibilityRequest } from './port.ts'

let sandbox: Awaited<ReturnType<typeof givenSandbox>>
let eligibility: Eligibility
let clock = new Date('2026-11-25T08:00:00Z')
beforeAll(async () => void (sandbox = await givenSandbox(() => clock)))
afterAll(() => sandbox.close())
beforeEach(() => {
  clock = new Date('2026-11-25T08:00:00Z')
  eligibility = eligibilityThrough(sandbox.gateway(), () => clock)
})

const visit = { siamId: 'SIAM-1100271', councilNumber: '145263', clientIp: '10.0.0.7' }
const check = (nationalCode: string, more: Partial<EligibilityRequest> = {}) =>
  eligibility.check({ ...visit, identity: { kind: 'national-code', value: nationalCode }, ...more })

describe('a covered person', () => {
  test('is identified, with her coverage and a HID', async () => {
    expect(await check('1384950613')).toEqual({
      person: 'alive',
      identity: { firstName: 'زهرا', lastName: 'احمدی‌فر', gender: 'female', birthDate: '1990-07-03' },
      coverages: [
        {
          insurer: 'salamat', title: 'خدمات درمانی', box: { code: '26.1', title: 'کارکنان دولت' }, validUntil: '2027-09-22', isValid: true,
          supplementary: null,
        },
      ],
      used: 'salamat',
      choice: null,
      hid: { value: expect.stringMatching(/^\d{5}[A-Z]{2}\d[A-Z]{2}$/) as string, issuer: 'IHIO', insurer: 'salamat', issuedAt: clock.toISOString() },
      message: null,
    })
  })

  test('has one HID a day and centre', async () => {
    const [first, again] = [await check('1384950613'), await check('1384950613')]
    const elsewhere = await check('1384950613', { siamId: 'SIAM-1100386' })
    clock = new Date('2026-11-26T08:00:00Z')
    const tomorrow = await check('1384950613')
    expect(again.hid?.value).toBe(first.hid?.value)
    expect(new Set([first, elsewhere, tomorrow].map((it) => it.hid?.value)).size).toBe(3)
  })

  test('may have a supplementary insurance as well', async () => {
    const { coverages } = await check('2283746159')
    expect(coverages[0]?.supplementary).toEqual({ name: 'بیمهٔ دی', validUntil: '2027-04-20', isValid: true })
  })

  test('may have two coverages at once: both are told, and which is used', async () => {
    const answer = await check('0028374657')
    expect(answer.coverages.map(({ insurer, isValid }) => ({ insurer, isValid }))).toEqual([
      { insurer: 'salamat', isValid: true },
      { insurer: 'tamin', isValid: true },
    ])
    expect(answer).toMatchObject({
      used: 'salamat', choice: { rule: 'overlap/1403', decidedBy: 'validity' }, hid: { insurer: 'salamat' },
    })
  })

  test.each([
    ['0451627385', 'tamin', 'TAMIN'],
    ['0938472615', 'armed-forces', 'ESATA'],
  ])('%s is told to be of %s', async (nationalCode, insurer, issuer) => {
    expect(await check(nationalCode)).toMatchObject({ used: insurer, hid: { insurer, issuer } })
  })
})

describe('ids other than a national code', () => {
  test('a foreigner by FIDA', async () => {
    expect(await check('', { identity: { kind: 'fida', value: '104928375610' } })).toMatchObject({ person: 'alive', used: 'salamat' })
  })

  test('an unidentified person by unique id, which gives no basic cover', async () => {
    const answer = await check('', { identity: { kind: 'unique-id', value: 'UM140500000127' } })
    expect(answer).toMatchObject({ person: 'alive', coverages: [], used: null, hid: null })
  })

  test('a newborn of the Armed Forces by insurance code', async () => {
    expect(await check('', { identity: { kind: 'insurance-code', value: '4100582937' } })).toMatchObject({ used: 'armed-forces' })
  })

  test('a newborn under the mother’s code, apart from the mother', async () => {
    const mother = await check('0091827345')
    const newborn = await check('0091827345', { newborn: { birthDate: '2026-11-20' } })
    expect(newborn).toMatchObject({ identity: { firstName: 'نوزادِ لیلا', birthDate: '2026-11-20' }, used: 'salamat' })
    expect(newborn.hid?.value).not.toBe(mother.hid?.value)
  })

  test('a child too old for it is not found under the mother’s code', async () => {
    expect(await check('0091827345', { newborn: { birthDate: '2026-08-01' } })).toMatchObject({ person: 'unknown', hid: null })
  })
})

describe('a person without cover gets no HID', () => {
  test.each([
    ['0059283742', { person: 'alive', coverages: [], used: null }],
    ['1283746591', { person: 'alive', used: null }],
    ['4318273644', { person: 'deceased', used: null }],
    ['0073645192', { person: 'blocked', identity: null }],
    ['0528374613', { person: 'unknown', identity: null, message: 'اطلاعات یافت نشد' }],
  ])('%s', async (nationalCode, expected) => {
    const answer = await check(nationalCode)
    expect(answer).toMatchObject(expected)
    expect(answer.hid).toBeNull()
  })

  test('a lapsed coverage is still shown, as lapsed', async () => {
    expect((await check('1283746591')).coverages).toMatchObject([{ insurer: 'salamat', isValid: false, validUntil: '2026-08-22' }])
  })
})

describe('an answer that says nothing of the patient is not read as one', () => {
  test('the service fails for this person', async () => {
    await expect(check('1364728397')).rejects.toMatchObject({ name: 'NationalUnavailable', service: 'eligibility' })
  })

  test('it refuses our centre', async () => {
    await expect(check('1384950613', { siamId: 'SIAM-1100594' })).rejects.toMatchObject({ name: 'NationalUnavailable', why: 'refused' })
  })
})

describe('verifying a HID', () => {
  test('a live one tells whose it is', async () => {
    const { hid } = await check('1384950613')
    expect(await eligibility.verifyHid(hid?.value ?? '')).toEqual({
      outcome: 'valid', identity: { kind: 'national-code', value: '1384950613' }, insurer: 'salamat',
    })
  })

  test('an old one has expired', async () => {
    const { hid } = await check('1384950613')
    clock = new Date('2027-06-01T08:00:00Z')
    expect(await eligibility.verifyHid(hid?.value ?? '')).toEqual({ outcome: 'expired' })
  })

  test('an invented one is unknown', async () => {
    expect(await eligibility.verifyHid('12345AB6CD')).toEqual({ outcome: 'unknown' })
  })
})

describe('the reserve', () => {
  const hers = { identity: { kind: 'national-code', value: '3718293641' }, siamId: visit.siamId, councilNumber: visit.councilNumber, insurer: 'salamat' } as const
  const reserve = (count: number, siamId = visit.siamId) => eligibility.reserveHids({ siamId, insurer: 'salamat', count })
  async function one() {
    const answer = await reserve(1)
    const hid = answer.outcome === 'reserved' ? answer.hids[0] : undefined
    if (hid === undefined) throw new Error('Nothing was reserved')
    return hid
  }

  test('is given with the day until which it may be used', async () => {
    const answer = await reserve(2)
    expect(answer).toMatchObject({ outcome: 'reserved', validUntil: '2026-11-27' })
    expect(answer.outcome === 'reserved' && answer.hids.map(({ issuer }) => issuer)).toEqual(['IHIO', 'IHIO'])
  })

  test('is refused while enough of it is unused', async () => {
    expect(await reserve(21, 'SIAM-1100386')).toMatchObject({ outcome: 'refused', reason: 'conflict', message: expect.stringContaining('کافی') as string })
  })

  test('a reserved HID is nobody’s until it is told whose it is, and may be told so twice', async () => {
    const hid = await one()
    expect(await eligibility.verifyHid(hid.value)).toEqual({ outcome: 'unknown' })
    expect(await eligibility.updateHid(hid, hers)).toEqual({ outcome: 'updated' })
    expect(await eligibility.updateHid(hid, hers)).toEqual({ outcome: 'updated' })
    expect(await eligibility.verifyHid(hid.value)).toMatchObject({ outcome: 'valid', identity: hers.identity, insurer: 'salamat' })
  })

  test('a newborn is told as one', async () => {
    const hid = await one()
    await eligibility.updateHid(hid, { ...hers, identity: { kind: 'national-code', value: '0091827345' }, newborn: { birthDate: '2026-11-18' } })
    const newborn = await check('0091827345', { newborn: { birthDate: '2026-11-18' } })
    expect(newborn.hid?.value).toBe(hid.value)
  })

  test.each([
    ['unknown', { value: '00000AA0AA', issuer: 'IHIO' }, {}],
    ['uncovered', null, { identity: { kind: 'national-code', value: '0451627385' } }],
    ['foreign', null, { siamId: 'SIAM-1100386' }],
    ['blocked', null, { identity: { kind: 'national-code', value: '0073645192' } }],
  ] as const)('a binding is refused as %s', async (reason, invented, otherwise) => {
    expect(await eligibility.updateHid(invented ?? (await one()), { ...hers, ...otherwise })).toMatchObject({ outcome: 'refused', reason })
  })

  test('a lapsed one cannot be bound any more', async () => {
    const hid = await one()
    clock = new Date('2026-11-29T08:00:00Z')
    expect(await eligibility.updateHid(hid, hers)).toMatchObject({ outcome: 'refused', reason: 'lapsed' })
  })

  test('a refusal that is about our licence says nothing about the HID', async () => {
    await expect(eligibility.updateHid(await one(), { ...hers, councilNumber: '118734' })).rejects.toMatchObject({ name: 'NationalUnavailable' })
  })
})

describe('taking a HID back', () => {
  const at = { siamId: visit.siamId, reason: 'visit-given-up' } as const
  const issued = async () => {
    const { hid } = await check('2283746159')
    if (hid === null) throw new Error('No HID')
    return hid
  }

  test('it is eliminated, once, and the person gets another', async () => {
    const hid = await issued()
    expect(await eligibility.eliminateHid(hid, at)).toEqual({ outcome: 'eliminated' })
    expect(await eligibility.eliminateHid(hid, at)).toMatchObject({ outcome: 'refused', reason: 'conflict' })
    expect(await eligibility.verifyHid(hid.value)).toEqual({ outcome: 'eliminated' })
    expect((await issued()).value).not.toBe(hid.value)
  })

  test('another centre’s is not', async () => {
    expect(await eligibility.eliminateHid(await issued(), { ...at, siamId: 'SIAM-1100386' })).toMatchObject({ outcome: 'refused', reason: 'foreign' })
  })
})
