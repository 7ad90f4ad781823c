import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ItemKind, Party } from '../port.ts'
import { deliveryItem, doctor, givenCheck, givenInsurer, givenOrder, givenUnconfirmed, insured, orderItem, paraclinic, pharmacy, serviceItem, services } from './testing/insurer.ts'
import type { IhioPayer, Insurer } from './testing/insurer.ts'

let insurer: Insurer
let payer: IhioPayer
let physiotherapy = ''
beforeAll(async () => {
  insurer = await givenInsurer()
  payer = insurer.payer()
  const row = insurer.db.prepare(`SELECT code FROM catalogue_code WHERE list = 'physiotherapy' AND until IS NULL ORDER BY code LIMIT 1`).get()
  physiotherapy = String(row?.['code'])
})
afterAll(() => insurer.close())

const atDoctor = { party: doctor, patient: insured }
const codeOf = (kind: ItemKind) => (kind === 'physiotherapy' ? physiotherapy : services[kind as keyof typeof services])
const lineOf = (kind: ItemKind) => serviceItem(kind, codeOf(kind))
const handedOver = (kind: ItemKind, orderRef: string) => ({ ...deliveryItem(orderRef, codeOf(kind), 1), code: { system: 'rvu', value: codeOf(kind) }, kind }) as const
const ordered = (kind: ItemKind) => givenOrder(payer, atDoctor, [lineOf(kind)])

/** Both phases of handing over a service, which has no packs. */
async function done(party: Party, kind: ItemKind, { trackingCode, orderRefs }: { trackingCode: string; orderRefs: string[] }) {
  const call = { party, patient: insured, trackingCode }
  const verdict = await payer.checkDelivery({ ...call, item: handedOver(kind, orderRefs[0] ?? ''), alongside: [] })
  if (verdict.outcome !== 'covered' || verdict.checkRef === null) throw new Error(verdict.outcome)
  const delivered = await payer.deliver({ ...call, lines: [{ checkRef: verdict.checkRef, packs: [] }] })
  if (delivered.outcome !== 'delivered-unconfirmed') throw new Error(delivered.advice)
  expect(await payer.confirmDelivery({ ...call, deliveryRef: delivered.deliveryRef })).toEqual({ outcome: 'confirmed' })
  return { ...delivered, verdict }
}

