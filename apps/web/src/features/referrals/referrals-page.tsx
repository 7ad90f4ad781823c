import { insurerTitle } from '@noskhe/shared/patients/eligibility'
import type { Inbox as Answered, WaitingReferral } from '@noskhe/shared/referrals/referral'
import { Inbox, UserPlus } from 'lucide-react'
import { useNavigate } from 'react-router'
import { formatCount } from '../../i18n/format.ts'
import { sayProblem } from '../../i18n/problem-message.ts'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { EmptyState, ErrorState } from '../../ui/states.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { ReceivedReferralView } from '../prescriptions/index.ts'
import { useInbox } from './queries.ts'
import { words } from './words.ts'

/** The referrals that wait for her, as each insurer that keeps an inbox tells them now. */
export function ReferralsPage() {
  const inbox = useInbox()
  return (
    <div className="mx-auto w-full max-w-3xl">
      <PageHeader title={words.title}>{words.hint}</PageHeader>
      {inbox.isPending ? (
        <Skeleton lines={8} />
      ) : inbox.isError ? (
        <ErrorState retrying={inbox.isFetching} onRetry={() => void inbox.refetch()}>
          {sayProblem(inbox.error)}
        </ErrorState>
      ) : (
        <div className="flex flex-col gap-4">
          {inbox.data.inboxes.map((it) => (
            <OfInsurer key={it.insurer} it={it} />
          ))}
          {inbox.data.inboxes.length === 0 && <EmptyState icon={Inbox} title={words.noInbox} />}
          {inbox.data.byCodeOnly.map((insurer) => (
            <Notice key={insurer} tone="neutral">
              {words.byCode(insurerTitle[insurer])}
            </Notice>
          ))}
        </div>
      )}
    </div>
  )
}

function OfInsurer({ it }: { it: Answered['inboxes'][number] }) {
  const count = it.state === 'answered' && <span className="text-sm text-quiet">{formatCount(it.referrals.length, 'ارجاع')}</span>
  return (
    <Card title={insurerTitle[it.insurer]} aside={count} flush>
      {it.state === 'unanswered' ? (
        <div className="px-4 pb-4">
          <Notice tone="unknown" announce="status">
            {it.message ?? words.silent}
          </Notice>
        </div>
      ) : it.referrals.length === 0 ? (
        <EmptyState icon={Inbox} title={words.none}>
          {words.noneHint}
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line border-t border-line">
          {it.referrals.map((referral) => (
            <Waiting key={referral.trackingCode} it={referral} />
          ))}
        </ul>
      )}
    </Card>
  )
}

function Waiting({ it }: { it: WaitingReferral }) {
  const navigate = useNavigate()
  return (
    <li className="flex flex-col gap-3 px-4 py-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="text-lg font-bold">{it.patientName}</h3>
        <StatusBadge tone="neutral">{it.isByName ? words.byName : words.bySpecialty}</StatusBadge>
      </div>
      <ReceivedReferralView it={it} />
      <div className="flex flex-wrap items-center gap-3">
        <Button icon={UserPlus} onPress={() => void navigate(paths.compose, { state: { referral: it.trackingCode } })}>
          {words.admit}
        </Button>
        <span className="text-sm text-quiet">{words.admitHint}</span>
      </div>
    </li>
  )
}
