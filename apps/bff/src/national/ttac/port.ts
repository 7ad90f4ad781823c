/** The drug authenticity and tracing system (A43). */
export interface Ttac {
  /** Asks about the pack with this 20-digit UID. */
  verifyPack(uid: string): Promise<PackAnswer>

  /** The same by the 16-digit code under the scratch label, for packs whose bar code cannot be read. */
  verifyAuthCode(authCode: string): Promise<PackAnswer>

  /** Takes a pack in hand at a centre until it is sold or given back; ends by itself after a while. Asking again prolongs it. */
  hold(pack: PackInHand): Promise<{ outcome: 'held' } | NotTaken>

  /** Sells it, held before or not. `saleRef` names the hand-over: the same sale may be told again after a lost answer. */
  sell(pack: PackInHand & { saleRef: string }): Promise<{ outcome: 'sold' } | NotTaken>

  /** Ends a hold (`saleRef` null) or undoes that sale. What is not this centre's is left alone, and that is no error. */
  giveBack(pack: PackInHand & { saleRef: string | null }): Promise<void>
}

export interface PackInHand {
  uid: string
  /** The centre that has it. */
  siamId: string
}

export interface NotTaken {
  outcome: 'not-taken'
  why: Exclude<PackAnswer['state'], 'genuine'> | 'held-elsewhere'
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
