import { NationalCode } from '@noskhe/shared/identifiers'
import type { OrderRef } from '@noskhe/shared/dispensing/order'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Context } from '../../context.ts'
import { connectNational } from '../../national/connect.ts'
import { type Insurer, doctor, givenInsurer, givenPrescription, insured, orderItem, pharmacy } from '../../national/payer/ihio/testing/insurer.ts'
import * as forces from '../../national/payer/armed-forces/testing/insurer.ts'
import * as tamin from '../../national/payer/tamin/testing/insurer.ts'
import { accountAt } from '../../national/testing/sandbox.ts'
import { emptyOutbox } from '../../outbox/worker.ts'
import { findMonthlyBill } from '../billing/index.ts'
import { askClaim, listClaims } from '../claims/index.ts'
import { keepAccount } from '../payers/index.ts'
import { tellersOf } from '../record/index.ts'
import { confirmDelivery } from './confirm-delivery.ts'
import { findDelivery } from './find-delivery.ts'
import { findOrder } from './find-order.ts'
import { prepareDelivery } from './prepare-delivery.ts'
import { reconcileDeliveries } from './reconcile-deliveries.ts'
import { scanPack } from './scan-pack.ts'
import { searchOrders } from './search-orders.ts'
import { Counter } from './testing/counter.ts'

/** The demo pharmacy of the sandbox, whose account the pharmacist uses. */
const CENTRE = 'SIAM-2200143'
const software = { terminalId: 60114, username: 'noskhe', password: 'Ihio-demo-1405' }

let insurer: Insurer
let counter: Counter
let context: Context

beforeAll(async () => {
  insurer = await givenInsurer()
  counter = await Counter.open()
  const now = () => insurer.clock.at
  const { actor } = counter.context
  context = {
    ...counter.context,
    now,
    national: connectNational({ gateway: accountAt(insurer.url), ihio: { baseUrl: insurer.url, ...software }, tamin: { baseUrl: insurer.url, accountUrl: insurer.url, clientId: 'noskhe' }, armedForces: forces.armedForcesAt(insurer.url), deadlineMs: 8_000 }, undefined, now),
    actor: { ...actor, at: { ...actor.at, centreId: CENTRE } },
  }
  const accounts = { salamat: pharmacy, tamin: tamin.pharmacy, 'armed-forces': forces.pharmacy }
  for (const insurer of ['salamat', 'tamin', 'armed-forces'] as const) {
    const { username, password } = accounts[insurer]
    await keepAccount(counter.db, context.config.secretKey, { centreId: CENTRE, personId: actor.personId, insurer, username, password })
  }
})
afterAll(async () => {
  await counter.close()
  await insurer.close()
})
beforeEach(() => insurer.fault(null))

const refTo = (value: string, trackingCode: string, of: OrderRef['insurer'] = 'salamat'): OrderRef => ({
  insurer: of,
  identity: { kind: 'national-code', value: NationalCode.parse(value) },
  trackingCode,
})

async function given(count: number) {
  const { genericCode } = insurer.aDrug()
  const { trackingCode } = await givenPrescription(insurer.payer(), { party: doctor, patient: insured }, genericCode, count)
  const ref = refTo(insured.identity.value, trackingCode)
  const prepare = async (quantity: number) => {
    const [item] = (await findOrder(context, { ref })).items
    return prepareDelivery(context, { ref, lines: [{ itemRef: item?.itemRef ?? '', quantity }] })
  }
  /** Priced, with packs of ten for all of it. */
  const ready = async (quantity: number) => {
    const delivery = await prepare(quantity)
    for (const uid of insurer.packs(genericCode).slice(0, quantity / 10)) await scan(delivery.id, uid)
    return delivery
  }
  return { ref, genericCode, prepare, ready }
}

const scan = (id: string, value: string) => scanPack(context, { id, lineId: null, label: { kind: 'uid', value } })
const confirm = (it: { id: string }) => confirmDelivery(context, { id: it.id })
const remaining = async (ref: OrderRef) => (await findOrder(context, { ref })).items[0]?.remaining

test('a prescription is found by its person and its code, given in part, and counts at the insurer and in both bills', async () => {
  const { ref, genericCode, ready, prepare } = await given(20)
  const found = await searchOrders(context, { text: insured.identity.value, identity: null })
  expect(found.unanswered).toEqual([])
  expect(found.orders).toContainEqual(expect.objectContaining({ ref, patientName: 'زهرا احمدی‌فر' }))
  expect(await searchOrders(context, { text: ref.trackingCode, identity: null })).toMatchObject({ foundBy: 'tracking-code', orders: [{ ref }] })

  const [uid = ''] = insurer.packs(genericCode)
  const delivered = await confirm(await ready(10))
  expect(delivered).toMatchObject({ state: 'delivered', hid: expect.any(String) as string })
  expect(await remaining(ref)).toBe(10)
  expect(insurer.packState(uid)).toBe('sold')
  await expect(scan((await prepare(10)).id, uid)).rejects.toMatchObject({ code: 'pack.sold' })

  const bill = await findMonthlyBill(context, { year: 1405, month: 9 })
  const { totals } = delivered
  expect(bill.insurers.filter((it) => it.insurer === 'salamat')).toMatchObject([
    { insurer: 'salamat', insurerShare: totals.insurerShare, ours: { delivered: 1, insurerShare: totals.insurerShare, patientShare: totals.patientShare } },
  ])
})

