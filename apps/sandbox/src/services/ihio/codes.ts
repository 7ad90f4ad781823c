import { randomInt, randomUUID } from 'node:crypto'

function digits(length: number): string {
  let text = String(randomInt(1, 10))
  while (text.length < length) text += String(randomInt(0, 10))
  return text
}

/** Lengths are those of the published samples: SAMAD 18, check code 31, tracking code 5. */
export const newSamad = () => digits(18)
export const newCheckCode = () => `167${digits(28)}`
export const newTrackingCode = () => String(randomInt(0, 100_000)).padStart(5, '0')
export const newSession = () => randomUUID()

export const isSamad = (text: string) => /^(\d{16}|\d{18})$/.test(text)
export const isPrintCode = (text: string) => /^(\d{5}|\d{20}|\d{22})$/.test(text)
export const isCheckCode = (text: string) => /^\d{31}$/.test(text)

/** National code with its check digit, FIDA (12 digits), or the unique id of an unidentified person. */
export function isNationalNumber(text: string): boolean {
  if (/^\d{12}$/.test(text) || /^UM\d{12}$/.test(text)) return true
  if (!/^\d{10}$/.test(text) || /^(\d)\1{9}$/.test(text)) return false
  const sum = [...text.slice(0, 9)].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0)
  const rest = sum % 11
  return Number(text[9]) === (rest < 2 ? rest : 11 - rest)
}

/** What kind of number an insured person is known by; they differ in length and letters. */
export const identityKindOf = (nationalNumber: string): 'national-code' | 'fida' | 'unique-id' =>
  /^\d{10}$/.test(nationalNumber) ? 'national-code' : /^\d{12}$/.test(nationalNumber) ? 'fida' : 'unique-id'
