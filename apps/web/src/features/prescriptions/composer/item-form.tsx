import { withSaid } from '@noskhe/shared/prescriptions/directions/apply'
import { readDirections } from '@noskhe/shared/prescriptions/directions/read'
import { readBack } from '@noskhe/shared/prescriptions/read-back'
import type { SigTerm } from '@noskhe/shared/terminology/code'
import { Check, Plus } from 'lucide-react'
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { ItemName } from '../item-name.tsx'
import { Directions, type PartsProps } from './directions.tsx'
import type { ComposerDrug } from './draft.ts'
import { DoseByWeight } from './dose-by-weight.tsx'
import { Extras } from './extras.tsx'
import { FurtherParts } from './further-parts.tsx'
import { type Faults, faultless, faultsOf } from './item-faults.ts'
import { offeredQuantity } from './offered-quantity.ts'
import { words } from './words.ts'

interface ItemFormProps {
  item: ComposerDrug
  terms: readonly SigTerm[]
  isNew: boolean
  /** What was typed behind the drug, where it was found. */
  typed?: string
  /** Decimal; null where nobody said it. */
  weightKg?: string | null
  onDone: (item: ComposerDrug) => void
  onCancel: () => void
}

/**
 * The item being written: a line of shorthand fills the parts below it, Tab walks them, Enter adds the item, Escape leaves.
 * A part changed by hand counts, and empties the line. The quantity is computed and offered, never imposed.
 */
export function ItemForm({ item, terms, isNew, typed = '', weightKg = null, onDone, onCancel }: ItemFormProps) {
  const form = useRef<HTMLFormElement>(null)
  const [byHand, setByHand] = useState(item)
  const [line, setLine] = useState(typed)
  const [hasTried, setTried] = useState(false)
  const { form: ofDrug, strength, dose } = byHand
  const { said, takesOffer, unread } = readDirections(line, { terms, form: ofDrug, strength, dose })
  const asSaid: ComposerDrug = withSaid(byHand, said, terms)
  const written = takesOffer ? { ...asSaid, quantity: offeredQuantity(asSaid, terms)?.quantity ?? asSaid.quantity } : asSaid
  const faults = faultsOf(written, unread)

  const put = (next: ComposerDrug) => {
    setByHand(next)
    setLine('')
  }
  const unset: PartsProps['unset'] = (field) => {
    const { [field]: _gone, ...rest } = written
    put(rest)
  }
  const set = (part: Partial<ComposerDrug>) => {
    const { byTime: _times, ...plain } = written
    // A frequency puts an end to amounts by the time of day.
    put({ ...(part.frequency ? plain : written), ...part })
  }

  function submit(event?: FormEvent) {
    event?.preventDefault()
    setTried(true)
    const [first] = Object.keys(faults) as (keyof Faults)[]
    if (first === undefined) onDone(faultless(written))
    else focusOn(form.current, first)
  }

  function onKeyDown(event: KeyboardEvent) {
    // Keys of a chip's window are its own.
    if (!(event.target instanceof Node && form.current?.contains(event.target))) return
    if (event.code === 'Escape') onCancel()
    // A list is left with Enter as a box is; the browser itself would do nothing.
    else if (event.code === 'Enter' && event.target instanceof HTMLSelectElement) submit(event)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  const shown = hasTried ? faults : {}
  return (
    <form
      ref={form}
      aria-label={words.form(item.name.fa)}
      noValidate
      onSubmit={submit}
      onKeyDown={onKeyDown}
      className="flex flex-col gap-4 rounded border-2 border-accent bg-surface p-4"
    >
      <ItemName name={item.name} />
      <TextField
        name="line"
        label={words.line}
        placeholder={words.lineHint}
        dir={/[a-z]/i.test(line) ? 'ltr' : 'rtl'}
        autoFocus
        value={line}
        error={shown.line}
        onChange={setLine}
      />
      <Directions {...{ written, set, unset, terms }} faults={shown} />
      <FurtherParts {...{ written, set, unset, terms }} />
      <Extras {...{ written, set, unset, terms }} />
      <p className="rounded bg-sunken px-3 py-2" aria-live="polite">
        <span className="text-sm text-quiet">{words.readBack}: </span>
        <span className="font-semibold">{readBack(written, terms)}</span>
        {unread !== '' && !shown.line && <span className="ms-2 text-sm text-warning">{words.unread(unread)}</span>}
      </p>
      <DoseByWeight {...{ written, terms, weightKg }} />
      <div className="flex flex-wrap gap-2">
        <Button kind="primary" type="submit" icon={isNew ? Plus : Check}>
          {isNew ? words.addItem : words.saveItem}
        </Button>
        <Button onPress={onCancel}>{words.cancel}</Button>
      </div>
    </form>
  )
}

/** To the part that is missing; to the offered quantity where there is one, so that Enter takes it. */
function focusOn(form: HTMLFormElement | null, fault: keyof Faults): void {
  const offer = fault === 'quantity' ? form?.querySelector<HTMLElement>('[data-offer] button') : null
  const part = offer ?? form?.querySelector<HTMLElement>(`[name="${fault}"]`)
  part?.focus()
}
