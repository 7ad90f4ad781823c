import { type FormEvent, useState } from 'react'
import { type InsurerCode, insurerTitle } from '@noskhe/shared/patients/eligibility'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { words } from './words.ts'

interface Name {
  firstName: string
  lastName: string
}

const parts = ['firstName', 'lastName'] as const

interface DeclaredNameProps {
  isOpening: boolean
  /** Insurers for which the visit may go on under a reserved HID. */
  reservedFor: readonly InsurerCode[]
  onDeclare: (name: Name) => void
  onReserve: (insurer: InsurerCode, name: Name) => void
}

/** No registry gave a name, so the doctor does, and it is marked as declared. */
export function DeclaredName({ isOpening, reservedFor, onDeclare, onReserve }: DeclaredNameProps) {
  const [name, setName] = useState<Name>({ firstName: '', lastName: '' })
  const [hasTried, setTried] = useState(false)
  const isMissing = (part: keyof Name) => name[part].trim() === ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!parts.some(isMissing)) onDeclare(name)
  }
  const reserve = (insurer: InsurerCode) => {
    setTried(true)
    if (!parts.some(isMissing)) onReserve(insurer, name)
  }
  return (
    <form noValidate onSubmit={submit} aria-label={words.declared} className="flex w-full flex-col items-start gap-3 border-t border-line pt-4">
      <p className="text-quiet">{words.declaredHint}</p>
      <div className="grid w-full gap-3 sm:grid-cols-2">
        {parts.map((part) => (
          <TextField
            key={part}
            label={words[part]}
            maxLength={60}
            value={name[part]}
            error={hasTried && isMissing(part) ? words.faults[part] : undefined}
            onChange={(typed) => setName({ ...name, [part]: typed })}
          />
        ))}
      </div>
      <Button type="submit" size="large" pending={isOpening}>
        {words.writePrivate}
      </Button>
      {reservedFor.length > 0 && (
        <>
          <p className="text-quiet">{words.reserveHint}</p>
          <div className="flex flex-wrap gap-3">
            {reservedFor.map((insurer) => (
              <Button key={insurer} size="large" pending={isOpening} onPress={() => reserve(insurer)}>
                {`${words.reserve}: ${insurerTitle[insurer]}`}
              </Button>
            ))}
          </div>
        </>
      )}
    </form>
  )
}
