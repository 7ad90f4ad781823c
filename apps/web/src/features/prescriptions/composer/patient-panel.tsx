import { insurerTitle } from '@noskhe/shared/patients/eligibility'
import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import { toPersianDigits } from '../../../i18n/format.ts'
import { Card } from '../../../ui/card.tsx'
import { JalaliDate } from '../../../ui/jalali-date.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { RecordButton } from '../../record/index.ts'
import { ageWords } from '../age-words.ts'
import { HidLine } from '../hid-line.tsx'
import { identityTitle } from '../words.ts'

/** Whom she writes for, wide enough to notice a wrong patient: name, age, sex, birth date, id, who pays, HID. */
export function PatientPanel({ it }: { it: Prescription }) {
  const { person, identity, newbornBirthDate, isDeclared } = it.patient
  const birthDate = newbornBirthDate ?? person.birthDate
  return (
    <Card>
      <div className="flex flex-col gap-3">
        <div>
          <p className="text-lg font-bold">{`${person.firstName} ${person.lastName}`}</p>
          {birthDate && (
            <p className="text-quiet">
              {ageWords(birthDate)}
              {person.gender && !newbornBirthDate && ` · ${person.gender === 'female' ? 'زن' : 'مرد'}`}
              {' · '}
              <JalaliDate at={`${birthDate}T12:00:00Z`} />
            </p>
          )}
        </div>
        {newbornBirthDate && <StatusBadge tone="information">نوزاد، با کد ملی مادر</StatusBadge>}
        {isDeclared && <StatusBadge tone="warning">نام به گفتهٔ شما</StatusBadge>}
        <p className="text-sm">
          <span className="text-quiet">{identityTitle[identity.kind]} </span>
          <bdi dir="ltr" className="tabular-nums">
            {toPersianDigits(identity.value)}
          </bdi>
        </p>
        <div className="flex flex-wrap items-center gap-2">
          <StatusBadge tone={it.insurer === 'private' ? 'neutral' : 'done'}>{insurerTitle[it.insurer]}</StatusBadge>
        </div>
        {it.hid && <HidLine it={it.hid} />}
        <RecordButton encounterId={it.encounterId} name={`${person.firstName} ${person.lastName}`} />
      </div>
    </Card>
  )
}
