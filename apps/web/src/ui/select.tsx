import { ChevronDown } from 'lucide-react'
import type { Ref } from 'react'
import { fa } from '../i18n/fa.ts'
import { classNames } from './class-names.ts'
import { controlLook, Field, type FieldProps, useFieldIds } from './field.tsx'

export interface Option<T extends string> {
  value: T
  label: string
  disabled?: boolean
  /** Options of one group stand together under this name. */
  group?: string
}

interface SelectProps<T extends string> extends FieldProps {
  value: T | null
  onChange: (value: T) => void
  options: readonly Option<T>[]
  /** Shown while nothing is chosen. */
  placeholder?: string
  size?: 'normal' | 'compact'
  ref?: Ref<HTMLSelectElement>
}

/**
 * One of a list of up to some twenty. The browser's own list: it opens, jumps by letter and fits a phone as the person is
 * used to. For long lists and lists that are asked for: `ComboBox`.
 */
export function Select<T extends string>({ value, onChange, onBlur, options, placeholder = fa.state.chooseOne, size, ref, ...props }: SelectProps<T>) {
  const { label, hideLabel, hint, error, optional, className, ...select } = props
  const { id, control } = useFieldIds({ hint, error })
  const groups = Map.groupBy(options, ({ group }) => group)
  return (
    <Field id={id} {...{ label, hideLabel, hint, error, optional, className }}>
      <div className="relative flex">
        <select
          {...select}
          {...control}
          ref={ref}
          value={value ?? ''}
          onBlur={onBlur}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.target.value)
            if (chosen) onChange(chosen.value)
          }}
          className={classNames(controlLook(Boolean(error), size), 'appearance-none truncate pe-9!', value === null && 'text-quiet!')}
        >
          {value === null && (
            <option value="" disabled hidden>
              {placeholder}
            </option>
          )}
          {[...groups].map(([group, members]) =>
            group === undefined ? members.map(toOption) : <optgroup key={group} label={group} children={members.map(toOption)} />,
          )}
        </select>
        <ChevronDown aria-hidden className="pointer-events-none absolute inset-y-0 end-3 my-auto size-4 text-quiet" />
      </div>
    </Field>
  )
}

const toOption = ({ value, label, disabled }: Option<string>) => (
  <option key={value} value={value} disabled={disabled} className="text-ink">
    {label}
  </option>
)
