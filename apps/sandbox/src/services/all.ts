import type { Service } from '../service.ts'
import { councilRegistry } from './council-registry.ts'
import { ditas } from './ditas.ts'
import { eligibility } from './eligibility.ts'
import { mksa } from './mksa.ts'
import { mobileSignature } from './mobile-signature.ts'
import { siam } from './siam.ts'
import { sms } from './sms.ts'

/** Reached through the gateway: bearer token and `pid` are asked in front of them. */
export const behindGateway: readonly Service[] = [mksa, eligibility, siam, councilRegistry, mobileSignature, sms]

/** With a door of their own. */
export const ownDoor: readonly Service[] = [ditas]

/** In the order in which they are seeded and listed. */
export const allServices: readonly Service[] = [...ownDoor, ...behindGateway]
