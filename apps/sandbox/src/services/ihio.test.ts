import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { operations } from '@noskhe/national-wire/ihio'
import type { OperationName } from '@noskhe/national-wire/ihio'
import { ihioTerminal } from '../scenarios.ts'
import { asDoctor, asOtherDoctor, asPharmacy, givenIhio, ordered, patient, saved, toDeliver } from './ihio/testing/caller.ts'
import type { Caller, Ihio } from './ihio/testing/caller.ts'

let ihio: Ihio
let doctor: Caller
let pharmacy: Caller
beforeAll(async () => {
  ihio = await givenIhio()
  doctor = await asDoctor(ihio)
  pharmacy = await asPharmacy(ihio)
})
afterAll(() => ihio.close())

const refusedBy = async (call: Promise<{ resCode: number }>) => (await call).resCode

describe('the door', () => {
  test.each([
    ['another terminal', { terminalId: 1 }, 1943],
    ['a wrong password', { password: 'x' }, 1940],
    ['a body without terminal', { terminalId: undefined }, 1211],
  ])('%s gets no token', async (_, change, code) => {
    expect(await refusedBy(ihio.say('auth/token/fetch', { ...ihioTerminal, ...change }))).toBe(code)
  })

  test('nothing is answered without a token', async () => {
    expect(await refusedBy(ihio.say('bill/check/send', { cpartySessionId: 'x' }))).toBe(-1940)
  })

  test('a session of one account does not open the patients of another', async () => {
    const other = await asOtherDoctor(ihio)
    const citizenSessionId = doctor.citizen.info?.['citizenSessionId']
    expect(await refusedBy(other.call('samad/electronic/generate', { citizenSessionId, receiptPartnerId: 700271 }))).toBe(-1945)
  })

  test.each([['0000000000'], ['1384950614'], ['12345678']])('%s is no national number', async (nationalNumber) => {
    expect(await refusedBy(doctor.call('auth/session/citizen/open', { nationalNumber }))).toBe(-14221)
  })

  test('who is insured elsewhere is known and not covered', async () => {
    expect((await doctor.call('auth/session/citizen/open', { nationalNumber: '0451627385' })).info).toMatchObject({ isCovered: false, issuerType: 'T' })
  })
})

