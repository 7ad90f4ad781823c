import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { NationalUnavailable } from '../../gateway/failures.ts'
import {
  deceased, deliveryItem, doctor, foreigner, givenInsurer, givenPrescription, givenUnconfirmed, insured, orderItem, otherInsured,
  pharmacy, pharmacyWithoutContract, twoStepDoctor, uninsured, unknownPerson,
} from './testing/insurer.ts'
import type { IhioPayer, Insurer } from './testing/insurer.ts'

let insurer: Insurer
let payer: IhioPayer
beforeAll(async () => {
  insurer = await givenInsurer()
  payer = insurer.payer()
})
afterAll(() => insurer.close())

const atDoctor = { party: doctor, patient: insured }
const atCounter = { party: pharmacy, patient: insured }

describe('from the visit to the bill', () => {
  test('a prescription is registered, delivered by halves at two visits to the counter, and billed to the Rial', async () => {
    const drug = insurer.aDrug()
    const { visitRef, orderRef, trackingCode } = await givenPrescription(payer, atDoctor, drug.genericCode, 20)
    expect(trackingCode).toMatch(/^\d{5}$/)

    const open = await payer.openOrders(atCounter)
    expect(open).toMatchObject({ outcome: 'found' })
    expect(open.outcome === 'found' && open.orders.find((it) => it.trackingCode === trackingCode)).toMatchObject({
      visitRef,
      patientName: 'زهرا احمدی‌فر',
      writtenAt: '2026-11-25T08:00:00.000Z',
      fund: 'کارکنان دولت',
    })

    const [first = '', second = ''] = insurer.packs(drug.genericCode)
    const half = { trackingCode, orderRef, genericCode: drug.genericCode, count: 10 }
    const one = await givenUnconfirmed(payer, atCounter, { ...half, uids: [first] })
    const total = drug.basePrice * 10
    const insurerShare = Math.floor(total * 0.7)
    expect(one.price).toEqual({ total, insurerShare, patientShare: total - insurerShare, discount: 0 })
    expect(await payer.confirmDelivery({ ...atCounter, deliveryRef: one.deliveryRef })).toEqual({ outcome: 'confirmed' })

    const order = await payer.order({ ...atCounter, trackingCode })
    expect(order).toMatchObject({
      outcome: 'found',
      order: {
        trackingCode,
        visitRef,
        prescriber: { name: 'نرگس کاویانی', councilNumber: '145263' },
        items: [{ checkRef: orderRef, ordered: 20, delivered: 10, remaining: 10, status: 'partly-delivered', unitPrice: drug.basePrice }],
      },
    })

    const two = await givenUnconfirmed(payer, atCounter, { ...half, uids: [second] })
    await payer.confirmDelivery({ ...atCounter, deliveryRef: two.deliveryRef })
    expect(await payer.progress({ ...atDoctor, visitRef })).toMatchObject({ outcome: 'found', items: [{ delivered: 20, remaining: 0, status: 'delivered' }] })

    expect(await payer.bills({ party: pharmacy, year: 1405, month: 9 })).toMatchObject({
      outcome: 'found',
      lines: [{ fund: 'کارکنان دولت', kind: 'DRUG', cycle: '1405-09', count: 2, insurerShare: 2 * insurerShare }],
    })
    // One patient, one day, one visit; specialist: 0.5 × 2,600,000 + 2.2 × 770,000 = 2,994,000, of which 70 %.
    expect(await payer.bills({ party: doctor, year: 1405, month: 9 })).toMatchObject({
      outcome: 'found',
      lines: [{ kind: 'VISIT', count: 1, insurerShare: 2_095_800 }],
    })
  })

  test('a doctor of two centres is told only the visits of the one she asks for', async () => {
    const atOffice = { ...atDoctor, party: { ...doctor, siteId: 'SIAM-1100386' } }
    await givenPrescription(payer, atOffice, insurer.aDrug().genericCode, 10)
    const bill = await payer.bills({ party: atOffice.party, year: 1405, month: 9 })
    expect(bill.outcome === 'found' && bill.lines.map(({ note }) => note.includes('SIAM-1100386'))).toEqual([true])
  })

  test('a month without anything has an empty bill, not a refusal', async () => {
    expect(await payer.bills({ party: doctor, year: 1404, month: 1 })).toEqual({ outcome: 'found', lines: [] })
  })

  test('a foreigner is served by his FIDA id', async () => {
    expect(await payer.coverage({ party: doctor, patient: foreigner })).toMatchObject({ outcome: 'covered', patientName: 'گل‌محمد نوری', fund: 'اتباع خارجی' })
  })

  test('a line taken out of and one put into a registered prescription keep its tracking code', async () => {
    const [before, after] = [insurer.aDrug(), insurer.aDrug()]
    const { visitRef, orderRef, trackingCode } = await givenPrescription(payer, atDoctor, before.genericCode, 10)
    const verdict = await payer.checkOrder({ ...atDoctor, visitRef, item: orderItem(after.genericCode, 10), alongside: [] })
    const add = verdict.outcome === 'covered' && verdict.checkRef !== null ? [verdict.checkRef] : []
    expect(await payer.amend({ ...atDoctor, visitRef, add, remove: [orderRef] })).toEqual({ outcome: 'registered', trackingCode })
    expect(await payer.progress({ ...atDoctor, visitRef })).toMatchObject({ items: [{ code: { value: after.genericCode } }] })
  })
})

