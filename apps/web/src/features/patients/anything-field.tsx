import { recognise, type Recognised } from '@noskhe/shared/patients/recognise'
import { useLayoutEffect, useRef } from 'react'
import { formatJalali, toPersianDigits } from '../../i18n/format.ts'
import { TextField } from '../../ui/text-field.tsx'
import { words } from './words.ts'

interface AnythingFieldProps {
  name: string
  value: string
  error: string | undefined
  onChange: (value: string) => void
}

const NATIONAL_DIGITS = 10

/** The one box: an id, a name, a birth date or a telephone. What was typed is read while she types, and the reading is told. */
export function AnythingField({ value, error, onChange, ...field }: AnythingFieldProps) {
  const { box, keepCaret } = useStillCaret(value)
  const read = recognise(value)
  const isWrong = read.as === 'wrong-code'
  return (
    <TextField
      {...field}
      ref={box}
      className="min-w-0 sm:flex-1"
      size="large"
      dir="auto"
      autoFocus
      maxLength={80}
      label={words.anything}
      value={value}
      onChange={(typed) => {
        keepCaret()
        onChange(shown(typed))
      }}
      error={isWrong ? words.faults['national-code'] : error}
      hint={isWrong ? undefined : hintFor(read)}
    />
  )
}

/** Digits as they are read here, unless they stand among Latin letters (a unique id, a code). */
const shown = (typed: string) => (/[a-z]/i.test(typed) ? typed : toPersianDigits(typed))

/** Where digits are put in place of typed ones, the browser moves the caret to the end; it belongs where she typed. */
function useStillCaret(value: string) {
  const box = useRef<HTMLInputElement>(null)
  const caret = useRef<number | null>(null)
  useLayoutEffect(() => {
    if (caret.current !== null && document.activeElement === box.current) box.current?.setSelectionRange(caret.current, caret.current)
    caret.current = null
  }, [value])
  return { box, keepCaret: () => (caret.current = box.current?.selectionStart ?? null) }
}

function hintFor(read: Recognised): string {
  if (read.as === 'identity') return read.identity.kind === 'national-code' ? words.codeRight : words.kinds[read.identity.kind]
  if (read.as === 'digits') return words.digitsLeft(toPersianDigits(NATIONAL_DIGITS - read.count))
  if (read.as === 'query') return queryWords(read.query)
  return words.anythingHint
}

type Query = Extract<Recognised, { as: 'query' }>['query']

/** What is looked for, in words: also which of two keyboards a name was read in. */
export function queryWords(query: Query): string {
  if (query.by === 'phone') return words.byPhone(toPersianDigits(query.phone))
  if (query.by === 'name') return words.byName(query.names.at(-1) ?? '')
  const [from, last] = [formatJalali(`${query.from}T12:00:00Z`), formatJalali(Date.parse(`${query.until}T12:00:00Z`) - DAY_MS)]
  return from === last ? words.byBirthDay(from) : words.byBirthSpan(from, last)
}

const DAY_MS = 86_400_000
