import type { Deposits, UndeliveredDeposit } from '@noskhe/shared/record/record'
import { CircleCheck } from 'lucide-react'
import { toPersianDigits } from '../../i18n/format.ts'
import { sayProblem } from '../../i18n/problem-message.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { JalaliDate } from '../../ui/jalali-date.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { EmptyState, ErrorState } from '../../ui/states.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { useDeposits, useSendAgain } from './queries.ts'
import { depositTitle, whyTitle, words } from './words.ts'

/** What the centre owes the health record: how much waits and has arrived, and each thing that did not get through. */
export function DepositsPage() {
  const deposits = useDeposits()
  return (
    <div className="mx-auto w-full max-w-3xl">
      <PageHeader title={words.deposits}>{words.depositsHint}</PageHeader>
      {deposits.isPending ? (
        <Skeleton lines={5} />
      ) : deposits.isError ? (
        <ErrorState retrying={deposits.isFetching} onRetry={() => void deposits.refetch()}>
          {sayProblem(deposits.error)}
        </ErrorState>
      ) : (
        <Outbox it={deposits.data} />
      )}
    </div>
  )
}

function Outbox({ it }: { it: Deposits }) {
  const again = useSendAgain()
  return (
    <div className="flex flex-col gap-4">
      <dl className="grid grid-cols-3 gap-3 text-center">
        {(['waiting', 'parked', 'delivered'] as const).map((state) => (
          <div key={state} className="flex flex-col-reverse rounded border border-line bg-surface py-3">
            <dt className="text-sm text-quiet">{words[state]}</dt>
            <dd className="text-xl font-semibold tabular-nums">{toPersianDigits(it[state])}</dd>
          </div>
        ))}
      </dl>
      {again.isError && (
        <Notice tone="refusal" announce="alert">
          {sayProblem(again.error)}
        </Notice>
      )}
      <Card flush>
        {it.failed.length === 0 ? (
          <EmptyState icon={CircleCheck} title={words.allThrough}>
            {words.allThroughBody}
          </EmptyState>
        ) : (
          <ul aria-label={words.deposits} className="divide-y divide-line">
            {it.failed.map((deposit) => (
              <Failed key={deposit.id} it={deposit} isSending={again.isPending && again.variables === deposit.id} onAgain={() => again.mutate(deposit.id)} />
            ))}
          </ul>
        )}
      </Card>
    </div>
  )
}

interface FailedProps {
  it: UndeliveredDeposit
  isSending: boolean
  onAgain: () => void
}

const Failed = ({ it, isSending, onAgain }: FailedProps) => (
  <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-4 py-3">
    <div className="flex min-w-0 flex-1 basis-64 flex-col gap-1">
      <p className="flex flex-wrap items-center gap-2">
        <strong>{depositTitle[it.kind]}</strong>
        <JalaliDate at={it.enqueuedAt} as="moment" className="text-sm text-quiet" />
        <StatusBadge tone={it.state === 'parked' ? 'refusal' : 'waiting'}>{words[it.state]}</StatusBadge>
      </p>
      <p className="text-sm">{whyTitle[it.why]}</p>
      {it.words && <p className="text-sm break-words text-quiet">«{it.words}»</p>}
      <p className="text-sm text-quiet">{`${toPersianDigits(it.attempts)} بار فرستاده شد`}</p>
    </div>
    <Button size="small" pending={isSending} onPress={onAgain}>
      {words.again}
    </Button>
  </li>
)
