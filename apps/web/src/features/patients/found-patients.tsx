import type { PatientsFound } from '@noskhe/shared/patients/search'
import { ListFilter, UserRoundX } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { toPersianDigits } from '../../i18n/format.ts'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { FoundPatientRow } from './found-patient-row.tsx'
import { words } from './words.ts'

interface FoundPatientsProps {
  found: PatientsFound
  isOpening: boolean
  onOpen: (id: string) => void
  /** Back to the box, to say it otherwise. */
  onLeave: () => void
}

/** Who was meant: a few to choose from by arrows and Enter, nobody, or too many to show. */
export function FoundPatients({ found: { patients, leftOut }, isOpening, onOpen, onLeave }: FoundPatientsProps) {
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => list.current?.querySelector('button')?.focus(), [patients])

  const move = (event: KeyboardEvent<HTMLUListElement>) => {
    if (event.key === 'Escape') return onLeave()
    const rows = [...(list.current?.querySelectorAll('button') ?? [])]
    const at = rows.findIndex((row) => row.closest('li')?.contains(document.activeElement))
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key]
    if (next === undefined) return
    event.preventDefault()
    if (next < 0) onLeave()
    else rows[next]?.focus()
  }

  if (leftOut === 'all') {
    return (
      <Card>
        <div role="status">
          <EmptyState icon={ListFilter} title={words.tooMany}>
            {words.tooManyHint}
          </EmptyState>
        </div>
      </Card>
    )
  }
  if (patients.length === 0) {
    return (
      <Card>
        <div role="status">
          <EmptyState icon={UserRoundX} title={words.nobody}>
            {words.nobodyHint}
          </EmptyState>
        </div>
      </Card>
    )
  }
  return (
    <Card title={words.found} aside={<span role="status" className="text-sm text-quiet">{words.foundCount(toPersianDigits(patients.length))}</span>} flush>
      <ul ref={list} aria-label={words.found} onKeyDown={move} className="mt-2 divide-y divide-line border-t border-line">
        {patients.map((it) => (
          <FoundPatientRow key={it.id} it={it} isOpening={isOpening} onOpen={() => onOpen(it.id)} />
        ))}
      </ul>
      {leftOut === 'alike' && <p className="border-t border-line px-4 py-2.5 text-sm text-quiet">{words.alikeLeftOut}</p>}
    </Card>
  )
}
