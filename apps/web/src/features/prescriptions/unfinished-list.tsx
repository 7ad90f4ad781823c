import type { PrescriptionSummary } from '@noskhe/shared/prescriptions/prescription'
import { Link } from 'react-router'
import { formatCount } from '../../i18n/format.ts'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { JalaliDate } from '../../ui/jalali-date.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { actLook } from './act-words.ts'
import { useUnfinished } from './queries.ts'
import { statusLook, words } from './words.ts'

/** What of hers is not finished, wherever it was begun: found again after a crash or on another device. Nothing when there is none. */
export function UnfinishedList() {
  const unfinished = useUnfinished()
  if (unfinished.length === 0) return null
  return (
    <Card title={words.unfinished} flush>
      <ul className="divide-y divide-line border-t border-line">
        {unfinished.map((it) => (
          <Unfinished key={it.id} it={it} />
        ))}
      </ul>
    </Card>
  )
}

function Unfinished({ it }: { it: PrescriptionSummary }) {
  const look = statusLook[it.status]
  return (
    <li className="relative flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5 hover:bg-sunken">
      <Link to={paths.prescription(it.id)} className="min-w-0 font-semibold after:absolute after:inset-0">
        {it.patientName}
      </Link>
      <span className="min-w-0 flex-1 truncate text-sm text-quiet">
        {it.act ? actLook[it.act].word : it.itemCount === 0 ? words.noItems : `${formatCount(it.itemCount, 'قلم')}: ${it.firstItems.join('، ')}`}
      </span>
      {it.status !== 'draft' && <StatusBadge tone={look.tone}>{look.word}</StatusBadge>}
      <span className="text-sm whitespace-nowrap text-quiet">
        <JalaliDate at={it.writtenAt} as="ago" />
      </span>
    </li>
  )
}
