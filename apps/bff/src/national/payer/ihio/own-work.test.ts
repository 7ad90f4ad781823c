import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Party } from '../port.ts'
import { doctor, givenInsurer, givenOrder, givenUnconfirmed, insured, orderItem, otherInsured, paraclinic, pharmacy, pharmacyWithoutContract, serviceItem, services } from './testing/insurer.ts'
import type { IhioPayer, Insurer } from './testing/insurer.ts'

const start = new Date('2026-11-25T08:00:00Z')
const HOUR = 3_600_000
const DAY = 24 * HOUR

let insurer: Insurer
let payer: IhioPayer
beforeAll(async () => {
  insurer = await givenInsurer()
})
beforeEach(() => {
  insurer.clock.at = start
  payer = insurer.payer()
})
afterAll(() => insurer.close())

type Patient = typeof insured | typeof otherInsured

/** Of one drug, each time another, so that no test takes the packs of the next. */
async function ordered(patient: Patient = insured) {
  const { genericCode } = insurer.aDrug()
  const { orderRefs, ...order } = await givenOrder(payer, { party: doctor, patient }, [orderItem(genericCode, 10)])
  return { ...order, orderRef: orderRefs[0] ?? '', genericCode, patient }
}

describe('the queue', () => {
  const waitingAt = async (party: Party) => {
    const waiting = await payer.queue.waiting({ party })
    return waiting.outcome === 'found' ? waiting.entries : []
  }

  test('without anything is empty, not a refusal', async () => {
    expect(await payer.queue.waiting({ party: paraclinic })).toEqual({ outcome: 'found', entries: [] })
  })

  test('names the patient, and keeps what was sent there when she has left', async () => {
    const [sent, unsent] = [await ordered(), await ordered(otherInsured)]
    const atCounter = { party: pharmacy, patient: insured }
    expect(await payer.queue.send({ ...atCounter, trackingCode: sent.trackingCode })).toEqual({ outcome: 'queued' })
    await payer.coverage({ party: pharmacy, patient: otherInsured })
    const entry = { trackingCode: sent.trackingCode, patientName: 'زهرا احمدی‌فر', patientNumber: insured.identity.value }
    expect(await waitingAt(pharmacy)).toEqual(expect.arrayContaining([entry, expect.objectContaining({ trackingCode: unsent.trackingCode })]))
    insurer.clock.at = new Date(start.getTime() + 3 * HOUR)
    expect(await waitingAt(pharmacy)).toEqual([entry])
  })

  test('lets go of what was handed over', async () => {
    const order = await ordered()
    await payer.queue.send({ party: pharmacy, ...order })
    await delivered(order)
    expect((await waitingAt(pharmacy)).map((it) => it.trackingCode)).not.toContain(order.trackingCode)
  })

  test.each<[string, (code: string) => { party: Party; patient: Patient; trackingCode: string }, string, string]>([
    ['of another patient', (trackingCode) => ({ party: pharmacy, patient: otherInsured, trackingCode }), 'not-found', '-25301'],
    ['that is no tracking code', () => ({ party: pharmacy, patient: insured, trackingCode: 'abc' }), 'invalid', '-25241'],
    ['at a pharmacy without contract', (trackingCode) => ({ party: pharmacyWithoutContract, patient: insured, trackingCode }), 'no-contract', '-25402'],
    ['by a doctor', (trackingCode) => ({ party: doctor, patient: insured, trackingCode }), 'no-contract', '-25402'],
    ['where nothing of it is handed over', (trackingCode) => ({ party: paraclinic, patient: insured, trackingCode }), 'not-found', '-25401'],
  ])('takes nothing %s', async (_, callOf, reason, code) => {
    const { trackingCode } = await ordered()
    expect(await payer.queue.send(callOf(trackingCode))).toMatchObject({ outcome: 'refused', reason, code })
  })

  test('takes a prescription once, though the answer was lost', async () => {
    const { trackingCode } = await ordered()
    const call = { party: pharmacy, patient: insured, trackingCode }
    await insurer.fault({ kind: 'lose', times: 1, path: 'queue/prescription/send' })
    await expect(payer.queue.send(call)).rejects.toMatchObject({ name: 'NationalUnavailable', sent: 'maybe' })
    expect(await payer.queue.send(call)).toMatchObject({ outcome: 'refused', reason: 'duplicate', code: '-25303' })
  })
})

