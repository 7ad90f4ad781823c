import { Failure } from '@noskhe/shared/failure'
import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import { canSign } from '@noskhe/shared/signing/certificate'
import { toPersianDigits } from '@noskhe/shared/text'
import type { Context } from '../../context.ts'
import { certificateStanding } from './certificate-standing.ts'

/**
 * Sends the digest to her phone and answers the request's handle. Her certificate is looked at first: a signature that would
 * be refused is not asked for.
 * @throws Failure `signature.certificate-*`; NationalUnavailable | NationalUnreadable
 */
export async function askPhone(context: Context, it: Prescription, { digest, version }: { digest: Uint8Array; version: number }): Promise<string> {
  const { actor, national } = context
  const { state } = await certificateStanding(context)
  if (!canSign(state)) throw new Failure(`signature.certificate-${state}`)
  const answer = await national.mobileSignature.request({
    nationalCode: actor.nationalCode,
    digest: Buffer.from(digest).toString('base64url'),
    document: documentName(it.id, version),
    summary: summaryOf(it),
  })
  if (answer.outcome === 'no-certificate') throw new Failure('signature.certificate-none')
  return answer.handle
}

/** How a version is named in what is signed: a digest alone would not say of what. */
export const documentName = (prescriptionId: string, version: number): string => `urn:noskhe:prescription:${prescriptionId}:${version}`

/** What the phone shows beside the digest: for whom and how much, so that she signs what she sees. */
const summaryOf = ({ patient: { person }, items, centre }: Prescription): string =>
  `نسخهٔ ${person.firstName} ${person.lastName}، ${toPersianDigits(items.length)} قلم، ${centre.name}`
