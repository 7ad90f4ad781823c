import { Failure } from '@noskhe/shared/failure'
import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import { toPersianDigits } from '@noskhe/shared/text'
import type { Context } from '../../context.ts'

/**
 * Sends the digest to her phone and answers the request's handle; makes her key first where she has none.
 * @throws Failure `signature.no-phone` where the service knows no such person; NationalUnavailable | NationalUnreadable
 */
export async function askPhone({ actor, national }: Context, it: Prescription, digest: Uint8Array): Promise<string> {
  const { nationalCode } = actor
  const request = { nationalCode, digest: Buffer.from(digest).toString('base64url'), summary: summaryOf(it) }
  const first = await national.mobileSignature.request(request)
  if (first.outcome === 'requested') return first.handle
  if ((await national.mobileSignature.enrol(nationalCode)) === null) throw new Failure('signature.no-phone')
  const second = await national.mobileSignature.request(request)
  if (second.outcome === 'not-enrolled') throw new Failure('signature.no-phone')
  return second.handle
}

/** What the phone shows beside the digest: for whom and how much, so that she signs what she sees. */
const summaryOf = ({ patient: { person }, items, centre }: Prescription): string =>
  `نسخهٔ ${person.firstName} ${person.lastName}، ${toPersianDigits(items.length)} قلم، ${centre.name}`
