import { Minus, Plus } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { CodeField } from '../../ui/code-field.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { words } from './words.ts'

interface QuantityStepperProps {
  /** Of which line, said to a screen reader. */
  name: string
  value: number
  /** What is left of the line; more is marked, not cut: what was typed stays. */
  most: number
  onChange: (value: number) => void
}

/** How many units to give: typed, by one, half, or all. ↑ and ↓ work in the box. */
export function QuantityStepper({ name, value, most, onChange }: QuantityStepperProps) {
  const step = (by: number) => onChange(Math.min(most, Math.max(0, value + by)))
  const half = Math.floor(most / 2)
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex items-start gap-1">
        <IconButton icon={Minus} label={`${words.less}: ${name}`} disabled={value <= 0} onPress={() => step(-1)} />
        <CodeField
          className="w-24"
          label={`${words.quantity} ${name}`}
          hideLabel
          length={5}
          value={String(value)}
          suffix="عدد"
          error={value > most ? words.overLeft : undefined}
          onChange={(digits) => onChange(Number(digits))}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
            event.preventDefault()
            step(event.key === 'ArrowUp' ? 1 : -1)
          }}
        />
        <IconButton icon={Plus} label={`${words.more}: ${name}`} disabled={value >= most} onPress={() => step(1)} />
      </div>
      <div className="flex justify-center gap-1">
        <Button size="small" kind="bare" disabled={value === most} onPress={() => onChange(most)} aria-label={`${words.all} ${name}`}>
          {words.all}
        </Button>
        <Button size="small" kind="bare" disabled={half === 0 || value === half} onPress={() => onChange(half)} aria-label={`${words.half} ${name}`}>
          {words.half}
        </Button>
      </div>
    </div>
  )
}
