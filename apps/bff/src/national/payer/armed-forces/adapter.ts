import type { Gateway } from '../../gateway/gateway.ts'
import type { InsurerRules } from '../../insurer-rules/port.ts'
import type { Payer } from '../port.ts'
import { dispensing } from './dispensing.ts'
import { prescribing } from './prescribing.ts'
import { openArmedForces } from './service.ts'

export interface ArmedForcesOptions {
  /** Their own gateway, not DITAS (8-8 note). */
  gateway: Gateway
  rules: InsurerRules
  now?: () => Date
}

/** The Armed Forces behind our port. Keeps sessions in memory, nothing of a patient. */
export function armedForcesPayer({ gateway, rules, now = () => new Date() }: ArmedForcesOptions): Payer {
  const insurer = openArmedForces(gateway, now)
  return { insurer: 'armed-forces', ...prescribing(insurer, rules), ...dispensing(insurer, rules) }
}
