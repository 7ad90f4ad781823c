import { recognise } from '@noskhe/shared/dispensing/recognise'
import { Search } from 'lucide-react'
import { type FormEvent, useRef, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useShortcut } from '../../ui/use-shortcut.tsx'
import { kindWord, words } from './words.ts'

interface SearchFormProps {
  isSearching: boolean
  /** A prescription is open below: the button is no longer the one thing to do. */
  isQuiet: boolean
  onFind: (text: string) => void
}

/** The wide field. What the number is taken for is said while it is typed; what can be nothing is not sent. */
export function SearchForm({ isSearching, isQuiet, onFind }: SearchFormProps) {
  const [typed, setTyped] = useState('')
  const [isRefused, setRefused] = useState(false)
  const box = useRef<HTMLInputElement>(null)
  const { text, kinds } = recognise(typed)
  const type = (value: string) => {
    setTyped(value)
    setRefused(false)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    box.current?.select()
    if (kinds.length === 0) setRefused(true)
    else onFind(text)
  }
  useShortcut('F2', words.search, () => box.current?.select())
  return (
    <form role="search" onSubmit={submit} className="flex flex-col gap-2" data-screen-only="">
      <div className="flex flex-wrap items-end gap-3">
        <TextField
          ref={box}
          className="min-w-64 flex-1"
          label={words.search}
          size="large"
          dir="ltr"
          autoFocus
          maxLength={64}
          value={typed}
          onChange={type}
          error={isRefused ? words.unrecognised : undefined}
        />
        <Button type="submit" kind={isQuiet ? 'quiet' : 'primary'} size="large" icon={Search} className="h-13!" pending={isSearching}>
          {words.find}
        </Button>
      </div>
      <p role="status" className="flex min-h-7 flex-wrap items-center gap-2 text-sm text-quiet">
        {kinds.length === 0
          ? words.searchHint
          : kinds.map((kind, place) => (
              <StatusBadge key={kind} tone={place === 0 ? 'information' : 'neutral'}>
                {place === 0 ? kindWord[kind] : `یا ${kindWord[kind]}`}
              </StatusBadge>
            ))}
      </p>
    </form>
  )
}
