/** What kind of thing is ordered or handed over. */
export const itemKinds = ['drug', 'lab', 'imaging', 'physiotherapy', 'physician-service', 'referral'] as const
export type ItemKind = (typeof itemKinds)[number]

/** What is ordered: a generic (five digits), a licensed product (IRC, sixteen digits) or a service (RVU). */
export interface ItemCode {
  system: 'generic' | 'irc' | 'rvu'
  value: string
}

/** Of one line. `insurerShare + patientShare + discount = total`. */
export interface LinePrice {
  total: number
  insurerShare: number
  patientShare: number
  discount: number
}
