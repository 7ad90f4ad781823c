import type { Chart, ChartPrescription } from '@noskhe/shared/charts/chart'
import type { RecordEntry } from '@noskhe/shared/record/record'
import { ChevronDown } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { toPersianDigits } from '../../i18n/format.ts'
import { sayProblem } from '../../i18n/problem-message.ts'
import { Card } from '../../ui/card.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { ErrorState } from '../../ui/states.tsx'
import { EarlierPrescriptions } from './earlier-prescriptions.tsx'
import { MedicineList } from './medicine-list.tsx'
import { ProblemList } from './problem-list.tsx'
import { useChartOfVisit } from './queries.ts'
import { words } from './words.ts'

interface ChartSectionsProps {
  encounterId: string
  /** The prescription in hand. */
  prescriptionId: string
  record: readonly RecordEntry[] | null
  badgeOf: (it: ChartPrescription) => ReactNode
}

const SHOWN_EARLIER = 5

/** Beside the prescription while it is written: problems, what is being taken, what was written before. Folded on a narrow screen. */
export function ChartSections({ encounterId, prescriptionId, record, badgeOf }: ChartSectionsProps) {
  const chart = useChartOfVisit(encounterId)
  if (chart.isPending) return <Card title={words.chart}><Skeleton lines={4} /></Card>
  if (chart.isError) {
    return (
      <Card title={words.chart}>
        <ErrorState retrying={chart.isFetching} onRetry={() => void chart.refetch()}>
          {sayProblem(chart.error)}
        </ErrorState>
      </Card>
    )
  }
  const it = chart.data
  const openProblems = it.problems.filter(({ resolvedAt }) => resolvedAt === null).length
  return (
    <Card flush>
      <Section title={words.problems} count={openProblems}>
        <ProblemList chart={it} />
      </Section>
      <Section title={words.medicines} count={it.medicines.length}>
        <MedicineList chart={it} record={record} />
      </Section>
      <Section title={words.prescriptions} count={earlierOf(it, prescriptionId)} isLast>
        <EarlierPrescriptions chart={it} except={prescriptionId} limit={SHOWN_EARLIER} badgeOf={badgeOf} />
      </Section>
    </Card>
  )
}

const earlierOf = ({ prescriptions }: Chart, except: string) => prescriptions.filter(({ id }) => id !== except).length

/** Where three columns stand side by side there is room for all of it. */
const isWide = () => typeof matchMedia !== 'function' || matchMedia('(min-width: 64rem)').matches

function Section({ title, count, isLast = false, children }: { title: string; count: number; isLast?: boolean; children: ReactNode }) {
  const [isOpen, setOpen] = useState(isWide)
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)} className={isLast ? 'group' : 'group border-b border-line'}>
      <summary className="flex min-h-12 cursor-pointer list-none items-center justify-between gap-2 px-4 font-semibold">
        <h2>
          {title} <span className="font-normal text-quiet">({toPersianDigits(count)})</span>
        </h2>
        <ChevronDown aria-hidden className="size-5 text-quiet transition-transform group-open:rotate-180 motion-reduce:transition-none" />
      </summary>
      <div className="px-4 pb-4">{children}</div>
    </details>
  )
}
