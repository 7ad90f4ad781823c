import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { taminRefusal } from '@noskhe/national-wire/tamin/refusals'
import type { CallLog } from '../../gateway/call-book.ts'
import { doctorIdentity } from './doctor-identity.ts'
import { refusalOf } from './outcomes.ts'
import {
  doctor, foreignDoctor, givenLines, givenPrescription, givenTamin, insured, insuredElsewhere, midwife, orderItem, otherDoctor, otherInsured, pharmacy,
} from './testing/insurer.ts'
import type { Tamin, TaminPayer } from './testing/insurer.ts'

let tamin: Tamin
let payer: TaminPayer
beforeAll(async () => {
  tamin = await givenTamin()
})
beforeEach(async () => {
  tamin.clock.at = new Date('2026-11-25T08:00:00Z')
  payer = tamin.payer()
  await tamin.fault('tamin', null)
})
afterAll(() => tamin.close())

const hers = { party: doctor, patient: insured }
const atCounter = { party: pharmacy, patient: insured }
const later = (hours: number) => {
  tamin.clock.at = new Date(tamin.clock.at.getTime() + hours * 3_600_000)
}
const written = (items = [orderItem(tamin.aDrug().genericCode)]) => givenPrescription(payer, hers, items)

describe('signing in', () => {
  test('once for many calls; after an hour by the refresh token, without the password', async () => {
    const before = (await tamin.received('tamin-account', 'authorize')).length
    await payer.coverage(hers)
    await payer.coverage(hers)
    later(1.1)
    expect(await payer.coverage(hers)).toMatchObject({ outcome: 'covered' })
    expect((await tamin.received('tamin-account', 'authorize')).length).toBe(before + 1)
    const [last] = await tamin.received('tamin-account', 'v2/token')
    expect(last?.request).toContain('"grant_type":"refresh_token"')
  })

  test('a refresh token that is no longer taken leads to the password again', async () => {
    await payer.coverage(hers)
    tamin.db.exec(`DELETE FROM tamin_grant`)
    expect(await payer.coverage(hers)).toMatchObject({ outcome: 'covered' })
  })

  test('a wrong password and an unknown software are refused, each with its next step', async () => {
    expect(await payer.coverage({ ...hers, party: { ...doctor, password: 'x' } })).toMatchObject({ outcome: 'refused', reason: 'sign-in' })
    expect(await tamin.payer({ clientId: 'nobody' }).coverage(hers)).toMatchObject({ outcome: 'refused', reason: 'no-access' })
  })
})

describe('entitlement', () => {
  test('is told with fund and last day', async () =>
    expect(await payer.coverage(hers)).toEqual({ outcome: 'covered', patientName: 'فاطمه رستگار', fund: 'اجباری', validUntil: '1406-12-29', messages: [] }))
  test('of whom another insures is a no, and opens no visit', async () => {
    expect(await payer.coverage({ ...hers, patient: insuredElsewhere })).toMatchObject({ outcome: 'not-covered', messages: [{ severity: 'rejection' }] })
    expect(await payer.openVisit({ ...hers, patient: insuredElsewhere })).toMatchObject({ outcome: 'refused', reason: 'not-covered' })
  })
  test('a number that Tamin knows nobody by is not sent', async () =>
    expect(await payer.coverage({ ...hers, patient: { identity: { kind: 'unique-id', value: 'UM140500000127' } } })).toMatchObject({ reason: 'patient-unknown', code: 'not-sent' }))
  test('nothing of a patient is logged', async () => {
    const lines: string[] = []
    const log: CallLog = { info: (it) => void lines.push(JSON.stringify(it)), warn: (it) => void lines.push(JSON.stringify(it)) }
    await givenPrescription(tamin.payer({ log }), hers, [orderItem(tamin.aDrug().genericCode)])
    expect(lines.some((it) => it.includes('SendEpresc'))).toBe(true)
    expect(lines.join()).not.toMatch(/0451627385|0041827368|145263/)
  })
})

