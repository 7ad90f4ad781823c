import { DiscoveryReply, SERVICES_PATH } from '@noskhe/national-wire/cds-hooks'
import type { DiscoveredService } from '@noskhe/national-wire/cds-hooks'
import { heard } from '../gateway/failures.ts'
import type { Transport } from './transport.ts'

/** How long a list of services is relied upon before it is asked for anew. */
const FRESH_MS = 10 * 60_000

export interface Offer extends DiscoveredService {
  baseUrl: string
}

export interface Directory {
  /** What the base offers on a hook; `silence` where it was never heard. A list that was heard once serves while it is away. */
  offersOn(baseUrl: string, hook: string): Promise<Offer[] | 'silence'>
}

/** Asks each base what it offers (Discovery), and remembers. */
export function openDirectory(transport: Transport, now: () => Date): Directory {
  const known = new Map<string, { services: DiscoveredService[]; at: number }>()

  async function servicesOf(baseUrl: string): Promise<DiscoveredService[] | 'silence'> {
    const before = known.get(baseUrl)
    if (before && now().getTime() - before.at < FRESH_MS) return before.services
    const reply = await heard(() => transport.ask({ baseUrl, path: SERVICES_PATH, reply: DiscoveryReply }))
    if (reply === 'silence') return before?.services ?? 'silence'
    known.set(baseUrl, { services: reply.services, at: now().getTime() })
    return reply.services
  }

  return {
    async offersOn(baseUrl, hook) {
      const services = await servicesOf(baseUrl)
      return services === 'silence' ? services : services.filter((it) => it.hook === hook).map((it) => ({ ...it, baseUrl }))
    },
  }
}
