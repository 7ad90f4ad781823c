import { Failure } from '@noskhe/shared/failure'
import type { Refused } from '../../national/payer/port.ts'

/** A payer's refusal as the caller is told of it: what she may do, and the payer's own number for it. */
export const payerRefusal = ({ advice, code }: Refused): Failure => new Failure('payer.refused', { reason: advice, code })
