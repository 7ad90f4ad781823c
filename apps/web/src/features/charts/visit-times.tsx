import type { Encounter } from '@noskhe/shared/patients/eligibility'
import { DoorClosed } from 'lucide-react'
import { sayProblem } from '../../i18n/problem-message.ts'
import { Button } from '../../ui/button.tsx'
import { JalaliDate } from '../../ui/jalali-date.tsx'
import { useEndEncounter, useVisit } from './queries.ts'
import { words } from './words.ts'

type Times = Pick<Encounter, 'id' | 'openedAt' | 'endedAt' | 'endedBy'>

/** When the service of a visit began and ended, to the second (A23), and the button that ends it. */
export function VisitTimes({ it, onEnded }: { it: Times; onEnded?: (ended: Encounter) => void }) {
  const ending = useEndEncounter()
  const { openedAt, endedAt, endedBy } = ending.data ?? it
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <p role="status" className="text-sm text-quiet">
        {words.visitBegan} <JalaliDate at={openedAt} as="second" />
        {endedAt && (
          <>
            {' · '}
            {endedBy === 'time' ? words.visitRanOut : words.visitEnded} <JalaliDate at={endedAt} as="second" />
          </>
        )}
      </p>
      {!endedAt && (
        <Button icon={DoorClosed} pending={ending.isPending} onPress={() => ending.mutate(it.id, { onSuccess: (ended) => onEnded?.(ended) })}>
          {words.endVisit}
        </Button>
      )}
      {ending.isError && (
        <p role="alert" className="w-full text-sm text-refusal">
          {sayProblem(ending.error)}
        </p>
      )}
    </div>
  )
}

/** The same of the visit that a prescription was written in; nothing until it is known. */
export function VisitOfPrescription({ encounterId }: { encounterId: string }) {
  const visit = useVisit(encounterId)
  return visit.data ? <VisitTimes it={visit.data} /> : null
}
