import type { ClinicalRules } from './clinical-rules/port.ts'
import type { CouncilRegistry } from './council-registry/port.ts'
import type { Eligibility } from './eligibility/port.ts'
import type { ServiceStatus } from './gateway/port.ts'
import type { HealthCa } from './health-ca/port.ts'
import type { InsurerRules } from './insurer-rules/port.ts'
import type { Locate } from './locate/port.ts'
import type { Mksa } from './mksa/port.ts'
import type { MobileSignature } from './mobile-signature/port.ts'
import type { InsurerCode, Payer } from './payer/port.ts'
import type { Sepas } from './sepas/port.ts'
import type { Siam } from './siam/port.ts'
import type { Sms } from './sms/port.ts'
import type { Supplementary } from './supplementary/port.ts'
import type { Ttac } from './ttac/port.ts'

export type { HourShare, SealMessage, ServiceStatus } from './gateway/port.ts'
export { heard, isSilence, NationalUnavailable, NationalUnreadable } from './gateway/failures.ts'
export { addShares } from './gateway/hour-shares.ts'
export { quantile } from './gateway/latencies.ts'

/** Every national service a use case may speak to; `connect.ts` is the only place where adapters are chosen. */
export interface National {
  eligibility: Eligibility
  siam: Siam
  councilRegistry: CouncilRegistry
  sms: Sms
  mobileSignature: MobileSignature
  healthCa: HealthCa
  ttac: Ttac
  locate: Locate
  /** For payers whose rules stand apart; others apply theirs in their purchase systems, behind `payers` (8-6 n4). */
  insurerRules: InsurerRules
  supplementary: Supplementary
  mksa: Mksa
  clinicalRules: ClinicalRules
  sepas: Sepas
  /** Absent where no contract with that insurer is connected; eligibility says which insurer a patient has (A40). */
  payers: Partial<Record<InsurerCode, Payer>>
  /** How each service has answered lately, for the status page. */
  status(): ServiceStatus[]
}
