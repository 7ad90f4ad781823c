import { listMissingCodes, type MissingCode } from '@noskhe/shared/terminology/contract'
import { useQuery } from '@tanstack/react-query'
import { CircleCheck, Download } from 'lucide-react'
import { queryOf } from '../../api/call.ts'
import { formatAmount, formatMoment } from '../../i18n/format.ts'
import { sayProblem } from '../../i18n/problem-message.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { EmptyState, ErrorState } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { kindTitle } from './kind-mark.tsx'
import { missingCodesCsv } from './missing-codes-csv.ts'

/** What people of the centre looked for in the national lists and did not find, for the centre's admin. */
export function MissingCodesPage() {
  const missing = useQuery(queryOf(listMissingCodes, {}))
  const rows = missing.data?.missing ?? []
  return (
    <div className="mx-auto w-full max-w-4xl">
      <PageHeader
        title="گزارش‌های پیدانشد"
        actions={
          <Button icon={Download} disabled={rows.length === 0} onPress={() => saveFile('noskhe-missing-codes.csv', missingCodesCsv(rows), 'text/csv;charset=utf-8')}>
            دریافت CSV
          </Button>
        }
      >
        آنچه همکاران این مرکز در فهرست‌های ملی جستند و نیافتند و گزارش کردند. برای پیگیری نزد مرجع کدینگ، فهرست را دریافت کنید.
      </PageHeader>
      {missing.isPending ? (
        <Skeleton lines={5} />
      ) : missing.isError ? (
        <ErrorState retrying={missing.isFetching} onRetry={() => void missing.refetch()}>
          {sayProblem(missing.error)}
        </ErrorState>
      ) : (
        <Card flush>
          <Table label="گزارش‌های پیدانشد" columns={columns} rows={rows} keyOf={(it) => it.wording} empty={nothing} />
        </Card>
      )}
    </div>
  )
}

const nothing = (
  <EmptyState icon={CircleCheck} title="گزارشی نرسیده است">
    هر کس چیزی را در جست‌وجو نیابد، می‌تواند همان‌جا گزارشش کند.
  </EmptyState>
)

const columns: readonly Column<MissingCode>[] = [
  { id: 'wording', header: 'جسته‌شده', cell: (it) => <bdi className="font-semibold">{it.wording}</bdi>, sortBy: (it) => it.wording },
  { id: 'kinds', header: 'در فهرست', cell: (it) => it.kinds.map(kindTitle).join('، '), wideOnly: true },
  { id: 'times', header: 'گزارش', cell: (it) => formatAmount(it.times), sortBy: (it) => it.times, numeric: true },
  { id: 'people', header: 'گزارش‌دهنده', cell: (it) => formatAmount(it.people), sortBy: (it) => it.people, numeric: true },
  { id: 'last', header: 'آخرین بار', cell: (it) => formatMoment(it.lastReportedAt), sortBy: (it) => it.lastReportedAt, wideOnly: true },
]
