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
    expect(answer).toMatchObject({ used: 'salamat', hid: { insurer: 'salamat' } })
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
    await expect(check('1384950613', { siamId: 'SIAM-1100594' })).rejects.toMatchObject({ name: 'NationalUnavailable', sent: 'no' })
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
