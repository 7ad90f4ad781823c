import type { Service } from '../service.ts'
import { armedForces } from './armed-forces.ts'
import { clinicalRules } from './clinical-rules.ts'
import { councilRegistry } from './council-registry.ts'
import { ditas } from './ditas.ts'
import { eligibility } from './eligibility.ts'
import { healthCa } from './health-ca.ts'
import { ihio } from './ihio.ts'
import { insurerRules } from './insurer-rules.ts'
import { locate } from './locate.ts'
import { mksa } from './mksa.ts'
import { mobileSignature } from './mobile-signature.ts'
import { crl, ocsp } from './revocation.ts'
import { sepas } from './sepas.ts'
import { siam } from './siam.ts'
import { sms } from './sms.ts'
import { supplementary } from './supplementary.ts'
import { taminAccount } from './tamin-account.ts'
import { tamin } from './tamin.ts'
import { ttac } from './ttac.ts'

/** Reached through the gateway: bearer token and `pid` are asked in front of them. */
export const behindGateway: readonly Service[] = [
  mksa, eligibility, locate, siam, councilRegistry, ttac, healthCa, mobileSignature, sms, sepas, insurerRules, supplementary,
]

/** With a door of their own. */
const ownDoor: readonly Service[] = [ditas, ihio, taminAccount, tamin, armedForces, ocsp, crl, clinicalRules]

/** In the order in which they are seeded and listed. */
export const allServices: readonly Service[] = [...ownDoor, ...behindGateway]
