import type { Chart, ChartPrescription } from '@noskhe/shared/charts/chart'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { toPersianDigits } from '../../i18n/format.ts'
import { paths } from '../../paths.ts'
import { JalaliDate } from '../../ui/jalali-date.tsx'
import { words } from './words.ts'

const SHOWN_ITEMS = 3

interface EarlierProps {
  chart: Chart
  /** The prescription in hand is no earlier one. */
  except?: string
  limit?: number
  /** What is said where there is none. */
  none?: string
  badgeOf: (it: ChartPrescription) => ReactNode
}

/** The doctor's own prescriptions for this patient, newest first; each opens. */
export function EarlierPrescriptions({ chart, except, limit, none = words.noPrescriptions, badgeOf }: EarlierProps) {
  const shown = chart.prescriptions.filter(({ id }) => id !== except).slice(0, limit)
  if (shown.length === 0) return <p className="text-sm text-quiet">{none}</p>
  return (
    <ul aria-label={words.prescriptions} className="flex flex-col gap-2">
      {shown.map((it) => (
        <li key={it.id}>
          <span className="flex flex-wrap items-center gap-x-2">
            <Link to={paths.prescription(it.id)} className="font-medium underline-offset-4 hover:underline">
              <JalaliDate at={it.registeredAt ?? it.writtenAt} />
            </Link>
            {badgeOf(it)}
            {it.diagnosis && <span className="text-sm">{it.diagnosis.title}</span>}
          </span>
          <span className="block text-sm text-quiet">{itemsOf(it)}</span>
        </li>
      ))}
    </ul>
  )
}

function itemsOf({ itemNames }: ChartPrescription): string {
  if (itemNames.length === 0) return words.noItems
  const more = itemNames.length - SHOWN_ITEMS
  return [itemNames.slice(0, SHOWN_ITEMS).join('، '), ...(more > 0 ? [words.more(toPersianDigits(more))] : [])].join(' ')
}
