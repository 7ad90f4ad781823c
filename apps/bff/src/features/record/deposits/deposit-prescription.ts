import { Identity } from '@noskhe/shared/identifiers'
import { InsurerCode } from '@noskhe/shared/patients/eligibility'
import { daysOfCourse } from '@noskhe/shared/prescriptions/directions/course'
import { readSignedForm } from '@noskhe/shared/signing/signed-form'
import { type SignedItem, isSignedDrug } from '@noskhe/shared/signing/signed-item'
import type { Resources } from '../../../context.ts'
import type { DepositedItem, PrescriptionDeposit } from '../../../national/sepas/port.ts'
import { type Message, receiptBefore } from '../../../outbox/index.ts'
import { itemCodeOf, trackingCodeOf } from '../../prescriptions/index.ts'
import { findVersion } from '../../signing/index.ts'

/**
 * The deposit of a registered version, made of the very bytes that were signed; a later version takes the place of the one
 * deposited before it, and one that takes the prescription back cancels that. Null where there is nothing to make it of.
 */
export async function prescriptionDeposit({ db }: Pick<Resources, 'db'>, message: Message): Promise<PrescriptionDeposit | null> {
  const { centreId, subjectId, version } = message
  const signed = version === null ? null : await findVersion(db, { centreId, prescriptionId: subjectId, version })
  const trackingCode = await trackingCodeOf(db, { centreId, id: subjectId })
  if (signed === null || trackingCode === null) return null
  const before = await receiptBefore(db, message)
  const document = readSignedForm(signed.canonical)
  const isCancelled = document.cancellation !== undefined
  if (isCancelled && before === null) return null
  const { identity, newbornBirthDate } = document.patient
  return {
    messageUid: message.id,
    siamId: centreId,
    councilNumber: document.prescriber.councilNumber,
    patient: { identity: Identity.parse(identity), newbornBirthDate },
    insurer: InsurerCode.parse(document.insurer),
    hid: document.hid,
    trackingCode,
    issuedAt: document.fixedAt,
    amends: before?.compositionUid ?? null,
    isCancelled,
    signature: signed.digest,
    diagnosis: document.diagnosis,
    items: document.items.map(itemOf),
  }
}

const itemOf = (it: SignedItem): DepositedItem => ({
  key: it.key,
  code: itemCodeOf(it.code),
  name: it.name,
  ...(isSignedDrug(it) ? doseOf(it) : noDose),
  quantity: it.quantity,
  directions: it.readBack,
  note: it.note,
})

/** The record has one amount and one frequency a drug. A course that changes has neither: only the words tell it whole. */
const doseOf = (it: Extract<SignedItem, { dose: string }>) => ({
  ...(it.then || it.byTime ? { dose: null, frequency: null } : { dose: { amount: it.dose, unit: it.doseUnit }, frequency: it.frequency }),
  durationDays: daysOfCourse(it),
  asNeeded: it.asNeeded,
})

const noDose = { dose: null, frequency: null, durationDays: null, asNeeded: false }
