import { Phone } from '@noskhe/shared/identifiers'
import type { Encounter } from '@noskhe/shared/patients/eligibility'
import { type FormEvent, useState } from 'react'
import { sayProblem } from '../../i18n/problem-message.ts'
import { Button } from '../../ui/button.tsx'
import { CodeField } from '../../ui/code-field.tsx'
import { useSaveContact } from './queries.ts'
import { words } from './words.ts'

/** By which telephone the patient is reached (A18): offered as it was last time, changed or emptied at will. */
export function ContactField({ it }: { it: Encounter }) {
  const [phone, setPhone] = useState(it.contactPhone ?? '')
  const [hasTried, setTried] = useState(false)
  const saving = useSaveContact()
  const isRight = phone === '' || Phone.safeParse(phone).success
  const fault = hasTried && !isRight ? words.faults.phone : undefined
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (isRight) saving.mutate({ id: it.id, phone: phone === '' ? null : phone })
  }
  const type = (typed: string) => {
    setPhone(typed)
    setTried(false)
    saving.reset()
  }
  return (
    <form noValidate onSubmit={submit} className="flex items-start gap-3 border-t border-line pt-4">
      <CodeField
        label={words.contact}
        optional
        className="flex-1 sm:max-w-58"
        length={11}
        value={phone}
        error={saving.isError ? sayProblem(saving.error) : fault}
        hint={saving.isSuccess ? words.contactSaved : undefined}
        onChange={type}
      />
      <Button type="submit" className="mt-6.5" pending={saving.isPending}>
        {words.saveContact}
      </Button>
    </form>
  )
}
