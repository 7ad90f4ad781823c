import type { Act } from '@noskhe/shared/prescriptions/act'
import { X } from 'lucide-react'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { FieldError } from '../../../ui/field.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { Latin } from '../../../ui/latin.tsx'
import { RadioGroup } from '../../../ui/radio-group.tsx'
import { Select } from '../../../ui/select.tsx'
import { TextArea, TextField } from '../../../ui/text-field.tsx'
import { CodeSearch } from '../../terminology/index.ts'
import { actWords } from '../act-words.ts'
import type { ActFaults, WrittenAct } from './act-draft.ts'

interface FieldsProps<A extends Act = Act> {
  act: A
  written: WrittenAct
  faults: ActFaults
  set: (part: Partial<WrittenAct>) => void
}

type Of<K extends Act['kind']> = Extract<Act, { kind: K }>

/** The fields of one act, by its kind. */
export function ActFields({ act, ...props }: FieldsProps) {
  switch (act.kind) {
    case 'visit':
      return <p>{actWords.visitBody}</p>
    case 'referral':
      return <ReferralFields act={act} {...props} />
    case 'hospitalisation':
      return <HospitalisationFields act={act} {...props} />
    case 'feedback':
      return <FeedbackFields act={act} {...props} />
  }
}

const MOST = 1000

function ReferralFields({ act, written, faults, set }: FieldsProps<Of<'referral'>>) {
  return (
    <>
      <Select
        label={actWords.specialty}
        name="specialty"
        value={written.specialty}
        error={faults.specialty}
        options={act.specialties.map(({ code, title }) => ({ value: code, label: title }))}
        onChange={(specialty) => set({ specialty })}
      />
      {act.canNameColleague && (
        <TextField
          label={actWords.to}
          name="to"
          optional
          dir="ltr"
          hint={actWords.toHint}
          error={faults.to}
          value={written.to}
          maxLength={12}
          onChange={(to) => set({ to: to.trim() })}
        />
      )}
      <TextArea label={actWords.reason} name="text" rows={4} maxLength={MOST} error={faults.text} value={written.text} onChange={(text) => set({ text })} />
      <Checkbox value={written.isUrgent} onChange={(isUrgent) => set({ isUrgent })}>
        {actWords.urgent}
      </Checkbox>
      <DiagnosisField isOptional written={written} faults={faults} set={set} />
    </>
  )
}

function HospitalisationFields({ written, faults, set }: FieldsProps<Of<'hospitalisation'>>) {
  return (
    <>
      <DiagnosisField written={written} faults={faults} set={set} />
      <TextArea label={actWords.reasonOfStay} name="text" rows={4} maxLength={MOST} error={faults.text} value={written.text} onChange={(text) => set({ text })} />
    </>
  )
}

function FeedbackFields({ act, written, faults, set }: FieldsProps<Of<'feedback'>>) {
  return (
    <>
      <TextArea label={actWords.feedback} name="text" rows={5} maxLength={MOST} error={faults.text} value={written.text} onChange={(text) => set({ text })} />
      {act.questions.map(({ code, title, answers }) => (
        <RadioGroup
          key={code}
          label={title}
          as="segmented"
          value={written.answers[code] ?? null}
          error={faults.answers[code]}
          choices={answers.map((it) => ({ value: it.code, label: it.title }))}
          onChange={(answer) => set({ answers: { ...written.answers, [code]: answer } })}
        />
      ))}
    </>
  )
}

/** The prescription's diagnosis, of the national list: searched, or the one that is chosen. */
function DiagnosisField({ written: { diagnosis }, faults, set, isOptional = false }: Omit<FieldsProps, 'act'> & { isOptional?: boolean }) {
  if (diagnosis === null) {
    return (
      <div>
        <CodeSearch
          kind="icd10"
          label={actWords.diagnosis}
          optional={isOptional}
          placeholder={actWords.diagnosisSearch}
          onPick={({ code, nameFa, nameEn }) => set({ diagnosis: { code, title: nameFa || nameEn } })}
        />
        <FieldError id="diagnosis" error={faults.diagnosis} />
      </div>
    )
  }
  return (
    <div className="flex items-center justify-between gap-3 rounded border border-line px-3 py-1.5">
      <p>
        <span className="text-sm text-quiet">{actWords.diagnosis}: </span>
        {diagnosis.title} <Latin className="text-sm text-quiet">{diagnosis.code}</Latin>
      </p>
      <IconButton icon={X} label={actWords.removeDiagnosis} onPress={() => set({ diagnosis: null })} />
    </div>
  )
}
