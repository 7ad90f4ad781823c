import { Tooth } from '@noskhe/shared/prescriptions/item'
import { teethRows, toothInWords } from '@noskhe/shared/prescriptions/tooth'
import { type KeyboardEvent, useRef, useState } from 'react'
import { toPersianDigits } from '../../../i18n/format.ts'
import { classNames } from '../../../ui/class-names.ts'
import { CodeField } from '../../../ui/code-field.tsx'
import { RadioGroup } from '../../../ui/radio-group.tsx'
import { words } from './words.ts'

interface ToothChartProps {
  /** FDI number; null while none is chosen. */
  tooth: string | null
  error: string | undefined
  onChange: (tooth: string | null) => void
}

type Set = 'permanent' | 'milk'
const setOf = (tooth: string | null): Set => (tooth !== null && Number(tooth[0]) > 4 ? 'milk' : 'permanent')

/** A tooth by its FDI number, typed or clicked on the chart, which looks as the patient does from opposite: her right is on the left. */
export function ToothChart({ tooth, error, onChange }: ToothChartProps) {
  const [typed, setTyped] = useState(tooth ?? '')
  const [shown, setShown] = useState(setOf(tooth))
  const choose = (digits: string) => {
    setTyped(digits)
    const said = Tooth.safeParse(digits)
    onChange(said.success ? said.data : null)
    if (said.success) setShown(setOf(said.data))
  }
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
        <CodeField name="tooth" label={words.tooth} className="w-28" length={2} autoFocus value={typed} error={error} onChange={choose} />
        <p className="order-last min-h-9 basis-full content-center font-semibold sm:order-none sm:flex-1 sm:basis-0" role="status">
          {tooth !== null && toothInWords(tooth)}
        </p>
        <RadioGroup
          as="segmented"
          label={words.teeth}
          hideLabel
          value={shown}
          onChange={setShown}
          choices={[
            { value: 'permanent', label: words.permanentTeeth },
            { value: 'milk', label: words.milkTeeth },
          ]}
        />
      </div>
      <Chart of={shown} tooth={tooth} onChange={choose} />
    </div>
  )
}

function Chart({ of, tooth, onChange }: { of: Set; tooth: string | null; onChange: (tooth: string) => void }) {
  const chart = useRef<HTMLDivElement>(null)
  const rows = teethRows(of)
  const width = rows[0]?.length ?? 0
  const all = rows.flat()
  const reached = tooth !== null && all.includes(tooth) ? tooth : all[0]

  const step = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -width, ArrowDown: width }[event.code]
    const buttons = [...(chart.current?.querySelectorAll<HTMLElement>('[data-tooth]') ?? [])].toSorted(
      (a, b) => all.indexOf(a.dataset['tooth'] ?? '') - all.indexOf(b.dataset['tooth'] ?? ''),
    )
    const at = buttons.findIndex((it) => it === event.target)
    const to = by === undefined ? undefined : buttons[at + by]
    if (!to) return
    event.preventDefault()
    to.focus()
  }

  return (
    <div ref={chart} role="group" aria-label={words.chart} dir="ltr" onKeyDown={step} className="grid gap-x-3 gap-y-2 sm:grid-cols-2">
      {rows.map((row) =>
        [row.slice(0, width / 2), row.slice(width / 2)].map((quadrant) => (
          <div key={quadrant[0]} className="flex justify-center gap-0.5">
            {quadrant.map((it) => (
              <button
                key={it}
                type="button"
                data-tooth={it}
                tabIndex={it === reached ? 0 : -1}
                aria-pressed={it === tooth}
                aria-label={toothInWords(it)}
                title={toothInWords(it)}
                onClick={() => onChange(it)}
                className={classNames(
                  'h-9 min-w-7 flex-1 rounded-sm border text-sm tabular-nums coarse:h-11',
                  it === tooth ? 'border-accent bg-accent-wash font-bold text-accent-strong' : 'border-edge bg-surface hover:border-ink',
                )}
              >
                {toPersianDigits(it)}
              </button>
            ))}
          </div>
        )),
      )}
    </div>
  )
}
