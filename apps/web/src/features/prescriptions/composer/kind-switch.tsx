import { type ItemKind, itemKinds } from '@noskhe/shared/prescriptions/item'
import { Layers } from 'lucide-react'
import { RadioGroup } from '../../../ui/radio-group.tsx'
import { useShortcut } from '../../../ui/use-shortcut.tsx'
import { KindMark, kindTitle } from '../../terminology/index.ts'
import { words } from './words.ts'

/** Which national lists are searched: one, or all of them ranked together. */
export type SearchedKind = ItemKind | 'all'

const order: readonly SearchedKind[] = ['all', ...itemKinds]

/** What the search box says that it searches. */
export const searchWords = (kind: SearchedKind): string => (kind === 'all' ? words.search : words.searchFor(kindTitle(kind)))

interface KindSwitchProps {
  kind: SearchedKind
  onChange: (kind: SearchedKind) => void
  /** Back to the search box. */
  onDone: () => void
}

/** One list or all of them. Alt+K goes on to the next without leaving the search box; Enter on a list goes back there. */
export function KindSwitch({ kind, onChange, onDone }: KindSwitchProps) {
  useShortcut('Alt+KeyK', words.nextKind, () => onChange(next(kind, 1)))
  useShortcut('Alt+Shift+KeyK', words.previousKind, () => onChange(next(kind, -1)))
  return (
    <div
      onPointerUp={(event) => {
        // The radio itself takes the focus with the click that follows.
        if (event.target instanceof Element && event.target.closest('label')) setTimeout(onDone)
      }}
      onKeyDown={(event) => {
        if (event.code !== 'Enter') return
        event.preventDefault()
        onDone()
      }}
    >
      <RadioGroup as="segmented" label={words.kind} hideLabel value={kind} onChange={onChange} choices={order.map((value) => ({ value, label: <Label kind={value} /> }))} />
    </div>
  )
}

const next = (kind: SearchedKind, by: 1 | -1): SearchedKind => order.at((order.indexOf(kind) + by) % order.length) ?? kind

const Label = ({ kind }: { kind: SearchedKind }) => (
  <span className="flex items-center gap-1.5 whitespace-nowrap">
    {kind === 'all' ? <Layers aria-hidden className="size-4.5" /> : <KindMark kind={kind} />}
    {kind === 'all' ? words.allKinds : kindTitle(kind)}
  </span>
)
