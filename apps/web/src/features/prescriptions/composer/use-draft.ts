import { Failure } from '@noskhe/shared/failure'
import { findPrescription } from '@noskhe/shared/prescriptions/contract'
import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useReducer, useRef, useState } from 'react'
import { call, queryOf } from '../../../api/call.ts'
import { dropDraft, keepDraft } from '../../../offline/draft-store.ts'
import { onBeforeSessionEnd } from '../../auth/index.ts'
import { keepPrescription, useCheckDraft, useSaveDraft } from '../queries.ts'
import { type Change, type Draft, contentOf, draftOf } from './draft.ts'
import { historyOf, step } from './draft-history.ts'
import { DraftKeeper, type KeepState } from './draft-keeper.ts'
import { useKeptOnDevice } from './use-kept-on-device.ts'

export interface DraftInHand {
  draft: Draft
  dispatch: (it: Change) => void
  /** Takes the last change back, or does it again; null where there is none. */
  undo: (() => void) | null
  redo: (() => void) | null
  state: KeepState
  /** Why it was not saved, or why the insurer could not be asked; null where there is nothing to say. */
  problem: { saving: unknown; checking: unknown }
  /** This device held what the server never got, and it is on the screen again. */
  isRestored: boolean
  isChecking: boolean
  /** The newest revision that the server told. */
  revision: () => number
  /** Sends what is unsent; true when the server has everything. */
  flush: () => Promise<boolean>
  checkAgain: () => Promise<void>
  /** Waits for the insurer's answer that is under way. */
  checked: () => Promise<void>
  keepMine: () => Promise<void>
  takeTheirs: () => Promise<void>
}

/** The draft of a prescription in this tab: what is written, and how it stands with the server. */
export function useDraft(it: Prescription): DraftInHand {
  const [history, dispatch] = useReducer(step, it, (first) => historyOf(draftOf(first)))
  const draft = history.now
  const { keeper, ...standing } = useKeeper(it, draft)
  const isRestored = useKeptOnDevice(it, (kept) => {
    keeper.resume(kept.revision)
    dispatch({ do: 'take', draft: kept.draft })
  })
  useFirstCheck(it, () => void keeper.checkAgain())
  useWarningBeforeLeaving(standing.state !== 'saved')

  return {
    ...standing,
    draft,
    dispatch,
    undo: history.past.length > 0 ? () => dispatch({ do: 'undo' }) : null,
    redo: history.future.length > 0 ? () => dispatch({ do: 'redo' }) : null,
    isRestored,
    revision: () => keeper.revision,
    flush: () => keeper.flush(),
    checkAgain: () => keeper.checkAgain(),
    checked: () => keeper.checked(),
    keepMine: () => standing.attempt(() => keeper.keepMine()),
    takeTheirs: () =>
      standing.attempt(async () => {
        const latest = await keeper.takeTheirs((newest) => contentOf(draftOf(newest)))
        dispatch({ do: 'take', draft: draftOf(latest) })
      }),
  }
}

function useKeeper({ id, ...it }: Prescription, draft: Draft) {
  const queries = useQueryClient()
  const { mutateAsync: save } = useSaveDraft()
  const { mutateAsync: check } = useCheckDraft()
  const [state, setState] = useState<KeepState>('saved')
  const [isChecking, setChecking] = useState(false)
  const [problem, setProblem] = useState<DraftInHand['problem']>({ saving: null, checking: null })
  const onScreen = useRef(draft)

  const [keeper] = useState(
    () =>
      new DraftKeeper(
        {
          save: (revision, content) => save({ id, revision, content }),
          check: (revision) => check({ id, revision }),
          latest: () => call(findPrescription, { id }),
          // Where the browser gives no storage, the server is the only place, and the state says so.
          keepOnDevice: (revision) => keepDraft(id, { revision, draft: onScreen.current }).catch(() => undefined),
          dropFromDevice: () => dropDraft(id).catch(() => undefined),
          onServer: (answer) => keepPrescription(queries, answer),
          onState: (next, saving = null) => {
            setState(next)
            setProblem((before) => ({ ...before, saving }))
            // Signed or thrown away elsewhere: the page shows what it has become.
            if (saving instanceof Failure && saving.code === 'prescription.wrong-status') {
              void queries.invalidateQueries({ queryKey: queryOf(findPrescription, { id }).queryKey })
            }
          },
          onChecking: (next, checking = null) => {
            setChecking(next)
            setProblem((before) => ({ ...before, checking }))
          },
        },
        { revision: it.revision, content: contentOf(draft) },
      ),
  )

  useEffect(() => {
    onScreen.current = draft
    keeper.update(contentOf(draft))
  }, [keeper, draft])
  useEffect(() => {
    keeper.open()
    const flush = () => void keeper.flush()
    const forget = onBeforeSessionEnd(() => keeper.flush())
    window.addEventListener('pagehide', flush)
    return () => {
      forget()
      window.removeEventListener('pagehide', flush)
      void keeper.flush()
      keeper.close()
    }
  }, [keeper])

  /** Does what the doctor chose; where the server is away, says so and leaves everything as it was. */
  const attempt = (deed: () => Promise<void>) => deed().catch((saving: unknown) => setProblem((before) => ({ ...before, saving })))
  return { keeper, state, isChecking, problem, attempt }
}

/** A draft that was left with unanswered items is put to the insurer when it is opened. */
function useFirstCheck(it: Prescription, onNeeded: () => void) {
  const hasAsked = useRef(false)
  const ask = useEffectEvent(() => {
    if (hasAsked.current) return
    hasAsked.current = true
    if (it.items.some((item) => item.check === null || item.check.outcome === 'not-checked')) onNeeded()
  })
  useEffect(() => ask(), [])
}

function useWarningBeforeLeaving(isNeeded: boolean) {
  useEffect(() => {
    if (!isNeeded) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [isNeeded])
}
