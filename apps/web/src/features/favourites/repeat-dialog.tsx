import type { EarlierPrescription } from '@noskhe/shared/favourites/favourite'
import type { WrittenItem } from '@noskhe/shared/prescriptions/item'
import { History } from 'lucide-react'
import { useState } from 'react'
import { formatCount, formatJalali } from '../../i18n/format.ts'
import { sayProblem } from '../../i18n/problem-message.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { EmptyState, ErrorState } from '../../ui/states.tsx'
import { ChooseItems } from './choose-items.tsx'
import type { useRecall } from './queries.ts'
import { words } from './words.ts'

interface RepeatDialogProps {
  recalled: ReturnType<typeof useRecall>
  patientName: string
  /** The prescription to begin with; the last where it is not among her earlier ones for this patient. */
  first: string | null
  onTake: (items: WrittenItem[]) => void
  onClose: () => void
}

/** The patient's earlier prescriptions by this doctor: the last one ticked whole, to be taken with one Enter or in part. */
export default function RepeatDialog({ recalled, patientName, first, onTake, onClose }: RepeatDialogProps) {
  return (
    <Dialog isOpen onClose={onClose} title={words.repeatTitle(patientName)}>
      {recalled.isPending ? (
        <Skeleton lines={4} />
      ) : recalled.isError ? (
        <ErrorState retrying={recalled.isFetching} onRetry={() => void recalled.refetch()}>
          {sayProblem(recalled.error)}
        </ErrorState>
      ) : (
        <Earlier earlier={recalled.data.earlier} first={first} onTake={onTake} />
      )}
    </Dialog>
  )
}

function Earlier({ earlier, first, onTake }: { earlier: readonly EarlierPrescription[] } & Pick<RepeatDialogProps, 'first' | 'onTake'>) {
  const [chosenId, choose] = useState(first)
  const chosen = earlier.find((it) => it.id === chosenId) ?? earlier[0]
  if (!chosen) {
    return (
      <EmptyState icon={History} title={words.noEarlier}>
        {words.noEarlierHint}
      </EmptyState>
    )
  }
  return (
    <>
      {earlier.length > 1 && (
        <RadioGroup label={words.earlierOf} as="segmented" value={chosen.id} onChange={choose} choices={earlier.map((it) => ({ value: it.id, label: labelOf(it) }))} />
      )}
      <p className="text-sm text-quiet">{words.repeatHint}</p>
      <ChooseItems key={chosen.id} items={chosen.items} isWhole onTake={onTake} />
    </>
  )
}

const labelOf = ({ writtenAt, items }: EarlierPrescription) => `${formatJalali(writtenAt)} · ${formatCount(items.length, 'قلم')}`
