import type { Prescription } from '@noskhe/shared/prescriptions/prescription'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { dropDraft, findKeptDraft } from '../../../offline/draft-store.ts'
import { contentOf, hasContent, KeptDraft } from './draft.ts'

type Kept = ReturnType<typeof KeptDraft.parse>

/** What this device kept because the server never got it comes back once, when the draft is opened again; true when it did. */
export function useKeptOnDevice(it: Prescription, onFound: (kept: Kept) => void): boolean {
  const hasLooked = useRef(false)
  const [isRestored, setRestored] = useState(false)
  const look = useEffectEvent(async () => {
    const found = KeptDraft.safeParse(await findKeptDraft(it.id).catch(() => null))
    if (!found.success) return
    if (hasContent(it, contentOf(found.data.draft))) return void dropDraft(it.id).catch(() => undefined)
    onFound(found.data)
    setRestored(true)
  })
  useEffect(() => {
    if (hasLooked.current) return
    hasLooked.current = true
    void look()
  }, [])
  return isRestored
}
