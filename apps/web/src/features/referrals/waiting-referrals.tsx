import { Inbox } from 'lucide-react'
import { toPersianDigits } from '../../i18n/format.ts'
import { paths } from '../../paths.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useReferralCount } from './queries.ts'
import { words } from './words.ts'

/** How many referrals wait for her, where the day begins; nothing where none waits or nobody can say. */
export function WaitingReferrals() {
  const { data } = useReferralCount()
  if (!data?.count) return null
  return (
    <Notice
      tone="information"
      icon={Inbox}
      title={words.waiting(toPersianDigits(data.count))}
      actions={
        <LinkButton size="small" to={paths.referrals}>
          {words.see}
        </LinkButton>
      }
    />
  )
}
