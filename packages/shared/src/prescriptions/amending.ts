import { z } from 'zod'
import type { InsurerCode } from '../patients/eligibility.ts'
import { foldPersian } from '../text.ts'
import { ItemInBrief } from './item.ts'

/** Why a registered prescription is taken back. Signed with the cancellation (9-1-6, A52). */
export const CancelReason = z.enum(['wrong-patient', 'wrong-item', 'changed-treatment', 'patient-request', 'duplicate', 'other'])
export type CancelReason = z.infer<typeof CancelReason>

export const Cancellation = z.object({ reason: CancelReason, note: z.string().trim().max(300).overwrite(foldPersian) })
export type Cancellation = z.infer<typeof Cancellation>

/**
 * A registered prescription whose next version is being written. Until that one is registered the payer has, and pharmacies
 * give, the version before: `version` with `items`.
 */
export const Amending = z.object({
  since: z.iso.datetime(),
  version: z.int().positive(),
  items: z.array(ItemInBrief),
  /** Null while it is edited; otherwise it is taken back whole. */
  cancellation: Cancellation.nullable(),
}).meta({ id: 'Amending' })
export type Amending = z.infer<typeof Amending>

/**
 * What an insurer lets change after registration. The regulation itself says only: until dispensing (9-1-6). `hours` after
 * registration and `times` are null where it sets no limit; `canCancel` is false where its contract has no taking back.
 */
export interface EditPolicy {
  hours: number | null
  times: number | null
  canCancel: boolean
  source: string
}

/** Dated: the last row of an insurer that has begun is in force. */
const policies: Record<InsurerCode, readonly (EditPolicy & { from: string })[]> = {
  salamat: [{ from: '2024-01-01', hours: 72, times: null, canCancel: false, source: 'IHIO 3.07.1: prescription/update' }],
  tamin: [{ from: '2024-01-01', hours: null, times: 1, canCancel: true, source: 'Tamin 1.9.7' }],
  'armed-forces': [{ from: '2024-01-01', hours: null, times: null, canCancel: true, source: 'بند ۹-۱-۶' }],
  private: [{ from: '2024-01-01', hours: null, times: null, canCancel: true, source: 'بند ۹-۱-۶' }],
}

/** The policy of an insurer in force at an instant. */
export function editPolicyOf(insurer: InsurerCode, at: Date): EditPolicy {
  const day = at.toISOString().slice(0, 10)
  const found = policies[insurer].findLast(({ from }) => from <= day)
  if (!found) throw new RangeError(`No edit policy of ${insurer} on ${day}`)
  return found
}

/** Whether the insurer's window for changes is still open. */
export const isWithinEditWindow = ({ hours }: EditPolicy, registeredAt: string, at: Date): boolean =>
  hours === null || at.getTime() - Date.parse(registeredAt) < hours * 3_600_000
