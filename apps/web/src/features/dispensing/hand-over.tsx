import { type Delivery, hasItsPacks, patientPaysOf } from '@noskhe/shared/dispensing/order'
import { PackageCheck } from 'lucide-react'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { fa } from '../../i18n/fa.ts'
import { sayProblem } from '../../i18n/problem-message.ts'
import { paths } from '../../paths.ts'
import { BottomBar } from '../../ui/bars.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Money } from '../../ui/money.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useShortcut } from '../../ui/use-shortcut.tsx'
import { DeliveryFindings } from './delivery-findings.tsx'
import { DeliveryLineRow } from './delivery-line-row.tsx'
import { GivenList } from './given-list.tsx'
import { MoneyPanel } from './money-panel.tsx'
import { useAbandonDelivery, useConfirmDelivery } from './queries.ts'
import { ScanField } from './scan-field.tsx'
import { words } from './words.ts'

/** A priced delivery: packs are scanned onto its lines, then it is given with one key. */
export function HandOver({ it }: { it: Delivery }) {
  const navigate = useNavigate()
  const confirm = useConfirmDelivery(it.id)
  const abandon = useAbandonDelivery(it.id)
  const [isAsking, setAsking] = useState(false)
  const given = it.lines.filter((line) => line.isGiven)
  const isComplete = given.length > 0 && given.every(hasItsPacks)
  const ask = () => setAsking(true)
  const change = () => abandon.mutate(undefined, { onSuccess: () => void navigate(paths.counter, { state: it.ref }) })
  useShortcut('Mod+Enter', words.deliver, ask, { enabled: isComplete && !confirm.isPending })
  const problem = confirm.error ?? abandon.error
  const deliver = (
    <Button kind="primary" size="large" wide icon={PackageCheck} shortcut="Mod+Enter" disabled={!isComplete} pending={confirm.isPending} onPress={ask}>
      {words.deliver}
    </Button>
  )
  return (
    <>
      <ScanField deliveryId={it.id} />
      {problem && <Notice tone="refusal" announce="alert" title={sayProblem(problem)} />}
      <div className="grid items-start gap-5 lg:grid-cols-[1fr_20rem]">
        <div className="flex min-w-0 flex-col gap-5">
          <DeliveryFindings id={it.id} />
          <Card flush>
            <ul>
              {it.lines.map((line) => (
                <DeliveryLineRow key={line.id} line={line} />
              ))}
            </ul>
          </Card>
        </div>
        <MoneyPanel it={it}>
          <div className="hidden lg:block">{deliver}</div>
          {!isComplete && <p className="text-sm text-quiet">{given.length === 0 ? words.nothingToGive : words.packsMissing}</p>}
          <Button kind="bare" wide pending={abandon.isPending} disabled={confirm.isPending} onPress={change}>
            {words.change}
          </Button>
        </MoneyPanel>
      </div>
      <BottomBar>
        <div className="flex items-center gap-4 px-4 py-2">
          <p className="flex flex-col whitespace-nowrap">
            <span className="text-xs text-quiet">{words.patientPays}</span>
            <Money amount={patientPaysOf(it)} className="font-semibold" />
          </p>
          <div className="flex-1">{deliver}</div>
        </div>
      </BottomBar>
      <ConfirmSummary
        it={it}
        isOpen={isAsking}
        isPending={confirm.isPending}
        onClose={() => setAsking(false)}
        onConfirm={() => confirm.mutate(undefined, { onSettled: () => setAsking(false) })}
      />
    </>
  )
}

interface ConfirmSummaryProps {
  it: Delivery
  isOpen: boolean
  isPending: boolean
  onClose: () => void
  onConfirm: () => void
}

/** What is given and what the patient pays, once more; ⏎ gives it. */
const ConfirmSummary = ({ it, isOpen, isPending, onClose, onConfirm }: ConfirmSummaryProps) => (
  <Dialog
    isOpen={isOpen}
    onClose={onClose}
    dismissable={!isPending}
    size="small"
    title={words.deliverTitle(it.patientName)}
    actions={
      <>
        <Button kind="primary" autoFocus pending={isPending} onPress={onConfirm}>
          {words.deliver}
        </Button>
        <Button disabled={isPending} onPress={onClose}>
          {fa.action.cancel}
        </Button>
      </>
    }
  >
    <GivenList lines={it.lines} />
    <p className="flex items-baseline justify-between gap-4 border-t border-line pt-3">
      <span>{words.patientPays}</span>
      <Money amount={patientPaysOf(it)} className="text-xl font-semibold" />
    </p>
  </Dialog>
)
