import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { doctor, givenCheck, givenInsurer, givenOrder, givenUnconfirmed, insured, orderItem, otherDoctor, otherInsured, pharmacy, serviceItem, services, uninsured } from './testing/insurer.ts'
import type { IhioPayer, Insurer } from './testing/insurer.ts'

let insurer: Insurer
let payer: IhioPayer
beforeAll(async () => {
  insurer = await givenInsurer()
  payer = insurer.payer()
})
afterAll(() => insurer.close())

const atSpecialist = { party: doctor, patient: insured }
const referring = { party: otherDoctor, patient: insured }
const given = () => givenOrder(payer, referring, [serviceItem('referral', services.referral, { note: 'تپش قلب؛ اکو لازم است' })])
const answersTo = (visitRef: string) => payer.referral.answers({ ...referring, visitRef })

async function opened(trackingCode: string): Promise<string> {
  const visit = await payer.referral.openVisit({ ...atSpecialist, trackingCode })
  if (visit.outcome !== 'opened') throw new Error(visit.advice)
  return visit.visitRef
}

describe('from one doctor to another and back', () => {
  test('what was asked is read, treated and answered, and the answer is read by who asked', async () => {
    const drug = insurer.aDrug()
    const referred = await given()
    expect(await answersTo(referred.visitRef)).toEqual({ outcome: 'found', answers: [] })

    const origins = await payer.referral.origins({ ...atSpecialist, trackingCode: referred.trackingCode })
    expect(origins).toMatchObject({
      outcome: 'found',
      orders: [{
        writtenAt: '2026-11-25T08:00:00.000Z',
        prescriber: { name: 'سامان فرهمند' },
        items: [{ kind: 'referral', code: { system: 'rvu', value: services.referral }, note: 'تپش قلب؛ اکو لازم است', status: 'ordered' }],
      }],
    })

    const visitRef = await opened(referred.trackingCode)
    const checkRef = await givenCheck(payer, atSpecialist, visitRef, orderItem(drug.genericCode, 10))
    const answered = await payer.referral.answer({ ...atSpecialist, visitRef, checkRefs: [checkRef], feedback: 'اکو طبیعی است؛ درمان آغاز شد' })
    expect(answered).toMatchObject({ outcome: 'registered', trackingCode: expect.stringMatching(/^\d{5}$/) as string })

    expect(await answersTo(referred.visitRef)).toMatchObject({ answers: [{ feedback: 'اکو طبیعی است؛ درمان آغاز شد' }] })
    expect(await payer.progress({ ...referring, visitRef: referred.visitRef })).toMatchObject({ items: [{ status: 'delivered', remaining: 0 }] })

    const trackingCode = answered.outcome === 'registered' ? answered.trackingCode : ''
    const uids = insurer.packs(drug.genericCode).slice(0, 1)
    const atCounter = { party: pharmacy, patient: insured }
    const { deliveryRef } = await givenUnconfirmed(payer, atCounter, { trackingCode, orderRef: checkRef, genericCode: drug.genericCode, count: 10, uids })
    expect(await payer.confirmDelivery({ ...atCounter, deliveryRef })).toEqual({ outcome: 'confirmed' })
  })

  test('an answer needs no lines', async () => {
    const referred = await given()
    const visitRef = await opened(referred.trackingCode)
    expect(await payer.referral.answer({ ...atSpecialist, visitRef, checkRefs: [], feedback: 'نیازی به درمان نیست' })).toMatchObject({ outcome: 'registered' })
    expect(await answersTo(referred.visitRef)).toMatchObject({ answers: [{ feedback: 'نیازی به درمان نیست' }] })
  })

  test('a referral that came by referral names both, the nearest first', async () => {
    const first = await given()
    const visitRef = await opened(first.trackingCode)
    const onward = await givenCheck(payer, atSpecialist, visitRef, serviceItem('referral', '969012'))
    const second = await payer.referral.answer({ ...atSpecialist, visitRef, checkRefs: [onward], feedback: 'به جراح ارجاع شد' })
    const trackingCode = second.outcome === 'registered' ? second.trackingCode : ''
    const origins = await payer.referral.origins({ ...referring, trackingCode })
    expect(origins.outcome === 'found' && origins.orders.map((it) => it.prescriber.name)).toEqual(['نرگس کاویانی', 'سامان فرهمند'])
  })

  test('two specialists may answer, and both are read', async () => {
    const referred = await given()
    const [one, two] = [await opened(referred.trackingCode), await opened(referred.trackingCode)]
    await payer.referral.answer({ ...atSpecialist, visitRef: one, checkRefs: [], feedback: 'یکم' })
    expect(await payer.referral.answer({ ...atSpecialist, visitRef: two, checkRefs: [], feedback: 'دوم' })).toMatchObject({ outcome: 'registered' })
    const answers = await answersTo(referred.visitRef)
    expect(answers.outcome === 'found' && answers.answers.map((it) => it.feedback)).toEqual(['یکم', 'دوم'])
  })

  test('what else stands in the prescription is no answer', async () => {
    const drug = insurer.aDrug()
    const order = await givenOrder(payer, referring, [serviceItem('referral', services.referral), orderItem(drug.genericCode, 10)])
    const atCounter = { party: pharmacy, patient: insured }
    const given = { trackingCode: order.trackingCode, orderRef: order.orderRefs[1] ?? '', genericCode: drug.genericCode, count: 10, uids: insurer.packs(drug.genericCode).slice(0, 1) }
    const { deliveryRef } = await givenUnconfirmed(payer, atCounter, given)
    await payer.confirmDelivery({ ...atCounter, deliveryRef })
    expect(await answersTo(order.visitRef)).toEqual({ outcome: 'found', answers: [] })
  })
})

