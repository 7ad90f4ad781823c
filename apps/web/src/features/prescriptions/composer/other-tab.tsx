import { useEffect, useRef, useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { type OtherTabs, TabWords } from './tab-words.ts'
import type { DraftInHand } from './use-draft.ts'
import { deskWords as words } from './desk-words.ts'

/** Tells that the same draft is open in another tab of this browser, before the two write over each other, and what that tab saved. */
export function OtherTab({ id, revision, inHand }: { id: string; revision: number; inHand: DraftInHand }) {
  const others = useOtherTabs(id, revision, inHand.state === 'saved')
  if (!others.isOpen || inHand.state === 'conflict') return null
  const isBehind = others.savedRevision > revision && inHand.state === 'saved'
  return (
    <Notice
      tone="advice"
      announce="status"
      title={words.otherTab}
      actions={isBehind && <Button onPress={() => void inHand.takeTheirs()}>{words.otherTabTake}</Button>}
    >
      {isBehind ? words.otherTabSaved : words.otherTabHint}
    </Notice>
  )
}

function useOtherTabs(id: string, revision: number, isSaved: boolean): OtherTabs {
  const [others, setOthers] = useState<OtherTabs>({ isOpen: false, savedRevision: 0 })
  const tabs = useRef<TabWords>(null)
  useEffect(() => {
    const words = new TabWords(id, setOthers)
    tabs.current = words
    const greet = () => words.greet()
    const leave = () => words.close()
    window.addEventListener('focus', greet)
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('focus', greet)
      window.removeEventListener('pagehide', leave)
      tabs.current = null
      words.close()
    }
  }, [id])
  const first = useRef(revision)
  useEffect(() => {
    if (isSaved && revision > first.current) tabs.current?.tellSaved(revision)
  }, [isSaved, revision])
  return others
}
