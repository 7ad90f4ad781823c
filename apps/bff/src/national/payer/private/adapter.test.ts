import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { eligibilityThrough } from '../../eligibility/adapter.ts'
import { locateThrough } from '../../locate/adapter.ts'
import { givenSandbox } from '../../testing/sandbox.ts'
import { ttacThrough } from '../../ttac/adapter.ts'
import type { OrderItem, Payer } from '../port.ts'
import { privatePayer } from './adapter.ts'

let sandbox: Awaited<ReturnType<typeof givenSandbox>>
let payer: Payer
beforeAll(async () => void (sandbox = await givenSandbox()))
afterAll(() => sandbox.close())
beforeEach(async () => {
  await sandbox.calm()
  const gateway = sandbox.gateway()
  payer = privatePayer(gateway, ttacThrough(gateway))
})

const browser = { password: '', clientIp: '10.0.0.7', agent: 'test' }
const doctor = { ...browser, username: '145263', siteId: 'SIAM-1100271' }
const pharmacy = { ...browser, username: '23871', siteId: 'SIAM-2200143' }
const patient = { identity: { kind: 'national-code', value: '0059283742' } } as const
const asDoctor = { party: doctor, patient }
const asPharmacy = { party: pharmacy, patient }

async function genericOfPack(uid: string) {
  const answer = await ttacThrough(sandbox.gateway()).verifyPack(uid)
  if (answer.state === 'unknown') throw new Error('unknown pack')
  return answer.pack.genericCode
}

async function itemOf(state: string, count = 20): Promise<{ item: OrderItem; uid: string }> {
  const { uid } = await sandbox.samplePack(state)
  const item: OrderItem = {
    code: { system: 'generic', value: await genericOfPack(uid) }, count, consumption: 'هر ۸ ساعت ۱ عدد', instruction: 'بعد از غذا', note: '',
    periods: 1, compound: null, activeFrom: null,
  }
  return { item, uid }
}

async function checked(item: OrderItem, visitRef: string): Promise<string> {
  const verdict = await payer.checkOrder({ ...asDoctor, visitRef, item, alongside: [] })
  if (verdict.outcome === 'refused' || verdict.checkRef === null) throw new Error('not taken')
  return verdict.checkRef
}

async function registered(count = 20) {
  const { item, uid } = await itemOf('genuine', count)
  const visit = await payer.openVisit(asDoctor)
  if (visit.outcome === 'refused') throw new Error(visit.reason)
  const checkRef = await checked(item, visit.visitRef)
  const answer = await payer.register({ ...asDoctor, visitRef: visit.visitRef, checkRefs: [checkRef] })
  if (answer.outcome === 'refused') throw new Error(answer.advice)
  return { ...answer, visitRef: visit.visitRef, checkRef, item, uid }
}

async function prepared(it: Awaited<ReturnType<typeof registered>>, count: number, uids: string[] = []) {
  const verdict = await payer.checkDelivery({
    ...asPharmacy, trackingCode: it.trackingCode, alongside: [], item: { ...it.item, orderRef: it.checkRef, count, unitPrice: 12_000 },
  })
  if (verdict.outcome === 'refused' || verdict.checkRef === null) throw new Error('not taken')
  const lines = [{ checkRef: verdict.checkRef, packs: uids.map((uid) => ({ uid, count: 10 })) }]
  const delivery = await payer.deliver({ ...asPharmacy, trackingCode: it.trackingCode, lines })
  if (delivery.outcome === 'refused') throw new Error(delivery.advice)
  return delivery.deliveryRef
}

