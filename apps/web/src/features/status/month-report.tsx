import { jalaliMonthRange } from '@noskhe/shared/calendar'
import type { ServiceMonth, ServiceReport } from '@noskhe/shared/status/contract'
import { ratesOf } from '@noskhe/shared/status/rates'
import { CalendarOff, Download } from 'lucide-react'
import { useState } from 'react'
import { formatAmount } from '../../i18n/format.ts'
import { sayProblem } from '../../i18n/problem-message.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { EmptyState, ErrorState } from '../../ui/states.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { type Column, Table } from '../../ui/table.tsx'
import { MonthPicker, sayMonth, thisMonth } from '../billing/index.ts'
import { useServiceReport } from './queries.ts'
import { csvName, reportCsv } from './report-csv.ts'
import { sayDuration, sayErrorShare, saySince, sayShare, words } from './words.ts'

/** The service levels of a month, for the report that the contract asks for (clause 13). */
export function MonthReport() {
  const [month, setMonth] = useState(thisMonth)
  const report = useServiceReport(month)
  const { data } = report
  return (
    <Card
      title={words.report}
      flush
      aside={
        <div data-screen-only="" className="flex flex-wrap items-end gap-2">
          <MonthPicker value={month} onChange={setMonth} />
          <Button icon={Download} disabled={!data?.measuredSince || report.isPlaceholderData} onPress={() => data && save(data)}>
            {words.csv}
          </Button>
        </div>
      }
    >
      {report.isPending ? (
        <Skeleton lines={6} className="px-4" />
      ) : report.isError ? (
        <ErrorState retrying={report.isFetching} onRetry={() => void report.refetch()}>
          {sayProblem(report.error)}
        </ErrorState>
      ) : (
        <div aria-busy={report.isPlaceholderData} className={report.isPlaceholderData ? 'opacity-50' : ''}>
          <Figures report={report.data} />
        </div>
      )}
    </Card>
  )
}

function Figures({ report }: { report: ServiceReport }) {
  const { measuredSince, services } = report
  if (measuredSince === null) {
    return (
      <EmptyState icon={CalendarOff} title={words.notMeasured}>
        {words.notMeasuredHint}
      </EmptyState>
    )
  }
  const isWhole = new Date(measuredSince) <= jalaliMonthRange(report.year, report.month).from
  return (
    <>
      {!isWhole && <p className="px-4 pb-3 text-sm text-quiet">{words.measuredSince(saySince(measuredSince))}</p>}
      <Table label={words.reportOf(sayMonth(report))} columns={columns} rows={services} keyOf={(it) => it.service} empty={null} />
    </>
  )
}

const columns: readonly Column<ServiceMonth>[] = [
  { id: 'service', header: words.service, cell: (it) => it.title, sortBy: (it) => it.title },
  { id: 'asked', header: words.asked, cell: (it) => formatAmount(ratesOf(it).asked), sortBy: (it) => ratesOf(it).asked, numeric: true },
  {
    id: 'availability', header: words.availability, numeric: true,
    cell: (it) => shown(ratesOf(it).availability, sayShare), sortBy: (it) => ratesOf(it).availability ?? NOT_MEASURED,
  },
  {
    id: 'errorRate', header: words.errorRate, numeric: true,
    cell: (it) => shown(ratesOf(it).errorRate, sayErrorShare), sortBy: (it) => ratesOf(it).errorRate ?? NOT_MEASURED,
  },
  { id: 'median', header: words.median, cell: (it) => shown(it.medianMs, sayDuration), sortBy: (it) => it.medianMs ?? NOT_MEASURED, numeric: true },
  { id: 'p95', header: words.p95, cell: (it) => shown(it.p95Ms, sayDuration), sortBy: (it) => it.p95Ms ?? NOT_MEASURED, numeric: true },
  { id: 'heldBack', header: words.heldBack, cell: (it) => formatAmount(it.heldBack), sortBy: (it) => it.heldBack, numeric: true, wideOnly: true },
]

/** Sorted before everything that was measured. */
const NOT_MEASURED = -1

const shown = (value: number | null, say: (value: number) => string): string => (value === null ? words.nothing : say(value))

/** Hands the report to the browser as a file. */
const save = (report: ServiceReport): void => saveFile(csvName(report), reportCsv(report), 'text/csv;charset=utf-8')
