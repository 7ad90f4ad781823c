import { useRef } from 'react'
import { Unreachable } from '../../api/call.ts'

/**
 * One key for one intention: while its answer did not come, pressing again says the same thing again and the server answers
 * what it answered first. Any answer, and any other input, is a new intention.
 */
export function useOnceKey(): <T>(intention: unknown, send: (key: string) => Promise<T>) => Promise<T> {
  const open = useRef<{ intention: string; key: string } | null>(null)
  return async (intention, send) => {
    const text = JSON.stringify(intention)
    if (open.current?.intention !== text) open.current = { intention: text, key: crypto.randomUUID() }
    try {
      const answer = await send(open.current.key)
      open.current = null
      return answer
    } catch (error) {
      if (!(error instanceof Unreachable)) open.current = null
      throw error
    }
  }
}
