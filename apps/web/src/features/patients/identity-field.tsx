import { type Identity, isNationalCode } from '@noskhe/shared/identifiers'
import { toPersianDigits } from '../../i18n/format.ts'
import { CodeField } from '../../ui/code-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { words } from './words.ts'

const DIGITS = 10

interface IdentityFieldProps {
  kind: Identity['kind']
  value: string
  error: string | undefined
  name: string
  onChange: (value: string) => void
}

/** The number by which she is known; for a national code the check digit is looked at as soon as it is there. */
export function IdentityField({ kind, error, ...field }: IdentityFieldProps) {
  const box = { ...field, className: 'min-w-0 sm:flex-1', size: 'large', autoFocus: true, label: words.kinds[kind] } as const
  if (kind === 'unique-id') return <TextField {...box} dir="ltr" error={error} />
  if (kind === 'insurance-code') return <CodeField {...box} length={16} error={error} />
  if (kind === 'fida') return <CodeField {...box} length={12} error={error} />
  const isWhole = field.value.length === DIGITS
  const isRight = isNationalCode(field.value)
  return <CodeField {...box} length={DIGITS} error={isWhole && !isRight ? words.faults[kind] : error} hint={isWhole && !isRight ? undefined : hintFor(field.value)} />
}

function hintFor(code: string): string {
  if (code === '') return words.digits
  return code.length < DIGITS ? words.digitsLeft(toPersianDigits(DIGITS - code.length)) : words.codeRight
}
