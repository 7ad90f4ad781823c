import type { Amending, Cancellation } from '@noskhe/shared/prescriptions/amending'
import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import { Signature } from 'lucide-react'
import { sayProblem } from '../../i18n/problem-message.ts'
import { paths } from '../../paths.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { ItemName } from './item-name.tsx'
import { countOf } from './kinds.ts'
import { useDiscardDraft } from './queries.ts'
import { cancelReasonWord, words } from './words.ts'

interface CancellingProps {
  it: Prescription
  amending: Amending
  cancellation: Cancellation
}

/** A registered prescription that she means to take back, and has not signed so yet. */
export function Cancelling({ it, amending, cancellation }: CancellingProps) {
  const leave = useDiscardDraft()
  const { firstName, lastName } = it.patient.person
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-4">
      <PageHeader title={words.prescriptionOf(`${firstName} ${lastName}`)} />
      <Notice
        tone="warning"
        title={words.cancellingTitle}
        actions={
          <>
            <LinkButton kind="primary" icon={Signature} to={paths.review(it.id)}>
              {words.signCancellation}
            </LinkButton>
            <Button pending={leave.isPending} onPress={() => leave.mutate({ id: it.id, revision: it.revision })}>
              {words.leaveCancel}
            </Button>
          </>
        }
      >
        <p>{words.cancellingBody}</p>
        <p>
          {`${words.cancelReason}: ${cancelReasonWord[cancellation.reason]}`}
          {cancellation.note && ` (${cancellation.note})`}
        </p>
      </Notice>
      {it.refusal && <Notice tone="refusal">{`«${it.refusal}»`}</Notice>}
      {leave.isError && (
        <Notice tone="refusal" announce="alert">
          {sayProblem(leave.error)}
        </Notice>
      )}
      <Card title={words.items} flush>
        <ol className="divide-y divide-line border-t border-line">
          {amending.items.map((item) => (
            <li key={item.key} className="flex flex-wrap items-start justify-between gap-x-4 px-4 py-3">
              <div className="min-w-0 flex-1 basis-60">
                <ItemName name={item.name} />
                <p className="text-sm empty:hidden">{item.readBack}</p>
              </div>
              <span className="text-sm whitespace-nowrap tabular-nums">{countOf(item.kind, item.quantity ?? 0)}</span>
            </li>
          ))}
        </ol>
      </Card>
    </div>
  )
}
