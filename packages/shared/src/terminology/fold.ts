import { toLatinDigits } from '../text.ts'

/** Stands for what joins the parts of one word: a half-space (ZWNJ), hyphen, dot or apostrophe, which people leave out or add. */
const JOINT = '\u200d'

/**
 * One spelling for searching, far coarser than `foldPersian`: lower case, no accents or diacritics, آ and ا alike, one ی
 * and ک, Latin digits with a decimal point and no grouping, `%` for ٪, single spaces; `JOINT` within words.
 */
export const fold = (text: string): string =>
  toLatinDigits(text)
    .normalize('NFKD')
    .replace(/[\p{M}\u0640\u200d\u200e\u200f]/gu, '')
    .toLowerCase()
    .replace(/[يى]/g, 'ی')
    .replace(/ك/g, 'ک')
    .replace(/[ةە]/g, 'ه')
    .replace(/[µμ]g\b/g, 'mcg')
    .replace(/(?<=\d)[,٬](?=\d{3})/g, '')
    .replace(/٫/g, '.')
    // A half is written ۰/۵ as often as ۰٫۵.
    .replace(/(?<![\d/])0\/(?=\d)/g, '0.')
    .replace(/(?<!\d)\.(?=\d)/g, ' 0.')
    .replace(/(?<=\d)\.(?=\d)/g, '•')
    .replace(/(?<=[\p{L}\d])['’.\-–_\u200c]+(?=[\p{L}\d])/gu, JOINT)
    .replace(/[%٪]/g, ' % ')
    .replace(/[^\p{L}\d%•\u200d]+/gu, ' ')
    .replace(/•/g, '.')
    .replace(/(?<![\p{L}\d.\u200d])(\d[\d.]*)(?=\p{L})/gu, '$1 ')
    .trim()

/** A word as typed or printed, without its joints, and its parts where it has joints. */
export interface Word {
  joined: string
  parts: readonly string[]
}

/** The words of a text, folded. */
export const wordsOf = (text: string): Word[] =>
  fold(text)
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => {
      const parts = word.split(JOINT)
      return { joined: parts.join(''), parts }
    })

export const isNumber = (word: string): boolean => /^\d+(\.\d+)?$/.test(word)
