import { ChevronLeft, ChevronRight } from 'lucide-react'
import { jalaliOf } from '../../i18n/format.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Select } from '../../ui/select.tsx'
import { useShortcut } from '../../ui/use-shortcut.tsx'
import { type JalaliMonth, sayMonth, words } from './words.ts'

const MONTHS_BACK = 24

export const thisMonth = (): JalaliMonth => {
  const { year, month } = jalaliOf(Date.now())
  return { year, month }
}

/** A month as one number, so that months can be counted. */
const ordinalOf = ({ year, month }: JalaliMonth) => year * 12 + month - 1
const monthAt = (ordinal: number): JalaliMonth => ({ year: Math.floor(ordinal / 12), month: (ordinal % 12) + 1 })

interface MonthPickerProps {
  value: JalaliMonth
  onChange: (month: JalaliMonth) => void
}

/** This month and the two years before it: from a list, or one by one. */
export function MonthPicker({ value, onChange }: MonthPickerProps) {
  const latest = ordinalOf(thisMonth())
  const at = ordinalOf(value)
  const go = (ordinal: number) => onChange(monthAt(ordinal))
  const options = Array.from({ length: MONTHS_BACK + 1 }, (_, back) => ({ value: String(latest - back), label: sayMonth(monthAt(latest - back)) }))
  useShortcut('Alt+ArrowRight', words.previous, () => go(at - 1), { enabled: at > latest - MONTHS_BACK })
  useShortcut('Alt+ArrowLeft', words.next, () => go(at + 1), { enabled: at < latest })
  return (
    <div className="flex items-end gap-1">
      <IconButton icon={ChevronRight} label={words.previous} shortcut="Alt+ArrowRight" disabled={at <= latest - MONTHS_BACK} onPress={() => go(at - 1)} />
      <Select className="w-44" label={words.month} hideLabel value={String(at)} options={options} onChange={(ordinal) => go(Number(ordinal))} />
      <IconButton icon={ChevronLeft} label={words.next} shortcut="Alt+ArrowLeft" disabled={at >= latest} onPress={() => go(at + 1)} />
    </div>
  )
}
