import type { CheckOutcome, ItemCheck, MessageTone, PayerMessage } from '@noskhe/shared/prescriptions/item'
import type { z } from 'zod'
import { Lightbulb, type LucideIcon, OctagonX, TriangleAlert } from 'lucide-react'
import { toPersianDigits } from '../../../i18n/format.ts'
import { Button } from '../../../ui/button.tsx'
import { Money } from '../../../ui/money.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { RuleNamed } from '../rule-words.tsx'
import { checkLook } from '../words.ts'
import { adviceFor, words } from './words.ts'

interface ItemAnswerProps {
  check: ItemCheck | null
  isChecking: boolean
  onQuantity: (quantity: number) => void
  onCheckAgain: () => void
}

const canAskAgain: readonly CheckOutcome[] = ['not-checked', 'refused']

/** What the insurer said of an item, who pays what, and what can be done about it. One line is kept for it from the start. */
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
  const messages = check?.messages ?? []
  const ceiling = outcome === 'over-ceiling' ? (check?.maxCovered ?? 0) : 0
  const advice = adviceFor({ outcome, ceiling, isRejected: messages.some(({ tone }) => tone === 'rejection') })
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
      {messages.map((it) => <Said key={it.text} it={it} />)}
      {advice && <p className="text-quiet">{advice}</p>}
    </div>
  )
}

const Line = ({ children }: { children: React.ReactNode }) => <div className="flex min-h-8 flex-wrap items-center gap-x-4 gap-y-1.5 text-sm">{children}</div>

const saidLook: Record<z.infer<typeof MessageTone>, { icon: LucideIcon; look: string }> = {
  advisory: { icon: Lightbulb, look: 'text-advice' },
  warning: { icon: TriangleAlert, look: 'text-warning' },
  rejection: { icon: OctagonX, look: 'text-refusal' },
}

function Said({ it: { tone, text, rule } }: { it: PayerMessage }) {
  const { icon: Icon, look } = saidLook[tone]
  return (
    <p className="flex items-start gap-1.5">
      <Icon aria-hidden className={`mt-1 size-4 shrink-0 ${look}`} />
      <span>
        {toPersianDigits(text)}
        <RuleNamed rule={rule} />
      </span>
    </p>
  )
}