test('a confirmation whose answer was lost is found, and the insurer was told of one delivery', async () => {
  const { ref, ready } = await given(10)
  const prepared = await ready(10)
  await insurer.fault({ kind: 'lose', times: 1, path: 'deliver/confirm' })
  expect(await confirm(prepared)).toMatchObject({ state: 'unknown' })
  await reconcileDeliveries(context)
  expect(await findDelivery(context, { id: prepared.id })).toMatchObject({ state: 'delivered' })
  expect(await remaining(ref)).toBe(0)
})

test('a first phase whose answer was lost never counts twice: it is refused until it lapsed, then given anew', async () => {
  const { ref, ready } = await given(10)
  const prepared = await ready(10)
  await insurer.fault({ kind: 'lose', times: 1, path: 'prescription/deliver' })
  expect(await confirm(prepared)).toMatchObject({ state: 'unknown' })
  await reconcileDeliveries(context)
  expect(await findDelivery(context, { id: prepared.id })).toMatchObject({ state: 'prepared' })
  await expect(confirm(prepared)).rejects.toMatchObject({ code: 'delivery.refused' })

  insurer.clock.at = new Date(insurer.clock.at.getTime() + 31 * 60_000)
  await confirm(await ready(10))
  expect(await remaining(ref)).toBe(0)
})

test('a private prescription is given at the pharmacy’s own price, which the patient pays', async () => {
  const { genericCode } = insurer.aDrug()
  const value = '0059283742'
  const payer = context.national.payers.private
  if (!payer) throw new Error('private prescriptions are not connected')
  const who = { party: { ...doctor, username: '145263', siteId: 'SIAM-1100271' }, patient: { identity: { kind: 'national-code', value } } } as const
  const visit = await payer.openVisit(who)
  const visitRef = visit.outcome === 'opened' ? visit.visitRef : ''
  const verdict = await payer.checkOrder({ ...who, visitRef, item: orderItem(genericCode, 10), alongside: [] })
  const checkRef = verdict.outcome === 'refused' ? null : verdict.checkRef
  const registered = await payer.register({ ...who, visitRef, checkRefs: [checkRef ?? ''] })
  const ref = refTo(value, registered.outcome === 'registered' ? registered.trackingCode : '', 'private')

  const order = await findOrder(context, { ref })
  expect(order).toMatchObject({ patientName: 'امیرعلی پورحسن', items: [{ remaining: 10 }] })
  const prepared = await prepareDelivery(context, { ref, lines: [{ itemRef: order.items[0]?.itemRef ?? '', quantity: 10, unitPrice: 12_000 }] })
  expect(prepared.totals).toEqual({ total: 120_000, insurerShare: 0, patientShare: 120_000 })
  await scan(prepared.id, insurer.packs(genericCode)[0] ?? '')
  expect(await confirm(prepared)).toMatchObject({ state: 'delivered' })
  expect(await remaining(ref)).toBe(0)
})

test('a prescription of the Social Security is found, given in part, and counts there and in both bills', async () => {
  const { tamin: payer } = context.national.payers
  if (!payer) throw new Error('the Social Security is not connected')
  const { genericCode } = insurer.aDrug()
  const who = { party: tamin.doctor, patient: tamin.insured }
  const visit = await payer.openVisit(who)
  const visitRef = visit.outcome === 'opened' ? visit.visitRef : ''
  const verdict = await payer.checkOrder({ ...who, visitRef, item: orderItem(genericCode, 20), alongside: [] })
  const registered = await payer.register({ ...who, visitRef, checkRefs: [verdict.outcome === 'refused' ? '' : (verdict.checkRef ?? '')] })
  const ref = refTo(tamin.insured.identity.value, registered.outcome === 'registered' ? registered.trackingCode : '', 'tamin')

  expect(await searchOrders(context, { text: ref.identity.value, identity: null })).toMatchObject({ orders: [{ ref, patientName: 'فاطمه رستگار' }], unanswered: [] })
  expect(await searchOrders(context, { text: ref.trackingCode, identity: null })).toMatchObject({ foundBy: 'tracking-code', orders: [{ ref }] })

  const [item] = (await findOrder(context, { ref })).items
  const prepared = await prepareDelivery(context, { ref, lines: [{ itemRef: item?.itemRef ?? '', quantity: 10 }] })
  expect(prepared.totals.insurerShare + prepared.totals.patientShare).toBe(prepared.totals.total)
  const [uid = ''] = insurer.packs(genericCode)
  await scan(prepared.id, uid)
  const delivered = await confirm(prepared)
  expect(delivered).toMatchObject({ state: 'delivered', hid: expect.any(String) as string })
  expect(insurer.packState(uid)).toBe('sold')
  expect(await remaining(ref)).toBe(10)

  const bill = await findMonthlyBill(context, { year: 1405, month: 9 })
  const { totals } = delivered
  expect(bill.insurers.find((it) => it.insurer === 'tamin')).toMatchObject({ insurerShare: totals.insurerShare, ours: { delivered: 1, insurerShare: totals.insurerShare } })
})

