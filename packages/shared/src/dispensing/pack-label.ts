import { z } from 'zod'
import { toLatinDigits } from '../text.ts'

/** What a pack's label names it by: the tracing UID, or the code under the scratch layer where the barcode cannot be read. */
export type PackLabel = { kind: 'uid' | 'auth-code'; value: string }

/**
 * Reads a label as typed or scanned: twenty digits are the UID, sixteen the authenticity code, and a GS1 code (01 GTIN, 21
 * serial) carries the UID as its serial. Null for anything else. An IRC has sixteen digits too, but is not on the scratch layer.
 */
export function readPackLabel(typed: string): PackLabel | null {
  const text = toLatinDigits(typed).replace(/[\s\u200c()-]/g, '')
  if (/^\d{20}$/.test(text)) return { kind: 'uid', value: text }
  if (/^\d{16}$/.test(text)) return { kind: 'auth-code', value: text }
  const uid = /^(?:\]d2|\]C1)?01\d{14}21(\d{20})/.exec(text)?.[1]
  return uid === undefined ? null : { kind: 'uid', value: uid }
}

export const PackLabel = z.string().max(120).transform((typed, context): PackLabel => {
  const label = readPackLabel(typed)
  if (label) return label
  context.issues.push({ code: 'custom', message: 'pack-label', input: typed })
  return z.NEVER
})
