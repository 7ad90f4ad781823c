import { Decimal } from '@noskhe/shared/prescriptions/item'
import { quantityFor, readBack } from '@noskhe/shared/prescriptions/read-back'
import type { SigTerm } from '@noskhe/shared/terminology/code'
import { Check, Plus } from 'lucide-react'
import { type FormEvent, type Ref, useState } from 'react'
import { toPersianDigits } from '../../../i18n/format.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { CodeField } from '../../../ui/code-field.tsx'
import { Select } from '../../../ui/select.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { ItemName } from '../item-name.tsx'
import type { ComposerItem } from './draft.ts'
import { unitsOf } from './units.ts'
import { words } from './words.ts'

interface ItemFormProps {
  item: ComposerItem
  terms: readonly SigTerm[]
  isNew: boolean
  onDone: (item: ComposerItem) => void
  onCancel: () => void
}

/** The item being written: Tab walks the parts, Enter adds it. The quantity is computed and offered, never imposed. */
export function ItemForm({ item, terms, isNew, onDone, onCancel }: ItemFormProps) {
  const [written, setWritten] = useState(item)
  const [hasTried, setTried] = useState(false)
  const set = (part: Partial<ComposerItem>) => setWritten((before) => ({ ...before, ...part }))
  const faults = faultsOf(written)

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (Object.keys(faults).length === 0) onDone({ ...written, dose: Decimal.parse(written.dose) })
  }

  return (
    <form
      aria-label={words.form(item.name.fa)}
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => event.code === 'Escape' && onCancel()}
      className="flex flex-col gap-4 rounded border-2 border-accent bg-surface p-4"
    >
      <ItemName name={item.name} />
      <Directions {...{ written, set, terms }} faults={hasTried ? faults : {}} />
      <Extras {...{ written, set, terms }} />
      <p className="rounded bg-sunken px-3 py-2" aria-live="polite">
        <span className="text-sm text-quiet">{words.readBack}: </span>
        <span className="font-semibold">{readBack(written, terms)}</span>
      </p>
      <div className="flex flex-wrap gap-2">
        <Button kind="primary" type="submit" icon={isNew ? Plus : Check}>
          {isNew ? words.addItem : words.saveItem}
        </Button>
        <Button onPress={onCancel}>{words.cancel}</Button>
      </div>
    </form>
  )
}

type Faults = Partial<Record<'dose' | 'frequency' | 'quantity', string>>

function faultsOf(it: ComposerItem): Faults {
  return {
    ...(Decimal.safeParse(it.dose).success && Number(Decimal.parse(it.dose)) > 0 ? {} : { dose: words.doseFault }),
    ...(it.frequency === null ? { frequency: words.frequencyFault } : {}),
    ...(it.quantity !== null && it.quantity > 0 ? {} : { quantity: words.quantityFault }),
  }
}

interface PartsProps {
  written: ComposerItem
  set: (part: Partial<ComposerItem>) => void
  terms: readonly SigTerm[]
}

const numberOf = (digits: string) => (digits === '' ? null : Number(digits))

function Directions({ written, set, terms, faults }: PartsProps & { faults: Faults }) {
  const frequencies = terms.filter((term) => term.kind === 'freq')
  const times = frequencies.find((term) => term.code === written.frequency)?.timesPerDay ?? null
  const offered = Decimal.safeParse(written.dose).success ? quantityFor({ ...written, dose: Decimal.parse(written.dose) }, times) : null
  return (
    <div className="grid grid-cols-2 items-start gap-3 sm:grid-cols-[5rem_8rem_1fr_7rem_8rem]">
      <TextField label={words.dose} value={written.dose} error={faults.dose} autoFocus dir="ltr" onChange={(dose) => set({ dose })} ref={selectAll} />
      <Select
        label={words.unit}
        value={written.doseUnit}
        options={unitsOf(written.form).map((unit) => ({ value: unit, label: unit }))}
        onChange={(doseUnit) => set({ doseUnit })}
      />
      <Select
        className="col-span-2 sm:col-span-1"
        label={words.frequency}
        value={written.frequency}
        error={faults.frequency}
        options={frequencies.map((term) => ({ value: term.code, label: term.fa }))}
        onChange={(frequency) => set({ frequency })}
      />
      <CodeField
        label={words.duration}
        optional
        length={3}
        value={String(written.durationDays ?? '')}
        suffix={words.days}
        onChange={(digits) => set({ durationDays: numberOf(digits) })}
      />
      <div className="flex flex-col items-start gap-1">
        <CodeField
          className="w-full"
          label={words.quantity}
          length={4}
          value={String(written.quantity ?? '')}
          error={faults.quantity}
          onChange={(digits) => set({ quantity: numberOf(digits) })}
        />
        {offered !== null && offered !== written.quantity && (
          <Button size="small" onPress={() => set({ quantity: offered })}>
            {words.offered(toPersianDigits(offered))}
          </Button>
        )}
      </div>
    </div>
  )
}

const selectAll: Ref<HTMLInputElement> = (box) => box?.select()

function Extras({ written, set, terms }: PartsProps) {
  const toggle = (code: string, isOn: boolean) =>
    set({ instructions: isOn ? [...written.instructions, code] : written.instructions.filter((other) => other !== code) })
  const usual = terms.filter((term) => term.kind === 'instr' && words.usualInstructions.includes(term.code))
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap gap-x-5 gap-y-2">
        <Checkbox value={written.asNeeded} onChange={(asNeeded) => set({ asNeeded })}>
          {words.asNeeded}
        </Checkbox>
        {usual.map((term) => (
          <Checkbox key={term.code} value={written.instructions.includes(term.code)} onChange={(isOn) => toggle(term.code, isOn)}>
            {term.fa}
          </Checkbox>
        ))}
      </div>
      <TextField label={words.note} optional maxLength={500} value={written.note} onChange={(note) => set({ note })} />
    </div>
  )
}
