import { Failure, type FailureCode } from '@noskhe/shared/failure'
import type { SignerCertificate } from '@noskhe/shared/signing/certificate'
import type { Context } from '../../context.ts'
import { inTransaction } from '../../db/transaction.ts'
import type { Applicant, EnrolmentAnswer } from '../../national/health-ca/port.ts'
import { type Action, record } from '../audit/index.ts'
import { assertMayPrescribe } from '../licences/index.ts'
import { certificateStanding } from './certificate-standing.ts'

/** Asks the Health CA for a first certificate, or for one after the last was revoked or has run out. */
export const enrolCertificate = (context: Context): Promise<SignerCertificate> =>
  apply(context, 'certificate.enrolled', (applicant) => context.national.healthCa.enrol(applicant))

/** Asks for a new certificate in place of the one in force. */
export const renewCertificate = (context: Context): Promise<SignerCertificate> =>
  apply(context, 'certificate.renewed', (applicant) => context.national.healthCa.renew(applicant))

const refusals: Record<Exclude<EnrolmentAnswer['outcome'], 'issued'>, FailureCode> = {
  'already-certified': 'certificate.exists',
  'nothing-to-renew': 'certificate.not-found',
  'unknown-applicant': 'certificate.not-vouched',
  'licence-not-in-force': 'certificate.not-vouched',
  'not-a-request': 'certificate.not-vouched',
}

/** The council is asked by us too: its authority decides, but nobody is sent there who may not practise (A44, B15). */
async function apply(context: Context, action: Action, ask: (applicant: Applicant) => Promise<EnrolmentAnswer>): Promise<SignerCertificate> {
  const { nationalCode, councilNumber, personId } = context.actor
  if (councilNumber !== null) await assertMayPrescribe(context)
  const answer = await ask({ nationalCode, councilNumber })
  if (answer.outcome !== 'issued') throw new Failure(refusals[answer.outcome])
  const standing = await certificateStanding(context)
  await inTransaction(context.db, (tx) => record(tx, context, action, personId, { serial: standing.certificate?.serial ?? null }))
  return standing
}
