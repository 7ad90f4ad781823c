import { Link } from 'react-router'
import { formatCount } from '../../i18n/format.ts'
import { paths } from '../../paths.ts'
import { JalaliDate } from '../../ui/jalali-date.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useChartOfVisit } from '../charts/index.ts'
import { words } from './words.ts'

/** Before a second prescription is begun for her: the ones that are not finished, each to go on with. Nothing where there is none. */
export function OpenDrafts({ encounterId }: { encounterId: string }) {
  const drafts = useChartOfVisit(encounterId).data?.prescriptions.filter(({ status }) => status === 'draft') ?? []
  if (drafts.length === 0) return null
  return (
    <Notice tone="advice" announce="status" title={words.openDrafts}>
      <ul className="flex flex-col gap-1">
        {drafts.map(({ id, writtenAt, itemNames }) => (
          <li key={id}>
            <Link to={paths.prescription(id)} className="font-medium underline underline-offset-4">
              {words.goOnWithDraft} <JalaliDate at={writtenAt} as="ago" />
            </Link>
            <span className="text-sm text-quiet"> · {itemNames.length === 0 ? words.noItems : formatCount(itemNames.length, 'قلم')}</span>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