describe('own deliveries', () => {
  const listed = async (options: object = {}, party = pharmacy) => {
    const own = await payer.deliveries({ party, from: start, to: start, ...options })
    if (own.outcome !== 'found') throw new Error(own.advice)
    return own.deliveries
  }

  test('tell whom, when and under which code', async () => {
    const order = await ordered()
    const deliveryRef = await delivered(order)
    expect((await listed()).find((it) => it.deliveryRef === deliveryRef)).toEqual({
      deliveryRef,
      trackingCode: order.trackingCode,
      patientName: 'زهرا احمدی‌فر',
      patientNumber: insured.identity.value,
      fund: 'کارکنان دولت',
      deliveredAt: start.toISOString(),
      isPaper: false,
    })
  })

  test('hold neither what is unconfirmed nor what was deleted', async () => {
    const deleted = await delivered(await ordered())
    await payer.deleteDelivery({ party: pharmacy, patient: insured, deliveryRef: deleted })
    const { deliveryRef } = await unconfirmed(await ordered())
    const refs = (await listed()).map((it) => it.deliveryRef)
    expect(refs).not.toContain(deleted)
    expect(refs).not.toContain(deliveryRef)
  })

  test('are of whole days, both ends included', async () => {
    const deliveryRef = await delivered(await ordered())
    const has = async (from: number, to: number) =>
      (await listed({ from: new Date(start.getTime() + from), to: new Date(start.getTime() + to) })).some((it) => it.deliveryRef === deliveryRef)
    expect(await has(-DAY, 0)).toBe(true)
    expect(await has(0, DAY)).toBe(true)
    expect(await has(-2 * DAY, -DAY)).toBe(false)
    expect(await has(DAY, 2 * DAY)).toBe(false)
  })

  test('may be asked for one patient', async () => {
    const deliveryRef = await delivered(await ordered(otherInsured))
    expect((await listed({ patient: otherInsured })).map((it) => it.deliveryRef)).toEqual([deliveryRef])
    expect((await listed({ patient: insured })).map((it) => it.deliveryRef)).not.toContain(deliveryRef)
  })

  test('of nothing are an empty list, and the other way round a refusal', async () => {
    expect(await listed({}, pharmacyWithoutContract)).toEqual([])
    const backwards = { party: pharmacy, from: start, to: new Date(start.getTime() - DAY) }
    expect(await payer.deliveries(backwards)).toMatchObject({ outcome: 'refused', reason: 'invalid', code: '-23251' })
  })

  test.each([
    [50, 2],
    [120, 3],
  ])('are told whole when there are %i, in %i pages', async (count, pages) => {
    const lab = await givenOrder(payer, { party: doctor, patient: insured }, [serviceItem('lab', services.lab)])
    insurer.db.prepare(`DELETE FROM ihio_delivery WHERE username = 'pars.paraclinic'`).run()
    insurer.db
      .prepare(
        `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
         INSERT INTO ihio_delivery SELECT 'many-' || i, 1000 + i, ?, 'pars.paraclinic', 810233, 'confirmed', '1405-09-04', ?, ? FROM n`,
      )
      .run(count, lab.visitRef, start.toISOString(), start.toISOString())
    const before = (await insurer.received('delivered/search')).length
    expect(new Set((await listed({}, paraclinic)).map((it) => it.deliveryRef)).size).toBe(count)
    expect((await insurer.received('delivered/search')).length - before).toBe(pages)
  })

  test('are asked for again where one page got no answer, and unknown where none comes', async () => {
    await insurer.fault({ kind: 'error', times: 2, path: 'delivered/search' })
    expect(await listed()).not.toEqual([])
    await insurer.fault({ kind: 'error', path: 'delivered/search' })
    await expect(listed()).rejects.toMatchObject({ name: 'NationalUnavailable' })
    await insurer.fault(null)
  })
})

describe('whether the bill is shown', () => {
  test('is told, with the insurer’s words', async () => {
    expect(await payer.billStatus({ party: pharmacy })).toMatchObject({ outcome: 'found', isViewable: true })
    expect(await payer.billStatus({ party: pharmacyWithoutContract })).toEqual({ outcome: 'found', isViewable: false, remark: 'اعتبارات تخصصی فعال نیست.' })
  })

  test('is no answer when the insurer is silent', async () => {
    await insurer.fault({ kind: 'error', path: 'bill/check' })
    await expect(payer.billStatus({ party: pharmacy })).rejects.toMatchObject({ name: 'NationalUnavailable' })
    await insurer.fault(null)
  })
})

type Ordered = Awaited<ReturnType<typeof ordered>>

const unconfirmed = ({ patient, ...it }: Ordered) =>
  givenUnconfirmed(payer, { party: pharmacy, patient }, { ...it, count: 10, uids: insurer.packs(it.genericCode).slice(0, 1) })

async function delivered(it: Ordered): Promise<string> {
  const { deliveryRef } = await unconfirmed(it)
  const confirmed = await payer.confirmDelivery({ party: pharmacy, patient: it.patient, deliveryRef })
  if (confirmed.outcome !== 'confirmed') throw new Error(confirmed.advice)
  return deliveryRef
}
