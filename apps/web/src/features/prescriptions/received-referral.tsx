import type { ReceivedReferral } from '@noskhe/shared/prescriptions/act'
import type { ReactNode } from 'react'
import { toPersianDigits } from '../../i18n/format.ts'
import { JalaliDate } from '../../ui/jalali-date.tsx'
import { Latin } from '../../ui/latin.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { actWords } from './act-words.ts'

/** What the referring doctor wrote, for whom it is to. */
export const ReceivedReferralView = ({ it }: { it: ReceivedReferral }) => (
  <div className="flex flex-col gap-2">
    {it.isUrgent && (
      <div>
        <StatusBadge tone="warning">{actWords.isUrgent}</StatusBadge>
      </div>
    )}
    {it.reasons.map((reason) => (
      <p key={reason} className="whitespace-pre-line">
        {reason}
      </p>
    ))}
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm">
      <Pair term={actWords.from}>{[`دکتر ${it.from.name}`, it.from.specialty].filter(Boolean).join(' · ')}</Pair>
      <Pair term={actWords.writtenAt}>
        <JalaliDate at={it.writtenAt} as="ago" />
      </Pair>
      {it.diagnosis && (
        <Pair term={actWords.diagnosis}>
          <Latin>{it.diagnosis}</Latin>
        </Pair>
      )}
      {it.ordered.length > 0 && <Pair term={actWords.ordered}>{it.ordered.join('، ')}</Pair>}
      <Pair term={actWords.trackingCode}>
        <bdi dir="ltr" className="tabular-nums">
          {toPersianDigits(it.trackingCode)}
        </bdi>
      </Pair>
    </dl>
  </div>
)

const Pair = ({ term, children }: { term: string; children: ReactNode }) => (
  <>
    <dt className="text-quiet">{term}</dt>
    <dd className="min-w-0">{children}</dd>
  </>
)
