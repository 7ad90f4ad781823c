import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Cancellation } from '@noskhe/shared/prescriptions/amending'
import type { ItemDraft } from '@noskhe/shared/prescriptions/item'
import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import { readSignedForm } from '@noskhe/shared/signing/signed-form'
import { losartan, metformin } from '../../testing/catalogue.ts'
import { refusal } from '../../testing/insurer.ts'
import { type Doctor, Practice, item } from '../../testing/practice.ts'
import { cancelPrescription } from './cancel-prescription.ts'
import { discardDraft } from './discard-draft.ts'
import { editPrescription } from './edit-prescription.ts'
import { findDispensing } from './find-dispensing.ts'
import { reconcileRegistrations } from './reconcile-registrations.ts'
import { registerPrescription } from './register-prescription.ts'
import { saveDraft } from './save-draft.ts'

let practice: Practice
let doctor: Doctor
const first = item()
const second = item({ code: losartan })

beforeAll(async () => {
  practice = await Practice.open()
})
beforeEach(async () => {
  await practice.startOver()
  doctor = await practice.doctor()
})
afterAll(() => practice.close())

const register = ({ id, version }: Prescription) => registerPrescription(doctor.context, { id, version })
const registered = async (items: ItemDraft[] = [first, second]) => register(await practice.signed(doctor, items))
const edit = ({ id, version }: Prescription) => editPrescription(doctor.context, { id, version })
const reason: Cancellation = { reason: 'changed-treatment', note: '' }
const cancel = ({ id, version }: Prescription) => cancelPrescription(doctor.context, { id, version, cancellation: reason })
const leave = ({ id, revision }: Prescription) => discardDraft(doctor.context, { id, revision })
const reload = (it: Prescription) => practice.reload(doctor, it)
const linesAtPayer = () => [...practice.salamat.registrations.values()].flatMap(({ checkRefs }) => checkRefs)

/** Writes the next version of a registered prescription, signed. */
async function amended(it: Prescription, items: ItemDraft[]): Promise<Prescription> {
  const draft = await edit(it)
  const content = { items, diagnosisCode: null, noteToPatient: '' }
  const saved = await saveDraft(doctor.context, { id: it.id, revision: draft.revision, content })
  return practice.sign(doctor, await practice.check(doctor, saved))
}
const cancelled = async (it: Prescription) => practice.sign(doctor, await cancel(it))

async function reconcile(): Promise<void> {
  practice.pass(5)
  await reconcileRegistrations(doctor.context)
}