describe('a line before it is sent', () => {
  const check = async (genericCode: string, count = 10, change: object = {}) => {
    const { visitRef, checkRefs } = await givenLines(payer, hers, [])
    return payer.checkOrder({ ...hers, visitRef, item: orderItem(genericCode, count, change), alongside: checkRefs })
  }

  test('is covered at the price without subsidy', async () => {
    const { genericCode, price } = tamin.aDrug()
    expect(await check(genericCode)).toMatchObject({ outcome: 'covered', unitPrice: price, checkRef: expect.any(String) as string })
  })
  test.each([
    ['not-covered', `status = 'نیست'`],
    ['not-covered', `status = 'صرفا مشمول یارانه دولت'`],
    ['needs-document', `file_required AND status = 'است'`],
  ])('is %s and may be sent where %s', async (outcome, fits) => {
    expect(await check(tamin.aDrug(fits).genericCode, 1)).toMatchObject({ outcome, checkRef: expect.any(String) as string, messages: expect.arrayContaining([expect.objectContaining({ severity: 'warning' })]) as unknown })
  })
  test('is over the ceiling together with the other lines of its drug', async () => {
    const { genericCode } = tamin.aDrug(`max_prescription = 100 AND status = 'است' AND NOT file_required`)
    const { visitRef, checkRefs } = await givenLines(payer, hers, [orderItem(genericCode, 60)])
    const item = orderItem(genericCode, 50)
    expect(await payer.checkOrder({ ...hers, visitRef, item, alongside: checkRefs })).toMatchObject({ outcome: 'over-ceiling', maxCovered: 100 })
    expect(await payer.checkOrder({ ...hers, visitRef, item, alongside: [] })).toMatchObject({ outcome: 'covered' })
  })
  test('of another share than the usual one is priced in words', async () =>
    expect(await check(tamin.aDrug(`share = 90`).genericCode, 1)).toMatchObject({ unitPrice: null, messages: [{ text: expect.stringContaining('۹۰') as string }, {}] }))
  test('without a code at Tamin is not covered, and says what to do', async () =>
    expect(await check(tamin.aDrugWithoutCode())).toMatchObject({ outcome: 'refused', reason: 'not-covered', advice: expect.stringContaining('نسخهٔ آزاد') as string }))
  test.each([
    ['compounded', { compound: 1 }, 'not-permitted'],
    ['repeated four times', { periods: 4 }, 'invalid'],
  ])('that is %s is refused here', async (_, change, reason) =>
    expect(await check(tamin.aDrug().genericCode, 10, change)).toMatchObject({ outcome: 'refused', reason }))
  test('that is there already, word for word, is refused', async () => {
    const item = orderItem(tamin.aDrug().genericCode)
    const { visitRef, checkRefs } = await givenLines(payer, hers, [item])
    expect(await payer.checkOrder({ ...hers, visitRef, item, alongside: checkRefs })).toMatchObject({ reason: 'duplicate' })
  })
  test('of another patient’s or doctor’s visit is refused', async () => {
    const { visitRef } = await givenLines(payer, hers, [])
    const item = orderItem(tamin.aDrug().genericCode)
    expect(await payer.checkOrder({ ...hers, patient: otherInsured, visitRef, item, alongside: [] })).toMatchObject({ reason: 'mismatch' })
    expect(await payer.checkOrder({ ...hers, party: otherDoctor, visitRef, item, alongside: [] })).toMatchObject({ reason: 'mismatch' })
  })
})

