import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import { Signature, Trash2, X } from 'lucide-react'
import { formatCount } from '../../../i18n/format.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { Latin } from '../../../ui/latin.tsx'
import { Money } from '../../../ui/money.tsx'
import { ShareBar } from '../../../ui/share-bar.tsx'
import { TextArea } from '../../../ui/text-field.tsx'
import { CodeSearch } from '../../terminology/index.ts'
import type { Change, Draft } from './draft.ts'
import type { KeepState } from './draft-keeper.ts'
import { ConfirmationLine } from '../rule-words.tsx'
import { words as ofRegistered } from '../words.ts'
import { keepLook, words } from './words.ts'

interface SummaryProps {
  it: Prescription
  draft: Draft
  state: KeepState
  isReviewing: boolean
  dispatch: (change: Change) => void
  onReview: () => void
  onDiscard: () => void
}

/** The prescription as a whole: what it costs whom, diagnosis, a note to the patient, how it is kept, and the one way on. */
export function Summary({ it, draft, state, isReviewing, dispatch, onReview, onDiscard }: SummaryProps) {
  const count = draft.items.length
  return (
    <Card title={words.prescription} aside={count > 0 && <span className="text-quiet">{formatCount(count, 'قلم')}</span>}>
      <div className="flex flex-col gap-4">
        {count > 0 && <Total it={it} />}
        <Diagnosis draft={draft} dispatch={dispatch} />
        <TextArea label={words.noteToPatient} optional maxLength={1000} value={draft.noteToPatient} onChange={(text) => dispatch({ do: 'note', text })} />
        <Button kind="primary" size="large" wide icon={Signature} shortcut="Mod+Enter" pending={isReviewing} disabled={count === 0} onPress={onReview}>
          {words.review}
        </Button>
        <div className="flex flex-wrap items-center justify-between gap-2">
          <Kept state={state} />
          <Button kind="bare" size="small" icon={Trash2} className="-me-2 text-quiet" onPress={onDiscard}>
            {it.amending ? ofRegistered.leaveChange : words.discard}
          </Button>
        </div>
      </div>
    </Card>
  )
}

function Kept({ state }: { state: KeepState }) {
  const { word, icon: Icon, look } = keepLook[state]
  return (
    <p role="status" className={`flex items-start gap-1.5 text-sm ${look}`}>
      <Icon aria-hidden className="mt-1 size-4 shrink-0" />
      {word}
    </p>
  )
}

/** The place of the sum is kept while the insurer is asked, so that nothing jumps when it answers. */
function Total({ it }: { it: Prescription }) {
  return (
    <div className="flex min-h-24 flex-col gap-2">
      <p className="flex items-baseline justify-between gap-4">
        <span className="text-quiet">{words.total}</span>
        <Money amount={it.totals?.total} className="text-lg font-semibold" />
      </p>
      {it.totals ? (
        <ShareBar insurerShare={it.totals.insurerShare} patientShare={it.totals.patientShare} />
      ) : (
        <p className="text-sm text-quiet">{words.totalUnknown}</p>
      )}
      {it.ruleConfirmation && (
        <p className="text-xs text-quiet">
          <ConfirmationLine it={it.ruleConfirmation} />
        </p>
      )}
    </div>
  )
}

function Diagnosis({ draft, dispatch }: Pick<SummaryProps, 'draft' | 'dispatch'>) {
  if (draft.diagnosis === null) {
    return (
      <CodeSearch
        kind="icd10"
        label={words.diagnosis}
        optional
        placeholder={words.diagnosisHint}
        onPick={(code) => dispatch({ do: 'diagnose', diagnosis: { code: code.code, title: code.nameFa } })}
      />
    )
  }
  return (
    <div className="flex items-start justify-between gap-2">
      <div className="min-w-0">
        <p className="text-sm font-medium">{words.diagnosis}</p>
        <p>
          {draft.diagnosis.title} <Latin className="text-sm text-quiet">{draft.diagnosis.code}</Latin>
        </p>
      </div>
      <IconButton icon={X} size="small" label={words.removeDiagnosis} onPress={() => dispatch({ do: 'diagnose', diagnosis: null })} />
    </div>
  )
}