describe('a service', () => {
  test.each<[ItemKind, Party, { kind?: ItemKind }]>([
    ['lab', paraclinic, {}],
    ['imaging', paraclinic, {}],
    ['physiotherapy', paraclinic, { kind: 'physiotherapy' }],
    ['physician-service', doctor, { kind: 'physician-service' }],
  ])('of kind %s is ordered, read where it is done, priced, done without a pack and billed', async (kind, provider, told) => {
    const it = await ordered(kind)
    const there = { party: provider, patient: insured }
    const order = await payer.order({ ...there, trackingCode: it.trackingCode })
    const [line] = order.outcome === 'found' ? order.order.items : []
    expect(line).toMatchObject({ code: { system: 'rvu', value: codeOf(kind) }, ordered: 1, remaining: 1, status: 'ordered' })
    // Laboratory and imaging share a number: which of the two is not told, and not guessed.
    expect({ ...(line?.kind !== undefined && { kind: line.kind }) }).toEqual(told)

    const { verdict, deliveryRef } = await done(provider, kind, it)
    const total = line?.unitPrice ?? 0
    expect(total).toBeGreaterThan(0)
    const insurerShare = Math.floor((total * 70) / 100)
    expect(verdict).toMatchObject({ needsPackCheck: false, price: { total, insurerShare, patientShare: total - insurerShare, discount: 0 } })
    expect(await payer.findDelivery({ ...there, deliveryRef })).toMatchObject({ outcome: 'delivered', lines: [{ code: { system: 'rvu', value: codeOf(kind) }, total }] })
    expect(await payer.progress({ ...atDoctor, visitRef: it.visitRef })).toMatchObject({ items: [{ delivered: 1, remaining: 0, status: 'delivered' }] })
    const bill = await payer.bills({ party: provider, year: 1405, month: 9 })
    expect(bill.outcome === 'found' && bill.lines).toContainEqual(expect.objectContaining({ kind: 'SERVICE', of: 'centre' }))
  })

  test('is written as a service, a drug as a product', async () => {
    await givenOrder(payer, atDoctor, [lineOf('lab'), orderItem(insurer.aDrug().genericCode, 1)])
    const [drug, lab] = (await insurer.received('check/order')).map(({ request }) => (JSON.parse(request ?? '{}') as { subInfoWrapper: { service: object } }).subInfoWrapper.service)
    expect(lab).toMatchObject({ type: 'SERVICE', mode: 'ELECTRONIC', nationalNumber: services.lab })
    expect(drug).toMatchObject({ type: 'PRODUCT', mode: 'ELECTRONIC' })
  })

  test('is told with its reference price, and covered without one where the price is not told', async () => {
    const { visitRef } = await openVisit()
    const check = () => insurer.payer().checkOrder({ ...atDoctor, visitRef, item: lineOf('physician-service'), alongside: [] })
    expect(await check()).toMatchObject({ outcome: 'covered', unitPrice: 781_000 })
    await insurer.fault({ kind: 'error', path: 'cofamily/fetch/generic' })
    expect(await check()).toMatchObject({ outcome: 'covered', unitPrice: null })
    await insurer.fault(null)
  })

  test('above its ceiling is answered with the ceiling, and an unknown one is not covered', async () => {
    const { visitRef } = await openVisit()
    const check = (item: ReturnType<typeof lineOf>) => payer.checkOrder({ ...atDoctor, visitRef, item, alongside: [] })
    expect(await check({ ...lineOf('physician-service'), count: 2 })).toMatchObject({ outcome: 'over-ceiling', checkRef: null, maxCovered: 1 })
    expect(await check(serviceItem('lab', '111111'))).toMatchObject({ outcome: 'not-covered', checkRef: null })
  })

  test('meets its ceiling together with its like alongside', async () => {
    const { visitRef } = await openVisit()
    const first = await givenCheck(payer, atDoctor, visitRef, lineOf('physician-service'))
    expect(await payer.checkOrder({ ...atDoctor, visitRef, item: lineOf('physician-service'), alongside: [first] })).toMatchObject({ outcome: 'over-ceiling', maxCovered: 0 })
  })
})

describe('several kinds in one prescription', () => {
  test('stand under one tracking code, and each is handed over where it can be', async () => {
    const drug = insurer.aDrug()
    const order = await givenOrder(payer, atDoctor, [orderItem(drug.genericCode, 10), lineOf('lab'), lineOf('physiotherapy')])
    const [drugRef = '', labRef = '', physioRef = ''] = order.orderRefs
    const atCounter = { party: pharmacy, patient: insured }
    const given = await givenUnconfirmed(payer, atCounter, {
      trackingCode: order.trackingCode, orderRef: drugRef, genericCode: drug.genericCode, count: 10, uids: insurer.packs(drug.genericCode).slice(0, 1),
    })
    await payer.confirmDelivery({ ...atCounter, deliveryRef: given.deliveryRef })
    await done(paraclinic, 'lab', { ...order, orderRefs: [labRef] })
    const progress = await payer.progress({ ...atDoctor, visitRef: order.visitRef })
    expect(progress.outcome === 'found' && progress.items.map((it) => [it.checkRef, it.status])).toEqual([
      [drugRef, 'delivered'],
      [labRef, 'delivered'],
      [physioRef, 'ordered'],
    ])
  })

  test('a counter sees in its list only what it could hand over something of', async () => {
    const lab = await ordered('lab')
    const codesAt = async (party: Party) => {
      const open = await payer.openOrders({ party, patient: insured })
      return open.outcome === 'found' ? open.orders.map((it) => it.trackingCode) : []
    }
    expect(await codesAt(paraclinic)).toContain(lab.trackingCode)
    expect(await codesAt(pharmacy)).not.toContain(lab.trackingCode)
  })
})

