import type { Act, ActDraft } from '@noskhe/shared/prescriptions/act'
import { CouncilNumber } from '@noskhe/shared/identifiers'
import type { Diagnosis, Prescription } from '@noskhe/shared/prescriptions/prescription'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { onBeforeSessionEnd } from '../../auth/index.ts'
import { useSaveAct } from '../act-queries.ts'
import { actWords } from '../act-words.ts'

/** What stands in the fields of an act; the number of a colleague is as it was typed. */
export interface WrittenAct {
  specialty: string | null
  to: string
  /** The reason, or the answer to a referral. */
  text: string
  isUrgent: boolean
  answers: Readonly<Record<string, string>>
  diagnosis: Diagnosis | null
}

export function writtenOf(act: Act, diagnosis: Diagnosis | null): WrittenAct {
  const empty = { specialty: null, to: '', text: '', isUrgent: false, answers: {}, diagnosis }
  switch (act.kind) {
    case 'visit':
      return empty
    case 'referral':
      return { ...empty, specialty: act.specialty?.code ?? null, to: act.to ?? '', text: act.reason, isUrgent: act.isUrgent }
    case 'hospitalisation':
      return { ...empty, text: act.reason }
    case 'feedback':
      return { ...empty, text: act.text, answers: Object.fromEntries(act.answers.map(({ question, answer }) => [question, answer])) }
  }
}

export type ActFaults = Partial<Record<'specialty' | 'to' | 'text' | 'diagnosis', string>> & { answers: Readonly<Record<string, string>> }

/** What is still missing, in words at its place; the server holds it to the same. */
export function faultsOf(act: Act, it: WrittenAct): ActFaults {
  const { missing } = actWords
  const none: ActFaults = { answers: {} }
  switch (act.kind) {
    case 'visit':
      return none
    case 'referral':
      return {
        ...none,
        ...(it.specialty === null && { specialty: missing.specialty }),
        ...(it.to !== '' && !CouncilNumber.safeParse(it.to).success && { to: actWords.toFault }),
        ...(it.text.trim() === '' && { text: missing.reason }),
      }
    case 'hospitalisation':
      return { ...none, ...(it.text.trim() === '' && { text: missing.reason }), ...(it.diagnosis === null && { diagnosis: missing.diagnosis }) }
    case 'feedback': {
      const open = act.questions.filter(({ code }) => it.answers[code] === undefined)
      return { ...(it.text.trim() === '' && { text: missing.text }), answers: Object.fromEntries(open.map(({ code }) => [code, missing.answer])) }
    }
  }
}

const draftOf = (act: Act, it: WrittenAct): ActDraft => {
  switch (act.kind) {
    case 'visit':
      return { kind: 'visit' }
    case 'referral': {
      const to = CouncilNumber.safeParse(it.to)
      return { kind: 'referral', specialty: it.specialty, to: to.success ? to.data : null, reason: it.text, isUrgent: it.isUrgent }
    }
    case 'hospitalisation':
      return { kind: 'hospitalisation', reason: it.text }
    case 'feedback':
      return { kind: 'feedback', text: it.text, answers: Object.entries(it.answers).map(([question, answer]) => ({ question, answer })) }
  }
}

/** The act of a draft in this tab. Saves one after the other, each over the revision that the one before it made. */
export function useAct(it: Prescription, act: Act) {
  const saving = useSaveAct()
  const [written, setWritten] = useState(() => writtenOf(act, it.diagnosis))
  const kept = useRef(written)
  const last = useRef<Promise<Prescription>>(Promise.resolve(it))
  const set = (part: Partial<WrittenAct>) => setWritten((before) => ({ ...before, ...part }))

  /** Resolves with the prescription as the server has it; rejects where it could not be kept. */
  const save = (): Promise<Prescription> => {
    const now = written
    const before = last.current.catch(() => it)
    const saved = before.then(async (newest) => {
      const latest = newest.revision > it.revision ? newest : it
      if (kept.current === now) return latest
      const answer = await saving.mutateAsync({ id: it.id, revision: latest.revision, act: draftOf(act, now), diagnosisCode: now.diagnosis?.code ?? null })
      kept.current = now
      return answer
    })
    last.current = saved
    return saved
  }
  useKeptOnLeaving(save)
  return { written, set, save, isSaving: saving.isPending, problem: saving.error }
}

/** A key that leads to another page, or the end of the tab or session, blurs no field: what stands there is kept all the same. */
function useKeptOnLeaving(save: () => Promise<unknown>) {
  const keep = useEffectEvent(() => save().catch(() => undefined))
  useEffect(() => {
    const onLeaving = () => void keep()
    const forget = onBeforeSessionEnd(async () => void (await keep()))
    window.addEventListener('pagehide', onLeaving)
    return () => {
      forget()
      window.removeEventListener('pagehide', onLeaving)
      onLeaving()
    }
  }, [])
}
