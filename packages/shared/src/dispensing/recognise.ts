import { isNationalCode } from '../identifiers.ts'
import { toLatinDigits } from '../text.ts'

/** The kinds of number a dispenser may find a prescription by (A60). */
export type SearchKind = 'national-code' | 'fida' | 'tracking-code' | 'hid'

/**
 * What a typed or scanned text can be, most likely first; empty where it can be nothing. Ten digits with a right check
 * digit are a national code; a HID has letters too, or is sixteen digits; tracking codes are the short ones.
 */
export function recognise(typed: string): { text: string; kinds: SearchKind[] } {
  const text = toLatinDigits(typed).replace(/[\s\u200c-]/g, '').toUpperCase()
  if (/^\d{12}$/.test(text)) return { text, kinds: ['fida'] }
  if (/^\d{10}$/.test(text)) return { text, kinds: isNationalCode(text) ? ['national-code', 'hid'] : ['hid', 'tracking-code'] }
  if (/^\d{4,9}$/.test(text)) return { text, kinds: ['tracking-code'] }
  if (/^(?=.*[A-Z])[0-9A-Z]{6,16}$/.test(text) || /^\d{16}$/.test(text)) return { text, kinds: ['hid', 'tracking-code'] }
  return { text, kinds: [] }
}
