import type { Chart } from '@noskhe/shared/charts/chart'
import { UserPlus, UserRoundX } from 'lucide-react'
import { useNavigate, useParams } from 'react-router'
import { Failure } from '@noskhe/shared/failure'
import { toPersianDigits } from '../../i18n/format.ts'
import { sayProblem } from '../../i18n/problem-message.ts'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { JalaliDate } from '../../ui/jalali-date.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { EmptyState, ErrorState } from '../../ui/states.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { FactsShown, LooksCard, MedicineList, ProblemList, VisitTimeline, chartWords, useChart } from '../charts/index.ts'
import { PrescriptionBadge, ageWords } from '../prescriptions/index.ts'
import { Answer } from './answer.tsx'
import { useOpenEncounter } from './queries.ts'
import { words } from './words.ts'

/** What this centre holds of one patient, for a physician who has treated her here. */
export function PatientPage() {
  const { id = '' } = useParams()
  const chart = useChart(id)
  if (chart.isPending) return <Skeleton lines={10} />
  if (chart.isError) {
    return chart.error instanceof Failure && chart.error.code === 'patient.not-found' ? (
      <EmptyState icon={UserRoundX} title={sayProblem(chart.error)}>
        {words.notYours}
      </EmptyState>
    ) : (
      <ErrorState retrying={chart.isFetching} onRetry={() => void chart.refetch()}>
        {sayProblem(chart.error)}
      </ErrorState>
    )
  }
  return <PatientChart chart={chart.data} />
}

function PatientChart({ chart }: { chart: Chart }) {
  const opening = useOpenEncounter()
  const navigate = useNavigate()
  const visit = () => opening.mutate({ id: chart.patientId })
  return (
    <div className="mx-auto flex w-full max-w-5xl flex-col gap-4">
      <PageHeader
        title={nameOf(chart)}
        actions={
          <Button kind={opening.isSuccess ? 'quiet' : 'primary'} icon={UserPlus} pending={opening.isPending} onPress={visit}>
            {chartWords.newVisit}
          </Button>
        }
      >
        <Who chart={chart} />
      </PageHeader>
      {opening.isError && (
        <Notice tone="refusal" announce="alert">
          {sayProblem(opening.error)}
        </Notice>
      )}
      {opening.isSuccess && (
        <Answer key={opening.data.id} it={opening.data} onAskAgain={visit} onGivenUp={() => opening.reset()} onNext={() => void navigate(paths.compose)} />
      )}
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-4">
          <Card title={chartWords.facts}>
            <FactsShown chart={chart} />
          </Card>
          <Card title={chartWords.problems}>
            <ProblemList chart={chart} withResolved />
          </Card>
          <Card title={chartWords.medicines}>
            <MedicineList chart={chart} record={null} />
          </Card>
        </div>
        <Card title={chartWords.visits}>
          <VisitTimeline chart={chart} badgeOf={(it) => <PrescriptionBadge status={it.status} />} />
        </Card>
      </div>
      <LooksCard patientId={chart.patientId} />
    </div>
  )
}

function nameOf({ firstName, lastName, isNewborn }: Chart): string {
  const name = [firstName, lastName].filter((part) => part !== null).join(' ') || chartWords.unnamed
  return isNewborn ? words.newbornOf(name) : name
}

function Who({ chart: { birthDate, gender, isNewborn, isDeclared, identity } }: { chart: Chart }) {
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      {birthDate && <span>{ageWords(birthDate)}</span>}
      {gender && !isNewborn && <span>{gender === 'female' ? 'زن' : 'مرد'}</span>}
      {birthDate && (
        <span>
          {words.born} <JalaliDate at={`${birthDate}T12:00:00Z`} />
        </span>
      )}
      <span>
        {words.kinds[identity.kind]} <bdi dir="ltr">{toPersianDigits(identity.value)}</bdi>
      </span>
      {isDeclared && <StatusBadge tone="warning">{words.declaredByDoctor}</StatusBadge>}
    </span>
  )
}
