import { Failure } from '@noskhe/shared/failure'
import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import { sayProblem } from '../../../i18n/problem-message.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Difference } from './difference.tsx'
import type { DraftInHand } from './use-draft.ts'
import { words } from './words.ts'

/** What the doctor must know about the draft as a whole: the insurer's refusal, a conflict, what came back, what cannot be done. */
export function Standing({ it, inHand }: { it: Prescription; inHand: DraftInHand }) {
  const { state, problem, isRestored } = inHand
  return (
    <>
      {it.amending && <Difference it={it} amending={it.amending} />}
      {it.refusal && (
        <Notice tone="refusal" title={words.refused}>
          <p>{`«${it.refusal}»`}</p>
          <p className="text-sm text-quiet">{words.refusedHint}</p>
        </Notice>
      )}
      {isRestored && state !== 'conflict' && (
        <Notice tone="information" announce="status" title={words.restoredTitle}>
          {words.restoredBody}
        </Notice>
      )}
      {state === 'conflict' && <Conflict inHand={inHand} />}
      {state === 'refused' && (
        <Notice tone="refusal" announce="alert" title={words.notTaken}>
          {sayProblem(problem.saving)}
        </Notice>
      )}
      {problem.checking instanceof Failure && problem.checking.status < 500 && (
        <Notice tone="unknown" announce="status" title={words.notAsked}>
          {sayProblem(problem.checking)}
        </Notice>
      )}
    </>
  )
}

function Conflict({ inHand: { keepMine, takeTheirs, problem } }: { inHand: DraftInHand }) {
  const actions = (
    <>
      <Button onPress={() => void keepMine()}>{words.keepMine}</Button>
      <Button onPress={() => void takeTheirs()}>{words.takeTheirs}</Button>
    </>
  )
  return (
    <Notice tone="warning" announce="alert" title={words.conflictTitle} actions={actions}>
      {words.conflictBody}
      {Boolean(problem.saving) && <p>{sayProblem(problem.saving)}</p>}
    </Notice>
  )
}
