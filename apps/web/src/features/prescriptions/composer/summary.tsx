import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import { Signature, Trash2, X } from 'lucide-react'
import { formatCount } from '../../../i18n/format.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { Money } from '../../../ui/money.tsx'
import { ShareBar } from '../../../ui/share-bar.tsx'
import { TextArea } from '../../../ui/text-field.tsx'
import { CodeSearch } from '../../terminology/index.ts'
import type { Change, Draft } from './draft.ts'
import { words } from './words.ts'

interface SummaryProps {
  it: Prescription
  draft: Draft
  isReviewing: boolean
  dispatch: (change: Change) => void
  onReview: () => void
  onDiscard: () => void
}

/** The prescription as a whole: what it costs whom, diagnosis, a note to the patient, and the one way on. */
export function Summary({ it, draft, isReviewing, dispatch, onReview, onDiscard }: SummaryProps) {
  return (
    <Card title={words.prescription} aside={<span className="text-quiet">{formatCount(draft.items.length, 'قلم')}</span>}>
      <div className="flex flex-col gap-4">
        {it.totals && draft.items.length > 0 ? (
          <div className="flex flex-col gap-2">
            <p className="flex items-baseline justify-between gap-4">
              <span className="text-quiet">جمع</span>
              <Money amount={it.totals.total} className="text-lg font-semibold" />
            </p>
            <ShareBar insurerShare={it.totals.insurerShare} patientShare={it.totals.patientShare} />
          </div>
        ) : (
          draft.items.length > 0 && <p className="text-sm text-quiet">{words.totalUnknown}</p>
        )}
        <Diagnosis draft={draft} dispatch={dispatch} />
        <TextArea
          label={words.noteToPatient}
          optional
          maxLength={1000}
          value={draft.noteToPatient}
          onChange={(text) => dispatch({ do: 'note', text })}
        />
        <Button kind="primary" size="large" wide icon={Signature} shortcut="Mod+Enter" pending={isReviewing} disabled={draft.items.length === 0} onPress={onReview}>
          {words.review}
        </Button>
        <Button kind="bare" size="small" icon={Trash2} onPress={onDiscard}>
          {words.discard}
        </Button>
      </div>
    </Card>
  )
}

function Diagnosis({ draft, dispatch }: Pick<SummaryProps, 'draft' | 'dispatch'>) {
  if (draft.diagnosis === null) {
    return (
      <CodeSearch
        kind="icd10"
        label={words.diagnosis}
        placeholder={words.diagnosisHint}
        onPick={(code) => dispatch({ do: 'diagnose', diagnosis: { code: code.code, title: code.nameFa } })}
      />
    )
  }
  return (
    <div className="flex items-center justify-between gap-2">
      <p className="min-w-0">
        <span className="block text-sm font-medium">{words.diagnosis}</span>
        {draft.diagnosis.title} <bdi dir="ltr" className="text-sm text-quiet">{draft.diagnosis.code}</bdi>
      </p>
      <IconButton icon={X} label={words.removeDiagnosis} onPress={() => dispatch({ do: 'diagnose', diagnosis: null })} />
    </div>
  )
}
