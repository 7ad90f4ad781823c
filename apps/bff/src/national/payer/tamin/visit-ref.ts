import { createHash, randomBytes } from 'node:crypto'

export interface VisitOwner {
  patient: string
  docId: string
  clientId: string
}

/**
 * Tamin opens no visit. Ours is the natural key of a prescription (patient, doctor, software, day) with a number of its own,
 * because a doctor may write twice for a patient in a day. It names nobody: day, number, and a digest by which it is known
 * whose it is. It travels in `comments`, where it is found again after a lost answer.
 */
export function newVisitRef(owner: VisitOwner, date: string): string {
  const number = randomBytes(6).toString('hex')
  return `${date}-${number}-${digestOf(owner, date, number)}`
}

/** The day (eight Jalali digits) of a reference; null where it is not of this patient, doctor and software. */
export function dateOfVisit(ref: string, owner: VisitOwner): string | null {
  const [date = '', number = '', digest] = ref.split('-')
  return digest === digestOf(owner, date, number) ? date : null
}

const LABEL = 'شناسهٔ پذیرش: '

interface PartNumber {
  part: number
  of: number
}

/** Which part of how many is said only where there are several. */
export const commentOf = (ref: string, { part, of }: PartNumber = { part: 1, of: 1 }): string =>
  of === 1 ? `${LABEL}${ref}` : `${LABEL}${ref}، بخش ${part} از ${of}`

export function partInComment(comments: string): PartNumber {
  const [, part = '1', of = '1'] = /بخش (\d+) از (\d+)/.exec(comments) ?? []
  return { part: Number(part), of: Number(of) }
}

/** Her own words, without what we add to them. */
export const wordsOf = (comments: string): string => (comments.split(LABEL)[0] ?? '').trim()

/** The reference within a comment; null for a prescription that other software wrote. */
export const refInComment = (comments: string): string | null => /\d{8}-[0-9a-f]{12}-[0-9a-f]{12}/.exec(comments)?.[0] ?? null

const digestOf = ({ patient, docId, clientId }: VisitOwner, date: string, number: string): string =>
  createHash('sha256').update(JSON.stringify([patient, docId, clientId, date, number])).digest('hex').slice(0, 12)
