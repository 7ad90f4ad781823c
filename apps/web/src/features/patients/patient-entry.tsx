import { parseJalali } from '@noskhe/shared/calendar'
import { FidaId, type Identity, InsuranceCode, UniqueId } from '@noskhe/shared/identifiers'
import { recognise } from '@noskhe/shared/patients/recognise'
import type { PatientQuery } from '@noskhe/shared/patients/search'
import { Search } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { AnythingField } from './anything-field.tsx'
import { IdentityField } from './identity-field.tsx'
import type { Question } from './queries.ts'
import { words } from './words.ts'

const idOf = { fida: FidaId, 'unique-id': UniqueId, 'insurance-code': InsuranceCode } as const
const kinds = ['anything', 'fida', 'unique-id', 'insurance-code'] as const

interface Entry {
  kind: (typeof kinds)[number]
  value: string
  isNewborn: boolean
  /** Jalali, as typed. */
  birthDate: string
}

/** What the entry means: somebody by her id, a search among the patients of this centre, or nothing yet and why. */
type Meant = { identity: Identity } | { query: PatientQuery } | { fault: string }

function meantBy({ kind, value, isNewborn }: Entry): Meant {
  if (kind !== 'anything') {
    const { success, data } = idOf[kind].safeParse(value)
    return success ? { identity: { kind, value: data } as Identity } : { fault: words.faults[kind] }
  }
  const read = recognise(value)
  if (isNewborn) return read.as === 'identity' && read.identity.kind === 'national-code' ? read : { fault: words.faults.motherCode }
  if (read.as === 'identity' || read.as === 'query') return read
  return { fault: read.as === 'wrong-code' || read.as === 'digits' ? words.faults['national-code'] : words.faults.anything }
}

/** What is wrong with a newborn's day of birth (ISO, null where it is no day). */
function birthFaultOf(day: string | null): string | undefined {
  if (day === null) return words.faults.birthDate
  return Date.parse(`${day}T00:00:00+03:30`) > Date.now() ? words.faults.birthInFuture : undefined
}

interface PatientEntryProps {
  isAsking: boolean
  /** The answer for what is in the box stands on the page: asking is no longer the thing to do. */
  isAnswered: boolean
  onAsk: (question: Question) => void
  onSearch: (query: PatientQuery) => void
  /** Whom the box names has changed. */
  onTyped: () => void
}

/**
 * One field and Enter. What is typed is read while she types; the field keeps it whatever the answer.
 * Plain state instead of a form library: this is the first page of the day, and the library would be a tenth of it.
 */
export function PatientEntry({ isAsking, isAnswered, onAsk, onSearch, onTyped }: PatientEntryProps) {
  const [entry, setEntry] = useState<Entry>({ kind: 'anything', value: '', isNewborn: false, birthDate: '' })
  const [hasTried, setTried] = useState(false)
  const { kind, value, isNewborn, birthDate } = entry
  const meant = meantBy(entry)
  const faults = { value: 'fault' in meant ? meant.fault : undefined, birthDate: isNewborn ? birthFaultOf(parseJalali(birthDate)) : undefined }
  const shown = hasTried ? faults : { value: undefined, birthDate: undefined }

  const type = (part: Partial<Entry>) => {
    setEntry({ ...entry, ...part })
    setTried(false)
    onTyped()
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    const fault = faults.value ? 'value' : faults.birthDate ? 'birthDate' : null
    if (fault) event.currentTarget.querySelector<HTMLElement>(`[name=${fault}]`)?.focus()
    else if ('query' in meant) onSearch(meant.query)
    else if ('identity' in meant) onAsk({ identity: meant.identity, newbornBirthDate: isNewborn ? parseJalali(birthDate) : null })
  }
  const box = { name: 'value', value, error: shown.value, onChange: (typed: string) => type({ value: typed }) }

  return (
    <Card>
      <form noValidate onSubmit={submit} className="flex flex-col gap-4">
        <RadioGroup
          as="segmented"
          label={words.kindLabel}
          hideLabel
          value={kind}
          onChange={(next) => type({ kind: next, value: '', isNewborn: false })}
          choices={kinds.map((choice) => ({ value: choice, label: choice === 'anything' ? words.anythingKind : words.kinds[choice] }))}
        />
        <div className="flex flex-col gap-x-3 gap-y-2 sm:flex-row sm:items-start">
          {kind === 'anything' ? <AnythingField {...box} /> : <IdentityField key={kind} kind={kind} {...box} />}
          <Button className="sm:mt-6.5 sm:h-13!" kind={isAnswered ? 'quiet' : 'primary'} size="large" type="submit" icon={Search} pending={isAsking}>
            {'query' in meant ? words.search : words.check}
          </Button>
        </div>
        {kind === 'anything' && (
          <Checkbox value={isNewborn} onChange={(isOn) => type({ isNewborn: isOn })}>
            {words.newborn}
          </Checkbox>
        )}
        {isNewborn && (
          <TextField
            name="birthDate"
            className="max-w-60"
            dir="ltr"
            label={words.newbornBirthDate}
            placeholder="۱۴۰۵/۰۸/۲۵"
            value={birthDate}
            error={shown.birthDate}
            onChange={(typed) => type({ birthDate: typed })}
          />
        )}
      </form>
    </Card>
  )
}