describe('registering', () => {
  test('tells Tamin its own drug code, the directions by code, the rest in words', async () => {
    const { genericCode, ws_code } = tamin.aDrug()
    await written([orderItem(genericCode)])
    const [call] = await tamin.received('tamin', 'SendEpresc')
    expect(JSON.parse(call?.request ?? '')).toMatchObject({
      patient: '0451627385', mobile: '09122936650', prescDate: '14050904', docId: '145263', prescType: { prescTypeId: '1' }, clientId: 'noskhe',
      noteDetailEprscs: [{ srvId: { srvCode: ws_code }, srvQty: 20, timesAday: { drugAmntId: '1' }, drugInstruction: { drugInstId: '3' }, dose: 'به مدت ۷ روز، بعد از غذا' }],
    })
  })

  test('a repeated line names its first day', async () => {
    await written([orderItem(tamin.aDrug().genericCode, 20, { periods: 3 })])
    const [call] = await tamin.received('tamin', 'SendEpresc')
    expect(JSON.parse(call?.request ?? '')).toMatchObject({ noteDetailEprscs: [{ repeat: 3, dateDo: '14050904' }] })
  })

  test('by a midwife and by a foreign doctor is accepted in the spelling that Tamin asks for', async () => {
    for (const party of [midwife, foreignDoctor]) {
      await expect(givenPrescription(payer, { party, patient: insured }, [orderItem(tamin.aDrug().genericCode)])).resolves.toMatchObject({ trackingCode: expect.any(String) as string })
    }
    expect(doctorIdentity({ kind: 'midwife', fullName: '', nationalCode: '1', councilNumber: 'م-60231', mobile: '', siamIds: [] })).toMatchObject({ docId: '60231*' })
  })

  test('a lost answer is found by asking', async () => {
    const lines = await givenLines(payer, hers, [orderItem(tamin.aDrug().genericCode)])
    await tamin.fault('tamin', { kind: 'lose', times: 1, path: 'SendEpresc' })
    await expect(payer.register({ ...hers, ...lines })).rejects.toMatchObject({ name: 'NationalUnavailable', sent: 'maybe' })
    const found = await payer.findRegistration({ ...hers, visitRef: lines.visitRef, writtenOn: tamin.clock.at })
    expect(found).toMatchObject({ outcome: 'registered', trackingCode: expect.stringMatching(/^\d{7}$/) as string })
  })

  test('… and told again it is the old one: 304 is reconciled, not an error', async () => {
    const lines = await givenLines(payer, hers, [orderItem(tamin.aDrug().genericCode)])
    await tamin.fault('tamin', { kind: 'lose', times: 1, path: 'SendEpresc' })
    await expect(payer.register({ ...hers, ...lines })).rejects.toThrow()
    const again = await payer.register({ ...hers, ...lines })
    expect(again).toEqual(await payer.findRegistration({ ...hers, visitRef: lines.visitRef, writtenOn: tamin.clock.at }))
  })

  test('the same written a second time on purpose is refused as a duplicate, and was not registered', async () => {
    const item = orderItem(tamin.aDrug().genericCode)
    await written([item])
    const second = await givenLines(payer, hers, [item])
    expect(await payer.register({ ...hers, ...second })).toMatchObject({ outcome: 'refused', reason: 'duplicate', code: '304' })
    expect(await payer.findRegistration({ ...hers, visitRef: second.visitRef, writtenOn: tamin.clock.at })).toEqual({ outcome: 'not-registered' })
  })

  test('what never reached Tamin says so', async () => {
    const lines = await givenLines(payer, hers, [orderItem(tamin.aDrug().genericCode)])
    await tamin.fault('tamin', { kind: 'error', path: 'deserve-info' })
    await expect(payer.register({ ...hers, ...lines })).rejects.toMatchObject({ name: 'NationalUnavailable', sent: 'no' })
    expect(await payer.findRegistration({ ...hers, visitRef: lines.visitRef, writtenOn: tamin.clock.at })).toEqual({ outcome: 'not-registered' })
  })

  test('the lines are told by the references that they were registered by', async () => {
    const { visitRef, checkRefs } = await written([orderItem(tamin.aDrug().genericCode), orderItem(tamin.aDrug().genericCode, 5, { consumption: 'هر ۹ ساعت ۱ عدد' })])
    const progress = await payer.progress({ ...hers, visitRef })
    expect(progress).toMatchObject({ outcome: 'found', items: checkRefs.map((checkRef) => ({ checkRef, status: 'ordered' })) })
  })
})

