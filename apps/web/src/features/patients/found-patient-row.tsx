import type { FoundPatient } from '@noskhe/shared/patients/search'
import { Link } from 'react-router'
import { toPersianDigits } from '../../i18n/format.ts'
import { paths } from '../../paths.ts'
import { JalaliDate } from '../../ui/jalali-date.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { ageWords } from '../prescriptions/index.ts'
import { words } from './words.ts'

interface FoundPatientRowProps {
  it: FoundPatient
  isOpening: boolean
  onOpen: () => void
}

/** Enough to tell her from the next one: name, age, sex, birth date, the end of her id, when she was last here. */
export function FoundPatientRow({ it, isOpening, onOpen }: FoundPatientRowProps) {
  const name = [it.firstName, it.lastName].filter((part) => part !== null).join(' ') || words.unnamed
  return (
    <li className="relative flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-2.5 -outline-offset-2 outline-accent hover:bg-sunken has-[button:focus-visible]:bg-sunken has-[button:focus-visible]:outline-2">
      <div className="min-w-0">
        <button type="button" aria-disabled={isOpening} className="text-start text-lg font-semibold outline-none! after:absolute after:inset-0" onClick={() => !isOpening && onOpen()}>
          {it.isNewborn ? words.newbornOf(name) : name}
        </button>
        <span className="flex flex-wrap gap-x-2 text-sm text-quiet">
          {it.birthDate && <span>{ageWords(it.birthDate)}</span>}
          {it.gender && !it.isNewborn && <span>{it.gender === 'female' ? 'زن' : 'مرد'}</span>}
          {it.birthDate && (
            <span>
              {words.born} <JalaliDate at={`${it.birthDate}T12:00:00Z`} />
            </span>
          )}
          <span>
            {words.kinds[it.identityKind]} <bdi dir="ltr" className="tabular-nums">{`…${toPersianDigits(it.identityEnd)}`}</bdi>
          </span>
        </span>
      </div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-quiet">
        {it.isAlike && <StatusBadge tone="neutral">{words.alike}</StatusBadge>}
        {it.isDeclared && <StatusBadge tone="warning">{words.declaredByDoctor}</StatusBadge>}
        <span>
          {words.lastVisit} <JalaliDate at={it.lastVisitAt} as="ago" />
        </span>
        {it.isTreatedByMe && (
          <Link to={paths.patient(it.id)} className="relative z-10 font-medium text-ink underline underline-offset-4" aria-label={words.chartOf(name)}>
            {words.chart}
          </Link>
        )}
      </div>
    </li>
  )
}
