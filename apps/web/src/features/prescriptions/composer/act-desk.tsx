import { insurerTitle } from '@noskhe/shared/patients/eligibility'
import { type Act, takesItems } from '@noskhe/shared/prescriptions/act'
import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import { ArrowRight, Pill, Signature } from 'lucide-react'
import { lazy, Suspense, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { sayProblem } from '../../../i18n/problem-message.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { useShortcut } from '../../../ui/use-shortcut.tsx'
import { actLook, actWords } from '../act-words.ts'
import { ItemName } from '../item-name.tsx'
import { useDiscardDraft } from '../queries.ts'
import { ReceivedReferralView } from '../received-referral.tsx'
import { faultsOf, useAct } from './act-draft.ts'
import { ActFields } from './act-fields.tsx'

const Composer = lazy(async () => ({ default: (await import('./composer.tsx')).Composer }))

/** A draft whose content is one act; where medicines may be written under it, the composer is one press away and back. */
export function ActDesk({ it, act }: { it: Prescription; act: Act }) {
  const [isWritingItems, setWritingItems] = useState(false)
  if (!isWritingItems) return <ActForm it={it} act={act} onWriteItems={() => setWritingItems(true)} />
  return (
    <div className="flex flex-col gap-4">
      <Notice
        tone="information"
        actions={
          <Button icon={ArrowRight} onPress={() => setWritingItems(false)}>
            {actWords.backToAct}
          </Button>
        }
      >
        {actWords.underReferral}
      </Notice>
      <Suspense fallback={<Skeleton lines={10} />}>
        <Composer key={it.id} it={it} />
      </Suspense>
    </div>
  )
}

function ActForm({ it, act, onWriteItems }: { it: Prescription; act: Act; onWriteItems: () => void }) {
  const navigate = useNavigate()
  const { written, set, save, isSaving, problem } = useAct(it, act)
  const [hasTried, setTried] = useState(false)
  const form = useRef<HTMLDivElement>(null)
  const faults = faultsOf(act, written)

  const review = async () => {
    setTried(true)
    const { answers, ...fields } = faults
    const [first] = Object.keys(fields)
    if (first) form.current?.querySelector<HTMLElement>(`[name=${first}]`)?.focus()
    if (first || Object.keys(answers).length > 0) return
    await save()
    void navigate(paths.review(it.id))
  }
  // What could not be kept is said below; nothing goes on from here.
  const goOn = (deed: () => Promise<void>) => void deed().catch(() => undefined)
  const start = () => goOn(review)
  useShortcut('Mod+Enter', actWords.review, start)
  const { firstName, lastName } = it.patient.person

  return (
    <div className="mx-auto w-full max-w-2xl">
      <PageHeader title={actLook[act.kind].title}>{`${firstName} ${lastName} · ${insurerTitle[it.insurer]}`}</PageHeader>
      <div className="flex flex-col gap-4">
        {it.refusal && (
          <Notice tone="refusal" title={actWords.refused}>
            {it.refusal}
          </Notice>
        )}
        {act.kind === 'feedback' && (
          <Card title={actWords.received}>
            <ReceivedReferralView it={act.referral} />
          </Card>
        )}
        <Card>
          {/* Left for another field or page, it is kept. */}
          <div ref={form} className="flex flex-col gap-4" onBlur={() => goOn(async () => void (await save()))}>
            <ActFields act={act} written={written} faults={hasTried ? faults : { answers: {} }} set={set} />
          </div>
        </Card>
        {takesItems(act) && <ItemsHere it={it} onWrite={() => goOn(async () => void (await save(), onWriteItems()))} />}
        {problem && (
          <Notice tone="refusal" title={actWords.notKept} announce="alert">
            {sayProblem(problem)}
          </Notice>
        )}
        <div className="flex flex-wrap items-center gap-3">
          <Button kind="primary" size="large" icon={Signature} shortcut="Mod+Enter" pending={isSaving && hasTried} onPress={start}>
            {actWords.review}
          </Button>
          <Discard it={it} save={save} />
        </div>
      </div>
    </div>
  )
}

/** What was written under the same visit, and the way to write more. */
const ItemsHere = ({ it: { items }, onWrite }: { it: Prescription; onWrite: () => void }) => (
  <Card title={items.length > 0 ? actWords.itemsHere : undefined}>
    <div className="flex flex-col items-start gap-3">
      {items.length > 0 && (
        <ul className="flex flex-col gap-1.5">
          {items.map(({ key, name }) => (
            <li key={key}>
              <ItemName name={name} />
            </li>
          ))}
        </ul>
      )}
      <Button icon={Pill} onPress={onWrite}>
        {items.length > 0 ? actWords.moreItems : actWords.writeItems}
      </Button>
    </div>
  </Card>
)

function Discard({ it, save }: { it: Prescription; save: () => Promise<Prescription> }) {
  const navigate = useNavigate()
  const discard = useDiscardDraft()
  const leave = async () => {
    const { id, revision } = await save().catch(() => it)
    await discard.mutateAsync({ id, revision })
    void navigate(paths.compose)
  }
  return (
    <>
      <Button pending={discard.isPending} onPress={() => void leave().catch(() => undefined)}>
        {actWords.discard}
      </Button>
      {discard.isError && (
        <Notice tone="refusal" announce="alert">
          {sayProblem(discard.error)}
        </Notice>
      )}
    </>
  )
}
