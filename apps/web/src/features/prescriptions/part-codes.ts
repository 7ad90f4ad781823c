import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import { kindTitle } from '../terminology/index.ts'
import { kindsAmong } from './kinds.ts'
import { words } from './words.ts'

export interface PartCode {
  label: string
  code: string
}

/** Every tracking code of a registered prescription, each with what stands under it; one where its payer keeps it whole. */
export function codesOf({ parts, items }: Pick<Prescription, 'parts' | 'items'>, trackingCode: string): PartCode[] {
  if (!parts) return [{ label: words.trackingCode, code: trackingCode }]
  return parts.map((part) => {
    const kinds = kindsAmong(items.filter(({ key }) => part.items.includes(key)))
    return { label: words.trackingCodeOf(kinds.map(kindTitle).join('، ')), code: part.trackingCode }
  })
}
