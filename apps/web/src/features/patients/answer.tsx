import { type EligibilityState, type Encounter, type InsurerCode, isEnded as isOver } from '@noskhe/shared/patients/eligibility'
import { FilePenLine, RotateCw, UserPlus } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { sayProblem } from '../../i18n/problem-message.ts'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useOpenDraft } from '../prescriptions/index.ts'
import { RecordButton } from '../record/index.ts'
import { VisitDeeds } from '../referrals/index.ts'
import { DeclaredName } from './declared-name.tsx'
import { EncounterCard } from './encounter-card.tsx'
import { GiveUp } from './give-up.tsx'
import { OpenDrafts } from './open-drafts.tsx'
import { useDeclareCoverage } from './queries.ts'
import { nameOf, words } from './words.ts'

/** What Enter does next, by the answer; where there is reason to stop and look, nothing is ready under the finger. */
const first: Record<EligibilityState, 'insured' | 'private' | 'again' | null> = {
  covered: 'insured',
  uninsured: 'private',
  expired: 'private',
  'not-connected': 'private',
  unanswered: 'again',
  unconfirmed: null,
  deceased: null,
  blocked: null,
  unknown: null,
}

/** Of whom no visit makes anybody the treating physician: the server refuses these too. */
const isNobodysPatient: readonly EligibilityState[] = ['deceased', 'blocked', 'unknown']

interface AnswerProps {
  it: Encounter
  onAskAgain: () => void
  /** The visit came to nothing. */
  onGivenUp: () => void
  /** It is over; the next patient. */
  onNext: () => void
}

/** The answer and the ways on that it leaves: an insured prescription where covered, a private one always. */
export function Answer({ it, onAskAgain, onGivenUp, onNext }: AnswerProps) {
  const navigate = useNavigate()
  const opening = useOpenDraft()
  const declaring = useDeclareCoverage()
  const [isEnded, setEnded] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    void place.current?.scrollIntoView?.({ block: 'nearest' })
  }, [])

  const open = (pays: 'insurer' | 'private', declaredName: { firstName: string; lastName: string } | null = null) =>
    opening.mutate({ encounterId: it.id, pays, declaredName }, { onSuccess: (draft) => void navigate(paths.prescription(draft.id)) })
  const reserve = (insurer: InsurerCode, name: { firstName: string; lastName: string }) => {
    if (insurer === 'private') return
    declaring.mutate({ id: it.id, insurer }, { onSuccess: () => open('insurer', name) })
  }
  const lookOf = (deed: 'insured' | 'private' | 'again') =>
    first[it.state] === deed ? ({ kind: 'primary', autoFocus: true } as const) : ({ kind: 'quiet' } as const)
  const isOpening = (pays: string) => opening.isPending && opening.variables.pays === pays

  // Nothing new is begun in a visit that is over.
  const actions = isEnded ? (
    <Button autoFocus kind="primary" size="large" icon={UserPlus} onPress={onNext}>
      {words.nextPatient}
    </Button>
  ) : (
    <>
      {it.state === 'covered' && (
        <Button {...lookOf('insured')} size="large" icon={FilePenLine} pending={isOpening('insurer')} onPress={() => open('insurer')}>
          {words.writeInsured}
        </Button>
      )}
      {(it.state === 'unanswered' || it.state === 'unknown') && (
        <Button {...lookOf('again')} size="large" icon={RotateCw} onPress={onAskAgain}>
          {words.askAgain}
        </Button>
      )}
      {it.person ? (
        <Button {...lookOf('private')} size="large" pending={isOpening('private')} onPress={() => open('private')}>
          {words.writePrivate}
        </Button>
      ) : (
        <DeclaredName
          opening={declaring.isPending || isOpening('insurer') ? (declaring.variables?.insurer ?? null) : isOpening('private') ? 'private' : null}
          reservedFor={it.reservedFor}
          onDeclare={(name) => open('private', name)}
          onReserve={reserve}
        />
      )}
      {!isNobodysPatient.includes(it.state) && <RecordButton encounterId={it.id} name={nameOf(it)} size="large" />}
      {it.hid && !isOver(it.hid) && <GiveUp it={it} onGivenUp={onGivenUp} />}
    </>
  )
  return (
    <div ref={place} className="flex scroll-mt-18 scroll-mb-24 flex-col gap-4">
      {!isNobodysPatient.includes(it.state) && <OpenDrafts encounterId={it.id} />}
      <EncounterCard it={it} actions={actions} onEnded={() => setEnded(true)} />
      {(it.state === 'covered' || it.state === 'unconfirmed') && it.person && <VisitDeeds encounterId={it.id} />}
      {(declaring.isError || opening.isError) && (
        <Notice tone="refusal" announce="alert">
          {sayProblem(declaring.error ?? opening.error)}
        </Notice>
      )}
    </div>
  )
}
