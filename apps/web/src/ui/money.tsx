import { fa } from '../i18n/fa.ts'
import { formatAmount } from '../i18n/format.ts'
import { classNames } from './class-names.ts'

interface MoneyProps {
  /** Whole Rial; null or undefined when nobody has said: shown as «نامشخص», never as zero. */
  amount: number | null | undefined
  /** Left out in a column whose header already says «ریال». */
  unit?: boolean
  className?: string
}

/** «۲٬۳۰۱٬۰۰۰ ریال», in tabular digits, never wrapped. */
export function Money({ amount, unit = true, className }: MoneyProps) {
  if (amount === null || amount === undefined) return <span className={classNames('text-quiet', className)}>{fa.state.unknown}</span>
  return (
    <span className={classNames('whitespace-nowrap tabular-nums', className)}>
      {formatAmount(amount)}
      {unit && <span className="text-[0.85em] font-normal text-quiet"> ریال</span>}
    </span>
  )
}
