import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asDoctor, asOtherDoctor, asParaclinic, asPharmacy, givenIhio, saved, toDeliver } from './testing/caller.ts'
import type { Caller, Ihio } from './testing/caller.ts'

let ihio: Ihio
let doctor: Caller
let pharmacy: Caller
let paraclinic: Caller
beforeAll(async () => {
  ihio = await givenIhio()
  doctor = await asDoctor(ihio)
  pharmacy = await asPharmacy(ihio)
  paraclinic = await asParaclinic(ihio)
})
afterAll(() => ihio.close())

const refusedBy = async (call: Promise<{ resCode: number }>) => (await call).resCode
const glucose = '800400'
const chestXRay = '790001'
const ecg = '900710'
const aPhysiotherapy = () => String(ihio.db.prepare(`SELECT code FROM catalogue_code WHERE list = 'physiotherapy' LIMIT 1`).get()?.['code'])

describe('lists', () => {
  test.each([
    [2, 'قند خون', glucose],
    [2, 'chest x-ray pa', chestXRay],
    [5, 'نوار قلب', ecg],
    [6, 'قلب', '969002'],
    [4, 'شانه', '790103'],
    [5, 'کشیدن دندان', '690003'],
    [5, 'سرم', '692002'],
    [5, 'ویلچر', '694026'],
  ])('type %i has «%s»', async (serviceTypeId, searchClause, code) => {
    const said = await doctor.call('service/search/quick', { serviceTypeId, searchClause, maxResultCount: 50 })
    expect(said.info).toContainEqual(expect.objectContaining({ nationalNumber: code, state: { isCovered: true } }))
  })

  test.each([3, 4, 5, 6])('no laboratory test is of type %i', async (serviceTypeId) => {
    expect(await refusedBy(doctor.call('service/search/quick', { serviceTypeId, searchClause: glucose, maxResultCount: 5 }))).toBe(-20401)
  })

  test('the family of a service names itself as the default and holds its likes', async () => {
    const said = await doctor.call('service/cofamily/fetch/servicenn', { serviceNN: Number(glucose) })
    const family = said.info as unknown as { nationalNumber: string; isDefault: boolean }[]
    expect(family.filter((it) => it.isDefault).map((it) => it.nationalNumber)).toEqual([glucose])
    expect(family.map((it) => it.nationalNumber)).not.toContain(chestXRay)
    expect(family.length).toBeGreaterThan(1)
    expect(await refusedBy(doctor.call('service/cofamily/fetch/servicenn', { serviceNN: 111_111 }))).toBe(-28114)
  })
})

describe('from the order to the bill', () => {
  test.each([
    ['a laboratory test', () => glucose, 2, 'test'],
    ['an X-ray', () => chestXRay, 2, 'imaging'],
    ['a physiotherapy', aPhysiotherapy, 4, 'physiotherapy'],
  ])('%s is done by the paraclinic, not by the pharmacy, and printed on its own page', async (_, codeOf, typeId, page) => {
    const code = codeOf()
    const it = await saved(doctor, code, 1)
    expect((await doctor.call('prescription/fetch/samad', { samadCode: it.samadCode })).info).toMatchObject({ subscriptionInfos: [{ typeId }] })
    const asked = { trackingCode: it.trackingCode, subInfoWrapper: toDeliver(code, 1, it.checkCode) }
    expect((await pharmacy.call('subscription/check/deliver', asked)).info).toMatchObject({ isAllowed: false, hasContract: false })
    const verdict = await paraclinic.call('subscription/check/deliver', asked)
    expect(verdict.info).toMatchObject({ isAllowed: true, shouldSendToEsalat: false })
    const subscriptions = [{ checkCode: verdict.info?.['checkCode'], uIds: [] }]
    const delivered = await paraclinic.call('prescription/deliver', { printCode: it.trackingCode, subscriptions })
    expect(await refusedBy(paraclinic.call('prescription/deliver/confirm', { checkCode: delivered.info?.['checkCode'] }))).toBe(0)
    expect(await refusedBy(doctor.call('print/order', { samadCode: it.samadCode, type: page }))).toBe(1)
    expect(await refusedBy(doctor.call('print/order', { samadCode: it.samadCode, type: 'drug' }))).toBe(-40320)
  })

  test('what the paraclinic did is billed as services, at the insurer’s share', async () => {
    const { base_price } = ihio.db.prepare(`SELECT json_extract(detail, '$.basePrice') AS base_price FROM catalogue_code WHERE code = ?`).get(glucose) ?? {}
    const before = await serviceShare()
    const it = await saved(doctor, glucose, 1)
    const verdict = await paraclinic.call('subscription/check/deliver', { trackingCode: it.trackingCode, subInfoWrapper: toDeliver(glucose, 1, it.checkCode) })
    const delivered = await paraclinic.call('prescription/deliver', {
      printCode: it.trackingCode,
      subscriptions: [{ checkCode: verdict.info?.['checkCode'], uIds: [] }],
    })
    await paraclinic.call('prescription/deliver/confirm', { checkCode: delivered.info?.['checkCode'] })
    expect((await serviceShare()) - before).toBe(Math.floor((Number(base_price) * 70) / 100))
  })

  test('a doctor does her own services, and no laboratory test', async () => {
    const service = await saved(doctor, ecg, 1)
    const mine = { trackingCode: service.trackingCode, subInfoWrapper: toDeliver(ecg, 1, service.checkCode) }
    expect((await doctor.call('subscription/check/deliver', mine)).info).toMatchObject({ isAllowed: true })
    const lab = await saved(doctor, glucose, 1)
    const theirs = { trackingCode: lab.trackingCode, subInfoWrapper: toDeliver(glucose, 1, lab.checkCode) }
    expect((await doctor.call('subscription/check/deliver', theirs)).info).toMatchObject({ isAllowed: false, hasContract: false })
  })

  async function serviceShare() {
    const bill = ((await paraclinic.call('bill/info/fetch', { year: 1405, month: 9 })).info ?? []) as unknown as {
      billType: string
      billInfo: { orgPart: number }
    }[]
    return bill.filter((line) => line.billType === 'SERVICE').reduce((sum, line) => sum + line.billInfo.orgPart, 0)
  }
})

