/** The drug authenticity and tracing system (A43). */
export interface Ttac {
  /** Asks about the pack with this 20-digit UID. */
  verifyPack(uid: string): Promise<PackAnswer>

  /** The same by the 16-digit code under the scratch label, for packs whose bar code cannot be read. */
  verifyAuthCode(authCode: string): Promise<PackAnswer>
}

/** Only `genuine` may be handed over. `unknown` means that TTAC never registered the pack, not that it is fine. */
export type PackAnswer =
  | { state: 'genuine' | 'sold' | 'expired' | 'recalled'; pack: Pack }
  | { state: 'unknown' }

export interface Pack {
  uid: string
  gtin: string
  irc: string
  genericCode: string
  productName: string
  batch: string
  /** Last day of use, Gregorian ISO. */
  expiry: string
  /** Dosage units in the pack. */
  units: number
}
