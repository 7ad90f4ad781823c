import type { RecordEntry } from '@noskhe/shared/record/record'
import { FolderClock } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { words } from './words.ts'

// Fetched when it is opened: most prescriptions are written without it.
const RecordViewer = lazy(async () => ({ default: (await import('./record-viewer.tsx')).RecordViewer }))

interface RecordButtonProps {
  /** The visit that makes her the treating physician. */
  encounterId: string
  /** Of the patient; empty where nobody told it. */
  name: string
  size?: 'normal' | 'large'
  /** What it told, for as long as the page that asked stands. */
  onRead?: (entries: readonly RecordEntry[]) => void
}

/** Opens the patient's health record over the page, which stays as it is (annex 1: the record viewer). */
export function RecordButton({ encounterId, name, size = 'normal', onRead }: RecordButtonProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button icon={FolderClock} size={size} onPress={() => setOpen(true)}>
        {words.open}
      </Button>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={words.title(name)} size="large">
        <Suspense fallback={<Skeleton lines={4} />}>
          <RecordViewer encounterId={encounterId} onRead={onRead} />
        </Suspense>
      </Dialog>
    </>
  )
}
