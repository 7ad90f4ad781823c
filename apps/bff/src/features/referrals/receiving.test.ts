import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Order } from '../../national/payer/port.ts'
import { type Doctor, Practice, item } from '../../testing/practice.ts'
import { openAct, reconcileRegistrations, saveAct } from '../prescriptions/index.ts'
import { countReferrals } from './count-referrals.ts'
import { findInbox } from './find-inbox.ts'
import { openReferral } from './open-referral.ts'
import { readReferral } from './read-referral.ts'
import { ReferralBook, lineDesk } from './testing/referral-book.ts'

let practice: Practice
let doctor: Doctor
beforeAll(async () => {
  practice = await Practice.open()
})
beforeEach(async () => {
  await practice.startOver()
  doctor = await practice.doctor()
})
afterAll(() => practice.close())

const text = 'اکو طبیعی است؛ درمان آغاز شد'
const visit = async () => (await practice.encounter(doctor)).id

async function answered(it: Prescription, answers = [{ question: '1', answer: '2' }]): Promise<Prescription> {
  return saveAct(doctor.context, { id: it.id, revision: it.revision, act: { kind: 'feedback', text, answers }, diagnosisCode: null })
}

describe('where the insurer keeps referrals', () => {
  const trackingCode = '2718281'
  let book: ReferralBook
  beforeEach(() => {
    book = new ReferralBook(practice.salamat)
    practice.national.payers.salamat = { ...practice.salamat.port, withoutLines: book.port }
  })
  const opened = async () => openReferral(doctor.context, { id: await visit(), trackingCode })
  const signed = async () => practice.sign(doctor, await answered(await opened()))

  test('those that wait are listed and counted, urgent ones first', async () => {
    book.receive()
    book.receive({ trackingCode: '3', isUrgent: true, to: '145001' })
    const { inboxes } = await findInbox(doctor.context)
    expect(inboxes[0]?.referrals.map((it) => [it.trackingCode, it.isUrgent, it.isByName])).toEqual([['3', true, true], [trackingCode, false, false]])
    expect(await countReferrals(doctor.context)).toEqual({ count: 2 })
  })

  test('a silent insurer is neither none nor some', async () => {
    book.isSilent = true
    expect((await findInbox(doctor.context)).inboxes).toMatchObject([{ state: 'unanswered', referrals: [] }])
    expect(await countReferrals(doctor.context)).toEqual({ count: null })
  })

  test('who has no account there has no inbox there', async () => {
    const { context } = await practice.doctor({ insurer: null })
    expect(await findInbox(context)).toEqual({ inboxes: [], byCodeOnly: [] })
  })

  test('one is read without being opened, and the look is written down', async () => {
    book.receive()
    const id = await visit()
    expect(await readReferral(doctor.context, { id, trackingCode })).toMatchObject({ from: { name: 'احمد سلیم' }, reasons: ['تپش قلب؛ اکو لازم است'] })
    expect(await practice.auditOf(id)).toContain('referral.looked-up')
    expect(await practice.db.prescription.count({ where: { encounterId: id } })).toBe(0)
  })

  test('a code that is nobody’s is said to be that', async () => {
    await expect(opened()).rejects.toMatchObject({ code: 'referral.not-found' })
  })

  test('a question left open is not signed', async () => {
    book.receive()
    await expect(practice.ask(doctor, await answered(await opened(), []))).rejects.toMatchObject({ code: 'act.incomplete' })
  })

  test('the answer is told once with every question, under the insurer’s own name of the referral, which never leaves us', async () => {
    const { referralRef } = book.receive()
    const it = await practice.register(doctor.context, await signed())
    expect(it.status).toBe('registered')
    expect(book.told.map(({ act }) => act)).toEqual([{ kind: 'feedback', referralRef, text, answers: [{ question: '1', answer: '2' }] }])
    expect(JSON.stringify(it)).not.toContain(referralRef)
  })

  test('of two answers to one referral the second is refused and open again', async () => {
    book.receive()
    const [one, two] = [await signed(), await signed()]
    await practice.register(doctor.context, one)
    await expect(practice.register(doctor.context, two)).rejects.toMatchObject({ code: 'payer.refused' })
    expect(await practice.reload(doctor, two)).toMatchObject({ status: 'draft', refusal: 'این ارجاع پیش‌تر بازخورد گرفته است.' })
  })

  test('a lost answer is settled by asking; the referral is then answered and not opened again', async () => {
    book.receive()
    const it = await signed()
    book.loses = 'after-acting'
    expect((await practice.register(doctor.context, it)).status).toBe('registration-unknown')
    practice.pass(600)
    await reconcileRegistrations(doctor.context)
    expect((await practice.reload(doctor, it)).status).toBe('registered')
    expect(book.told).toHaveLength(1)
    await expect(opened()).rejects.toMatchObject({ code: 'referral.answered' })
  })
})

