import type { OrderRef, OrderSummary, Unanswered } from '@noskhe/shared/dispensing/order'
import { isNationalCode } from '@noskhe/shared/identifiers'
import { insurerTitle } from '@noskhe/shared/patients/eligibility'
import { ChevronLeft, FileSearch } from 'lucide-react'
import { useState } from 'react'
import { fa } from '../../i18n/fa.ts'
import { toPersianDigits } from '../../i18n/format.ts'
import { sayProblem } from '../../i18n/problem-message.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { CodeField } from '../../ui/code-field.tsx'
import { JalaliDate } from '../../ui/jalali-date.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { EmptyState } from '../../ui/states.tsx'
import type { useSearchOrders } from './queries.ts'
import { sayUnanswered, words } from './words.ts'

type Search = ReturnType<typeof useSearchOrders>

interface OrderResultsProps {
  search: Search
  onFind: Search['mutate']
  onOpen: (ref: OrderRef) => void
}

/** What a search came to. Who was silent is said beside what was found: a list that may lack something does not look whole. */
export function OrderResults({ search, onFind, onOpen }: OrderResultsProps) {
  const { data, error, variables } = search
  const again = () => variables && onFind(variables)
  if (search.isPending) return <Skeleton lines={4} />
  if (error) {
    return (
      <Notice tone="warning" announce="alert" title={sayProblem(error)} actions={<Button onPress={again}>{fa.action.retry}</Button>} />
    )
  }
  if (!data) {
    return (
      <EmptyState icon={FileSearch} title={words.empty}>
        {words.emptyHint}
      </EmptyState>
    )
  }
  const isShared = data.foundBy === 'tracking-code' && data.orders.length > 1
  return (
    <div className="flex flex-col gap-4">
      {data.unanswered.length > 0 && <Silent unanswered={data.unanswered} isEmpty={data.orders.length === 0} onAgain={again} />}
      {isShared && variables && <NarrowForm onNarrow={(value) => onFind({ text: variables.text, identity: { kind: 'national-code', value } })} />}
      {data.orders.length > 0 && (
        <Card title={`${toPersianDigits(data.orders.length)} نسخه`} flush>
          <ul className="mt-2">
            {data.orders.map((order) => (
              <li key={`${order.ref.insurer}-${order.ref.identity.value}-${order.ref.trackingCode}`} className="border-t border-line">
                <OrderRow order={order} onOpen={() => onOpen(order.ref)} />
              </li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  )
}

const Silent = ({ unanswered, isEmpty, onAgain }: { unanswered: readonly Unanswered[]; isEmpty: boolean; onAgain: () => void }) => (
  <Notice
    tone="unknown"
    announce="status"
    title={isEmpty ? words.noOrdersYet : words.mayBeMore}
    actions={<Button onPress={onAgain}>{words.askAgain}</Button>}
  >
    {unanswered.map((it) => (
      <p key={it.who}>{sayUnanswered(it)}</p>
    ))}
  </Notice>
)

const OrderRow = ({ order, onOpen }: { order: OrderSummary; onOpen: () => void }) => (
  <button type="button" onClick={onOpen} className="flex w-full items-center gap-4 px-4 py-3 text-start hover:bg-sunken">
    <span className="flex min-w-0 flex-1 flex-col">
      <span className="text-lg font-semibold">{order.patientName || fa.state.unknown}</span>
      <span className="text-sm text-quiet">
        {[insurerTitle[order.ref.insurer], order.fund, order.centreName].filter(Boolean).join(' · ')}
        {order.orderedAt && (
          <>
            {' · '}
            <JalaliDate at={order.orderedAt} as="short" />
          </>
        )}
      </span>
    </span>
    <bdi dir="ltr" className="text-xl font-semibold tracking-wider tabular-nums">
      {order.ref.trackingCode}
    </bdi>
    <ChevronLeft aria-hidden className="size-5 shrink-0 text-quiet" />
  </button>
)

function NarrowForm({ onNarrow }: { onNarrow: (nationalCode: string) => void }) {
  const [value, setValue] = useState('')
  return (
    <Card>
      <div className="flex flex-wrap items-end gap-3">
        <CodeField
          className="min-w-56"
          label={words.narrow}
          length={10}
          value={value}
          onChange={setValue}
          onComplete={(digits) => isNationalCode(digits) && onNarrow(digits)}
        />
        <p className="flex-1 basis-64 text-quiet">{words.narrowHint}</p>
      </div>
    </Card>
  )
}
