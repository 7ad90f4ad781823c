import { type ReactNode, type Ref, useLayoutEffect, useRef } from 'react'
import { toLatinDigits, toPersianDigits } from '../i18n/format.ts'
import { bothRefs } from './both-refs.ts'
import { classNames } from './class-names.ts'
import { controlLook, Field, type FieldProps, useFieldIds } from './field.tsx'

interface CodeFieldProps extends FieldProps {
  /** Latin digits, whatever was typed. */
  value: string
  onChange: (digits: string) => void
  /** How many digits there may be; the rest of a paste is dropped. */
  length?: number
  /** The last of `length` digits has just been typed or pasted: the place to send a one-time code by itself. */
  onComplete?: (digits: string) => void
  size?: 'normal' | 'large' | 'compact'
  /** Digits apart and in the middle: for one-time codes. */
  spaced?: boolean
  /** A unit at the end of the box: «عدد», «روز». */
  suffix?: ReactNode
  placeholder?: string
  readOnly?: boolean
  autoFocus?: boolean
  /** `one-time-code` lets the phone offer the code from the message. */
  autoComplete?: 'off' | 'one-time-code' | 'username'
  onKeyDown?: (event: React.KeyboardEvent<HTMLInputElement>) => void
  ref?: Ref<HTMLInputElement>
}

const digitsOf = (typed: string) => toLatinDigits(typed).replace(/\D/g, '')

/**
 * Digits: national code, one-time code, council number, quantity. Takes Persian, Arabic and Latin digits, also pasted with
 * spaces or dashes; shows Persian ones; hands Latin ones out. The caret stays where the person put it.
 */
export function CodeField({ value, onChange, onComplete, onBlur, length, ref, ...props }: CodeFieldProps) {
  const { label, hideLabel, hint, error, optional, className, size = 'normal', spaced, suffix, autoComplete = 'off', ...input } = props
  const { id, control } = useFieldIds({ hint, error })
  const { box, keepCaret } = useStillCaret()

  function type(element: HTMLInputElement) {
    const digits = digitsOf(element.value).slice(0, length)
    const caret = Math.min(digitsOf(element.value.slice(0, element.selectionStart ?? undefined)).length, digits.length)
    element.value = toPersianDigits(digits)
    element.setSelectionRange(caret, caret)
    if (digits === value) return
    keepCaret(caret)
    onChange(digits)
    if (digits.length === length) onComplete?.(digits)
  }

  return (
    <Field id={id} {...{ label, hideLabel, hint, error, optional, className }}>
      <div className="relative flex">
        <input
          {...input}
          {...control}
          ref={bothRefs(box, ref)}
          dir="ltr"
          inputMode="numeric"
          value={toPersianDigits(value)}
          autoComplete={autoComplete}
          className={classNames(
            controlLook(Boolean(error), size),
            spaced ? 'text-center tracking-[0.4em]' : 'text-right',
            suffix !== undefined && 'pl-12',
          )}
          onChange={(event) => type(event.target)}
          onBlur={onBlur}
        />
        {suffix !== undefined && <span className="pointer-events-none absolute inset-y-0 end-0 flex items-center px-3 text-sm text-quiet">{suffix}</span>}
      </div>
    </Field>
  )
}

/** Writing a value into a box throws the caret to its end; this puts it back, after React has written. */
function useStillCaret() {
  const box = useRef<HTMLInputElement>(null)
  const caret = useRef<number | null>(null)
  useLayoutEffect(() => {
    if (caret.current === null || box.current !== document.activeElement) return
    box.current?.setSelectionRange(caret.current, caret.current)
    caret.current = null
  })
  return { box, keepCaret: (at: number) => (caret.current = at) }
}
