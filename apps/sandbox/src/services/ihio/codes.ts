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
