import type { Order, OrderItem, OrderRef, OrderSummary } from '@noskhe/shared/dispensing/order'
import { Calculator, PackageCheck } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useNavigate } from 'react-router'
import { formatAmount, toPersianDigits } from '../../i18n/format.ts'
import { sayProblem } from '../../i18n/problem-message.ts'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { classNames } from '../../ui/class-names.ts'
import { CodeField } from '../../ui/code-field.tsx'
import { JalaliDate } from '../../ui/jalali-date.tsx'
import { Money } from '../../ui/money.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { EmptyState, ErrorState } from '../../ui/states.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { useShortcut } from '../../ui/use-shortcut.tsx'
import { PatientLine } from './patient-line.tsx'
import { ProductName } from './product-name.tsx'
import { QuantityStepper } from './quantity-stepper.tsx'
import { useOrder, usePrepareDelivery } from './queries.ts'
import { itemLook, words } from './words.ts'

interface OrderViewProps {
  reference: OrderRef
  /** What the list told of it: the centre's name, which the prescription itself does not tell. */
  summary: OrderSummary | null
  canReturn: boolean
  onLeave: () => void
}

/** One prescription as its payer tells it now. */
export function OrderView({ reference, summary, canReturn, onLeave }: OrderViewProps) {
  const order = useOrder(reference)
  useShortcut('Escape', words.others, onLeave, { enabled: canReturn })
  if (order.isPending) return <Skeleton lines={6} />
  if (order.isError) {
    return (
      <ErrorState retrying={order.isFetching} onRetry={() => void order.refetch()}>
        {sayProblem(order.error)}
      </ErrorState>
    )
  }
  const it = { ...order.data, centreName: order.data.centreName ?? summary?.centreName ?? null }
  return (
    <div className="flex flex-col gap-4">
      <PatientLine
        patientName={it.patientName}
        insurer={it.ref.insurer}
        trackingCode={it.ref.trackingCode}
        details={[
          it.fund,
          it.prescriberName && `پزشک: ${it.prescriberName}`,
          it.centreName,
          it.orderedAt && <JalaliDate key="at" at={it.orderedAt} as="short" />,
        ]}
        ref={takeLostFocus}
        action={canReturn && <Button onPress={onLeave}>{words.others}</Button>}
      />
      {it.items.every((item) => item.remaining <= 0) ? (
        <Card>
          <EmptyState icon={PackageCheck} title={words.allGiven}>
            {words.allGivenHint}
          </EmptyState>
        </Card>
      ) : (
        <ChooseQuantities order={it} />
      )}
    </div>
  )
}

/** The row that was pressed has gone with its list; a box that still has the focus keeps it for the next scan. */
function takeLostFocus(heading: HTMLHeadingElement | null): void {
  if (document.activeElement === null || document.activeElement === document.body) heading?.focus()
}

const startOf = (item: OrderItem) => (item.state === 'waiting' || item.state === 'partial' ? item.remaining : 0)

function ChooseQuantities({ order }: { order: Order }) {
  const navigate = useNavigate()
  const prepare = usePrepareDelivery()
  const [quantities, setQuantities] = useState(() => new Map(order.items.map((item) => [item.itemRef, startOf(item)])))
  const [prices, setPrices] = useState<ReadonlyMap<string, string>>(new Map())
  // Nobody has a reference price for what no insurer covers: the pharmacy says its own.
  const hasOwnPrices = order.ref.insurer === 'private'
  const quantityOf = ({ itemRef }: OrderItem) => quantities.get(itemRef) ?? 0
  const lines = order.items
    .map((item) => {
      const unitPrice = Number(prices.get(item.itemRef) ?? 0)
      return { itemRef: item.itemRef, quantity: quantityOf(item), ...(unitPrice > 0 && { unitPrice }) }
    })
    .filter(({ quantity }) => quantity > 0)
  const isOver = order.items.some((item) => quantityOf(item) > item.remaining)
  const isReady = lines.length > 0 && !isOver
  const price = () => prepare.mutate({ ref: order.ref, lines }, { onSuccess: ({ id }) => void navigate(paths.dispense(id)) })
  useShortcut('Mod+Enter', words.price, price, { enabled: isReady && !prepare.isPending })
  return (
    <>
      <Card flush>
        <ul>
          {order.items.map((item) => (
            <ItemRow
              key={item.itemRef}
              item={item}
              quantity={quantityOf(item)}
              onChange={(quantity) => setQuantities(new Map(quantities).set(item.itemRef, quantity))}
              price={
                hasOwnPrices && (
                  <CodeField
                    className="mt-2 w-48"
                    size="compact"
                    label={words.ownPrice}
                    length={12}
                    suffix="ریال"
                    value={prices.get(item.itemRef) ?? ''}
                    onChange={(digits) => setPrices(new Map(prices).set(item.itemRef, digits))}
                  />
                )
              }
            />
          ))}
        </ul>
      </Card>
      {prepare.error && <Notice tone="refusal" announce="alert" title={sayProblem(prepare.error)} />}
      <div className="flex flex-wrap items-center gap-4">
        <Button kind="primary" size="large" icon={Calculator} shortcut="Mod+Enter" disabled={!isReady} pending={prepare.isPending} onPress={price}>
          {words.price}
        </Button>
        <span className="text-quiet">{isReady ? `${toPersianDigits(lines.length)} قلم` : isOver ? words.overLeft : words.nothingChosen}</span>
      </div>
    </>
  )
}

interface ItemRowProps {
  item: OrderItem
  quantity: number
  onChange: (quantity: number) => void
  /** Where the pharmacy writes its own price. */
  price: ReactNode
}

function ItemRow({ item, quantity, onChange, price }: ItemRowProps) {
  const isOpen = item.remaining > 0
  const look = itemLook[item.state]
  return (
    <li className={classNames('flex flex-wrap items-center gap-x-4 gap-y-3 border-b border-line px-4 py-4 last:border-b-0', quantity === 0 && 'bg-sunken')}>
      <div className="w-full min-w-56 sm:w-auto sm:flex-1">
        <p className="font-semibold">
          <ProductName>{item.name}</ProductName>
        </p>
        {item.directions && <p className="text-quiet">{toPersianDigits(item.directions)}</p>}
        {item.note && <p className="text-sm text-quiet">{toPersianDigits(item.note)}</p>}
        <div className="mt-1 flex flex-wrap items-center gap-3 text-sm text-quiet">
          {item.state !== 'waiting' && <StatusBadge tone={look.tone}>{look.word}</StatusBadge>}
          {item.activeFrom && item.state === 'not-due' && <span>{`از ${toPersianDigits(item.activeFrom.replaceAll('-', '/'))}`}</span>}
          {item.unitPrice !== null && (
            <span>
              هر عدد <Money amount={item.unitPrice} />
            </span>
          )}
        </div>
        {isOpen && price}
      </div>
      <p className="flex w-24 flex-col items-center">
        <strong className="text-3xl tabular-nums">{formatAmount(item.remaining)}</strong>
        <span className="text-sm text-quiet">{`${words.left} از ${formatAmount(item.prescribed)}`}</span>
      </p>
      <div className="ms-auto flex w-48 justify-center">
        {isOpen ? (
          <QuantityStepper name={item.name} value={quantity} most={item.remaining} onChange={onChange} />
        ) : (
          <span className="text-quiet">—</span>
        )}
      </div>
    </li>
  )
}
