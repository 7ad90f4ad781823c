import type { GatewayOptions } from '../../../gateway/gateway.ts'
import type { Party } from '../../port.ts'

const browser = { clientIp: '10.20.30.40', agent: 'test' }
export const doctor: Party = { username: '145263', password: 'Nezam-demo-145263', siteId: 'SIAM-1100271', ...browser }
export const otherDoctor: Party = { username: '152908', password: 'Nezam-demo-152908', siteId: 'SIAM-1100271', ...browser }
export const pharmacy: Party = { username: '23871', password: 'Nezam-demo-23871', siteId: 'SIAM-2200143', ...browser }

export const soldier = { identity: { kind: 'national-code', value: '0938472615' } } as const
export const newborn = { identity: { kind: 'insurance-code', value: '4100582937' } } as const

/** The software's account at the sandbox's gateway of the Armed Forces. */
export const armedForcesAt = (sandboxUrl: string): GatewayOptions => ({
  baseUrl: `${sandboxUrl}/armed-forces`,
  username: 'noskhe',
  password: 'noskhe-armed-forces-demo',
  clientId: 'noskhe-armed-forces',
  clientSecret: 'noskhe-armed-forces-client-demo',
  pid: 'noskhe-armed-forces-package',
  deadlineMs: 5_000,
})
