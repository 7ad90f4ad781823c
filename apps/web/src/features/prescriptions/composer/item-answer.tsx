import type { CheckOutcome, ItemCheck } from '@noskhe/shared/prescriptions/item'
import { toPersianDigits } from '../../../i18n/format.ts'
import { Button } from '../../../ui/button.tsx'
import { Money } from '../../../ui/money.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { ConfirmationLine } from '../rule-words.tsx'
import { checkLook } from '../words.ts'
import { adviceFor, words } from './words.ts'

interface ItemAnswerProps {
  check: ItemCheck | null
  isChecking: boolean
  onQuantity: (quantity: number) => void
  onCheckAgain: () => void
}

const canAskAgain: readonly CheckOutcome[] = ['not-checked', 'refused']

/** How an item stands with the insurer, who pays what, and until when that is confirmed. What its rules say stands among the findings. */
export function ItemAnswer({ check, isChecking, onQuantity, onCheckAgain }: ItemAnswerProps) {
  if (isChecking && (check === null || check.outcome === 'not-checked')) {
    return (
      <Line>
        <StatusBadge tone="waiting">{words.checking}</StatusBadge>
      </Line>
    )
  }
  const outcome = check?.outcome ?? 'not-checked'
  const look = checkLook[outcome]
  const ceiling = outcome === 'over-ceiling' ? (check?.maxCovered ?? 0) : 0
  const advice = adviceFor({ outcome, ceiling, isRejected: (check?.messages ?? []).some(({ tone }) => tone === 'rejection') })
  return (
    <div className="flex min-w-0 flex-col gap-1.5 text-sm">
      <Line>
        <StatusBadge tone={look.tone}>{look.word}</StatusBadge>
        {check?.shares && (
          <span className="text-quiet" title={check.priceSource ?? undefined}>
            {words.patientPays} <Money amount={check.shares.patientShare} className="font-semibold text-ink" /> · {words.insurerPays}{' '}
            <Money amount={check.shares.insurerShare} />
          </span>
        )}
        {ceiling > 0 && (
          <Button size="small" onPress={() => onQuantity(ceiling)}>
            {words.toCeiling(toPersianDigits(ceiling))}
          </Button>
        )}
        {canAskAgain.includes(outcome) && (
          <Button size="small" onPress={onCheckAgain}>
            {words.checkAgain}
          </Button>
        )}
      </Line>
      {advice && <p className="text-quiet">{advice}</p>}
      {check?.confirmation && (
        <p className="text-xs text-quiet">
          <ConfirmationLine it={check.confirmation} />
        </p>
      )}
    </div>
  )
}

const Line = ({ children }: { children: React.ReactNode }) => <div className="flex min-h-8 flex-wrap items-center gap-x-4 gap-y-1.5 text-sm">{children}</div>
