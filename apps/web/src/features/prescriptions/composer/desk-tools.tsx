import { ItemDraft } from '@noskhe/shared/prescriptions/item'
import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import { Redo2, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { formatAmount } from '../../../i18n/format.ts'
import { IconButton } from '../../../ui/icon-button.tsx'
import { useShortcut } from '../../../ui/use-shortcut.tsx'
import { MemoryButtons } from '../../favourites/index.ts'
import { deskWords as words } from './desk-words.ts'
import { takenItem } from './taken-item.ts'
import type { DraftInHand } from './use-draft.ts'

interface DeskToolsProps {
  it: Prescription
  inHand: DraftInHand
  name: string
  /** Where the focus goes after a deed. */
  toSearch: () => void
}

/** What works on the draft as a whole: what was written before, and steps taken back or done again. */
export function DeskTools({ it, inHand, name, toSearch }: DeskToolsProps) {
  const [said, setSaid] = useState('')
  const { draft, dispatch, undo, redo } = inHand
  useShortcut('Mod+KeyZ', words.undo, () => undo?.(), { enabled: undo !== null, yieldsToText: true })
  useShortcut('Mod+Shift+KeyZ', words.redo, () => redo?.(), { enabled: redo !== null, yieldsToText: true })
  return (
    <div role="group" aria-label={words.tools} className="flex flex-wrap items-center gap-x-1 gap-y-2">
      <MemoryButtons
        id={it.id}
        diagnosisCode={it.diagnosis?.code ?? null}
        patientName={name}
        draft={draft.items.map((item) => ItemDraft.parse(item))}
        onTake={(items) => {
          dispatch({ do: 'add-all', items: items.map(takenItem) })
          setSaid(words.taken(formatAmount(items.length)))
          toSearch()
        }}
      />
      <span className="ms-auto flex">
        <IconButton size="small" icon={Undo2} label={words.undo} shortcut="Mod+KeyZ" disabled={undo === null} onPress={undo ?? undefined} />
        <IconButton size="small" icon={Redo2} label={words.redo} shortcut="Mod+Shift+KeyZ" disabled={redo === null} onPress={redo ?? undefined} />
      </span>
      <p role="status" className="sr-only">
        {said}
      </p>
    </div>
  )
}
