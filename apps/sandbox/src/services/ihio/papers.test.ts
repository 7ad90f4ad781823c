import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { asDoctor, asOtherDoctor, asPharmacy, givenIhio, jpeg, onPaper, paperBy, patient, png, saved, toDeliver, writerOf } from './testing/caller.ts'
import type { Caller, Ihio } from './testing/caller.ts'

let ihio: Ihio
let pharmacy: Caller
let writer: number
let genericCode: string
beforeAll(async () => {
  ihio = await givenIhio()
  pharmacy = await asPharmacy(ihio)
  writer = await writerOf(pharmacy, 152_908)
  genericCode = ihio.drug().genericCode
})
afterAll(() => ihio.close())

const refusedBy = async (call: Promise<{ resCode: number }>) => (await call).resCode
const open = (change: object = {}) => pharmacy.call('samad/paper/generate', paperBy(writer, change))

describe('who wrote it', () => {
  test('a doctor is found by council number, once for each of her centres', async () => {
    const said = await pharmacy.call('partner/search', { nomedicalSystem: 145_263, visitDate: 14_050_903, expertiseGrade: 'doctor,midwife' })
    expect(said.resCode).toBe(1)
    expect(said.info).toMatchObject([{ lastName: 'کاویانی', nomedicalSystem: 145_263 }, {}, {}])
  })

  test.each([
    ['a number that nobody has', { nomedicalSystem: 1 }],
    ['a pharmacist', { nomedicalSystem: 23_871 }],
    ['a doctor asked for as midwife', { expertiseGrade: 'midwife' }],
  ])('%s is not found, which the contract tells with the number of a success', async (_, change) => {
    const said = await pharmacy.call('partner/search', { nomedicalSystem: 145_263, visitDate: 14_050_903, expertiseGrade: 'doctor', ...change })
    expect(said).toMatchObject({ resCode: 0 })
    expect(said.info).toBeUndefined()
  })
})

describe('opening', () => {
  test.each([
    ['a JPEG', jpeg],
    ['a PNG', png],
  ])('%s opens a visit', async (_, image) => expect(await refusedBy(open({ paperImage: image.toString('base64') }))).toBe(1))

  test.each([
    ['text that calls itself a picture', { paperImage: Buffer.from('<svg/>').toString('base64') }, -22231],
    ['a picture above two MiB', { paperImage: Buffer.concat([jpeg, Buffer.alloc(2 ** 21)]).toString('base64') }, -22231],
    ['what is no base64', { paperImage: '###' }, -22231],
    ['a day to come', { visitDate: 14_060_101 }, -22231],
    ['a day that no month has', { visitDate: 14_050_732 }, -22231],
    ['another doctor’s council number', { nomedicalSystem: 145_263 }, -22333],
    ['a contract that nobody has', { 'partnerContractingPartyId ': 17 }, -22333],
  ])('%s is refused', async (_, change, code) => expect(await refusedBy(open(change))).toBe(code))

  test('a doctor enters no paper', async () => {
    const doctor = await asDoctor(ihio)
    expect(await refusedBy(doctor.call('samad/paper/generate', paperBy(writer)))).toBe(-22413)
  })

  test('nor is one opened for who is not covered', async () => {
    const uninsured = await asPharmacy(ihio, '0059283742')
    expect(await refusedBy(uninsured.call('samad/paper/generate', paperBy(writer)))).toBe(-22888)
  })

  test('a paper of the day and specialty that was written electronically is refused', async () => {
    const child = '3718293641'
    const [doctor, counter] = [await asOtherDoctor(ihio, child), await asPharmacy(ihio, child)]
    await saved(doctor, genericCode, 1)
    const today = paperBy(writer, { visitDate: 14_050_904 })
    expect(await refusedBy(counter.call('samad/paper/generate', today))).toBe(-22833)
    expect(await refusedBy(counter.call('samad/paper/generate', paperBy(writer)))).toBe(1)
  })
})

