import type { ClientKey } from '../client-key.ts'
import { cdsHooksRules } from './clinical-rules/adapter.ts'
import { councilRegistryThrough } from './council-registry/adapter.ts'
import { eligibilityThrough } from './eligibility/adapter.ts'
import type { CallLog } from './gateway/call-book.ts'
import type { Calls } from './gateway/calls.ts'
import { noCalls } from './gateway/figures.ts'
import { openGateway } from './gateway/gateway.ts'
import type { HourFigures } from './gateway/port.ts'
import type { Resilience } from './gateway/resilience.ts'
import type { GatewayAccount } from './gateway/token.ts'
import { type HealthCaConfig, healthCaThrough } from './health-ca/adapter.ts'
import { insurerRulesThrough } from './insurer-rules/adapter.ts'
import { locateThrough } from './locate/adapter.ts'
import { mksaThrough } from './mksa/adapter.ts'
import { mobileSignatureThrough } from './mobile-signature/adapter.ts'
import { armedForcesPayer } from './payer/armed-forces/adapter.ts'
import { SERVICE as ARMED_FORCES } from './payer/armed-forces/service.ts'
import { ihioPayer } from './payer/ihio/adapter.ts'
import { privatePayer } from './payer/private/adapter.ts'
import { taminPayer } from './payer/tamin/adapter.ts'
import type { National, ServiceStatus } from './port.ts'
import { sepasThrough } from './sepas/adapter.ts'
import { siamThrough } from './siam/adapter.ts'
import { smsThrough } from './sms/adapter.ts'
import { supplementaryThrough } from './supplementary/adapter.ts'
import { serviceTitles } from './titles.ts'
import { ttacThrough } from './ttac/adapter.ts'

/** Addresses and accounts; nothing in them says whether a service is real or the sandbox. */
export interface NationalConfig {
  /** `serviceUrls`: services that stand elsewhere than behind this gateway, by their key in `titles.ts`. */
  gateway: GatewayAccount & { pid: string; serviceUrls?: Readonly<Partial<Record<string, string>>> }
  ihio: { baseUrl: string; terminalId: number; username: string; password: string }
  tamin: { baseUrl: string; accountUrl: string; clientId: string }
  /** A gateway of their own (8-8 note); without it their insured are recognised and not served. */
  armedForces?: GatewayAccount & { pid: string }
  /** Where CDS services stand; nobody is asked where there are none. */
  clinicalRules?: { baseUrls: readonly string[]; client: ClientKey | null }
  /** For one call with all its tries. */
  deadlineMs: number
  resilience?: Resilience
  /** Without it no certificate is trusted: there is no root to trust. */
  healthCa?: HealthCaConfig
}

const withoutRoot: HealthCaConfig = { roots: null, ocspUrl: '', crlUrl: '', rootCrlUrl: '' }

/** Advice is for now: a rule service should answer in half a second (CDS Hooks 2.0), and signing waits for it. */
const ADVICE_DEADLINE_MS = 3_000

/** The only place where adapters are chosen. */
export function connectNational(config: NationalConfig, log?: CallLog, now: () => Date = () => new Date()): National & Pick<Calls, 'take'> {
  const calling = { deadlineMs: config.deadlineMs, resilience: config.resilience, now, log }
  const gateway = openGateway({ ...config.gateway, ...calling })
  const salamat = ihioPayer({ ...config.ihio, ...calling })
  const tamin = taminPayer({ ...config.tamin, ...calling })
  const ttac = ttacThrough(gateway)
  const clinicalRules = cdsHooksRules({
    baseUrls: config.clinicalRules?.baseUrls ?? [],
    client: config.clinicalRules?.client ?? undefined,
    ...calling,
    deadlineMs: Math.min(ADVICE_DEADLINE_MS, config.deadlineMs),
  })
  const insurerRules = insurerRulesThrough(gateway)
  const armedForces = config.armedForces && openGateway({ ...config.armedForces, ...calling })
  const healthCa = healthCaThrough(gateway, config.healthCa ?? withoutRoot, { now, ...(log !== undefined && { log }) })
  const callers = [gateway, salamat, tamin, clinicalRules, healthCa, ...(armedForces ? [ofService(armedForces, ARMED_FORCES)] : [])]
  return {
    eligibility: eligibilityThrough(gateway, now),
    siam: siamThrough(gateway),
    councilRegistry: councilRegistryThrough(gateway),
    sms: smsThrough(gateway),
    mobileSignature: mobileSignatureThrough(gateway),
    healthCa,
    ttac,
    locate: locateThrough(gateway),
    insurerRules,
    supplementary: supplementaryThrough(gateway),
    mksa: mksaThrough(gateway),
    clinicalRules,
    sepas: sepasThrough(gateway),
    payers: {
      salamat,
      tamin,
      ...(armedForces && { 'armed-forces': armedForcesPayer({ gateway: armedForces, rules: insurerRules, now }) }),
      private: privatePayer(gateway, ttac),
    },
    status: () => titled(callers.flatMap((it) => it.status())),
    take: () => callers.flatMap((it) => it.take()),
  }
}

/** Another gateway's own door is no service of DITAS: what fails there is told of the service behind it. */
const ofService = (it: Pick<Calls, 'status' | 'take'>, service: string): Pick<Calls, 'status' | 'take'> => ({
  status: () => it.status().filter((known) => known.service === service),
  take: () => it.take().filter((figures) => figures.service === service),
})

/** Every service is listed, asked or not, so that the status page does not grow while one works. */
function titled(known: Omit<ServiceStatus, 'title'>[]): ServiceStatus[] {
  return Object.entries(serviceTitles).map(([service, title]) => ({
    ...(known.find((it) => it.service === service) ?? { service, ...unasked }),
    title,
  }))
}

const quietHour: HourFigures = { ...noCalls, medianMs: null, p95Ms: null, parts: Array.from({ length: 12 }, () => ({ answered: 0, erring: 0, silent: 0 })) }

const unasked = {
  state: 'untried', since: null, lastAnsweredAt: null, lastFailedAt: null, lastFailedAs: null, lastMs: null, circuit: 'closed', circuitSince: null, hour: quietHour,
} as const