describe('registering', () => {
  test('the pharmacy reads what the doctor wrote, under the same reference', async () => {
    const { trackingCode, visitRef, checkRef, item } = await registered()
    const { count: ordered, ...written } = item
    const found = await payer.order({ ...asPharmacy, trackingCode })
    expect(found).toMatchObject({
      outcome: 'found',
      order: {
        trackingCode, visitRef,
        prescriber: { name: 'نرگس کاویانی', councilNumber: '145263' },
        items: [{ ...written, checkRef, ordered, delivered: 0, remaining: 20, status: 'ordered' }],
      },
    })
  })

  test('a lost answer is asked for by the visit, and nothing stands twice', async () => {
    const { item } = await itemOf('genuine')
    const visit = await payer.openVisit(asDoctor)
    const visitRef = visit.outcome === 'opened' ? visit.visitRef : ''
    expect(await payer.findRegistration({ ...asDoctor, visitRef, writtenOn: new Date() })).toEqual({ outcome: 'not-registered' })
    const checkRefs = [await checked(item, visitRef)]
    await sandbox.control('PUT', 'faults/sepas', { kind: 'lose', times: 1, path: 'SaveMedication' })
    await expect(payer.register({ ...asDoctor, visitRef, checkRefs })).rejects.toMatchObject({ name: 'NationalUnavailable', sent: 'maybe' })
    const found = await payer.findRegistration({ ...asDoctor, visitRef, writtenOn: new Date() })
    expect(found).toMatchObject({ outcome: 'registered' })
    expect(await payer.register({ ...asDoctor, visitRef, checkRefs })).toEqual(found)
  })

  test('a code that no national list has is refused', async () => {
    const { item } = await itemOf('genuine')
    const visitRef = crypto.randomUUID()
    const checkRefs = [await checked({ ...item, code: { system: 'generic', value: '00000' } }, visitRef)]
    expect(await payer.register({ ...asDoctor, visitRef, checkRefs })).toMatchObject({ outcome: 'refused', reason: 'invalid' })
  })

  test('an amendment exchanges lines under the same tracking code', async () => {
    const first = await registered()
    const add = [await checked({ ...first.item, count: 10 }, first.visitRef)]
    const amended = await payer.amend({ ...asDoctor, visitRef: first.visitRef, add, remove: [first.checkRef] })
    expect(amended).toEqual({ outcome: 'registered', trackingCode: first.trackingCode })
    expect(await payer.progress({ ...asDoctor, visitRef: first.visitRef })).toMatchObject({ items: [{ ordered: 10, checkRef: add[0] }] })
  })

  test('another doctor cannot amend it', async () => {
    const { visitRef, checkRef } = await registered()
    const party = { ...doctor, username: '152908' }
    expect(await payer.amend({ party, patient, visitRef, add: [], remove: [checkRef] })).toMatchObject({ outcome: 'refused', reason: 'not-found' })
  })
})

