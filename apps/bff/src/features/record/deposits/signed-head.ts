import { Identity } from '@noskhe/shared/identifiers'
import { InsurerCode } from '@noskhe/shared/patients/eligibility'
import { type SignedDocument, readSignedForm } from '@noskhe/shared/signing/signed-form'
import type { Resources } from '../../../context.ts'
import type { SignedDeposit } from '../../../national/sepas/port.ts'
import { type Message, receiptBefore } from '../../../outbox/index.ts'
import { trackingCodeOf } from '../../prescriptions/index.ts'
import { findVersion } from '../../signing/index.ts'

/**
 * What every deposit of a registered version says, and the signed document it is of. A later version takes the place of the one
 * deposited before it, and one that takes back cancels that. Null where there is nothing to make it of.
 */
export async function signedHead(
  { db }: Pick<Resources, 'db'>,
  message: Message,
): Promise<{ head: SignedDeposit; document: SignedDocument } | null> {
  const { centreId, subjectId, version } = message
  const signed = version === null ? null : await findVersion(db, { centreId, prescriptionId: subjectId, version })
  const trackingCode = await trackingCodeOf(db, { centreId, id: subjectId })
  if (signed === null || trackingCode === null) return null
  const before = await receiptBefore(db, message)
  const document = readSignedForm(signed.canonical)
  const isCancelled = document.cancellation !== undefined
  if (isCancelled && before === null) return null
  const { identity, newbornBirthDate } = document.patient
  const head: SignedDeposit = {
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
  }
  return { head, document }
}
