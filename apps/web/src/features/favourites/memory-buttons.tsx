import type { ItemDraft, WrittenItem } from '@noskhe/shared/prescriptions/item'
import { History, LibraryBig } from 'lucide-react'
import { Suspense, lazy, useEffect, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { useShortcut } from '../../ui/use-shortcut.tsx'
import { useRecall } from './queries.ts'
import { askedToRepeat, forgetRepeating } from './to-repeat.ts'
import { words } from './words.ts'

// Fetched when they are opened: most prescriptions are written without them.
const RepeatDialog = lazy(() => import('./repeat-dialog.tsx'))
const SetsDialog = lazy(() => import('./sets-dialog.tsx'))

interface MemoryButtonsProps {
  id: string
  diagnosisCode: string | null
  patientName: string
  draft: readonly ItemDraft[]
  /** Chosen items, to be written into the draft under keys of its own. */
  onTake: (items: WrittenItem[]) => void
}

/** The ways to what was written before: the patient's earlier prescriptions, and the named sets. */
export function MemoryButtons({ id, diagnosisCode, patientName, draft, onTake }: MemoryButtonsProps) {
  const [repeated] = useState(askedToRepeat)
  useEffect(() => forgetRepeating(), [])
  const recalled = useRecall({ id, diagnosisCode, repeated })
  const [opened, setOpen] = useState<'repeat' | 'sets' | 'none' | null>(null)
  // What she asked to repeat opens by itself, unless she went on with somebody else.
  const isRepeating = repeated !== null && recalled.data?.earlier.some((it) => it.id === repeated) === true
  const open = opened ?? (isRepeating ? 'repeat' : 'none')
  // Ctrl and R stays the browser's reload.
  useShortcut('Alt+KeyR', words.repeat, () => setOpen('repeat'))
  useShortcut('Alt+KeyM', words.sets, () => setOpen('sets'))
  const close = () => setOpen('none')
  const take = (items: WrittenItem[]) => {
    close()
    onTake(items)
  }
  return (
    <>
      <Button kind="bare" size="small" icon={History} shortcut="Alt+KeyR" onPress={() => setOpen('repeat')}>
        {words.repeat}
      </Button>
      <Button kind="bare" size="small" icon={LibraryBig} shortcut="Alt+KeyM" onPress={() => setOpen('sets')}>
        {words.sets}
      </Button>
      <Suspense fallback={null}>
        {open === 'repeat' && <RepeatDialog recalled={recalled} patientName={patientName} first={repeated} onTake={take} onClose={close} />}
        {open === 'sets' && <SetsDialog draft={draft} onTake={take} onClose={close} />}
      </Suspense>
    </>
  )
}
