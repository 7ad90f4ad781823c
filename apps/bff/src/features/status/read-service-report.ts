import { jalaliMonthRange } from '@noskhe/shared/calendar'
import type { Input, Output } from '@noskhe/shared/endpoint'
import type { readServiceReport as contract } from '@noskhe/shared/status/contract'
import type { Resources } from '../../context.ts'
import { quantile } from '../../national/port.ts'
import { figuresWithin } from './store.ts'

const nothing = { answered: 0, timedOut: 0, broken: 0, busy: 0, refused: 0, unreadable: 0, heldBack: 0 }

/**
 * What is kept of a Jalali month's calls to each national service, by all processes (A72). A service that was never asked is
 * listed with nothing; one that is connected no more, under its key.
 */
export async function readServiceReport(
  { db, national }: Pick<Resources, 'db' | 'national'>,
  { year, month }: Input<typeof contract>,
): Promise<Output<typeof contract>> {
  const kept = new Map((await figuresWithin(db, jalaliMonthRange(year, month))).map((it) => [it.service, it]))
  const connected = national.status().map(({ service, title }) => ({ service, title }))
  const gone = [...kept.keys()].filter((service) => !connected.some((it) => it.service === service)).map((service) => ({ service, title: service }))
  const services = [...connected, ...gone].map(({ service, title }) => {
    const { tally = nothing, latencies = [] } = kept.get(service) ?? {}
    return { service, title, ...tally, medianMs: quantile(latencies, 0.5), p95Ms: quantile(latencies, 0.95) }
  })
  const since = [...kept.values()].map((it) => it.since.getTime())
  return { year, month, measuredSince: since.length > 0 ? new Date(Math.min(...since)).toISOString() : null, services }
}
