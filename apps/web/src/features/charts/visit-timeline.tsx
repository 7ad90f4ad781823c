import type { Chart, ChartPrescription, ChartVisit } from '@noskhe/shared/charts/chart'
import type { ReactNode } from 'react'
import { JalaliDate } from '../../ui/jalali-date.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { EarlierPrescriptions } from './earlier-prescriptions.tsx'
import { words } from './words.ts'

/** Her visits to this centre, newest first: who saw her, from when to when, and what the reader herself wrote. */
export function VisitTimeline({ chart, badgeOf }: { chart: Chart; badgeOf: (it: ChartPrescription) => ReactNode }) {
  return (
    <ol aria-label={words.visits} className="flex flex-col divide-y divide-line">
      {chart.visits.map((visit) => (
        <li key={visit.id} className="flex flex-col gap-2 py-3 first:pt-0 last:pb-0">
          <Heading visit={visit} />
          {visit.isMine ? (
            <EarlierPrescriptions chart={{ ...chart, prescriptions: chart.prescriptions.filter(({ encounterId }) => encounterId === visit.id) }} none={words.nothingWritten} badgeOf={badgeOf} />
          ) : (
            <p className="text-sm text-quiet">{words.ofColleague}</p>
          )}
        </li>
      ))}
    </ol>
  )
}

function Heading({ visit: { openedAt, endedAt, endedBy, prescriber, isMine } }: { visit: ChartVisit }) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <h3 className="font-semibold">
        <JalaliDate at={openedAt} as="long" />
      </h3>
      <StatusBadge tone={isMine ? 'done' : 'neutral'}>{isMine ? words.mine : prescriber}</StatusBadge>
      <span className="text-sm text-quiet">
        {words.visitBegan} <JalaliDate at={openedAt} as="second" />
        {' · '}
        {endedAt === null ? (
          words.goesOn
        ) : (
          <>
            {endedBy === 'time' ? words.visitRanOut : words.visitEnded} <JalaliDate at={endedAt} as="second" />
          </>
        )}
      </span>
    </div>
  )
}
