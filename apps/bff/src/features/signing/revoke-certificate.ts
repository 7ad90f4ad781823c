import type { Input } from '@noskhe/shared/endpoint'
import { Failure } from '@noskhe/shared/failure'
import type { SignerCertificate } from '@noskhe/shared/signing/certificate'
import type { revokeCertificate as contract } from '@noskhe/shared/signing/contract'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/transaction.ts'
import { record } from '../audit/index.ts'
import { certificateStanding } from './certificate-standing.ts'

/** Has the authority end one of her certificates. Asked again, it says the same: the first instant counts. */
export async function revokeCertificate(context: Context, { serial, reason }: Input<typeof contract>): Promise<SignerCertificate> {
  const { actor, db, national } = context
  const revoked = await national.healthCa.revoke({ nationalCode: actor.nationalCode, serial, reason })
  if (!revoked) throw new Failure('certificate.not-found')
  await inTransaction(db, (tx) => record(tx, context, 'certificate.revoked', actor.personId, { serial, reason }))
  return certificateStanding(context)
}
