import type { Typed } from '@noskhe/shared/endpoint'
import type { openEncounter } from '@noskhe/shared/patients/contract'
import type { Encounter } from '@noskhe/shared/patients/eligibility'
import { useEffect, useRef, useState } from 'react'
import { sayProblem } from '../../i18n/problem-message.ts'
import { Notice } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { UnfinishedList } from '../prescriptions/index.ts'
import { WaitingReferrals } from '../referrals/index.ts'
import { Answer } from './answer.tsx'
import { PatientEntry } from './patient-entry.tsx'
import { useOpenEncounter } from './queries.ts'
import { SlowNotice } from './slow-notice.tsx'
import { nameOf, words } from './words.ts'

type Question = Typed<typeof openEncounter>

/** Where a prescription begins: one patient, asked of the eligibility service, and the way on that her answer leaves. */
export function PrescribePage() {
  const asking = useOpenEncounter()
  const asked = useRef<Question | null>(null)
  /** The newest visit that came to nothing; `isSaid` until somebody else is asked about. */
  const [givenUp, setGivenUp] = useState<{ id: string; name: string; isSaid: boolean } | null>(null)
  const ask = (question: Question) => {
    asked.current = question
    setGivenUp((last) => last && { ...last, isSaid: false })
    asking.mutate(question)
  }
  // What stands below must never be the answer for somebody else than the box names.
  const forget = () => {
    if (!asking.isPending && !asking.isIdle) asking.reset()
  }
  const entry = useRef<HTMLDivElement>(null)
  const emptied = givenUp?.id
  // Not by `autoFocus`: until the dialog that asked is quite gone, nothing outside of it takes the focus.
  useEffect(() => {
    if (emptied) entry.current?.querySelector<HTMLElement>('[name=value]')?.focus()
  }, [emptied])
  const leave = (it: Encounter) => {
    setGivenUp({ id: it.id, name: nameOf(it), isSaid: true })
    asking.reset()
  }
  return (
    <div className="mx-auto w-full max-w-2xl">
      <PageHeader title={words.title}>{words.hint}</PageHeader>
      <div className="flex flex-col gap-4">
        <div ref={entry}>
          {/* After a visit that came to nothing the box begins anew. */}
          <PatientEntry key={emptied} isAsking={asking.isPending} isAnswered={asking.isSuccess} onAsk={ask} onTyped={forget} />
        </div>
        {asking.isPending && (
          <>
            <SlowNotice />
            <Skeleton lines={5} />
          </>
        )}
        {asking.isError && (
          <Notice tone="refusal" announce="alert">
            {sayProblem(asking.error)}
          </Notice>
        )}
        {asking.isSuccess && (
          <Answer key={asking.data.id} it={asking.data} onAskAgain={() => asked.current && ask(asked.current)} onGivenUp={() => leave(asking.data)} />
        )}
        {givenUp?.isSaid && (
          <Notice tone="neutral" announce="status">
            {words.givenUp(givenUp.name)}
          </Notice>
        )}
        {asking.isIdle && <WaitingReferrals />}
        {asking.isIdle && searching.isIdle && <UnfinishedList />}
      </div>
    </div>
  )
}
