import { fa } from '../i18n/fa.ts'
import { formatPercent, formatRial } from '../i18n/format.ts'
import { classNames } from './class-names.ts'
import { Money } from './money.tsx'

interface ShareBarProps {
  /** Whole Rial each. */
  insurerShare: number
  patientShare: number
  subsidy?: number
  /** What a supplementary company pays; left out where there is none. */
  supplementaryShare?: number
  /** compact: the bar alone, told in words to a screen reader; otherwise with the amounts under it. */
  compact?: boolean
}

/** Who pays how much of one amount, as one bar. */
export function ShareBar({ insurerShare, patientShare, subsidy = 0, supplementaryShare = 0, compact = false }: ShareBarProps) {
  const parts = [
    { name: fa.share.insurer, amount: insurerShare, look: 'bg-accent' },
    { name: fa.share.supplementary, amount: supplementaryShare, look: 'bg-information' },
    { name: fa.share.subsidy, amount: subsidy, look: 'bg-done' },
    { name: fa.share.patient, amount: patientShare, look: 'bg-warning hatched' },
  ].filter(({ name, amount }) => amount > 0 || name === fa.share.insurer || name === fa.share.patient)
  const total = insurerShare + supplementaryShare + patientShare + subsidy
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <div
        role="img"
        aria-label={parts.map(({ name, amount }) => `${name} ${formatRial(amount)}`).join('، ')}
        className={classNames('flex w-full gap-px overflow-hidden rounded-full bg-line', compact ? 'h-1.5' : 'h-2.5')}
      >
        {parts.map(({ name, amount, look }) => (
          <span key={name} className={look} style={{ flexGrow: amount, flexBasis: 0 }} title={`${name} ${formatRial(amount)}`} />
        ))}
      </div>
      {!compact && (
        <dl className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
          {parts.map(({ name, amount, look }) => (
            <div key={name} className="flex items-center gap-2">
              <span aria-hidden className={classNames('size-2.5 rounded-sm', look)} />
              <dt className="text-quiet">{name}</dt>
              <dd>
                <Money amount={amount} className="font-semibold" />
                {total > 0 && <span className="ms-1.5 text-quiet">{formatPercent(Math.round((amount / total) * 100))}</span>}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}
