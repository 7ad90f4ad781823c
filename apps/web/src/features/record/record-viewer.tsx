import { type PatientRecord, Purpose, type RecordEntry, purposeTitle } from '@noskhe/shared/record/record'
import { FolderOpen } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { sayProblem } from '../../i18n/problem-message.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { EmptyState, ErrorState } from '../../ui/states.tsx'
import { useReadRecord } from './queries.ts'
import { RecordTimeline } from './record-timeline.tsx'
import { words } from './words.ts'

const choices = Purpose.options.map((value) => ({ value, label: purposeTitle[value] }))

/** Asks why first: nothing is read before a purpose is said. Then what the health record keeps, or why it shows nothing. */
export function RecordViewer({ encounterId, onRead }: { encounterId: string; onRead?: ((entries: readonly RecordEntry[]) => void) | undefined }) {
  const [purpose, setPurpose] = useState<Purpose | null>(null)
  const reading = useReadRecord()
  const read = () =>
    purpose && reading.mutate({ encounterId, purpose }, { onSuccess: ({ state, entries }) => state === 'answered' && onRead?.(entries) })
  if (reading.isSuccess) {
    return (
      <Focused>
        <Answer it={reading.data} onAskAgain={read} />
      </Focused>
    )
  }
  return (
    <form
      className="flex flex-col items-start gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (!reading.isPending) read()
      }}
    >
      <RadioGroup label={words.why} hint={words.whyHint} choices={choices} value={purpose} onChange={setPurpose} />
      <Button type="submit" kind="primary" disabled={purpose === null} pending={reading.isPending}>
        {words.read}
      </Button>
      {reading.isPending && <Skeleton lines={4} className="w-full" />}
      {reading.isError && (
        <Notice tone="refusal" announce="alert" className="w-full">
          {sayProblem(reading.error)}
        </Notice>
      )}
    </form>
  )
}

/** Takes the focus, which the pressed button takes away with it. */
function Focused({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus(), [])
  return (
    <div ref={place} tabIndex={-1} data-quiet-focus="">
      {children}
    </div>
  )
}

interface AnswerProps {
  it: PatientRecord
  onAskAgain: () => void
}

function Answer({ it, onAskAgain }: AnswerProps) {
  if (it.state === 'unanswered') {
    return (
      <ErrorState title={words.silentTitle} onRetry={onAskAgain}>
        {words.silentBody}
      </ErrorState>
    )
  }
  if (it.state === 'refused') {
    return (
      <Notice tone="refusal" title={words.refusedTitle} announce="alert">
        {it.reason}
      </Notice>
    )
  }
  if (it.entries.length === 0) {
    return (
      <EmptyState icon={FolderOpen} title={words.emptyTitle}>
        {words.emptyBody}
      </EmptyState>
    )
  }
  return <RecordTimeline entries={it.entries} />
}