describe('what stands on it', () => {
  let samadCode: string
  beforeEach(async () => void (samadCode = String((await open()).info?.['samadCode'])))
  const check = (change: object = {}, code = genericCode) =>
    pharmacy.call('subscription/check/paper', { samadCode, subInfoWrapper: onPaper(code, 10, change) })

  test('a line is priced as at the counter, and dearer ones at the patient’s cost', async () => {
    const { basePrice } = ihio.drug()
    const covered = Math.floor((basePrice * 10 * 70) / 100)
    const said = await check()
    expect(said.info).toMatchObject({ isAllowed: true, shouldSendToEsalat: true, priceInfo: { totalPrice: basePrice * 10, coveredPrice: covered } })
    const dearer = { samadCode, checkCode: said.info?.['checkCode'], basePrice: basePrice + 7 }
    expect((await pharmacy.call('subscription/check/paper/price', dearer)).info).toMatchObject({
      priceInfo: { totalPrice: basePrice * 10 + 70, coveredPrice: covered, payablePrice: basePrice * 10 + 70 - covered },
    })
    expect(await refusedBy(pharmacy.call('subscription/check/paper/price', { ...dearer, checkCode: '12' }))).toBe(-15212)
  })

  test('more than was written is not handed over', async () => {
    expect((await check({ deliverCount: 11 })).info).toMatchObject({ isAllowed: false, maxCoveredCount: 10 })
  })

  test('another drug does not answer the line', async () => {
    const other = ihio.db.prepare(`SELECT code FROM catalogue_code WHERE list = 'drug' AND code <> ? LIMIT 1`).get(genericCode)
    expect(await refusedBy(check({ deliverNationalNumber: String(other?.['code']) }))).toBe(-26113)
  })

  test('a laboratory test is not the pharmacy’s', async () => {
    expect((await check({}, '800400')).info).toMatchObject({ isAllowed: false, hasContract: false })
  })

  test('an electronic SAMAD is no paper', async () => {
    const electronic = await saved(await asDoctor(ihio), genericCode, 1)
    expect(await refusedBy(pharmacy.call('subscription/check/paper', { samadCode: electronic.samadCode, subInfoWrapper: onPaper(genericCode, 1) }))).toBe(-26111)
  })

  test('a paper registered alone is found and delivered like any prescription, and once', async () => {
    const checkCode = (await check()).info?.['checkCode']
    const order = { samadCode, subscriptions: [{ checkCode }] }
    const trackingCode = (await pharmacy.call('prescription/paper/order', order)).info?.['trackingCode']
    const fetched = await pharmacy.call('prescription/fetch/printcode', { printCode: trackingCode })
    expect(fetched.info).toMatchObject({ partnerName: 'سامان فرهمند', noMedicalSystem: 152_908, subscriptionInfos: [{ numberOfRequest: 10 }] })
    const verdict = await pharmacy.call('subscription/check/deliver', { trackingCode, subInfoWrapper: toDeliver(genericCode, 10, String(checkCode)) })
    expect(verdict.info).toMatchObject({ isAllowed: true })
    expect(await refusedBy(pharmacy.call('prescription/paper/order', order))).toBe(-77270)
    expect(await refusedBy(pharmacy.call('prescription/paper/deliver', { samadCode, subscriptions: [{ checkCode, uIds: [] }] }))).toBe(-78211)
  })

  test('a licensed product is delivered but not registered alone', async () => {
    const { irc } = ihio.drug()
    const checkCode = (await check({ orderNationalNumber: irc }, irc)).info?.['checkCode']
    expect(await refusedBy(pharmacy.call('prescription/paper/order', { samadCode, subscriptions: [{ checkCode }] }))).toBe(-77217)
  })

  describe('handed over at once', () => {
    const deliver = (subscriptions: object[]) => pharmacy.call('prescription/paper/deliver', { samadCode, subscriptions })

    test('it is confirmed, sold, told as paper, and owes nothing more', async () => {
      const checkCode = (await check()).info?.['checkCode']
      const [uid] = ihio.packs(genericCode)
      await pharmacy.call('subscription/inquery/uid', { checkCode, uId: uid, count: 10 })
      const said = await deliver([{ checkCode, uIds: [{ uId: uid, count: 10 }] }])
      expect(said.resCode).toBe(1)
      const delivered = said.info?.['checkCode']
      expect(await refusedBy(pharmacy.call('prescription/paper/deliver/confirm', { checkCode: delivered }))).toBe(0)
      expect(ihio.packs(genericCode)).not.toContain(uid)
      const days = { fromDate: '14050901', toDate: '14050930', nationalNumber: patient }
      expect((await pharmacy.call('samad/delivered/search', days)).info).toContainEqual(
        expect.objectContaining({ trackingCode: said.info?.['trackingCode'], checkCode: delivered, prescriptionType: 'P' }),
      )
      expect((await pharmacy.call('prescription/fetch/samad', { samadCode })).info).toMatchObject({ subscriptionInfos: [{ status: 'D' }] })
      await pharmacy.call('prescription/delivered/delete', { checkCode: delivered })
    })

    test.each<[string, (code: unknown) => object[], number]>([
      ['without its pack', (checkCode) => [{ checkCode, uIds: [] }], -78411],
      ['with a pack that was not inquired', (checkCode) => [{ checkCode, uIds: [{ uId: '9'.repeat(20), count: 10 }] }], -78412],
      ['twice in one list', (checkCode) => [{ checkCode, uIds: [] }, { checkCode, uIds: [] }], -78305],
      ['by a check that nobody made', () => [{ checkCode: '12', uIds: [] }], -78211],
    ])('not %s, and the paper stays open', async (_, lines, code) => {
      const checkCode = (await check()).info?.['checkCode']
      expect(await refusedBy(deliver(lines(checkCode)))).toBe(code)
      expect(await refusedBy(pharmacy.call('prescription/fetch/samad', { samadCode }))).toBe(-16301)
    })

    test('nor by the check of another paper', async () => {
      const checkCode = (await check()).info?.['checkCode']
      const other = (await open()).info?.['samadCode']
      expect(await refusedBy(pharmacy.call('prescription/paper/deliver', { samadCode: other, subscriptions: [{ checkCode, uIds: [] }] }))).toBe(-78213)
    })

    test('nor two hours after its check', async () => {
      const { at } = ihio.clock
      const checkCode = (await check()).info?.['checkCode']
      const [uid] = ihio.packs(genericCode)
      await pharmacy.call('subscription/inquery/uid', { checkCode, uId: uid, count: 10 })
      ihio.clock.at = new Date(at.getTime() + 121 * 60_000)
      pharmacy = await asPharmacy(ihio)
      expect(await refusedBy(deliver([{ checkCode, uIds: [{ uId: uid, count: 10 }] }]))).toBe(-78212)
      ihio.clock.at = at
      pharmacy = await asPharmacy(ihio)
    })

    test('an electronic delivery is not confirmed as a paper’s', async () => {
      expect(await refusedBy(pharmacy.call('prescription/paper/deliver/confirm', { checkCode: '1'.repeat(31) }))).toBe(-79201)
    })
  })
})
