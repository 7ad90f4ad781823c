import { type FormEvent, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { words } from './words.ts'

interface Name {
  firstName: string
  lastName: string
}

const parts = ['firstName', 'lastName'] as const

/** No registry gave a name, so the doctor does: for a private prescription only, and marked as declared. */
export function DeclaredName({ isOpening, onDeclare }: { isOpening: boolean; onDeclare: (name: Name) => void }) {
  const [name, setName] = useState<Name>({ firstName: '', lastName: '' })
  const [hasTried, setTried] = useState(false)
  const isMissing = (part: keyof Name) => name[part].trim() === ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!parts.some(isMissing)) onDeclare(name)
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
    </form>
  )
}
