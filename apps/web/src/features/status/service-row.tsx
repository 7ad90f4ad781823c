import type { NationalServiceStatus } from '@noskhe/shared/status/contract'
import { ratesOf } from '@noskhe/shared/status/rates'
import { HourChart } from './hour-chart.tsx'
import { StandingBadge } from './standing-badge.tsx'
import { sayDuration, sayReason, saySince, sayShare, words } from './words.ts'

/** One service: how it stands and since when, its hour as a picture, and the figures of the hour. */
export function ServiceRow({ it }: { it: NationalServiceStatus }) {
  const reason = sayReason(it)
  const since = it.circuit === 'closed' ? it.since : it.circuitSince
  return (
    <li data-keep-together="" className="grid items-center gap-x-6 gap-y-3 px-4 py-3 sm:grid-cols-[minmax(14rem,2fr)_minmax(10rem,2fr)_minmax(17rem,2fr)]">
      <div className="flex min-w-0 flex-col items-start gap-1">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <strong>{it.title}</strong>
          <StandingBadge it={it} />
        </div>
        {reason && <p className="text-sm">{reason}</p>}
        {since && <p className="text-sm text-quiet">{saySince(since)}</p>}
      </div>
      {it.state !== 'untried' && (
        <>
          <HourChart it={it} />
          <HourFigures it={it} />
        </>
      )}
    </li>
  )
}

function HourFigures({ it: { hour } }: { it: NationalServiceStatus }) {
  const { availability } = ratesOf(hour)
  const figures = [
    { name: words.median, hint: words.medianHint, value: hour.medianMs === null ? null : sayDuration(hour.medianMs) },
    { name: words.p95, hint: words.p95Hint, value: hour.p95Ms === null ? null : sayDuration(hour.p95Ms) },
    { name: words.availability, hint: words.availabilityHint, value: availability === null ? null : sayShare(availability) },
  ]
  return (
    <dl className="grid grid-cols-3 gap-x-3">
      {figures.map(({ name, hint, value }) => (
        <div key={name} title={hint} className="flex flex-col">
          <dt className="text-sm text-quiet">{name}</dt>
          <dd className="tabular-nums">{value ?? words.nothing}</dd>
        </div>
      ))}
    </dl>
  )
}
