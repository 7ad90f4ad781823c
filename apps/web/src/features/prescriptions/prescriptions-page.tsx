import { insurerTitle } from '@noskhe/shared/patients/eligibility'
import type { PrescriptionSummary } from '@noskhe/shared/prescriptions/prescription'
import { ClipboardPenLine } from 'lucide-react'
import { Link, useNavigate } from 'react-router'
import { formatCount } from '../../i18n/format.ts'
import { sayProblem } from '../../i18n/problem-message.ts'
import { paths } from '../../paths.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { JalaliDate } from '../../ui/jalali-date.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { EmptyState, ErrorState } from '../../ui/states.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { actLook } from './act-words.ts'
import { usePrescriptions } from './queries.ts'
import { statusLook, words } from './words.ts'

const whenOf = (it: PrescriptionSummary) => <JalaliDate at={it.registeredAt ?? it.writtenAt} as="ago" />

/** All of them, where its payer keeps it in parts. */
const codesShown = ({ parts, trackingCode }: PrescriptionSummary) => parts?.map((part) => part.trackingCode).join(' + ') ?? trackingCode ?? '—'

const columns: Column<PrescriptionSummary>[] = [
  {
    id: 'patient',
    header: words.patient,
    cell: (it) => (
      <>
        <Link className="font-semibold whitespace-nowrap underline-offset-4 hover:underline" to={paths.prescription(it.id)}>
          {it.patientName}
        </Link>
        {/* On a narrow screen, what has no column of its own. */}
        <span className="block text-sm text-quiet sm:hidden">
          {whenOf(it)}
          {it.trackingCode && (
            <>
              {' · '}
              <bdi dir="ltr">{codesShown(it)}</bdi>
            </>
          )}
        </span>
      </>
    ),
  },
  { id: 'status', header: words.status, cell: (it) => <StatusBadge tone={statusLook[it.status].tone}>{statusLook[it.status].word}</StatusBadge> },
  { id: 'code', header: words.trackingCode, wideOnly: true, className: 'whitespace-nowrap', cell: (it) => <bdi dir="ltr">{codesShown(it)}</bdi> },
  {
    id: 'items',
    header: words.itemsShort,
    wideOnly: true,
    cell: (it) => (it.act ? actLook[it.act].word : it.itemCount === 0 ? words.noItems : `${formatCount(it.itemCount, 'قلم')}: ${it.firstItems.join('، ')}`),
  },
  { id: 'insurer', header: words.payer, wideOnly: true, className: 'whitespace-nowrap', cell: (it) => insurerTitle[it.insurer] },
  { id: 'written', header: words.when, wideOnly: true, className: 'whitespace-nowrap', cell: whenOf },
]

/** The prescriber's own prescriptions at this centre, newest first. */
export function PrescriptionsPage() {
  const navigate = useNavigate()
  const pages = usePrescriptions()
  const rows = pages.data?.pages.flatMap((page) => page.prescriptions) ?? []
  return (
    <div className="mx-auto w-full max-w-5xl">
      <PageHeader
        title={words.mine}
        actions={
          <LinkButton kind="primary" icon={ClipboardPenLine} to={paths.compose}>
            {words.startPrescribing}
          </LinkButton>
        }
      />
      {pages.isPending ? (
        <Skeleton lines={8} />
      ) : pages.isError ? (
        <ErrorState retrying={pages.isFetching} onRetry={() => void pages.refetch()}>
          {sayProblem(pages.error)}
        </ErrorState>
      ) : (
        <Card flush>
          <Table
            label={words.mine}
            columns={columns}
            rows={rows}
            keyOf={(it) => it.id}
            onOpen={(it) => void navigate(paths.prescription(it.id))}
            empty={
              <EmptyState icon={ClipboardPenLine} title={words.noPrescriptions}>
                {words.noPrescriptionsHint}
              </EmptyState>
            }
          />
        </Card>
      )}
      {pages.hasNextPage && (
        <div className="mt-4 flex justify-center">
          <Button pending={pages.isFetchingNextPage} onPress={() => void pages.fetchNextPage()}>
            {words.older}
          </Button>
        </div>
      )}
    </div>
  )
}
