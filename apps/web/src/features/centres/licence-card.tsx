import type { CentreRecord } from '@noskhe/shared/centres/centre'
import { Card } from '../../ui/card.tsx'
import { JalaliDate } from '../../ui/jalali-date.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { stateTitle, stateTone, words } from './words.ts'

/** The operating licence. What SIAM said a while ago is told as that, and never as how it stands now. */
export function LicenceCard({ it }: { it: CentreRecord }) {
  const { state, reason, validUntil } = it.licence
  return (
    <Card
      title={words.licence}
      aside={it.isCurrent ? <StatusBadge tone={stateTone[state]}>{stateTitle[state]}</StatusBadge> : <StatusBadge tone="unknown">{words.unknownNow}</StatusBadge>}
    >
      {state === 'unlisted' && <p className="mb-2">{words.unlisted}</p>}
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1">
        <dt className="text-quiet">{words.validUntil}</dt>
        <dd>
          <JalaliDate at={validUntil} as="long" />
        </dd>
        {state !== 'active' && state !== 'unlisted' && (
          <>
            <dt className="text-quiet">{words.reason}</dt>
            <dd>{reason ?? words.noReason}</dd>
          </>
        )}
        <dt className="text-quiet whitespace-nowrap">{words.lastSaid}</dt>
        <dd>
          {!it.isCurrent && `«${stateTitle[state]}»، `}
          <JalaliDate at={it.answeredAt} as="moment" />
        </dd>
      </dl>
    </Card>
  )
}
