import { Check, Plus } from 'lucide-react'
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { CodeField } from '../../../ui/code-field.tsx'
import { RadioGroup } from '../../../ui/radio-group.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { ItemName } from '../item-name.tsx'
import { unitOfKind } from '../kinds.ts'
import type { ComposerService } from './draft.ts'
import { ToothChart } from './tooth-chart.tsx'
import { words } from './words.ts'

interface ServiceFormProps {
  item: ComposerService
  isNew: boolean
  onDone: (item: ComposerService) => void
  onCancel: () => void
}

type Fault = 'tooth' | 'quantity'

const faultsOf = (it: ComposerService): Partial<Record<Fault, string>> => ({
  ...(it.kind === 'dental' && it.needsTooth && it.tooth === null ? { tooth: words.toothFault } : {}),
  ...(it.quantity !== null && it.quantity > 0 ? {} : { quantity: words.quantityFault }),
})

/**
 * A test, an image or another service being written: how many times, and what its kind asks beyond that. Enter adds it, Escape
 * leaves; most need nothing but Enter.
 */
export function ServiceForm({ item, isNew, onDone, onCancel }: ServiceFormProps) {
  const form = useRef<HTMLFormElement>(null)
  const [written, setWritten] = useState(item)
  const [hasTried, setTried] = useState(false)
  const faults = faultsOf(written)

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    const [first] = Object.keys(faults)
    if (first === undefined) onDone(written)
    else form.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus()
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.code !== 'Escape') return
    onCancel()
    event.preventDefault()
    event.stopPropagation()
  }

  const shown = hasTried ? faults : {}
  return (
    <form
      ref={form}
      aria-label={words.serviceForm(item.name.fa)}
      noValidate
      onSubmit={submit}
      onKeyDown={onKeyDown}
      className="flex flex-col gap-4 rounded border-2 border-accent bg-surface p-4"
    >
      <ItemName name={item.name} />
      {written.kind === 'dental' && (
        <ToothChart tooth={written.tooth} error={shown.tooth} onChange={(tooth) => setWritten({ ...written, tooth })} />
      )}
      <div className="flex flex-wrap items-start gap-x-6 gap-y-3">
        <CodeField
          name="quantity"
          label={words.quantity}
          suffix={unitOfKind[written.kind]}
          length={4}
          className="w-32"
          autoFocus={written.kind !== 'dental'}
          value={written.quantity === null ? '' : String(written.quantity)}
          error={shown.quantity}
          onChange={(digits) => setWritten({ ...written, quantity: digits === '' ? null : Number(digits) })}
        />
        {'doneBy' in written && (
          <RadioGroup
            as="segmented"
            label={words.doneBy}
            value={written.doneBy}
            onChange={(doneBy) => setWritten({ ...written, doneBy })}
            choices={[
              { value: 'orderer', label: words.doneByOrderer },
              { value: 'another', label: words.doneByAnother },
            ]}
          />
        )}
        <TextField
          className="min-w-60 flex-1"
          label={words.note}
          optional
          maxLength={500}
          value={written.note}
          onChange={(note) => setWritten({ ...written, note })}
        />
      </div>
      <div className="flex flex-wrap gap-2">
        <Button kind="primary" type="submit" icon={isNew ? Plus : Check}>
          {isNew ? words.addItem : words.saveItem}
        </Button>
        <Button onPress={onCancel}>{words.cancel}</Button>
      </div>
    </form>
  )
}
