import { type ReactNode, useId } from 'react'
import { classNames } from './class-names.ts'
import { FieldError, type FieldProps } from './field.tsx'

export interface Choice<T extends string> {
  value: T
  label: ReactNode
  hint?: ReactNode
  disabled?: boolean
}

interface RadioGroupProps<T extends string> extends FieldProps {
  value: T | null
  onChange: (value: T) => void
  choices: readonly Choice<T>[]
  /** list: one below another, room for hints · segmented: side by side, for two to five short words. */
  as?: 'list' | 'segmented'
}

/** One of a few, all of them in sight. Arrow keys move, as in every radio group of the browser. */
export function RadioGroup<T extends string>({ as = 'list', choices, ...props }: RadioGroupProps<T>) {
  const id = useId()
  const { label, hideLabel, hint, error, className } = props
  const name = props.name ?? id
  const Item = as === 'segmented' ? Segment : Row
  return (
    <fieldset className={classNames('flex min-w-0 flex-col gap-1', className)} disabled={props.disabled} aria-describedby={error ? `${id}-error` : undefined}>
      <legend className={hideLabel ? 'sr-only' : 'mb-1 text-sm font-medium'}>{label}</legend>
      {hint && <p className="text-sm text-quiet">{hint}</p>}
      <div className={as === 'segmented' ? 'flex w-fit max-w-full flex-wrap rounded border border-edge bg-surface p-0.5' : 'flex flex-col gap-2'}>
        {choices.map((choice) => (
          <Item key={choice.value} choice={choice}>
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === props.value}
              disabled={choice.disabled}
              onChange={() => props.onChange(choice.value)}
              onBlur={props.onBlur}
              className={as === 'segmented' ? 'sr-only' : radioLook}
            />
          </Item>
        ))}
      </div>
      <FieldError id={id} error={error} />
    </fieldset>
  )
}

const radioLook =
  'mt-1 size-5 shrink-0 appearance-none rounded-full border border-edge bg-surface hover:border-ink checked:border-6 checked:border-accent'

interface ItemProps {
  choice: Choice<string>
  children: ReactNode
}

const Row = ({ choice, children }: ItemProps) => (
  <label className="flex cursor-pointer items-start gap-2.5 has-disabled:cursor-not-allowed has-disabled:opacity-50">
    {children}
    <span>
      {choice.label}
      {choice.hint && <span className="block text-sm text-quiet">{choice.hint}</span>}
    </span>
  </label>
)

const Segment = ({ choice, children }: ItemProps) => (
  <label
    className={classNames(
      'relative flex min-h-8 cursor-pointer items-center rounded-sm border border-transparent px-3 text-sm text-quiet hover:text-ink coarse:min-h-10',
      'has-checked:border-accent has-checked:bg-accent-wash has-checked:font-semibold has-checked:text-accent-strong',
      'has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent has-disabled:cursor-not-allowed has-disabled:opacity-50',
    )}
  >
    {children}
    {choice.label}
  </label>
)
