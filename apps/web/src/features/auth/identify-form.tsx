import type { Output } from '@noskhe/shared/endpoint'
import type { identify } from '@noskhe/shared/auth/contract'
import { Failure, type FailureCode } from '@noskhe/shared/failure'
import { CouncilNumber, Mobile, NationalCode } from '@noskhe/shared/identifiers'
import { Controller, useForm, useWatch } from 'react-hook-form'
import { sayProblem } from '../../i18n/problem-message.ts'
import { Button } from '../../ui/button.tsx'
import { CodeField } from '../../ui/code-field.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { NationalCodeField } from './national-code-field.tsx'
import { ProblemNotice } from './problem-notice.tsx'
import { useIdentify } from './queries.ts'
import { words } from './words.ts'

export interface Identification {
  as: 'member' | 'staff'
  nationalCode: string
  councilNumber: string
  mobile: string
}
export const nobody: Identification = { as: 'member', nationalCode: '', councilNumber: '', mobile: '' }
export type Attempt = Output<typeof identify> & { receivedAt: number }

/** What is sent: only the number that belongs to who she is. */
export const identityOf = ({ as, nationalCode, councilNumber, mobile }: Identification) =>
  as === 'member' ? { nationalCode, councilNumber } : { nationalCode, mobile }

/** The field at which a refusal is shown; the others are shown above the button. */
const fieldOf: Partial<Record<FailureCode, 'councilNumber' | 'nationalCode' | 'mobile'>> = {
  'council.unknown': 'councilNumber',
  'council.mismatch': 'nationalCode',
  'staff.unknown': 'mobile',
}

interface IdentifyFormProps {
  /** As she wrote it before, when she comes back to correct it. */
  start: Identification
  /** The button is the one thing to do here; otherwise the passkey above is. */
  isPrimary: boolean
  onSent: (who: Identification, attempt: Attempt) => void
}

/** Who she is, by the numbers on her licence or in SIAM; asks for the one-time code. */
export function IdentifyForm({ start, isPrimary, onSent }: IdentifyFormProps) {
  const identifying = useIdentify()
  const form = useForm<Identification>({ defaultValues: start, reValidateMode: 'onChange' })
  const as = useWatch({ control: form.control, name: 'as' })
  const isAtField = identifying.error instanceof Failure && fieldOf[identifying.error.code] !== undefined

  const send = form.handleSubmit((who) =>
    identifying.mutate(identityOf(who), {
      onSuccess: (attempt) => onSent(who, { ...attempt, receivedAt: Date.now() }),
      onError: (error) => {
        const field = error instanceof Failure ? fieldOf[error.code] : undefined
        if (field) form.setError(field, { message: sayProblem(error) }, { shouldFocus: true })
      },
    }),
  )

  return (
    <form noValidate className="flex flex-col gap-4" onSubmit={(event) => void send(event)}>
      <Controller
        control={form.control}
        name="as"
        render={({ field: { value, onChange, name } }) => (
          <RadioGroup
            as="segmented"
            label={words.signIn.whoAreYou}
            hideLabel
            name={name}
            value={value}
            onChange={(chosen) => {
              onChange(chosen)
              form.clearErrors()
              identifying.reset()
            }}
            choices={[
              { value: 'member', label: words.signIn.member },
              { value: 'staff', label: words.signIn.staff },
            ]}
          />
        )}
      />
      {as === 'member' ? (
        <Controller
          key="councilNumber"
          control={form.control}
          name="councilNumber"
          rules={{ validate: (typed) => CouncilNumber.safeParse(typed).success || words.signIn.wrongCouncilNumber }}
          render={({ field, fieldState }) => (
            <CodeField {...field} label={words.signIn.councilNumber} length={8} autoFocus={isPrimary} error={fieldState.error?.message} />
          )}
        />
      ) : (
        <Controller
          key="mobile"
          control={form.control}
          name="mobile"
          rules={{ validate: (typed) => Mobile.safeParse(typed).success || words.signIn.wrongMobile }}
          render={({ field, fieldState }) => (
            <CodeField {...field} label={words.signIn.mobile} hint={words.signIn.mobileHint} length={11} error={fieldState.error?.message} />
          )}
        />
      )}
      <Controller
        control={form.control}
        name="nationalCode"
        rules={{ validate: (typed) => NationalCode.safeParse(typed).success || (typed.length < 10 ? words.signIn.shortNationalCode : words.signIn.wrongNationalCode) }}
        render={({ field, fieldState }) => <NationalCodeField {...field} error={fieldState.error?.message} />}
      />
      {identifying.isError && !isAtField && <ProblemNotice error={identifying.error} />}
      <Button type="submit" kind={isPrimary ? 'primary' : 'quiet'} size="large" wide pending={identifying.isPending}>
        {words.signIn.sendCode}
      </Button>
      <p className="text-sm text-quiet">{as === 'member' ? words.signIn.memberNote : words.signIn.staffNote}</p>
    </form>
  )
}
