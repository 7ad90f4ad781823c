import { type Chart, type Medicine, UNKNOWN_DURATION_DAYS } from '@noskhe/shared/charts/chart'
import type { RecordEntry } from '@noskhe/shared/record/record'
import { Link } from 'react-router'
import { paths } from '../../paths.ts'
import { JalaliDate } from '../../ui/jalali-date.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { words } from './words.ts'

interface MedicineListProps {
  chart: Chart
  /** What the health record told her on this page, with a purpose; null where it was not asked. */
  record: readonly RecordEntry[] | null
}

/** What she should still be taking and from whom: by the doctor's own prescriptions, and by the health record once it was read. */
export function MedicineList({ chart, record }: MedicineListProps) {
  return (
    <div className="flex flex-col gap-3">
      {chart.medicines.length === 0 && <p className="text-sm text-quiet">{words.noMedicines}</p>}
      <ul aria-label={words.fromMine} className="flex flex-col gap-2 empty:hidden">
        {chart.medicines.map((it) => (
          <OwnMedicine key={it.code} it={it} />
        ))}
      </ul>
      {record === null ? <p className="text-sm text-quiet">{words.othersUnknown}</p> : <FromRecord entries={ofOthers(record, chart)} />}
    </div>
  )
}

function OwnMedicine({ it }: { it: Medicine }) {
  return (
    <li>
      <Link to={paths.prescription(it.prescriptionId)} className="font-medium underline-offset-4 hover:underline">
        {it.name}
      </Link>
      <span className="block text-sm text-quiet">
        {it.directions} ·{' '}
        {it.until === null ? (
          <StatusBadge tone="unknown">{words.noDuration}</StatusBadge>
        ) : (
          <>
            {words.until} <JalaliDate at={it.until} />
          </>
        )}
      </span>
    </li>
  )
}

const DAY_MS = 86_400_000

/** What others wrote or gave lately: of a prescription that was given, what was given. */
function ofOthers(record: readonly RecordEntry[], { prescriptions }: Chart): RecordEntry[] {
  const mine = new Set(prescriptions.map(({ trackingCode }) => trackingCode))
  const recent = record.filter((it) => it.kind !== 'referral' && !it.isCancelled && !mine.has(it.trackingCode) && Date.now() - Date.parse(it.at) < UNKNOWN_DURATION_DAYS * DAY_MS)
  const given = new Set(recent.filter(({ kind }) => kind === 'dispensing').map(({ trackingCode }) => trackingCode))
  return recent.filter(({ kind, trackingCode }) => kind === 'dispensing' || !given.has(trackingCode))
}

function FromRecord({ entries }: { entries: readonly RecordEntry[] }) {
  if (entries.length === 0) return <p className="text-sm text-quiet">{words.noneInRecord}</p>
  return (
    <div>
      <p className="text-sm text-quiet">{words.fromRecord}</p>
      <ul aria-label={words.fromRecord} className="flex flex-col gap-2">
        {entries.map((entry) => (
          <li key={entry.id}>
            {entry.items.map(({ name }) => name).join('، ')}
            <span className="block text-sm text-quiet">
              {[entry.providerName, entry.centreName].filter((part) => part !== '').join(' · ')} · <JalaliDate at={entry.at} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
