const PERSIAN_ZERO = 0x06f0
const ARABIC_ZERO = 0x0660

/** Persian and Arabic digits become Latin ones; everything else stays: any digits are accepted on the way in. */
export const toLatinDigits = (text: string): string =>
  text.replace(/[۰-۹٠-٩]/g, (digit) => {
    const code = digit.charCodeAt(0)
    return String(code - (code >= PERSIAN_ZERO ? PERSIAN_ZERO : ARABIC_ZERO))
  })

/** Latin and Arabic digits become Persian ones, for what is shown. */
export const toPersianDigits = (value: string | number): string =>
  toLatinDigits(String(value)).replace(/\d/g, (digit) => String.fromCharCode(PERSIAN_ZERO + Number(digit)))

const ZWNJ = '\u200c'

/**
 * One spelling of a Persian text: NFC, Persian ی and ک for the Arabic ones (NFKC does not fold them), no diacritics or
 * tatweel, no ZWNJ at an edge, single spaces. Letters and ZWNJ inside words are kept. Used before signing, never after.
 */
export const foldPersian = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[يى]/g, 'ی')
    .replace(/ك/g, 'ک')
    .replace(/[\u064b-\u065f\u0670\u0640]/g, '')
    .replace(/[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(new RegExp(`\\s*${ZWNJ}+\\s*(?=\\s|$)|(^|\\s)${ZWNJ}+`, 'g'), '$1')
    .replace(new RegExp(`${ZWNJ}{2,}`, 'g'), ZWNJ)
    .replace(/\s+/g, ' ')
    .trim()
