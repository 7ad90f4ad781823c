import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { healthCaThrough } from '../health-ca/adapter.ts'
import { privatePayer } from '../payer/private/adapter.ts'
import type { SealMessage } from '../port.ts'
import { centreSeal } from '../testing/centre-seal.ts'
import { givenSandbox } from '../testing/sandbox.ts'
import { ttacThrough } from '../ttac/adapter.ts'
import { sepasThrough } from './adapter.ts'
import type { BillDeposit, DepositedReferral, DispensingDeposit, PrescriptionDeposit, ReferralDeposit, Sepas } from './port.ts'

let sandbox: Awaited<ReturnType<typeof givenSandbox>>
let sepas: Pick<Sepas, 'history'> & { [call in 'depositPrescription' | 'depositReferral' | 'depositDispensing' | 'depositBill']: (it: Parameters<Sepas[call]>[0]) => ReturnType<Sepas[call]> }
let seals: Record<string, SealMessage>
let drug: string
beforeAll(async () => {
  sandbox = await givenSandbox()
  const { uid } = await sandbox.samplePack('genuine')
  const answer = await ttacThrough(sandbox.gateway()).verifyPack(uid)
  if (answer.state === 'unknown') throw new Error('unknown pack')
  drug = answer.pack.genericCode
  const healthCa = healthCaThrough(sandbox.gateway(), { roots: null, ocspUrl: '', crlUrl: '', rootCrlUrl: '' })
  seals = { 'SIAM-1100271': await centreSeal(healthCa, 'SIAM-1100271'), 'SIAM-2200143': await centreSeal(healthCa, 'SIAM-2200143') }
})
afterAll(() => sandbox.close())
beforeEach(async () => {
  await sandbox.calm()
  const port = sepasThrough(sandbox.gateway())
  const sealOf = ({ siamId }: { siamId: string }) => seals[siamId] ?? (() => Promise.reject(new Error(`${siamId} has no seal`)))
  sepas = {
    history: (request) => port.history(request),
    depositPrescription: (it) => port.depositPrescription(it, sealOf(it)),
    depositReferral: (it) => port.depositReferral(it, sealOf(it)),
    depositDispensing: (it) => port.depositDispensing(it, sealOf(it)),
    depositBill: (it) => port.depositBill(it, sealOf(it)),
  }
})

let persons = 0
/** Somebody of whom nothing is kept yet. */
const someone = () => ({ identity: { kind: 'fida' as const, value: String(100_000_000_000 + (persons += 1)) }, newbornBirthDate: null })

const given = (patient = someone()) => ({
  messageUid: randomUUID(), siamId: 'SIAM-1100271', councilNumber: '145263', patient, insurer: 'salamat' as const,
  hid: { value: '12345AA9AA', issuer: 'IHIO' }, trackingCode: '10000', issuedAt: '2026-11-25T09:00:00.000Z',
})

const item = () => ({
  key: randomUUID(), code: { system: 'generic' as const, value: drug }, name: 'آزمون', dose: { amount: '0.5', unit: 'قرص' }, frequency: 'BID', durationDays: 10,
  quantity: 20, asNeeded: false, directions: 'روزی دو بار نیم قرص', note: '',
})
const prescription = (change: Partial<PrescriptionDeposit> = {}): PrescriptionDeposit => ({
  ...given(), amends: null, isCancelled: false, signature: 'digest', diagnosis: { code: 'J02', title: 'گلودرد' }, items: [item()], ...change,
})
const toCardiologist = { kind: 'specialist', specialty: { code: '151320', title: 'متخصص قلب و عروق' }, to: null, reason: 'تپش قلب؛ اکو لازم است', isUrgent: true } as const
const referral = (change: Partial<ReferralDeposit> = {}): ReferralDeposit => ({
  ...given(), amends: null, isCancelled: false, signature: 'digest', diagnosis: { code: 'I10', title: 'فشار خون بالا' }, referral: toCardiologist, ...change,
})
const cost = { total: 100, insurerShare: 70, patientShare: 30 }
const dispensing = (change: Partial<DispensingDeposit> = {}): DispensingDeposit => ({
  ...given(), siamId: 'SIAM-2200143', councilNumber: '23871', issuedAt: '2026-11-25T11:00:00.000Z',
  lines: [{ id: randomUUID(), code: { system: 'generic', value: drug }, name: 'آزمون', quantity: 20, packs: [{ uid: '1'.repeat(20), batch: 'B1' }], cost }], ...change,
})
const bill = (change: Partial<BillDeposit> = {}): BillDeposit => ({
  ...given(), services: [{ id: randomUUID(), code: { system: 'generic', value: drug }, name: 'آزمون', count: 20, cost }], ...change,
})

const reader = { purpose: 'TREAT' as const, councilNumber: '145263', siamId: 'SIAM-1100271' }
async function historyOf(patient: PrescriptionDeposit['patient']) {
  const answer = await sepas.history({ ...reader, patient })
  if (answer.outcome === 'refused') throw new Error(answer.message)
  return answer.entries
}

