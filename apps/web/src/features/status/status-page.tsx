import type { NationalServiceStatus } from '@noskhe/shared/status/contract'
import { Printer } from 'lucide-react'
import { formatClock } from '../../i18n/format.ts'
import { sayProblem } from '../../i18n/problem-message.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { ErrorState } from '../../ui/states.tsx'
import { useSignedIn } from '../auth/index.ts'
import { HourLegend } from './hour-chart.tsx'
import { MonthReport } from './month-report.tsx'
import { useNationalStatus } from './queries.ts'
import { ServiceRow } from './service-row.tsx'
import { saySummary, words } from './words.ts'

/** How every national service stands now, for whoever is signed in; beneath it the centre's admin has the month (A72). */
export function StatusPage() {
  const { at } = useSignedIn()
  const status = useNationalStatus()
  return (
    <div className="mx-auto flex w-full max-w-5xl flex-col gap-5">
      <PageHeader
        title={words.title}
        actions={
          <Button icon={Printer} disabled={!status.data} onPress={() => window.print()}>
            {words.print}
          </Button>
        }
      >
        {words.hint}
      </PageHeader>
      {status.data ? (
        <>
          {status.isError && (
            <Notice tone="unknown" announce="status">
              {words.stale(formatClock(status.dataUpdatedAt))}
            </Notice>
          )}
          <Services services={status.data.services} />
        </>
      ) : status.isError ? (
        <ErrorState title={words.unknown} retrying={status.isFetching} onRetry={() => void status.refetch()}>
          {sayProblem(status.error)}
        </ErrorState>
      ) : (
        <Skeleton lines={9} />
      )}
      {at?.role === 'admin' && <MonthReport />}
    </div>
  )
}

const Services = ({ services }: { services: readonly NationalServiceStatus[] }) => (
  <>
    <p role="status" className="text-2xl leading-snug font-semibold">
      {saySummary(services)}
    </p>
    <HourLegend />
    <Card flush>
      <ul aria-label={words.list} className="divide-y divide-line">
        {services.map((it) => (
          <ServiceRow key={it.service} it={it} />
        ))}
      </ul>
    </Card>
  </>
)