describe('no, and why', () => {
  test('nobody opens a visit for someone who is not insured', async () => {
    expect(await payer.openVisit({ party: doctor, patient: uninsured })).toMatchObject({ outcome: 'refused', reason: 'not-covered' })
  })

  test('nor for someone who died, nor for a number that nobody has', async () => {
    expect(await payer.openVisit({ party: doctor, patient: deceased })).toMatchObject({ outcome: 'refused', reason: 'patient-deceased' })
    expect(await payer.openVisit({ party: doctor, patient: unknownPerson })).toMatchObject({ outcome: 'refused', reason: 'patient-unknown', code: '-14507' })
  })

  test('a drug outside the insurance is not covered', async () => {
    const verdict = await checked(insurer.aDrug({ isCovered: false }).genericCode, 10)
    expect(verdict).toMatchObject({ outcome: 'not-covered', checkRef: null })
  })

  test('more than the ceiling is answered with the ceiling', async () => {
    const drug = insurer.aDrug({ hasCeiling: true })
    const verdict = await checked(drug.genericCode, (drug.maxQuantity ?? 0) + 1)
    expect(verdict).toMatchObject({ outcome: 'over-ceiling', checkRef: null, maxCovered: drug.maxQuantity })
  })

  test('a drug that needs a file is refused for want of it', async () => {
    expect(await checked(insurer.aDrug({ needsDocument: true }).genericCode, 1)).toMatchObject({ outcome: 'needs-document', checkRef: null })
  })

  test('the same visit is registered once', async () => {
    const drug = insurer.aDrug()
    const { visitRef, orderRef } = await givenPrescription(payer, atDoctor, drug.genericCode, 10)
    expect(await payer.register({ ...atDoctor, visitRef, checkRefs: [orderRef] })).toMatchObject({ outcome: 'refused', reason: 'already-used', code: '-7270' })
  })

  test('a tracking code opens nothing for another patient', async () => {
    const { trackingCode } = await givenPrescription(payer, atDoctor, insurer.aDrug().genericCode, 10)
    expect(await payer.order({ party: pharmacy, patient: otherInsured, trackingCode })).toMatchObject({ outcome: 'refused', reason: 'not-found', code: '-4301' })
  })

  test('a pharmacy without contract delivers nothing', async () => {
    const drug = insurer.aDrug()
    const { trackingCode, orderRef } = await givenPrescription(payer, atDoctor, drug.genericCode, 10)
    const call = { party: pharmacyWithoutContract, patient: insured, trackingCode }
    expect(await payer.checkDelivery({ ...call, item: deliveryItem(orderRef, drug.genericCode, 10), alongside: [] })).toMatchObject({
      outcome: 'refused',
      reason: 'no-contract',
    })
  })

  test('more than was prescribed is not delivered, and the rest is named', async () => {
    const drug = insurer.aDrug()
    const { trackingCode, orderRef } = await givenPrescription(payer, atDoctor, drug.genericCode, 10)
    const item = deliveryItem(orderRef, drug.genericCode, 11)
    expect(await payer.checkDelivery({ ...atCounter, trackingCode, item, alongside: [] })).toMatchObject({ outcome: 'over-ceiling', maxCovered: 10 })
  })

  test('a wrong password is told from an unknown patient', async () => {
    expect(await payer.coverage({ party: { ...doctor, password: 'wrong' }, patient: insured })).toMatchObject({ outcome: 'refused', reason: 'sign-in' })
  })

  test('what is not of the published format never leaves', async () => {
    expect(await payer.inquirePack({ ...atCounter, checkRef: '1', uid: '123', count: 1 })).toMatchObject({ reason: 'invalid', code: 'not-sent' })
    expect(await insurer.received('inquery/uid')).not.toContainEqual(expect.objectContaining({ request: expect.stringContaining('"123"') as string }))
  })

  async function checked(genericCode: string, count: number) {
    const visit = await payer.openVisit(atDoctor)
    if (visit.outcome !== 'opened') throw new Error(visit.advice)
    return payer.checkOrder({ ...atDoctor, visitRef: visit.visitRef, item: orderItem(genericCode, count), alongside: [] })
  }
})

