import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import { z } from 'zod'
import type { OrderedItem } from '../../national/payer/port.ts'

/** What a payer keeps apart of one prescription, each under a tracking code of its own, with its names of the lines. */
export const StoredParts = z.array(z.object({ trackingCode: z.string(), checkRefs: z.array(z.string()) }))
export type StoredParts = z.infer<typeof StoredParts>

/** What is stored of a payer's answer; null where it keeps the prescription as one. */
export const partsToldBy = ({ parts }: { parts?: StoredParts | null }): StoredParts | null =>
  parts && parts.length > 0 ? parts.map(({ trackingCode, checkRefs }) => ({ trackingCode, checkRefs })) : null

/** The same from the lines that stand at the payer, which tells each line's code where it keeps several parts. */
export function partsOfLines(lines: readonly Pick<OrderedItem, 'checkRef' | 'trackingCode'>[]): StoredParts | null {
  const told = lines.flatMap(({ checkRef, trackingCode }) => (trackingCode === undefined ? [] : [{ checkRef, trackingCode }]))
  const parts = [...Map.groupBy(told, ({ trackingCode }) => trackingCode)]
  return parts.length < 2 ? null : parts.map(([trackingCode, its]) => ({ trackingCode, checkRefs: its.map(({ checkRef }) => checkRef) }))
}

/** By items instead of the payer's names of their lines. */
export function partsOfItems(parts: StoredParts, checkRefs: ReadonlyMap<string, string>): NonNullable<Prescription['parts']> {
  const keyOf = new Map([...checkRefs].map(([key, ref]) => [ref, key]))
  return parts.map((part) => ({ trackingCode: part.trackingCode, items: part.checkRefs.flatMap((ref) => keyOf.get(ref) ?? []) }))
}

/**
 * The code of the whole after a change: the patient carries the first version's, so it stays while the payer has anything under
 * it, and is another part's once that part is gone.
 */
export function codeAfterChange(before: string, answer: { trackingCode: string }, { was, is }: { was: StoredParts | null; is: StoredParts | null }): string {
  const standing = is?.map(({ trackingCode }) => trackingCode) ?? [answer.trackingCode]
  return was === null || standing.includes(before) ? before : answer.trackingCode
}
