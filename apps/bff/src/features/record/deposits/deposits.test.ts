import { randomUUID } from 'node:crypto'
import { CouncilNumber } from '@noskhe/shared/identifiers'
import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Context } from '../../../context.ts'
import { NationalUnavailable } from '../../../national/port.ts'
import { emptyOutbox } from '../../../outbox/worker.ts'
import { losartan } from '../../../testing/catalogue.ts'
import { refusal } from '../../../testing/insurer.ts'
import { type Doctor, Practice, item, patientCode } from '../../../testing/practice.ts'
import { Counter, item as ordered, nationalCode } from '../../dispensing/testing/counter.ts'
import { openAct, reconcileRegistrations, registerPrescription, saveAct } from '../../prescriptions/index.ts'
import { ReferralBook, cardiology } from '../../referrals/testing/referral-book.ts'
import { certifySeals } from '../../seals/index.ts'
import { SealAuthority } from '../../seals/testing/seal-authority.ts'
import { MemorySepas } from '../testing/memory-sepas.ts'
import { listDeposits } from './list-deposits.ts'
import { sendDepositAgain } from './send-deposit-again.ts'
import { tellersOf } from './tellers.ts'

let authority: SealAuthority
beforeAll(async () => void (authority = await SealAuthority.open(new Date('2026-11-25T08:00:00.000Z'))))
let sepas: MemorySepas
beforeEach(() => void (sepas = new MemorySepas()))

/** One round of the worker, of a product whose health record is in memory. */
async function round(context: Context) {
  const healthCa = { ...context.national.healthCa, ...authority.port }
  const resources = { ...context, national: { ...context.national, sepas: sepas.port, healthCa } }
  await certifySeals(resources)
  await emptyOutbox(context, tellersOf(resources))
}

