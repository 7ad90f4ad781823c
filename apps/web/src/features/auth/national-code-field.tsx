import { isNationalCode } from '@noskhe/shared/identifiers'
import { Check } from 'lucide-react'
import type { Ref } from 'react'
import { CodeField } from '../../ui/code-field.tsx'
import { words } from './words.ts'

interface NationalCodeFieldProps {
  value: string
  onChange: (digits: string) => void
  onBlur: () => void
  name: string
  error: string | undefined
  ref: Ref<HTMLInputElement>
}

const DIGITS = 10

/** The national code; says while she types how many digits are left and, at the last, whether the check digit agrees. */
export function NationalCodeField({ value, error, ...field }: NationalCodeFieldProps) {
  const isWhole = value.length === DIGITS
  const isSound = isNationalCode(value)
  return (
    <CodeField
      {...field}
      value={value}
      length={DIGITS}
      label={words.signIn.nationalCode}
      error={isWhole && !isSound ? words.signIn.wrongNationalCode : error}
      hint={<Hint left={DIGITS - value.length} isSound={isSound} />}
    />
  )
}

function Hint({ left, isSound }: { left: number; isSound: boolean }) {
  if (isSound) {
    return (
      <span className="inline-flex items-center gap-1 text-done">
        <Check aria-hidden className="size-4" />
        {words.signIn.codeIsSound}
      </span>
    )
  }
  if (left === DIGITS) return words.signIn.digits
  return left > 0 ? words.signIn.digitsLeft(left) : null
}
