import { type DeliveryLine, type ScannedPack, hasItsPacks, unitsWithoutPack } from '@noskhe/shared/dispensing/order'
import { formatAmount, toPersianDigits } from '../../i18n/format.ts'
import { classNames } from '../../ui/class-names.ts'
import { JalaliDate } from '../../ui/jalali-date.tsx'
import { Latin } from '../../ui/latin.tsx'
import { Money } from '../../ui/money.tsx'
import { ShareBar } from '../../ui/share-bar.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { toneLook } from '../../ui/tone.ts'
import { RuleNamed } from '../prescriptions/index.ts'
import { ProductName } from './product-name.tsx'
import { outcomeLook, units, words } from './words.ts'

/** A line about to be given: the payer's answer, its price and its packs. One that is not given says why and stays. */
export function DeliveryLineRow({ line }: { line: DeliveryLine }) {
  const look = outcomeLook[line.outcome]
  return (
    <li className={classNames('flex flex-col gap-2 border-b border-line px-4 py-4 last:border-b-0', !line.isGiven && 'bg-sunken')}>
      <div className="flex flex-wrap items-start gap-x-6 gap-y-2">
        <div className="w-full min-w-56 sm:w-auto sm:flex-1">
          <p className="font-semibold">
            <ProductName>{line.name}</ProductName>
          </p>
          <div className="mt-1 flex flex-wrap gap-2">
            <StatusBadge tone={look.tone}>{look.word}</StatusBadge>
            <PacksBadge line={line} />
          </div>
        </div>
        <p className="flex w-24 flex-col items-center">
          <strong className={classNames('text-3xl tabular-nums', !line.isGiven && 'line-through opacity-60')}>{formatAmount(line.quantity)}</strong>
          <span className="text-sm text-quiet">عدد</span>
        </p>
        <div className="flex-1 sm:w-56 sm:flex-none">
          {line.shares ? (
            <>
              <p className="mb-1 text-end">
                <Money amount={line.shares.total} className="font-semibold" />
              </p>
              <ShareBar insurerShare={line.shares.insurerShare} patientShare={line.shares.patientShare} compact />
            </>
          ) : (
            <p className="text-end text-quiet">{line.isGiven ? <Money amount={null} /> : words.notGiven}</p>
          )}
        </div>
      </div>
      {line.messages.map(({ tone, text, rule }) => {
        const { icon: Icon, text: colour } = toneLook[tone === 'advisory' ? 'advice' : tone === 'warning' ? 'warning' : 'refusal']
        return (
          <p key={text} className={classNames('flex items-start gap-2 text-sm', colour)}>
            <Icon aria-hidden className="mt-1 size-4 shrink-0" />
            <span>
              {toPersianDigits(text)}
              <RuleNamed rule={rule} />
            </span>
          </p>
        )
      })}
      {line.packs.length > 0 && (
        <ul className="flex flex-col gap-1 text-sm text-quiet" aria-label={`بسته‌های ${line.name}`}>
          {line.packs.map((pack) => (
            <PackRow key={pack.uid} pack={pack} />
          ))}
        </ul>
      )}
    </li>
  )
}

function PacksBadge({ line }: { line: DeliveryLine }) {
  if (!line.isGiven) return <StatusBadge tone="refusal">{words.notGiven}</StatusBadge>
  if (!hasItsPacks(line)) return <StatusBadge tone="waiting">{words.packsNeeded(unitsWithoutPack(line))}</StatusBadge>
  if (line.packs.length > 0) return <StatusBadge tone="done">{words.packsDone}</StatusBadge>
  return <StatusBadge tone="unknown">{words.packsOptional}</StatusBadge>
}

const PackRow = ({ pack }: { pack: ScannedPack }) => (
  <li className="flex flex-wrap items-baseline gap-x-3">
    <span aria-hidden className="text-done">
      ✓
    </span>
    <span>{units(pack.count)}</span>
    <Latin>{`UID ${pack.uid}`}</Latin>
    <Latin>{`LOT ${pack.batch}`}</Latin>
    <span>
      انقضا <JalaliDate at={pack.expiry} as="short" />
    </span>
  </li>
)