describe('what is registered', () => {
  let practice: Practice
  let doctor: Doctor
  beforeAll(async () => {
    practice = await Practice.open()
  })
  beforeEach(async () => {
    await practice.startOver()
    await practice.db.outboxMessage.deleteMany()
    doctor = await practice.doctor()
  })
  afterAll(() => practice.close())

  const register = ({ id, version }: Prescription) => registerPrescription(doctor.context, { id, version })
  const inOutbox = (subjectId: string) => practice.db.outboxMessage.findMany({ where: { subjectId }, orderBy: { place: 'asc' } })

  test('is deposited as it was signed, under the digest of the signed bytes and the code the patient carries', async () => {
    const registered = await register(await practice.signed(doctor, [item(), item({ code: losartan, note: 'پیش از خواب' })]))
    await round(doctor.context)
    const version = await practice.db.prescriptionVersion.findFirstOrThrow({ where: { prescriptionId: registered.id } })
    const [message] = await inOutbox(registered.id)
    expect(sepas.prescriptions).toMatchObject([
      {
        messageUid: message?.id, siamId: 'SIAM-1100271', councilNumber: doctor.context.actor.councilNumber, insurer: 'salamat',
        patient: { identity: { kind: 'national-code', value: patientCode }, newbornBirthDate: null },
        trackingCode: registered.trackingCode, hid: { value: registered.hid?.value }, amends: null, isCancelled: false, signature: version.digest,
        items: registered.items.map((it) => ({ key: it.key, code: { value: it.code }, quantity: it.quantity, directions: it.readBack, note: it.note })),
      },
    ])
    expect(message).toMatchObject({ state: 'delivered', receipt: { compositionUid: `composition of ${message?.id}` } })
  })

  test('of an amount that changes over its course tells no amount and the days of all of it', async () => {
    const steps = item({ durationDays: 5, then: [{ dose: '0.5', frequency: 'BID', durationDays: 10 }] })
    const byTime = item({ code: losartan, frequency: null, byTime: { morning: '1', noon: '0', evening: '0', night: '2' }, dose: '2' })
    await register(await practice.signed(doctor, [steps, byTime]))
    await round(doctor.context)
    expect(sepas.prescriptions[0]?.items).toMatchObject([{ dose: null, frequency: null, durationDays: 15 }, { dose: null, frequency: null, durationDays: 30 }])
  })

  test('without lines is deposited as the referral that was signed, and its taking back as that', async () => {
    practice.national.payers.salamat = { ...practice.salamat.port, withoutLines: new ReferralBook(practice.salamat).port }
    const { id: encounterId } = await practice.encounter(doctor)
    const { id, revision } = await openAct(doctor.context, { encounterId, kind: 'referral' })
    const act = { kind: 'referral' as const, specialty: cardiology.code, to: CouncilNumber.parse('145001'), reason: 'تپش قلب', isUrgent: true }
    const registered = await register(await practice.sign(doctor, await saveAct(doctor.context, { id, revision, act, diagnosisCode: null })))
    await round(doctor.context)
    await register(await practice.sign(doctor, await practice.cancel(doctor.context, registered)))
    await round(doctor.context)
    const [first, second] = await practice.db.prescriptionVersion.findMany({ where: { prescriptionId: id }, orderBy: { version: 'asc' } })
    const head = { insurer: 'salamat', trackingCode: registered.trackingCode, councilNumber: doctor.context.actor.councilNumber }
    const [message] = await inOutbox(id)
    expect(sepas.referrals).toMatchObject([
      { ...head, amends: null, isCancelled: false, signature: first?.digest, referral: { kind: 'specialist', specialty: cardiology, to: '145001', reason: 'تپش قلب', isUrgent: true } },
      { ...head, amends: `composition of ${message?.id}`, isCancelled: true, signature: second?.digest, referral: null },
    ])
    expect(sepas.prescriptions).toEqual([])
  })

  test('privately is registered at the health record itself, and not told to it twice', async () => {
    const draft = await practice.draft(doctor, [item()], 'private')
    const registered = await register(await practice.sign(doctor, await practice.check(doctor, draft)))
    expect(registered.status).toBe('registered')
    expect(await inOutbox(registered.id)).toEqual([])
  })

  test('and whose answer was lost is deposited once, when it is found', async () => {
    const signed = await practice.signed(doctor)
    practice.salamat.losesRegistration = 'after-acting'
    await register(signed)
    expect(await inOutbox(signed.id)).toEqual([])
    for (let turn = 0; turn < 3; turn += 1) {
      practice.pass(5)
      await reconcileRegistrations(doctor.context)
    }
    expect(await inOutbox(signed.id)).toHaveLength(1)
  })

  test('not, is not deposited', async () => {
    const signed = await practice.signed(doctor)
    practice.salamat.refusesRegistration = refusal('patient-deceased')
    await expect(register(signed)).rejects.toMatchObject({ code: 'payer.refused' })
    expect(await inOutbox(signed.id)).toEqual([])
  })

  test('stays registered however long the health record is silent', async () => {
    const registered = await register(await practice.signed(doctor))
    sepas.answers = new NationalUnavailable('sepas', { sent: 'maybe' })
    await round(doctor.context)
    expect(await practice.reload(doctor, registered)).toMatchObject({ status: 'registered' })
    sepas.answers = null
    practice.pass(30)
    await round(doctor.context)
    expect(sepas.prescriptions).toHaveLength(1)
  })

  test('of which no message can be made is parked as impossible, and tried no more', async () => {
    const registered = await register(await practice.signed(doctor))
    await practice.db.outboxMessage.updateMany({ where: { subjectId: registered.id }, data: { version: 7 } })
    for (let turn = 0; turn < 3; turn += 1) {
      await round(doctor.context)
      practice.pass(60)
    }
    expect(await inOutbox(registered.id)).toMatchObject([{ state: 'parked', failure: 'impossible', attempts: 1 }])
  })

  test('a later version takes the place of the one deposited before it', async () => {
    const registered = await register(await practice.signed(doctor))
    await round(doctor.context)
    const [first] = await inOutbox(registered.id)
    if (!first) throw new Error('Nothing was enqueued')
    // As the payer's yes to a change enqueues it: the same bytes stand for the next version here.
    const version = await practice.db.prescriptionVersion.findFirstOrThrow({ where: { prescriptionId: registered.id } })
    await practice.db.prescriptionVersion.create({ data: { ...version, version: 2, evidence: {} } })
    await practice.db.outboxMessage.create({ data: { ...first, receipt: {}, id: randomUUID(), place: 2, version: 2, state: 'waiting', dueAt: practice.now } })
    await round(doctor.context)
    expect(sepas.prescriptions.map((it) => it.amends)).toEqual([null, `composition of ${first.id}`])
  })
})