describe('where a referral is a line', () => {
  const trackingCode = '12345'
  const line = { checkRef: 'x', code: { system: 'rvu' as const, value: '969001' }, kind: 'referral' as const, name: 'ارجاع به متخصص بیماری‌های داخلی', note: 'فوری: تپش قلب' }
  const directions = { form: null, ordered: 1, delivered: 0, remaining: 1, status: 'ordered' as const, consumption: '', instruction: '', periods: 1, compound: null, activeFrom: null, unitPrice: 0, deliveries: [] }
  const order: Order = {
    trackingCode: null, visitRef: '', writtenAt: '2026-11-24T08:00:00.000Z', prescriber: { name: 'سامان فرهمند', councilNumber: null, licence: null, phone: null },
    items: [{ ...line, ...directions }],
  }
  let desk: ReturnType<typeof lineDesk>
  beforeEach(() => {
    desk = lineDesk(practice.salamat, order)
    practice.national.payers.salamat = { ...practice.salamat.port, ...desk.port }
  })
  const opened = async () => openReferral(doctor.context, { id: await visit(), trackingCode })

  test('it is found by its code alone', async () => {
    expect(await findInbox(doctor.context)).toEqual({ inboxes: [], byCodeOnly: ['salamat'] })
    expect(await readReferral(doctor.context, { id: await visit(), trackingCode })).toMatchObject({ isUrgent: true, reasons: ['تپش قلب'] })
  })

  test('what is written under the visit that it opened is told with the answer, once', async () => {
    const begun = await opened()
    const checked = await practice.check(doctor, await practice.save(doctor, begun, [item()]))
    const it = await practice.register(doctor.context, await practice.sign(doctor, await answered(checked, [])))
    expect(it.status).toBe('registered')
    expect(desk.answered).toMatchObject([{ feedback: text, checkRefs: [expect.any(String)] }])
    const told = await practice.db.outboxMessage.findMany({ where: { subjectId: it.id }, orderBy: { place: 'asc' } })
    expect(told.map(({ kind }) => kind)).toEqual(['sepas.prescription', 'sepas.referral'])
    expect(practice.salamat.timesAsked('openVisit')).toBe(1)
  })

  test('an answer needs no lines', async () => {
    await practice.register(doctor.context, await practice.sign(doctor, await answered(await opened(), [])))
    expect(desk.answered).toMatchObject([{ feedback: text, checkRefs: [] }])
  })

  test('to refer is to order a line that says how urgent it is', async () => {
    const draft = await openAct(doctor.context, { encounterId: await visit(), kind: 'referral' })
    expect(draft.act).toMatchObject({ specialties: [{ code: '969002' }], canNameColleague: false })
    const act = { kind: 'referral' as const, specialty: '969002', to: null, reason: 'تپش قلب', isUrgent: true }
    const saved = await saveAct(doctor.context, { id: draft.id, revision: draft.revision, act, diagnosisCode: null })
    expect(await practice.register(doctor.context, await practice.sign(doctor, saved))).toMatchObject({ status: 'registered' })
    expect(practice.salamat.timesAsked('checkOrder')).toBe(1)
    expect(practice.salamat.timesAsked('register')).toBe(1)
  })

  test('no colleague is named where the line has no place for it', async () => {
    const draft = await openAct(doctor.context, { encounterId: await visit(), kind: 'referral' })
    const act = { kind: 'referral' as const, specialty: '969002', to: '152908' as never, reason: 'تپش قلب', isUrgent: false }
    await expect(saveAct(doctor.context, { id: draft.id, revision: draft.revision, act, diagnosisCode: null })).rejects.toMatchObject({ code: 'request.invalid' })
  })
})
