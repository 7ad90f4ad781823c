import { parseJalali, formatJalali } from '@noskhe/shared/calendar'
import { byTimeOf } from '@noskhe/shared/prescriptions/directions/apply'
import { daysOfCourse } from '@noskhe/shared/prescriptions/directions/course'
import type { Step } from '@noskhe/shared/prescriptions/directions/parts'
import { type ByTime, timeOfDayWord, timesOfDay } from '@noskhe/shared/prescriptions/directions/said'
import { organOf } from '@noskhe/shared/prescriptions/directions/units'
import { readBack } from '@noskhe/shared/prescriptions/read-back'
import { toLatinDigits, toPersianDigits } from '../../../i18n/format.ts'
import { CodeSearch } from '../../terminology/index.ts'
import { directionWords as words } from './direction-words.ts'
import type { PartsProps } from './directions.tsx'
import { isAmount } from './item-faults.ts'
import { PartChip, stepped } from './part-chip.tsx'
import { StepEditor, TimesEditor, WordsEditor, shownDecimal, typedDecimal } from './part-editors.tsx'

/** What directions may say beyond the usual, each a chip: dashed while it is not said. */
export function FurtherParts({ written, set, unset, terms }: PartsProps) {
  const { side, neededFor, mostPerDay, noSubstitution, forPharmacist, indication, activeFrom, repeats, compound } = written
  const put = (field: Field, value: unknown) => (value === undefined || value === '' ? unset(field) : set({ [field]: value }))
  const asWords = (field: 'neededFor' | 'forPharmacist', label: string, value: string | undefined) => (
    <PartChip
      label={label}
      value={value === undefined ? null : `${label}: ${value}`}
      editor={(close) => <WordsEditor label={label} value={value ?? ''} onDone={(typed) => put(field, typed)} close={close} />}
      onClear={() => unset(field)}
    />
  )
  const oneOf = <T,>(field: Field, label: string, values: readonly T[], value: T | undefined, say: (value: T) => string) => (
    <PartChip
      label={label}
      value={value === undefined ? null : `${label}: ${say(value)}`}
      onPress={() => put(field, stepped(values, value, 1))}
      onArrow={(by) => put(field, stepped(values, value, by))}
      onClear={() => unset(field)}
    />
  )
  return (
    <div role="group" aria-label={words.parts} className="flex flex-wrap items-center gap-2">
      <Times {...{ written, set, unset, terms }} />
      <Steps {...{ written, set, unset, terms }} />
      {organOf(written.form) !== null && oneOf('side', words.side, ['right', 'left', 'both'] as const, side, (it) => words.sides[it])}
      {written.asNeeded && asWords('neededFor', words.neededFor, neededFor)}
      {(written.asNeeded || written.frequency === 'PRN') && (
        <PartChip
          label={words.mostPerDay}
          value={mostPerDay === undefined ? null : `${words.mostPerDay}: ${shownDecimal(mostPerDay)} ${written.doseUnit}`}
          editor={(close) => (
            <WordsEditor
              label={`${words.mostPerDay} (${written.doseUnit})`}
              value={shownDecimal(mostPerDay ?? '')}
              faultOf={(typed) => (isAmount(typedDecimal(typed)) ? null : words.mostPerDayFault)}
              onDone={(typed) => put('mostPerDay', typedDecimal(typed))}
              close={close}
            />
          )}
          onClear={() => unset('mostPerDay')}
        />
      )}
      {oneOf('noSubstitution', words.substitution, [true] as const, noSubstitution, () => '✓')}
      {asWords('forPharmacist', words.forPharmacist, forPharmacist)}
      <PartChip
        label={words.indication}
        value={indication ? `${words.indication}: ${indication.title}` : null}
        editor={(close) => (
          <div className="w-80 max-w-full">
            <CodeSearch
              kind="icd10"
              label={words.indication}
              placeholder={words.indicationHint}
              autoFocus
              onPick={(code) => {
                set({ indication: { code: code.code, title: code.nameFa || code.nameEn } })
                close()
              }}
            />
          </div>
        )}
        onClear={() => unset('indication')}
      />
      {oneOf('repeats', words.repeats, [2, 3] as const, repeats === 2 || repeats === 3 ? repeats : undefined, (it) => words.repeatsOf(toPersianDigits(it)))}
      <PartChip
        label={words.activeFrom}
        value={activeFrom === undefined ? null : `${words.activeFrom}: ${toPersianDigits(activeFrom.replaceAll('-', '/'))}`}
        editor={(close) => (
          <WordsEditor
            label={words.activeFrom}
            hint={words.activeFromHint}
            value={toPersianDigits(activeFrom?.replaceAll('-', '/') ?? '')}
            faultOf={(typed) => (parseJalali(typed) === null ? words.activeFromFault : null)}
            onDone={(typed) => put('activeFrom', jalaliDay(typed))}
            close={close}
          />
        )}
        onClear={() => unset('activeFrom')}
      />
      {oneOf('compound', words.compound, [1, 2, 3, 4, 5, 6, 7, 8, 9], compound, (it) => words.compoundOf(toPersianDigits(it)))}
    </div>
  )
}

