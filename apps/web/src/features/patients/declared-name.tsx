import { type InsurerCode, insurerTitle } from '@noskhe/shared/patients/eligibility'
import { type FormEvent, useRef, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { words } from './words.ts'

interface Name {
  firstName: string
  lastName: string
}

const parts = ['firstName', 'lastName'] as const

interface DeclaredNameProps {
  /** By whose payment a prescription is being opened; null while none is. */
  opening: InsurerCode | null
  /** Insurers for which the visit may go on under a reserved HID. */
  reservedFor: readonly InsurerCode[]
  onDeclare: (name: Name) => void
  onReserve: (insurer: InsurerCode, name: Name) => void
}

/** No registry gave a name, so the doctor does, and it is marked as declared. */
export function DeclaredName({ opening, reservedFor, onDeclare, onReserve }: DeclaredNameProps) {
  const [name, setName] = useState<Name>({ firstName: '', lastName: '' })
  const [hasTried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const isMissing = (part: keyof Name) => name[part].trim() === ''
  const goOn = (deed: (named: Name) => void) => {
    setTried(true)
    const missing = parts.find(isMissing)
    if (missing) form.current?.querySelector<HTMLElement>(`[name=${missing}]`)?.focus()
    else if (opening === null) deed(name)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    goOn(onDeclare)
  }
  return (
    <form ref={form} noValidate onSubmit={submit} aria-label={words.declared} className="flex w-full flex-col items-start gap-3 border-t border-line pt-4">
      <p className="text-quiet">{words.declaredHint}</p>
      <div className="grid w-full gap-3 sm:grid-cols-2">
        {parts.map((part) => (
          <TextField
            key={part}
            name={part}
            label={words[part]}
            maxLength={60}
            value={name[part]}
            error={hasTried && isMissing(part) ? words.faults[part] : undefined}
            onChange={(typed) => setName({ ...name, [part]: typed })}
          />
        ))}
      </div>
      <Button type="submit" size="large" pending={opening === 'private'}>
        {words.writePrivate}
      </Button>
      {reservedFor.length > 0 && (
        <div role="group" aria-label={words.reserve} className="flex w-full flex-col gap-3">
          <p className="text-quiet">{words.reserveHint}</p>
          <div className="flex flex-wrap gap-3">
            {reservedFor.map((insurer) => (
              <Button key={insurer} pending={opening === insurer} onPress={() => goOn((named) => onReserve(insurer, named))}>
                {words.reserveWith(insurerTitle[insurer])}
              </Button>
            ))}
          </div>
        </div>
      )}
    </form>
  )
}
