import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { doctor, givenCheck, givenInsurer, givenOrder, givenUnconfirmed, insured, orderItem, otherDoctor, pharmacy, serviceItem, services } from './testing/insurer.ts'
import type { IhioPayer, Insurer } from './testing/insurer.ts'

const start = new Date('2026-11-25T08:00:00Z')
const MINUTE = 60_000
const HOUR = 60 * MINUTE

let insurer: Insurer
let payer: IhioPayer
let drug: ReturnType<Insurer['aDrug']>
beforeAll(async () => {
  insurer = await givenInsurer()
  drug = insurer.aDrug()
})
beforeEach(() => {
  insurer.clock.at = start
  payer = insurer.payer()
})
afterAll(() => insurer.close())

const who = { party: doctor, patient: insured }
const atCounter = { party: pharmacy, patient: insured }
const pass = (ms: number) => void (insurer.clock.at = new Date(insurer.clock.at.getTime() + ms))
const lab = () => serviceItem('lab', services.lab)
const image = () => serviceItem('imaging', services.imaging)

/** A prescription of a drug and a laboratory test. */
async function given() {
  const order = await givenOrder(payer, who, [orderItem(drug.genericCode, 10), lab()])
  const [drugRef = '', labRef = ''] = order.orderRefs
  return { ...order, drugRef, labRef }
}
const unconfirmed = ({ trackingCode, drugRef }: Awaited<ReturnType<typeof given>>, count = 10) =>
  givenUnconfirmed(payer, atCounter, { trackingCode, orderRef: drugRef, genericCode: drug.genericCode, count, uids: insurer.packs(drug.genericCode).slice(0, 1) })

async function refsOf(visitRef: string) {
  const progress = await payer.progress({ ...who, visitRef })
  if (progress.outcome !== 'found') throw new Error(progress.advice)
  return progress.items.map((it) => it.checkRef)
}

describe('a registered prescription', () => {
  test('takes a line of another kind, and the counter reads it under the same code', async () => {
    const { visitRef, trackingCode, orderRefs } = await given()
    const added = await givenCheck(payer, who, visitRef, image(), orderRefs)
    expect(await payer.amend({ ...who, visitRef, add: [added], remove: [] })).toEqual({ outcome: 'registered', trackingCode })
    const order = await payer.order({ ...atCounter, trackingCode })
    expect(order.outcome === 'found' && order.order.items.map((it) => it.checkRef)).toEqual([...orderRefs, added])
  })

  test('keeps its last line', async () => {
    const { visitRef, orderRefs } = await given()
    expect(await payer.amend({ ...who, visitRef, add: [], remove: orderRefs })).toMatchObject({ outcome: 'refused', reason: 'invalid', code: '-8273' })
    expect(await refsOf(visitRef)).toEqual(orderRefs)
  })

  test('may have all its lines replaced', async () => {
    const { visitRef, orderRefs } = await given()
    const added = await givenCheck(payer, who, visitRef, image())
    expect(await payer.amend({ ...who, visitRef, add: [added], remove: orderRefs })).toMatchObject({ outcome: 'registered' })
    expect(await refsOf(visitRef)).toEqual([added])
  })

  test('stays whole where one of the changes is refused', async () => {
    const { visitRef, orderRefs, drugRef } = await given()
    expect(await payer.amend({ ...who, visitRef, add: ['1'.repeat(31)], remove: [drugRef] })).toMatchObject({ outcome: 'refused', reason: 'invalid', code: '-8212' })
    expect(await refsOf(visitRef)).toEqual(orderRefs)
  })

  test('takes a check once', async () => {
    const { visitRef, labRef } = await given()
    expect(await payer.amend({ ...who, visitRef, add: [labRef], remove: [] })).toMatchObject({ outcome: 'refused', code: '-8212' })
  })

  test('gives no line away that is not in it', async () => {
    const [it, other] = [await given(), await given()]
    expect(await payer.amend({ ...who, visitRef: it.visitRef, add: [], remove: [other.labRef] })).toMatchObject({ outcome: 'refused', reason: 'not-permitted', code: '-8221' })
  })

  test('is changed by nobody but its writer', async () => {
    const { visitRef, labRef } = await given()
    expect(await payer.amend({ ...who, party: otherDoctor, visitRef, add: [], remove: [labRef] })).toMatchObject({ outcome: 'refused', reason: 'not-permitted', code: '-8211' })
  })

  test('where nothing was registered there is nothing to change', async () => {
    const visit = await payer.openVisit(who)
    const visitRef = visit.outcome === 'opened' ? visit.visitRef : ''
    expect(await payer.amend({ ...who, visitRef, add: [await givenCheck(payer, who, visitRef, lab())], remove: [] })).toMatchObject({ outcome: 'refused', code: '-8211' })
  })
})

