import type { Encounter } from '@noskhe/shared/patients/eligibility'
import type { PatientQuery } from '@noskhe/shared/patients/search'
import { useEffect, useRef, useState } from 'react'
import { sayProblem } from '../../i18n/problem-message.ts'
import { Notice } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { UnfinishedList } from '../prescriptions/index.ts'
import { WaitingReferrals } from '../referrals/index.ts'
import { Answer } from './answer.tsx'
import { FoundPatients } from './found-patients.tsx'
import { PatientEntry } from './patient-entry.tsx'
import { type Question, useOpenEncounter, useSearchPatients } from './queries.ts'
import { SlowNotice } from './slow-notice.tsx'
import { nameOf, words } from './words.ts'

/** Where a prescription begins: one patient, asked of the eligibility service, and the way on that her answer leaves. */
export function PrescribePage() {
  const asking = useOpenEncounter()
  const searching = useSearchPatients()
  const asked = useRef<Question | null>(null)
  /** The newest visit that came to nothing; `isSaid` until somebody else is asked about. */
  const [givenUp, setGivenUp] = useState<{ name: string; isSaid: boolean } | null>(null)
  const ask = (question: Question) => {
    asked.current = question
    setGivenUp((last) => last && { ...last, isSaid: false })
    searching.reset()
    asking.mutate(question)
  }
  // What stands below must never be the answer for somebody else than the box names.
  const forget = () => {
    if (!asking.isPending && !asking.isIdle) asking.reset()
    if (!searching.isIdle) searching.reset()
  }
  const search = (query: PatientQuery) => {
    setGivenUp((last) => last && { ...last, isSaid: false })
    asking.reset()
    searching.mutate({ query })
  }
  /** How often the box has begun anew: after a visit that came to nothing or is over. */
  const [begun, setBegun] = useState(0)
  const entry = useRef<HTMLDivElement>(null)
  // Not by `autoFocus`: until the dialog that asked is quite gone, nothing outside of it takes the focus.
  const toBox = () => entry.current?.querySelector<HTMLElement>('[name=value]')?.focus()
  useEffect(() => {
    if (begun > 0) toBox()
  }, [begun])
  const next = () => {
    setBegun((count) => count + 1)
    asking.reset()
  }
  const leave = (it: Encounter) => {
    setGivenUp({ name: nameOf(it), isSaid: true })
    next()
  }
  return (
    <div className="mx-auto w-full max-w-2xl">
      <PageHeader title={words.title}>{words.hint}</PageHeader>
      <div className="flex flex-col gap-4">
        <div ref={entry}>
          <PatientEntry
            key={begun}
            isAsking={asking.isPending || searching.isPending}
            isAnswered={asking.isSuccess || searching.isSuccess}
            onAsk={ask}
            onSearch={search}
            onTyped={forget}
          />
        </div>
        {searching.isPending && <Skeleton lines={4} />}
        {searching.isSuccess && <FoundPatients found={searching.data} isOpening={asking.isPending} onOpen={(id) => ask({ id })} onLeave={toBox} />}
        {asking.isPending && (
          <>
            <SlowNotice />
            <Skeleton lines={5} />
          </>
        )}
        {(asking.isError || searching.isError) && (
          <Notice tone="refusal" announce="alert">
            {sayProblem(asking.error ?? searching.error)}
          </Notice>
        )}
        {asking.isSuccess && (
          <Answer key={asking.data.id} it={asking.data} onAskAgain={() => asked.current && ask(asked.current)} onGivenUp={() => leave(asking.data)} onNext={next} />
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
