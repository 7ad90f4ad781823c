import { DraftContent, type Prescription } from '@noskhe/shared/prescriptions/prescription'
import { findPrescription } from '@noskhe/shared/prescriptions/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useReducer, useRef, useState } from 'react'
import { call } from '../../../api/call.ts'
import { dropDraft, findKeptDraft, keepDraft } from '../../../offline/draft-store.ts'
import { keepPrescription, useCheckDraft, useSaveDraft } from '../queries.ts'
import { type Change, type ComposerItem, type Draft, change, contentOf, draftOf } from './draft.ts'
import { DraftKeeper, type KeepState } from './draft-keeper.ts'

export interface DraftInHand {
  draft: Draft
  dispatch: (it: Change) => void
  state: KeepState
  isChecking: boolean
  /** The newest revision that the server told. */
  revision: () => number
  /** Sends what is unsent; true when the server has everything. */
  flush: () => Promise<boolean>
  checkAgain: () => Promise<void>
  keepMine: () => Promise<void>
  takeTheirs: () => Promise<void>
}

/** The draft of a prescription in this tab: what is written, and how it stands with the server. */
export function useDraft(it: Prescription): DraftInHand {
  const queries = useQueryClient()
  const { mutateAsync: save } = useSaveDraft()
  const { mutateAsync: check } = useCheckDraft()
  const [draft, dispatch] = useReducer(change, it, draftOf)
  const [state, setState] = useState<KeepState>('saved')
  const [isChecking, setChecking] = useState(false)

  const id = it.id
  const [keeper] = useState(
    () =>
      new DraftKeeper(
        {
          save: (revision, content) => save({ id, revision, content }),
          check: (revision) => check({ id, revision }),
          latest: () => call(findPrescription, { id }),
          keepOnDevice: (content) => keepDraft(id, content),
          dropFromDevice: () => dropDraft(id),
          onServer: (answer) => keepPrescription(queries, answer),
          onState: setState,
          onChecking: setChecking,
        },
        { revision: it.revision, content: contentOf(draftOf(it)) },
      ),
  )

  useEffect(() => keeper.update(contentOf(draft)), [keeper, draft])
  useEffect(() => {
    keeper.open()
    const flush = () => void keeper.flush()
    window.addEventListener('pagehide', flush)
    return () => {
      window.removeEventListener('pagehide', flush)
      void keeper.flush()
      keeper.close()
    }
  }, [keeper])
  useKeptOnDevice(it, (kept) => dispatch({ do: 'take', draft: kept }))
  useFirstCheck(it, () => void keeper.checkAgain())

  return {
    draft,
    dispatch,
    state,
    isChecking,
    revision: () => keeper.revision,
    flush: () => keeper.flush(),
    checkAgain: () => keeper.checkAgain(),
    keepMine: () => keeper.keepMine(),
    takeTheirs: async () => {
      const latest = await keeper.takeTheirs((newest) => contentOf(draftOf(newest)))
      dispatch({ do: 'take', draft: draftOf(latest) })
    },
  }
}

/** What this device kept because it could not be sent comes back once, when the draft is opened again. */
function useKeptOnDevice(it: Prescription, onFound: (draft: Draft) => void) {
  const hasLooked = useRef(false)
  useEffect(() => {
    if (hasLooked.current) return
    hasLooked.current = true
    void findKeptDraft(it.id).then((kept) => {
      const parsed = DraftContent.safeParse(kept)
      if (parsed.success) onFound(withNames(parsed.data, it))
    })
  })
}

/** A draft that was left with unanswered items is put to the insurer when it is opened. */
function useFirstCheck(it: Prescription, onNeeded: () => void) {
  const hasAsked = useRef(false)
  useEffect(() => {
    if (hasAsked.current) return
    hasAsked.current = true
    if (it.items.some((item) => item.check === null || item.check.outcome === 'not-checked')) onNeeded()
  })
}

function withNames(content: DraftContent, it: Prescription): Draft {
  const named = (item: DraftContent['items'][number]): ComposerItem => {
    const known = it.items.find((other) => other.code === item.code)
    return { ...item, name: known?.name ?? { fa: item.code, en: '' }, strength: known?.strength ?? '', form: known?.form ?? '' }
  }
  return {
    items: content.items.map(named),
    diagnosis: content.diagnosisCode === null ? null : it.diagnosis,
    noteToPatient: content.noteToPatient,
  }
}