describe('the queue', () => {
  test('holds for each what it could hand over', async () => {
    const lab = await saved(doctor, glucose, 1)
    expect(await codesAt(paraclinic)).toContain(lab.trackingCode)
    expect(await codesAt(pharmacy)).not.toContain(lab.trackingCode)
    expect(await refusedBy(pharmacy.call('deliver/queue/prescription/send', { trackingCode: lab.trackingCode }))).toBe(-25401)
    expect(await refusedBy(paraclinic.call('deliver/queue/prescription/send', { trackingCode: lab.trackingCode }))).toBe(1)
    expect(await refusedBy(paraclinic.call('deliver/queue/prescription/send', { trackingCode: lab.trackingCode }))).toBe(-25303)
  })

  async function codesAt(counter: Caller) {
    const said = await counter.call('deliver/queue/fetch')
    return (Array.isArray(said.info) ? (said.info as { trackingCode: string }[]) : []).map((it) => it.trackingCode)
  }
})

describe('accounts', () => {
  test('a family physician is a general practitioner', async () => {
    const general = await asOtherDoctor(ihio)
    expect(await refusedBy(doctor.call('partner/familyphysician/save'))).toBe(-23234)
    expect(await refusedBy(general.call('partner/familyphysician/save'))).toBe(1)
    expect(ihio.db.prepare('SELECT username FROM ihio_family_physician').all()).toMatchObject([{ username: 's.farahmand' }])
    expect(await refusedBy(doctor.call('partner/familyphysician/delete'))).toBe(1)
    expect(ihio.db.prepare('SELECT username FROM ihio_family_physician').all()).toEqual([])
  })

  test('a bill is shown only to who has a contract', async () => {
    const without = await ihio.signedIn('sina.pharmacy', 'Ihio-demo-no-contract', '1384950613')
    expect((await doctor.call('bill/check/send')).info).toMatchObject({ isBillView: true })
    expect((await without.call('bill/check/send')).info).toMatchObject({ isBillView: false })
  })

  test('a prescription that was handed over whole is closed for changes', async () => {
    const it = await saved(doctor, ecg, 1)
    const update = { samadCode: it.samadCode, subscriptions: [], deleteSubscriptions: [] }
    expect(await refusedBy(doctor.call('prescription/update', update))).toBe(1)
    const verdict = await doctor.call('subscription/check/deliver', { trackingCode: it.trackingCode, subInfoWrapper: toDeliver(ecg, 1, it.checkCode) })
    const delivered = await doctor.call('prescription/deliver', { printCode: it.trackingCode, subscriptions: [{ checkCode: verdict.info?.['checkCode'], uIds: [] }] })
    await doctor.call('prescription/deliver/confirm', { checkCode: delivered.info?.['checkCode'] })
    expect(await refusedBy(doctor.call('prescription/update', update))).toBe(-8211)
  })
})