describe('what is handed over', () => {
  let counter: Counter
  let number = 0
  beforeAll(async () => {
    counter = await Counter.open()
  })
  beforeEach(async () => {
    number += 1
    await counter.db.outboxMessage.deleteMany()
    counter.payer.isSilent = false
  })
  afterAll(() => counter.close())

  async function delivered(quantity: number) {
    const line = ordered(`6000${number}`, 20)
    const ref = counter.order(`0090${number}`, [line])
    return counter.confirm(await counter.prepare(ref, { [line.code.value]: quantity }))
  }
  const manager = (centreId = 'SIAM-A'): Context => {
    const { actor } = counter.context
    return { ...counter.context, actor: { ...actor, at: { ...actor.at, centreId, role: 'admin' } } }
  }

  test('is deposited with its bill, from the same lines, one after the other', async () => {
    await counter.db.person.create({
      data: {
        id: counter.context.actor.personId, nationalCode: '0082641358', councilNumber: '23871', firstName: 'آرش', lastName: 'بهرامی', gender: 'male',
        mobile: '09127703615', checkedAt: counter.now,
      },
    })
    const delivery = await delivered(10)
    await round(counter.context)
    expect([sepas.dispensings.length, sepas.bills.length]).toEqual([1, 0])
    await round(counter.context)
    const head = {
      siamId: 'SIAM-A', councilNumber: '23871', insurer: 'salamat', trackingCode: delivery.ref.trackingCode, issuedAt: delivery.deliveredAt,
      patient: { identity: { kind: 'national-code', value: nationalCode }, newbornBirthDate: null },
    }
    const cost = { total: 10_000, insurerShare: 7_000, patientShare: 3_000 }
    expect(sepas.dispensings).toMatchObject([{ ...head, lines: [{ id: delivery.lines[0]?.id, quantity: 10, cost }] }])
    expect(sepas.bills).toMatchObject([{ ...head, services: [{ id: delivery.lines[0]?.id, count: 10, cost }] }])
    expect(await listDeposits(manager())).toEqual({ waiting: 0, parked: 0, delivered: 2, failed: [] })
  })

  test('without a price has no bill', async () => {
    const line = { ...ordered(`6000${number}`, 20), unitPrice: null }
    const ref = counter.order(`0090${number}`, [line])
    const prepared = await counter.prepare(ref, { [line.code.value]: 10 })
    const unpriced = prepared.lines.map((it) => ({ ...it, shares: null }))
    await counter.db.delivery.updateMany({ where: { id: prepared.id }, data: { lines: unpriced } })
    await counter.confirm(prepared)
    expect((await counter.db.outboxMessage.findMany({ where: { subjectId: prepared.id } })).map((it) => it.kind)).toEqual(['sepas.dispensing'])
  })

  test('and refused is shown to the centre’s manager with the reason, and goes when she sends it again', async () => {
    await delivered(10)
    sepas.answers = { outcome: 'refused', code: 'malformed', message: 'کد دارو شناخته نشد' }
    await round(counter.context)
    const { failed, ...counts } = await listDeposits(manager())
    expect(counts).toEqual({ waiting: 1, parked: 1, delivered: 0 })
    expect(failed).toMatchObject([{ kind: 'dispensing', state: 'parked', attempts: 1, why: 'refused', words: 'malformed: کد دارو شناخته نشد' }])

    const id = failed[0]?.id ?? ''
    await expect(sendDepositAgain(manager('SIAM-B'), { id })).rejects.toMatchObject({ code: 'deposit.not-found' })
    sepas.answers = null
    expect(await sendDepositAgain(manager(), { id })).toMatchObject({ waiting: 2, parked: 0 })
    await round(counter.context)
    await round(counter.context)
    expect(await listDeposits(manager())).toMatchObject({ waiting: 0, delivered: 2 })
    await expect(sendDepositAgain(manager(), { id })).rejects.toMatchObject({ code: 'deposit.not-found' })
    const again = await counter.db.auditEvent.findMany({ where: { action: 'outbox.sent-again' } })
    expect(again).toMatchObject([{ detail: { kind: 'sepas.dispensing', message: id } }])
  })

  test('waits while its centre has no certificate to seal it with, and goes by itself once it has', async () => {
    await counter.db.centreSeal.deleteMany()
    authority.fails = new NationalUnavailable('health-ca', { sent: 'maybe' })
    await delivered(10)
    await round(counter.context)
    expect(sepas.dispensings).toEqual([])
    expect((await listDeposits(manager())).failed).toMatchObject([{ kind: 'dispensing', state: 'waiting', why: 'unsealed', words: null }])
    authority.fails = null
    const later = { ...counter.context, now: () => new Date(counter.now.getTime() + 60_000) }
    await round(later)
    await round(later)
    expect(await listDeposits(manager())).toMatchObject({ waiting: 0, delivered: 2, failed: [] })
  })

  test('whose seal was not taken waits for another one, and is not parked', async () => {
    await delivered(10)
    sepas.answers = { outcome: 'seal-refused', message: 'گواهی مهر باطل شده است' }
    await round(counter.context)
    expect((await listDeposits(manager())).failed).toMatchObject([{ state: 'waiting', why: 'seal-refused' }])
  })

  test('elsewhere is nobody’s business here', async () => {
    await delivered(10)
    expect(await listDeposits(manager('SIAM-B'))).toEqual({ waiting: 0, parked: 0, delivered: 0, failed: [] })
  })
})
