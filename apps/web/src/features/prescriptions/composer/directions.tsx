import type { SigTerm } from '@noskhe/shared/terminology/code'
import { useRef } from 'react'
import { toLatinDigits, toPersianDigits } from '../../../i18n/format.ts'
import { Button } from '../../../ui/button.tsx'
import { CodeField } from '../../../ui/code-field.tsx'
import { Select } from '../../../ui/select.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { ComposerDrug } from './draft.ts'
import type { Faults } from './item-faults.ts'
import { offeredQuantity } from './offered-quantity.ts'
import { unitsOf } from './units.ts'
import { words } from './words.ts'

export interface PartsProps {
  written: ComposerDrug
  set: (part: Partial<ComposerDrug>) => void
  terms: readonly SigTerm[]
}

const numberOf = (digits: string) => (digits === '' ? null : Number(digits))

/** Amount, unit, frequency, duration and quantity, each in its own box. */
export function Directions({ written, set, terms, faults }: PartsProps & { faults: Faults }) {
  const quantity = useRef<HTMLInputElement>(null)
  const frequencies = terms.filter((term) => term.kind === 'freq')
  const offered = offeredQuantity(written, terms)
  return (
    <div className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] items-start gap-3 sm:grid-cols-[4.5rem_7.5rem_minmax(0,1fr)_6rem_7rem]">
      <TextField
        name="dose"
        label={words.dose}
        value={toPersianDigits(written.dose.replace('.', '٫'))}
        error={faults.dose}
        dir="ltr"
        onChange={(dose) => set({ dose: toLatinDigits(dose).replace('٫', '.') })}
      />
      <Select
        label={words.unit}
        value={written.doseUnit}
        options={unitsOf(written.form).map((unit) => ({ value: unit, label: unit }))}
        onChange={(doseUnit) => set({ doseUnit })}
      />
      <Select
        className="col-span-2 sm:col-span-1"
        name="frequency"
        label={words.frequency}
        value={written.frequency}
        error={faults.frequency}
        options={frequencies.map((term) => ({ value: term.code, label: term.fa }))}
        onChange={(frequency) => set({ frequency })}
      />
      <CodeField
        label={words.duration}
        length={3}
        value={String(written.durationDays ?? '')}
        suffix={words.days}
        onChange={(digits) => set({ durationDays: numberOf(digits) })}
      />
      <div className="flex flex-col items-start gap-1.5">
        <CodeField
          ref={quantity}
          name="quantity"
          className="w-full"
          label={words.quantity}
          length={4}
          value={String(written.quantity ?? '')}
          error={faults.quantity}
          onChange={(digits) => set({ quantity: numberOf(digits) })}
        />
        {offered !== null && offered !== written.quantity && (
          <span data-offer="">
            <Button
              size="small"
              onPress={() => {
                set({ quantity: offered })
                quantity.current?.focus()
              }}
            >
              {words.offered(toPersianDigits(offered))}
            </Button>
          </span>
        )}
      </div>
    </div>
  )
}
