import { zodResolver } from '@hookform/resolvers/zod'
import { FidaId, NationalCode, UniqueId, isNationalCode } from '@noskhe/shared/identifiers'
import { parseJalali } from '@noskhe/shared/calendar'
import type { openEncounter } from '@noskhe/shared/patients/contract'
import type { Typed } from '@noskhe/shared/endpoint'
import { Search } from 'lucide-react'
import { Controller, useForm, useWatch } from 'react-hook-form'
import { z } from 'zod'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { CodeField } from '../../ui/code-field.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { TextField } from '../../ui/text-field.tsx'
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
  onAsk: (question: Typed<typeof openEncounter>) => void
}

/** One field and Enter. The checksum is looked at while she types; the field keeps what was typed whatever the answer. */
export function PatientEntry({ isAsking, onAsk }: PatientEntryProps) {
  const { control, handleSubmit, setValue } = useForm({ resolver: zodResolver(Entry), defaultValues: empty })
  const { kind, value, isNewborn } = useWatch({ control }) as Entry
  const ask = handleSubmit((it) =>
    onAsk({ identity: { kind: it.kind, value: it.value }, newbornBirthDate: it.isNewborn ? parseJalali(it.birthDate) : null }),
  )
  const switchKind = (next: Entry['kind']) => {
    setValue('kind', next)
    setValue('value', '')
    if (next !== 'national-code') setValue('isNewborn', false)
  }
  return (
    <Card>
      <form noValidate onSubmit={(event) => void ask(event)} className="flex flex-col gap-5 py-2">
        <RadioGroup
          as="segmented"
          label={words.kindLabel}
          hideLabel
          value={kind}
          onChange={switchKind}
          choices={(['national-code', 'fida', 'unique-id'] as const).map((choice) => ({ value: choice, label: words.kinds[choice] }))}
        />
        <div className="flex flex-wrap items-start gap-3">
          <Controller
            control={control}
            name="value"
            render={({ field, fieldState }) => {
              const error = fieldState.error?.message
              if (kind === 'unique-id') return <TextField key={kind} {...field} className="min-w-60 flex-1" size="large" dir="ltr" autoFocus label={words.kinds[kind]} error={error} />
              const hint = kind === 'national-code' && isNationalCode(value) ? words.codeRight : undefined
              const wrong = kind === 'national-code' && value.length === 10 && !isNationalCode(value) ? words.faults[kind] : undefined
              return (
                <CodeField
                  key={kind}
                  {...field}
                  className="min-w-60 flex-1"
                  size="large"
                  autoFocus
                  length={kind === 'fida' ? 12 : 10}
                  label={words.kinds[kind]}
                  error={error ?? wrong}
                  hint={hint}
                />
              )
            }}
          />
          <div className="pt-6.5">
            <Button kind="primary" size="large" type="submit" icon={Search} pending={isAsking}>
              {words.check}
            </Button>
          </div>
        </div>
        {kind === 'national-code' && (
          <Controller control={control} name="isNewborn" render={({ field }) => <Checkbox {...field}>{words.newborn}</Checkbox>} />
        )}
        {isNewborn && (
          <Controller
            control={control}
            name="birthDate"
            render={({ field, fieldState }) => (
              <TextField {...field} className="max-w-60" dir="ltr" label={words.newbornBirthDate} placeholder="۱۴۰۵/۰۸/۲۵" error={fieldState.error?.message} />
            )}
          />
        )}
      </form>
    </Card>
  )
}