describe('dispensing', () => {
  test('counts once confirmed, leaves the rest, and the pack is sold', async () => {
    const it = await registered(20)
    const deliveryRef = await prepared(it, 10, [it.uid])
    expect(await payer.findDelivery({ ...asPharmacy, deliveryRef })).toEqual({ outcome: 'not-found' })
    expect(await payer.confirmDelivery({ ...asPharmacy, deliveryRef })).toEqual({ outcome: 'confirmed' })
    expect(await payer.order({ ...asPharmacy, trackingCode: it.trackingCode })).toMatchObject({
      order: { items: [{ delivered: 10, remaining: 10, status: 'partly-delivered', deliveries: [{ count: 10, by: 'داروخانهٔ شبانه‌روزی نیکان' }] }] },
    })
    expect(await payer.inquirePack({ ...asPharmacy, checkRef: '', uid: it.uid, count: 10 })).toMatchObject({ outcome: 'refused', reason: 'pack-used' })
    expect(await payer.findDelivery({ ...asPharmacy, deliveryRef })).toMatchObject({
      outcome: 'delivered', visitRef: it.visitRef, total: 120_000, patientShare: 120_000, lines: [{ count: 10, total: 120_000 }],
    })
  })

  test('confirming twice is one delivery', async () => {
    const it = await registered(20)
    const deliveryRef = await prepared(it, 20)
    await payer.confirmDelivery({ ...asPharmacy, deliveryRef })
    expect(await payer.confirmDelivery({ ...asPharmacy, deliveryRef })).toEqual({ outcome: 'confirmed' })
    expect(await payer.progress({ ...asDoctor, visitRef: it.visitRef })).toMatchObject({ items: [{ delivered: 20, status: 'delivered' }] })
  })

  test('of two pharmacies that give the whole, one is refused', async () => {
    const it = await registered(20)
    const [first, second] = [await prepared(it, 20), await prepared(it, 20)]
    const answers = await Promise.all([first, second].map((deliveryRef) => payer.confirmDelivery({ ...asPharmacy, deliveryRef })))
    expect(answers.map((answer) => answer.outcome).sort()).toEqual(['confirmed', 'refused'])
  })

  test('taken back, everything is as before', async () => {
    const it = await registered(20)
    const deliveryRef = await prepared(it, 10, [it.uid])
    await payer.confirmDelivery({ ...asPharmacy, deliveryRef })
    expect(await payer.deleteDelivery({ ...asPharmacy, deliveryRef })).toEqual({ outcome: 'deleted' })
    expect(await payer.findDelivery({ ...asPharmacy, deliveryRef })).toEqual({ outcome: 'deleted' })
    expect(await payer.deleteDelivery({ ...asPharmacy, deliveryRef })).toMatchObject({ outcome: 'refused', reason: 'already-deleted' })
    expect(await payer.inquirePack({ ...asPharmacy, checkRef: '', uid: it.uid, count: 10 })).toEqual({ outcome: 'accepted' })
    expect(await payer.progress({ ...asDoctor, visitRef: it.visitRef })).toMatchObject({ items: [{ remaining: 20 }] })
  })

  test('taken back whole, nothing of it is open any more', async () => {
    const it = await registered(20)
    expect(await payer.withdraw?.({ ...asDoctor, visitRef: it.visitRef })).toEqual({ outcome: 'withdrawn' })
    expect(await payer.progress({ ...asDoctor, visitRef: it.visitRef })).toEqual({ outcome: 'found', items: [] })
  })

  test('what is partly given is not taken back', async () => {
    const it = await registered(20)
    await payer.confirmDelivery({ ...asPharmacy, deliveryRef: await prepared(it, 5) })
    expect(await payer.withdraw?.({ ...asDoctor, visitRef: it.visitRef })).toMatchObject({ outcome: 'refused', reason: 'already-delivered' })
  })

  test('what is partly given is no longer amended', async () => {
    const it = await registered(20)
    await payer.confirmDelivery({ ...asPharmacy, deliveryRef: await prepared(it, 5) })
    const refused = await payer.amend({ ...asDoctor, visitRef: it.visitRef, add: [], remove: [it.checkRef] })
    expect(refused).toMatchObject({ outcome: 'refused', reason: 'already-delivered' })
  })

  test.each([
    ['sold', 'pack-used'],
    ['recalled', 'pack-used'],
    ['expired', 'pack-used'],
  ])('a %s pack is refused', async (state, reason) => {
    const { uid } = await sandbox.samplePack(state)
    expect(await payer.inquirePack({ ...asPharmacy, checkRef: '', uid, count: 1 })).toMatchObject({ outcome: 'refused', reason })
  })
})