describe('prescribing', () => {
  test('a pharmacy opens no visit', async () => {
    expect(await refusedBy(pharmacy.call('samad/electronic/generate', { receiptPartnerId: 800143 }))).toBe(-5413)
  })

  test('a visit is opened only for one’s own centre', async () => {
    expect(await refusedBy(doctor.call('samad/electronic/generate', { receiptPartnerId: 800143 }))).toBe(-5401)
  })

  test('a check code belongs to its SAMAD and is used once', async () => {
    const first = await saved(doctor, ihio.drug().genericCode, 1)
    const visit = await doctor.call('samad/electronic/generate', { receiptPartnerId: 700271 })
    const samadCode = visit.info?.['samadCode']
    expect(await refusedBy(doctor.call('prescription/save', { samadCode, subscriptions: [{ checkCode: first.checkCode }] }))).toBe(-7251)
    expect(await refusedBy(doctor.call('prescription/save', { samadCode, subscriptions: [{ checkCode: '12' }] }))).toBe(-7211)
    expect(await refusedBy(doctor.call('prescription/save', { samadCode: first.samadCode, subscriptions: [{ checkCode: first.checkCode }] }))).toBe(-7270)
  })

  test('a save with one bad line saves none', async () => {
    const visit = await doctor.call('samad/electronic/generate', { receiptPartnerId: 700271 })
    const samadCode = visit.info?.['samadCode']
    const check = await doctor.call('subscription/check/order', { samadCode, subInfoWrapper: ordered(ihio.drug().genericCode, 1) })
    const good = { checkCode: check.info?.['checkCode'] }
    expect(await refusedBy(doctor.call('prescription/save', { samadCode, subscriptions: [good, { checkCode: '12' }] }))).toBe(-7211)
    expect(await refusedBy(doctor.call('prescription/save', { samadCode, subscriptions: [good] }))).toBe(1)
  })

  test('the ceiling holds for all lines of one generic together', async () => {
    const row = ihio.db
      .prepare(`SELECT detail FROM catalogue_code WHERE list = 'drug' AND json_extract(detail, '$.maxQuantity') BETWEEN 2 AND 500
        AND json_extract(detail, '$.isCovered') AND NOT json_extract(detail, '$.needsDocument') LIMIT 1`)
      .get()
    const { genericCode, maxQuantity } = JSON.parse(String(row?.['detail'])) as { genericCode: string; maxQuantity: number }
    const visit = await doctor.call('samad/electronic/generate', { receiptPartnerId: 700271 })
    const samadCode = visit.info?.['samadCode']
    const first = await doctor.call('subscription/check/order', { samadCode, subInfoWrapper: ordered(genericCode, maxQuantity - 1) })
    const otherServices = [{ checkCode: first.info?.['checkCode'] }]
    const second = await doctor.call('subscription/check/order', { samadCode, subInfoWrapper: { ...ordered(genericCode, 2), otherServices } })
    expect(second.info).toMatchObject({ isAllowed: false, maxCoveredCount: 1 })
    expect(second.info).not.toHaveProperty('checkCode')
  })

  test.each([[0], [-1], [1.5]])('a count of %s is no count', async (count) => {
    expect(await refusedBy(doctor.call('subscription/check/order', { samadCode: '1', subInfoWrapper: ordered('90001', count) }))).toBe(-23221)
  })

  test('an update of another doctor, or of everything, is refused', async () => {
    const it = await saved(doctor, ihio.drug().genericCode, 1)
    const all = { samadCode: it.samadCode, subscriptions: [], deleteSubscriptions: [{ checkCode: it.checkCode }] }
    const other = await asOtherDoctor(ihio)
    expect(await refusedBy(other.call('prescription/update', all))).toBe(-8211)
    expect(await refusedBy(doctor.call('prescription/update', all))).toBe(-8273)
  })

  test('what was saved is found among one’s own SAMADs by its status', async () => {
    const it = await saved(doctor, ihio.drug().genericCode, 1)
    const found = await doctor.call('samad/ordered/search', { fromDate: '14050901', toDate: '14050930', nationalNumber: patient, status: 'O' })
    expect(found.info).toContainEqual(expect.objectContaining({ samadCode: it.samadCode, tarckingCode: it.trackingCode, status: 'O' }))
    expect(await refusedBy(doctor.call('samad/ordered/search', { fromDate: '14040101', toDate: '14040102' }))).toBe(-9322)
    expect(await refusedBy(doctor.call('samad/ordered/search', { fromDate: '14050902', toDate: '14050901' }))).toBe(-9241)
  })
})

