import type { Typed } from '@noskhe/shared/endpoint'
import type { openEncounter } from '@noskhe/shared/patients/contract'
import type { Encounter } from '@noskhe/shared/patients/eligibility'
import { FilePenLine, RotateCw } from 'lucide-react'
import { type FormEvent, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { sayProblem } from '../../i18n/problem-message.ts'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useOpenDraft } from '../prescriptions/index.ts'
import { EncounterCard } from './encounter-card.tsx'
import { PatientEntry } from './patient-entry.tsx'
import { useOpenEncounter } from './queries.ts'
import { SlowNotice } from './slow-notice.tsx'
import { words } from './words.ts'

type Question = Typed<typeof openEncounter>

/** Where a prescription begins: one patient, asked of the eligibility service, and the way on that her answer leaves. */
export function PrescribePage() {
  const asking = useOpenEncounter()
  const asked = useRef<Question | null>(null)
  const ask = (question: Question) => {
    asked.current = question
    asking.mutate(question)
  }
  return (
    <div className="mx-auto flex w-full max-w-2xl flex-col gap-4">
      <PageHeader title={words.title}>{words.hint}</PageHeader>
      <PatientEntry isAsking={asking.isPending} onAsk={ask} />
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
      {asking.isSuccess && <Answer key={asking.data.id} it={asking.data} onAskAgain={() => asked.current && ask(asked.current)} />}
    </div>
  )
}

function Answer({ it, onAskAgain }: { it: Encounter; onAskAgain: () => void }) {
  const navigate = useNavigate()
  const opening = useOpenDraft()
  const open = (pays: 'insurer' | 'private', declaredName: { firstName: string; lastName: string } | null = null) =>
    opening.mutate({ encounterId: it.id, pays, declaredName }, { onSuccess: (draft) => void navigate(paths.prescription(draft.id)) })

  const isCovered = it.state === 'covered'
  const actions = (
    <>
      {isCovered && (
        <Button kind="primary" size="large" icon={FilePenLine} autoFocus pending={opening.isPending} onPress={() => open('insurer')}>
          {words.writeInsured}
        </Button>
      )}
      {(it.state === 'unanswered' || it.state === 'unknown') && (
        <Button size="large" icon={RotateCw} kind={it.state === 'unanswered' ? 'primary' : 'quiet'} onPress={onAskAgain}>
          {words.askAgain}
        </Button>
      )}
      {it.person ? (
        <Button size="large" autoFocus={!isCovered} pending={!isCovered && opening.isPending} onPress={() => open('private')}>
          {words.writePrivate}
        </Button>
      ) : (
        <DeclaredName isOpening={opening.isPending} onDeclare={(name) => open('private', name)} />
      )}
    </>
  )
  return (
    <>
      <EncounterCard it={it} actions={actions} />
      {opening.isError && (
        <Notice tone="refusal" announce="alert">
          {sayProblem(opening.error)}
        </Notice>
      )}
    </>
  )
}

/** No registry gave a name, so the doctor does: a private prescription only, and marked as declared. */
function DeclaredName({ isOpening, onDeclare }: { isOpening: boolean; onDeclare: (name: { firstName: string; lastName: string }) => void }) {
  const [name, setName] = useState({ firstName: '', lastName: '' })
  const [hasTried, setTried] = useState(false)
  const faultOf = (part: keyof typeof name) => (hasTried && name[part].trim() === '' ? words.faults[part] : undefined)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (name.firstName.trim() && name.lastName.trim()) onDeclare(name)
  }
  return (
    <form noValidate onSubmit={submit} aria-label={words.declared} className="flex w-full flex-wrap items-start gap-3 border-t border-line pt-4">
      <TextField className="min-w-40 flex-1" label={words.firstName} value={name.firstName} error={faultOf('firstName')} onChange={(firstName) => setName({ ...name, firstName })} />
      <TextField className="min-w-40 flex-1" label={words.lastName} value={name.lastName} error={faultOf('lastName')} onChange={(lastName) => setName({ ...name, lastName })} />
      <div className="pt-6.5">
        <Button type="submit" pending={isOpening}>
          {words.writePrivate}
        </Button>
      </div>
    </form>
  )
}