describe('packs', () => {
  test.each([
    ['unknown', () => '99999999990000000001', 'pack-unknown'],
    ['of another drug', () => insurer.packs(insurer.aDrug().genericCode)[0] ?? '', 'pack-mismatch'],
  ])('a pack that is %s is not accepted', async (_, uidOf, reason) => {
    const drug = insurer.aDrug()
    const { trackingCode, orderRef } = await givenPrescription(payer, atDoctor, drug.genericCode, 10)
    const item = deliveryItem(orderRef, drug.genericCode, 10)
    const verdict = await payer.checkDelivery({ ...atCounter, trackingCode, item, alongside: [] })
    const checkRef = verdict.outcome === 'covered' ? (verdict.checkRef ?? '') : ''
    expect(await payer.inquirePack({ ...atCounter, checkRef, uid: uidOf(), count: 10 })).toMatchObject({ outcome: 'refused', reason })
  })

  test('a delivery sells its packs, and its deletion gives them back', async () => {
    const drug = insurer.aDrug()
    const [uid = ''] = insurer.packs(drug.genericCode)
    const { trackingCode, orderRef } = await givenPrescription(payer, atDoctor, drug.genericCode, 10)
    const { deliveryRef } = await givenUnconfirmed(payer, atCounter, { trackingCode, orderRef, genericCode: drug.genericCode, count: 10, uids: [uid] })
    await payer.confirmDelivery({ ...atCounter, deliveryRef })
    expect(insurer.packState(uid)).toBe('sold')
    expect(await payer.deleteDelivery({ ...atCounter, deliveryRef })).toEqual({ outcome: 'deleted' })
    expect(insurer.packState(uid)).toBe('in-market')
    expect(await payer.findDelivery({ ...atCounter, deliveryRef })).toEqual({ outcome: 'deleted' })
    expect(await payer.order({ ...atCounter, trackingCode })).toMatchObject({ order: { items: [{ delivered: 0, remaining: 10 }] } })
  })

  test('a sold pack is not accepted again', async () => {
    const drug = insurer.aDrug()
    const [uid = ''] = insurer.packs(drug.genericCode)
    const { trackingCode, orderRef } = await givenPrescription(payer, atDoctor, drug.genericCode, 20)
    const half = { trackingCode, orderRef, genericCode: drug.genericCode, count: 10, uids: [uid] }
    await givenUnconfirmed(payer, atCounter, half)
    await expect(givenUnconfirmed(payer, atCounter, half)).rejects.toThrow(/پیش‌تر فروخته شده/)
  })
})

