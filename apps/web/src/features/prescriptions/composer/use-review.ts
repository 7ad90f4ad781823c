import { useState } from 'react'
import { useNavigate } from 'react-router'
import { paths } from '../../../paths.ts'
import { useShortcut } from '../../../ui/use-shortcut.tsx'
import type { DraftInHand } from './use-draft.ts'
import { words } from './words.ts'

export interface Review {
  start: () => void
  isUnderWay: boolean
  /** It could not be saved, so that there is nothing to review yet. */
  isNotKept: boolean
}

/** The way to the review: once the server has everything that is on the screen, and the insurer's answer has come or failed to. */
export function useReview(id: string, inHand: DraftInHand): Review {
  const navigate = useNavigate()
  const [isUnderWay, setUnderWay] = useState(false)
  const [isNotKept, setNotKept] = useState(false)
  const review = async () => {
    if (isUnderWay || inHand.draft.items.length === 0) return
    setUnderWay(true)
    setNotKept(false)
    const isKept = await inHand.flush()
    if (isKept) await inHand.checked()
    setUnderWay(false)
    if (isKept) void navigate(paths.review(id))
    else setNotKept(true)
  }
  const start = () => void review()
  useShortcut('Mod+Enter', words.review, start)
  return { start, isUnderWay, isNotKept }
}
