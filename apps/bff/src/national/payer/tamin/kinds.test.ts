import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { taminRefusal } from '@noskhe/national-wire/tamin/refusals'
import type { Act, OrderItem } from '../port.ts'
import {
  closedAccount, doctor, givenLines, givenPrescription, givenTamin, insured, laboratory, orderItem, otherDoctor, serviceItem,
} from './testing/insurer.ts'
import type { Tamin, TaminPayer } from './testing/insurer.ts'

let tamin: Tamin
let payer: TaminPayer
beforeAll(async () => {
  tamin = await givenTamin()
})
let day = new Date('2026-11-24T08:00:00Z')
/** Each test has a day of its own, so that no prescription is the same as another test's. */
beforeEach(async () => {
  day = new Date(day.getTime() + 86_400_000)
  tamin.clock.at = day
  payer = tamin.payer()
  await tamin.fault('tamin', null)
})
afterAll(() => tamin.close())

const hers = { party: doctor, patient: insured }
const cbc = (change: Partial<OrderItem> = {}) => serviceItem('802000', change)
const ultrasound = () => serviceItem('790013')
const dressing = (change: Partial<OrderItem> = {}) => serviceItem('691003', change)
const drug = (count = 20) => orderItem(tamin.aDrug().genericCode, count)
const letters = async () => (await tamin.received('tamin', 'SendEpresc')).map((it) => JSON.parse(it.request ?? '{}') as Record<string, unknown>)
const find = (visitRef: string) => payer.findRegistration({ ...hers, visitRef, writtenOn: tamin.clock.at })
/** Refuses the n-th create by a line that the sandbox no longer lists. */
async function givenUnlisted(items: OrderItem[], rvuCode: string) {
  const lines = await givenLines(payer, hers, items)
  const row = tamin.db.prepare('SELECT national_code FROM tamin_service WHERE national_code = ?').get(rvuCode)
  tamin.db.prepare(`UPDATE tamin_service SET national_code = 'gone' WHERE national_code = ?`).run(rvuCode)
  return { ...lines, row, restore: () => tamin.db.prepare(`UPDATE tamin_service SET national_code = ? WHERE national_code = 'gone'`).run(rvuCode) }
}

describe('a line of a service', () => {
  test('goes by the Ministry’s code, says so, and a test names its sub-group', async () => {
    await givenPrescription(payer, hers, [cbc({ diagnosis: 'D50', note: 'ناشتا' }), ultrasound()])
    const [letter] = await letters()
    expect(letter).toMatchObject({ prescType: { prescTypeId: '2' } })
    const terminology = 'thritha.BEHDAISHT'
    expect(letter?.['noteDetailEprscs']).toEqual([
      { srvId: { srvCode: '802000', srvType: { srvType: '02' }, parTarefGrp: { parGrpCode: '0.04' }, terminology }, srvQty: 1, dose: 'ناشتا', repeat: null, dateDo: null, DiagnosisID: { icdId: 'D50' } },
      { srvId: { srvCode: '790013', srvType: { srvType: '04' }, terminology }, srvQty: 1, dose: '', repeat: null, dateDo: null },
    ])
  })

  test.each([
    ['done by its orderer', {}, '5'],
    ['for another to do', { doneBy: 'another' as const }, '6'],
  ])('%s is of its own type', async (_, change, type) => {
    await givenPrescription(payer, hers, [dressing(change)])
    expect((await letters())[0]).toMatchObject({ prescType: { prescTypeId: type } })
  })

  test('is covered at its price, over the ceiling together with its like, and unknown where the list has none', async () => {
    const { visitRef, checkRefs } = await givenLines(payer, hers, [cbc()])
    const check = (item: OrderItem, alongside: string[] = []) => payer.checkOrder({ ...hers, visitRef, item, alongside })
    expect(await check(cbc())).toMatchObject({ outcome: 'covered', unitPrice: expect.any(Number) as number })
    expect(await check(cbc({ note: 'دوباره' }), checkRefs)).toMatchObject({ outcome: 'over-ceiling', maxCovered: 1 })
    expect(await check(serviceItem('123456'))).toMatchObject({ outcome: 'refused', reason: 'not-covered', advice: expect.stringContaining('خدمت') as string })
  })

  test('of a tooth is judged by Tamin’s rules before it is sent', async () => {
    const { visitRef, checkRefs } = await givenLines(payer, hers, [serviceItem('690003', { tooth: '36' })])
    const check = (change: Partial<OrderItem>) => payer.checkOrder({ ...hers, visitRef, item: serviceItem('690003', change), alongside: checkRefs })
    expect(await check({})).toMatchObject({ code: taminRefusal.toothMissing, reason: 'invalid' })
    expect(await check({ tooth: '36', note: 'دوباره' })).toMatchObject({ code: taminRefusal.toothTreatedBefore, reason: 'duplicate' })
    expect(await check({ tooth: '37' })).toMatchObject({ outcome: 'covered' })
  })

  test('is told by the reference that it was registered by, and followed until a laboratory has done it', async () => {
    const { visitRef, checkRefs, trackingCode } = await givenPrescription(payer, hers, [cbc({ diagnosis: 'D50' })])
    const at = { party: laboratory, patient: insured, trackingCode }
    expect(await payer.progress({ ...hers, visitRef })).toMatchObject({ items: [{ checkRef: checkRefs[0], status: 'ordered', code: { system: 'rvu', value: '802000' } }] })
    const order = await payer.order(at)
    if (order.outcome !== 'found') throw new Error(order.advice)
    const item = { ...cbc(), orderRef: order.order.items[0]?.checkRef ?? '', unitPrice: null }
    const verdict = await payer.checkDelivery({ ...at, item, alongside: [] })
    if (verdict.outcome === 'refused' || verdict.checkRef === null || verdict.price === null) throw new Error('Not done')
    expect(verdict.price.insurerShare + verdict.price.patientShare + verdict.price.discount).toBe(verdict.price.total)
    const begun = await payer.deliver({ ...at, lines: [{ checkRef: verdict.checkRef, packs: [] }] })
    if (begun.outcome === 'refused') throw new Error(begun.advice)
    await payer.confirmDelivery({ ...at, deliveryRef: begun.deliveryRef })
    expect(await payer.progress({ ...hers, visitRef })).toMatchObject({ items: [{ status: 'delivered' }] })
    expect(await payer.withdraw?.({ ...hers, visitRef })).toMatchObject({ reason: 'already-delivered', code: taminRefusal.providerActed })
  })
})

