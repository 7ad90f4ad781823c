import { insurerTitle } from '@noskhe/shared/patients/eligibility'
import type { RecordEntry } from '@noskhe/shared/record/record'
import { ClipboardPenLine, PackageCheck, Send } from 'lucide-react'
import { useState } from 'react'
import { toPersianDigits } from '../../i18n/format.ts'
import { JalaliDate } from '../../ui/jalali-date.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { kindTitle, words } from './words.ts'

type Shown = RecordEntry['kind'] | 'all'

const icons = { prescription: ClipboardPenLine, dispensing: PackageCheck, referral: Send } satisfies Record<RecordEntry['kind'], unknown>

/** What was written, referred and given, newest first, from every insurer; all of it, or one kind. */
export function RecordTimeline({ entries }: { entries: readonly RecordEntry[] }) {
  const [shown, setShown] = useState<Shown>('all')
  const visible = entries.filter((it) => shown === 'all' || it.kind === shown)
  const countOf = (kind: RecordEntry['kind']) => toPersianDigits(entries.filter((it) => it.kind === kind).length)
  return (
    <div className="flex flex-col gap-4">
      <RadioGroup
        as="segmented"
        label={words.filter}
        hideLabel
        value={shown}
        onChange={setShown}
        choices={[
          { value: 'all', label: 'همه' },
          { value: 'prescription', label: `نسخه‌ها (${countOf('prescription')})` },
          { value: 'referral', label: `ارجاع‌ها (${countOf('referral')})` },
          { value: 'dispensing', label: `تحویل‌ها (${countOf('dispensing')})` },
        ]}
      />
      {visible.length === 0 && <p className="py-6 text-center text-quiet">{words.noneOfKind}</p>}
      <ol aria-label={words.open} className="flex flex-col gap-3">
        {visible.map((it) => (
          <Entry key={it.id} it={it} />
        ))}
      </ol>
    </div>
  )
}

function Entry({ it }: { it: RecordEntry }) {
  const Icon = icons[it.kind]
  const provider = [it.providerName, it.specialty, it.centreName].filter((part) => part !== '').join(' · ')
  return (
    <li className="flex flex-col gap-2 rounded border border-line px-4 py-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h3 className="flex items-center gap-2 font-semibold">
          <Icon aria-hidden className="size-5 shrink-0 text-quiet" />
          {kindTitle[it.kind]}
          <JalaliDate at={it.at} as="long" className="font-normal" />
        </h3>
        <span className="flex flex-wrap gap-2">
          {it.referral?.isUrgent && <StatusBadge tone="warning">{words.urgent}</StatusBadge>}
          {it.isCancelled && <StatusBadge tone="warning">{words.cancelled}</StatusBadge>}
          <StatusBadge tone="neutral">{it.insurer === null ? it.insurerTitle : insurerTitle[it.insurer]}</StatusBadge>
        </span>
      </div>
      <p className="text-sm text-quiet">{provider}</p>
      {it.diagnosis && <p className="text-sm">{it.diagnosis.title}</p>}
      {it.referral && (
        <p>
          <span className="font-medium">{[it.referral.title, it.referral.specialty].filter((part) => part !== '').join('، ')}</span>
          <span className="block text-sm break-words whitespace-pre-line text-quiet">{it.referral.reason}</span>
        </p>
      )}
      <ul className="divide-y divide-line empty:hidden">
        {it.items.map((item, place) => (
          <li key={place} className="flex flex-wrap items-baseline justify-between gap-x-4 py-1.5">
            <span className="min-w-0">
              {item.name}
              {item.directions !== '' && <span className="block text-sm text-quiet">{item.directions}</span>}
            </span>
            <span className="tabular-nums">{`${toPersianDigits(item.quantity)} عدد`}</span>
          </li>
        ))}
      </ul>
      <p className="text-sm text-quiet">
        {words.trackingCode} <bdi dir="ltr">{it.trackingCode}</bdi>
      </p>
    </li>
  )
}
