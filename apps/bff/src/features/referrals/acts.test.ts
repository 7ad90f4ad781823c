import { readSignedForm } from '@noskhe/shared/signing/signed-form'
import type { ActDraft, OwnActKind } from '@noskhe/shared/prescriptions/act'
import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { hypertension } from '../../testing/catalogue.ts'
import { type Doctor, Practice, item } from '../../testing/practice.ts'
import { findAnswers, openAct, reconcileRegistrations, saveAct } from '../prescriptions/index.ts'
import { findActOffers } from './find-act-offers.ts'
import { ReferralBook, cardiology } from './testing/referral-book.ts'

const reason = 'تپش قلب؛ اکو لازم است'
const referring: ActDraft = { kind: 'referral', specialty: cardiology.code, to: null, reason, isUrgent: true }

let practice: Practice
let doctor: Doctor
let book: ReferralBook
beforeAll(async () => {
  practice = await Practice.open()
})
beforeEach(async () => {
  await practice.startOver()
  book = new ReferralBook(practice.salamat)
  practice.national.payers.salamat = { ...practice.salamat.port, withoutLines: book.port }
  doctor = await practice.doctor()
})
afterAll(() => practice.close())

async function begun(kind: OwnActKind = 'referral', by: Doctor = doctor): Promise<Prescription> {
  const { id: encounterId } = await practice.encounter(by)
  return openAct(by.context, { encounterId, kind })
}

async function written(act: ActDraft = referring, diagnosisCode: string | null = null): Promise<Prescription> {
  const { id, revision } = await begun(act.kind === 'feedback' ? 'visit' : act.kind)
  return saveAct(doctor.context, { id, revision, act, diagnosisCode })
}

const signed = async (act?: ActDraft, diagnosisCode?: string): Promise<Prescription> => practice.sign(doctor, await written(act, diagnosisCode))
const registered = async (act?: ActDraft): Promise<Prescription> => practice.register(doctor.context, await signed(act))

async function reconciled(it: Prescription, rounds: number): Promise<Prescription> {
  for (let round = 0; round < rounds; round += 1) {
    practice.pass(600)
    await reconcileRegistrations(doctor.context)
  }
  return practice.reload(doctor, it)
}

describe('a referral is written', () => {
  test('of what the insurer offers, whose words are kept', async () => {
    expect((await written()).act).toMatchObject({ kind: 'referral', specialty: cardiology, reason, isUrgent: true, canNameColleague: true })
  })

  test('to nobody whom the insurer does not offer', async () => {
    await expect(written({ ...referring, specialty: '999' })).rejects.toMatchObject({ code: 'request.invalid', detail: { fields: ['act.specialty'] } })
  })

  test('not over what another tab saved', async () => {
    const { id, revision } = await written()
    await expect(saveAct(doctor.context, { id, revision: revision - 1, act: referring, diagnosisCode: null })).rejects.toMatchObject({ code: 'prescription.changed-elsewhere' })
  })

  test('as no other kind of act than it was begun as', async () => {
    const { id, revision } = await begun('visit')
    await expect(saveAct(doctor.context, { id, revision, act: referring, diagnosisCode: null })).rejects.toMatchObject({ code: 'request.invalid' })
  })

  test('by nobody but who began it', async () => {
    const { id, revision } = await written()
    const colleague = await practice.doctor()
    await expect(saveAct(colleague.context, { id, revision, act: referring, diagnosisCode: null })).rejects.toMatchObject({ code: 'prescription.not-found' })
  })

  test('where the contract has no such thing it is not begun, and the screen is told', async () => {
    practice.national.payers.salamat = practice.salamat.port
    await expect(begun()).rejects.toMatchObject({ code: 'act.not-offered' })
    const { id } = await practice.encounter(doctor)
    expect(await findActOffers(doctor.context, { id })).toEqual({ insurer: 'salamat', acts: [], answersReferrals: false })
  })
})

describe('signing', () => {
  test.each([
    ['a referral without a specialty', { ...referring, specialty: null }],
    ['a referral without a reason', { ...referring, reason: '' }],
    ['an order to hospital without a diagnosis', { kind: 'hospitalisation', reason: 'جراحی' } as const],
  ])('%s is refused', async (_what, act) => {
    await expect(practice.ask(doctor, await written(act))).rejects.toMatchObject({ code: 'act.incomplete' })
  })

  test('lines beside it are refused, because nobody would be told of them', async () => {
    const draft = await written()
    const saved = await practice.save(doctor, draft, [item()])
    await expect(practice.ask(doctor, saved)).rejects.toMatchObject({ code: 'act.without-items' })
  })

  test('what is signed says whom, why and how urgently, and not what else could have been chosen', async () => {
    const { canonical } = await practice.ask(doctor, await written())
    expect(readSignedForm(canonical).act).toEqual({ kind: 'referral', specialty: cardiology, to: null, reason, isUrgent: true })
  })
})

