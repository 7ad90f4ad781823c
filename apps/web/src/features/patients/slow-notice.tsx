import { useEffect, useState } from 'react'
import { Notice } from '../../ui/notice.tsx'
import { words } from './words.ts'

const SAID_AFTER_MS = 2_500

/** Says that the answer takes long, once it does. */
export function SlowNotice() {
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SAID_AFTER_MS)
    return () => clearTimeout(timer)
  }, [])
  return isSlow && <Notice tone="waiting" announce="status" title={words.slow} />
}
