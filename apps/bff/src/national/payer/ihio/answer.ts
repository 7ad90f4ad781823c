import type * as z from 'zod'
import { Envelope, bodyOf, isSuccess, operations } from '@noskhe/national-wire/ihio'
import type { InfoOf, OperationName } from '@noskhe/national-wire/ihio'
import { NationalUnreadable } from '../../gateway/failures.ts'
import type { Refused } from '../port.ts'
import { notSent, outcomeOf, packOutcomeOf, packRefused, unlisted } from './outcomes.ts'
import type { Outcome } from './outcomes.ts'

export const SERVICE = 'ihio'

export type Answer<T> = { outcome: 'answered'; info: T } | Refused

/**
 * Reads one answer of the insurer, of any published operation. @throws NationalUnreadable where it has no `resCode`: nothing
 * is known then of what became of the call.
 */
export function readEnvelope(operation: string, json: unknown): Answer<unknown> {
  const envelope = Envelope.safeParse(json)
  if (!envelope.success) throw new NationalUnreadable(SERVICE, { cause: envelope.error, sent: 'maybe' })
  const { resCode, resMessage, message } = envelope.data
  if (isSuccess(resCode)) return { outcome: 'answered', info: bodyOf(envelope.data) }
  const ours = outcomeOf(operation, resCode) ?? unlisted
  return refusedAs(ours[0] === 'pack-unknown' ? packReason(envelope.data, ours) : ours, String(resCode), resMessage ?? message ?? '')
}

/** The same, the body of a success read by its schema. @throws NationalUnreadable where it does not have the published form. */
export function readAnswer<N extends OperationName>(operation: N, json: unknown): Answer<InfoOf<N>> {
  const answer = readEnvelope(operation, json)
  if (answer.outcome === 'refused') return answer
  const info = operations[operation].info.safeParse(answer.info)
  if (!info.success) throw new NationalUnreadable(SERVICE, { cause: info.error, sent: 'maybe' })
  // The compiler does not see that schema and type of one name belong together.
  return { outcome: 'answered', info: info.data as InfoOf<N> }
}

export const refusedAs = ([reason, advice]: Outcome, code: string, message: string): Refused => ({
  outcome: 'refused',
  reason,
  code,
  message,
  advice,
})

/** For a request that is not of the published format: it stays here. */
export const refusedUnsent = (error: z.ZodError): Refused =>
  refusedAs(notSent, 'not-sent', error.issues.map((issue) => issue.path.join('.')).join(', '))

/** The insurer passed on a no of the tracing system as if it were a success. */
export const packRefusal = ({ resCode, resMessage }: { resCode: number; resMessage?: string | null | undefined }): Refused =>
  refusedAs(packOutcomeOf(resCode) ?? packRefused, String(resCode), resMessage ?? '')

/** A refused pack inquiry may say more within; see `packOutcomeOf`. */
function packReason({ info }: Envelope, otherwise: Outcome): Outcome {
  const inner = Envelope.safeParse(info)
  return (inner.success ? packOutcomeOf(inner.data.resCode) : null) ?? otherwise
}