type Field = Parameters<PartsProps['unset']>[0]

/** As it is kept, YYYY-MM-DD; empty for nothing. */
const jalaliDay = (typed: string): string => {
  const [year = '', month = '', day = ''] = toLatinDigits(typed).split(/[/.-]/)
  return parseJalali(typed) === null ? '' : [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-')
}

const none: ByTime = { morning: '0', noon: '0', evening: '0', night: '0' }

function Times({ written, set, unset }: PartsProps) {
  const { byTime } = written
  const said = byTime && timesOfDay.filter((time) => Number(byTime[time]) > 0).map((time) => `${timeOfDayWord[time]} ${shownDecimal(byTime[time])}`).join('، ')
  return (
    <PartChip
      label={words.times}
      value={byTime ? `${words.times}: ${said}` : null}
      editor={(close) => <TimesEditor value={byTime ?? none} onChange={(next) => set(byTimeOf(next))} close={close} />}
      onClear={() => unset('byTime')}
    />
  )
}

function Steps({ written, set, unset, terms }: PartsProps) {
  const steps = written.then ?? []
  const put = (next: Step[]) => (next.length === 0 ? unset('then') : set({ then: next }))
  const last = steps.at(-1) ?? written
  const added: Step = { dose: last.dose, frequency: last.frequency, durationDays: null, ...(last.byTime && { byTime: last.byTime }) }
  return (
    <>
      {steps.map((step, place) => (
        <PartChip
          key={place}
          label={words.step(toPersianDigits(place + 2))}
          value={`سپس ${readBack({ ...step, doseUnit: written.doseUnit, instructions: [], asNeeded: false }, terms)}`}
          editor={(close) => <StepEditor value={step} unit={written.doseUnit} terms={terms} onChange={(next) => put(steps.with(place, next.byTime ? { ...next, ...byTimeOf(next.byTime) } : next))} close={close} />}
          onClear={() => put(steps.toSpliced(place, 1))}
        />
      ))}
      {steps.length < 8 && <PartChip label={words.nextStep} value={null} onPress={() => put([...steps, added])} onClear={() => {}} />}
    </>
  )
}

const DAY_MS = 86_400_000

type Repeated = Pick<PartsProps['written'], 'repeats' | 'activeFrom' | 'durationDays' | 'then'>

/** The days on which a repeated item is to be had again, where it is said for how long each course lasts. */
export function repeatDays({ repeats, activeFrom, durationDays, then = [] }: Repeated, today: Date): string[] {
  const days = daysOfCourse({ durationDays, then })
  if (repeats === undefined || days === null) return []
  const first = activeFrom === undefined ? today : new Date(`${parseJalali(activeFrom)}T12:00:00Z`)
  return Array.from({ length: repeats }, (_, place) => formatJalali(first.getTime() + place * days * DAY_MS))
}