describe('an edit', () => {
  test('is the next version, under the same tracking code', async () => {
    const it = await registered()
    const again = await register(await amended(it, [{ ...first, quantity: 30 }, second]))
    expect(again).toMatchObject({ status: 'registered', version: 2, trackingCode: it.trackingCode, registeredAt: it.registeredAt, amending: null })
  })

  test('tells the payer only what is otherwise', async () => {
    const it = await registered()
    const [metforminRef, losartanRef] = linesAtPayer()
    await register(await amended(it, [{ ...first, quantity: 30 }, second]))
    expect(linesAtPayer()).toHaveLength(2)
    expect(linesAtPayer()).toContain(losartanRef)
    expect(linesAtPayer()).not.toContain(metforminRef)
  })

  test('of the note alone is told to nobody, and signed', async () => {
    const it = await registered()
    const draft = await edit(it)
    const content = { items: [first, second], diagnosisCode: null, noteToPatient: 'با آب فراوان' }
    const saved = await saveDraft(doctor.context, { id: it.id, revision: draft.revision, content })
    expect(await register(await practice.sign(doctor, saved))).toMatchObject({ status: 'registered', version: 2, noteToPatient: 'با آب فراوان' })
    expect(practice.salamat.timesAsked('amend')).toBe(0)
  })

  test('shows what the payer has until it is registered', async () => {
    const it = await registered()
    const draft = await edit(it)
    expect(draft).toMatchObject({ status: 'draft', trackingCode: it.trackingCode, amending: { version: 1, cancellation: null } })
    expect(draft.amending?.items.map(({ key, quantity }) => [key, quantity])).toEqual([[first.key, 60], [second.key, 60]])
  })

  test('that is left puts back what is registered, with the payer’s answers', async () => {
    const it = await registered()
    const draft = await edit(it)
    const content = { items: [{ ...first, quantity: 30 }], diagnosisCode: null, noteToPatient: '' }
    const saved = await saveDraft(doctor.context, { id: it.id, revision: draft.revision, content })
    const checked = await practice.check(doctor, saved)
    expect(await leave(checked)).toEqual({ ...it, revision: checked.revision + 1 })
    expect((await findDispensing(doctor.context, { id: it.id })).items).toHaveLength(2)
  })

  test('is not begun once something was given, by whatever software', async () => {
    const it = await registered()
    practice.salamat.given.set(metformin, 10)
    await expect(edit(it)).rejects.toMatchObject({ code: 'prescription.dispensed' })
  })

  test('is not begun while the payer is silent about that', async () => {
    const it = await registered()
    practice.salamat.silentAt.add('progress')
    await expect(edit(it)).rejects.toMatchObject({ name: 'NationalUnavailable' })
    expect(await reload(it)).toMatchObject({ status: 'registered' })
  })

  test('loses to a dispenser who came first, and the registered version may be put back', async () => {
    const it = await registered()
    const signed = await amended(it, [{ ...first, quantity: 30 }])
    practice.salamat.given.set(metformin, 10)
    await expect(register(signed)).rejects.toMatchObject({ code: 'payer.refused' })
    expect(practice.salamat.timesAsked('amend')).toBe(0)
    expect(await leave(await reload(it))).toMatchObject({ status: 'registered', items: [{ quantity: 60 }, { quantity: 60 }], refusal: null })
  })

  test('is refused after the window of Salamat, 72 hours', async () => {
    const it = await registered()
    practice.pass(72 * 3600)
    await expect(edit(it)).rejects.toMatchObject({ code: 'prescription.edit-window-closed' })
  })

  test('of another version than the one she sees is refused', async () => {
    const it = await registered()
    await expect(edit({ ...it, version: 2 })).rejects.toMatchObject({ code: 'prescription.changed-elsewhere' })
  })

  test('of two begun at once one is', async () => {
    const it = await registered()
    const outcomes = await Promise.allSettled([edit(it), edit(it)])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('whose answer is lost is found by the lines that the payer has', async () => {
    const it = await registered()
    const signed = await amended(it, [second])
    practice.salamat.losesRegistration = 'after-acting'
    expect(await register(signed)).toMatchObject({ status: 'registration-unknown', trackingCode: it.trackingCode })
    await reconcile()
    expect(await reload(it)).toMatchObject({ status: 'registered', version: 2, items: [{ code: losartan }], amending: null })
    expect(practice.salamat.timesAsked('amend')).toBe(1)
  })

  test('that never arrived is signed again after two clean misses', async () => {
    const it = await registered()
    const signed = await amended(it, [second])
    practice.salamat.losesRegistration = 'on-the-way'
    await register(signed)
    await reconcile()
    await reconcile()
    expect(await reload(it)).toMatchObject({ status: 'signed' })
    expect(await register(signed)).toMatchObject({ status: 'registered', version: 2 })
  })

  test('answered with a number of no contract is looked for among the lines that the payer has', async () => {
    const it = await registered()
    const signed = await amended(it, [second])
    const { port } = practice.salamat
    const change = port.amend.bind(port)
    port.amend = async (asked) => {
      await change(asked)
      return refusal('unlisted')
    }
    expect(await register(signed)).toMatchObject({ status: 'registered', version: 2, items: [{ code: losartan }], amending: null })
  })

  test('that the payer refuses reopens the change, not the registration', async () => {
    const it = await registered()
    const signed = await amended(it, [second])
    practice.salamat.refusesRegistration = refusal('window-closed', 'مهلت ویرایش تمام شده است.')
    await expect(register(signed)).rejects.toMatchObject({ code: 'payer.refused' })
    expect(await reload(it)).toMatchObject({ status: 'draft', refusal: 'مهلت ویرایش تمام شده است.', trackingCode: it.trackingCode })
    expect(linesAtPayer()).toHaveLength(2)
  })

  test('leaves its trace', async () => {
    const it = await registered()
    await register(await amended(it, [second]))
    const acts = await practice.auditOf(it.id)
    expect(acts.slice(acts.indexOf('prescription.registered') + 1)).toEqual([
      'prescription.edit-begun', 'prescription.signature-requested', 'prescription.signed', 'prescription.registration-sent', 'prescription.amended',
    ])
  })
})

describe('a cancellation', () => {
  test('takes the prescription back at the payer', async () => {
    const it = await registered()
    expect(await register(await cancelled(it))).toMatchObject({ status: 'cancelled', version: 2, trackingCode: it.trackingCode, items: [] })
    expect(linesAtPayer()).toEqual([])
  })

  test('is signed with its reason, chained to the version before', async () => {
    const it = await registered()
    await cancelled(it)
    const [before, after] = await practice.db.prescriptionVersion.findMany({ where: { prescriptionId: it.id }, orderBy: { version: 'asc' } })
    expect(readSignedForm(after?.canonical ?? '')).toMatchObject({ version: 2, previous: before?.digest, cancellation: reason, items: [] })
  })

  test('orders nothing: one with items is not signed', async () => {
    const draft = await cancel(await registered())
    const content = { items: [second], diagnosisCode: null, noteToPatient: '' }
    const saved = await saveDraft(doctor.context, { id: draft.id, revision: draft.revision, content })
    await expect(practice.sign(doctor, saved)).rejects.toMatchObject({ code: 'prescription.wrong-status' })
  })

  test('is not begun at a payer that takes nothing back', async () => {
    const it = await registered()
    delete practice.salamat.port.withdraw
    await expect(cancel(it)).rejects.toMatchObject({ code: 'prescription.not-cancellable' })
  })

  test('is not begun once something was given', async () => {
    const it = await registered()
    practice.salamat.given.set(metformin, 10)
    await expect(cancel(it)).rejects.toMatchObject({ code: 'prescription.dispensed' })
  })

  test('whose answer is lost is found by asking', async () => {
    const it = await registered()
    const signed = await cancelled(it)
    practice.salamat.losesRegistration = 'after-acting'
    expect(await register(signed)).toMatchObject({ status: 'registration-unknown' })
    await reconcile()
    expect(await reload(it)).toMatchObject({ status: 'cancelled' })
  })

  test('that is left leaves the prescription as it was', async () => {
    const it = await registered()
    expect(await leave(await cancel(it))).toMatchObject({ status: 'registered', items: [{ quantity: 60 }, { quantity: 60 }], amending: null })
  })
})