describe('refused', () => {
  test('a prescription that refers nobody opens no visit and has no origins', async () => {
    const { trackingCode } = await givenOrder(payer, referring, [orderItem(insurer.aDrug().genericCode, 1)])
    expect(await payer.referral.openVisit({ ...atSpecialist, trackingCode })).toMatchObject({ outcome: 'refused', reason: 'invalid', code: '-24212' })
    expect(await payer.referral.origins({ ...atSpecialist, trackingCode })).toEqual({ outcome: 'found', orders: [] })
  })

  test('a referral of somebody else opens nothing and tells nothing', async () => {
    const { trackingCode } = await given()
    const call = { party: doctor, patient: otherInsured, trackingCode }
    expect(await payer.referral.openVisit(call)).toMatchObject({ outcome: 'refused', code: '-24212' })
    expect(await payer.referral.origins(call)).toMatchObject({ outcome: 'refused', reason: 'not-found', code: '-35301' })
  })

  test('nobody who is not covered is received, whatever she brings', async () => {
    const before = (await insurer.received('generate/reference')).length
    expect(await payer.referral.openVisit({ party: doctor, patient: uninsured, trackingCode: '12345' })).toMatchObject({ outcome: 'refused', reason: 'not-covered' })
    expect(await insurer.received('generate/reference')).toHaveLength(before)
  })

  test('a pharmacy receives nobody', async () => {
    const { trackingCode } = await given()
    expect(await payer.referral.openVisit({ party: pharmacy, patient: insured, trackingCode })).toMatchObject({ outcome: 'refused', reason: 'no-access', code: '-24413' })
  })

  test('an answered referral opens no further visit, and a visit answers once', async () => {
    const { trackingCode } = await given()
    const visitRef = await opened(trackingCode)
    const answer = { ...atSpecialist, visitRef, checkRefs: [], feedback: 'دیده شد' }
    await payer.referral.answer(answer)
    expect(await payer.referral.answer(answer)).toMatchObject({ outcome: 'refused', reason: 'already-used', code: '-7270' })
    expect(await payer.referral.openVisit({ ...atSpecialist, trackingCode })).toMatchObject({ outcome: 'refused', reason: 'already-used', code: '-24666' })
  })

  test('answers are read by who asked alone', async () => {
    const { visitRef } = await given()
    expect(await payer.referral.answers({ ...atSpecialist, visitRef })).toMatchObject({ outcome: 'refused', reason: 'not-yours', code: '-16402' })
  })

  test('a visit that no referral opened is not answered without lines', async () => {
    const visit = await payer.openVisit(atSpecialist)
    const visitRef = visit.outcome === 'opened' ? visit.visitRef : ''
    expect(await payer.referral.answer({ ...atSpecialist, visitRef, checkRefs: [], feedback: 'هیچ' })).toMatchObject({ outcome: 'refused', code: '-7211' })
  })
})

describe('when no answer comes', () => {
  test('a visit is asked for once', async () => {
    const { trackingCode } = await given()
    await insurer.fault({ kind: 'lose', times: 1, path: 'generate/reference' })
    await expect(payer.referral.openVisit({ ...atSpecialist, trackingCode })).rejects.toMatchObject({ name: 'NationalUnavailable', sent: 'maybe' })
    expect((await insurer.received('generate/reference')).filter((it) => it.request?.includes(`"${trackingCode}"`))).toHaveLength(1)
  })

  test('a lost registration is told once, and who asked has the answer', async () => {
    const { trackingCode, visitRef } = await given()
    const answer = { ...atSpecialist, visitRef: await opened(trackingCode), checkRefs: [], feedback: 'دیده شد' }
    await insurer.fault({ kind: 'lose', times: 1, path: 'prescription/save' })
    await expect(payer.referral.answer(answer)).rejects.toMatchObject({ sent: 'maybe' })
    expect(await payer.findRegistration({ ...atSpecialist, visitRef: answer.visitRef, writtenOn: insurer.clock.at })).toMatchObject({ outcome: 'registered' })
    expect(await answersTo(visitRef)).toMatchObject({ answers: [{ feedback: 'دیده شد' }] })
  })
})
