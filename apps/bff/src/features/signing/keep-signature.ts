import { Failure } from '@noskhe/shared/failure'
import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import { readSignedForm } from '@noskhe/shared/signing/signed-form'
import type { ActorAtCentre, Context } from '../../context.ts'
import type { Tx } from '../../db/client.ts'
import { inTransaction } from '../../db/transaction.ts'
import { record } from '../audit/index.ts'
import { findOwn, markSigned } from '../prescriptions/index.ts'
import { fixDocument } from './fix-document.ts'
import { type Question, type SignedVersion, keepVersion, useQuestion } from './store.ts'

interface Signature {
  /** When the signer answered; it must be within the question's life. */
  answeredAt: Date
  evidence: SignedVersion['evidence']
  /** Done in the same transaction. */
  along?: (tx: Tx) => Promise<void>
}

/**
 * Makes a verified answer the next signed version, all or nothing: question used up, draft → signed, bytes and evidence
 * kept, event recorded. The bytes are made anew from the draft as it is under lock: were they not those that were signed (an
 * edit, another answer of the insurer), the signature is void.
 * @throws Failure `signature.request-expired` | `prescription.changed-elsewhere` | `prescription.wrong-status`
 */
export function keepSignature(context: Context, question: Question, { answeredAt, evidence, along }: Signature): Promise<Prescription> {
  const { actor, db, now } = context
  const { prescriptionId, revision, canonical, digest, means } = question
  const { version, previous, fixedAt } = readSignedForm(canonical)
  return inTransaction(db, async (tx) => {
    const at = now()
    await useQuestion(tx, actor, question.id, { at, answeredAt })
    await markSigned(tx, actor, { id: prescriptionId, revision, version, at })
    const { prescription } = await findOwn(tx, actor, prescriptionId)
    if (!(await isStill(tx, actor, { prescription, version, fixedAt }, canonical))) throw new Failure('prescription.changed-elsewhere')
    await keepVersion(tx, actor, { prescriptionId, version, canonical, digest, previous, means, evidence, signedAt: at })
    await along?.(tx)
    await record(tx, context, 'prescription.signed', prescriptionId, { version, means, digest })
    return prescription
  })
}

/** Whether the prescription under lock is, byte for byte, what was put to the signer. */
async function isStill(tx: Tx, actor: ActorAtCentre, it: Parameters<typeof fixDocument>[2], canonical: string): Promise<boolean> {
  if (it.prescription.items.some(({ check }) => check === null)) return false
  return (await fixDocument(tx, actor, it)).canonical === canonical
}
