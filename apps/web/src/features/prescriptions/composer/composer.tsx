import { ageInYears } from '@noskhe/shared/calendar'
import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import { useRef, useState } from 'react'
import { PageHeader } from '../../../ui/page-header.tsx'
import { PatientFactsCard, useRules } from '../../rules/index.ts'
import { usePrescription } from '../queries.ts'
import { insurerLines } from './answered.ts'
import type { ComposerDrug } from './draft.ts'
import { DeskTools } from './desk-tools.tsx'
import { FootBar } from './foot-bar.tsx'
import { OpenDrafts } from './open-drafts.tsx'
import { OtherTab } from './other-tab.tsx'
import { PatientPanel } from './patient-panel.tsx'
import { Standing } from './standing.tsx'
import { useDraft } from './use-draft.ts'
import { useReview } from './use-review.ts'
import { Whole } from './whole.tsx'
import { words } from './words.ts'
import { type Begun, Writing } from './writing.tsx'

/** The prescriber's desk: patient, the item being written and those written, the prescription as a whole. */
export function Composer({ it: first }: { it: Prescription }) {
  const inHand = useDraft(first)
  const it = usePrescription(first.id).data ?? first
  const { items: written } = inHand.draft
  const rules = useRules({
    id: it.id,
    revision: it.revision,
    itemKeys: written.map(({ key }) => key),
    lines: insurerLines(it, written),
    isUnsaved: inHand.state !== 'saved',
  })
  const review = useReview(it.id, inHand)
  const [begun, setBegun] = useState<Begun | null>(null)
  const toFinish = (item: ComposerDrug) => setBegun({ item, isNew: false })
  const patient = useRef<HTMLDivElement>(null)
  const items = useRef<HTMLDivElement>(null)
  const search = useRef<HTMLInputElement>(null)
  const name = `${it.patient.person.firstName} ${it.patient.person.lastName}`
  return (
    <div className="mx-auto flex w-full max-w-7xl flex-col gap-4">
      <PageHeader title={words.title(name)} hidden />
      <OpenDrafts id={it.id} itemCount={inHand.draft.items.length} isUnsaved={inHand.state !== 'saved'} />
      <Standing it={it} inHand={inHand} />
      <OtherTab id={it.id} revision={it.revision} inHand={inHand} />
      <div className="grid items-start gap-4 lg:grid-cols-[14rem_minmax(0,1fr)_19rem] xl:grid-cols-[15rem_minmax(0,1fr)_20rem]">
        <div ref={patient} tabIndex={-1} data-quiet-focus="" className="min-w-0 flex min-w-0 scroll-mt-18 flex-col gap-3 lg:sticky lg:top-20 lg:max-h-[calc(100dvh-6rem)] lg:overflow-y-auto">
          <PatientPanel it={it}>
            <PatientFactsCard id={it.id} canBePregnant={canBePregnant(it.patient)} />
          </PatientPanel>
        </div>
        <div ref={items} tabIndex={-1} data-quiet-focus="" className="flex min-w-0 scroll-mt-18 flex-col gap-3">
          <DeskTools it={it} inHand={inHand} name={name} toSearch={() => search.current?.focus()} />
          <Writing {...{ it, inHand, rules, search, begun, setBegun, toFinish }} />
        </div>
        <Whole {...{ it, inHand, name, review, rules, toFinish }} />
      </div>
      <FootBar count={inHand.draft.items.length} patient={patient} items={items} review={review} />
    </div>
  )
}

const YOUNGEST_PREGNANT = 10

/** Of whom it is worth asking. Where sex or age is not known, it is asked. */
const canBePregnant = ({ newbornBirthDate, person: { gender, birthDate } }: Prescription['patient']): boolean =>
  newbornBirthDate === null && gender !== 'male' && (birthDate === undefined || ageInYears(birthDate, Date.now()) >= YOUNGEST_PREGNANT)