describe('a deposit', () => {
  test.each([
    ['a prescription', () => sepas.depositPrescription(prescription())],
    ['a dispensing', () => sepas.depositDispensing(dispensing())],
    ['a referral to a specialist', () => sepas.depositReferral(referral())],
    ['a referral to one colleague', () => sepas.depositReferral(referral({ referral: { ...toCardiologist, to: '152908' } }))],
    ['an order to hospital', () => sepas.depositReferral(referral({ referral: { kind: 'hospital', reason: 'جراحی آپاندیس' } }))],
    ['a bill', () => sepas.depositBill(bill())],
  ])('of %s is kept under names of SEPAS’s own', async (_what, deposit) => {
    expect(await deposit()).toMatchObject({ outcome: 'kept', compositionUid: expect.any(String) as string, patientUid: expect.any(String) as string })
  })

  test('that is repeated is one, and has the first answer', async () => {
    const it = prescription()
    const first = await sepas.depositPrescription(it)
    expect(await sepas.depositPrescription(it)).toEqual(first)
    expect(await historyOf(it.patient)).toHaveLength(1)
  })

  test('whose answer is lost is silence, and its repeat finds what was kept', async () => {
    const it = prescription()
    await sandbox.control('PUT', 'faults/sepas', { kind: 'lose', times: 1 })
    await expect(sepas.depositPrescription(it)).rejects.toMatchObject({ name: 'NationalUnavailable', sent: 'maybe' })
    expect(await sepas.depositPrescription(it)).toMatchObject({ outcome: 'kept' })
    expect(await historyOf(it.patient)).toHaveLength(1)
  })

  test('of one person is under one name of hers, of another under another', async () => {
    const [a, b] = [someone(), someone()]
    const uidOf = async (patient: typeof a) => {
      const answer = await sepas.depositBill(bill({ patient }))
      return answer.outcome === 'kept' ? answer.patientUid : null
    }
    expect(await uidOf(a)).toBe(await uidOf(a))
    expect(await uidOf(a)).not.toBe(await uidOf(b))
  })

  test.each<[string, string, () => Promise<unknown>]>([
    ['a code of no national list', 'malformed', () => sepas.depositPrescription(prescription({ items: [{ ...item(), code: { system: 'generic', value: '00001' } }] }))],
    ['no rows', 'malformed', () => sepas.depositPrescription(prescription({ items: [] }))],
    ['a committer whom the Council does not know', 'committer-unknown', () => sepas.depositDispensing(dispensing({ councilNumber: '99999' }))],
    ['no referral', 'malformed', () => sepas.depositReferral(referral({ referral: null }))],
    ['a referral to nobody whom the Council knows', 'malformed', () => sepas.depositReferral(referral({ referral: { ...toCardiologist, to: '99999' } }))],
    ['an order to hospital without a diagnosis', 'malformed', () => sepas.depositReferral(referral({ diagnosis: null, referral: { kind: 'hospital', reason: 'جراحی' } }))],
    ['a referral without a reason', 'malformed', () => sepas.depositReferral(referral({ referral: { ...toCardiologist, reason: '' } }))],
    ['the taking back of a referral that nobody deposited', 'composition-unknown', () => sepas.depositReferral(referral({ referral: null, isCancelled: true, amends: randomUUID() }))],
    ['an amendment of what nobody deposited', 'composition-unknown', () => sepas.depositPrescription(prescription({ amends: randomUUID() }))],
  ])('with %s is refused, which is a value', async (_what, code, deposit) => {
    expect(await deposit()).toMatchObject({ outcome: 'refused', code })
  })

  test('that amends takes the place of the first', async () => {
    const it = prescription()
    const first = await sepas.depositPrescription(it)
    const amended = prescription({ patient: it.patient, amends: first.outcome === 'kept' ? first.compositionUid : '', items: [{ ...item(), quantity: 30 }] })
    expect(await sepas.depositPrescription(amended)).toMatchObject({ outcome: 'kept' })
    expect((await historyOf(it.patient)).map((entry) => entry.items[0]?.quantity)).toEqual([30])
  })

  test('that takes a prescription back leaves it there, as one that was taken back', async () => {
    const it = prescription()
    const first = await sepas.depositPrescription(it)
    const back = { ...it, messageUid: randomUUID(), amends: first.outcome === 'kept' ? first.compositionUid : '', isCancelled: true, items: [] }
    expect(await sepas.depositPrescription(back)).toMatchObject({ outcome: 'kept' })
    expect(await historyOf(it.patient)).toMatchObject([{ isCancelled: true, items: [{ quantity: 20 }] }])
  })
})