describe('two phases', () => {
  test('an unconfirmed delivery holds its units, counts for nobody, and lapses', async () => {
    const drug = insurer.aDrug()
    const [uid = ''] = insurer.packs(drug.genericCode)
    const { trackingCode, orderRef } = await givenPrescription(payer, atDoctor, drug.genericCode, 10)
    const { deliveryRef } = await givenUnconfirmed(payer, atCounter, { trackingCode, orderRef, genericCode: drug.genericCode, count: 10, uids: [uid] })
    const again = { ...atCounter, trackingCode, item: deliveryItem(orderRef, drug.genericCode, 10), alongside: [] }
    expect(await payer.order({ ...atCounter, trackingCode })).toMatchObject({ order: { items: [{ delivered: 0 }] } })
    expect(await payer.checkDelivery(again)).toMatchObject({ outcome: 'over-ceiling', maxCovered: 0 })
    expect(await payer.findDelivery({ ...atCounter, deliveryRef })).toEqual({ outcome: 'not-found' })

    insurer.clock.at = new Date(insurer.clock.at.getTime() + 31 * 60_000)
    expect(await payer.confirmDelivery({ ...atCounter, deliveryRef })).toMatchObject({ outcome: 'refused', reason: 'expired' })
    expect(insurer.packState(uid)).toBe('in-market')
    expect(await payer.checkDelivery(again)).toMatchObject({ outcome: 'covered' })
  })

  test('of two deliveries that together exceed the prescription one is refused, whoever checked first', async () => {
    const drug = insurer.aDrug()
    const [first = '', second = ''] = insurer.packs(drug.genericCode)
    const { trackingCode, orderRef } = await givenPrescription(payer, atDoctor, drug.genericCode, 10)
    const given = { trackingCode, orderRef, genericCode: drug.genericCode, count: 10 }
    const item = deliveryItem(orderRef, drug.genericCode, 10)
    const early = await payer.checkDelivery({ ...atCounter, trackingCode, item, alongside: [] })
    const checkRef = early.outcome === 'covered' ? (early.checkRef ?? '') : ''
    await payer.inquirePack({ ...atCounter, checkRef, uid: first, count: 10 })
    await givenUnconfirmed(payer, atCounter, { ...given, uids: [second] })
    expect(await payer.deliver({ ...atCounter, trackingCode, lines: [{ checkRef, packs: [{ uid: first, count: 10 }] }] })).toMatchObject({
      outcome: 'refused',
      code: '-11240',
    })
  })
})

describe('when no answer comes', () => {
  test('a registration whose answer is lost is told once and found afterwards', async () => {
    const drug = insurer.aDrug()
    const visit = await payer.openVisit(atDoctor)
    if (visit.outcome !== 'opened') throw new Error(visit.advice)
    const { visitRef } = visit
    const verdict = await payer.checkOrder({ ...atDoctor, visitRef, item: orderItem(drug.genericCode, 10), alongside: [] })
    const checkRefs = verdict.outcome === 'covered' && verdict.checkRef !== null ? [verdict.checkRef] : []
    const asked = { ...atDoctor, visitRef, writtenOn: insurer.clock.at }
    expect(await payer.findRegistration(asked)).toEqual({ outcome: 'not-registered' })

    await insurer.fault({ kind: 'lose', times: 1, path: 'prescription/save' })
    await expect(payer.register({ ...atDoctor, visitRef, checkRefs })).rejects.toMatchObject({ name: 'NationalUnavailable', sent: 'maybe' })
    const saves = (await insurer.received('prescription/save')).filter((it) => it.request?.includes(visitRef))
    expect(saves).toHaveLength(1)
    expect(await payer.findRegistration(asked)).toMatchObject({ outcome: 'registered', trackingCode: expect.stringMatching(/^\d{5}$/) as string })
  })

  test('a read that fails once is asked again', async () => {
    const { trackingCode } = await givenPrescription(payer, atDoctor, insurer.aDrug().genericCode, 10)
    await insurer.fault({ kind: 'error', times: 1, path: 'fetch/printcode' })
    expect(await payer.order({ ...atCounter, trackingCode })).toMatchObject({ outcome: 'found' })
  })

  test('silence ends at the deadline, and says that the write may have arrived', async () => {
    const quick = insurer.payer({ deadlineMs: 150 })
    const { visitRef, orderRef } = await givenPrescription(quick, atDoctor, insurer.aDrug().genericCode, 10)
    await insurer.fault({ kind: 'hang', times: 1, path: 'prescription/update' })
    const amending = quick.amend({ ...atDoctor, visitRef, add: [], remove: [orderRef] })
    await expect(amending).rejects.toMatchObject({ timedOut: true, sent: 'maybe' })
  })

  test('a failure before the write itself says that nothing was sent', async () => {
    const cold = insurer.payer()
    await insurer.fault({ kind: 'error', path: 'cparty/open' })
    const registering = cold.register({ ...atDoctor, visitRef: '123456789012345678', checkRefs: ['1'] })
    await expect(registering).rejects.toMatchObject({ sent: 'no' })
    await insurer.fault(null)
  })

  test('an answer that is no JSON is unreadable, not a refusal', async () => {
    await insurer.fault({ kind: 'garbage', times: 1, path: 'bill/info' })
    await expect(payer.bills({ party: doctor, year: 1405, month: 9 })).rejects.toMatchObject({ name: 'NationalUnreadable' })
  })

  test('nobody at the address is unavailable', async () => {
    const nowhere = insurer.payer({ baseUrl: 'http://127.0.0.1:1' })
    await expect(nowhere.coverage(atDoctor)).rejects.toBeInstanceOf(NationalUnavailable)
  })
})