describe('registering', () => {
  test('tells the insurer once, in its own codes, and keeps the tracking code', async () => {
    const it = await registered()
    expect(it).toMatchObject({ status: 'registered', trackingCode: '7000001' })
    expect(book.told.map(({ act }) => act)).toEqual([{ kind: 'referral', specialty: cardiology.code, to: null, reason, diagnosis: null, isUrgent: true }])
  })

  test('a visit is told as one', async () => {
    await registered({ kind: 'visit' })
    expect(book.told.map(({ act }) => act)).toEqual([{ kind: 'visit' }])
  })

  test('an order to hospital is told with its diagnosis', async () => {
    await practice.register(doctor.context, await signed({ kind: 'hospitalisation', reason: 'جراحی آپاندیس' }, hypertension))
    expect(book.told.map(({ act }) => act)).toEqual([{ kind: 'hospitalisation', reason: 'جراحی آپاندیس', diagnosis: hypertension }])
  })

  test('of two at once one tells', async () => {
    const it = await signed()
    const both = await Promise.allSettled([practice.register(doctor.context, it), practice.register(doctor.context, it)])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(book.told).toHaveLength(1)
  })

  test('an answer that was lost is asked for, and nothing is told again', async () => {
    book.loses = 'after-acting'
    const it = await registered()
    expect(it.status).toBe('registration-unknown')
    expect(await reconciled(it, 1)).toMatchObject({ status: 'registered', trackingCode: '7000001' })
    expect(book.told).toHaveLength(1)
  })

  test('what never arrived is signed as before once the insurer has said so twice', async () => {
    book.loses = 'on-the-way'
    const it = await registered()
    expect((await reconciled(it, 1)).status).toBe('registration-unknown')
    expect((await reconciled(it, 1)).status).toBe('signed')
  })

  const inOutbox = async ({ id }: Prescription) =>
    (await practice.db.outboxMessage.findMany({ where: { subjectId: id }, orderBy: { place: 'asc' } })).map(({ kind, version }) => [kind, version])

  test('a visit alone is not told to the health record, which keeps it as its bill', async () => {
    expect(await inOutbox(await registered({ kind: 'visit' }))).toEqual([])
  })

  test('what is ordered without lines goes to the health record as a referral, and is taken back there too', async () => {
    const it = await registered()
    const { id } = it
    expect(await inOutbox(it)).toEqual([['sepas.referral', 1]])
    const draft = await practice.cancel(doctor.context, it)
    await practice.register(doctor.context, await practice.sign(doctor, draft))
    expect(await inOutbox(it)).toEqual([['sepas.referral', 1], ['sepas.referral', 2]])
    expect(await practice.db.documentSeal.count({ where: { subjectId: id } })).toBe(2)
  })
})

describe('afterwards', () => {
  test('it is not edited', async () => {
    const it = await registered()
    await expect(practice.edit(doctor.context, it)).rejects.toMatchObject({ code: 'act.not-editable' })
  })

  test('it is taken back by a signed version without it', async () => {
    const draft = await practice.cancel(doctor.context, await registered())
    const request = await practice.ask(doctor, draft)
    expect(readSignedForm(request.canonical)).not.toHaveProperty('act')
    expect(await practice.register(doctor.context, await practice.signRequest(doctor, request))).toMatchObject({ status: 'cancelled' })
    expect(practice.salamat.registrations.size).toBe(0)
  })

  test('a taking back that never arrived is not believed for want of lines', async () => {
    const draft = await practice.sign(doctor, await practice.cancel(doctor.context, await registered()))
    practice.salamat.losesRegistration = 'on-the-way'
    const lost = await practice.register(doctor.context, draft)
    expect(lost.status).toBe('registration-unknown')
    expect((await reconciled(lost, 2)).status).toBe('signed')
  })

  test('its answer is read: waiting, then answered in words, and silence is neither', async () => {
    const it = await registered()
    const referral = book.receive({ trackingCode: it.trackingCode ?? '' })
    expect(await findAnswers(doctor.context, it)).toMatchObject({ state: 'waiting', answers: [] })
    referral.feedback = { at: '2026-11-25T10:00:00.000Z', by: 'سامان فرهمند', text: 'اکو طبیعی است', answers: [{ question: '1', answer: '2' }] }
    expect(await findAnswers(doctor.context, it)).toMatchObject({
      state: 'answered',
      answers: [{ by: 'سامان فرهمند', text: 'اکو طبیعی است', answers: [{ question: 'ادامهٔ درمان؟', answer: 'خیر' }] }],
    })
    book.isSilent = true
    expect(await findAnswers(doctor.context, it)).toMatchObject({ state: 'unanswered', answers: [] })
  })
})
