import type { Identity } from '../eligibility/port.ts'
import type { InsurerCode } from '../payer/port.ts'

/**
 * Where a prescription that may have been written in other software is kept: which insurer, whose (A60). A tracking code
 * is unique within an insurer only, so several answers are possible and the dispenser chooses.
 */
export interface Locate {
  byHid(hid: string): Promise<LocatedPrescription[]>
  byTrackingCode(trackingCode: string): Promise<LocatedPrescription[]>
}

export interface LocatedPrescription {
  insurer: InsurerCode
  identity: Identity
  trackingCode: string
  /** The insurer's own reference of the visit (IHIO: SAMAD code), where it has one. */
  visitRef: string | null
  /** ISO instant. */
  registeredAt: string
}
