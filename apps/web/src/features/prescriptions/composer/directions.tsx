import type { furtherDirections } from '@noskhe/shared/prescriptions/directions/parts'
import { unitsOf } from '@noskhe/shared/prescriptions/directions/units'
import type { SigTerm } from '@noskhe/shared/terminology/code'
import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { toPersianDigits } from '../../../i18n/format.ts'
import { Button } from '../../../ui/button.tsx'
import { CodeField } from '../../../ui/code-field.tsx'
import { Select } from '../../../ui/select.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { directionWords } from './direction-words.ts'
import type { ComposerDrug } from './draft.ts'
import type { Faults } from './item-faults.ts'
import { farFromOffer, offeredQuantity } from './offered-quantity.ts'
import { shownDecimal, typedDecimal } from './part-editors.tsx'
import { words } from './words.ts'

export interface PartsProps {
  written: ComposerDrug
  set: (part: Partial<ComposerDrug>) => void
  /** Takes out what need not be said. */
  unset: (field: keyof typeof furtherDirections) => void
  terms: readonly SigTerm[]
}

const numberOf = (digits: string) => (digits === '' ? null : Number(digits))
const amounts = [0.25, 0.5, 1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50]
const nextAmount = (dose: string, by: 1 | -1): string => {
  const now = Number(dose)
  const next = by === 1 ? amounts.find((it) => it > now) : amounts.findLast((it) => it < now)
  return String(next ?? dose)
}

/** Amount, unit, frequency, duration and quantity, each in its own box: arrows go up and down in it, Backspace empties it. */
export function Directions({ written, set, terms, faults }: PartsProps & { faults: Faults }) {
  const quantity = useRef<HTMLInputElement>(null)
  const frequencies = terms.filter((term) => term.kind === 'freq')
  const counted = (value: number | null, by: 1 | -1) => Math.max(1, (value ?? 0) + by)
  return (
    <div className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] items-start gap-3 sm:grid-cols-[4.5rem_7.5rem_minmax(0,1fr)_6rem_7rem]">
      <Keys onArrow={(by) => set({ dose: nextAmount(written.dose, by) })}>
        <TextField
          name="dose"
          label={words.dose}
          value={written.byTime ? '—' : shownDecimal(written.dose)}
          readOnly={written.byTime !== undefined}
          error={faults.dose}
          dir="ltr"
          onChange={(dose) => set({ dose: typedDecimal(dose) })}
        />
      </Keys>
      <Select
        label={words.unit}
        value={written.doseUnit}
        options={[...new Set([...unitsOf(written.form, written.strength), written.doseUnit])].map((unit) => ({ value: unit, label: unit }))}
        onChange={(doseUnit) => set({ doseUnit })}
      />
      <div className="col-span-2 min-w-0 sm:col-span-1">
        <Keys onClear={() => set({ frequency: null })}>
          <Select
            name="frequency"
            label={words.frequency}
            value={written.frequency}
            error={faults.frequency}
            {...(written.byTime && { placeholder: directionWords.times })}
            options={frequencies.map((term) => ({ value: term.code, label: term.fa }))}
            onChange={(frequency) => set({ frequency })}
          />
        </Keys>
      </div>
      <Keys onArrow={(by) => set({ durationDays: Math.min(365, counted(written.durationDays, by)) })}>
        <CodeField
          name="duration"
          label={words.duration}
          length={3}
          value={String(written.durationDays ?? '')}
          suffix={words.days}
          error={faults.duration}
          onChange={(digits) => set({ durationDays: numberOf(digits) })}
        />
      </Keys>
      <div className="flex flex-col items-start gap-1.5">
        <Keys onArrow={(by) => set({ quantity: counted(written.quantity, by) })}>
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
        </Keys>
        <OfferedQuantity {...{ written, terms }} onTake={(offered) => {
          set({ quantity: offered })
          quantity.current?.focus()
        }} />
      </div>
      <FarFromOffer {...{ written, terms }} />
    </div>
  )
}

function OfferedQuantity({ written, terms, onTake }: Pick<PartsProps, 'written' | 'terms'> & { onTake: (quantity: number) => void }) {
  const offer = offeredQuantity(written, terms)
  if (offer === null || offer.quantity === written.quantity) return null
  const count = toPersianDigits(offer.quantity)
  return (
    <span data-offer="">
      <Button size="small" onPress={() => onTake(offer.quantity)}>
        {offer.pack === null ? words.offered(count) : directionWords.pack(count, offer.pack)}
      </Button>
    </span>
  )
}

/** What she wrote stays as she wrote it. */
function FarFromOffer({ written, terms }: Pick<PartsProps, 'written' | 'terms'>) {
  const far = farFromOffer(written, terms)
  const needed = far && `${toPersianDigits(far.quantity)} ${far.pack ?? 'عدد'}`
  return (
    <p role="status" className="col-span-full text-sm text-warning empty:hidden">
      {needed !== null && written.quantity !== null && directionWords.far(needed, toPersianDigits(written.quantity))}
    </p>
  )
}

/** Keys of a box that is no list: a list has its own arrows, and Backspace empties it. */
function Keys({ children, onArrow, onClear }: { children: ReactNode; onArrow?: (by: 1 | -1) => void; onClear?: () => void }) {
  function onKeyDown(event: KeyboardEvent) {
    const by = event.altKey ? undefined : { ArrowUp: 1 as const, ArrowDown: -1 as const }[event.code]
    if (by && onArrow) onArrow(by)
    else if ((event.code === 'Backspace' || event.code === 'Delete') && onClear) onClear()
    else return
    event.preventDefault()
  }
  return <div className="min-w-0 w-full" onKeyDown={onKeyDown} children={children} />
}