describe('for 72 hours', () => {
  test('a line may be taken out at the last moment, and not a moment later', async () => {
    const [it, late] = [await given(), await given()]
    pass(72 * HOUR)
    expect(await payer.amend({ ...who, visitRef: it.visitRef, add: [], remove: [it.labRef] })).toMatchObject({ outcome: 'registered' })
    pass(1)
    expect(await payer.amend({ ...who, visitRef: late.visitRef, add: [], remove: [late.labRef] })).toMatchObject({ outcome: 'refused', reason: 'not-permitted', code: '-8211' })
    expect(await refsOf(late.visitRef)).toEqual(late.orderRefs)
  })

  test('a line may be checked and put in, though the visit itself is over after a day', async () => {
    const { visitRef } = await given()
    pass(71 * HOUR)
    const added = await givenCheck(payer, who, visitRef, image())
    expect(await payer.amend({ ...who, visitRef, add: [added], remove: [] })).toMatchObject({ outcome: 'registered' })
    pass(2 * HOUR)
    expect(await payer.checkOrder({ ...who, visitRef, item: image(), alongside: [] })).toMatchObject({ outcome: 'refused', reason: 'not-found', code: '-23111' })
  })
})

describe('after a delivery', () => {
  test('what was handed over stays, the rest may change', async () => {
    const it = await given()
    const { deliveryRef } = await unconfirmed(it)
    await payer.confirmDelivery({ ...atCounter, deliveryRef })
    expect(await payer.amend({ ...who, visitRef: it.visitRef, add: [], remove: [it.drugRef] })).toMatchObject({ outcome: 'refused', reason: 'not-permitted', code: '-8221' })
    const added = await givenCheck(payer, who, it.visitRef, image())
    expect(await payer.amend({ ...who, visitRef: it.visitRef, add: [added], remove: [it.labRef] })).toMatchObject({ outcome: 'registered' })
    expect(await refsOf(it.visitRef)).toEqual([it.drugRef, added])
  })

  test('a line of which a part was handed over stays too', async () => {
    const order = await givenOrder(payer, who, [orderItem(drug.genericCode, 20), lab()])
    const [drugRef = '', labRef = ''] = order.orderRefs
    const { deliveryRef } = await unconfirmed({ ...order, drugRef, labRef })
    await payer.confirmDelivery({ ...atCounter, deliveryRef })
    expect(await payer.amend({ ...who, visitRef: order.visitRef, add: [], remove: [drugRef] })).toMatchObject({ outcome: 'refused', code: '-8221' })
  })

  test('an unconfirmed one holds its line until it lapses', async () => {
    const it = await given()
    await unconfirmed(it)
    const remove = () => payer.amend({ ...who, visitRef: it.visitRef, add: [], remove: [it.drugRef] })
    expect(await remove()).toMatchObject({ outcome: 'refused', code: '-8221' })
    pass(11 * MINUTE)
    expect(await remove()).toMatchObject({ outcome: 'registered' })
  })

  test('of everything it is closed, and open again when the delivery is deleted', async () => {
    const order = await givenOrder(payer, who, [orderItem(drug.genericCode, 10)])
    const [drugRef = ''] = order.orderRefs
    const { deliveryRef } = await unconfirmed({ ...order, drugRef, labRef: '' })
    await payer.confirmDelivery({ ...atCounter, deliveryRef })
    const added = await givenCheck(payer, who, order.visitRef, lab())
    const add = () => payer.amend({ ...who, visitRef: order.visitRef, add: [added], remove: [] })
    expect(await add()).toMatchObject({ outcome: 'refused', reason: 'not-permitted', code: '-8211' })
    await payer.deleteDelivery({ ...atCounter, deliveryRef })
    expect(await add()).toMatchObject({ outcome: 'registered' })
  })

  test('a line taken out is handed over by nobody who checked it before', async () => {
    const it = await given()
    const { trackingCode, visitRef, drugRef } = it
    const item = { ...orderItem(drug.genericCode, 10), orderRef: drugRef, unitPrice: null }
    const verdict = await payer.checkDelivery({ ...atCounter, trackingCode, item, alongside: [] })
    const checkRef = verdict.outcome === 'covered' ? (verdict.checkRef ?? '') : ''
    const [uid = ''] = insurer.packs(drug.genericCode)
    await payer.inquirePack({ ...atCounter, checkRef, uid, count: 10 })
    await payer.amend({ ...who, visitRef, add: [], remove: [drugRef] })
    expect(await payer.deliver({ ...atCounter, trackingCode, lines: [{ checkRef, packs: [{ uid, count: 10 }] }] })).toMatchObject({ outcome: 'refused', code: '-11211' })
    expect(insurer.packState(uid)).toBe('in-market')
  })
})

test('a change whose answer was lost is told once, and what became of it is read', async () => {
  const { visitRef, drugRef, labRef } = await given()
  await insurer.fault({ kind: 'lose', times: 1, path: 'prescription/update' })
  await expect(payer.amend({ ...who, visitRef, add: [], remove: [labRef] })).rejects.toMatchObject({ name: 'NationalUnavailable', sent: 'maybe' })
  expect((await insurer.received('prescription/update')).filter((it) => it.request?.includes(visitRef))).toHaveLength(1)
  expect(await refsOf(visitRef)).toEqual([drugRef])
})
