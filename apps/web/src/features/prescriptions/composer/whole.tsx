import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { sayProblem } from '../../../i18n/problem-message.ts'
import { paths } from '../../../paths.ts'
import { ConfirmDialog } from '../../../ui/dialog.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { type Rules, RulesStanding } from '../../rules/index.ts'
import { useDiscardDraft } from '../queries.ts'
import type { ComposerDrug } from './draft.ts'
import { dispatchChanges } from './suggested.ts'
import { Summary } from './summary.tsx'
import type { Review } from './use-review.ts'
import type { DraftInHand } from './use-draft.ts'
import { words as ofRegistered } from '../words.ts'
import { words } from './words.ts'

interface WholeProps {
  it: Prescription
  inHand: DraftInHand
  name: string
  review: Review
  rules: Rules
  toFinish: (item: ComposerDrug) => void
}

/** The summary, and what can be done with the prescription as a whole: review it, or throw it away. */
export function Whole({ it, inHand, name, review, rules, toFinish }: WholeProps) {
  const navigate = useNavigate()
  const discard = useDiscardDraft()
  const [isAsking, setAsking] = useState(false)

  const discardAll = async () => {
    await inHand.flush()
    discard.mutate(
      { id: it.id, revision: inHand.revision() },
      // Leaving a change leads back to the registered prescription, which is this same page.
      { onSettled: () => setAsking(false), onSuccess: () => void (it.amending ?? navigate(paths.compose)) },
    )
  }

  return (
    <div className="flex flex-col gap-3 lg:sticky lg:top-20">
      <Summary
        it={it}
        draft={inHand.draft}
        state={inHand.state}
        isReviewing={review.isUnderWay}
        dispatch={inHand.dispatch}
        onReview={review.start}
        onDiscard={() => setAsking(true)}
      />
      <RulesStanding rules={rules} onChanges={(changes) => dispatchChanges({ ...inHand, toFinish }, changes)} />
      {review.isNotKept && (
        <Notice tone="warning" announce="alert">
          {words.notFlushed}
        </Notice>
      )}
      {discard.isError && (
        <Notice tone="refusal" announce="alert">
          {sayProblem(discard.error)}
        </Notice>
      )}
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={it.amending ? ofRegistered.leaveChangeTitle(name) : words.discardTitle(name)}
        body={it.amending ? ofRegistered.leaveChangeBody : [words.discardBody, it.hid && words.discardHid].filter(Boolean).join(' ')}
        confirmLabel={it.amending ? ofRegistered.leaveChange : words.discard}
        pending={discard.isPending}
        onConfirm={() => void discardAll()}
      />
    </div>
  )
}