describe('not handed over', () => {
  test.each<[string, ItemKind, Party]>([
    ['a laboratory test by a pharmacy', 'lab', pharmacy],
    ['an image by the doctor', 'imaging', doctor],
    ['a service of the doctor by a pharmacy', 'physician-service', pharmacy],
    ['a referral by anybody', 'referral', paraclinic],
  ])('%s', async (_, kind, party) => {
    const { trackingCode, orderRefs } = await ordered(kind)
    const item = handedOver(kind, orderRefs[0] ?? '')
    expect(await payer.checkDelivery({ party, patient: insured, trackingCode, item, alongside: [] })).toMatchObject({ outcome: 'refused', reason: 'no-contract' })
  })

  test('one service does not answer the order of another', async () => {
    const { trackingCode, orderRefs } = await ordered('lab')
    const item = handedOver('imaging', orderRefs[0] ?? '')
    const call = { party: paraclinic, patient: insured, trackingCode }
    expect(await payer.checkDelivery({ ...call, item, alongside: [] })).toMatchObject({ outcome: 'refused', reason: 'not-permitted', code: '-24113' })
  })

  test('twice', async () => {
    const lab = await ordered('lab')
    await done(paraclinic, 'lab', lab)
    const call = { party: paraclinic, patient: insured, trackingCode: lab.trackingCode }
    expect(await payer.checkDelivery({ ...call, item: handedOver('lab', lab.orderRefs[0] ?? ''), alongside: [] })).toMatchObject({ outcome: 'over-ceiling', maxCovered: 0 })
  })

  test('what the doctor did herself is not deleted, and what the paraclinic did may be', async () => {
    const own = await done(doctor, 'physician-service', await ordered('physician-service'))
    expect(await payer.deleteDelivery({ ...atDoctor, deliveryRef: own.deliveryRef })).toMatchObject({ outcome: 'refused', reason: 'not-permitted', code: '-16401' })
    const lab = await ordered('lab')
    const theirs = await done(paraclinic, 'lab', lab)
    expect(await payer.deleteDelivery({ party: paraclinic, patient: insured, deliveryRef: theirs.deliveryRef })).toEqual({ outcome: 'deleted' })
    expect(await payer.progress({ ...atDoctor, visitRef: lab.visitRef })).toMatchObject({ items: [{ remaining: 1 }] })
  })

  test('a handing over whose answer was lost is told once, lapses, and the service is open again', async () => {
    const { trackingCode, orderRefs } = await ordered('lab')
    const call = { party: paraclinic, patient: insured, trackingCode }
    const check = () => payer.checkDelivery({ ...call, item: handedOver('lab', orderRefs[0] ?? ''), alongside: [] })
    const verdict = await check()
    const checkRef = verdict.outcome === 'covered' ? (verdict.checkRef ?? '') : ''
    await insurer.fault({ kind: 'lose', times: 1, path: 'prescription/deliver' })
    await expect(payer.deliver({ ...call, lines: [{ checkRef, packs: [] }] })).rejects.toMatchObject({ name: 'NationalUnavailable', sent: 'maybe' })
    expect((await insurer.received('prescription/deliver')).filter((it) => it.request?.includes(checkRef))).toHaveLength(1)
    expect(await check()).toMatchObject({ outcome: 'over-ceiling', maxCovered: 0 })
    insurer.clock.at = new Date(insurer.clock.at.getTime() + 11 * 60_000)
    expect(await check()).toMatchObject({ outcome: 'covered' })
  })
})

async function openVisit() {
  const visit = await payer.openVisit(atDoctor)
  if (visit.outcome !== 'opened') throw new Error(visit.advice)
  return visit
}
