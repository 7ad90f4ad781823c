import { parseJalali } from '@noskhe/shared/calendar'
import type { Typed } from '@noskhe/shared/endpoint'
import { FidaId, type Identity, InsuranceCode, NationalCode, UniqueId } from '@noskhe/shared/identifiers'
import type { openEncounter } from '@noskhe/shared/patients/contract'
import { Search } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { IdentityField } from './identity-field.tsx'
import { words } from './words.ts'

const idOf = { 'national-code': NationalCode, fida: FidaId, 'unique-id': UniqueId, 'insurance-code': InsuranceCode } as const
const kinds = ['national-code', 'fida', 'unique-id', 'insurance-code'] as const

interface Entry {
  kind: Identity['kind']
  value: string
  isNewborn: boolean
  /** Jalali, as typed. */
  birthDate: string
}

const faultsOf = ({ kind, value, isNewborn, birthDate }: Entry) => ({
  value: idOf[kind].safeParse(value).success ? undefined : words.faults[kind],
  birthDate: isNewborn ? birthFaultOf(parseJalali(birthDate)) : undefined,
})

/** What is wrong with a newborn's day of birth (ISO, null where it is no day). */
function birthFaultOf(day: string | null): string | undefined {
  if (day === null) return words.faults.birthDate
  return Date.parse(`${day}T00:00:00+03:30`) > Date.now() ? words.faults.birthInFuture : undefined
}

interface PatientEntryProps {
  isAsking: boolean
  /** The answer for what is in the box stands on the page: asking is no longer the thing to do. */
  isAnswered: boolean
  onAsk: (question: Typed<typeof openEncounter>) => void
  /** Whom the box names has changed. */
  onTyped: () => void
}

/**
 * One field and Enter. The checksum is looked at while she types; the field keeps what was typed whatever the answer.
 * Plain state instead of a form library: this is the first page of the day, and the library would be a tenth of it.
 */
export function PatientEntry({ isAsking, isAnswered, onAsk, onTyped }: PatientEntryProps) {
  const [entry, setEntry] = useState<Entry>({ kind: 'national-code', value: '', isNewborn: false, birthDate: '' })
  const [hasTried, setTried] = useState(false)
  const { kind, value, isNewborn, birthDate } = entry
  const faults = faultsOf(entry)
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
    else onAsk({ identity: { kind, value }, newbornBirthDate: isNewborn ? parseJalali(birthDate) : null })
  }

  return (
    <Card>
      <form noValidate onSubmit={submit} className="flex flex-col gap-4">
        <RadioGroup
          as="segmented"
          label={words.kindLabel}
          hideLabel
          value={kind}
          onChange={(next) => type({ kind: next, value: '', isNewborn: false })}
          choices={kinds.map((choice) => ({ value: choice, label: words.kinds[choice] }))}
        />
        <div className="flex flex-col gap-x-3 gap-y-2 sm:flex-row sm:items-start">
          <IdentityField key={kind} name="value" kind={kind} value={value} error={shown.value} onChange={(typed) => type({ value: typed })} />
          <Button className="sm:mt-6.5 sm:h-13!" kind={isAnswered ? 'quiet' : 'primary'} size="large" type="submit" icon={Search} pending={isAsking}>
            {words.check}
          </Button>
        </div>
        {kind === 'national-code' && (
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
