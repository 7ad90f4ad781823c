import { Failure, type FailureCode } from '@noskhe/shared/failure'
import type { RefusalReason, Refused } from '../../national/payer/port.ts'
import { NationalUnavailable, NationalUnreadable } from '../../national/port.ts'
import { payerRefusal } from '../payers/index.ts'

/** No answer was read. It says nothing about what was asked. */
export const isSilence = (error: unknown): error is NationalUnavailable | NationalUnreadable =>
  error instanceof NationalUnavailable || error instanceof NationalUnreadable

const absences: readonly RefusalReason[] = ['patient-unknown', 'not-covered', 'not-found']

/** Whether a refusal to show prescriptions means that this person has none there. */
export const meansNone = (refused: Refused): boolean => absences.includes(refused.reason)

const passing: readonly RefusalReason[] = ['sign-in', 'otp-needed', 'otp-wrong', 'session', 'no-access', 'busy', 'insurer-fault']

/** Whether a refusal is about the moment or the account, not about the delivery: nothing was done and it may be tried again. */
export const isPassing = (refused: Refused): boolean => passing.includes(refused.reason)

export const orderRefusal = (refused: Refused): Failure =>
  meansNone(refused) ? new Failure('order.not-found') : payerRefusal(refused)

const packFailures: Partial<Record<RefusalReason, FailureCode>> = {
  'pack-used': 'pack.sold',
  'already-delivered': 'pack.sold',
  'pack-recalled': 'pack.recalled',
  'pack-expired': 'pack.expired',
  'pack-unknown': 'pack.unknown',
  'pack-mismatch': 'pack.wrong-product',
}

/** A pack refused by the payer, in the same words as one refused by TTAC where they mean the same. */
export const packRefusal = (refused: Refused): Failure =>
  new Failure(packFailures[refused.reason] ?? 'payer.refused', { reason: refused.advice, code: refused.code })
