import { isNationalCode } from '../identifiers.ts'
import { toLatinDigits } from '../text.ts'

/** The kinds of number a dispenser may find a prescription by (A60). */
export type SearchKind = 'national-code' | 'fida' | 'tracking-code' | 'hid'

/**
 * What a typed or scanned text can be, most likely first; empty where it can be nothing. No contract says how long a
 * tracking code is, so a person's number stays one too: of ten digits drawn by chance one in eleven is a national code.
 */
export function recognise(typed: string): { text: string; kinds: SearchKind[] } {
  const text = toLatinDigits(typed).replace(/[\s\u200c-]/g, '').toUpperCase()
  if (/^\d{12}$/.test(text)) return { text, kinds: ['fida', 'tracking-code'] }
  if (/^\d{10}$/.test(text)) return { text, kinds: [...(isNationalCode(text) ? ['national-code' as const] : []), 'hid', 'tracking-code'] }
  if (/^(?=.*[A-Z])[0-9A-Z]{6,16}$/.test(text) || /^\d{16}$/.test(text)) return { text, kinds: ['hid', 'tracking-code'] }
  if (/^\d{4,20}$/.test(text)) return { text, kinds: ['tracking-code'] }
  return { text, kinds: [] }
}