describe('a mixed prescription', () => {
  const mixed = () => [cbc(), drug(), dressing({ doneBy: 'another' }), dressing(), ultrasound()]

  test('is kept in one part of each kind, each with its own code, and told so', async () => {
    const lines = await givenLines(payer, hers, mixed())
    const answer = await payer.register({ ...hers, ...lines })
    if (answer.outcome !== 'registered') throw new Error(answer.advice)
    expect(answer.parts?.map(({ kind, checkRefs }) => [kind, checkRefs.length])).toEqual([['drug', 1], ['paraclinical', 2], ['service', 1], ['referred-service', 1]])
    expect(new Set(answer.parts?.map((it) => it.trackingCode)).size).toBe(4)
    expect(answer.trackingCode).toBe(answer.parts?.[0]?.trackingCode)
    expect(await find(lines.visitRef)).toEqual(answer)
    const progress = await payer.progress({ ...hers, visitRef: lines.visitRef })
    if (progress.outcome !== 'found') throw new Error(progress.advice)
    const told = progress.items.map(({ checkRef, trackingCode }) => [checkRef, trackingCode])
    expect(told).toEqual(answer.parts?.flatMap((part) => part.checkRefs.map((ref) => [ref, part.trackingCode])))
  })

  test('is not registered at all where one part is refused', async () => {
    const { restore, ...lines } = await givenUnlisted([drug(), cbc()], '802000')
    expect(await payer.register({ ...hers, ...lines })).toMatchObject({ outcome: 'refused', code: taminRefusal.serviceUndefined })
    expect(await find(lines.visitRef)).toEqual({ outcome: 'not-registered' })
    restore()
    expect(await payer.register({ ...hers, ...lines })).toMatchObject({ outcome: 'registered', parts: [{ kind: 'drug' }, { kind: 'paraclinical' }] })
    expect(await find(lines.visitRef)).toMatchObject({ outcome: 'registered' })
  })

  test('whose taking back was lost is taken back when it is asked about', async () => {
    const { restore, ...lines } = await givenUnlisted([drug(), cbc()], '802000')
    // Of `/ep/…` only the taking back is called here.
    await tamin.fault('tamin', { kind: 'error', times: 1, path: '/ep/' })
    await expect(payer.register({ ...hers, ...lines })).rejects.toMatchObject({ name: 'NationalUnavailable', sent: 'maybe' })
    restore()
    expect(await find(lines.visitRef)).toEqual({ outcome: 'not-registered' })
    expect(await payer.withdraw?.({ ...hers, visitRef: lines.visitRef })).toEqual({ outcome: 'withdrawn' })
  })

  test('told again it is the old one, part by part', async () => {
    const lines = await givenLines(payer, hers, [drug(), cbc()])
    const first = await payer.register({ ...hers, ...lines })
    expect(await payer.register({ ...hers, ...lines })).toEqual(first)
  })

  test('gains a kind under a new code, and loses one; what is left is still whole', async () => {
    const { visitRef, checkRefs, trackingCode } = await givenPrescription(payer, hers, [drug()])
    const { checkRefs: more } = await givenLines(payer, hers, [cbc()])
    expect(await payer.amend({ ...hers, visitRef, add: more, remove: [] })).toMatchObject({ trackingCode, parts: [{ kind: 'drug' }, { kind: 'paraclinical', checkRefs: more }] })
    expect(await find(visitRef)).toMatchObject({ outcome: 'registered', parts: [{ kind: 'drug' }, { kind: 'paraclinical' }] })
    const both = await givenLines(payer, hers, [drug()])
    expect(await payer.amend({ ...hers, visitRef, add: both.checkRefs, remove: more })).toMatchObject({ outcome: 'refused', reason: 'not-permitted' })
    expect(await payer.amend({ ...hers, visitRef, add: [], remove: more })).toEqual({ outcome: 'registered', trackingCode })
    expect(await find(visitRef)).toEqual({ outcome: 'registered', trackingCode })
    expect(await payer.progress({ ...hers, visitRef })).toMatchObject({ items: checkRefs.map((checkRef) => ({ checkRef })) })
  })

  test('whose one edit is refused keeps nothing of what came before it', async () => {
    const { visitRef, checkRefs } = await givenPrescription(payer, hers, [drug()])
    const edit = async (add: string[]) => payer.amend({ ...hers, visitRef, add, remove: checkRefs })
    await edit((await givenLines(payer, hers, [drug()])).checkRefs)
    const again = await givenLines(payer, hers, [drug(), cbc()])
    expect(await edit(again.checkRefs)).toMatchObject({ outcome: 'refused', code: taminRefusal.editedBefore })
    expect(await find(visitRef)).toEqual({ outcome: 'registered', trackingCode: expect.any(String) as string })
  })

  test('services are not edited', async () => {
    const { visitRef } = await givenPrescription(payer, hers, [dressing()])
    const { checkRefs: add } = await givenLines(payer, hers, [serviceItem('691002')])
    expect(await payer.amend({ ...hers, visitRef, add, remove: [] })).toMatchObject({ outcome: 'refused', reason: 'not-permitted' })
  })

  test('is withdrawn whole until the end of its day', async () => {
    const today = await givenPrescription(payer, hers, mixed())
    expect(await payer.withdraw?.({ ...hers, visitRef: today.visitRef })).toEqual({ outcome: 'withdrawn' })
    expect(await find(today.visitRef)).toEqual({ outcome: 'not-registered' })
    const kept = await givenPrescription(payer, hers, mixed())
    tamin.clock.at = new Date(day.getTime() + 86_400_000)
    expect(await payer.withdraw?.({ ...hers, visitRef: kept.visitRef })).toMatchObject({ reason: 'window-closed', code: taminRefusal.deletionOver })
    expect(await find(kept.visitRef)).toMatchObject({ outcome: 'registered' })
  })
})

