import type { Step } from '@noskhe/shared/prescriptions/directions/parts'
import { type ByTime, timeOfDayWord, timesOfDay } from '@noskhe/shared/prescriptions/directions/said'
import type { SigTerm } from '@noskhe/shared/terminology/code'
import { type KeyboardEvent, useState } from 'react'
import { toLatinDigits, toPersianDigits } from '../../../i18n/format.ts'
import { Button } from '../../../ui/button.tsx'
import { CodeField } from '../../../ui/code-field.tsx'
import { Select } from '../../../ui/select.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { directionWords } from './direction-words.ts'
import { words } from './words.ts'

export const shownDecimal = (dose: string) => toPersianDigits(dose.replace('.', '٫'))
/** Nothing but spaces is left out: «۱/۲» without its slash would be twelve. What is no number is said to be none. */
export const typedDecimal = (typed: string) => toLatinDigits(typed).replace('٫', '.').replace(/\s/g, '')

/** Enter is done, as everywhere in the form. */
const onEnter = (done: () => void) => (event: KeyboardEvent) => {
  if (event.code !== 'Enter' && event.code !== 'NumpadEnter') return
  event.preventDefault()
  event.stopPropagation()
  done()
}

const Done = ({ onPress }: { onPress: () => void }) => (
  <Button size="small" kind="primary" onPress={onPress}>
    {directionWords.done}
  </Button>
)

export function TimesEditor({ value, onChange, close }: { value: ByTime; onChange: (byTime: ByTime) => void; close: () => void }) {
  return (
    <div className="flex flex-col gap-3" onKeyDown={onEnter(close)}>
      <div className="grid grid-cols-4 gap-2">
        {timesOfDay.map((time, place) => (
          <TextField
            key={time}
            label={timeOfDayWord[time]}
            dir="ltr"
            autoFocus={place === 0}
            value={shownDecimal(value[time])}
            onChange={(typed) => onChange({ ...value, [time]: typedDecimal(typed) })}
          />
        ))}
      </div>
      <Done onPress={close} />
    </div>
  )
}

interface StepEditorProps {
  value: Step
  unit: string
  terms: readonly SigTerm[]
  onChange: (step: Step) => void
  close: () => void
}

export function StepEditor({ value, unit, terms, onChange, close }: StepEditorProps) {
  const { byTime, ...plain } = value
  return (
    <div className="flex flex-col gap-3" onKeyDown={onEnter(close)}>
      {byTime ? (
        <TimesEditor value={byTime} onChange={(next) => onChange({ ...value, byTime: next })} close={close} />
      ) : (
        <>
          <TextField label={words.dose} suffix={unit} autoFocus value={shownDecimal(value.dose)} onChange={(typed) => onChange({ ...plain, dose: typedDecimal(typed) })} />
          <Select
            label={words.frequency}
            value={value.frequency}
            options={terms.filter(({ kind }) => kind === 'freq').map((term) => ({ value: term.code, label: term.fa }))}
            onChange={(frequency) => onChange({ ...plain, frequency })}
          />
        </>
      )}
      <CodeField
        label={words.duration}
        length={3}
        suffix={words.days}
        value={String(value.durationDays ?? '')}
        onChange={(digits) => onChange({ ...value, durationDays: Number(digits) || null })}
      />
      {!byTime && <Done onPress={close} />}
    </div>
  )
}

interface WordsEditorProps {
  label: string
  value: string
  hint?: string
  /** What is wrong with it; null where it may be taken. */
  faultOf?: (typed: string) => string | null
  onDone: (typed: string) => void
  close: () => void
}

/** A few words or a date, taken when she is done with them. */
export function WordsEditor({ label, value, hint, faultOf, onDone, close }: WordsEditorProps) {
  const [typed, setTyped] = useState(value)
  const [fault, setFault] = useState<string | null>(null)
  function done() {
    const wrong = typed.trim() === '' ? null : (faultOf?.(typed) ?? null)
    setFault(wrong)
    if (wrong !== null) return
    onDone(typed.trim())
    close()
  }
  return (
    <div className="flex w-72 max-w-full flex-col gap-3" onKeyDown={onEnter(done)}>
      <TextField label={label} hint={hint} error={fault ?? undefined} maxLength={200} autoFocus value={typed} onChange={setTyped} />
      <Done onPress={done} />
    </div>
  )
}
