import type { InsurerCode } from '../payer/port.ts'

/** The national registry of health centres (A20, A41). */
export interface Siam {
  /** Null when SIAM knows no such centre. */
  centre(siamId: string): Promise<Centre | null>

  /** Every centre where this person holds a post, whatever the centre's licence state (A21). */
  postsOf(nationalCode: string): Promise<Post[]>

  /** Who she is by the personnel lists of the centres; null when no centre lists her. */
  person(nationalCode: string): Promise<ListedPerson | null>
}

export interface ListedPerson {
  nationalCode: string
  firstName: string
  lastName: string
  gender: 'male' | 'female'
  /** 09xxxxxxxxx */
  mobile: string
}

export type CentreKind = 'clinic' | 'office' | 'pharmacy'
export type PostRole = 'prescriber' | 'dispenser' | 'admin'

export interface Centre {
  siamId: string
  name: string
  kind: CentreKind
  licence: CentreLicence
  /** The same centre under the ids of other registries: operating licence, founder … (A20, A41 n1). */
  mappedIds: { system: string; value: string }[]
  address: string
  phone: string
  /** Tax id of the centre's point-of-sale terminal (A25). */
  posTerminalId: string
  /** The centre's partner id at each insurer it has a contract with. */
  partnerIds: Partial<Record<InsurerCode, string>>
  personnel: { nationalCode: string; role: PostRole; providerUserId: string }[]
}

/** Only `active` may work; `reason` is the registry's own Persian sentence (A01). `validUntil` is Gregorian ISO. */
export interface CentreLicence {
  state: 'active' | 'suspended' | 'revoked' | 'expired'
  reason: string | null
  validUntil: string
}

export interface Post {
  centre: { siamId: string; name: string; kind: CentreKind; licence: CentreLicence }
  role: PostRole
  /** Person × centre × role as one id (A21). */
  providerUserId: string
}
