import { insurerTitle } from '@noskhe/shared/patients/eligibility'
import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import type { RecordEntry } from '@noskhe/shared/record/record'
import { type ReactNode, useState } from 'react'
import { toPersianDigits } from '../../../i18n/format.ts'
import { Card } from '../../../ui/card.tsx'
import { JalaliDate } from '../../../ui/jalali-date.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { ChartSections } from '../../charts/index.ts'
import { RecordButton } from '../../record/index.ts'
import { ageWords } from '../age-words.ts'
import { HidLine } from '../hid-line.tsx'
import { PrescriptionBadge } from '../prescription-badge.tsx'
import { identityTitle } from '../words.ts'

interface PatientPanelProps {
  it: Prescription
  /** What the rules ask about her: directly below who she is. */
  children?: ReactNode
}

/**
 * Everything about the patient beside the prescription: who she is, what is asked about her, and what this centre holds. What the
 * health record told stays here while the page does, and nowhere else.
 */
export function PatientPanel({ it, children }: PatientPanelProps) {
  const [record, setRecord] = useState<readonly RecordEntry[] | null>(null)
  return (
    <>
      <Who it={it} onRecordRead={setRecord} />
      {children}
      <ChartSections
        encounterId={it.encounterId}
        prescriptionId={it.id}
        record={record}
        badgeOf={({ status }) => status !== 'registered' && <PrescriptionBadge status={status} />}
      />
    </>
  )
}

/** Whom she writes for, wide enough to notice a wrong patient: name, age, sex, birth date, id, who pays, HID. */
function Who({ it, onRecordRead }: { it: Prescription; onRecordRead: (entries: readonly RecordEntry[]) => void }) {
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
        <RecordButton encounterId={it.encounterId} name={`${person.firstName} ${person.lastName}`} onRead={onRecordRead} />
      </div>
    </Card>
  )
}
