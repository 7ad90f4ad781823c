import type { Identity } from '@noskhe/shared/identifiers'
import { CodeField } from '../../ui/code-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { words } from './words.ts'

interface IdentityFieldProps {
  kind: Exclude<Identity['kind'], 'national-code'>
  value: string
  error: string | undefined
  name: string
  onChange: (value: string) => void
}

/** The number by which somebody without a national code is known. */
export function IdentityField({ kind, error, ...field }: IdentityFieldProps) {
  const box = { ...field, className: 'min-w-0 sm:flex-1', size: 'large', autoFocus: true, label: words.kinds[kind] } as const
  if (kind === 'unique-id') return <TextField {...box} dir="ltr" error={error} hint={words.uniqueId} />
  if (kind === 'insurance-code') return <CodeField {...box} length={16} error={error} />
  return <CodeField {...box} length={12} error={error} />
}
