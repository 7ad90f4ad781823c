import { zodResolver } from '@hookform/resolvers/zod'
import { FidaId, NationalCode, UniqueId } from '@noskhe/shared/identifiers'
import { parseJalali } from '@noskhe/shared/calendar'
import type { openEncounter } from '@noskhe/shared/patients/contract'
import type { Typed } from '@noskhe/shared/endpoint'
import { Search } from 'lucide-react'
import { Controller, useForm, useWatch } from 'react-hook-form'
import { z } from 'zod'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { IdentityField } from './identity-field.tsx'
import { words } from './words.ts'

const idOf = { 'national-code': NationalCode, fida: FidaId, 'unique-id': UniqueId } as const

const Entry = z
  .object({
    kind: z.enum(['national-code', 'fida', 'unique-id']),
    value: z.string(),
    isNewborn: z.boolean(),
    birthDate: z.string(),
  })
  .superRefine((it, context) => {
    if (!idOf[it.kind].safeParse(it.value).success) context.addIssue({ code: 'custom', path: ['value'], message: words.faults[it.kind] })
    if (it.isNewborn && parseJalali(it.birthDate) === null) context.addIssue({ code: 'custom', path: ['birthDate'], message: words.faults.birthDate })
  })
type Entry = z.infer<typeof Entry>

const empty: Entry = { kind: 'national-code', value: '', isNewborn: false, birthDate: '' }

interface PatientEntryProps {
  isAsking: boolean
  /** The answer for what is in the box stands on the page: asking is no longer the thing to do. */
  isAnswered: boolean
  onAsk: (question: Typed<typeof openEncounter>) => void
  /** Whom the box names has changed. */
  onTyped: () => void
}

/** One field and Enter. The checksum is looked at while she types; the field keeps what was typed whatever the answer. */
export function PatientEntry({ isAsking, isAnswered, onAsk, onTyped }: PatientEntryProps) {
  const { control, handleSubmit, setValue, clearErrors } = useForm({ resolver: zodResolver(Entry), defaultValues: empty, reValidateMode: 'onSubmit' })
  const { kind, isNewborn } = useWatch({ control }) as Entry
  const ask = handleSubmit((it) =>
    onAsk({ identity: { kind: it.kind, value: it.value }, newbornBirthDate: it.isNewborn ? parseJalali(it.birthDate) : null }),
  )
  const typed = (field: keyof Entry) => {
    clearErrors(field)
    onTyped()
  }
  const switchKind = (next: Entry['kind']) => {
    setValue('kind', next)
    setValue('value', '')
    if (next !== 'national-code') setValue('isNewborn', false)
    typed('value')
  }
  return (
    <Card>
      <form noValidate onSubmit={(event) => void ask(event)} className="flex flex-col gap-4">
        <RadioGroup
          as="segmented"
          label={words.kindLabel}
          hideLabel
          value={kind}
          onChange={switchKind}
          choices={(['national-code', 'fida', 'unique-id'] as const).map((choice) => ({ value: choice, label: words.kinds[choice] }))}
        />
        <div className="flex flex-col gap-x-3 gap-y-2 sm:flex-row sm:items-start">
          <Controller
            control={control}
            name="value"
            render={({ field, fieldState }) => (
              <IdentityField
                key={kind}
                {...field}
                kind={kind}
                error={fieldState.error?.message}
                onChange={(value) => {
                  field.onChange(value)
                  typed('value')
                }}
              />
            )}
          />
          <Button className="sm:mt-6.5 sm:h-13!" kind={isAnswered ? 'quiet' : 'primary'} size="large" type="submit" icon={Search} pending={isAsking}>
            {words.check}
          </Button>
        </div>
        {kind === 'national-code' && (
          <Controller
            control={control}
            name="isNewborn"
            render={({ field }) => (
              <Checkbox
                {...field}
                onChange={(isOn) => {
                  field.onChange(isOn)
                  typed('birthDate')
                }}
              >
                {words.newborn}
              </Checkbox>
            )}
          />
        )}
        {isNewborn && (
          <Controller
            control={control}
            name="birthDate"
            render={({ field, fieldState }) => (
              <TextField
                {...field}
                className="max-w-60"
                dir="ltr"
                label={words.newbornBirthDate}
                placeholder="۱۴۰۵/۰۸/۲۵"
                error={fieldState.error?.message}
                onChange={(value) => {
                  field.onChange(value)
                  typed('birthDate')
                }}
              />
            )}
          />
        )}
      </form>
    </Card>
  )
}