describe('a referral in the history', () => {
  const answer: DepositedReferral = { kind: 'answer', answersTo: '2718281', text: 'اکو طبیعی است', answers: [{ question: 'ادامهٔ درمان؟', answer: 'خیر' }] }
  test.each<[DepositedReferral, object]>([
    [toCardiologist, { title: 'ارجاع به متخصص', specialty: 'متخصص قلب و عروق', reason: toCardiologist.reason, isUrgent: true }],
    [{ kind: 'hospital', reason: 'جراحی آپاندیس' }, { title: 'دستور بستری', specialty: '', reason: 'جراحی آپاندیس', isUrgent: false }],
    [answer, { title: 'پاسخ ارجاع', specialty: '', reason: 'اکو طبیعی است', isUrgent: false }],
  ])('$kind says to whom and why, in words', async (deposited, told) => {
    const it = referral({ referral: deposited })
    await sepas.depositReferral(it)
    expect(await historyOf(it.patient)).toMatchObject([{ kind: 'referral', diagnosis: { code: 'I10' }, referral: told, items: [], isCancelled: false }])
  })

  test('that was taken back is one that was taken back, and is not taken back twice', async () => {
    const it = referral()
    const first = await sepas.depositReferral(it)
    const back = (): ReferralDeposit =>
      ({ ...it, messageUid: randomUUID(), amends: first.outcome === 'kept' ? first.compositionUid : '', isCancelled: true, referral: null })
    expect(await sepas.depositReferral(back())).toMatchObject({ outcome: 'kept' })
    expect(await sepas.depositReferral(back())).toMatchObject({ outcome: 'refused', code: 'composition-unknown' })
    expect(await historyOf(it.patient)).toMatchObject([{ isCancelled: true, referral: { reason: toCardiologist.reason } }])
  })
})

describe('the history', () => {
  test('has what was written and what was dispensed, on whoever’s account, newest first, and no bills', async () => {
    const patient = someone()
    await sepas.depositPrescription(prescription({ patient }))
    await sepas.depositDispensing(dispensing({ patient }))
    await sepas.depositPrescription(prescription({ patient, insurer: 'tamin', issuedAt: '2026-03-01T09:00:00.000Z' }))
    await sepas.depositBill(bill({ patient }))
    expect(await historyOf(patient)).toMatchObject([
      { kind: 'dispensing', insurer: 'salamat', centreName: 'داروخانهٔ شبانه‌روزی نیکان', providerName: 'آرش بهرامی', trackingCode: '10000' },
      { kind: 'prescription', insurer: 'salamat', providerName: 'نرگس کاویانی', diagnosis: { code: 'J02' }, items: [{ code: drug, quantity: 20, directions: 'روزی دو بار نیم قرص' }] },
      { kind: 'prescription', insurer: 'tamin', at: '2026-03-01T09:00:00.000Z' },
    ])
  })

  test('has private prescriptions too, which were registered there in the first place', async () => {
    const { identity } = someone()
    const payer = privatePayer(sandbox.gateway(), ttacThrough(sandbox.gateway()))
    const asDoctor = { party: { password: '', clientIp: '10.0.0.7', agent: 'test', username: '145263', siteId: 'SIAM-1100271' }, patient: { identity } }
    const ordered = {
      code: { system: 'generic' as const, value: drug }, count: 12, consumption: 'هر ۸ ساعت ۱ عدد', instruction: 'بعد از غذا', note: '', periods: 1, compound: null,
      activeFrom: null,
    }
    const verdict = await payer.checkOrder({ ...asDoctor, visitRef: '', item: ordered, alongside: [] })
    if (verdict.outcome === 'refused' || verdict.checkRef === null) throw new Error('not taken')
    await payer.register({ ...asDoctor, visitRef: randomUUID(), checkRefs: [verdict.checkRef] })
    expect(await historyOf({ identity, newbornBirthDate: null })).toMatchObject([
      { kind: 'prescription', insurer: 'private', items: [{ code: drug, quantity: 12, directions: 'هر ۸ ساعت ۱ عدد، بعد از غذا' }] },
    ])
  })

  test('of a newborn is not her mother’s', async () => {
    const mother = someone()
    await sepas.depositPrescription(prescription({ patient: mother }))
    const newborn = { ...mother, newbornBirthDate: '2026-11-20' }
    expect(await historyOf(newborn)).toEqual([])
    await sepas.depositPrescription(prescription({ patient: newborn, trackingCode: '10001' }))
    expect((await historyOf(newborn)).map((it) => it.trackingCode)).toEqual(['10001'])
    expect((await historyOf(mother)).map((it) => it.trackingCode)).toEqual(['10000'])
  })

  test('of somebody of whom nothing is kept is empty, and that is not silence', async () => {
    expect(await historyOf(someone())).toEqual([])
    await sandbox.control('PUT', 'faults/sepas', { kind: 'error' })
    await expect(historyOf(someone())).rejects.toMatchObject({ name: 'NationalUnavailable' })
  })

  test('is asked for with a purpose and a reader, and of somebody unknown refused', async () => {
    expect(await sepas.history({ ...reader, patient: someone(), councilNumber: '99999' })).toMatchObject({ outcome: 'refused' })
    const [call] = await sandbox.received('sepas')
    expect(JSON.parse(call?.request ?? '{}')).toMatchObject({ Purpose: { Coded_string: 'TREAT' }, Reader: { ID: '99999', Type: 'Med_ID' } })
    expect(call?.path).toMatch(/GetPatientHistory$/)
  })
})
