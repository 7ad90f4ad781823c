import type { Chart } from '@noskhe/shared/charts/chart'
import type { ReactNode } from 'react'
import { toPersianDigits } from '../../i18n/format.ts'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { words } from './words.ts'

/** What was asked about her and kept; what nobody asked looks other than «ندارد». */
export function FactsShown({ chart }: { chart: Chart }) {
  const { allergies, isPregnant, weightKg } = chart.facts.facts
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5">
      <Fact term={words.allergies}>
        {allergies && (allergies.length === 0 ? words.noAllergy : allergies.map(({ name }) => <StatusBadge key={name} tone="refusal">{name}</StatusBadge>))}
      </Fact>
      {chart.gender !== 'male' && <Fact term={words.pregnancy}>{isPregnant !== null && (isPregnant ? <StatusBadge tone="warning">{words.pregnant}</StatusBadge> : words.notPregnant)}</Fact>}
      <Fact term={words.weight}>{weightKg !== null && `${toPersianDigits(weightKg.replace('.', '٫'))} ${words.kilogram}`}</Fact>
      <dt className="text-quiet">{words.phone}</dt>
      <dd>{chart.contactPhone === null ? <span className="text-quiet">{words.noPhone}</span> : <bdi dir="ltr">{toPersianDigits(chart.contactPhone)}</bdi>}</dd>
    </dl>
  )
}

const Fact = ({ term, children }: { term: string; children: ReactNode }) => (
  <>
    <dt className="text-quiet">{term}</dt>
    <dd className="flex flex-wrap gap-1">{children || <span className="text-quiet">{words.notAsked}</span>}</dd>
  </>
)
