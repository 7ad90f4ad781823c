import type { ReceivedReferral } from '@noskhe/shared/prescriptions/act'
import type { Order, Referral } from '../../national/payer/port.ts'
import { URGENT } from '../prescriptions/index.ts'

/** A referral as a payer that keeps referrals tells it. */
export const ofReferral = ({ trackingCode, writtenAt, from, reason, diagnosis, isUrgent }: Referral): ReceivedReferral => ({
  trackingCode,
  writtenAt,
  from: { name: from.name, specialty: from.specialty },
  reasons: [reason],
  diagnosis,
  isUrgent,
  ordered: [],
})

/** The same of a payer where it is lines of a prescription: those that refer hold the reason, the others were ordered with it. */
export function ofOrder({ writtenAt, prescriber, items }: Order, trackingCode: string): ReceivedReferral {
  const referring = items.filter(({ kind }) => kind === 'referral')
  return {
    trackingCode,
    writtenAt,
    from: { name: prescriber.name, specialty: '' },
    reasons: referring.map(({ note, name }) => withoutUrgent(note) || name),
    diagnosis: null,
    isUrgent: referring.some(({ note }) => note.startsWith(URGENT)),
    ordered: items.filter((it) => !referring.includes(it)).map(({ name }) => name),
  }
}

const withoutUrgent = (note: string): string => (note.startsWith(URGENT) ? note.slice(URGENT.length).trim() : note)
