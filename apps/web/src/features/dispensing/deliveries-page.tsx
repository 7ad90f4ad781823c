import { type Delivery, patientPaysOf } from '@noskhe/shared/dispensing/order'
import { addShares } from '@noskhe/shared/money'
import { CalendarCheck, ScanBarcode } from 'lucide-react'
import { Link, useNavigate } from 'react-router'
import { fa } from '../../i18n/fa.ts'
import { formatJalali, formatJalaliLong, formatRial, toPersianDigits } from '../../i18n/format.ts'
import { sayProblem } from '../../i18n/problem-message.ts'
import { paths } from '../../paths.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { JalaliDate } from '../../ui/jalali-date.tsx'
import { Money } from '../../ui/money.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { EmptyState, ErrorState } from '../../ui/states.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { useDeliveries } from './queries.ts'
import { stateLook, words } from './words.ts'

/** Hand-overs of this centre: today's with their sum, then the earlier ones. */
export function DeliveriesPage() {
  const pages = useDeliveries()
  const all = pages.data?.pages.flatMap((page) => page.deliveries) ?? []
  const todayIs = formatJalali(Date.now())
  const today = all.filter((it) => formatJalali(it.startedAt) === todayIs)
  const earlier = all.filter((it) => formatJalali(it.startedAt) !== todayIs)
  return (
    <div className="mx-auto flex w-full max-w-6xl flex-col">
      <PageHeader title={words.today} actions={<LinkButton kind="primary" icon={ScanBarcode} to={paths.counter}>{words.counter}</LinkButton>}>
        {formatJalaliLong(Date.now())}
        {pages.isSuccess && ` · ${sumOf(today)}`}
      </PageHeader>
      {pages.isPending ? (
        <Skeleton lines={8} />
      ) : pages.isError ? (
        <ErrorState retrying={pages.isFetching} onRetry={() => void pages.refetch()}>
          {sayProblem(pages.error)}
        </ErrorState>
      ) : (
        <div className="flex flex-col gap-5">
          <Card flush>
            <DeliveryTable label={words.today} rows={today} />
          </Card>
          {earlier.length > 0 && (
            <Card flush title={words.earlier}>
              <DeliveryTable label={words.earlier} rows={earlier} />
            </Card>
          )}
          {pages.hasNextPage && (
            <Button className="self-center" pending={pages.isFetchingNextPage} onPress={() => void pages.fetchNextPage()}>
              {words.older}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}

/** «۱۲ تحویل، ۴٬۳۰۰٬۰۰۰ ریال سهم بیمه، ۱٬۲۰۰٬۰۰۰ ریال سهم بیمار»: of what counts only. */
function sumOf(deliveries: readonly Delivery[]): string {
  const done = deliveries.filter((it) => it.state === 'delivered')
  const { insurerShare } = addShares(done.map((it) => it.totals))
  const patientShare = done.reduce((sum, it) => sum + patientPaysOf(it), 0)
  return `${toPersianDigits(done.length)} تحویل، ${formatRial(insurerShare)} ${fa.share.insurer}، ${formatRial(patientShare)} ${fa.share.patient}`
}

const columns: Column<Delivery>[] = [
  {
    id: 'patient',
    header: 'بیمار',
    cell: (it) => (
      <Link className="font-semibold underline-offset-4 hover:underline" to={paths.dispense(it.id)}>
        {it.patientName || fa.state.unknown}
      </Link>
    ),
  },
  { id: 'state', header: 'وضعیت', cell: (it) => <StatusBadge tone={stateLook[it.state].tone}>{stateLook[it.state].word}</StatusBadge> },
  { id: 'code', header: 'کد رهگیری', wideOnly: true, cell: (it) => <bdi dir="ltr">{it.ref.trackingCode}</bdi> },
  { id: 'lines', header: 'اقلام', wideOnly: true, cell: (it) => `${toPersianDigits(it.lines.filter((line) => line.isGiven).length)} قلم` },
  { id: 'patientShare', header: `${fa.share.patient} (ریال)`, numeric: true, wideOnly: true, cell: (it) => <Money amount={patientPaysOf(it)} unit={false} /> },
  { id: 'insurerShare', header: `${fa.share.insurer} (ریال)`, numeric: true, wideOnly: true, cell: (it) => <Money amount={it.totals.insurerShare} unit={false} /> },
  { id: 'at', header: 'زمان', cell: (it) => <JalaliDate at={it.deliveredAt ?? it.startedAt} as="ago" /> },
]

function DeliveryTable({ label, rows }: { label: string; rows: readonly Delivery[] }) {
  const navigate = useNavigate()
  return (
    <Table
      label={label}
      columns={columns}
      rows={rows}
      keyOf={(it) => it.id}
      onOpen={(it) => void navigate(paths.dispense(it.id))}
      empty={
        <EmptyState icon={CalendarCheck} title={words.noneToday}>
          هر تحویل پس از گرفتن قیمت اینجا می‌آید.
        </EmptyState>
      }
    />
  )
}
