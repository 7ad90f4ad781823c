import { councilRegistryThrough } from './council-registry/adapter.ts'
import { eligibilityThrough } from './eligibility/adapter.ts'
import type { CallLog } from './gateway/call-book.ts'
import { openGateway } from './gateway/gateway.ts'
import type { GatewayAccount } from './gateway/token.ts'
import { locateThrough } from './locate/adapter.ts'
import { mksaThrough } from './mksa/adapter.ts'
import { mobileSignatureThrough } from './mobile-signature/adapter.ts'
import { ihioPayer } from './payer/ihio/adapter.ts'
import { privatePayer } from './payer/private/adapter.ts'
import { taminPayer } from './payer/tamin/adapter.ts'
import type { National, ServiceStatus } from './port.ts'
import { siamThrough } from './siam/adapter.ts'
import { smsThrough } from './sms/adapter.ts'
import { serviceTitles } from './titles.ts'
import { ttacThrough } from './ttac/adapter.ts'

/** Addresses and accounts; nothing in them says whether a service is real or the sandbox. */
export interface NationalConfig {
  gateway: GatewayAccount & { pid: string }
  ihio: { baseUrl: string; terminalId: number; username: string; password: string }
  tamin: { baseUrl: string; accountUrl: string; clientId: string }
}

/** What the software calls itself in every message (A07). */
const software = { softwareId: 'noskhe', softwareVersion: '0.1.0' }

/** A real service answers in two or three seconds on a bad day; past this the user is told and may go on. */
const DEADLINE_MS = 8_000

/** The only place where adapters are chosen. */
export function connectNational(config: NationalConfig, log?: CallLog, now: () => Date = () => new Date()): National {
  const calling = { deadlineMs: DEADLINE_MS, now, ...(log !== undefined && { log }) }
  const gateway = openGateway({ ...config.gateway, ...software, ...calling })
  const salamat = ihioPayer({ ...config.ihio, ...calling })
  const tamin = taminPayer({ ...config.tamin, ...calling })
  const ttac = ttacThrough(gateway)
  return {
    eligibility: eligibilityThrough(gateway, now),
    siam: siamThrough(gateway),
    councilRegistry: councilRegistryThrough(gateway),
    sms: smsThrough(gateway),
    mobileSignature: mobileSignatureThrough(gateway),
    ttac,
    locate: locateThrough(gateway),
    mksa: mksaThrough(gateway),
    payers: { salamat, tamin, private: privatePayer(gateway, ttac) },
    status: () => titled([...gateway.status(), ...salamat.status(), ...tamin.status()]),
  }
}

/** Every service is listed, asked or not, so that the status page does not grow while one works. */
function titled(known: Omit<ServiceStatus, 'title'>[]): ServiceStatus[] {
  return Object.entries(serviceTitles).map(([service, title]) => ({
    ...(known.find((it) => it.service === service) ?? { service, state: 'untried', lastAnsweredAt: null, lastFailedAt: null, lastMs: null }),
    title,
  }))
}
