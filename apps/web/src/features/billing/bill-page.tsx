import { findMonthlyBill } from '@noskhe/shared/billing/contract'
import type { MonthlyBill } from '@noskhe/shared/billing/bill'
import { Failure } from '@noskhe/shared/failure'
import { Printer, ReceiptText } from 'lucide-react'
import { useSearchParams } from 'react-router'
import { sayProblem } from '../../i18n/problem-message.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { classNames } from '../../ui/class-names.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { EmptyState, ErrorState } from '../../ui/states.tsx'
import { InsurerAccount } from './insurer-account.tsx'
import { MonthPicker, thisMonth } from './month-picker.tsx'
import { useMonthlyBill } from './queries.ts'
import { ShareChart } from './share-chart.tsx'
import { sayAnswer, sayMonth, words } from './words.ts'

/** The centre's month: the answer in one line, then the chart, then each insurer's lines beside our own figures. */
export function BillPage() {
  const [search, setSearch] = useSearchParams()
  const asked = findMonthlyBill.input.safeParse(Object.fromEntries(search))
  const month = asked.success ? asked.data : thisMonth()
  const bill = useMonthlyBill(month)
  return (
    <div className="mx-auto flex w-full max-w-5xl flex-col gap-5">
      <PageHeader
        title={`${words.title} ${sayMonth(month)}`}
        actions={
          <>
            <MonthPicker value={month} onChange={(it) => setSearch({ year: String(it.year), month: String(it.month) }, { replace: true })} />
            <Button icon={Printer} disabled={!bill.isSuccess} onPress={() => window.print()}>
              {words.print}
            </Button>
          </>
        }
      >
        {bill.data?.centreName}
      </PageHeader>
      {bill.isPending ? (
        <Skeleton lines={8} />
      ) : bill.isError ? (
        <BillProblem error={bill.error} isRetrying={bill.isFetching} onRetry={() => void bill.refetch()} />
      ) : (
        <div aria-busy={bill.isPlaceholderData} className={classNames('flex flex-col gap-5', bill.isPlaceholderData && 'opacity-50')}>
          <Bill bill={bill.data} />
        </div>
      )}
    </div>
  )
}

function Bill({ bill }: { bill: MonthlyBill }) {
  const isEmpty = bill.insurers.every((it) => it.state === 'answered' && it.lines.length === 0)
  return (
    <>
      <p role="status" className="text-2xl leading-snug font-semibold">
        {sayAnswer(bill.insurers, bill)}
      </p>
      {isEmpty && (
        <Card>
          <EmptyState icon={ReceiptText} title={words.emptyMonth}>
            {words.emptyMonthHint}
          </EmptyState>
        </Card>
      )}
      <ShareChart insurers={bill.insurers} />
      {bill.insurers.map((it) => (
        <InsurerAccount key={it.insurer} it={it} />
      ))}
    </>
  )
}

function BillProblem({ error, isRetrying, onRetry }: { error: unknown; isRetrying: boolean; onRetry: () => void }) {
  if (error instanceof Failure && error.code === 'payer.account-missing') {
    return (
      <Card>
        <EmptyState icon={ReceiptText} title={words.noAccount}>
          {words.noAccountHint}
        </EmptyState>
      </Card>
    )
  }
  return (
    <ErrorState retrying={isRetrying} onRetry={onRetry}>
      {sayProblem(error)}
    </ErrorState>
  )
}
