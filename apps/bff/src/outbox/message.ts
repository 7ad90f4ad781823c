import type { InsurerCode } from '@noskhe/shared/patients/eligibility'

/** What is told after a commit, and to whom. */
export type Kind = 'sepas.prescription' | 'sepas.referral' | 'sepas.dispensing' | 'sepas.bill' | 'supplementary.claim' | 'ttac.sale'

/** `parked`: it was refused, or no message could be made of it; it waits for somebody to look. */
export type State = 'waiting' | 'delivered' | 'parked'

/** The receiver's own names of what it keeps and of whom it is about. */
export interface Receipt {
  compositionUid: string
  patientUid: string
}

/** A message as a worker holds it. `id` is also its name at the receiver, who knows a repeat by it. */
export interface Message {
  centreId: string
  id: string
  kind: Kind
  /** Messages of one stream are told one after another, in the order of their place. */
  stream: string
  place: number
  /** Of which row it is made, and of which signed version where there are versions. */
  subjectId: string
  version: number | null
  /** Tries so far, this one included; whoever settles it must have made the last one. */
  attempts: number
  enqueuedAt: Date
}

/** Messages about one prescription follow each other, wherever the prescription was written. */
export const streamOf = ({ insurer, trackingCode }: { insurer: InsurerCode; trackingCode: string }): string => `${insurer}/${trackingCode}`
