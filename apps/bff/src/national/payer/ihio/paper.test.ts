import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { PaperItem, PaperWriter, PayerCall } from '../port.ts'
import {
  deliveryItem, doctor, givenInsurer, givenOrder, givenPrescription, givenUnconfirmed, insured, orderItem, otherDoctor, otherInsured, pharmacy,
  services, uninsured,
} from './testing/insurer.ts'
import type { IhioPayer, Insurer } from './testing/insurer.ts'
import { MiB, jpeg, png } from './testing/pictures.ts'

const start = new Date('2026-11-25T08:00:00Z')
const MINUTE = 60_000

let insurer: Insurer
let payer: IhioPayer
let drug: ReturnType<Insurer['aDrug']>
let other: ReturnType<Insurer['aDrug']>
let writer: PaperWriter
beforeAll(async () => {
  insurer = await givenInsurer()
  payer = insurer.payer()
  drug = insurer.aDrug()
  other = insurer.aDrug()
  writer = await writerOf('152908')
})
beforeEach(() => {
  insurer.clock.at = start
  payer = insurer.payer()
})
afterAll(() => insurer.close())

const atCounter = { party: pharmacy, patient: insured }
const yesterday = '1405-09-03'
const opening = (change: object = {}) => ({ ...atCounter, writer, writtenOn: yesterday, grade: 'doctor' as const, image: jpeg, ...change })

async function writerOf(councilNumber: string): Promise<PaperWriter> {
  const found = await payer.paper.writers({ ...atCounter, councilNumber, writtenOn: yesterday, grade: 'doctor' })
  const [first] = found.outcome === 'found' ? found.writers : []
  if (first === undefined) throw new Error(`Nobody has the council number ${councilNumber}`)
  return first
}

async function opened(call: PayerCall = atCounter): Promise<string> {
  const visit = await payer.paper.open(opening(call))
  if (visit.outcome !== 'opened') throw new Error(visit.advice)
  return visit.visitRef
}

const onPaper = (change: Partial<PaperItem> = {}): PaperItem => {
  const code = { system: 'generic', value: drug.genericCode } as const
  return {
    ordered: { code, count: 10 }, delivered: { code, count: 10 }, consumption: 'هر ۸ ساعت ۱ عدد', instruction: '', note: '', periods: 1,
    compound: null, unitPrice: null, ...change,
  }
}

async function checked(visitRef: string, item = onPaper()): Promise<string> {
  const verdict = await payer.paper.check({ ...atCounter, visitRef, item, alongside: [] })
  if (verdict.outcome !== 'covered' || verdict.checkRef === null) throw new Error(`Not covered: ${verdict.outcome}`)
  return verdict.checkRef
}

/** A line checked under a paper of its own, and a pack inquired for it. */
async function readyToDeliver() {
  const visitRef = await opened()
  const checkRef = await checked(visitRef)
  const [uid = ''] = insurer.packs(drug.genericCode)
  const inquiry = await payer.inquirePack({ ...atCounter, checkRef, uid, count: 10 })
  if (inquiry.outcome !== 'accepted') throw new Error(inquiry.advice)
  return { visitRef, checkRef, uid, lines: [{ checkRef, packs: [{ uid, count: 10 }] }] }
}

describe('who wrote it', () => {
  test('is found by council number, once for each centre', async () => {
    const found = await payer.paper.writers({ ...atCounter, councilNumber: '145263', writtenOn: yesterday, grade: 'doctor' })
    const writers = found.outcome === 'found' ? found.writers : []
    expect(writers[0]).toMatchObject({ name: 'نرگس کاویانی', councilNumber: '145263', centre: 'درمانگاه مهر ونک' })
    expect(new Set(writers.map((it) => it.writerRef)).size).toBe(3)
  })

  test.each([
    ['a number that nobody has', { councilNumber: '1' }],
    ['a doctor asked for as midwife', { grade: 'midwife' as const }],
  ])('%s is nobody, though told as a success', async (_, change) => {
    const asked = { ...atCounter, councilNumber: '145263', writtenOn: yesterday, grade: 'doctor' as const, ...change }
    expect(await payer.paper.writers(asked)).toEqual({ outcome: 'found', writers: [] })
  })

  test('what is no number never leaves', async () => {
    const asked = { ...atCounter, councilNumber: 'م-۱۲', writtenOn: yesterday, grade: 'doctor' as const }
    expect(await payer.paper.writers(asked)).toMatchObject({ reason: 'invalid', code: 'not-sent' })
  })
})