describe('finding', () => {
  test('a prescription stays in the list of open ones until all is given', async () => {
    const it = await registered(20)
    const isListed = async () => {
      const answer = await payer.openOrders(asPharmacy)
      return answer.outcome === 'found' && answer.orders.some((order) => order.trackingCode === it.trackingCode)
    }
    expect(await isListed()).toBe(true)
    await payer.confirmDelivery({ ...asPharmacy, deliveryRef: await prepared(it, 20) })
    expect(await isListed()).toBe(false)
  })

  test('another patient’s tracking code is not opened', async () => {
    const { trackingCode } = await registered()
    const other = { identity: { kind: 'national-code', value: '1384950613' } } as const
    expect(await payer.order({ party: pharmacy, patient: other, trackingCode })).toMatchObject({ outcome: 'refused', reason: 'mismatch' })
  })

  test('the exchange knows who keeps it and whose it is', async () => {
    const { trackingCode, visitRef } = await registered()
    expect(await locateThrough(sandbox.gateway()).byTrackingCode(trackingCode)).toMatchObject([
      { insurer: 'private', identity: patient.identity, trackingCode, visitRef },
    ])
    expect(await locateThrough(sandbox.gateway()).byTrackingCode('0000')).toEqual([])
  })

  test('a HID leads to what was written in its visit, at its centre', async () => {
    const insured = { identity: { kind: 'national-code', value: '1384950613' } } as const
    const eligibility = eligibilityThrough(sandbox.gateway(), () => new Date())
    const visitAt = (siamId: string) => eligibility.check({ ...insured, siamId, councilNumber: '145263', clientIp: '10.0.0.7' })
    const [here, elsewhere] = [await visitAt('SIAM-1100271'), await visitAt('SIAM-1100386')]
    const { item } = await itemOf('genuine')
    const visitRef = crypto.randomUUID()
    await payer.register({ party: doctor, patient: insured, visitRef, checkRefs: [await checked(item, visitRef)] })
    const locate = locateThrough(sandbox.gateway())
    expect(await locate.byHid(here.hid?.value ?? '')).toMatchObject([{ visitRef }])
    expect(await locate.byHid(elsewhere.hid?.value ?? '')).toEqual([])
  })
})

describe('packs of a private delivery', () => {
  const ttac = () => ttacThrough(sandbox.gateway())
  const elsewhere = { ...pharmacy, siteId: 'SIAM-2200144' }
  beforeEach(() => sandbox.control('POST', 'reset'))

  test('one that another centre has in hand is refused', async () => {
    const { uid } = await sandbox.samplePack('genuine')
    await payer.inquirePack({ ...asPharmacy, party: elsewhere, checkRef: '', uid, count: 10 })
    expect(await payer.inquirePack({ ...asPharmacy, checkRef: '', uid, count: 10 })).toMatchObject({ outcome: 'refused', reason: 'pack-used', code: 'held-elsewhere' })
  })

  test('one that is released is free for others', async () => {
    const { uid } = await sandbox.samplePack('genuine')
    const pack = { checkRef: '', uid, count: 10 }
    await payer.inquirePack({ ...asPharmacy, ...pack })
    await payer.releasePack({ ...asPharmacy, ...pack })
    expect(await payer.inquirePack({ ...asPharmacy, party: elsewhere, ...pack })).toEqual({ outcome: 'accepted' })
  })

  test('are in the market again when SEPAS refuses the delivery', async () => {
    const it = await registered(20)
    const first = await prepared(it, 20)
    const second = await prepared(it, 20, [it.uid])
    await payer.confirmDelivery({ ...asPharmacy, deliveryRef: first })
    expect(await payer.confirmDelivery({ ...asPharmacy, deliveryRef: second })).toMatchObject({ outcome: 'refused', reason: 'already-delivered' })
    expect(await ttac().verifyPack(it.uid)).toMatchObject({ state: 'genuine' })
  })

  test('are in the market again when the delivery is taken back', async () => {
    const it = await registered(20)
    const deliveryRef = await prepared(it, 10, [it.uid])
    await payer.confirmDelivery({ ...asPharmacy, deliveryRef })
    await payer.deleteDelivery({ ...asPharmacy, deliveryRef })
    expect(await ttac().verifyPack(it.uid)).toMatchObject({ state: 'genuine' })
  })

  test('a confirmation that broke off after the sale is completed by asking again', async () => {
    const it = await registered(20)
    const deliveryRef = await prepared(it, 10, [it.uid])
    await sandbox.control('PUT', 'faults/sepas', { kind: 'error', times: 1, path: 'Dispensed' })
    await expect(payer.confirmDelivery({ ...asPharmacy, deliveryRef })).rejects.toThrow()
    expect(await payer.confirmDelivery({ ...asPharmacy, deliveryRef })).toEqual({ outcome: 'confirmed' })
  })
})