describe('dispensing', () => {
  test('a line that starts later is not delivered before', async () => {
    const { genericCode } = ihio.drug()
    const visit = await doctor.call('samad/electronic/generate', { receiptPartnerId: 700271 })
    const samadCode = visit.info?.['samadCode']
    const check = await doctor.call('subscription/check/order', { samadCode, subInfoWrapper: ordered(genericCode, 10, { activeFrom: 14_060_101 }) })
    const checkCode = String(check.info?.['checkCode'])
    const save = await doctor.call('prescription/save', { samadCode, subscriptions: [{ checkCode }] })
    const verdict = await pharmacy.call('subscription/check/deliver', {
      trackingCode: save.info?.['trackingCode'],
      subInfoWrapper: toDeliver(genericCode, 10, checkCode),
    })
    expect(verdict.info).toMatchObject({ isAllowed: false, message: { reason: 'Not active yet' } })
  })

  test('the price of a dearer product is the patient’s above the reference price', async () => {
    const { genericCode, basePrice } = ihio.drug()
    const it = await saved(doctor, genericCode, 10)
    const verdict = await pharmacy.call('subscription/check/deliver', { trackingCode: it.trackingCode, subInfoWrapper: toDeliver(genericCode, 10, it.checkCode) })
    const priced = await pharmacy.call('subscription/check/deliver/price', {
      trackingCode: it.trackingCode,
      checkCode: verdict.info?.['checkCode'],
      basePrice: basePrice + 1_001,
    })
    const covered = Math.floor(basePrice * 10 * 0.7)
    const total = (basePrice + 1_001) * 10
    expect(priced.info?.['priceInfo']).toEqual({ totalPrice: total, coveredPrice: covered, payablePrice: total - covered, discountAmount: 0 })
  })

  test('an item outside the prescription is the patient’s alone', async () => {
    const it = await saved(doctor, ihio.drug().genericCode, 10)
    const service = { count: 2, nationalNumber: ihio.drug().genericCode, type: 'PRODUCT', isOutOfPrescription: true }
    const verdict = await pharmacy.call('subscription/check/deliver', { trackingCode: it.trackingCode, subInfoWrapper: { service } })
    expect(verdict.info?.['priceInfo']).toMatchObject({ coveredPrice: 0, payablePrice: ihio.drug().basePrice * 2 })
  })

  test('packs that were not inquired, or too few, are not delivered', async () => {
    const { genericCode } = ihio.drug()
    const [uid] = ihio.packs(genericCode)
    const it = await saved(doctor, genericCode, 10)
    const verdict = await pharmacy.call('subscription/check/deliver', { trackingCode: it.trackingCode, subInfoWrapper: toDeliver(genericCode, 10, it.checkCode) })
    const checkCode = verdict.info?.['checkCode']
    const deliver = (uIds: object[]) => refusedBy(pharmacy.call('prescription/deliver', { printCode: it.trackingCode, subscriptions: [{ checkCode, uIds }] }))
    expect(await deliver([])).toBe(-11221)
    expect(await deliver([{ uId: uid, count: 10 }])).toBe(-11239)
    expect(await refusedBy(pharmacy.call('subscription/inquery/uid', { checkCode, uId: uid, count: 11 }))).toBe(-16425)
  })

  test('a deleted delivery gives its pack back and is not deleted again', async () => {
    const { delivered, uid } = await delivery(ihio, doctor, pharmacy)
    expect(ihio.packs(ihio.drug().genericCode)).not.toContain(uid)
    expect(await refusedBy(pharmacy.call('prescription/delivered/delete', { checkCode: delivered }))).toBe(1)
    expect(ihio.packs(ihio.drug().genericCode)).toContain(uid)
    expect(await refusedBy(pharmacy.call('prescription/delivered/delete', { checkCode: delivered }))).toBe(-16402)
  })

  test('a confirmation that is said twice is one delivery', async () => {
    const { delivered, samadCode } = await delivery(ihio, doctor, pharmacy)
    expect(await refusedBy(pharmacy.call('prescription/deliver/confirm', { checkCode: delivered }))).toBe(0)
    const fetched = await doctor.call('prescription/fetch/samad', { samadCode })
    expect(fetched.info?.['subscriptionInfos']).toMatchObject([{ deliveredSubscriptionInfos: [{ numberOfDelivered: 10 }] }])
    await pharmacy.call('prescription/delivered/delete', { checkCode: delivered })
  })

  test('a delivery of another pharmacy is not shown', async () => {
    const { delivered } = await delivery(ihio, doctor, pharmacy)
    expect(await refusedBy(doctor.call('prescription/delivered/fetch', { checkCode: delivered }))).toBe(-15212)
    await pharmacy.call('prescription/delivered/delete', { checkCode: delivered })
  })
})

describe('reference data and prints', () => {
  test.each<[OperationName, (drug: ReturnType<Ihio['drug']>) => object]>([
    ['product/fetch', (drug) => ({ ircCode: drug.irc })],
    ['product/search/irc/generic', (drug) => ({ searchClause: drug.genericCode, maxResultCount: 5 })],
    ['product/search/quick/irc', (drug) => ({ searchClause: drug.irc, maxResultCount: 5 })],
    ['product/search/quick/generic', (drug) => ({ searchClause: drug.nameEn.split(' ')[0], maxResultCount: 5 })],
    ['product/search/quick/combination', (drug) => ({ searchClause: drug.nameEn.split(' ')[0], productType: 'I', maxResultCount: 5 })],
    ['product/irc/cofamily/fetch/generic', (drug) => ({ genCode: drug.genericCode })],
    ['service/search/quick', () => ({ searchClause: 'CBC', serviceTypeId: 2, maxResultCount: 5 })],
    ['partner/fetch/partnerid', () => ({})],
    ['partner/fetch', () => ({ nationalNumber: '0041827368' })],
    ['bill/check/send', () => ({})],
  ])('%s answers in the published format', async (operation, body) => {
    const said = await doctor.call(operation, body(ihio.drug()))
    expect(said.resCode).toBe(1)
    expect(operations[operation].info.safeParse(said.info).success).toBe(true)
  })

  test('a printed prescription names the patient and the drug', async () => {
    const it = await saved(doctor, ihio.drug().genericCode, 10)
    const said = await doctor.call('print/order', { samadCode: it.samadCode, type: 'drug' })
    const html = Buffer.from(String(said.info?.['print']), 'base64').toString('utf8')
    expect(html).toContain('زهرا احمدی‌فر')
    expect(html).toContain(it.trackingCode)
  })

  test('what was ordered as drugs is not printed as a test', async () => {
    const it = await saved(doctor, ihio.drug().genericCode, 10)
    expect(await refusedBy(doctor.call('print/order', { samadCode: it.samadCode, type: 'test' }))).toBe(-40320)
  })

  test('somebody else’s bill is not printed', async () => {
    await saved(doctor, ihio.drug().genericCode, 10)
    const bill = await doctor.call('bill/info/fetch', { year: 1405, month: 9 })
    const [line] = (bill.info ?? []) as unknown as { billId: number }[]
    expect(await refusedBy(doctor.call('print/bill', { billId: line?.billId }))).toBe(1)
    expect(await refusedBy(pharmacy.call('print/bill', { billId: line?.billId }))).toBe(-42301)
  })

  test('two prescriptions of one patient on one day are one visit', async () => {
    await saved(doctor, ihio.drug().genericCode, 10)
    const before = await visits()
    await saved(doctor, ihio.drug().genericCode, 10)
    expect(await visits()).toBe(before)
    const child = await asDoctor(ihio, '3718293641')
    await saved(child, ihio.drug().genericCode, 10)
    expect(await visits()).toBe(before + 1)
  })

  async function visits() {
    const bill = await doctor.call('bill/info/fetch', { year: 1405, month: 9 })
    return ((bill.info ?? []) as unknown as { billInfo: { count: number } }[]).reduce((sum, line) => sum + line.billInfo.count, 0)
  }
})