describe('sessions', () => {
  test('one token and one session serve many calls', async () => {
    const fresh = insurer.payer()
    const before = (await insurer.received('cparty/open')).length
    await Promise.all([fresh.coverage(atDoctor), fresh.coverage({ party: doctor, patient: otherInsured }), fresh.coverage(atDoctor)])
    expect((await insurer.received('cparty/open')).length - before).toBe(1)
  })

  test.each(['ihio_token', 'ihio_session', 'ihio_citizen_session'])('what the insurer ended (%s) is opened anew, and a write still happens once', async (table) => {
    const drug = insurer.aDrug()
    const visit = await payer.openVisit(atDoctor)
    if (visit.outcome !== 'opened') throw new Error(visit.advice)
    const { visitRef } = visit
    const verdict = await payer.checkOrder({ ...atDoctor, visitRef, item: orderItem(drug.genericCode, 10), alongside: [] })
    const checkRefs = verdict.outcome === 'covered' && verdict.checkRef !== null ? [verdict.checkRef] : []
    insurer.db.exec(`DELETE FROM ${table}`)
    expect(await payer.register({ ...atDoctor, visitRef, checkRefs })).toMatchObject({ outcome: 'registered' })
  })

  test('an account with two steps asks for the password on the phone, and one message is enough', async () => {
    const call = { party: twoStepDoctor, patient: insured }
    expect(await payer.coverage(call)).toMatchObject({ outcome: 'refused', reason: 'otp-needed' })
    expect(await payer.coverage({ ...call, party: { ...twoStepDoctor, otp: '1' } })).toMatchObject({ reason: 'otp-wrong' })
    const texts = insurer.db.prepare(`SELECT text FROM sms_messages WHERE recipient = '09124445566'`).all()
    expect(texts).toHaveLength(1)
    const otp = /\d{5}$/.exec(String(texts[0]?.['text']))?.[0] ?? ''
    expect(await payer.coverage({ ...call, party: { ...twoStepDoctor, otp } })).toMatchObject({ outcome: 'covered' })
    expect(await payer.coverage(call)).toMatchObject({ outcome: 'covered' })
  })

  test('a doctor of several centres opens the visit where she works now', async () => {
    await payer.openVisit({ ...atDoctor, party: { ...doctor, siteId: 'SIAM-1100386' } })
    const [call] = await insurer.received('samad/electronic/generate')
    expect(JSON.parse(call?.request ?? '{}')).toMatchObject({ receiptPartnerId: 700386 })
    expect(await payer.openVisit({ ...atDoctor, party: { ...doctor, siteId: 'SIAM-9999999' } })).toMatchObject({ reason: 'no-access' })
  })
})