describe('changing what was registered', () => {
  const amend = (visitRef: string, change: { add?: string[]; remove?: string[] }, by = payer) => by.amend({ ...hers, visitRef, add: [], remove: [], ...change })
  const another = async () => (await givenLines(payer, hers, [orderItem(tamin.aDrug().genericCode)])).checkRefs

  test('once, under the same tracking code; the second edit is refused', async () => {
    const { visitRef, checkRefs, trackingCode } = await written()
    const add = await another()
    expect(await amend(visitRef, { add, remove: checkRefs })).toEqual({ outcome: 'registered', trackingCode })
    expect(await payer.progress({ ...hers, visitRef })).toMatchObject({ items: [{ checkRef: add[0] }] })
    expect(await amend(visitRef, { add: checkRefs })).toMatchObject({ outcome: 'refused', reason: 'window-closed' })
  })

  test('not with another clientId', async () => {
    const { visitRef } = await written()
    // Another software has other references of its own: it does not know ours.
    expect(await amend(visitRef, { add: await another() }, tamin.payer({ clientId: 'another-house' }))).toMatchObject({ outcome: 'refused', reason: 'mismatch' })
    expect(refusalOf(taminRefusal.otherClient, '').reason).toBe('not-yours')
  })

  test('taking out every line deletes it, on the day it was made', async () => {
    const today = await written()
    expect(await amend(today.visitRef, { remove: today.checkRefs })).toMatchObject({ outcome: 'registered' })
    expect(await payer.findRegistration({ ...hers, visitRef: today.visitRef, writtenOn: tamin.clock.at })).toEqual({ outcome: 'not-registered' })
    const kept = await written()
    later(24)
    expect(await amend(kept.visitRef, { remove: kept.checkRefs })).toMatchObject({ outcome: 'refused', reason: 'window-closed' })
  })
})