describe('time', () => {
  test('a token ends after its hours', async () => {
    const { own, doctor: late } = await givenOwn()
    own.clock.at = hoursAfter(own, 13)
    expect(await refusedBy(late.call('bill/check/send'))).toBe(-1940)
  })

  test('a SAMAD that nothing was saved under is void after a day', async () => {
    const { own, doctor: late } = await givenOwn()
    const visit = await late.call('samad/electronic/generate', { receiptPartnerId: 700271 })
    const samadCode = visit.info?.['samadCode']
    const check = await late.call('subscription/check/order', { samadCode, subInfoWrapper: ordered(own.drug().genericCode, 1) })
    own.clock.at = hoursAfter(own, 25)
    const again = await asDoctor(own)
    const save = again.call('prescription/save', { samadCode, subscriptions: [{ checkCode: check.info?.['checkCode'] }] })
    expect(await refusedBy(save)).toBe(-7258)
  })

  test('a prescription is closed for updates after 72 hours', async () => {
    const { own, doctor: late } = await givenOwn()
    const it = await saved(late, own.drug().genericCode, 1)
    own.clock.at = hoursAfter(own, 73)
    const again = await asDoctor(own)
    expect(await refusedBy(again.call('prescription/update', { samadCode: it.samadCode, subscriptions: [], deleteSubscriptions: [] }))).toBe(-8211)
  })

  test('a delivery is not deleted after ten days', async () => {
    const { own, doctor: late, pharmacy: counter } = await givenOwn()
    const { delivered } = await delivery(own, late, counter)
    own.clock.at = hoursAfter(own, 241)
    const again = await asPharmacy(own)
    expect(await refusedBy(again.call('prescription/delivered/delete', { checkCode: delivered }))).toBe(-16403)
  })

  const hoursAfter = ({ clock }: Ihio, hours: number) => new Date(clock.at.getTime() + hours * 3_600_000)

  /** An insurer whose clock may be moved. */
  async function givenOwn() {
    const own = await givenIhio()
    onTestFinished(() => own.close())
    return { own, doctor: await asDoctor(own), pharmacy: await asPharmacy(own) }
  }
})

/** A confirmed delivery of one pack of ten. */
async function delivery(at: Ihio, writer: Caller, counter: Caller) {
  const { genericCode } = at.drug()
  const [uid = ''] = at.packs(genericCode)
  const it = await saved(writer, genericCode, 10)
  const verdict = await counter.call('subscription/check/deliver', { trackingCode: it.trackingCode, subInfoWrapper: toDeliver(genericCode, 10, it.checkCode) })
  const checkCode = verdict.info?.['checkCode']
  await counter.call('subscription/inquery/uid', { checkCode, uId: uid, count: 10 })
  const deliver = await counter.call('prescription/deliver', { printCode: it.trackingCode, subscriptions: [{ checkCode, uIds: [{ uId: uid, count: 10 }] }] })
  const delivered = String(deliver.info?.['checkCode'])
  expect(await refusedBy(counter.call('prescription/deliver/confirm', { checkCode: delivered }))).toBe(0)
  return { ...it, delivered, uid }
}