describe('without lines', () => {
  const given = async (act: Act, by = hers) => {
    const visit = await payer.openVisit(by)
    if (visit.outcome !== 'opened') throw new Error(visit.advice)
    const { visitRef } = visit
    return { visitRef, answer: await payer.withoutLines?.registerAct({ ...by, visitRef, act }) }
  }
  const referral = { kind: 'referral', specialty: '151212', to: null, reason: 'ارزیابی', diagnosis: 'D50', isUrgent: true } as const

  test.each<[string, Act]>([
    ['a visit', { kind: 'visit' }],
    ['a referral', referral],
    ['a stay in hospital', { kind: 'hospitalisation', reason: 'افت اکسیژن', diagnosis: 'D50' }],
  ])('%s is registered, found by its visit, and withdrawn', async (_, act) => {
    const { visitRef, answer } = await given(act)
    expect(answer).toEqual({ outcome: 'registered', trackingCode: expect.stringMatching(/^\d{7}$/) as string })
    expect(await find(visitRef)).toEqual(answer)
    expect(await payer.withdraw?.({ ...hers, visitRef })).toEqual({ outcome: 'withdrawn' })
  })

  test('a visit whose answer was lost is found; told again it is the old one; a second visit that day is a duplicate', async () => {
    await tamin.fault('tamin', { kind: 'lose', times: 1, path: 'SendEpresc' })
    const visit = await payer.openVisit(hers)
    if (visit.outcome !== 'opened') throw new Error(visit.advice)
    const tell = () => payer.withoutLines?.registerAct({ ...hers, visitRef: visit.visitRef, act: { kind: 'visit' } })
    await expect(tell()).rejects.toMatchObject({ sent: 'maybe' })
    expect(await tell()).toEqual(await find(visit.visitRef))
    expect((await given({ kind: 'visit' })).answer).toMatchObject({ outcome: 'refused', reason: 'duplicate' })
  })

  test('a referral comes to the colleague, is answered with every question, and read by its writer', async () => {
    const { answer } = await given({ ...referral, to: '152908' })
    if (answer?.outcome !== 'registered') throw new Error('Not referred')
    const desk = payer.withoutLines
    const inbox = await desk?.referralInbox({ party: otherDoctor })
    const it = inbox?.outcome === 'found' ? inbox.referrals.find(({ trackingCode }) => trackingCode === answer.trackingCode) : undefined
    expect(it).toMatchObject({ patientName: 'فاطمه رستگار', from: { name: 'نرگس کاویانی' }, reason: 'ارزیابی', isUrgent: true, feedback: null })
    expect(await desk?.countReferrals({ party: otherDoctor })).toEqual({ outcome: 'found', count: inbox?.outcome === 'found' ? inbox.referrals.length : -1 })

    const asked = await desk?.feedbackQuestions({ party: otherDoctor })
    if (asked?.outcome !== 'found') throw new Error('No questions')
    const answers = asked.questions.map(({ question, answers: [first] }) => ({ question, answer: first?.answer ?? '' }))
    const feedback = { kind: 'feedback', referralRef: it?.referralRef ?? '', text: 'درمان آغاز شد', answers } as const
    const theirs = { party: otherDoctor, patient: insured }
    expect((await given({ ...feedback, answers: [] }, theirs)).answer).toMatchObject({ reason: 'invalid', code: taminRefusal.answersIncomplete })
    expect((await given(feedback, theirs)).answer).toMatchObject({ outcome: 'registered' })
    expect(await desk?.referral({ ...hers, trackingCode: answer.trackingCode })).toMatchObject({
      referral: { feedback: { by: 'سامان فرهمند', text: 'درمان آغاز شد', answers } },
    })
    expect(await desk?.countReferrals({ party: otherDoctor })).toMatchObject({ count: (inbox?.outcome === 'found' ? inbox.referrals.length : 0) - 1 })
  })

  test('specialties are Tamin’s own list', async () =>
    expect(await payer.withoutLines?.specialties({ party: doctor })).toMatchObject({ choices: expect.arrayContaining([{ code: '151212', title: 'پزشک عمومی' }]) as unknown }))
})

test('the number that she gave at her admission goes before the one that Tamin has', async () => {
  await givenPrescription(payer, { ...hers, patient: { ...insured, mobile: '09351234567' } }, [cbc()])
  expect((await letters())[0]).toMatchObject({ mobile: '09351234567' })
})

test('four hours after she signed in the refresh token is no longer taken, and she signs in anew', async () => {
  const signIns = async () => (await tamin.received('tamin-account', 'authorize')).length
  await payer.coverage(hers)
  const before = await signIns()
  for (const hours of [1.1, 2.2, 3.3]) {
    tamin.clock.at = new Date(day.getTime() + hours * 3_600_000)
    expect(await payer.coverage(hers)).toMatchObject({ outcome: 'covered' })
  }
  expect(await signIns()).toBe(before)
  tamin.clock.at = new Date(day.getTime() + 4.4 * 3_600_000)
  expect(await payer.coverage(hers)).toMatchObject({ outcome: 'covered' })
  expect(await signIns()).toBe(before + 1)
})

test('a closed account is told so, with whom to call', async () =>
  expect(await payer.coverage({ ...hers, party: closedAccount })).toMatchObject({ outcome: 'refused', reason: 'no-access', code: 'account_closed', advice: expect.stringContaining('بسته شده') as string }))