describe('its picture', () => {
  test.each([
    ['a JPEG', jpeg],
    ['a PNG', png],
    ['one of exactly two MiB', Buffer.concat([jpeg, Buffer.alloc(2 * MiB - jpeg.length)])],
  ])('%s opens a visit', async (_, image) => expect(await payer.paper.open(opening({ image }))).toMatchObject({ outcome: 'opened' }))

  test.each([
    ['a drawing in text', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a PDF', Buffer.from('%PDF-1.7')],
    ['a page that carries a JPEG within', Buffer.concat([Buffer.from('<html>'), jpeg])],
    ['the first two bytes of a JPEG', jpeg.subarray(0, 2)],
    ['nothing', Buffer.alloc(0)],
    ['one byte more than two MiB', Buffer.concat([png, Buffer.alloc(2 * MiB - png.length + 1)])],
  ])('%s is refused by its content and stays here', async (_, image) => {
    const before = (await insurer.received('samad/paper/generate')).length
    expect(await payer.paper.open(opening({ image }))).toMatchObject({ outcome: 'refused', reason: 'invalid', code: 'not-sent' })
    expect(await insurer.received('samad/paper/generate')).toHaveLength(before)
  })
})

describe('opening is refused', () => {
  test.each([
    ['for a day to come', { writtenOn: '1406-01-01' }, 'invalid', '-22231'],
    ['for another doctor’s number', { writer: { writerRef: '17', councilNumber: '152908' } }, 'no-access', '-22333'],
    ['to a doctor', { party: doctor }, 'no-access', '-22413'],
    ['for who is not covered', { patient: uninsured }, 'not-covered', '-22888'],
  ])('%s', async (_, change, reason, code) => {
    expect(await payer.paper.open(opening(change))).toMatchObject({ outcome: 'refused', reason, code })
  })

  test('where the same specialty wrote electronically that day', async () => {
    await givenOrder(payer, { party: otherDoctor, patient: otherInsured }, [orderItem(drug.genericCode, 1)])
    const today = opening({ patient: otherInsured, writtenOn: '1405-09-04' })
    expect(await payer.paper.open(today)).toMatchObject({ outcome: 'refused', reason: 'duplicate', code: '-22833' })
    expect(await payer.paper.open({ ...today, writtenOn: yesterday })).toMatchObject({ outcome: 'opened' })
  })
})

describe('a line of it', () => {
  const check = async (change: Partial<PaperItem> = {}) => payer.paper.check({ ...atCounter, visitRef: await opened(), item: onPaper(change), alongside: [] })

  test('is priced by the reference, and a dearer one at the patient’s cost', async () => {
    const total = drug.basePrice * 10
    const insurerShare = Math.floor((total * 70) / 100)
    expect(await check()).toMatchObject({ outcome: 'covered', needsPackCheck: true, price: { total, insurerShare, patientShare: total - insurerShare, discount: 0 } })
    expect(await check({ unitPrice: drug.basePrice + 7 })).toMatchObject({ price: { total: total + 70, insurerShare, patientShare: total + 70 - insurerShare } })
  })

  test.each([
    ['more than was written', () => ({ delivered: { code: generic(drug), count: 11 } }), { outcome: 'over-ceiling', maxCovered: 10, checkRef: null }],
    ['another drug than was written', () => ({ delivered: { code: generic(other), count: 10 } }), { outcome: 'not-covered', checkRef: null }],
    ['a laboratory test', () => labOnPaper, { outcome: 'refused', reason: 'no-contract' }],
  ])('is not %s', async (_, changeOf, verdict) => expect(await check(changeOf())).toMatchObject(verdict))

  test('of an electronic visit is not checked as a paper’s', async () => {
    const { visitRef } = await givenPrescription(payer, { party: doctor, patient: insured }, drug.genericCode, 1)
    expect(await payer.paper.check({ ...atCounter, visitRef, item: onPaper(), alongside: [] })).toMatchObject({ outcome: 'refused', reason: 'not-found', code: '-26111' })
  })

  const generic = (it: typeof drug) => ({ system: 'generic', value: it.genericCode }) as const
  const lab = { system: 'rvu', value: services.lab } as const
  const labOnPaper = { kind: 'lab', ordered: { code: lab, count: 1 }, delivered: { code: lab, count: 1 } } as const
})

describe('registered alone', () => {
  test('it has a tracking code, names who wrote it, and is delivered at the counter like any other', async () => {
    const visitRef = await opened()
    const checkRef = await checked(visitRef)
    const registered = await payer.paper.register({ ...atCounter, visitRef, checkRefs: [checkRef] })
    const trackingCode = registered.outcome === 'registered' ? registered.trackingCode : ''
    expect(await payer.order({ ...atCounter, trackingCode })).toMatchObject({
      order: { visitRef, prescriber: { name: 'سامان فرهمند', councilNumber: '152908' }, items: [{ checkRef, ordered: 10, remaining: 10 }] },
    })
    const given = { trackingCode, orderRef: checkRef, genericCode: drug.genericCode, count: 10, uids: insurer.packs(drug.genericCode).slice(0, 1) }
    const { deliveryRef } = await givenUnconfirmed(payer, atCounter, given)
    expect(await payer.confirmDelivery({ ...atCounter, deliveryRef })).toEqual({ outcome: 'confirmed' })
  })

  test('it is registered once', async () => {
    const visitRef = await opened()
    const checkRefs = [await checked(visitRef)]
    await payer.paper.register({ ...atCounter, visitRef, checkRefs })
    expect(await payer.paper.register({ ...atCounter, visitRef, checkRefs })).toMatchObject({ outcome: 'refused', reason: 'already-used', code: '-77270' })
  })

  test('a licensed product may be handed over for its generic, and is not registered as ordered', async () => {
    const visitRef = await opened()
    const irc = { system: 'irc', value: drug.irc } as const
    await checked(visitRef, onPaper({ delivered: { code: irc, count: 10 } }))
    const checkRef = await checked(visitRef, onPaper({ ordered: { code: irc, count: 10 }, delivered: { code: irc, count: 10 } }))
    expect(await payer.paper.register({ ...atCounter, visitRef, checkRefs: [checkRef] })).toMatchObject({ outcome: 'refused', reason: 'invalid', code: '-77217' })
  })

  test('a registration whose answer was lost is told once, and the counter finds it among the open ones', async () => {
    const visitRef = await opened()
    const checkRefs = [await checked(visitRef)]
    await insurer.fault({ kind: 'lose', times: 1, path: 'paper/order' })
    await expect(payer.paper.register({ ...atCounter, visitRef, checkRefs })).rejects.toMatchObject({ name: 'NationalUnavailable', sent: 'maybe' })
    expect((await insurer.received('paper/order')).filter((it) => it.request?.includes(visitRef))).toHaveLength(1)
    const open = await payer.openOrders(atCounter)
    expect(open.outcome === 'found' && open.orders.map((it) => it.visitRef)).toContain(visitRef)
  })
})

describe('handed over at once', () => {
  test('it is sold when confirmed, is found as a paper, and its deletion gives the pack back', async () => {
    const { visitRef, uid, lines } = await readyToDeliver()
    const delivered = await payer.paper.deliver({ ...atCounter, visitRef, lines })
    if (delivered.outcome !== 'delivered-unconfirmed') throw new Error(delivered.advice)
    const { deliveryRef, trackingCode } = delivered
    expect(await payer.findDelivery({ ...atCounter, deliveryRef })).toEqual({ outcome: 'not-found' })
    expect(await payer.paper.confirm({ ...atCounter, deliveryRef })).toEqual({ outcome: 'confirmed' })
    expect(insurer.packState(uid)).toBe('sold')
    expect(await payer.findDelivery({ ...atCounter, deliveryRef })).toMatchObject({ outcome: 'delivered', visitRef, total: drug.basePrice * 10 })
    expect(await payer.deliveries({ party: pharmacy, from: start, to: start })).toMatchObject({ deliveries: expect.arrayContaining([expect.objectContaining({ deliveryRef, trackingCode, isPaper: true })]) as unknown })
    expect(await payer.deleteDelivery({ ...atCounter, deliveryRef })).toEqual({ outcome: 'deleted' })
    expect(insurer.packState(uid)).toBe('in-market')
  })

  type Ready = Awaited<ReturnType<typeof readyToDeliver>>
  test.each<[string, (it: Ready) => { checkRef: string; packs: { uid: string; count: number }[] }[], string, string]>([
    ['without its pack', ({ checkRef }) => [{ checkRef, packs: [] }], 'invalid', '-78411'],
    ['with a pack that nobody inquired', ({ checkRef }) => [{ checkRef, packs: [{ uid: '9'.repeat(20), count: 10 }] }], 'pack-unknown', '-78412'],
    ['twice in one list', ({ lines }) => [...lines, ...lines], 'duplicate', '-78305'],
    ['by a check that nobody made', () => [{ checkRef: '12', packs: [] }], 'invalid', '-78211'],
  ])('not %s, and nothing is registered by the attempt', async (_, linesOf, reason, code) => {
    const it = await readyToDeliver()
    expect(await payer.paper.deliver({ ...atCounter, visitRef: it.visitRef, lines: linesOf(it) })).toMatchObject({ outcome: 'refused', reason, code })
    expect(await payer.progress({ ...atCounter, visitRef: it.visitRef })).toMatchObject({ outcome: 'refused', reason: 'not-found' })
    expect(insurer.packState(it.uid)).toBe('in-market')
  })

  test('not by the check of another paper', async () => {
    const { lines } = await readyToDeliver()
    expect(await payer.paper.deliver({ ...atCounter, visitRef: await opened(), lines })).toMatchObject({ outcome: 'refused', reason: 'mismatch', code: '-78213' })
  })

  test('not two hours after its check', async () => {
    const { visitRef, lines } = await readyToDeliver()
    insurer.clock.at = new Date(start.getTime() + 121 * MINUTE)
    expect(await payer.paper.deliver({ ...atCounter, visitRef, lines })).toMatchObject({ outcome: 'refused', code: '-78212' })
  })

  test('an electronic delivery is not confirmed as a paper’s', async () => {
    const { trackingCode, orderRef } = await givenPrescription(payer, { party: doctor, patient: insured }, drug.genericCode, 10)
    const uids = insurer.packs(drug.genericCode).slice(0, 1)
    const { deliveryRef } = await givenUnconfirmed(payer, atCounter, { trackingCode, orderRef, genericCode: drug.genericCode, count: 10, uids })
    expect(await payer.paper.confirm({ ...atCounter, deliveryRef })).toMatchObject({ outcome: 'refused', reason: 'expired', code: '-79201' })
    expect(await payer.findDelivery({ ...atCounter, deliveryRef })).toEqual({ outcome: 'not-found' })
  })

  test('a delivery whose answer was lost is told once, lapses, and the paper waits to be delivered by its code', async () => {
    const { visitRef, checkRef, uid, lines } = await readyToDeliver()
    await insurer.fault({ kind: 'lose', times: 1, path: 'paper/deliver' })
    await expect(payer.paper.deliver({ ...atCounter, visitRef, lines })).rejects.toMatchObject({ name: 'NationalUnavailable', sent: 'maybe' })
    expect((await insurer.received('paper/deliver')).filter((it) => it.request?.includes(visitRef))).toHaveLength(1)
    insurer.clock.at = new Date(start.getTime() + 11 * MINUTE)
    const open = await payer.openOrders(atCounter)
    const found = open.outcome === 'found' ? open.orders.find((it) => it.visitRef === visitRef) : undefined
    expect(insurer.packState(uid)).toBe('in-market')
    const again = { ...atCounter, trackingCode: found?.trackingCode ?? '', item: deliveryItem(checkRef, drug.genericCode, 10), alongside: [] }
    expect(await payer.checkDelivery(again)).toMatchObject({ outcome: 'covered' })
  })
})