test('a prescription of the Armed Forces is found, priced by their rules, given, and counts in both bills', async () => {
  const payer = context.national.payers['armed-forces']
  if (!payer) throw new Error('the Armed Forces are not connected')
  const { genericCode } = insurer.aDrug()
  const who = { party: forces.doctor, patient: forces.soldier }
  const visit = await payer.openVisit(who)
  const visitRef = visit.outcome === 'opened' ? visit.visitRef : ''
  const verdict = await payer.checkOrder({ ...who, visitRef, item: orderItem(genericCode, 20), alongside: [] })
  const registered = await payer.register({ ...who, visitRef, checkRefs: [verdict.outcome === 'refused' ? '' : (verdict.checkRef ?? '')] })
  const ref = refTo(forces.soldier.identity.value, registered.outcome === 'registered' ? registered.trackingCode : '', 'armed-forces')

  expect(await searchOrders(context, { text: ref.trackingCode, identity: null })).toMatchObject({ foundBy: 'tracking-code', orders: [{ ref, patientName: 'حسین دلاوری' }] })
  const [item] = (await findOrder(context, { ref })).items
  const prepared = await prepareDelivery(context, { ref, lines: [{ itemRef: item?.itemRef ?? '', quantity: 10 }] })
  expect(prepared.totals.insurerShare).toBe(Math.floor(prepared.totals.total * 0.85))
  expect(prepared.totals.insurerShare + prepared.totals.patientShare).toBe(prepared.totals.total)
  await scan(prepared.id, insurer.packs(genericCode)[0] ?? '')
  const delivered = await confirm(prepared)
  expect(delivered).toMatchObject({ state: 'delivered' })
  expect(await remaining(ref)).toBe(10)

  const bill = await findMonthlyBill(context, { year: 1405, month: 9 })
  const { totals } = delivered
  expect(bill.insurers.find((it) => it.insurer === 'armed-forces')).toMatchObject({ insurerShare: totals.insurerShare, ours: { delivered: 1, insurerShare: totals.insurerShare } })
})

test('a supplementary company pays its part of the patient’s share, is told of it once it was given, and says where that stands', async () => {
  const { genericCode } = insurer.aDrug()
  const patient = { identity: { kind: 'national-code' as const, value: '2283746159' } }
  const { trackingCode } = await givenPrescription(insurer.payer(), { party: doctor, patient }, genericCode, 10)
  const ref = refTo(patient.identity.value, trackingCode)
  const [item] = (await findOrder(context, { ref })).items
  const prepared = await prepareDelivery(context, { ref, lines: [{ itemRef: item?.itemRef ?? '', quantity: 10 }] })
  const share = Math.floor((prepared.totals.patientShare * 80) / 100)
  expect(prepared.supplementary).toMatchObject({ state: 'known', company: 'بیمهٔ دی', share })
  expect(share).toBeGreaterThan(0)
  for (const uid of insurer.packs(genericCode).slice(0, 1)) await scan(prepared.id, uid)
  expect(await confirm(prepared)).toMatchObject({ state: 'delivered', supplementary: prepared.supplementary })

  const [message] = await counter.db.outboxMessage.findMany({ where: { kind: 'supplementary.claim', subjectId: prepared.id } })
  await counter.db.person.create({
    data: {
      id: context.actor.personId, nationalCode: '0082641358', councilNumber: '23871', firstName: 'آرش', lastName: 'بهرامی', gender: 'male',
      mobile: '09127703615', checkedAt: context.now(),
    },
  })
  await emptyOutbox(context, tellersOf(context))
  const claim = { id: message?.id ?? '' }
  expect((await listClaims(context, { before: undefined, limit: 50 })).claims).toMatchObject([{ ...claim, share, telling: 'delivered', standing: null }])
  expect(await askClaim(context, claim)).toMatchObject({ standing: { state: 'received', approved: null } })
  insurer.clock.at = new Date(insurer.clock.at.getTime() + 61 * 60_000)
  expect(await askClaim(context, claim)).toMatchObject({ standing: { state: 'approved', approved: share, askedAt: insurer.clock.at.toISOString() } })
  insurer.clock.at = new Date(insurer.clock.at.getTime() + 72 * 3_600_000)
  expect(await askClaim(context, claim)).toMatchObject({ standing: { state: 'paid', approved: share } })
})
