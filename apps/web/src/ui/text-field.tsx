import type { HTMLInputAutoCompleteAttribute, ReactNode, Ref } from 'react'
import { classNames } from './class-names.ts'
import { controlLook, Field, type FieldProps, useFieldIds } from './field.tsx'

interface TextFieldProps extends FieldProps {
  value: string
  onChange: (value: string) => void
  /** `ltr` for Latin content: names of drugs, codes, addresses. */
  dir?: 'rtl' | 'ltr' | 'auto'
  type?: 'text' | 'search' | 'email' | 'url' | 'password'
  size?: 'normal' | 'large' | 'compact'
  placeholder?: string
  maxLength?: number
  readOnly?: boolean
  autoFocus?: boolean
  autoComplete?: HTMLInputAutoCompleteAttribute
  /** A unit or a button at the end of the box. */
  suffix?: ReactNode
  onKeyDown?: (event: React.KeyboardEvent<HTMLInputElement>) => void
  ref?: Ref<HTMLInputElement>
}

/** One line of text. Digits only: `CodeField`. Several lines: `TextArea`. */
export function TextField({ value, onChange, onBlur, dir, size = 'normal', suffix, ref, ...props }: TextFieldProps) {
  const { label, hideLabel, hint, error, optional, className, autoComplete = 'off', ...input } = props
  const { id, control } = useFieldIds({ hint, error })
  return (
    <Field id={id} {...{ label, hideLabel, hint, error, optional, className }}>
      <div className="relative flex">
        <input
          {...input}
          {...control}
          ref={ref}
          dir={dir}
          value={value}
          autoComplete={autoComplete}
          spellCheck={false}
          className={classNames(controlLook(Boolean(error), size), suffix !== undefined && 'pe-12')}
          onChange={(event) => onChange(event.target.value)}
          onBlur={onBlur}
        />
        {/* The suffix stands at the end of the box as the page reads, whatever the direction of what is typed. */}
        {suffix !== undefined && <span className="absolute inset-y-0 end-0 flex items-center px-3 text-sm text-quiet">{suffix}</span>}
      </div>
    </Field>
  )
}

interface TextAreaProps extends FieldProps {
  value: string
  onChange: (value: string) => void
  /** Lines shown while it is empty; it grows with what is written. */
  rows?: number
  maxLength?: number
  placeholder?: string
  dir?: 'rtl' | 'ltr' | 'auto'
  ref?: Ref<HTMLTextAreaElement>
}

/** Several lines of text, growing with what is written. */
export function TextArea({ value, onChange, onBlur, rows = 2, ref, ...props }: TextAreaProps) {
  const { label, hideLabel, hint, error, optional, className, ...area } = props
  const { id, control } = useFieldIds({ hint, error })
  return (
    <Field id={id} {...{ label, hideLabel, hint, error, optional, className }}>
      <textarea
        {...area}
        {...control}
        ref={ref}
        rows={rows}
        value={value}
        className={classNames(controlLook(Boolean(error)), 'h-auto! field-sizing-content resize-y py-2')}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onBlur}
      />
    </Field>
  )
}