describe('at the counter', () => {
  async function delivered(units = 10, fits?: string) {
    const { genericCode } = tamin.aDrug(fits)
    const prescription = await written([orderItem(genericCode, 20)])
    const { trackingCode } = prescription
    const order = await payer.order({ ...atCounter, trackingCode })
    if (order.outcome !== 'found') throw new Error(order.advice)
    const [line] = order.order.items
    const { note, periods, consumption, instruction, checkRef: orderRef = '' } = line ?? { note: '', periods: 1, consumption: '', instruction: '' }
    const item = { orderRef, code: { system: 'generic' as const, value: genericCode }, count: units, consumption, instruction, note, periods, unitPrice: null }
    const verdict = await payer.checkDelivery({ ...atCounter, trackingCode, item, alongside: [] })
    if (verdict.outcome === 'refused' || verdict.checkRef === null) throw new Error('Not given')
    const { checkRef } = verdict
    const packs = tamin.packs(genericCode).slice(0, units / 10).map((uid) => ({ uid, count: 10 }))
    for (const pack of packs) expect(await payer.inquirePack({ ...atCounter, checkRef, ...pack })).toEqual({ outcome: 'accepted' })
    const begun = await payer.deliver({ ...atCounter, trackingCode, lines: [{ checkRef, packs }] })
    if (begun.outcome === 'refused') throw new Error(begun.advice)
    return { ...prescription, ...begun, verdict, packs, item, order: order.order, checkRef, genericCode }
  }
  const confirm = (deliveryRef: string) => payer.confirmDelivery({ ...atCounter, deliveryRef })
  const find = (deliveryRef: string) => payer.findDelivery({ ...atCounter, deliveryRef })

  test('a prescription is found by patient and tracking code, with words for its directions', async () => {
    const { trackingCode, visitRef, order } = await delivered()
    expect(await payer.openOrders(atCounter)).toMatchObject({ orders: expect.arrayContaining([expect.objectContaining({ trackingCode, visitRef, patientName: 'فاطمه رستگار' })]) as unknown })
    expect(order).toMatchObject({ prescriber: { name: 'نرگس کاویانی' }, items: [{ consumption: 'یک عدد، هر ۸ ساعت', instruction: 'به مدت ۷ روز، بعد از غذا' }] })
    expect(await payer.order({ ...atCounter, patient: otherInsured, trackingCode })).toMatchObject({ reason: 'not-found' })
  })

  test('organisation 70, patient 30; nothing counts before it is confirmed', async () => {
    const { verdict, deliveryRef, visitRef } = await delivered()
    if (verdict.price === null) throw new Error('No price')
    expect(verdict.price.insurerShare).toBe(Math.floor((verdict.price.total * 70) / 100))
    expect(verdict.price.insurerShare + verdict.price.patientShare).toBe(verdict.price.total)
    expect(await find(deliveryRef)).toEqual({ outcome: 'not-found' })
    expect(await confirm(deliveryRef)).toEqual({ outcome: 'confirmed' })
    expect(await find(deliveryRef)).toMatchObject({ outcome: 'delivered', visitRef, total: verdict.price.total, patientShare: verdict.price.patientShare })
    expect(await payer.progress({ ...hers, visitRef })).toMatchObject({ items: [{ delivered: 10, remaining: 10, status: 'partly-delivered' }] })
  })

  test('the subsidy is neither the insurer’s nor the patient’s', async () => {
    const { price } = (await delivered(10, `subsidy > 0 AND share = 70 AND barcode_required AND coalesce(max_prescription, 100) >= 30`)).verdict
    if (price === null) throw new Error('No price')
    expect(price.discount).toBeGreaterThan(0)
    expect(price.insurerShare + price.patientShare + price.discount).toBe(price.total)
  })

  test('a lost confirmation is found', async () => {
    const { deliveryRef } = await delivered()
    await tamin.fault('tamin', { kind: 'lose', times: 1, path: '/confirm' })
    await expect(confirm(deliveryRef)).rejects.toMatchObject({ sent: 'maybe' })
    expect(await find(deliveryRef)).toMatchObject({ outcome: 'delivered' })
  })

  test('a check is used once', async () => {
    const { trackingCode, checkRef, packs } = await delivered()
    expect(await payer.deliver({ ...atCounter, trackingCode, lines: [{ checkRef, packs }] })).toMatchObject({ outcome: 'refused', reason: 'already-used' })
  })

  test('what a pharmacy has begun its doctor no longer edits; a deleted delivery frees it', async () => {
    const { deliveryRef, visitRef, packs } = await delivered()
    await confirm(deliveryRef)
    const { checkRefs } = await givenLines(payer, hers, [orderItem(tamin.aDrug().genericCode)])
    const amend = () => payer.amend({ ...hers, visitRef, add: checkRefs, remove: [] })
    expect(await amend()).toMatchObject({ outcome: 'refused', reason: 'already-delivered' })
    expect(await payer.deleteDelivery({ ...atCounter, deliveryRef })).toEqual({ outcome: 'deleted' })
    expect(await find(deliveryRef)).toEqual({ outcome: 'deleted' })
    expect(tamin.packState(packs[0]?.uid ?? '')).toBe('in-market')
    expect(await amend()).toMatchObject({ outcome: 'registered' })
  })

  test('a pack of another drug is refused as such', async () => {
    const { checkRef } = await delivered()
    const [uid = ''] = tamin.packs(tamin.aDrug().genericCode)
    expect(await payer.inquirePack({ ...atCounter, checkRef, uid, count: 10 })).toMatchObject({ outcome: 'refused', reason: 'pack-mismatch' })
  })

  test('what is outside the prescription is not the insurer’s', async () => {
    const { trackingCode, item } = await delivered()
    expect(await payer.checkDelivery({ ...atCounter, trackingCode, item: { ...item, orderRef: null }, alongside: [] })).toMatchObject({ reason: 'not-permitted' })
  })

  test('the month’s bill holds what was confirmed; a doctor is owed nothing for drugs', async () => {
    tamin.clock.at = new Date('2027-01-25T08:00:00Z')
    const { deliveryRef, verdict } = await delivered()
    await confirm(deliveryRef)
    expect(await payer.bills({ party: pharmacy, year: 1405, month: 11 })).toMatchObject({ lines: [{ cycle: '1405-11', count: 1, insurerShare: verdict.price?.insurerShare }] })
    expect(await payer.bills({ party: doctor, year: 1405, month: 11 })).toEqual({ outcome: 'found', lines: [] })
  })
})

describe('every refusal', () => {
  test.each(Object.entries(taminRefusal))('%s has a reason and a next step in Persian', (_, code) => {
    const { reason, advice } = refusalOf(code, 'پیام بیمه')
    expect(reason).not.toBe('unlisted')
    expect(advice).toMatch(/[آ-ی].*\.$/)
  })
  test('one that nobody listed is told in the insurer’s own words', () =>
    expect(refusalOf('9999', 'پیام بیمه')).toMatchObject({ reason: 'unlisted', code: '9999', message: 'پیام بیمه' }))
})
